"""Care on the pages: what is kept from an officer, what she is told, what is covered, what is her own."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework import case, decision, exposure, rotation
from casework.assessment import Assessment
from casework.case import Draft
from casework.exposure import Telling
from casework.labels import Hostility, Intent
from casework.message import Attachment, Message
from casework.people import Role
from casework.record import PersonRole
from tests.builders import NOON, a_message, a_person, a_station, a_verdict, an_account
from tests.contracts.page import says
from tests.dashboard.browser import visit
from tests.dashboard.test_triage import press

INSULT = "Du da, Witzfigur"


@pytest.fixture
def station(store):
    with store.begin() as work:
        return a_station(work, land="DE-NI")


@pytest.fixture
def kira(store, station):
    with store.begin() as work:
        return a_person(work, Role.OFFICER, station=station, name="Kira Ahlers")


@pytest.fixture
def berta(store, station):
    with store.begin() as work:
        return a_person(work, Role.CASE_OFFICER, station=station, name="Berta Klein")


@pytest.fixture
def account(store, kira):
    with store.begin() as work:
        return an_account(work, kira.officer)


def comes(store, account, *hostility, text=INSULT, at=NOON, intent=Intent.OTHER, **given) -> Message:
    with store.begin() as work:
        attached = given.pop("attachments", ())
        message = a_message(work, account, text, attachments=attached)
        verdict = a_verdict(intent, *hostility or (Hostility.INSULT,), **given)
        work.assessed([Assessment(message.id, 1, verdict, NOON)])
        return work.replace(replace(work.get(Message, message.id), received_at=at))


def acts(store) -> list[str]:
    with store.begin() as work:
        return [entry.act for entry in work.audit()]


def confirm(shown, opener: str, button: str):
    """The dialog's own button; without a browser the dialog must be opened in the same drawing."""
    press(shown, opener).button(key=opener).click()
    return press(shown, button)


def test_the_officer_is_told_who_has_it_and_no_word_of_it(store, desk, kira, berta, account):
    for _ in range(3):
        message = comes(store, account, at=NOON - timedelta(days=1))
        with store.begin() as work:
            decision.dismiss(work, berta, message.id, "Kein Antrag")
    shown = visit(desk, kira)
    assert says(
        shown, "Gestern kamen 3 Nachrichten, die sich gegen Sie richten. Berta Klein hat das übernommen."
    )
    assert not says(shown, "Witzfigur")
    mine = visit(desk, kira, "mine")
    assert says(mine, "Berta Klein hat es abgeschlossen")
    assert not says(mine, "Witzfigur")
    assert not says(visit(desk, kira), "Gestern kamen")


def test_whoever_wants_to_hear_nothing_hears_nothing(store, desk, kira, berta, account):
    comes(store, account, at=NOON - timedelta(days=1))
    with store.begin() as work:
        exposure.wish(work, kira, telling=Telling.NEVER)
    assert not says(visit(desk, kira), "gegen Sie")
    mine = visit(desk, kira, "mine")
    assert says(mine, "Sie möchten davon nichts hören")
    assert not says(mine, "Beleidigung")


def test_an_emergency_is_said_at_once(store, desk, kira, berta, account):
    comes(store, account, Hostility.THREAT, intent=Intent.EMERGENCY)
    shown = visit(desk, kira)
    assert says(shown, "Ein Notfall auf Ihrem Konto enthält Angriffe gegen Sie. Er liegt bei Berta Klein")
    assert not says(shown, "Witzfigur")


def test_a_link_to_it_leads_to_a_considerate_word_and_logs_no_refusal(store, desk, kira, berta, account):
    message = comes(store, account)
    shown = visit(desk, kira, message=str(message.id))
    assert says(shown, "Das müssen Sie nicht lesen")
    assert not says(shown, "fehlt die Berechtigung")
    assert "refused" not in acts(store)


def test_a_stranger_s_message_is_still_refused_and_logged(store, desk, kira, berta):
    with store.begin() as work:
        other = a_message(work)
    shown = visit(desk, kira, message=str(other.id))
    assert says(shown, "fehlt die Berechtigung")
    assert "refused" in acts(store)


