from dataclasses import replace
from datetime import timedelta

import pytest

from casework import answering, intake
from casework.answering import Reply, ReplyState
from casework.errors import Conflict, NotAllowed, Refused
from casework.labels import Hostility, Intent, Kind, Platform
from casework.message import Author, Message, State
from casework.outgoing import Sent
from casework.people import Role
from casework.roles import Act, may
from tests import builders
from tests.builders import received

WORDS = "Danke für den Hinweis!"


@pytest.fixture
def account(work, officer):
    return builders.an_account(work, officer)


@pytest.fixture
def message(work, account):
    return builders.a_message(work, account)


def _queue(work, person, message, text=WORDS, kind=Kind.COMMENT):
    return answering.queue(work, person, message.id, text, kind)


def _sent(work, person, message, native_id="n1"):
    reply = answering.begin(work, _queue(work, person, message))
    return answering.done(work, reply, Sent(native_id))


def test_an_officer_answers_in_the_own_name(work, person, message):
    reply = _queue(work, person, message)
    assert (reply.state, reply.officer_id, reply.text) == (ReplyState.QUEUED, person.id, WORDS)
    assert len(reply.key) == 32
    assert answering.due(work) == [reply]


@pytest.mark.parametrize("role", [r for r in Role if r is not Role.OFFICER])
def test_nobody_speaks_in_another_officers_name(work, account, message, role):
    builders.assessed(work, message, Intent.OTHER, Hostility.THREAT)
    station = work.get(builders.Station, account.station_id)
    other = builders.a_person(work, role, station=station)
    with pytest.raises(NotAllowed):
        _queue(work, other, message)


def test_the_operator_answers_nobody(work, person, message):
    letter = answering.letter(work, message.id)
    assert may(person, Act.ANSWER, letter)
    assert not may(replace(person, operator=True), Act.ANSWER, letter)


def test_a_draft_is_kept_and_becomes_the_answer(work, person, message):
    first = answering.draft(work, person, message.id, "Dan", Kind.DM)
    second = answering.draft(work, person, message.id, WORDS, Kind.COMMENT)
    assert (first.id, second.text) == (second.id, WORDS)
    assert answering.due(work) == []
    assert _queue(work, person, message).id == first.id


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"text": " \n"}, "empty"),
        ({"kind": Kind.POST}, "choose a comment or a direct message"),
        ({"text": "x" * 301}, "1 too long for bluesky, which takes 300"),
    ],
)
def test_what_cannot_be_sent_is_refused_with_the_remedy(work, person, message, given, why):
    with pytest.raises(Refused, match=why):
        _queue(work, person, message, **given)


def test_the_same_words_are_not_queued_twice(work, person, message):
    _queue(work, person, message)
    with pytest.raises(Refused, match="on its way already"):
        _queue(work, person, message)
    assert _queue(work, person, message, "Noch etwas").state is ReplyState.QUEUED


def test_nothing_is_sent_from_an_account_that_was_taken_back(work, person, account, message):
    work.replace(replace(account, active=False))
    with pytest.raises(Refused, match="no longer connected"):
        _queue(work, person, message)


def test_what_its_author_took_back_is_not_answered_in_public(work, person, message):
    work.replace(replace(message, deleted_at=work.now))
    with pytest.raises(Refused, match="direct message instead"):
        _queue(work, person, message)
    assert _queue(work, person, message, kind=Kind.DM).kind is Kind.DM


def test_an_answer_is_taken_back_until_it_is_on_its_way(work, person, message):
    reply = answering.cancel(work, person, _queue(work, person, message).id)
    assert (reply.state, reply.reason) == (ReplyState.FAILED, f"taken back by {person.login}")
    begun = answering.begin(work, _queue(work, person, message))
    with pytest.raises(Refused, match="is sending; it can no longer"):
        answering.cancel(work, person, begun.id)


def test_what_was_tried_already_is_taken_back_with_a_warning(work, person, message):
    begun = answering.begin(work, _queue(work, person, message))
    waiting = answering.put_off(work, begun, "Transient: cut off")
    assert "it may be there all the same" in answering.cancel(work, person, waiting.id).reason


def test_what_one_worker_began_another_cannot(work, person, message, clock):
    reply = _queue(work, person, message)
    begun = answering.begin(work, reply)
    with pytest.raises(Conflict):
        answering.begin(work, reply)
    assert answering.due(work) == []
    clock.forward(minutes=11)
    assert answering.due(work) == [begun]
    assert answering.begin(work, begun).begun_at == begun.begun_at


def test_what_ended_is_not_begun_again(work, person, message):
    with pytest.raises(Conflict):
        answering.begin(work, _sent(work, person, message))


