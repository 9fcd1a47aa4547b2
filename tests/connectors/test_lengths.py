"""Lengths as the networks count them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.lengths import LONGEST, PLAIN, Counting
from connectors import lengths

LINK = "https://www.onlinewache.polizei.niedersachsen.de/anzeige?id=1"
FAMILY = "👨‍👩‍👧‍👦"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Hallo", 5),
        ("Grüße", 5),
        ("Gru\u0308ße", 5),
        ("日本", 4),
        (FAMILY, 2),
        ("👍🏽", 2),
        ("🇩🇪🇸🇪", 4),
        ("„so“ – ja…", 10 + 1),
        (LINK, 23),
        (f"Hier: {LINK}", 29),
        (f"{LINK} {LINK}", 47),
        ("www.evil.example", 23),
        ("z. B. am 3.5.", 13),
        ("@kira.ahlers ok", 15),
    ],
)
def test_x_weighs_links_emoji_and_wide_scripts(text, count):
    assert lengths.count(text, Counting.WEIGHTED) == count


@pytest.mark.parametrize(
    ("text", "count"), [(FAMILY, 1), ("e\u0301", 1), ("🇩🇪", 1), ("हिन्दी", 2), ("a\r\nb", 3)]
)
def test_bluesky_counts_what_a_reader_sees(text, count):
    assert lengths.count(text, Counting.GRAPHEMES) == count


@pytest.mark.parametrize(
    ("text", "count"), [(LINK, 23), ("@kira@social.example hi", 8), ("a@b.example", 11), (FAMILY, 1)]
)
def test_mastodon_shortens_links_and_mentions(text, count):
    assert lengths.count(text, Counting.MASTODON) == count


def test_bytes_and_characters():
    assert lengths.count("ä👍", Counting.BYTES) == 6
    assert lengths.count("ä👍", Counting.CHARACTERS) == 2


@given(st.text())
def test_any_text_has_a_length(text):
    for counting in Counting:
        assert lengths.count(text, counting) >= 0
        assert PLAIN.count(text, counting) >= 0
    assert lengths.count(text, Counting.GRAPHEMES) <= len(text)


@given(st.text(alphabet="abc xyzäöüß,!?", max_size=400))
def test_plain_german_is_counted_alike_everywhere(text):
    counts = {
        lengths.count(text, one.counting) for one in LONGEST.values() if one.counting is not Counting.BYTES
    }
    assert counts == {len(text)}
