"""Counts a text as the networks do: X's weights, graphemes, Mastodon's short links and mentions, bytes.

X's rule is its published configuration (twitter-text, version 3): Latin and most European scripts count 1,
all else and every emoji 2, every link 23. A bare name of a website is counted at least as a link, for X makes
one of it where it knows the ending: so the count here is never below X's.
"""

import unicodedata
from collections.abc import Callable, Mapping

import regex

from casework.lengths import Counting

LINK = 23
_LIGHT = ((0, 4_351), (8_192, 8_205), (8_208, 8_223), (8_242, 8_247))
_WEB = regex.compile(r"https?://[^\s<>\"'、。]+", regex.IGNORECASE)
_BARE = regex.compile(r"(?<![\w@.])(?:[\w-]+\.)+[a-z]{2,}(?:/[^\s<>\"']*)?(?![\w@])", regex.IGNORECASE)
_EMOJI = regex.compile(r"\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[#*0-9]\ufe0f?\u20e3")
_GRAPHEME = regex.compile(r"\X")
_MENTION = regex.compile(r"(?<![\w/])(@[a-z0-9_]+(?:[a-z0-9_.-]+[a-z0-9_]+)?)@[\w.-]*\w", regex.IGNORECASE)


def count(text: str, counting: Counting) -> int:
    """How many by that rule; with it this module is a casework.lengths.Ruler."""
    return _RULES[counting](text)


def weighted(text: str) -> int:
    """X's count."""
    rest = unicodedata.normalize("NFC", text)
    links = _WEB.findall(rest)
    rest = _WEB.sub("", rest)
    bare = _BARE.findall(rest)
    rest = _BARE.sub("", rest)
    named = sum(max(LINK, _weight(one)) for one in bare)
    return LINK * len(links) + named + _weight(rest)


def graphemes(text: str) -> int:
    """How many characters a reader sees."""
    return len(_GRAPHEME.findall(text))


def mastodon(text: str) -> int:
    """Mastodon's count."""
    return graphemes(_MENTION.sub(r"\1", _WEB.sub("x" * LINK, text)))


def _weight(text: str) -> int:
    return sum(2 if _EMOJI.search(one) else _points(one) for one in _GRAPHEME.findall(text))


def _points(cluster: str) -> int:
    return sum(1 if any(low <= ord(c) <= high for low, high in _LIGHT) else 2 for c in cluster)


_RULES: Mapping[Counting, Callable[[str], int]] = {
    Counting.CHARACTERS: len,
    Counting.GRAPHEMES: graphemes,
    Counting.WEIGHTED: weighted,
    Counting.MASTODON: mastodon,
    Counting.BYTES: lambda text: len(text.encode("utf-8", "surrogatepass")),
}
