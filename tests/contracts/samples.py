"""One record of each kind with every field given, for the contract of the records."""

from dataclasses import fields, replace
from datetime import timedelta
from typing import get_type_hints

from casework.account import Gap, GapState, Stream
from casework.announced import Announced
from casework.answering import Reply, ReplyState
from casework.application import Application, Capacity, Ending, Manner
from casework.assessment import Assessment
from casework.beat import Beat, BeatEdition
from casework.budget import Held, Purse, Spend
from casework.bulk_record import Bulk, BulkStep
from casework.capture_record import (
    Capture,
    CaptureBody,
    CaptureFile,
    CaptureKind,
    CaptureReason,
    CaptureState,
)
from casework.care import Talk
from casework.claim import Claim, Presence
from casework.consent import Consent
from casework.credential import AuthRequest, Credential
from casework.draft import FormDraft
from casework.elements import ElementCheck, ElementFinding
from casework.erasure import Erasure, Hold
from casework.escalation import Alarm, Called, Escalation, Rung
from casework.exposure import Exposure, Telling, Wishes
from casework.first_answer import FirstAnswer
from casework.fitting import Refusal
from casework.four_eyes import Approval, ApprovalRule, ApprovalState, ReplySettings
from casework.labels import Hostility, Intent, Kind, Platform
from casework.leave import Leave
from casework.limits import Limit
from casework.media import Media, MediaBody
from casework.message import Author, State, Version
from casework.outcome import ProsecutionState, ProsecutorResult
from casework.people import Grant, Role, Session
from casework.polling import Pace
from casework.pools import Pool, Share
from casework.post import Mailbox
from casework.reach import PostFigures, Reach
from casework.recall import Correction
from casework.recall_letter import RecallKind
from casework.rechecks import Recheck
from casework.record import (
    Case,
    CaseItem,
    CaseState,
    Choice,
    Decision,
    Handover,
    Notice,
    NoticeKind,
    Outcome,
    PersonRole,
    Question,
    SpotCheck,
)
from casework.redaction import Redaction
from casework.rotation import Turn
from casework.saved_view import SavedView
from casework.shift import Shift
from casework.signals import Signals
from casework.sparing import Disclosure
from casework.standby import Hours, Standby
from casework.stream_trouble import Sort, StreamTrouble
from casework.support import Contact
from casework.template import Purpose, Template, TemplateVersion, Tone
from casework.tenure import End, Tenure
from casework.transmission import Transmission, Way
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
        (
            work.add(Gap(stream.id, NOON, LATER)),
            {"state": GapState.LOST, "missed_to": NOON, "retry_at": LATER},
        ),
        (message, _labelled(message)),
        (work.find(Version, message_id=message.id)[0], None),
        (work.add(Assessment(message.id, 1, a_verdict(Intent.TIP, Hostility.HATE, read_with=2), NOON)), None),
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
            work.add(
                Decision(
                    *(message.id, officer.id, Choice.CORRECT, "r", NOON, {"a": [1, {"b": None}]}),
                    moved={"state": ("open", "tip"), "answered_at": (None, "x")},
                )
            ),
            {"taken_back_at": LATER, "moved": {}},
        ),
        (
            work.add(Handover(message.id, officer.id, other.id, "n", LATER, NOON)),
            {"outcome": Outcome.TRUE_TIP, "answered_at": NOON, "ended_at": LATER, "reason": "gut"},
        ),
        (case, replace(case, state=CaseState.SENT, ended_at=LATER, ended_reason="StA", hints=())),
        (work.add(CaseItem(case.id, message.id, 1, "ab", officer.id, NOON)), {"released_at": NOON}),
        *_of_account(work, account, other),
        *_of_network(work, account, stream),
        *_of_messages(work, message, officer),
        *_of_the_desk(work, officer),
        *_of_beats(work, station, officer, other),
        *_of_a_shared_desk(work, message, officer, other),
        *_of_what_left(work, case, message, officer),
        *_of_the_law(work, case, message, officer),
    ]


def _of_the_law(work, case, message, officer):
    """Who applied for prosecution, and what a human found of an element."""
    who = ("Kira\0", Capacity.SUPERIOR, "Jonas", "Leiterin seit 2024")
    how = (Manner.ELECTRONIC, NOON, "Ausweis", "ausdrücklich", "2026-11-20", "2027-02-22", True)
    pinned = ((message.id, 1), (2**40, 2))
    applied = Application(case.id, *who, pinned, ("185",), *how, officer.id, LATER)
    gone = {"end": Ending.WITHDRAWN, "ended_at": NOON, "ended_by": officer.id, "ended_reason": "r"}
    found = ElementCheck(
        case.id, "185", 4, "Satire?", "2026-11", ElementFinding.NOT_MET, "\u202e", officer.id, NOON
    )
    return [(work.add(applied), {**gone, "ended_noted_at": LATER}), (work.add(found), None)]


