"""An officer answers from the desk, and sees what becomes of it."""

import pytest

from casework import answering
from casework.answering import Reply, ReplyState
from casework.credential import Credential
from casework.labels import Hostility, Intent, Kind, Target
from casework.message import Message, State
from casework.outgoing import Sent
from casework.people import Role, Station
from casework.record import Decision
from dashboard import desk as real
from dashboard.parts import answers
from data.memory import MemoryStore
from tests.builders import a_message, a_person, an_account, assessed
from tests.contracts.page import says
from tests.dashboard.browser import visit

HOSTILE = "![x](http://evil.example/x.png) <script>alert(1)</script> :red[rot] \u202e"
WORDS = "Donnerstag um vier"


@pytest.fixture
def kira(store):
    with store.begin() as work:
        return a_person(work, Role.OFFICER, name="Kira Ahlers")


@pytest.fixture
def account(store, kira):
    with store.begin() as work:
        account = an_account(work, kira.officer, handle="kira.example")
        work.add(Credential(account.id, "k1", b"sealed", work.now))
        return account


@pytest.fixture
def question(store, account):
    with store.begin() as work:
        return assessed(work, a_message(work, account, "Wann ist Sprechstunde?"), Intent.QUESTION)


@pytest.fixture
def insult(store, account):
    """Case officers of the station may read it and decide about it, too."""
    with store.begin() as work:
        return assessed(
            work, a_message(work, account, "Du Null"), Intent.OTHER, Hostility.INSULT, target=Target.GROUP
        )


@pytest.fixture
def merle(store, account):
    with store.begin() as work:
        return a_person(work, Role.CASE_OFFICER, station=work.get(Station, account.station_id))


def queued(store, kira, question, text=WORDS, kind=Kind.COMMENT):
    with store.begin() as work:
        return answering.queue(work, kira, question.id, text, kind)


def begun(store, reply):
    with store.begin() as work:
        return answering.begin(work, reply)


def replies(store):
    with store.view() as work:
        return work.find(Reply)


def opened(desk, person, message):
    return visit(desk, person, "triage", message=str(message.id))


def form(shown):
    """The answer's form; without a browser it is drawn only in the run in which it is opened."""
    shown.button(key="do_answer").click().run()
    assert not shown.exception
    return shown


def write(shown, text):
    form(shown).text_area[0].input(text)
    return shown


def send(shown, button):
    shown.button(key="do_answer").click()
    shown.button(key=button).click().run()
    assert not shown.exception
    return shown


def stands(shown, state, words):
    symbol = answers.LOOK[state][0]
    badges = [m.value for m in shown.markdown if "-badge[" in m.value]
    return any(f":material/{symbol}:" in badge and words in badge for badge in badges)


def test_the_accounts_officer_sends_an_answer(store, desk, kira, question):
    shown = send(write(opened(desk, kira, question), WORDS), "send_reply")
    [reply] = replies(store)
    assert (reply.state, reply.text, reply.kind) == (ReplyState.QUEUED, WORDS, Kind.COMMENT)
    with store.view() as work:
        noted = [e for e in work.audit() if e.act == "reply_queued"]
        assert work.get(Message, question.id).state is State.OPEN
    assert [(e.actor, e.subject) for e in noted] == [(kira.login, f"message:{question.id}")]
    assert stands(shown, ReplyState.QUEUED, "bereit")


def test_an_answer_goes_the_way_that_was_chosen(store, desk, kira, question):
    shown = write(opened(desk, kira, question), WORDS)
    [way] = [one for one in shown.radio if one.key != "rows"]
    way.set_value(Kind.DM)
    send(shown, "send_reply")
    assert [r.kind for r in replies(store)] == [Kind.DM]


def test_what_was_said_in_private_is_answered_in_private(store, desk, kira, account):
    with store.begin() as work:
        message = assessed(work, a_message(work, account, "Vertraulich", kind=Kind.DM), Intent.TIP)
    shown = write(opened(desk, kira, message), WORDS)
    assert {one.key for one in shown.radio} == {"rows"}
    send(shown, "send_reply")
    assert [r.kind for r in replies(store)] == [Kind.DM]


def test_nothing_is_sent_without_words(store, desk, kira, question):
    assert says(send(write(opened(desk, kira, question), "  "), "send_reply"), "Es fehlt noch eine Angabe")
    assert not replies(store)


def test_a_refusal_is_said_and_sends_nothing(store, desk, kira, question):
    queued(store, kira, question)
    shown = send(write(opened(desk, kira, question), WORDS), "send_reply")
    assert says(shown, "Das passt nicht zum jetzigen Stand")
    assert [r.state for r in replies(store)].count(ReplyState.QUEUED) == 1


def test_what_was_written_is_kept_as_a_draft(store, desk, kira, question):
    form(write(opened(desk, kira, question), WORDS))
    assert [(r.state, r.text) for r in replies(store)] == [(ReplyState.DRAFT, WORDS)]
    again = opened(desk, kira, question)
    assert stands(again, ReplyState.DRAFT, "Entwurf")
    assert form(again).text_area[0].value == WORDS


