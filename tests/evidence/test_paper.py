"""Letter and report: conforming, every character there, strangers' words inert, blackened for good."""

import re
import subprocess
import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from casework.annex import Annex, Around, PageCapture, Recipient, Sender
from casework.blackening import BAR
from casework.clocks import ApplicationClock
from casework.errors import StreifeError
from casework.message import sha256
from data.memory import MemoryStore
from evidence import form, paper, paper_plan
from evidence.ink import CODE, Ink, Wording
from evidence.typesetting import Sheet, printed
from tests.builders import FakeClock
from tests.evidence.conftest import a_dossier, applied_and_checked, packed, taken_in_long_ago
from tests.evidence.pdf import stock, unpacked, words_of

SCRIPTS = {
    "Arabic": "مرحبا بالعالم",
    "Hebrew": "שלום לכולם",
    "Cyrillic": "Прывітанне",
    "Greek": "Κόσμε",
    "CJK": "漢字仮名交じり文",
    "Hangul": "한국어",
    "Devanagari": "नमस्ते क्षत्रिय",
    "Thai": "ภาษาไทยง่ายนิดเดียว",
    "emoji": "👩🏽\u200d🚒 ❤\ufe0f 😡 🇩🇪 1\ufe0f\u20e3",
    "combining": "e\u0301a\u0308 z\u0300\u0301",
}
HIDDEN = "\u202etxt.exe\u2066 \u200b\ufeff\u061c a\u200db \U000e0041"
CODED = re.compile(r"\[?U\+([0-9A-F]{4,6})\]?")  # pdftotext moves brackets about in lines from right to left
SEEN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def fresh(**given):
    return a_dossier(MemoryStore(FakeClock()), **given)


def told(texts, **given):
    """The report's text over messages of these words."""
    return words_of(paper.report(fresh(texts=tuple(texts), **given)))


def bare(words: str) -> str:
    """Letters only: no layout, no direction marks, normalised as a text layer may be."""
    plain = unicodedata.normalize("NFKC", CODED.sub(lambda code: chr(int(code[1], 16)), words))
    return "".join(c for c in plain if not c.isspace() and unicodedata.category(c) != "Cf")


@pytest.fixture(scope="session")
def everything():
    """A report with one message in each script, and its text."""
    pdf = paper.report(fresh(texts=(*SCRIPTS.values(), HIDDEN)))
    return pdf, words_of(pdf)


@pytest.fixture(scope="session")
def full():
    """A report with all that an annex can bring; returns dossier, annex, text."""
    dossier = applied_and_checked(("Du Vollpfosten!", "Ich weiß, wo du wohnst."))
    first, second = (one.message.id for one in dossier.exhibits)
    page = BytesIO()
    Image.new("RGB", (300, 200), "navy").save(page, "PNG")
    taken = PageCapture(
        "Bildschirmabbild", SEEN, files=(("items/0001/seite.png", "ab" * 32),), picture=page.getvalue()
    )
    annex = Annex(
        recipient=Recipient(("Staatsanwaltschaft Weidenfurt", "Hafenstraße 1"), "12 Js 34/26"),
        sender=Sender(("Marktplatz 2", "99999 Weidenfurt"), ("wache@weidenfurt.example",)),
        clock=ApplicationClock(date(2027, 2, 22), running=False, since=date(2026, 11, 21), passed=2),
        captures={
            first: (taken,),
            second: (PageCapture("Bildschirmabbild", error="Seite verlangt Anmeldung"),),
        },
        threads={first: (Around("jemand.example", SEEN, "Davor gesagt"), Around("x", SEEN, "", own=True))},
        seal="Signiert und mit Zeitstempel versehen.",
    )
    pdf = paper.report(dossier, annex=annex)
    return dossier, annex, pdf, " ".join(words_of(pdf).split())


