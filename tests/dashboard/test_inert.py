"""Strangers' words: nothing in them acts, nothing in them hides, and no character is lost."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dashboard.inert import ZERO_WIDTH_SPACE, inert, visible
from dashboard.parts import stranger
from tests.dashboard.browser import as_read

HIDDEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x09\x0b-\x1f\x7f-\x9f]")
PRINTED = st.text(st.characters(codec="utf-8"), max_size=200)
SPANS = st.lists(st.tuples(st.integers(-5, 250), st.integers(-5, 250)), max_size=6)


def test_direction_and_zero_width_characters_are_shown():
    assert visible("a\u202eb\u200bc") == "a[U+202E]b[U+200B]c"


@given(PRINTED)
def test_nothing_hides(words):
    assert not HIDDEN.search(visible(words))


@given(PRINTED)
def test_no_markup_is_left(words):
    assert not re.search(r"[*_`~\[\]<>()!|$\\]", inert(words))
    assert not re.search(r"#(?!\d)", inert(words))


@given(PRINTED, SPANS)
def test_marking_changes_no_word(words, spans):
    merged = stranger.merged(spans, len(words))
    seen = as_read(stranger.markup(words, merged))
    expected = visible(words).replace("\xa0", " ")
    assert [line.strip() for line in seen.split("\n")] == [line.strip() for line in expected.split("\n")]


@given(SPANS)
def test_merged_ranges_are_in_order_and_apart(spans):
    merged = stranger.merged(spans, 100)
    assert all(0 <= a < b <= 100 for a, b in merged)
    assert all(first[1] < second[0] for first, second in pairwise(merged))


def test_a_link_does_not_become_one():
    assert "http" + ZERO_WIDTH_SPACE not in "http"
    assert "https:" not in inert("https://evil.example")
    assert "www." not in inert("www.evil.example")
