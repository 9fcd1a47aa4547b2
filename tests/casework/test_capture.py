"""Capturing pages: asked for or automatic, made or loudly not made, and never called done when it is not."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework import capture, case, decision, erasure, intake, judging
from casework.capture import LEASE, MOST_TRIES
from casework.capture_record import (
    Capture,
    CaptureBody,
    CaptureFile,
    CaptureKind,
    CaptureReason,
    CaptureState,
    Seen,
)
from casework.errors import NotAllowed, Refused
from casework.labels import Hostility, Intent, Kind, Platform
from casework.message import Message, sha256
from casework.people import Role
from casework.record import Notice, NoticeKind, PersonRole
from tests.builders import a_message, a_person, a_station, a_verdict, an_account, received

URL = "https://bsky.app/profile/a.example/post/1"
SEEN = Seen(
    {"title": "Eine Seite", "status": 200},
    ((CaptureKind.SCREENSHOT, "image/png", b"\x89PNG"), (CaptureKind.ARCHIVE, "application/wacz", b"PK\3\4")),
)


@pytest.fixture
def work(store):
    with store.begin() as work:
        yield work


@pytest.fixture
def station(work):
    return a_station(work)


@pytest.fixture
def kira(work, station):
    return a_person(work, Role.OFFICER, station=station)


@pytest.fixture
def merle(work, station):
    return a_person(work, Role.CASE_OFFICER, station=station)


@pytest.fixture
def message(work, kira):
    return a_message(work, an_account(work, kira.officer), "Ich finde dich", url=URL)


def judged(work, message, *hostility, intent=Intent.OTHER, **given):
    verdict = a_verdict(intent, *hostility, **given)
    judging.keep_verdicts(work, [message], [verdict])
    return work.find(Capture, message_id=message.id)


def tried(work, clock, asked, *, final=False):
    taken = capture.take(work, asked)
    failed = capture.failed(work, taken, "bsky.app: too slow", final=final)
    if failed.next_try_at:
        clock.set(failed.next_try_at)
    return failed


def told(work, person):
    return [n.subject for n in work.find(Notice, officer_id=person.id) if n.kind is NoticeKind.CAPTURE_FAILED]


def test_a_page_that_a_person_asked_for_is_secured_with_its_hashes_in_the_log(work, kira, message):
    asked = capture.ask(work, kira, message.id)
    assert (asked.state, asked.asked_by, asked.reason) == (CaptureState.WAITING, kira.id, CaptureReason.ASKED)
    assert capture.due(work, 10) == [asked]
    done = capture.keep(work, capture.take(work, asked), SEEN)
    assert (done.state, done.secured_at, done.error) == (CaptureState.SECURED, work.now, "")
    assert capture.due(work, 10) == []
    picture, archive = capture.files_of(work, [done.id])[done.id]
    assert capture.body_of(work, picture.id) == b"\x89PNG"
    entry = work.audit_of(f"message:{message.id}")[-1]
    assert entry.act == "capture_secured"
    assert entry.detail["files"] == [
        ["screenshot", sha256(b"\x89PNG"), 4],
        ["archive", sha256(b"PK\3\4"), 4],
    ]
    assert archive.sha256 == sha256(b"PK\3\4")


def test_whoever_may_not_decide_may_not_ask(work, message):
    with pytest.raises(NotAllowed):
        capture.ask(work, a_person(work, Role.OFFICER), message.id)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"kind": Kind.DM, "url": URL}, "direct message"),
        ({"url": ""}, "no address"),
        ({"url": "at://did:plc:x/app.bsky.feed.post/1"}, "no address"),
        ({"url": "https://bsky.app.evil.example/1"}, "no page of the network"),
        ({"url": "https://user:pw@bsky.app/1"}, "no page of the network"),
        ({"url": "https://[::"}, "no page of the network"),
        ({"url": "http://127.0.0.1/"}, "no page of the network"),
    ],
)
def test_what_has_no_page_of_its_network_is_refused_and_says_why(work, kira, given, why):
    message = a_message(work, an_account(work, kira.officer), **given)
    with pytest.raises(Refused, match=why):
        capture.ask(work, kira, message.id)
    assert not work.find(Capture)


def test_the_pages_of_a_mastodon_post_lie_on_its_author_s_server_or_ours(work, kira):
    account = an_account(work, kira.officer, platform=Platform.MASTODON, server="https://polizei.example")
    for url, fits in (
        ("https://polizei.example/@a/1", True),
        ("https://a.social/@a/1", True),
        ("https://b.de/1", 0),
    ):
        author = replace(received().author, handle="a@a.social")
        message = a_message(work, account, url=url, author=author)
        if fits:
            assert capture.ask(work, kira, message.id).state is CaptureState.WAITING
        else:
            with pytest.raises(Refused, match="no page of the network"):
                capture.ask(work, kira, message.id)


@pytest.mark.parametrize("hostility", [Hostility.THREAT, Hostility.INCITEMENT, Hostility.DOXXING])
def test_what_is_grave_is_captured_by_itself_and_once(work, message, hostility):
    (asked,) = judged(work, message, hostility)
    assert (asked.reason, asked.asked_by) == (CaptureReason.GRAVE, None)
    assert [e.act for e in work.touching(message.id)].count("capture_asked") == 1
    assert judged(work, message, hostility) == [asked]


@pytest.mark.parametrize(
    ("hostility", "given", "grave"),
    [
        (Hostility.HATE, {"hostility_scores": {Hostility.HATE: 0.95}}, True),
        (Hostility.HATE, {"hostility_scores": {Hostility.HATE: 0.8}}, False),
        (Hostility.SYMBOL, {"hostility_scores": {Hostility.SYMBOL: 0.9}}, True),
        (Hostility.INSULT, {"hostility_scores": {Hostility.INSULT: 1.0}}, False),
        (Hostility.THREAT, {"abstained": True}, False),
        (Hostility.THREAT, {"abstained": True, "intent": Intent.EMERGENCY}, True),
    ],
)
def test_the_rule_of_what_is_grave(work, message, hostility, given, grave):
    assert bool(judged(work, message, hostility, **given)) is grave


def test_what_a_person_calls_hate_is_captured(work, kira, message):
    assert not judged(work, message, Hostility.INSULT)
    decision.correct(work, kira, message.id, hostility=(Hostility.HATE,), reason="Volksverhetzung")
    assert work.find(Capture)[0].reason is CaptureReason.GRAVE


def test_a_grave_direct_message_is_not_captured_for_nobody_else_sees_it(work, kira):
    letter = a_message(work, an_account(work, kira.officer), kind=Kind.DM, url="https://bsky.app/messages/1")
    assert not judged(work, letter, Hostility.THREAT)
    assert capture.standing(work, [letter]) == {}


def test_what_is_bound_into_a_case_is_always_captured(work, merle, message):
    judged(work, message, Hostility.INSULT)
    bind(work, merle, message)
    (asked,) = work.find(Capture)
    assert (asked.reason, asked.asked_by) == (CaptureReason.BOUND, merle.id)


def test_a_newer_wording_is_captured_again_and_one_that_waits_is_not_asked_twice(work, merle, message):
    (asked,) = judged(work, message, Hostility.THREAT)
    capture.bound(work, merle, message)
    assert work.find(Capture) == [asked]
    capture.keep(work, capture.take(work, asked), SEEN)
    assert capture.bound(work, merle, message) is None
    edited = work.replace(replace(work.get(Message, message.id), version=2))
    assert capture.bound(work, merle, edited).version == 2


def edited(work, message):
    return work.replace(replace(work.get(Message, message.id), text="Anders", version=2))


def test_a_page_opened_before_an_edit_shows_the_wording_of_then_and_the_new_one_is_ordered(
    work, kira, message
):
    taken = capture.take(work, capture.ask(work, kira, message.id))
    edited(work, message)
    done = capture.keep(work, taken, SEEN)
    assert (done.state, done.version) == (CaptureState.SECURED, 1)
    ordered = capture.latest(work, message.id)
    assert (ordered.version, ordered.state, ordered.asked_by) == (2, CaptureState.WAITING, kira.id)
    assert capture.due(work, 10) == [ordered]
    secured, asked = work.audit_of(f"message:{message.id}")[-2:]
    assert (secured.act, asked.act) == ("capture_secured", "capture_asked")
    assert asked.detail == {"capture": ordered.id, "reason": "asked"}
    assert capture.keep(work, capture.take(work, ordered), SEEN).version == 2
    assert capture.due(work, 10) == []


def test_a_page_opened_after_an_edit_shows_the_new_wording(work, kira, message):
    asked = capture.ask(work, kira, message.id)
    edited(work, message)
    assert capture.keep(work, capture.take(work, asked), SEEN).version == 2
    assert len(work.find(Capture)) == 1


def bind(work, person, message):
    return case.open_case(work, person, [message.id], case.Draft("Drohung", "Kira", PersonRole.OFFICER))


def test_a_failure_is_not_secured_is_said_and_tried_again_with_growing_pauses(work, kira, message, clock):
    asked = capture.ask(work, kira, message.id)
    pauses = []
    for _ in range(4):
        begun = clock.now()
        failed = tried(work, clock, asked)
        assert (failed.state, failed.secured_at) == (CaptureState.FAILED, None)
        pauses.append(failed.next_try_at - begun)
    assert pauses == sorted(set(pauses))
    assert told(work, kira) == [f"message:{message.id}"]
    entry = [e for e in work.audit_of(f"message:{message.id}") if e.act == "capture_failed"][-1]
    assert entry.detail == {"capture": asked.id, "error": "bsky.app: too slow", "tries": 4, "again": True}
    done = capture.keep(work, capture.take(work, failed), SEEN)
    assert (done.state, done.error) == (CaptureState.SECURED, "")


def test_what_would_end_the_same_is_not_tried_again_until_a_person_asks(work, kira, message, clock):
    failed = tried(work, clock, capture.ask(work, kira, message.id), final=True)
    assert failed.next_try_at is None
    clock.forward(days=30)
    assert capture.due(work, 10) == []
    again = capture.ask(work, kira, message.id)
    assert (again.id, capture.due(work, 10)) == (failed.id, [again])


def test_what_was_given_up_begins_anew_when_it_is_bound_into_a_case(work, merle, message, clock):
    (asked,) = judged(work, message, Hostility.THREAT)
    tried(work, clock, asked, final=True)
    bind(work, merle, message)
    assert [c.id for c in capture.due(work, 10)] == [asked.id]


def test_after_many_tries_it_stays_not_secured(work, kira, message, clock):
    asked = capture.ask(work, kira, message.id)
    for _ in range(MOST_TRIES):
        failed = tried(work, clock, asked)
    assert (failed.state, failed.next_try_at) == (CaptureState.FAILED, None)


def test_a_page_without_the_wording_is_kept_but_doubtful_and_said_aloud(work, kira, message):
    ordered = capture.ask(work, kira, message.id)
    seen = replace(SEEN, page={**SEEN.page, "words_found": False})
    kept = capture.keep(work, capture.take(work, ordered), seen)
    assert (kept.state, kept.doubtful) == (CaptureState.SECURED, True)
    (told,) = [e for e in work.audit_of(f"message:{message.id}") if e.act == "capture_secured"]
    assert told.detail["doubtful"] is True
    assert NoticeKind.CAPTURE_FAILED in [one.kind for one in work.find(Notice, officer_id=kira.id)]


def test_a_crash_between_capture_and_keep_leaves_it_not_secured_and_due_again(work, kira, message, clock):
    asked = capture.ask(work, kira, message.id)
    assert capture.take(work, asked)
    assert capture.take(work, asked) is None
    assert capture.latest(work, message.id).state is CaptureState.WAITING
    clock.forward(seconds=LEASE.total_seconds())
    assert [c.id for c in capture.due(work, 10)] == [asked.id]
    assert capture.take(work, asked).tries == 2


def test_case_officers_hear_of_what_the_machine_could_not_capture(work, kira, merle, message, clock):
    (asked,) = judged(work, message, Hostility.THREAT)
    tried(work, clock, asked)
    assert told(work, merle) == [f"message:{message.id}"]
    assert told(work, kira) == []


def test_a_broken_browser_does_not_bury_the_desk_in_notices(work, kira, merle, message, clock):
    account = an_account(work, kira.officer)
    others = [a_message(work, account, url=URL) for _ in range(5)]
    for one in (message, *others):
        (asked,) = judged(work, one, Hostility.THREAT)
        tried(work, clock, asked)
    assert len(told(work, merle)) == 1
    bound = bind(work, merle, others[0])
    clock.forward(days=1)
    tried(work, clock, capture.latest(work, others[0].id))
    assert told(work, merle)[1:] == [f"case:{bound.id}"]


@pytest.mark.parametrize("missing", [CaptureKind.SCREENSHOT, CaptureKind.ARCHIVE])
def test_without_picture_or_archive_nothing_is_secured(work, kira, message, missing):
    taken = capture.take(work, capture.ask(work, kira, message.id))
    less = replace(SEEN, files=[(k, t, b"" if k is missing else b) for k, t, b in SEEN.files])
    with pytest.raises(Refused, match="nothing was secured"):
        capture.keep(work, taken, less)
    assert not work.find(CaptureFile)
    assert capture.latest(work, message.id).state is CaptureState.WAITING


def test_what_was_erased_meanwhile_is_not_kept(work, kira, message):
    taken = capture.take(work, capture.ask(work, kira, message.id))
    erasure.erase(work, work.get(Message, message.id))
    with pytest.raises(Refused, match="erased"):
        capture.keep(work, taken, SEEN)
    assert not work.find(CaptureBody)
    with pytest.raises(Refused, match="erased"):
        capture.ask(work, kira, message.id)


def test_a_late_failure_takes_nothing_back_that_was_secured(work, kira, message):
    taken = capture.take(work, capture.ask(work, kira, message.id))
    done = capture.keep(work, taken, SEEN)
    assert capture.failed(work, taken, "too late") == done


def test_a_secured_page_stays_what_counts_when_a_second_try_fails(work, kira, message, clock):
    done = capture.keep(work, capture.take(work, capture.ask(work, kira, message.id)), SEEN)
    clock.forward(hours=1)
    tried(work, clock, capture.ask(work, kira, message.id))
    assert capture.standing(work, [work.get(Message, message.id)]) == {message.id: done}
    assert timedelta() < work.now - done.secured_at


def test_the_bytes_of_what_arrives_are_sealed_in_the_log_at_once(work, kira):
    account = an_account(work, kira.officer)
    intake.take_in(work, account, [received("eins", native_id="1"), received("zwei", native_id="2")])
    intake.take_in(work, account, [received("eins", native_id="1"), received("anders", native_id="2")])
    first, second = (e.detail["messages"] for e in work.audit_of(f"account:{account.id}"))
    assert [one[2] for one in first] == [sha256(b"eins"), sha256(b"zwei")]
    assert [one[:3] for one in second] == [[first[1][0], 2, sha256(b"anders")]]
    assert [e.act for e in work.touching(second[0][0])] == ["taken_in", "taken_in"]


def test_who_edits_on_and_on_is_captured_later_and_later(work, kira, message, clock):
    asked, waits = capture.ask(work, kira, message.id), []
    for number in range(2, 6):
        taken = capture.take(work, asked)
        changed = work.get(Message, message.id)
        work.replace(replace(changed, text=f"Anders {number}", version=number))
        capture.keep(work, taken, SEEN)
        asked = capture.latest(work, message.id)
        waits.append(asked.next_try_at - work.now)
        clock.set(asked.next_try_at)
    assert waits == sorted(waits)
    assert (waits[0], waits[-1] > timedelta(minutes=3)) == (timedelta(), True)
