import unicodedata

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifier.e5_engine import WIDTH
from classifier.meaning import calmed, meaning_of, spoken
from classifier.signals import last_sentence
from classifier.text import take_in_all


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Moin! Alles gut? Ich kann nicht mehr.", "Ich kann nicht mehr."),
        ("Nur ein Satz ohne Punkt", "Nur ein Satz ohne Punkt"),
        ("erste zeile\nletzte zeile", "letzte zeile"),
        ("", ""),
    ],
)
def test_the_last_sentence_is_found(text, last):
    assert last_sentence(text) == last


def test_what_means_the_same_lies_near():
    danger, likewise, praise = (
        meaning_of(text) for text in ("Er hat ein Messer", "He has a knife", "Danke für das schöne Fest")
    )
    assert danger @ likewise > danger @ praise + 0.2


@pytest.mark.parametrize("quiet", ["Er steht mit dem Messer vor der Tür", "Vielen dank für gestern abend"])
def test_who_shouts_means_the_same(quiet):
    assert meaning_of(quiet.upper()) @ meaning_of(quiet) > 0.95
    assert np.array_equal(meaning_of(quiet.upper()), meaning_of(quiet.capitalize()))


@pytest.mark.parametrize(
    "disguised",
    [
        "Du bist ein blo\u0308der Arsch",
        "Du bist ein blöder Ar\u00adsch",
        "\u202eDu bist ein blöder Ar\u200bsch",
        "Du bist ein blöder Аrsch",
        "Du-bist-ein-blöder-Arsch",
    ],
)
def test_what_is_disguised_means_what_it_says(disguised):
    assert spoken(disguised).casefold() == "du bist ein blöder arsch"


def test_names_and_links_are_not_taken_apart():
    written = "@da_war_er_heute siehe https://netz.example/was-er-da-schrieb"
    assert spoken(written) == written


def test_a_text_means_the_same_however_it_is_composed():
    written = "Ärschlöcher, ich weiß, wo ihr übernachtet"
    assert spoken(unicodedata.normalize("NFD", written)) == spoken(written)


def test_a_key_or_a_picture_in_letters_means_nothing():
    assert spoken("Schlüssel: QmFzZTY0IGlzdCBrZWluZSBTcHJhY2hlIHNvbmRlcm4gMTIz bitte") == "Schlüssel:  bitte"


@pytest.mark.parametrize("text", ["ACAB", "Der LKW steht", "1312 !!!", "", "WER hat das GESEHEN, bitte"])
def test_a_word_in_capitals_is_no_shouting(text):
    assert calmed(text) == text


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec=None), max_size=60))
def test_any_text_has_a_finite_meaning(text):
    meant = meaning_of(text)
    assert meant.shape == (WIDTH,)
    assert np.isfinite(meant).all()


def test_a_very_long_text_is_looked_at_in_part():
    long = "Alles gut hier. " * 5_000 + "Ich bringe mich um."
    assert np.isfinite(meaning_of(long)).all()
    assert last_sentence(long) == "Ich bringe mich um."


def test_many_texts_taken_in_at_once_mean_what_each_means_alone():
    originals = ["Hilfe!", "Danke euch", "Hilfe!", ""]
    texts = take_in_all(originals)
    assert [text.original for text in texts] == originals
    assert all("meaning" in vars(text) for text in texts)  # nothing is left to be worked out later
    assert all(np.array_equal(text.meaning, meaning_of(text.original)) for text in texts)
