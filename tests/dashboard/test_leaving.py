"""What leaves the house and what comes back, on the pages."""

from datetime import timedelta

import pytest

from casework import binding, case, intake, outcome, redaction, transmission
from casework.case import Draft
from casework.dossier import gather
from casework.labels import Hostility, Intent, Target
from casework.message import Message, State
from casework.outcome import ProsecutionState, Told
from casework.people import Role
from casework.recall import Correction
from casework.recipients import DRAFT, Destination
from casework.record import CaseState, PersonRole
from casework.redaction import Redaction
from casework.transmission import Transmission, Way, Written
from evidence import demo_authority
from streife import wiring
from streife.settings import Settings
from tests.builders import a_message, a_person, a_station, an_account, assessed, received
from tests.contracts.page import says
from tests.dashboard.browser import visit
from tests.evidence.authorities import LONG_AGO

TO_COLOGNE = Destination("ZAC NRW", "§ 163 Abs. 2 Satz 1 StPO", "Strafverfolgung", "zac-nrw")


@pytest.fixture
def here(store):
    with store.begin() as work:
        return a_station(work)


@pytest.fixture
def merle(store, here):
    with store.begin() as work:
        return a_person(work, Role.OFFICER, Role.CASE_OFFICER, station=here, name="Merle Dobisch")


@pytest.fixture
def kira(store, here):
    with store.begin() as work:
        return a_person(work, Role.OFFICER, station=here, name="Kira Ahlers")


def arrived(work, account, words):
    """A message that came the way of every message: no other goes out as evidence."""
    return intake.take_in(work, account, [received(words)]).taken[0].message


@pytest.fixture
def opened(store, merle, kira):
    with store.begin() as work:
        account = an_account(work, kira.officer)
        found = [
            assessed(work, arrived(work, account, words), Intent.OTHER, hostile)
            for words, hostile in (("Du Null, frag Erika", Hostility.INSULT), ("Warte nur", Hostility.THREAT))
        ]
        draft = Draft("Beleidigung", "Kira Ahlers", PersonRole.OFFICER, ("185", "241"))
        return case.open_case(work, merle, [m.id for m in found], draft)


def written(store, merle, opened, to=DRAFT):
    with store.begin() as work:
        made = gather(work, merle, opened.id)
        return transmission.note(work, merle, made, Written("W-1", "ab" * 32, 12), to)


def handed_over(store, merle, opened, clock):
    sent = written(store, merle, opened, TO_COLOGNE)
    clock.forward(minutes=1)
    with store.begin() as work:
        return transmission.hand_over(work, merle, sent.id, TO_COLOGNE, Way.PORTAL, work.now)


def press(shown, opener, *then):
    """Open a form, or press something in it: it lies open as long as its opener is pressed."""
    shown.button(key=opener).click()
    for key in then:
        shown.button(key=key).click()
    shown.run()
    assert not shown.exception
    return shown


def the_case(desk, person, opened, **given):
    shown = visit(desk, person, "cases", case=str(opened.id), **given)
    assert not shown.exception
    return shown


@pytest.mark.parametrize("lang", ["de", "nl"])
def test_a_case_of_which_nothing_left_says_so_in_every_language(store, desk, merle, opened, lang):
    shown = the_case(desk, merle, opened, lang=lang)
    if lang == "de":
        assert says(shown, "noch nichts das Haus verlassen")
        assert says(shown, "kam noch nichts zurück")


def test_a_draft_says_that_nobody_has_it(store, desk, merle, opened):
    written(store, merle, opened)
    shown = the_case(desk, merle, opened)
    assert "noch niemandem übergeben" in str([m.value for m in shown.markdown])


def test_the_hand_over_is_noted_on_the_page(store, desk, merle, opened):
    sent = written(store, merle, opened, TO_COLOGNE)
    shown = the_case(desk, merle, opened)
    press(shown, f"hand_out_{sent.id}")
    assert shown.selectbox(key=f"out_{sent.id}_to").value == "zac-nrw"
    press(shown, f"hand_out_{sent.id}", "send_hand-out")
    with store.view() as work:
        noted = work.get(Transmission, sent.id)
    assert (noted.recipient.startswith("Zentral- und"), noted.way) == (True, Way.PORTAL)
    assert noted.sent_at is not None


