"""Placeholders: known by name, filled once, a gap where a fact is missing, and nothing hostile in it."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casework import placeholders
from casework.errors import Refused
from casework.message import Author
from casework.placeholders import LONGEST_NAME, NAMES, Placeholder

FACTS = {
    Placeholder.OFFICER: "Kira Ahlers",
    Placeholder.STATION: "Wache",
    Placeholder.CITIZEN: "Sabine",
    Placeholder.EMERGENCY: "110",
    Placeholder.LINK: "https://x.example",
}


@pytest.mark.parametrize("language", NAMES)
def test_each_language_names_every_placeholder(language):
    text = " ".join(f"{{{name}}}" for name in NAMES[language].values())
    placeholders.check(text)
    assert placeholders.used(text) == tuple(Placeholder)
    assert placeholders.fill(text, FACTS) == " ".join(FACTS.values())


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Hallo {nmae}", "{nmae}"),
        ("{}", "{}"),
        ("{name} und {0}", "{0}"),
        ("{name", "alone"),
        ("a } b", "alone"),
    ],
)
def test_what_nobody_knows_is_refused_with_its_name(text, named):
    with pytest.raises(Refused, match=named.replace("{", r"\{").replace("}", r"\}")):
        placeholders.check(text)


def test_a_missing_fact_stays_a_gap():
    filled = placeholders.fill("{name}: {link}, {Notruf}", FACTS | {Placeholder.LINK: ""})
    assert filled == "Sabine: {link}, 110"
    assert placeholders.gaps(filled) == ("{link}",)


def test_what_a_fact_brings_is_not_read_again():
    assert (
        placeholders.fill("{name}", {Placeholder.CITIZEN: "{notruf}", Placeholder.EMERGENCY: "110"})
        == "{notruf}"
    )


@pytest.mark.parametrize(
    ("name", "handle", "called"),
    [
        ("Sabine Hoffmann", "sabine", "Sabine Hoffmann"),
        ("Jean-Luc O’Neill", "j", "Jean-Luc O’Neill"),
        ("Мария 中村", "m", "Мария 中村"),
        ("Nachbarin 🌻", "n", "Nachbarin"),
        ("a\nb\r\nc", "n", "a b c"),
        ("{notruf}", "n", "notruf"),
        ("https://evil.example", "sabine", "@sabine"),
        ("besuch www.evil.example", "sabine", "@sabine"),
        ("evil.example", "n", "evil. example"),
        ("@praesident #hetze", "n", "praesident hetze"),
        ("", "sabine.example", "@sabine.example"),
        ("", "@sabine@social.example", "@sabine@social.example"),
        ("\u202e\u200b", "![x](http://evil)", ""),
        ("***", "zwei worte", ""),
        ("", "", ""),
    ],
)
def test_a_citizen_is_called_so_that_nothing_acts(name, handle, called):
    assert placeholders.called(Author("1", handle, name)) == called


def test_a_stack_of_marks_is_cut_down():
    assert placeholders.called(Author("1", "z", "Z" + "\u0301" * 50 + "algo")).count("\u0301") <= 2


@given(st.text(max_size=300), st.text(max_size=80))
@example("{name}" * 50, "@@@")
@example("1.1.1.1", "a")
def test_whatever_somebody_is_called_it_is_one_short_harmless_line(name, handle):
    called = placeholders.called(Author("1", handle, name))
    assert not placeholders.gaps(called)
    assert not set("{}<>\n\r\t#/:*_[]()`|\\") & set(called) or called.startswith("@")
    if called.startswith("@"):
        assert called[1:].isascii()
        assert len(called) <= 200
        return
    assert len(called) <= LONGEST_NAME
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp", "Co", "Cs") for c in called)
    assert not any(a == "." and b.isalnum() for a, b in pairwise(called))


def test_facts_become_placeholders_again_so_that_no_name_is_kept():
    text = "Hallo Sabine, ruf 110. Kira Ahlers, Wache. Sabines Hund, Wachehund"
    bare = placeholders.unfill(text, FACTS, "de")
    assert bare == "Hallo {name}, ruf {notruf}. {mein_name}, {dienststelle}. Sabines Hund, Wachehund"


@pytest.mark.parametrize(
    ("land", "number"), [("DE-NI", "110"), ("SE", "112"), ("NL-NH", "112"), ("GB-ENG", "999")]
)
def test_the_emergency_number_is_the_countrys(land, number):
    assert placeholders.emergency_number(land) == number