def test_both_say_that_they_are_pdf_a_3a_and_pdf_ua_1_and_keep_the_form(shared_package, tmp_path):
    for name in (form.REPORT, form.LETTER):
        path = shared_package / name
        stock("qpdf", "--check", path)
        with pikepdf.open(path) as opened:
            with opened.open_metadata() as meta:
                assert (meta["pdfaid:part"], meta["pdfaid:conformance"], meta["pdfuaid:part"]) == (
                    "3",
                    "A",
                    "1",
                )
            assert opened.Root.MarkInfo.Marked
            assert opened.Root.Lang == "de-DE"
            assert opened.Root.ViewerPreferences.DisplayDocTitle
            assert "/OutputIntents" in opened.Root
            assert not {"/JavaScript", "/OpenAction", "/AA"} & set(opened.Root.keys())


def test_every_font_is_embedded(everything):
    listed = subprocess.run(["pdffonts", "-"], input=everything[0], capture_output=True, check=True)
    fonts = listed.stdout.decode().splitlines()[2:]
    assert fonts
    assert all(re.search(r"\byes (yes|no)\s+yes\b", line) for line in fonts)


def test_the_same_dossier_gives_the_same_bytes():
    dossier = fresh(texts=("Du 😡", "مرحبا"))
    assert paper.papers(dossier) == paper.papers(dossier)


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_of_the_world_is_there(everything, script):
    for word in SCRIPTS[script].split():
        assert not set(bare(word)) - set(bare(everything[1])), word


@pytest.mark.parametrize("point", ["202E", "2066", "200B", "FEFF", "061C", "200D", "E0041"])
def test_what_hides_is_written_out(everything, point):
    assert f"[U+{point}]" in everything[1]


def test_without_fonts_of_the_system_code_points_are_printed_and_nothing_fails():
    words = words_of(paper.report(fresh(texts=tuple(SCRIPTS.values())), system_fonts=False))
    assert "[U+6F22]" in words
    assert "[U+1F621]" in words
    assert not set(bare("".join(SCRIPTS.values()))) - set(bare(words))


def test_a_title_in_signs_of_no_font_at_hand_is_printed_in_code_points():
    made = fresh()
    words = SCRIPTS["emoji"] + SCRIPTS["CJK"]
    strange = replace(made, case=replace(made.case, number=words), station=replace(made.station, name=words))
    assert "[U+1F692]" in words_of(paper.report(strange, system_fonts=False))


@given(st.text(st.characters(), max_size=60))
def test_no_character_is_lost_before_the_press(text):
    lines = Ink().dry(Wording(text))["lines"]
    again = "\n".join(
        "".join(CODED.sub(lambda c: chr(int(c[1], 16)), w) if kind == CODE else w for w, kind in one["r"])
        for one in lines
    )
    assert again == text


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.text(st.characters(blacklist_characters="█"), min_size=1, max_size=200), min_size=5, max_size=5
    )
)
def test_whatever_is_written_the_report_comes_out_and_holds_it(texts):
    made = fresh(texts=("x",))
    one = made.exhibits[0]
    versions = tuple(replace(one.versions[0], text=text) for text in texts)
    words = bare(words_of(paper.report(replace(made, exhibits=(replace(one, versions=versions),)))))
    missing = {c for text in texts for c in bare(text)} - set(words)
    assert not missing, [f"U+{ord(c):04X}" for c in missing]


@pytest.mark.parametrize("sign", ["x", "م", "漢", "\u0301", "\u200b"])
def test_a_word_without_end_stays_on_the_page(sign):
    pdf = paper.report(fresh(texts=(sign * 10_000,)))
    boxes = stock("pdftotext", "-bbox", "-", "-", told=pdf).decode()
    edges = [float(x) for x in re.findall(r'xMax="([\d.]+)"', boxes)]
    assert max(edges) <= 595.3 - 50
    assert bare(words_of(pdf)).count(bare(sign) or sign) >= (10_000 if sign in "x漢" else 0)


def test_markup_is_only_words():
    hostile = '#panic("x") $x^2$ @ref <label> */ // `raw` = Kopf #sys.inputs \\u{41} {{7*7}}'
    assert hostile in " ".join(told([hostile]).split())


def test_a_stranger_forges_no_code_point():
    lines = Ink().dry(Wording("[U+202E]\u202e"))["lines"]
    assert lines[0]["r"] == [("[U+202E]", 0), ("[U+202E]", CODE)]


