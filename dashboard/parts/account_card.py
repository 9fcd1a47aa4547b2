"""One account: its state in a word, what went wrong and what helps, its strip, gaps, money and people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import streamlit as st

from casework import pools
from casework.account import Account, Gap, Stream
from casework.budget import Standing
from casework.fitting import Refusal
from casework.ledger import MISSING, Heard, Interval, intervals, length
from casework.rhythm import Habit
from dashboard import hearing, words
from dashboard.hearing import Hearing
from dashboard.parts import (
    account_export,
    account_gaps,
    account_money,
    account_names,
    account_people,
    account_refused,
    account_silence,
    account_streams,
    account_strip,
    say,
)
from dashboard.parts.account_people import Keeping
from dashboard.parts.around import Around
from dashboard.parts.say import Colour
from dashboard.words import Words

LOOK: dict[Hearing, tuple[str, Colour]] = {
    Hearing.BROKEN: ("sensors_off", "red"),
    Hearing.OVERDUE: ("schedule", "orange"),
    Hearing.NEVER: ("pending", "gray"),
    Hearing.HEARD: ("check_circle", "green"),
}


@dataclass(frozen=True, slots=True)
class Card:
    """An account with all that is told of it; `ledgers` and `rhythms` by stream id.

    `blind`: keys of what its network never gives. `money`: how its month stands, in which currency; None
    where reading is free. `shared`: how the quota stands that it shares, if it does. `refused`: what it was
    sent of late and could not be kept. `unannounced`: why its network sends no notices though asked to.
    """

    account: Account
    streams: tuple[Stream, ...]
    at: datetime
    ledgers: Mapping[int, Sequence[Interval]]
    rhythms: Mapping[int, Habit]
    keeping: Keeping
    blind: Sequence[str] = ()
    money: tuple[Standing, str] | None = None
    shared: pools.Standing | None = None
    refused: Sequence[Refusal] = ()
    unannounced: str = ""

    @property
    def hearing(self) -> dict[int, Hearing]:
        """The state of each stream, by id."""
        return {stream.id: hearing.of(stream, self.at) for stream in self.streams}

    @property
    def worst(self) -> int:
        """Rank of the worst stream; 0 is broken. An account that reads nothing was never heard."""
        order = list(Hearing)
        return min((order.index(h) for h in self.hearing.values()), default=order.index(Hearing.NEVER))

    @property
    def silent(self) -> list[Stream]:
        """Streams that are silent for longer than their rhythm explains."""
        return [stream for stream in self.streams if self.rhythms[stream.id].silence]

    def lasting(self, *states: Heard) -> timedelta:
        """How long these states last in all streams together."""
        return sum((length(found, *states) for found in self.ledgers.values()), timedelta())


def ledgers_of(
    streams: Sequence[Stream], gaps: Sequence[Gap], begin: datetime, end: datetime
) -> dict[int, list[Interval]]:
    """The ledger of each stream, out of all gaps."""
    return {
        stream.id: intervals(stream, [g for g in gaps if g.stream_id == stream.id], begin, end)
        for stream in streams
    }


def show(card: Card, around: Around, days: int, *, training: bool) -> None:
    """The card, the strip over so many days; in training nobody asks the networks."""
    account = card.account
    with st.container(border=True, gap="xsmall", key=f"account_{account.id}"):
        _head(card, around)
        account_streams.troubles(card.streams, own_words=card.keeping.may_manage)
        account_refused.notices(card.account.platform, card.unannounced)
        account_refused.show(card.refused, around.now)
        if card.streams:
            account_silence.show(card.streams, card.rhythms, around.now)
            _heard(card, around.now, days, polled=not training)
            account_silence.unsure(card.streams, card.rhythms)
        elif account.active:
            say.meta(words.say("no-streams"), stretch=True)
        _blind(card)
        if card.money:
            refused = any(stream.error.startswith("BudgetSpent") for stream in card.streams)
            account_money.show(*card.money, around.now, refused=refused)
        if card.shared:
            account_money.show_shared(card.shared, around.now)
        account_people.show(card.keeping, around.now, training=training)
        account_export.show(card.keeping, training=training)


def _head(card: Card, around: Around) -> None:
    account = card.account
    with say.row(spread=True):
        with say.group():
            who = say.strong(around.name(account.officer_id))
            say.line(words.joined(who, words.label(account.platform)))
            say.meta(words.quoted(account.handle))
        with say.group():
            for said, icon, colour in _badges(card):
                say.badge(said, icon, colour)


def _badges(card: Card) -> list[tuple[Words, str, Colour]]:
    if not card.account.active:
        return [(words.say("account-resting"), "bedtime", "gray")]
    worst = list(Hearing)[card.worst]
    found: list[tuple[Words, str, Colour]] = []
    if card.silent:
        found.append((words.say("badge-silent"), "volume_off", "orange"))
    for state in MISSING:
        if card.lasting(state):
            found.append((words.label(state), *account_names.LOOK[state][:2]))
    if worst is not Hearing.HEARD or not found:
        found.insert(0, (words.label(worst), *LOOK[worst]))
    return found


def _heard(card: Card, now: datetime, days: int, *, polled: bool) -> None:
    found = account_gaps.rows(card.streams, card.ledgers)
    left, right = st.columns([8, 5], gap="medium")
    with left:
        alt = words.text("strip-alt", n=len(found))
        account_strip.show(card.streams, card.ledgers, days, f"strip_{card.account.id}", alt)
    with right, st.container(gap="xxsmall"):
        account_streams.show(card.streams, card.hearing, now, polled=polled)
    account_gaps.show(found, now)


def _blind(card: Card) -> None:
    """What its network never gives, however well all goes."""
    if not card.blind:
        return
    never = words.joined(*(words.say(f"blind-{key.replace('_', '-')}") for key in card.blind), by="; ")
    said = words.say("blind", platform=words.label(card.account.platform), what=never)
    say.meta(words.joined(say.icon("visibility_off"), said, by=" "), stretch=True)
