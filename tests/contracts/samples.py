"""One record of each kind with every field given, for the contract of the records."""

from dataclasses import fields, replace
from datetime import timedelta
from typing import get_type_hints

from casework.account import Gap, GapState, Stream
from casework.assessment import Assessment
from casework.labels import Hostility, Intent, Platform
from casework.message import Author, State, Version
from casework.people import Grant, Role, Session
from casework.record import (
    Case,
    CaseItem,
    CaseState,
    Choice,
    Decision,
    Handover,
    Outcome,
    PersonRole,
    SpotCheck,
)
from tests import builders
from tests.builders import NOON, a_message, a_verdict, an_account, an_officer

LATER = NOON + timedelta(days=1, microseconds=1)


def one_of_each(work):
    """A record of each kind, every field given, with a changed twin that keeps only the id and keys."""
    station = builders.a_station(work, slug="w", name="Wache", land="DE-NI")
    officer = an_officer(work, station, email="o@polizei.example", active=False, mask_hostile=False)
    other = an_officer(work, station)
    account = an_account(work, other, server="https://pds.example", active=False)
    message = a_message(
        work,
        account,
        "Hallo",
        author=Author("did:1", "a.example", "A"),
        url="https://x.example/1",
        thread="t",
        parent="p",
        lang="de",
    )
    stream = work.add(Stream(account.id, "mentions", "c", NOON, LATER, "kaputt", NOON))
    case = work.add(
        Case("W-1", "Hetze", station.id, "O", PersonRole.OFFICER, officer.id, NOON, ("185", "241"), "n")
    )
    return [
        (station, replace(station, name="Neu", land="DE-NW", slug="v")),
        (officer, replace(officer, login="neu", name="Neu", email="", active=True, mask_hostile=True)),
        (other, replace(other, password_hash="anders")),
        (work.add(Grant(officer.id, Role.SUPERVISOR, station.id)), None),
        (work.add(Session("h", officer.id, NOON, LATER)), {"ended_at": LATER, "expires_at": NOON}),
        (account, replace(account, platform=Platform.X, handle="neu", server="", active=True)),
        (stream, replace(stream, cursor="d", error="", error_at=None, next_poll_at=None)),
        (work.add(Gap(stream.id, NOON, LATER)), {"state": GapState.LOST, "missed_to": NOON}),
        (message, _labelled(message)),
        (work.find(Version, message_id=message.id)[0], None),
        (work.add(Assessment(message.id, 1, a_verdict(Intent.TIP, Hostility.HATE), NOON)), None),
        (
            work.add(SpotCheck(message.id, account.id, 1, "test-1", NOON, LATER)),
            {
                "answer": Choice.CORRECT,
                "intent": Intent.TIP,
                "hostility": (Hostility.THREAT,),
                "answered_at": LATER,
            },
        ),
        (
            work.add(Decision(message.id, officer.id, Choice.CORRECT, "r", NOON, {"a": [1, {"b": None}]})),
            None,
        ),
        (
            work.add(Handover(message.id, officer.id, other.id, "n", LATER, NOON)),
            {"outcome": Outcome.TRUE_TIP, "answered_at": NOON, "ended_at": LATER, "reason": "gut"},
        ),
        (case, replace(case, state=CaseState.SENT, ended_at=LATER, ended_reason="StA", hints=())),
        (work.add(CaseItem(case.id, message.id, 1, "ab", officer.id, NOON)), None),
    ]


def _labelled(message):
    return replace(
        message,
        state=State.IN_CASE,
        intent=Intent.OTHER,
        hostility=(Hostility.THREAT, Hostility.INSULT),
        target=a_verdict(Intent.TIP, Hostility.HATE).target,
        urgency=a_verdict(Intent.EMERGENCY).urgency,
        abstained=True,
        corrected=True,
        assessed_version=1,
        first_seen_at=NOON,
        acknowledged_at=NOON,
        answered_at=LATER,
        deleted_at=LATER,
    )


def assert_same_types(written, read):
    """Equal is not enough: a word is no enumeration and a list no tuple."""
    hints = get_type_hints(type(written))
    for field in fields(written):
        one, two = getattr(written, field.name), getattr(read, field.name)
        assert type(one) is type(two), (field.name, hints[field.name], one, two)