def _of_what_left(work, case, message, officer):
    """What left the house, what was told of it, what is blackened, and what came back."""
    pinned, given = ((message.id, 1), (2**40, 2)), ("StA\0", "zac-nrw", "§ 163 StPO", "Anzeige")
    sent = Transmission(case.id, "r1", "W-1-r1", "ab", 7, pinned, "cd", True, "merle", NOON, *given)
    changes = {"way": Way.DISC, "sent_at": LATER, "sent_by": "merle", "recalled_at": LATER, "messages": ()}
    kept = work.add(sent)
    told = Correction(kept.id, RecallKind.RECALL, "r", "Brief\n\u202e", "cd", officer.id, NOON)
    black = Redaction(case.id, "Max Muster", "unbeteiligt", officer.id, NOON)
    days = ("2026-11-20", "merle", NOON)
    result = ProsecutorResult(case.id, "1 Js 2/26", "StA", ProsecutionState.CHARGED, "Anklage", *days)
    return [
        (kept, changes),
        (
            work.add(told),
            {"confirmed_at": LATER, "confirmed_by": officer.id, "confirmation": "Fax"},
        ),
        (work.add(black), {"lifted_at": LATER, "lifted_by": officer.id}),
        (
            work.add(result),
            {"state": ProsecutionState.DROPPED_153A, "words": "", "decided_on": "", "noted_by": "k"},
        ),
    ]