def test_an_emergency_that_nobody_acknowledged_stays_open(work, person, message):
    builders.assessed(work, message, Intent.EMERGENCY)
    _sent(work, person, message)
    found = work.get(Message, message.id)
    assert (found.state, found.answered_at) == (State.OPEN, work.now)


def test_an_answer_to_earlier_words_settles_nothing_that_was_written_since(work, person, account):
    message = builders.a_message(work, account, native_id="m1")
    reply = answering.begin(work, _queue(work, person, message))
    intake.take_in(work, account, [received("Dich kriegen wir", native_id="m1")])
    assert answering.done(work, reply, Sent("n1")).state is ReplyState.SENT
    found = work.get(Message, message.id)
    assert (found.version, found.state, found.answered_at) == (2, State.OPEN, None)


def test_an_answer_of_which_the_wording_is_not_known_settles_as_before(work, person, account):
    message = builders.a_message(work, account, native_id="m1")
    reply = work.replace(replace(_queue(work, person, message), answers_version=0))
    intake.take_in(work, account, [received("Danke!!", native_id="m1")])
    answering.done(work, answering.begin(work, reply), Sent("n1"))
    assert work.get(Message, message.id).state is State.DONE


def test_an_answer_that_comes_back_is_seen_and_no_citizens_message(work, person, account, message, clock):
    reply = _sent(work, person, message, "n1")
    clock.forward(minutes=1)
    back = received(WORDS, native_id="n1", author=Author("did:9", "elsewhere.example"))
    taken = intake.take_in(work, account, [back, received()])
    assert taken.count("new") == 1
    assert work.get(Reply, reply.id).seen_at == clock.now()
    clock.forward(minutes=1)
    intake.take_in(work, account, [back])
    assert work.get(Reply, reply.id).seen_at == clock.now() - timedelta(minutes=1)


def test_an_answer_that_came_back_before_we_knew_it_for_ours_is_matched_later(work, person, account, message):
    reply = answering.begin(work, _queue(work, person, message))
    back = received(WORDS, native_id="n1", author=Author("did:9", "elsewhere.example"))
    intake.take_in(work, account, [back])
    stranger = work.find(Message, native_id="n1")[0]
    done = answering.done(work, reply, Sent("n1"))
    assert (done.seen_message_id, done.seen_at) == (stranger.id, stranger.received_at)
    assert work.get(Message, stranger.id).state is State.DONE


def test_the_same_id_on_another_account_is_somebody_elses(work, person, message):
    _sent(work, person, message, "n1")
    assert intake.take_in(work, builders.an_account(work), [received(native_id="n1")]).count("new") == 1


@pytest.mark.parametrize("platform", [Platform.X, Platform.YOUTUBE, Platform.BLUESKY])
def test_who_took_a_handle_that_the_officer_gave_up_is_heard(work, officer, platform):
    account = builders.an_account(work, officer, platform=platform, handle="kira", native_id="4711")
    other = received("Ich bringe dich um", author=Author("99999", "kira"), stream="mentions")
    own = received("Guten Morgen", native_id="2", author=Author("4711", "kira_neu"), stream="mentions")
    assert [t.message.text for t in intake.take_in(work, account, [other, own]).taken] == [
        "Ich bringe dich um"
    ]


@pytest.mark.parametrize("handle", ["kira.example", "@kira.example", "Kira.Example"])
def test_what_the_account_writes_itself_is_no_citizens_message(work, officer, handle):
    account = builders.an_account(work, officer, handle="kira.example")
    own = received(author=Author("did:1", handle))
    assert intake.take_in(work, account, [own]).taken == ()


def test_on_facebook_who_bears_the_pages_name_is_a_citizen_all_the_same(work, officer):
    account = builders.an_account(work, officer, platform=Platform.FACEBOOK, handle="Polizei Wache")
    namesake = received(author=Author("77", "Polizei Wache", "Polizei Wache"))
    assert intake.take_in(work, account, [namesake]).count("new") == 1
    page = replace(account, native_id="77")
    assert intake.take_in(work, page, [replace(namesake, native_id="2")]).taken == ()


def test_what_goes_out_names_what_it_answers(work, person, account):
    message = builders.a_message(work, account, native_id="m1", thread="t1")
    reply = answering.begin(work, _queue(work, person, message))
    out = answering.outgoing(work, reply)
    assert (out.key, out.to, out.thread, out.author) == (reply.key, "m1", "t1", message.author)
    assert out.begun_at == reply.begun_at


def test_what_was_written_to_the_officer_alone_is_answered_to_the_writer_alone(work, person, account):
    private = builders.a_message(work, account, kind=Kind.DM)
    with pytest.raises(Refused, match="direct message"):
        _queue(work, person, private)
    assert _queue(work, person, private, kind=Kind.DM).kind is Kind.DM
