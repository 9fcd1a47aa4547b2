"""How long an answer may be on each network, and how the network counts; one source for all rooms."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from casework.errors import Refused
from casework.labels import Kind, Platform


class Counting(StrEnum):
    """What a network counts.

    CHARACTERS: Unicode code points. GRAPHEMES: what a reader takes for one character. WEIGHTED: X's rule, a
    link is 23 and CJK or an emoji 2. MASTODON: graphemes, a link is 23, of a mention the local part counts.
    BYTES: of UTF-8.
    """

    CHARACTERS = "characters"
    GRAPHEMES = "graphemes"
    WEIGHTED = "weighted"
    MASTODON = "mastodon"
    BYTES = "bytes"


@dataclass(frozen=True, slots=True)
class Longest:
    """At most so many, counted so."""

    most: int
    counting: Counting


@dataclass(frozen=True, slots=True)
class Length:
    """How long a text is, by the network's count."""

    used: int
    longest: Longest

    @property
    def left(self) -> int:
        """What is left; negative: so much is too much."""
        return self.longest.most - self.used


class Ruler(Protocol):
    """Counts a text as a network does."""

    def count(self, text: str, counting: Counting) -> int:
        """How many by that rule, 0 for an empty text."""
        ...


class Plain:
    """Counts without a library: every code point, wide ones double where that matters. Short links count too
    little, emoji too much; the networks' own rules are `connectors.lengths`."""

    def count(self, text: str, counting: Counting) -> int:
        """The nearest that plain Python tells."""
        if counting is Counting.BYTES:
            return len(text.encode("utf-8", "surrogatepass"))
        if counting is Counting.WEIGHTED:
            return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
        return len(text)


PLAIN: Ruler = Plain()
_CHARACTERS, _BYTES = Counting.CHARACTERS, Counting.BYTES
LONGEST: Mapping[tuple[Platform, Kind], Longest] = {
    (Platform.X, Kind.COMMENT): Longest(280, Counting.WEIGHTED),
    (Platform.X, Kind.DM): Longest(10_000, _CHARACTERS),
    (Platform.BLUESKY, Kind.COMMENT): Longest(300, Counting.GRAPHEMES),
    (Platform.BLUESKY, Kind.DM): Longest(1_000, Counting.GRAPHEMES),
    # A server may allow more than Mastodon's own 500; none allows less.
    (Platform.MASTODON, Kind.COMMENT): Longest(500, Counting.MASTODON),
    (Platform.MASTODON, Kind.DM): Longest(500, Counting.MASTODON),
    (Platform.FACEBOOK, Kind.COMMENT): Longest(8_000, _CHARACTERS),
    (Platform.FACEBOOK, Kind.DM): Longest(2_000, _CHARACTERS),
    (Platform.INSTAGRAM, Kind.COMMENT): Longest(2_200, _CHARACTERS),
    (Platform.INSTAGRAM, Kind.DM): Longest(1_000, _BYTES),
    (Platform.YOUTUBE, Kind.COMMENT): Longest(10_000, _CHARACTERS),
}


def longest(platform: Platform, kind: Kind) -> Longest | None:
    """The limit of such an answer there; None where the network has no such answers."""
    return LONGEST.get((platform, kind))


def length(text: str, platform: Platform, kind: Kind, ruler: Ruler = PLAIN) -> Length | None:
    """How long the text is there; None where nothing limits it."""
    limit = longest(platform, kind)
    return Length(ruler.count(text.strip(), limit.counting), limit) if limit else None


def demand_fit(text: str, platform: Platform, kind: Kind, ruler: Ruler = PLAIN) -> None:
    """Raise Refused with how much is too much."""
    found = length(text, platform, kind, ruler)
    if found and found.left < 0:
        most, over = found.longest.most, -found.left
        raise Refused(f"answer: {over} too long for {platform.value}, which takes {most}; shorten it")
