"""Blackening: third persons' words give way to bars of one length, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.blackening import _UNSEEN, BAR, blacken

KIRA = ["Kira Ahlers"]


@pytest.mark.parametrize(
    "text",
    [
        "Kira Ahlers",
        "KIRA ahlers",
        "Kira\n\t Ahlers",
        "Kira\u00a0Ahlers",
        "kira_ahlers",
        "kira.ahlers",
        "Kira-Ahlers",
        "KiraAhlers",
        "K\u200bira Ah\u00adlers",
        "Ki\u0301ra Ahlers",
        "\uff2b\uff49\uff52\uff41 Ahlers",
        "Kira%20Ahlers",
        "kira+ahlers",
    ],
)
def test_a_name_is_found_however_it_is_written(text):
    assert blacken(f"von {text}!", KIRA) == f"von {BAR}!"


def test_an_umlaut_is_found_composed_decomposed_and_in_an_address():
    told = "Müller Mu\u0308ller MÜLLER https://x.example/M%C3%BCller"
    assert blacken(told, ["Müller"]) == f"{BAR} {BAR} {BAR} https://x.example/{BAR}"


def test_the_length_of_a_bar_tells_nothing():
    assert blacken("Jo", ["Jo"]) == blacken("Wolfeschlegelstein", ["Wolfeschlegelstein"]) == BAR


def test_places_that_touch_or_overlap_are_one_bar():
    assert blacken("Kira Ahlers", ["Kira Ah", "a Ahlers"]) == BAR
    assert blacken("annaanna", ["anna"]) == BAR


def test_other_words_stay():
    assert blacken("ich an sich bin Hans", ["Hans"]) == f"ich an sich bin {BAR}"


def test_marks_that_hang_on_a_name_go_with_it():
    assert blacken("Ahlers\u0301\u0302 ja", ["Ahlers"]) == f"{BAR} ja"


@pytest.mark.parametrize("term", ["", " ", "\u200b", "\u0301"])
def test_a_term_without_a_letter_blackens_nothing_else(term):
    assert "Ahlers" in blacken("Kira Ahlers", [term])


@pytest.mark.parametrize("term", ["(", "a|b", "[x]", "\\", "😡", "x*"])
def test_signs_of_a_pattern_are_only_signs(term):
    assert blacken(f"<{term}> Kira", [term]) == f"<{BAR}> Kira"


@given(st.text(), st.text(min_size=1), st.text())
def test_a_term_never_stays(before, term, after):
    seen = set(term) - set(_UNSEEN) - set(" \t\n\r_.-‐‑‒–—―")
    if seen and BAR[0] not in term and term.isprintable():
        assert term not in blacken(before + term + after, [term])