def _of_network(work, account, stream):
    """What networks allow, what they cost, and how a stream goes."""
    held = (Held("w", "mentions", 5, 0, 3 * 10**9, NOON),)
    pool = work.add(Pool(Platform.YOUTUBE, "7", NOON, 10**12, True))
    return [
        (
            work.add(Limit(account.id, "mentions", 14, NOON, 2)),
            {"remaining": None, "reset_at": None, "refusals": 0},
        ),
        (pool, {"used": 0, "refused": False, "until": LATER}),
        (work.add(Share(account.id, pool.id, 10**12)), {"used": 0}),
        (work.add(Purse(account.id, "2026-11", 10**12, held)), {"spent": 0, "held": (), "month": "2026-12"}),
        (
            work.add(Spend(account.id, "2026-11-21", "mentions", 1, 2, 3, 10**12)),
            {"asks": 2, "reads": 4, "writes": 6, "micros": 0},
        ),
        (work.add(Announced(account.id, "mentions", "comment:1", "2026-11-21", NOON)), {"day": "2026-11-22"}),
        (
            work.add(StreamTrouble(stream.id, Sort.KEY, NOON)),
            {"begun_at": LATER, "told_at": LATER, "ended_at": LATER},
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
        "automatic": True,
    }
    media = work.add(Media(message.id, 1, "https://x.example/4", "image/png", 3, "ab", officer.id, NOON))
    capture = work.add(
        Capture(
            *(message.id, 1, CaptureReason.ASKED, NOON, officer.id, CaptureState.FAILED, 3),
            *(NOON, LATER, NOON, "zu langsam", {"title": "\u202e", "status": 200}),
        )
    )
    page = work.add(CaptureFile(capture.id, CaptureKind.SCREENSHOT, "image/png", 3, "ab"))
    secured = {"state": CaptureState.SECURED, "asked_by": None, "next_try_at": None, "page": {}}
    return [
        (capture, secured),
        (page, None),
        (work.add(CaptureBody(page.id, b"\0\xff\x89")), None),
        (media, None),
        (work.add(MediaBody(media.id, b"\0\xff\x89")), None),
        (work.add(Refusal(message.account_id, "ab" * 32, "at://1", "native_id: empty", NOON)), None),
        (work.add(Recheck(message.id, NOON)), {"asked_at": LATER, "checked_at": LATER}),
        (work.add(Hold(message.id, officer.id, "r", NOON)), {"ended_at": LATER, "reason": "s"}),
        (work.add(Erasure(message.id, "deleted_by_author", NOON)), None),
        (kept := work.add(reply), sent),
        *_of_answers(work, kept, officer),
        *_of_emergencies(work, message, officer, kept),
    ]


def _of_answers(work, reply, officer):
    """How a station answers, and who looks before an answer goes out."""
    station = officer.station_id
    words = (Purpose.TIP, Tone.WARM, "de", "Titel", "Danke, {name}")
    template = work.add(Template(station, 0, *words, officer.id, NOON))
    named = {"purpose": Purpose.CALM, "tone": Tone.FORMAL, "lang": "sv", "title": "T", "text": "t"}
    wanted = Approval(reply.id, reply.message_id, station, officer.id, officer.id, Kind.DM, "t", "ab", NOON)
    return [
        (template, named | {"version": 2, "retired_at": LATER, "owner_id": officer.id, "written_at": LATER}),
        (work.add(TemplateVersion(template.id, 1, "Titel", "Danke", officer.id, NOON)), None),
        (
            work.add(ReplySettings(station)),
            {
                "rule": ApprovalRule.GRAVE,
                "link": "https://x.example",
                "changed_by": officer.id,
                "changed_at": NOON,
            },
        ),
        (work.add(wanted), {"state": ApprovalState.DECLINED, "reason": "r", "ended_at": LATER}),
    ]


def _of_emergencies(work, message, officer, reply):
    """Who is on standby, how far an emergency has gone, and what was answered of itself."""
    station, told = officer.station_id, (officer.id, 7)
    plan = Standby(station, 3, 9, "06:30", "15:00", told, (8,), first_answer=True)
    answer = FirstAnswer(reply.account_id, "t", "did:1", message.id, reply.id, NOON)
    step = Escalation(message.id, 2, station, 1, Rung.AGAIN, Hours.OFF, told, NOON, LATER)
    return [
        (
            work.add(plan),
            {"minutes": 1, "maybe_minutes": 2, "office": (), "off": told, "first_answer": False},
        ),
        (
            work.add(Alarm(message.id, 2, 1, told, NOON)),
            {"step": 3, "round": 2, "told": (), "last_at": LATER},
        ),
        (work.add(step), None),
        (work.add(Called(message.id, officer.id, station, NOON)), None),
        (work.add(answer), None),
        (work.add(Signals(officer.id, sound=False)), {"sound": True, "badge": False}),
    ]


def _of_the_desk(work, officer):
    """What officers are told."""
    told = Notice(officer.id, NoticeKind.ESCALATED, "message:1", NOON, {"minutes": 5})
    changes = {"seen_at": LATER, "mailed_at": LATER, "attempts": 1, "next_try_at": LATER, "error": "e"}
    return [(work.add(told), changes), *_of_care(work, officer)]


def _of_care(work, officer):
    """What is kept from officers, who reads for whom, and their own matters."""
    message = a_message(work)
    station = builders.a_station(work)
    asked = Disclosure(message.id, message.account_id, officer.id, NOON)
    contact = Contact(station.id, "RBS", "Intranet", "Gespräch", officer.id, NOON)
    return [
        (work.add(asked), {"ended_at": LATER}),
        (work.add(Talk(message.id, officer.id, officer.id, NOON)), None),
        (work.add(Turn(officer.id, station.id, officer.id, NOON, LATER)), {"ended_at": LATER}),
        (work.add(Exposure(officer.id, 5, "2026-11-21", 3)), {"day": "2026-11-28", "count": 0}),
        (
            work.add(Wishes(officer.id)),
            {"telling": Telling.NEVER, "daily_limit": 0, "heard_at": LATER},
        ),
        (work.add(contact), {"removed_at": LATER, "name": "PSU", "reach": "-", "about": ""}),
    ]


def _of_beats(work, station, officer, other):
    """Who looks after which streets, who is away, and what is asked back."""
    area = '{"type": "Polygon", "coordinates": []}'
    beat = work.add(Beat(station.id, "Nord", officer.id, other.id, ("Lindenstraße 1-40",), area))
    handover = work.find(Handover)[0]
    return [
        (beat, {"officer_id": None, "deputy_id": None, "places": (), "outline": "", "retired": True}),
        (work.add(BeatEdition(station.id, "beats.csv", 4, NOON)), None),
        (
            work.add(Leave(officer.id, NOON, LATER, other.id, NOON)),
            {"deputy_id": None, "cancelled_at": LATER, "ends_at": NOON},
        ),
        (
            work.add(Question(handover.id, other.id, "Wo?", NOON)),
            {"answer": "Dort", "answered_by": officer.id, "answered_at": LATER},
        ),
        (work.add(Shift(station.id, ("06:00", "22:00"))), {"times": ()}),
        (
            work.add(Mailbox(officer.id, NOON)),
            {"failing_since": LATER, "error": "550", "mailed_at": None},
        ),
    ]


def _of_a_shared_desk(work, message, officer, other):
    """Who looks, who took it on, what is not sent yet, and what was done to many at once."""
    taken = {"officer_id": other.id, "claimed_at": LATER, "stirred_at": LATER, "ended_at": LATER}
    view = SavedView(officer.id, "Wochenende", {"view": "open", "text": "ä\0"}, NOON)
    bulk = Bulk(officer.id, BulkStep.DISMISS, "r", ((message.id, 3), (2**40, 4)), NOON)
    return [
        (work.add(Presence(officer.id, message.id, NOON)), {"officer_id": other.id, "seen_at": LATER}),
        (work.add(Claim(message.id, officer.id, NOON, NOON)), taken),
        (
            work.add(FormDraft(officer.id, "message:1 dismiss", {"more": "\u202e"}, NOON)),
            {"place": "b", "words": {}, "written_at": LATER},
        ),
        (work.add(bulk), {"records": (), "undone_at": LATER, "reason": ""}),
        (work.add(view), {"name": "n", "parameters": {}, "saved_at": LATER, "ended_at": LATER}),
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
        language="nl",
        wave=message.id,
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
