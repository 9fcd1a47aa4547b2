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
LONGEST = 2_000  # a longer text is a copy only if it is the same throughout
_LEFT_OUT = re.compile(r"(?:https?://|www\.)\S+|@[\w.@-]+", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """What is left of a text for comparing, the numbers in it, and whether it is too short for likeness."""

    words: str
    numbers: tuple[str, ...]
    short: bool


@dataclass(slots=True)
class Shelf:
    """First messages, by time, that a copy may be one of: of one account, alike hostile, the same numbers."""

    firsts: list[Message] = field(default_factory=list)
    skeletons: list[str] = field(default_factory=list)

    def put(self, message: Message, words: str) -> None:
        """Let copies of this message be found."""
        at = bisect_right(self.firsts, _age(message), key=_age)
        self.firsts.insert(at, message)
        self.skeletons.insert(at, words)

    def first_of(self, message: Message, skeleton: Skeleton) -> Message | None:
        """The message of which this is a copy: the likest in its span of time, then the earliest."""
        near = 1.0 if skeleton.short or len(skeleton.words) > LONGEST else NEAR
        begin = bisect_left(self.firsts, message.sent_at - SPAN, key=_sent)
        end = bisect_right(self.firsts, message.sent_at + SPAN, key=_sent)
        found = process.extractOne(
            skeleton.words,
            self.skeletons[begin:end],
            scorer=Indel.normalized_similarity,
            processor=None,
            score_cutoff=near,
        )
        return self.firsts[begin + found[2]] if found else None


@lru_cache(20_000)
def skeleton(text: str) -> Skeleton:
    """What a text is compared by."""
    words = search.plain_words(_LEFT_OUT.sub(" ", text))
    letters = " ".join(words)
    short = len(letters) < SHORT_LETTERS or len(words) < SHORT_WORDS
    return Skeleton(letters, tuple(n for word in words for n in _NUMBER.findall(word)), short)


def around(messages: Sequence[Message]) -> tuple[datetime, datetime]:
    """From when to when others may be the first of a wave that these belong to."""
    sent = [m.sent_at for m in messages]
    return min(sent) - SPAN, max(sent) + SPAN


def comparable(message: Message) -> bool:
    """Whether a message can be part of a wave at all."""
    said = skeleton(message.text)
    return bool(said.words) and message.urgency is not Urgency.ACUTE and (not said.short or _hostile(message))


def joined(new: Iterable[Message], known: Iterable[Message]) -> dict[int, int]:
    """The wave of each new message, and of known ones that thereby turn out to be the first of one: by id.

    `known` are others of the same accounts that are in no wave or are the first of theirs.
    """
    shelves: defaultdict[object, Shelf] = defaultdict(Shelf)
    for message in sorted(known, key=_age):
        if _founds(message) and comparable(message):
            _shelf(shelves, message).put(message, skeleton(message.text).words)
    waves: dict[int, int] = {}
    for message in sorted(new, key=_age):
        waves[message.id] = 0
        if comparable(message):
            waves |= _place(_shelf(shelves, message), message)
    return waves


def _place(shelf: Shelf, message: Message) -> dict[int, int]:
    said = skeleton(message.text)
    first = shelf.first_of(message, said)
    if first is None:
        if _founds(message):
            shelf.put(message, said.words)
        return {}
    return {first.id: first.id, message.id: first.id}


def _founds(message: Message) -> bool:
    """Whether copies may follow it: what was written anew is no longer what others copied."""
    return message.version == 1


def _shelf(shelves: defaultdict[object, Shelf], message: Message) -> Shelf:
    said = skeleton(message.text)
    return shelves[message.account_id, _hostile(message), said.short, said.numbers]


def _hostile(message: Message) -> bool:
    return bool(message.hostility)


def _sent(message: Message) -> datetime:
    return message.sent_at


def _age(message: Message) -> tuple[datetime, int]:
    return (message.sent_at, message.id)
