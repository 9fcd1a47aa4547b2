"""The spot check on the pages: offered calmly to whoever decides, answered by one click, counted for all."""

import pytest

from casework import decision, judging, spot_check
from casework.labels import Hostility, Intent, Target
from casework.message import Message
from casework.people import Role
from casework.record import Choice, SpotCheck
from dashboard import desk as real
from dashboard.parts import judgement_reread
from tests.builders import a_handover, a_message, a_person, a_verdict, an_account, assessed
from tests.contracts.page import says
from tests.dashboard.browser import visit
from tests.dashboard.test_triage import acts, press

MODEL = "test-1"


@pytest.fixture
def kira(store):
    with store.begin() as work:
        return a_person(work, Role.OFFICER, name="Kira Ahlers")


@pytest.fixture
def account(store, kira):
    with store.begin() as work:
        return an_account(work, kira.officer)


def drawn(store, account, *texts) -> list[Message]:
    """Messages judged praise, all of them drawn to be read again."""
    with store.begin() as work:
        messages = [a_message(work, account, text) for text in texts]
        judging.keep_verdicts(work, messages, [a_verdict(Intent.PRAISE)] * len(messages), one_in=1)
        return [work.get(Message, m.id) for m in messages]


def check(store, message) -> SpotCheck:
    with store.begin() as work:
        return work.find(SpotCheck, message_id=message.id)[0]


def has(shown, key) -> bool:
    return any(b.key == key for b in shown.button)


def opened(shown) -> str:
    """The message in the address, which the test harness gives bare or as a list of one."""
    found = shown.query_params["message"]
    return found[0] if isinstance(found, list) else found


def test_where_nothing_waits_the_triage_says_nothing_of_it(store, desk, kira, account):
    with store.begin() as work:
        assessed(work, a_message(work, account), Intent.PRAISE)
    shown = visit(desk, kira)
    assert not says(shown, "Stichprobe")
    assert not has(shown, "reread_look")


def test_a_strip_tells_how_many_wait_and_leads_to_them_alone(store, desk, kira, account):
    drawn(store, account, "Alles ruhig hier", "Danke!")
    with store.begin() as work:
        assessed(work, a_message(work, account, "Wann ist Sprechstunde?"), Intent.QUESTION)
    shown = visit(desk, kira)
    assert says(shown, "Stichprobe: 2 Meldungen nachlesen")
    shown = press(shown, "reread_look")
    assert says(shown, "Zufällig gezogen")
    assert says(shown, "Alles ruhig hier")
    assert not says(shown, "Wann ist Sprechstunde?")
    assert says(press(shown, "reread_back"), "Wann ist Sprechstunde?")


def test_what_is_listed_to_be_read_again_and_opened_is_on_record(store, desk, kira, account):
    (message,) = drawn(store, account, "Alles ruhig hier")
    visit(desk, kira, view="reread", message=str(message.id)).run().run()
    assert acts(store, kira).count("listed") == 1
    assert acts(store, kira).count("read") == 1


def test_yes_is_one_click_and_opens_the_next(store, desk, kira, account):
    first, second = drawn(store, account, "Danke!", "Alles ruhig hier")
    shown = visit(desk, kira, view="reread", message=str(second.id))
    shown = press(shown, "do_confirm-harmless")
    assert check(store, second).answer is Choice.HARMLESS
    assert check(store, first).answer is None
    assert opened(shown) == str(first.id)
    assert says(shown, "Als harmlos bestätigt")
    assert acts(store, kira).count("harmless") == 1
    shown = press(shown, "do_confirm-harmless")
    assert says(shown, "Alles nachgelesen")


def test_in_the_queue_the_answered_message_stays_open(store, desk, kira, account):
    (message,) = drawn(store, account, "Danke!")
    shown = press(visit(desk, kira, message=str(message.id)), "do_confirm-harmless")
    assert opened(shown) == str(message.id)
    assert not has(shown, "do_confirm-harmless")
    assert says(shown, "las nach und bestätigte")


def test_no_leads_to_the_correction_form(store, desk, kira, account):
    (message,) = drawn(store, account, "Er steht vor der Schule")
    shown = visit(desk, kira, message=str(message.id))
    shown.button(key="do_reread-correct").click().run()
    shown.button(key="do_reread-correct").click()
    shown.selectbox[-2].set_value(Intent.TIP)
    press(shown, "send_correct")
    answered = check(store, message)
    assert (answered.answer, answered.intent) == (Choice.CORRECT, Intent.TIP)


def test_whoever_only_reads_along_is_not_asked(store, desk, kira, account):
    (message,) = drawn(store, account, "Danke!")
    with store.begin() as work:
        jens = a_person(work, Role.CONTACT_OFFICER)
        a_handover(work, message, kira.officer, jens.officer)
    shown = visit(desk, jens, message=str(message.id))
    assert says(shown, "Danke!")
    assert not has(shown, "do_confirm-harmless")
    assert not has(shown, "reread_look")


def test_the_spot_check_speaks_english_too(store, desk, kira, account):
    (message,) = drawn(store, account, "Danke!")
    shown = visit(desk, kira, view="reread", message=str(message.id), lang="en")
    assert not shown.exception
    assert says(shown, "Is that right?")


@pytest.fixture
def card(desk):
    desk.setattr(real, "model_card", lambda: {"version": MODEL})


def test_the_page_says_that_nothing_was_read_again_yet(store, desk, kira, account, card):
    drawn(store, account, "Danke!")
    assert says(visit(desk, kira, "judgement"), "Noch ist nichts nachgelesen; gezogen sind 1")


def test_the_page_counts_misses_with_their_interval(store, desk, kira, account, card, clock):
    messages = drawn(store, account, *map(str, range(20)))
    with store.begin() as work:
        for message in messages[:18]:
            decision.confirm_harmless(work, kira, message.id)
        decision.correct(
            work,
            kira,
            messages[18].id,
            intent=Intent.REPORT,
            hostility=(Hostility.THREAT,),
            target=Target.PERSON,
        )
    early = visit(desk, kira, "judgement")
    assert says(early, "Von 19 nachgelesenen Meldungen")
    assert says(early, "war eine mehr als das")
    assert not says(early, "95 % Sicherheit")
    clock.forward(days=14)
    shown = visit(desk, kira, "judgement")
    assert says(shown, "zwischen 1 und 317")
    assert says(shown, "gilt für 20")
    assert says(shown, "Nicht nachgelesen davon: 1")


def test_what_another_model_missed_is_not_counted_against_this_one(store, desk, kira, account, card):
    desk.setattr(real, "model_card", lambda: {"version": "another"})
    (message,) = drawn(store, account, "Danke!")
    with store.begin() as work:
        decision.confirm_harmless(work, kira, message.id)
    assert says(visit(desk, kira, "judgement"), "gezogen sind 0")


def test_the_ticks_are_round_and_few():
    for most in (0.004, 0.03, 0.138, 0.5, 1.0):
        ticks = judgement_reread._ticks(most)
        assert 2 <= len(ticks) <= judgement_reread.MOST_TICKS + 1 or most == 0.004
        assert ticks[0] == 0
        assert ticks[-1] <= most


def test_no_officer_is_in_the_tally(store, kira, account):
    drawn(store, account, "Danke!")
    with store.view() as work:
        told = spot_check.tally(work, MODEL)
    assert set(told.__slots__) == {"model", "every", "due"}
    assert set(told.every.__slots__) == {"drawn", "reread", "missed", "kinds"}
