import unicodedata

import pytest

from classifier.normalise import read
from classifier.safety_net import alarms, cautions

RINGS = {
    "suicide_announced": [
        "Ich bringe mich heute Nacht um",
        "Ich will nicht mehr leben",
        "Meine Schwester hat alle Tabletten geschluckt",
        "I'm going to kill myself tonight",
        "He has taken all of his pills",
        "Ik wil niet meer leven",
        "Ze springt van de brug",
        "Jag orkar inte leva längre",
        "Han ska ta livet av sig",
    ],
    "attack_now": [
        "Hier läuft einer mit einem Messer rum",
        "Er schlägt sie gerade wieder",
        "There is a man with a knife outside the school",
        "Shots fired at the station",
        "Er staat nu een man met een mes",
        "En man med kniv springer omkring här just nu",
    ],
    "attack_announced": [
        "Morgen erschieße ich euch alle",
        "Tomorrow I will shoot everyone in this office",
    ],
    "life_in_danger": [
        "Sie atmet nicht mehr",
        "Am Bahnhof liegt ein Mann bewusstlos",
        "She is unconscious and not breathing",
        "Hij ademt niet",
        "Han andas inte",
    ],
    "fire_now": [
        "Hilfe es brennt",
        "Our house is on fire",
        "De schuur staat in brand",
        "Det brinner hos grannen",
    ],
    "intruder_now": [
        "Da bricht gerade jemand bei den Nachbarn ein",
        "Einbrecher im Haus",
        "Someone is breaking in right now",
        "Inbrekers in huis",
        "Någon försöker ta sig in",
    ],
    "cry_for_help": ["Ich bin im Bad eingeschlossen, bitte kommen Sie schnell", "I'm hiding in the closet"],
    "bare_cry": [
        "Hilfe!!",
        "HILFE bitte schnell",
        "ich blute stark",
        "er schlägt mich wieder",
        "sie verfolgen mich",
        "help me please",
        "hij slaat me",
        "hjälp mig",
    ],
}
SILENT = [
    "Gestern hat einer mit dem Messer vor der Schule gestanden",
    "Ich lach mich tot, bringt euch nicht um",
    "Im Film schlägt er gerade den Dieb",
    "Letzte Woche lag ein Mann bewusstlos am Bahnhof",
    "Bombenstimmung gestern auf dem Fest",
    "My phone died, this queue is killing me",
    "Die Übung der Feuerwehr: es brennt im Haus",
    "Last night someone was breaking in next door",
    "De film was moordend saai",
    "Jag dör av skratt",
    "Wann macht die Wache morgen auf?",
    "Hilfe 😂",
    "Danke für die Hilfe",
    "Ich sterbe vor Hunger",
    "Hilfe, mein Drucker geht nicht",
    "Er schlägt mich im Schach",
]


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in RINGS.items() for text in texts])
def test_a_danger_rings(rule, text):
    assert rule in {alarm.rule for alarm in alarms(read(text))}


@pytest.mark.parametrize("text", SILENT)
def test_the_past_the_played_and_the_figurative_stay_silent(text):
    assert alarms(read(text)) == []


def test_an_alarm_names_the_words_that_rang_it():
    reading = read("Bitte helfen: Sie atmet nicht mehr, Gartenweg 3")
    [alarm] = alarms(reading)
    assert reading.text[alarm.start : alarm.end] == "atmet nicht"


DISGUISES = {
    "letters apart": lambda text: "   ".join(" ".join(word) for word in text.split()),
    "a chain": lambda text: "-".join(text.split()),
    "underscores": lambda text: "_".join(text.split()),
    "no width": "\u200b".join,
    "soft hyphens": "\u00ad".join,
    "look-alikes": lambda text: text.translate(str.maketrans("aeocp", "аеоср")),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "capitals": str.upper,
}


@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_danger_rings_however_it_is_disguised(disguise):
    whole = [text for texts in RINGS.values() for text in texts if len(text.split()) >= 4]
    plain = [text for text in whole if not set(text) & set(",'")]
    silent = [text for text in plain if not alarms(read(DISGUISES[disguise](text)))]
    assert silent == []