def test_facts_suggestions_and_decisions_stand_apart(full):
    words = full[3]
    item = words[words.index("Fundstück 1 von 2") :]
    order = [
        "Tatsachen",
        "Du Vollpfosten!",
        "Vorschläge der Maschine (keine Entscheidung",
        "Entscheidungen von",
    ]
    places = [item.index(part) for part in order]
    assert places == sorted(places)
    assert item.index("gegen alle gemeint") > places[3]


def test_the_report_says_with_how_many_messages_around_it_a_suggestion_read_one():
    made = fresh()
    (one,) = made.exhibits[1].assessments
    joined = replace(one, verdict=replace(one.verdict, read_with=2))
    exhibits = (made.exhibits[0], replace(made.exhibits[1], assessments=(joined,)))
    words = bare(words_of(paper.report(replace(made, exhibits=exhibits))))
    assert (
        words.count(bare("zusammen gelesen mit 2 Nachrichten derselben Person kurz davor oder danach")) == 1
    )


@pytest.mark.parametrize(
    "part",
    [
        "§ 185 StGB: Beleidigung",
        "läuft noch nicht, der Verfasser ist unbekannt; vorsichtig gerechnet ab erster Sicht: 22.02.2027; "
        "für 2 andere Taten vorbei",
        "Strafantrag 1: zurückgenommen",
        "Strafantrag 2: liegt vor",
        "Birgit Holm (Dienstvorgesetzte Person zur Zeit der Tat)",
        "Leiterin seit 2024",
        "Fundstücke 1–2",
        "mündlich, zu Protokoll genommen",
        "Ausweis lag vor",
        "will Verfolgung",
        "lief noch nicht, der Verfasser war unbekannt",
        "unklar",
        "1 frühere Prüfung in case.json",
        "Vermerk: Ironie?",
        "NICHT GESICHERT",
        "Seite verlangt Anmeldung",
        "items/0001/seite.png",
        "Davor gesagt",
        "Signiert und mit Zeitstempel versehen.",
        "nachbarin.example",
        "bound_into_case",
    ],
)
def test_the_report_says(full, part):
    assert part in full[3]


@pytest.mark.parametrize(
    ("late", "said"),
    [
        (
            [0],
            "VERSPÄTET nur für Fundstück 1, im Übrigen rechtzeitig, frühester letzter Tag war der 20.11.2026",
        ),
        ([0, 1], "VERSPÄTET, frühester letzter Tag war der 20.11.2026"),
    ],
)
def test_an_application_that_is_late_for_some_acts_only_says_for_which(late, said):
    made = applied_and_checked()
    acts = [one.message.id for one in made.exhibits]
    applied = [replace(one, running=True, last_day="2026-11-20", end=None) for one in made.applications]
    detail = {"application": applied[0].id, "late_acts": [acts[n] for n in late]}
    log = [replace(one, detail=detail) if one.act == "application_recorded" else one for one in made.audit]
    changed = replace(made, applications=(applied[0],), audit=tuple(log))
    words = " ".join(words_of(paper.report(changed)).split())
    assert said in words
    assert ("Strafantrag 1: teilweise verspätet" in words) is (len(late) == 1)


def test_where_nobody_applied_letter_and_report_say_so(shared_package):
    for name, said in ((form.REPORT, "kein Strafantrag vermerkt"), (form.LETTER, "Ein Strafantrag ist")):
        assert said in " ".join(words_of((shared_package / name).read_bytes()).split())


def test_a_picture_of_the_page_is_shown(full):
    listed = subprocess.run(["pdfimages", "-list", "-"], input=full[2], capture_output=True, check=True)
    assert re.search(r"image\s+300\s+200", listed.stdout.decode())


def test_no_picture_is_printed_where_words_are_blackened(full):
    dossier, annex, *_ = full
    pdf = paper.report(dossier, ["Davor"], annex)
    listed = subprocess.run(["pdfimages", "-list", "-"], input=pdf, capture_output=True, check=True)
    assert len(listed.stdout.decode().splitlines()) == 2
    assert "entfällt, weil Daten Dritter geschwärzt sind" in " ".join(words_of(pdf).split())


def test_the_table_of_items_names_the_page(full):
    with pikepdf.open(BytesIO(full[2])) as opened:
        pages = len(opened.pages)
    found = re.search(r"items/0002 \w{12} (\d+)", full[3])
    assert 1 < int(found[1]) <= pages


