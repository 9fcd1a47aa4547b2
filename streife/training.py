"""Fills an empty store with the training data: invented people, what they received, and what they did.

Everything passes through the same casework as real work; only the clock is moved by hand.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any, Protocol

from casework import budget, consent, described, intake, judging, pieces, staff, standby
from casework.account import Account, Stream
from casework.budget import Purse, Spend
from casework.message import Message, Received
from casework.people import Officer, Person, Role, Station
from casework.ports import Classifier, Store, Work
from casework.prices import CENT, price_of
from casework.record import Case, Handover
from casework.standby import Standby
from streife import demo_beats, demo_replies, demo_rereading, demo_script, demo_world, identity

OPERATOR = Person(Officer("streife", "Streife", 0, ""), operator=True)
POLL = timedelta(minutes=5)
BATCH = 500
READ = "mentions"


class Event(Protocol):
    """What a network did at a moment, as connectors.replay tells it."""

    @property
    def at(self) -> datetime:
        """When it happened (UTC)."""
        ...

    @property
    def account(self) -> str:
        """`login/platform` of the invented officer."""
        ...

    @property
    def native_id(self) -> str:
        """The message's id on its network."""
        ...

    @property
    def received(self) -> Received | None:
        """The message or its new words; None when it went."""
        ...


class HandClock:
    """A clock that stands where it was put."""

    by_hand = True

    def __init__(self, moment: datetime) -> None:
        """Start at this moment (UTC)."""
        self.moment = moment

    def now(self) -> datetime:
        """The moment it was put at."""
        return self.moment


def script(day: str, read: Callable[[Path, date], Iterable[Event]]) -> tuple[date, HandClock, list[Event]]:
    """The last day of the training data, the clock at its beginning, and what happens on the networks."""
    anchor = demo_script.last_day(day)
    clock = HandClock(demo_script.moment(anchor, -60, "06:00"))
    return (
        anchor,
        clock,
        [e for file in sorted(demo_world.FOLDER.glob("*.jsonl")) for e in read(file, anchor)],
    )


@dataclass(frozen=True, slots=True)
class Filled:
    """How much was filled in."""

    messages: int
    handovers: int
    cases: int


def fill(
    store: Store, clock: HandClock, classifier: Classifier, events: Sequence[Event], anchor: date
) -> Filled:
    """Play sixty days into an empty store, in one transaction: a killed run leaves nothing behind."""
    with store.begin() as work:
        accounts = _people(work)
        demo_beats.begin(work, OPERATOR)
        _play(work, clock, classifier, accounts, events, demo_script.read(anchor))
        clock.moment = demo_script.end_of(anchor)
        _streams(work, accounts)
        _spend(work, accounts)
        demo_replies.play(work)
        demo_beats.end(work, OPERATOR)
        kinds: tuple[type[Any], ...] = (Message, Handover, Case)
        return Filled(*(len(work.find(kind)) for kind in kinds))


def _play(
    work: Work,
    clock: HandClock,
    classifier: Classifier,
    accounts: dict[str, Account],
    events: Sequence[Event],
    steps: Sequence[demo_script.Step],
) -> None:
    stage = demo_script.Stage(work)
    moments: list[Event | demo_script.Step] = sorted(
        [*events, *steps], key=lambda one: (one.at, isinstance(one, demo_script.Step))
    )
    week = demo_rereading.monday(clock.moment)
    for arriving, group in groupby(moments, key=lambda one: not isinstance(one, demo_script.Step)):
        for one in group:
            clock.moment = one.at
            if week != demo_rereading.monday(one.at):
                week = demo_rereading.monday(one.at)
                demo_rereading.monday_morning(work, classifier.model)
            if isinstance(one, demo_script.Step):
                stage.play(one)
            else:
                _arrive(work, accounts[one.account], one)
        if arriving:
            _assess(work, classifier)


def _arrive(work: Work, account: Account, event: Event) -> None:
    if event.received is None:
        intake.mark_deleted(work, account, event.native_id)
    else:
        intake.take_in(work, account, [event.received])


def _assess(work: Work, classifier: Classifier) -> None:
    waiting = work.unassessed(BATCH)
    verdicts = described.verdicts(classifier, waiting, pieces.contexts(work, waiting))
    judging.keep_verdicts(work, waiting, verdicts)


def _people(work: Work) -> dict[str, Account]:
    """Stations, officers and accounts; returns the accounts as `login/platform`."""
    world = demo_world.world()
    hashed = identity.hash_password(demo_world.PASSWORD)
    stations = {
        s.slug: staff.add_station(work, OPERATOR, Station(s.slug, s.name, s.land)) for s in world.stations
    }
    accounts = {}
    for user in world.people:
        home = stations[user.station].id
        roles: list[tuple[Role, int]] = [
            (role, stations[slug].id) for role, slugs in user.roles.items() for slug in slugs
        ]
        officer = staff.add_officer(work, OPERATOR, Officer(user.login, user.name, home, hashed), roles)
        for platform, handle in user.accounts.items():
            account = Account(platform, handle, officer.id, home)
            added = staff.add_account(work, OPERATOR, account)
            consent.give(work, Person(officer), added)
            accounts[f"{user.login}/{platform.value}"] = consent.put_to_use(work, added)
    _on_standby(work, stations)
    return accounts


def _on_standby(work: Work, stations: Mapping[str, Station]) -> None:
    """One station has nobody for the nights, so that its page has something to say."""
    ids = {officer.login: officer.id for officer in work.find(Officer)}
    for told in demo_world.world().stations:
        office, off = (tuple(ids[login] for login in logins) for logins in (told.office, told.off))
        plan = Standby(stations[told.slug].id, office=office, off=off)
        standby.arrange(work, OPERATOR, plan)


def _streams(work: Work, accounts: dict[str, Account]) -> None:
    """What was heard and missed: most streams are fine, some have the troubles of `world.toml`."""
    troubles = {(t.account, t.stream): t for t in demo_world.world().troubles}
    for name, account in accounts.items():
        for stream_name in demo_world.STREAMS[account.platform]:
            trouble = troubles.get((name, stream_name)) or demo_world.Trouble(name, stream_name)
            silent = trouble.silent_since(work.now)
            stream = work.add(
                Stream(
                    account.id,
                    stream_name,
                    since=trouble.known_since(work.now),
                    last_success_at=silent or work.now,
                    next_poll_at=work.now + POLL,
                    error=trouble.error,
                    error_at=work.now if silent else None,
                )
            )
            if gap := trouble.gap(stream.id, work.now):
                work.add(gap)


def _spend(work: Work, accounts: dict[str, Account]) -> None:
    """What reading cost this month, day by day."""
    money = demo_world.world().money
    for name, cents_a_day in money.cents_a_day.items():
        account_id, left = accounts[name].id, money.cap_cents
        days = [work.now.date().replace(day=day + 1) for day in range(work.now.day)]
        for day in days:
            cents = min(cents_a_day, left)
            left -= cents
            if cents:
                reads = cents * CENT // price_of(accounts[name].platform, READ, 1, 0)
                work.add(Spend(account_id, day.isoformat(), READ, 288, reads, 0, cents * CENT))
        spent = (money.cap_cents - left) * CENT
        work.add(Purse(account_id, budget.month_of(work.now), spent))
