import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.visible import visible


@pytest.mark.parametrize("plain", ["Grüße, Müller!", "спасибо", "שלום", "你好", "👍🏽", "👩‍👩‍👧", "❤️", "é"])
def test_what_can_be_read_stays_as_it_is(plain):
    assert visible(plain) == plain


@pytest.mark.parametrize(
    "hidden", ["\u202e", "\u2066", "\u200b", "\u00ad", "\u3164", "\u034f", "\u2800", "\ufe01", "\x1b"]
)
def test_what_hides_or_turns_is_named(hidden):
    assert visible(f"a{hidden}b") == f"a[U+{ord(hidden):04X}]b"


def test_a_line_break_stays_only_where_lines_are_shown():
    assert visible("a\nb") == "a[U+000A]b"
    assert visible("a\nb\u2028c", lines=True) == "a\nb[U+2028]c"


@given(st.text())
def test_nothing_hidden_survives(text):
    shown = visible(text)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs", "Co", "Zl", "Zp")]
    assert visible(shown) == shown