def test_what_changed_since_is_said_and_one_step_tells_the_recipient(store, desk, merle, opened, clock):
    sent = handed_over(store, merle, opened, clock)
    clock.forward(minutes=1)
    with store.begin() as work:
        redaction.redact(work, merle, opened.id, "Erika", "unbeteiligt")
    shown = the_case(desk, merle, opened)
    assert says(shown, "Der Empfänger ist zu benachrichtigen")
    press(shown, f"recall_{sent.id}").text_area[0].set_value("Eine Dritte ist genannt")
    press(shown, f"recall_{sent.id}", "send_recall")
    with store.view() as work:
        (notice,) = work.find(Correction)
    assert "Eine Dritte ist genannt" in notice.letter
    shown = the_case(desk, merle, opened)
    assert says(shown, "Bestätigung des Empfängers steht aus")
    assert not says(shown, "Der Empfänger ist zu benachrichtigen")
    press(shown, f"confirm_{notice.id}").text_area[0].set_value("Fax")
    press(shown, f"confirm_{notice.id}", "send_confirm")
    with store.view() as work:
        assert work.get(Correction, notice.id).confirmation == "Fax"


def test_words_are_blackened_after_a_look_at_how_many_places_are_met(store, desk, merle, opened):
    shown = the_case(desk, merle, opened)
    press(shown, "blacken").text_input(key="black_term").set_value("erika")
    assert says(press(shown, "blacken"), "kommt an 1 Stelle vor")
    shown.text_input(key="black_reason").set_value("unbeteiligt")
    press(shown, "blacken", "send_blacken")
    with store.view() as work:
        (one,) = work.find(Redaction)
    assert one.term == "erika"
    shown = the_case(desk, merle, opened)
    press(shown, f"lift_{one.id}").text_input[0].set_value("Irrtum")
    press(shown, f"lift_{one.id}", "send_lift")
    with store.view() as work:
        assert work.get(Redaction, one.id).lifted_by == merle.id


def test_what_stays_readable_and_is_like_a_word_of_the_list_is_shown_before_an_export(
    store, desk, exports, merle, opened
):
    with store.begin() as work:
        redaction.redact(work, merle, opened.id, "Erika Muster", "unbeteiligt")
    shown = the_case(desk, merle, opened)
    told = [one.value for one in press(shown, "export").text]
    assert told.count("Erika") == 2  # beside the list and in the form


def test_whoever_only_opened_the_case_sees_it_and_changes_nothing(store, desk, kira, merle, opened, clock):
    with store.begin() as work:
        account = an_account(work, kira.officer)
        message = assessed(work, a_message(work, account), Intent.OTHER, Hostility.HATE, target=Target.GROUP)
        own = case.open_case(work, kira, [message.id], Draft("x", "Kira Ahlers", PersonRole.OFFICER))
    handed_over(store, merle, own, clock)
    shown = the_case(desk, kira, own)
    assert says(shown, "ZAC NRW")
    keys = [button.key or "" for button in shown.button]
    assert not [key for key in keys if key.startswith(("recall", "blacken", "result", "lift", "hand_out"))]


def test_a_result_is_noted_and_shown_to_the_person_hit_in_her_own_words(store, desk, merle, kira, opened):
    shown = the_case(desk, merle, opened)
    press(shown, "result_note").text_input[0].set_value("123 Js 4567/26")
    shown.text_input[1].set_value("StA Köln")
    press(shown, "result_note", "send_result-note")
    with store.begin() as work:
        assert [r.state for r in outcome.of(work, opened.id)] == [ProsecutionState.RECEIVED]
        news = Told("123 Js 4567/26", "StA Köln", ProsecutionState.DISCONTINUED_170, "**rauh**", "2026-11-20")
        outcome.note(work, merle, opened.id, news)
    assert says(the_case(desk, merle, opened), "123 Js 4567")
    mine = visit(desk, kira, "mine")
    assert not mine.exception
    assert says(mine, "Was Ihnen geschehen ist, wird dadurch nicht kleiner")
    assert not says(mine, "rauh")
    assert not says(visit(desk, merle, "mine"), "123 Js 4567")


def test_supervisors_see_sums_and_no_file_number(store, desk, here, merle, opened, clock):
    handed_over(store, merle, opened, clock)
    with store.begin() as work:
        birgit = a_person(work, Role.SUPERVISOR, station=here)
        told = Told("9 Js 8/26", "StA", ProsecutionState.CHARGED, "", "2026-11-21")
        outcome.note(work, merle, opened.id, told)
    shown = visit(desk, birgit, "figures")
    assert not shown.exception
    assert [m.value for m in shown.metric][:2] == ["1", "0"]
    assert says(shown, "Was Staatsanwaltschaften")
    assert not says(shown, "9 Js 8")