def test_after_asking_it_is_there_covered_and_can_be_given_back(store, desk, kira, berta, account):
    message = comes(store, account)
    confirm(visit(desk, kira, message=str(message.id)), f"ask_{message.id}", "care_ask_send")
    shown = visit(desk, kira, message=str(message.id))
    assert says(shown, "entscheiden nicht Sie: Es liegt bei Berta Klein")
    assert not says(shown, "Witzfigur")
    assert not [b for b in shown.button if b.key == "do_dismiss"]
    assert says(press(shown, f"unmask_{message.id}"), "Witzfigur")
    press(shown, "care_give_back")
    assert says(visit(desk, kira, message=str(message.id)), "Das müssen Sie nicht lesen")


def test_without_a_case_officer_it_is_covered_says_why_and_warns(store, desk, station, kira, account):
    message = comes(store, account)
    with store.begin() as work:
        ada = a_person(work, Role.ADMINISTRATOR, station=station)
    shown = visit(desk, kira, message=str(message.id))
    assert says(shown, "weil in Ihrer Wache gerade niemand sonst Hass und Bedrohung bearbeitet")
    assert not says(shown, "Witzfigur")
    warned = visit(desk, ada, "audit")
    assert says(warned, "Was sich gegen Kira Ahlers richtet, muss dort selbst gelesen werden")


def test_where_the_verdict_abstains_it_is_covered_and_says_so(store, desk, kira, berta, account):
    message = comes(store, account, abstained=True)
    shown = visit(desk, kira, message=str(message.id))
    assert says(shown, "richtet sich vielleicht gegen Sie")
    assert not says(shown, "Witzfigur")


def test_a_case_officer_is_to_tell_of_a_threat_and_does(store, desk, kira, berta, account):
    threat = comes(store, account, Hostility.THREAT)
    shown = visit(desk, berta)
    assert says(shown, "Von einer Bedrohung weiß die betroffene Person noch nichts.")
    confirm(shown, f"tell_listed_{threat.id}", "care_tell_send")
    after = visit(desk, berta, message=str(threat.id))
    assert not says(after, "weiß die betroffene Person")
    assert says(after, "Berta Klein hat heute 13:00 Bescheid gegeben")


def test_everything_beside_covered_words_is_covered_too(store, desk, kira, berta, account):
    image = (Attachment("image", "https://evil.example/1.png", "Bild einer Witzfigur"),)
    message = comes(store, account, attachments=image)
    with store.begin() as work:
        decision.acknowledge(work, berta, message.id, "Schreibt Witzfigur")
    shown = visit(desk, berta, message=str(message.id))
    assert not says(shown, "Witzfigur")
    assert says(shown, "Bemerkung verdeckt")
    open_now = press(shown, f"unmask_{message.id}")
    assert says(open_now, "Bild einer Witzfigur")
    assert says(open_now, "Schreibt Witzfigur")
    assert not says(press(open_now, f"cover_{message.id}"), "Witzfigur")


def test_uncovering_one_message_uncovers_no_other(store, desk, berta, account):
    one, other = comes(store, account), comes(store, account, text="Du da, Clown")
    shown = press(visit(desk, berta, message=str(one.id)), f"unmask_{one.id}")
    assert says(shown, "Witzfigur")
    shown = visit(desk, berta, message=str(other.id))
    assert not says(shown, "Clown")
    assert not says(shown, "Witzfigur")


def test_in_a_case_what_is_aimed_at_the_reader_shows_who_has_it(store, desk, station, account, kira, berta):
    with store.begin() as work:
        both = a_person(work, Role.OFFICER, Role.CASE_OFFICER, station=station, name="Ida Both")
        own = an_account(work, both.officer)
    message = comes(store, own)
    with store.begin() as work:
        case.open_case(work, berta, [message.id], Draft("Beleidigung", "Ida", PersonRole.OFFICER))
    shown = visit(desk, both, "cases", case="1")
    assert says(shown, "gegen Sie und liegt bei Berta Klein")
    assert not [b for b in shown.button if b.key == f"unmask_{message.id}"]
    assert not says(shown, "Witzfigur")