def test_the_letter_goes_to_the_recipient_and_names_the_report(full):
    dossier, annex, *_ = full
    made = paper.papers(dossier, annex)
    words = " ".join(words_of(made[form.LETTER]).split())
    for part in ("Staatsanwaltschaft Weidenfurt", "12 Js 34/26", "Marktplatz 2", "§ 163 Abs. 2 Satz 1 StPO"):
        assert part in words
    assert sha256(made[form.REPORT]) in words.replace(" ", "")


def test_a_letter_to_nobody_goes_to_the_competent_office(shared_package):
    assert "An die zuständige Staatsanwaltschaft" in words_of((shared_package / form.LETTER).read_bytes())


def test_training_data_says_so_on_every_page():
    for pdf in paper.papers(fresh(training=True)).values():
        pages = words_of(pdf).split("\f")[:-1]
        assert all("ÜBUNGSDATEN" in page for page in pages)


def named(term: str):
    """A dossier with the name in every place that can hold one."""
    texts, words = (f"Frag doch {term}!", "zweite"), f"Ausweis von {term}"
    made = applied_and_checked(texts, words, take=taken_in_long_ago)
    one = made.exhibits[0]
    message = replace(
        one.message,
        author=replace(one.message.author, handle=f"@{term}", name=term),
        url="https://x.example/Kira%20Ahlers",
    )
    case = replace(made.case, number=f"W-{term}", title=term, entitled_person=term, note=f"mit {term}")
    return replace(made, case=case, exhibits=(replace(one, message=message), *made.exhibits[1:]))


def test_what_is_blackened_is_nowhere_in_the_files_and_whole_in_the_original(tmp_path):
    open_text = named("Kira Ahlers")
    for pdf in paper.papers(open_text).values():
        assert "Ahlers" in words_of(pdf)
        assert b"Ahlers" in unpacked(pdf)
    dossier = replace(open_text, redactions=("Kira Ahlers",))
    package = packed(dossier, tmp_path)
    for name in (form.REPORT, form.LETTER):
        pdf = (package / name).read_bytes()
        for part in ("Kira", "Ahlers", "hlers"):
            assert part.lower() not in words_of(pdf).lower()
            assert part.lower().encode() not in unpacked(pdf).lower()
            assert part.encode("utf-16-be").lower() not in unpacked(pdf).lower()
        assert BAR in words_of(pdf)
    assert "Kira Ahlers" in (package / "data/items/0001/message.json").read_text()


def test_a_large_case_goes_into_volumes_and_the_first_tells_where(monkeypatch):
    monkeypatch.setattr(paper_plan, "LARGEST", 2.5)
    monkeypatch.setattr(paper_plan, "ROWS_PER_ITEM", 2)
    heard = []
    made = paper.papers(fresh(texts=("eins", "zwei", "drei")), heard=lambda *now: heard.append(now))
    assert heard == [(number, len(made)) for number in range(1, len(made) + 1)]
    names = [name for name in made if "bericht" in name]
    first = " ".join(words_of(made[form.REPORT]).split())
    where = {n: int(v) for n, v in re.findall(r"items/000(\d) \w{12} (\d+) ?/ ?\d+", first)}
    for word, volume in (("eins", where["1"]), ("zwei", where["2"])):
        assert word in words_of(made[form.volume(volume)])
    assert len(names) == len(set(names)) > 3
    assert "bound_into_case" in words_of(made[names[-1]])


def test_a_plan_holds_everything_once():
    made = fresh(texts=("x",) * 3)
    dossier = replace(made, exhibits=made.exhibits * 1_000, audit=made.audit * 1_000)
    plan = paper_plan.planned(dossier, Annex(), 5_000)
    for part, count in (
        ("rows", 3_000),
        ("items", 3_000),
        ("authors", 5_000),
        ("entries", len(dossier.audit)),
    ):
        assert [n for one in plan for n in getattr(one, part)] == list(range(count))


def test_a_refusal_of_the_press_is_said():
    with pytest.raises(StreifeError, match="not typeset"):
        printed(Sheet("letter.typ", {"training": False}, SEEN), Ink())