def test_administrators_list_what_left_and_that_is_on_record(store, desk, here, merle, opened, clock):
    handed_over(store, merle, opened, clock)
    with store.begin() as work:
        ada = a_person(work, Role.ADMINISTRATOR, station=here)
    shown = visit(desk, ada, "audit")
    shown.button(key="audit_leaving").click().run()
    assert not shown.exception
    assert "ZAC NRW" in shown.dataframe[0].value.to_string()
    with store.view() as work:
        assert "transmissions_listed" in {e.act for e in work.audit() if e.actor == ada.login}


@pytest.fixture
def exports(store, desk, tmp_path):
    """Exports of the test's store, signed by a key in a home of its own."""
    key = tmp_path / demo_authority.KEY
    key.write_bytes(demo_authority.authority(LONG_AGO, timedelta(days=20_000)))  # valid on the test's own day
    key.chmod(0o600)
    desk.setattr(wiring, "store", lambda: store)
    desk.setattr(wiring, "settings", lambda: Settings(home=tmp_path))


def test_an_export_that_cannot_be_signed_says_so_and_does_not_blame_the_store(
    desk, exports, merle, opened, tmp_path
):
    (tmp_path / demo_authority.KEY).write_bytes(b"damaged")
    shown = press(the_case(desk, merle, opened), "export")
    press(shown, "export", "export_pack")
    assert says(shown, "Das hat nicht geklappt")
    assert [t.value for t in shown.text if "damaged; delete it" in t.value]


def test_a_group_left_out_stays_out_of_the_package(store, desk, exports, merle, opened):
    shown = the_case(desk, merle, opened)
    press(shown, "export").selectbox(key="export_to").set_value("zhin")
    shown.checkbox(key="export_group_1").uncheck()
    press(shown, "export", "export_pack")
    with store.view() as work:
        (noted,) = work.find(Transmission)
    assert noted.office == "zhin"
    assert len(noted.messages) == 1
    assert [c.value for c in shown.code] == [noted.fingerprint]


def test_several_cases_go_out_together_and_a_refusal_is_shown(store, desk, exports, merle, kira, opened):
    with store.begin() as work:
        account = an_account(work, kira.officer)
        message = assessed(work, arrived(work, account, "Hetze"), Intent.OTHER, Hostility.HATE)
        case.open_case(work, merle, [message.id], Draft("y", "Kira Ahlers", PersonRole.OFFICER))
    shown = visit(desk, merle, "cases")
    both = press(shown, "several").multiselect[0]
    both.set_value([opened.id, opened.id + 1])
    press(shown, "several")
    press(shown, "several", "several_pack")
    assert says(shown, "2 Fälle sind gepackt")
    with store.view() as work:
        assert len(work.find(Transmission)) == 2


def test_results_come_in_by_file(store, desk, merle, opened):
    shown = visit(desk, merle, "cases")
    press(shown, "results_file")
    head = "case_number;file_number;office;state\n"
    content = f"{head}{opened.number};1 Js 2/26;StA;received\nX;1 Js 2/26;StA;received\n".encode()
    shown.file_uploader(key="results_csv").set_value(("r.csv", content, "text/csv"))
    press(shown, "results_file")
    press(shown, "results_file", "results_take")
    assert says(shown, "1 neu")
    assert says(shown, "Zeile 3")
    with store.view() as work:
        assert len(outcome.of(work, opened.id)) == 1


def test_strangers_words_stay_words(store, desk, merle, opened, clock):
    hostile = Destination("[x](http://e.example) ![y](z)", "§ **1**", ":red[zweck]", "")
    written(store, merle, opened, hostile)
    shown = the_case(desk, merle, opened)
    assert not says(shown, "§ **1**")
    assert not says(shown, ":red[zweck]")


def test_a_message_is_taken_out_with_a_reason_and_the_case_remembers(store, desk, merle, opened):
    with store.view() as work:
        item, stays = binding.items(work, case_id=opened.id)
    shown = press(the_case(desk, merle, opened), f"release_{item.id}")
    press(shown, f"release_{item.id}", "send_release")
    assert says(shown, "Es fehlt noch eine Angabe")
    shown.text_area[0].set_value("gehört zur Wache Nord")
    press(shown, f"release_{item.id}", "send_release")
    with store.begin() as work:
        assert work.get(Message, item.message_id).state is State.OPEN
        case.end_case(work, merle, opened.id, CaseState.CLOSED, "fertig")
    shown = the_case(desk, merle, opened)
    for told in ("gehört zur Wache Nord", "nahm eine Meldung aus dem Fall", item.sha256):
        assert says(shown, told)
    assert f"release_{stays.id}" not in {b.key for b in shown.button}
