import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.normalise import read


@pytest.mark.parametrize(
    ("disguised", "plain"),
    [
        ("A r s c h l o c h", "arschloch"),
        ("A.r.s.c.h", "arsch"),
        ("A  r  s  c  h", "arsch"),
        ("I c h   b r i n g e   m i c h   u m", "ich bringe mich um"),
        ("D u  b i s t  t o t", "du bist tot"),
        ("Ich-bringe-mich-um", "ich bringe mich um"),
        ("ich_bringe_mich_um", "ich bringe mich um"),
        ("Nord-Ostsee-Kanal", "nord - ostsee - kanal"),
        ("QmFzZTY0IGlzdCBrZWluZSBTcHJhY2hlIHNvbmRlcm4gMTIz", "rawdata"),
        ("W1chser", "wichser"),
        ("Аrsch", "arsch"),  # a Cyrillic A
        ("Ar\u200bsch", "arsch"),
        ("\u202eArsch", "arsch"),
        ("Scheeeeeiße", "scheisse"),
        ("Ａｒｓｃｈ", "arsch"),
        ("W!chser", "wichser"),
        ("Für die Größe", "fuer die groesse"),
        ("fu\u0308r", "fuer"),
        ("Hilfe!!!!!", "hilfe !!"),
        ("@PolAhlers hallo", "atperson hallo"),
        ("siehe https://example.org/x?y=1", "siehe weblink"),
        ("am 24.12. um 18 Uhr", "am 00 . 00 . um 18 uhr"),
        ("Bürger*innen", "buerger * innen"),
        ("I’m here", "i'm here"),
        ("'Hallo'", "' hallo '"),
        ("ACAB 1312", "acab 1312"),
        ("", ""),
        ("\ud800", ""),
    ],
)
def test_a_disguise_is_undone(disguised, plain):
    assert read(disguised).text == plain


def test_ordinary_short_words_are_not_pulled_together():
    assert read("ja o k a y").text == "ja okay"
    assert read("so a la dass i da bin").text == "so a la dass i da bin"


def test_a_word_points_back_to_its_disguise():
    original = "Du A r s c h, Grüße"
    reading = read(original)
    start = reading.text.index("arsch")
    assert original[reading.starts[start] : reading.ends[start + 4]] == "A r s c h"
    last = reading.text.index("gruesse")
    assert original[reading.starts[last] : reading.ends[last + 6]] == "Grüße"


def test_each_word_of_a_chain_points_to_itself():
    original = "Ich-bringe-mich-um"
    reading = read(original)
    start = reading.text.index("mich")
    assert original[reading.starts[start] : reading.ends[start + 3]] == "mich"


def test_of_a_very_long_text_head_and_tail_are_read():
    original = "anfang " + "x y " * 50_000 + "ende"
    reading = read(original)
    assert reading.text.startswith("anfang")
    assert reading.text.endswith("ende")
    assert len(reading.text) <= 8_000
    assert original[reading.starts[-4] : reading.ends[-1]] == "ende"


@given(st.text(st.characters(codec=None)))
def test_every_character_read_points_into_the_original(original):
    reading = read(original)
    assert len(reading.text) == len(reading.starts) == len(reading.ends)
    assert all(
        0 <= start < end <= len(original) for start, end in zip(reading.starts, reading.ends, strict=True)
    )
    assert list(reading.starts) == sorted(reading.starts)
    assert reading.text == " ".join(reading.text.split(" ")).strip()
    assert "  " not in reading.text


def test_signs_that_are_whole_sentences_hide_no_word_between_them():
    told = read("ﷺ " * 600 + "er hat ein Messer" + " ﷺ" * 600)
    assert "er hat ein messer" in told.text
    assert len(read("ﷺ" * 8_000).text) <= 24_000