THREATS = [
    "Ich bringe dich um",
    "ich bring dich um du sau",
    "Ich töte dich",
    "wir stechen euch alle ab",
    "Du bist bald tot",
    "I will kill you",
    "you're dead meat",
    "Ik maak je dood",
    "ik vermoord jullie",
    "Jag ska döda dig",
    "I c h   t ö t e   d i c h",
]
NO_THREATS = [
    "Ich bringe dich um sechs zum Bahnhof",
    "Ich schlage euch vor, das Tor zu schließen",
    "Ist „ich bringe dich um“ eigentlich strafbar?",
    "I would die for your cake",
    "Die Handlung bringt mich um vor Lachen",
    "Vorgestern rief er: Ich töte dich. Er ist verurteilt.",
]


@pytest.mark.parametrize("text", THREATS)
def test_a_plain_threat_is_heard_and_no_emergency_by_itself(text):
    assert [one.rule for one in cautions(read(text))] == ["threat_to_kill_or_hurt"]
    assert alarms(read(text)) == []


@pytest.mark.parametrize("text", NO_THREATS)
def test_what_only_sounds_like_a_threat_is_none(text):
    assert cautions(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Vor einem Jahr ist mein Sohn gestorben. Ich bring mich heute um.",
        "Alle lachen über mich in der Schule. Ich will nicht mehr leben.",
        "I took all the pills two hours ago",
        "This is not a drill, active shooter",
        "Ich erschieße euch um 18:00",
        "I don´t want to live anymore",
    ],
)
def test_only_the_same_sentence_and_what_is_long_past_takes_danger_back(text):
    assert alarms(read(text))


@pytest.mark.parametrize(
    "text",
    ["I don't want to live anymore, last year broke me", "Ich hätte mich umbringen können, so peinlich"],
)
def test_danger_that_is_told_and_taken_back_asks_for_caution(text):
    assert alarms(read(text)) == []
    assert [one.rule for one in cautions(read(text))] == ["suicide_announced"]


@pytest.mark.parametrize(
    "text",
    [
        "Ohne mich wärt ihr alle besser dran.",
        "Wenn du das liest, bin ich tot.",
        "This is my last message. Thank you for everything.",
        "Vannacht maak ik er een einde aan.",
        "Alla har det bättre utan mig.",
        "Heute Abend ist alles vorbei für mich.",
    ],
)
def test_a_farewell_asks_for_caution(text):
    assert [one.rule for one in cautions(read(text))] == ["farewell"]


@pytest.mark.parametrize(
    "text",
    [
        "Als je dit leest ben ik al weg uit de gymzaal",
        "Heute Abend ist das Fest vorbei",
        "Ohne mich läuft das besser",
        "Vannacht om tien over vier stond er iemand aan de deur",
    ],
)
def test_what_only_sounds_like_a_farewell_is_none(text):
    assert cautions(read(text)) == []


@pytest.mark.parametrize(
    "text", ['Ich bring dich um, du "Polizist"', 'I will kill you, "officer"', "Dich bring ich um"]
)
def test_a_quotation_mark_beside_a_threat_takes_nothing_back(text):
    assert [one.rule for one in cautions(read(text))] == ["threat_to_kill_or_hurt"]


@pytest.mark.parametrize(
    "text",
    [
        'Er schrieb: "Ich bringe dich um"',
        'Wenn einer sacht "dich mach ich alle"?',
        "Dich bring ich um acht zum Bahnhof",
    ],
)
def test_a_threat_inside_quotation_marks_is_somebody_elses(text):
    assert cautions(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hjääääälp",
        "HELLLLLP",
        "Hulpppp",
        "jag förblöder",
        "🆘🆘 han är här",
        "NOTFALL!!!",
        "my dad is hitting my mum again",
        "Ich werde verfolgt",
        "Er bringt mich um",
        "Ich glaube, ich habe einen Herzinfarkt",
        "De koolmonoxidemelder gaat af",
    ],
)
def test_a_drawn_out_cry_or_a_bare_call_rings(text):
    assert alarms(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "🆘!" * 1_500 + "x",
        "112 " + "! ." * 1_500 + "x",
        "ich bring mich um " * 400 + "gestern",
        '"ich bringe dich um ' * 400,
        "als jude " * 800,
    ],
)
def test_no_text_keeps_the_rules_busy(text):
    """Where a rule tried all ways to share such a text out, this would not end."""
    heard = [one.rule for one in (*alarms(read(text)), *cautions(read(text)))]
    assert len(heard) <= 2
