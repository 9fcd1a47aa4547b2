"""Which messages nearly repeat one another: the copies of a pile-on, retyped, decorated, links changed.

Compared is the skeleton of a text: no links, no names of accounts, no emojis or signs, small letters. Each
copy is compared with the first of its wave alone, so that a wave never drifts; within one account, within
days, and only hostile ones with hostile ones. Texts that name different numbers are different: two number
plates, two tips. A short text says too little to be a copy: "Danke" from twenty people is twenty thanks,
unless it is the same hostile word from all sides. An emergency joins no wave.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Indel

from casework.labels import Urgency
from casework.message import Message
from data import search

NEAR = 0.85  # the share of letters that a copy has in common with the first, in their order
SPAN = timedelta(days=7)  # a copy comes so long after the first, or before it
MOST_KNOWN = 2_000  # so many of an account's latest messages a new one is compared with
SHORT_LETTERS, SHORT_WORDS = 24, 4
LONGEST = 1_000  # a text of more letters is a copy only if it is the same throughout
TOO_LONG = 4_000  # and of more than that is compared with nothing: that would hold up the store
_LEFT_OUT = re.compile(r"(?:https?://|www\.)\S+|@[\w.@-]+", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Said:
    """What decides about the wave of a message."""

    id: int
    account_id: int
    sent_at: datetime
    text: str
    version: int
    hostile: bool
    acute: bool


@dataclass(frozen=True, slots=True)
class Skeleton:
    """What is left of a text for comparing, the numbers in it, and whether it is too short for likeness."""

    words: str
    numbers: tuple[str, ...]
    short: bool


@dataclass(slots=True)
class Shelf:
    """First messages, by time, that a copy may be one of: of one account, alike hostile, the same numbers."""

    firsts: list[Said] = field(default_factory=list)
    skeletons: list[str] = field(default_factory=list)

    def put(self, message: Said) -> None:
        """Let copies of this message be found."""
        at = bisect_right(self.firsts, _age(message), key=_age)
        self.firsts.insert(at, message)
        self.skeletons.insert(at, skeleton(message.text).words)

    def first_of(self, message: Said) -> Said | None:
        """The message of which this is a copy: the likest in its span of time, then the earliest."""
        bones = skeleton(message.text)
        begin = bisect_left(self.firsts, message.sent_at - SPAN, key=_sent)
        end = bisect_right(self.firsts, message.sent_at + SPAN, key=_sent)
        found = process.extractOne(
            bones.words,
            self.skeletons[begin:end],
            scorer=Indel.normalized_similarity,
            processor=None,
            score_cutoff=1.0 if bones.short or len(bones.words) > LONGEST else NEAR,
        )
        return self.firsts[begin + found[2]] if found else None


@lru_cache(10_000)
def skeleton(text: str) -> Skeleton:
    """What a text is compared by."""
    words = search.plain_words(_LEFT_OUT.sub(" ", text))
    letters = " ".join(words)
    short = len(letters) < SHORT_LETTERS or len(words) < SHORT_WORDS
    return Skeleton(letters, tuple(n for word in words for n in _NUMBER.findall(word)), short)


def said(message: Message) -> Said:
    """The message, as far as it matters here."""
    return Said(
        message.id,
        message.account_id,
        message.sent_at,
        message.text,
        message.version,
        bool(message.hostility),
        message.urgency is Urgency.ACUTE,
    )


def around(messages: Sequence[Said]) -> tuple[datetime, datetime]:
    """From when to when others may be the first of a wave that these belong to."""
    sent = [m.sent_at for m in messages]
    return min(sent) - SPAN, max(sent) + SPAN


def comparable(message: Said) -> bool:
    """Whether a message can be part of a wave at all."""
    if message.acute or len(message.text) > TOO_LONG:
        return False
    bones = skeleton(message.text)
    return bool(bones.words) and (message.hostile or not bones.short)


def joined(new: Iterable[Said], known: Iterable[Said]) -> dict[int, int]:
    """The wave of each new message, and of known ones that thereby turn out to be the first of one: by id.

    `known` are others of the same accounts that are in no wave or are the first of theirs.
    """
    shelves: defaultdict[object, Shelf] = defaultdict(Shelf)
    for message in sorted(known, key=_age):
        if _founds(message) and comparable(message):
            _shelf(shelves, message).put(message)
    waves: dict[int, int] = {}
    for message in sorted(new, key=_age):
        waves[message.id] = 0
        if comparable(message):
            waves |= _place(_shelf(shelves, message), message)
    return waves


def _place(shelf: Shelf, message: Said) -> dict[int, int]:
    first = shelf.first_of(message)
    if first is not None:
        return {first.id: first.id, message.id: first.id}
    if _founds(message):
        shelf.put(message)
    return {}


def _founds(message: Said) -> bool:
    """Whether copies may follow it: what was written anew is no longer what others copied."""
    return message.version == 1


def _shelf(shelves: defaultdict[object, Shelf], message: Said) -> Shelf:
    bones = skeleton(message.text)
    return shelves[message.account_id, message.hostile, bones.short, bones.numbers]


def _sent(message: Said) -> datetime:
    return message.sent_at


def _age(message: Said) -> tuple[datetime, int]:
    return (message.sent_at, message.id)
