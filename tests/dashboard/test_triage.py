"""An officer's worklist, message by message."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework import bulk, decision
from casework.assessment import Assessment, Verdict
from casework.draft import FormDraft
from casework.errors import Conflict
from casework.labels import Hostility, Intent, Target, Urgency
from casework.message import Message, State
from casework.people import Officer, Role
from casework.record import Decision, Handover
from dashboard.parts import dialogs, picking, stranger
from tests.builders import NOON, a_message, a_person, a_verdict, an_account, assessed
from tests.contracts.page import says
from tests.dashboard.browser import as_read, press, rows, send, visit


@pytest.fixture
def kira(store):
    with store.begin() as work:
        return a_person(work, Role.OFFICER, Role.CONTACT_OFFICER, name="Kira Ahlers")


@pytest.fixture
def account(store, kira):
    with store.begin() as work:
        return an_account(work, kira.officer)


UNSURE = a_verdict(Intent.TIP, urgency=Urgency.ACUTE, abstained=True)


def arrives(store, account, text, verdict, *hostility, **given) -> Message:
    """It came and was assessed: with an intent (and hostility), or with a whole verdict."""
    with store.begin() as work:
        message = a_message(work, account, text, **given)
        if isinstance(verdict, Verdict):
            work.assessed([Assessment(message.id, message.version, verdict, work.now)])
            return work.get(Message, message.id)
        return assessed(work, message, verdict, *hostility)


def marked(shown) -> list[str]:
    """The texts with marked words, in the order of the page, as a reader sees them."""
    return [as_read(m.value) for m in shown.markdown if ":yellow-background[" in m.value]


def stands(store, message) -> Message:
    with store.begin() as work:
        return work.get(Message, message.id)


def acts(store, person) -> list[str]:
    with store.begin() as work:
        return [e.act for e in work.audit() if e.actor == person.login]


def test_an_emergency_is_never_masked_and_stands_on_top(store, desk, kira, account):
    arrives(store, account, "Danke!", Intent.PRAISE)
    arrives(store, account, "Er schlägt sie gerade", Intent.EMERGENCY, Hostility.THREAT)
    lane = marked(visit(desk, kira))
    assert lane == ["Er schlägt sie gerade"]


def test_sure_emergencies_stand_before_unsure_ones_however_old(store, desk, kira, account):
    for minutes in (50, 40, 30):
        arrives(store, account, f"Seltsam ruhig {minutes}", UNSURE, sent_at=NOON - timedelta(minutes=minutes))
    arrives(store, account, "Er schlägt sie gerade", Intent.EMERGENCY)
    lane = marked(visit(desk, kira))
    assert lane == ["Er schlägt sie gerade", "Seltsam ruhig 50", "Seltsam ruhig 40", "Seltsam ruhig 30"]


def test_each_emergency_says_why_it_is_there(store, desk, kira, account):
    arrives(store, account, "Er schlägt sie gerade", Intent.EMERGENCY)
    arrives(store, account, "Seltsam ruhig", UNSURE)
    hand = arrives(store, account, "Ganz anders gemeint", Intent.OTHER)
    with store.begin() as work:
        decision.correct(work, kira, hand.id, intent=Intent.EMERGENCY)
    shown = visit(desk, kira)
    assert says(shown, "Akut · 2 offen")
    assert says(shown, "Notfall zu 90\xa0%")
    assert says(shown, "Vielleicht akut · 1")
    assert says(shown, "am ehesten Hinweis, Notfall zu 1\xa0%")
    assert says(shown, "von einem Menschen als Notfall eingestuft")


def test_a_long_emergency_leaves_room_for_the_next(store, desk, kira, account):
    arrives(store, account, "Hilfe " * 1_000, Intent.EMERGENCY)
    arrives(store, account, "Zeile\n" * 1_000, Intent.EMERGENCY)
    lane = marked(visit(desk, kira))
    assert [len(words) <= stranger.EXCERPT_LENGTH for words in lane] == [True, True]
    assert lane[1].count("\n") < stranger.EXCERPT_LINES


@pytest.mark.parametrize("page", ["handovers", "cases", "help"])
def test_other_pages_say_that_an_emergency_waits_and_lead_to_it(store, desk, kira, account, page):
    arrives(store, account, "Er schlägt sie gerade", Intent.EMERGENCY)
    shown = visit(desk, kira, page)
    assert says(shown, "Akut · 1 offen")
    assert says(shown, "Er schlägt sie gerade")
    assert marked(press(shown, "open_strip_1")) == ["Er schlägt sie gerade"] * 2


def test_of_very_many_emergencies_all_are_counted_and_the_rest_is_one_step_away(store, desk, kira, account):
    for minutes in range(12):
        arrives(store, account, f"Hilfe {minutes}", Intent.EMERGENCY)
    shown = visit(desk, kira)
    assert says(shown, "Akut · 12 offen")
    assert len(marked(shown)) == 10
    assert len(marked(press(shown, "acute_rest"))) == 12


def test_informing_the_control_room_takes_it_out_of_the_lane(store, desk, kira, account):
    message = arrives(store, account, "Hilfe", Intent.EMERGENCY)
    shown = press(visit(desk, kira), f"acknowledge_{message.id}")
    assert stands(store, message).acknowledged_at
    assert not [b for b in shown.button if b.key == f"acknowledge_{message.id}"]


def test_a_list_is_logged_once_not_at_each_drawing(store, desk, kira, account):
    arrives(store, account, "Danke!", Intent.PRAISE)
    visit(desk, kira).run().run()
    assert acts(store, kira).count("listed") == 1


def test_opening_is_one_read_however_often_the_page_is_drawn(store, desk, kira, account):
    message = arrives(store, account, "Danke!", Intent.PRAISE)
    visit(desk, kira, message=str(message.id)).run().run()
    assert acts(store, kira).count("read") == 1
    assert stands(store, message).first_seen_at


def test_what_arrives_or_changes_in_an_open_thread_is_read_anew(store, desk, kira, account):
    first = arrives(store, account, "Guten Tag", Intent.QUESTION, thread="t1")
    shown = visit(desk, kira, message=str(first.id))
    for words in ("Er schlägt mich", "Er schlägt uns"):
        with store.begin() as work:
            late = a_message(work, account, words, thread="t1", native_id="late")
        assert says(shown.run().run(), words)
    with store.begin() as work:
        read = [e.detail["messages"] for e in work.audit() if e.act == "read"]
    assert read == [[first.id], [first.id, late.id], [first.id, late.id]]


def test_a_strangers_message_is_refused_and_the_attempt_logged(store, desk, kira):
    with store.begin() as work:
        other = a_message(work, text="Geheim für andere")
    shown = visit(desk, kira, message=str(other.id))
    assert says(shown, "fehlt die Berechtigung")
    assert not says(shown, "Geheim für andere")
    assert acts(store, kira).count("refused") == 1


def test_abuse_is_covered_until_asked_for(store, desk, kira, account):
    message = arrives(store, account, "Du da, Witzfigur", Intent.OTHER, Hostility.INSULT)
    shown = visit(desk, kira, message=str(message.id))
    assert not says(shown, "Witzfigur")
    assert says(press(shown, f"unmask_{message.id}"), "Witzfigur")


def test_whoever_wants_abuse_uncovered_sees_it_save_what_abuses_oneself(store, desk, kira, account):
    arrives(
        store, account, "Alles Witzfiguren", a_verdict(Intent.OTHER, Hostility.INSULT, target=Target.POLICE)
    )
    arrives(store, account, "Du da, Clown", Intent.OTHER, Hostility.INSULT)
    with store.begin() as work:
        open_eyed = work.replace(replace(work.get(Officer, kira.id), mask_hostile=False))
    shown = visit(desk, replace(kira, officer=open_eyed))
    assert says(shown, "Alles Witzfiguren")
    assert not says(shown, "Clown")


def test_a_tip_is_confirmed_and_taken_back(store, desk, kira, account):
    message = arrives(store, account, "Da steht der Wagen", Intent.TIP)
    shown = press(visit(desk, kira, message=str(message.id)), "do_confirm-tip")
    assert stands(store, message).state is State.TIP
    press(shown, "undo")
    assert stands(store, message).state is State.OPEN


def test_dismissing_without_a_reason_changes_nothing(store, desk, kira, account):
    message = arrives(store, account, "Quatsch", Intent.OTHER)
    shown = press(visit(desk, kira, message=str(message.id)), "do_dismiss")
    send(shown, "do_dismiss", "send_dismiss")
    assert stands(store, message).state is State.OPEN


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de", "Es fehlt noch eine Angabe: Grund"),
        ("en", "One field is still missing: Reason"),
        ("sv", "Ett fält saknas fortfarande: Skäl"),
        ("nl", "Er ontbreekt nog één veld: Reden"),
    ],
)
def test_a_form_names_the_field_that_is_empty(store, desk, kira, account, language, told):
    message = arrives(store, account, "Quatsch", Intent.OTHER)
    shown = press(visit(desk, kira, message=str(message.id), lang=language), "do_dismiss")
    assert says(send(shown, "do_dismiss", "send_dismiss"), told)


def test_a_form_names_each_field_that_is_empty(store, desk, kira, account):
    message = arrives(store, account, "Du Null", Intent.OTHER, Hostility.INSULT)
    shown = press(visit(desk, kira, message=str(message.id)), "do_open-case")
    told = "Es fehlen noch 2 Angaben: Titel, Betroffene Person"
    assert says(send(shown, "do_open-case", "send_open-case"), told)


def picked(desk, kira, *messages):
    shown = visit(desk, kira)
    shown.session_state[picking.SELECTED] = bulk.select(messages)
    return press(shown.run(), "bulk_dismiss")


def test_a_reason_for_several_survives_a_reload_for_the_same_ones_alone(store, desk, kira, account):
    one, two = (arrives(store, account, f"Werbung {n}", Intent.SPAM) for n in range(2))
    shown = picked(desk, kira, one, two)
    shown.text_area[0].input("Kettenbrief")
    press(shown, "bulk_dismiss")
    assert picked(desk, kira, one).text_area[0].value == ""
    shown = picked(desk, kira, one, two)
    assert shown.text_area[0].value == "Kettenbrief"
    send(shown, "bulk_dismiss", "send_bulk-dismiss")
    assert (stands(store, one).state, stands(store, two).state) == (State.DISMISSED, State.DISMISSED)
    with store.view() as work:
        assert [one.words for one in work.find(FormDraft)] == [{}]


def test_whoever_is_slower_overwrites_nothing(store, desk, kira, account):
    seen = arrives(store, account, "Da steht der Wagen", Intent.TIP)
    with store.begin() as work:
        decision.confirm_tip(work, kira, seen.id)
    with pytest.raises(Conflict), store.begin() as work:
        dialogs.on(work, seen, lambda: decision.dismiss(work, kira, seen.id, "Schon erledigt"))
    assert stands(store, seen).state is State.TIP


def test_a_message_is_handed_over(store, desk, kira, account):
    message = arrives(store, account, "Da steht der Wagen", Intent.TIP)
    with store.begin() as work:
        jens = a_person(work, Role.CONTACT_OFFICER, name="Jens Wolter")
    shown = press(visit(desk, kira, message=str(message.id)), "do_hand-over")
    shown.text_area[0].input("Dein Bezirk")
    send(shown, "do_hand-over", "send_hand-over")
    with store.begin() as work:
        given = work.find(Handover, message_id=message.id)
    assert [(h.to_id, h.note) for h in given] == [(jens.id, "Dein Bezirk")]


def test_an_answer_is_noted(store, desk, kira, account):
    message = arrives(store, account, "Wann ist Sprechstunde?", Intent.QUESTION)
    shown = press(visit(desk, kira, message=str(message.id)), "do_answer")
    shown.text_area[0].input("Donnerstag um vier")
    send(shown, "do_answer", "send_answer")
    with store.begin() as work:
        noted = work.find(Decision, message_id=message.id)
    assert [d.reason for d in noted] == ["Donnerstag um vier"]


def test_filters_come_from_the_address(store, desk, kira, account):
    arrives(store, account, "Danke!", Intent.PRAISE)
    arrives(store, account, "Da steht der Wagen", Intent.TIP)
    shown = visit(desk, kira, intent="tip")
    assert says(shown, "Da steht der Wagen")
    assert not says(shown, "Danke!")


def test_nonsense_in_the_address_does_no_harm(store, desk, kira):
    shown = visit(desk, kira, view="x", account="-1", platform="z", intent="ü", message="²")
    assert not shown.exception


def test_a_long_list_comes_page_by_page(store, desk, kira, account):
    for number in range(25):
        arrives(store, account, f"Nachricht {number}", Intent.PRAISE)
    shown = visit(desk, kira)
    assert sum("Nachricht" in one for one in rows(shown)) == 20
    more = next(b for b in shown.button if b.label == "Weitere laden")
    more.click().run()
    assert sum("Nachricht" in one for one in rows(shown)) == 5


def test_an_edited_message_shows_every_wording(store, desk, kira, account):
    message = arrives(store, account, "Erste Fassung", Intent.PRAISE, native_id="n1")
    arrives(store, account, "Zweite Fassung", Intent.PRAISE, native_id="n1")
    shown = visit(desk, kira, message=str(message.id))
    assert says(shown, "Erste Fassung")
    assert says(shown, "Zweite Fassung")


def test_a_message_that_its_verdict_reopened_says_so(store, desk, kira, account):
    message = arrives(store, account, "Hilfe", Intent.EMERGENCY, native_id="n1")
    with store.begin() as work:
        work.record("streife", "reopened_by_verdict", f"message:{message.id}", {"version": 1})
    assert says(visit(desk, kira, message=str(message.id)), "bevor sie als Notfall")


def test_a_message_that_an_edit_reopened_says_so(store, desk, kira, account):
    message = arrives(store, account, "Schöner Tag", Intent.PRAISE, native_id="n1")
    with store.begin() as work:
        work.record("streife", "reopened_by_edit", f"message:{message.id}", {"version": 2})
    assert says(visit(desk, kira, message=str(message.id)), "Wieder offen, weil")


def test_what_is_left_open_says_so(store, desk, kira, account):
    open_one = a_verdict(Intent.OTHER, urgency=Urgency.TODAY, abstained=True)
    message = arrives(store, account, "Wir wissen, wann deine Schicht aus ist", open_one)
    shown = visit(desk, kira, message=str(message.id))
    assert says(shown, "Unsicher: Bitte heute selbst lesen.")
    assert not says(shown, "Ohne erkennbares Anliegen.")