def test_a_draft_is_its_writers_alone(store, desk, kira, merle, insult):
    with store.begin() as work:
        answering.draft(work, kira, insult.id, "Noch unfertig", Kind.COMMENT)
    assert says(opened(desk, kira, insult), "Noch unfertig")
    assert not says(opened(desk, merle, insult), "Noch unfertig")


def test_whoever_does_not_own_the_account_only_notes_an_answer(store, desk, merle, insult):
    shown = write(opened(desk, merle, insult), WORDS)
    assert "send_reply" not in {b.key for b in shown.button}
    assert says(shown, "Kira Ahlers")
    send(shown, "send_answer")
    assert not replies(store)
    with store.view() as work:
        assert [d.reason for d in work.find(Decision, message_id=insult.id)] == [WORDS]


def test_an_answer_given_elsewhere_ends_the_draft(store, desk, kira, question):
    shown = form(write(opened(desk, kira, question), WORDS))
    send(shown, "send_answer")
    assert [r.text for r in replies(store)] == [""]
    assert not stands(opened(desk, kira, question), ReplyState.DRAFT, "Entwurf")


def test_without_a_key_nothing_can_be_sent_and_that_is_said(store, desk, kira):
    with store.begin() as work:
        message = assessed(work, a_message(work, an_account(work, kira.officer)), Intent.QUESTION)
    shown = form(opened(desk, kira, message))
    assert says(shown, "nicht verbunden")
    assert shown.button(key="send_reply").disabled


def test_in_training_nothing_is_sent_and_that_is_said(clock, desk):
    store = MemoryStore(clock, training=True)
    desk.setattr(real, "store", lambda: store)
    with store.begin() as work:
        kira = a_person(work, Role.OFFICER)
        message = assessed(work, a_message(work, an_account(work, kira.officer)), Intent.QUESTION)
    shown = write(opened(desk, kira, message), WORDS)
    assert says(shown, "In der Übung wird nichts gesendet")
    assert shown.button(key="send_reply").disabled
    send(shown, "send_answer")
    assert not replies(store)
    with store.view() as work:
        assert work.get(Message, message.id).state is State.DONE


def test_an_answer_that_went_out_shows_when_and_where(store, desk, kira, question, clock):
    reply = begun(store, queued(store, kira, question))
    with store.begin() as work:
        answering.done(work, reply, Sent("n-9", "https://net.example/9"))
    shown = opened(desk, kira, question)
    assert stands(shown, ReplyState.SENT, "gesendet")
    assert says(shown, "gesendet heute 13:00")
    assert [t.value for t in shown.text].count("https://net.example/9") == 1


def test_why_an_answer_did_not_go_out_is_shown_and_acts_as_nothing(store, desk, kira, question):
    reply = begun(store, queued(store, kira, question, HOSTILE))
    with store.begin() as work:
        answering.failed(work, reply, HOSTILE)
    shown = opened(desk, kira, question)
    assert stands(shown, ReplyState.FAILED, "nicht gesendet")
    told = [t.value for t in shown.text if "evil.example" in t.value]
    assert len(told) == 2
    assert all("\u202e" not in one for one in told)
    assert not any("evil.example" in m.value for m in shown.markdown)


def test_an_answer_put_off_says_why_and_when_it_is_tried_again(store, desk, kira, question):
    reply = begun(store, queued(store, kira, question))
    with store.begin() as work:
        answering.put_off(work, reply, "the network is away")
    shown = opened(desk, kira, question)
    assert stands(shown, ReplyState.QUEUED, "bereit")
    assert says(shown, "the network is away")
    assert says(shown, "nächster Versuch heute 13:01")


def test_an_answer_that_waits_is_taken_back(store, desk, kira, question):
    reply = queued(store, kira, question)
    shown = opened(desk, kira, question)
    shown.button(key=f"take_back_{reply.id}").click().run()
    assert [r.state for r in replies(store)] == [ReplyState.FAILED]
    assert stands(shown, ReplyState.FAILED, "nicht gesendet")
    assert says(shown, f"taken back by {kira.login}")


def test_what_left_meanwhile_is_not_taken_back(store, desk, kira, question):
    reply = queued(store, kira, question)
    shown = opened(desk, kira, question)
    begun(store, reply)
    shown.button(key=f"take_back_{reply.id}").click().run()
    assert [r.state for r in replies(store)] == [ReplyState.SENDING]
    assert stands(shown, ReplyState.SENDING, "wird gesendet")
    assert f"take_back_{reply.id}" not in {b.key for b in shown.button}


def test_nobody_takes_back_anothers_answer(store, desk, kira, merle, insult):
    reply = queued(store, kira, insult)
    shown = opened(desk, merle, insult)
    assert says(shown, WORDS)
    assert f"take_back_{reply.id}" not in {b.key for b in shown.button}
