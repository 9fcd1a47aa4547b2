"""Builders: one call makes one believable record or person; name only what the test is about."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from casework.account import Account, Stream
from casework.assessment import Assessment, Reason, Verdict, urgency_of
from casework.labels import Hostility, Intent, Kind, Platform, Target
from casework.message import Author, Message, Received
from casework.people import Grant, Officer, Person, Role, Station
from casework.ports import Work
from casework.record import Handover

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
_number = count(1)


class FakeClock:
    """A clock that stands still until it is told otherwise."""

    by_hand = True  # also within a transaction (data.moment)

    def __init__(self, moment: datetime = NOON) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def forward(self, **span: float) -> datetime:
        """Let time pass: forward(minutes=5)."""
        self.moment += timedelta(**span)
        return self.moment

    def set(self, moment: datetime) -> None:
        self.moment = moment


def a_station(work: Work, **given: Any) -> Station:
    """A station that is kept."""
    n = next(_number)
    return work.add(Station(**{"slug": f"wache{n}", "name": f"Wache {n}", "land": "DE-NI", **given}))


def an_officer(work: Work, station: Station | None = None, *roles: Role, **given: Any) -> Officer:
    """An officer with these roles at the station (OFFICER when none is named)."""
    n = next(_number)
    station = station or a_station(work)
    basics = {"login": f"officer{n}", "name": f"Officer {n}", "password_hash": "argon2"}
    officer = work.add(Officer(station_id=station.id, **{**basics, **given}))
    for role in roles or (Role.OFFICER,):
        work.add(Grant(officer.id, role, station.id))
    return officer


def the_person(work: Work, officer: Officer) -> Person:
    """The officer together with all roles kept for him or her."""
    grants = work.find(Grant, officer_id=officer.id)
    return Person(officer, frozenset((g.role, g.station_id) for g in grants))


def a_person(work: Work, *roles: Role, station: Station | None = None, **given: Any) -> Person:
    """A kept officer with these roles, as the rules see him or her."""
    return the_person(work, an_officer(work, station, *roles, **given))


def an_account(work: Work, officer: Officer | None = None, **given: Any) -> Account:
    """An account of the officer that is kept."""
    officer = officer or an_officer(work)
    basics = {"platform": Platform.BLUESKY, "handle": f"polizei{next(_number)}.example"}
    at = {"officer_id": officer.id, "station_id": officer.station_id}
    return work.add(Account(**{**basics, **at, **given}))


def a_plain_account(platform: Platform = Platform.BLUESKY, **given: Any) -> Account:
    """An account that is not kept anywhere."""
    return Account(**{"platform": platform, "handle": "o.test", "officer_id": 1, "station_id": 1, **given})


def a_stream(work: Work, account: Account, **given: Any) -> Stream:
    """A stream of the account that is kept."""
    return work.add(Stream(**{"account_id": account.id, "name": f"stream{next(_number)}", **given}))


def an_author(handle: str = "nachbarin.example") -> Author:
    """A citizen."""
    return Author(f"did:plc:{handle}", handle, "Nachbarin")


def received(text: str = "Danke für euren Einsatz!", **given: Any) -> Received:
    """What a connector hands in; each call is a message of its own unless `native_id` is given."""
    basics = {
        "native_id": f"native-{next(_number)}",
        "kind": Kind.POST,
        "author": an_author(),
        "sent_at": NOON - timedelta(hours=1),
        "raw": text.encode("utf-8", "surrogatepass"),
    }
    return Received(text=text, **{**basics, **given})


def a_message(work: Work, account: Account | None = None, text: str = "Danke!", **given: Any) -> Message:
    """A kept message with its first version; fields of Message and of Received may be given."""
    account = account or an_account(work)
    arrival = {k: given.pop(k) for k in list(given) if k in Received.__slots__}
    message = work.take_in(account, [received(text, **arrival)])[0].message
    return work.replace(replace(message, **given)) if given else message


def a_verdict(intent: Intent = Intent.TIP, *hostility: Hostility, **given: Any) -> Verdict:
    """A sure verdict of the given labels."""
    basics = {
        "intent_scores": {i: 0.9 if i is intent else 0.0125 for i in Intent},
        "hostility_scores": {h: 0.8 if h in hostility else 0.01 for h in Hostility},
        "target": Target.OFFICER if hostility else Target.NONE,
        "urgency": urgency_of(intent, hostility),
        "abstained": False,
        "reasons": (Reason(0, 5, 0.75),),
        "model": "test-1",
    }
    return Verdict(intent=intent, hostility=hostility, **{**basics, **given})


def assessed(
    work: Work, message: Message, intent: Intent = Intent.TIP, *hostility: Hostility, **given: Any
) -> Message:
    """The message with such a verdict kept."""
    work.assessed([Assessment(message.id, message.version, a_verdict(intent, *hostility, **given), work.now)])
    return work.get(Message, message.id)


def a_handover(work: Work, message: Message, sender: Officer, receiver: Officer, **given: Any) -> Handover:
    """A waiting hand-over that is kept."""
    basics = {"note": "Dein Viertel", "due_at": work.now + timedelta(days=3), "handed_over_at": work.now}
    return work.add(Handover(message.id, sender.id, receiver.id, **{**basics, **given}))