def test_what_is_read_uncovered_is_counted_once_and_for_oneself_alone(store, desk, berta, account, kira):
    message = comes(store, account)
    shown = press(visit(desk, berta, message=str(message.id)), f"unmask_{message.id}")
    shown.run().run()
    with store.begin() as work:
        assert list(exposure.week(work, berta).values()) == [0, 0, 0, 0, 0, 0, 1]
    assert says(visit(desk, berta, "mine"), "heute eine feindselige Nachricht")
    assert says(visit(desk, kira, "mine"), "heute keine feindselige Nachricht")


def test_at_the_own_limit_a_colleague_is_offered_and_takes_over(store, desk, station, berta, account):
    comes(store, account, text="Du da, Clown")
    with store.begin() as work:
        carla = a_person(work, Role.CASE_OFFICER, station=station, name="Carla Ott")
        exposure.wish(work, berta, daily_limit=2)
        exposure.note(work, berta, 1)
    assert not says(visit(desk, berta), "Das ist viel")
    with store.begin() as work:
        exposure.note(work, berta, 1)
    shown = visit(desk, berta)
    assert says(shown, "Heute haben Sie 2 feindselige Nachrichten gelesen. Das ist viel.")
    shown = press(shown, "care_rest")
    assert says(shown, "Feindseliges liegt bis morgen 06:00 bei Carla Ott")
    assert not [b for b in shown.button if str(b.key).startswith("open_")]
    press(shown, "care_read_on")
    with store.begin() as work:
        assert rotation.resting(work, berta) == []
        rotation.rest(work, berta)
    assert says(visit(desk, carla), "Feindseliges von Berta Klein liegt heute bei Ihnen")


def test_the_line_can_be_put_off(store, desk, berta):
    with store.begin() as work:
        exposure.note(work, berta, exposure.USUAL_LIMIT)
    shown = visit(desk, berta)
    assert says(shown, "Gerade ist niemand da, der übernehmen könnte")
    assert not says(press(shown, "care_later"), "Das ist viel")


def test_nobody_s_count_stands_on_any_page_of_those_in_charge(store, desk, station, berta, account):
    with store.begin() as work:
        exposure.note(work, berta, 4711)
        exposure.wish(work, berta, daily_limit=815)
        boss = a_person(work, Role.SUPERVISOR, Role.ADMINISTRATOR, station=station)
    for page in ("figures", "accounts", "audit", "judgement", "help", "mine"):
        shown = visit(desk, boss, page)
        assert not shown.exception
        told = [str(e.value) for kind in (shown.markdown, shown.text, shown.dataframe) for e in kind]
        assert not [t for t in told if "4711" in t or "4.711" in t or "815" in t]


def test_the_page_names_whom_to_turn_to_and_administrators_add(store, desk, station, kira):
    with store.begin() as work:
        ada = a_person(work, Role.ADMINISTRATOR, station=station)
    assert says(visit(desk, kira, "mine"), "116 006")
    shown = visit(desk, ada, "mine")
    shown.button(key="contact_add").click().run()
    shown.button(key="contact_add").click()
    name, reach, about = (shown.text_input[n] for n in range(3))
    name.input("Peerteam")
    reach.input("Durchwahl 4711")
    about.input("Reden")
    shown.button(key="send_mine-add").click().run()
    assert says(visit(desk, kira, "mine"), "Peerteam")


def test_wishes_are_kept_from_the_page(store, desk, kira, account):
    shown = visit(desk, kira, "mine")
    shown.radio(key="mine_telling").set_value(Telling.WEEKLY).run()
    shown.number_input(key="mine_limit").set_value(5).run()
    with store.begin() as work:
        kept = exposure.wishes(work, kira)
    assert (kept.telling, kept.daily_limit) == (Telling.WEEKLY, 5)
    assert "setting_changed" not in acts(store)
