import pytest

from classifier.normalise import read
from classifier.safety_net import alarms

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
