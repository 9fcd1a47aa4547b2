"""One record of each kind with every field given, for the contract of the records."""

from dataclasses import fields, replace
from datetime import timedelta
from typing import get_type_hints

from casework.account import Gap, GapState, Stream
from casework.answering import Reply, ReplyState
from casework.assessment import Assessment
from casework.budget import Held, Purse, Spend
from casework.consent import Consent
from casework.credential import AuthRequest, Credential
from casework.erasure import Erasure, Hold
from casework.labels import Hostility, Intent, Kind, Platform
from casework.limits import Limit
from casework.media import Media, MediaBody
from casework.message import Author, State, Version
from casework.people import Grant, Role, Session
from casework.polling import Pace
from casework.reach import PostFigures, Reach
from casework.rechecks import Recheck
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
from casework.tenure import End, Tenure
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
    stream = work.add(Stream(account.id, "mentions", "c", NOON, NOON, LATER, "kaputt", NOON))
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
        *_of_account(work, account, other),
        *_of_network(work, account, stream),
        *_of_messages(work, message, officer),
    ]


def _of_network(work, account, stream):
    """What networks allow, what they cost, and how a stream goes."""
    held = (Held("w", "mentions", 5, 0, 3 * 10**9, NOON),)
    return [
        (
            work.add(Limit(account.id, "mentions", 14, NOON, 2)),
            {"remaining": None, "reset_at": None, "refusals": 0},
        ),
        (work.add(Purse(account.id, "2026-11", 10**12, held)), {"spent": 0, "held": (), "month": "2026-12"}),
        (
            work.add(Spend(account.id, "2026-11-21", "mentions", 1, 2, 3, 10**12)),
            {"asks": 2, "reads": 4, "writes": 6, "micros": 0},
        ),
        (work.add(Pace(stream.id, NOON, 3, 10**12)), {"stirred_at": None, "failures": 0, "cost": 0}),
        *_of_reach(work, account),
    ]


def _of_reach(work, account):
    """How the account does."""
    figures = {"likes": None, "replies": None, "shares": None, "views": None, "url": "", "seen_at": LATER}
    post = PostFigures(account.id, "p", NOON, "https://x.example/3", 1, 2, 3, 10**12, NOON)
    return [
        (work.add(Reach(account.id, "2026-11-21", 10**12)), {"followers": None, "day": "2026-11-22"}),
        (work.add(post), figures | {"native_id": "q", "sent_at": LATER}),
    ]


def _of_messages(work, message, officer):
    """Whether a message stands, why it is kept, and what is answered."""
    reply = Reply(message.id, message.account_id, officer.id, Kind.DM, "Danke", "k", NOON)
    sent = {
        "state": ReplyState.SENT,
        "reason": "r",
        "attempts": 2,
        "next_try_at": LATER,
        "begun_at": NOON,
        "sent_at": LATER,
        "native_id": "n",
        "url": "https://x.example/2",
        "seen_at": LATER,
        "seen_message_id": message.id,
    }
    media = work.add(Media(message.id, 1, "https://x.example/4", "image/png", 3, "ab", officer.id, NOON))
    return [
        (media, None),
        (work.add(MediaBody(media.id, b"\0\xff\x89")), None),
        (work.add(Recheck(message.id, NOON)), {"asked_at": LATER, "checked_at": LATER}),
        (work.add(Hold(message.id, officer.id, "r", NOON)), {"ended_at": LATER, "reason": "s"}),
        (work.add(Erasure(message.id, "deleted_by_author", NOON)), None),
        (work.add(reply), sent),
    ]


def _of_account(work, account, officer):
    """Whose account it is, the consent, and its sealed key."""
    return [
        (work.add(Consent(account.id, officer.id, "1", NOON)), {"withdrawn_at": LATER, "text_version": "2"}),
        (
            work.add(Tenure(account.id, officer.id, NOON)),
            {"ended_at": LATER, "end": End.CLOSED, "reason": "r", "erase_at": LATER},
        ),
        (
            work.add(Credential(account.id, "k1", b"\0sealed\xff", NOON)),
            {"key_id": "k2", "sealed": b"", "updated_at": LATER},
        ),
        (
            work.add(AuthRequest(account.id, officer.id, "s", "b", "k1", b"\0\xff", NOON)),
            {"key_id": "", "sealed": b"", "ended_at": LATER},
        ),
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
