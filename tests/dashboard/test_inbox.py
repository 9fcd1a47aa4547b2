"""The queue on the page: rows keep their place, waves are one row, and everything stands in the address."""

from datetime import timedelta

import pytest

from casework import decision, intake, saved_view
from casework.beat import Beat
from casework.errors import Refused
from casework.labels import Hostility, Intent
from casework.message import Author
from casework.people import Role
from dashboard import desk as real
from dashboard import identity
from data import search
from tests.builders import NOON, a_message, a_person, an_account, an_officer, assessed
from tests.contracts.page import says
from tests.dashboard.browser import open_row, rows, visit
from tests.dashboard.test_triage import acts, arrives, press

EVIL = "![x](http://evil.example/a.png) <img src=x> :red[rot] **laut** ~~weg~~ \u202egnp"
INSULT = "Schämt euch, ihr Versager in Uniform. Geht nach Hause"


@pytest.fixture
def kira(store):
    with store.begin() as work:
        return a_person(work, Role.OFFICER, Role.CONTACT_OFFICER, name="Kira Ahlers")


@pytest.fixture
def account(store, kira):
    with store.begin() as work:
        return an_account(work, kira.officer)


@pytest.fixture
def searching(desk):
    desk.setattr(real, "matches", lambda text, question: search.spans(text, question))
    return desk


def has(shown, key) -> bool:
    return any(button.key == key for button in shown.button)


def param(shown, name) -> str:
    """A parameter of the address, which the test harness gives bare or as a list of one."""
    found = shown.query_params.get(name, "")
    return found[0] if isinstance(found, list) else found


def a_wave(store, account, copies=5, **given):
    with store.begin() as work:
        for n in range(copies):
            at = NOON - timedelta(hours=copies - n)
            author = Author(f"id{n}", f"troll{n}", "")
            text = INSULT + ("!" * (n % 2))
            message = a_message(work, account, text, sent_at=at, author=author, **given)
            assessed(work, message, Intent.OTHER, Hostility.INSULT)


# Rows that keep their place


def test_a_row_opens_its_message(store, desk, kira, account):
    message = arrives(store, account, "Da steht der Wagen", Intent.TIP)
    shown = open_row(visit(desk, kira), "Da steht der Wagen")
    assert param(shown, "message") == str(message.id)
    assert acts(store, kira).count("read") == 1


def test_what_is_decided_is_marked_and_keeps_its_place(store, desk, kira, account):
    first, _ = (arrives(store, account, text, Intent.PRAISE) for text in ("Danke!", "Toll gemacht"))
    shown = visit(desk, kira)
    with store.begin() as work:
        decision.dismiss(work, kira, first.id, "rechtmäßig")
    shown = shown.run()
    decided, waiting = rows(shown)
    assert "Danke!" in decided
    assert "erledigt" in decided.lower()
    assert "Toll gemacht" in waiting


def test_what_comes_in_waits_until_it_is_asked_for(store, desk, kira, account):
    arrives(store, account, "Danke!", Intent.PRAISE, sent_at=NOON)
    shown = visit(desk, kira)
    arrives(store, account, "Da steht der Wagen", Intent.TIP, sent_at=NOON - timedelta(hours=1))
    shown = shown.run()
    assert len(rows(shown)) == 1
    assert "eine neue Meldung" in shown.button(key="show_new").label
    assert "Da steht der Wagen" in rows(press(shown, "show_new"))[0]


def test_a_decision_of_mine_is_not_counted_as_something_new(store, desk, kira, account):
    first = arrives(store, account, "Danke!", Intent.PRAISE)
    arrives(store, account, "Toll gemacht", Intent.PRAISE)
    shown = visit(desk, kira)
    with store.begin() as work:
        decision.dismiss(work, kira, first.id, "rechtmäßig")
    arrives(store, account, "Wann ist Sprechstunde?", Intent.QUESTION)
    assert "eine neue Meldung" in shown.run().button(key="show_new").label


def test_once_all_of_a_page_is_decided_the_rest_comes_by_itself(store, desk, kira, account):
    texts = [f"Nachricht {number}." for number in range(22)]
    messages = [arrives(store, account, text, Intent.PRAISE) for text in texts]
    shown = visit(desk, kira)
    with store.begin() as work:
        for message in messages[:20]:
            decision.dismiss(work, kira, message.id, "rechtmäßig")
    assert ["Nachricht 20." in row or "Nachricht 21." in row for row in rows(shown.run())] == [True, True]


def test_opening_does_not_move_a_row(store, desk, kira, account):
    for text in ("Danke!", "Toll gemacht", "Weiter so"):
        arrives(store, account, text, Intent.PRAISE)
    shown = visit(desk, kira)
    before = [row.split("~~")[1] for row in rows(shown)]
    shown = open_row(shown, "Danke!").run()
    assert [row.split("~~")[1] for row in rows(shown)] == before


def test_rows_that_are_no_longer_mine_to_see_leave(store, desk, kira, account):
    arrives(store, account, "Danke!", Intent.PRAISE)
    shown = visit(desk, kira)
    assert rows(shown)
    with store.begin() as work:
        stranger = a_person(work, Role.OFFICER)
    desk.setattr(identity, "here", lambda: stranger)
    assert not rows(shown.run())


def test_twins_are_two_rows(store, desk, kira, account):
    for _ in range(2):
        arrives(store, account, "Danke!", Intent.PRAISE)
    assert len(set(rows(visit(desk, kira)))) == 2


# Search, filters, views


def test_a_search_shows_what_fits_and_marks_it(store, searching, kira, account):
    arrives(store, account, "Die Fahrräder sind weg", Intent.TIP)
    arrives(store, account, "Danke!", Intent.PRAISE)
    shown = visit(searching, kira, search="Fahrrad")
    assert len(rows(shown)) == 1
    assert ":blue-background[Fahrräder]" in shown.radio(key="rows").options[0]
    assert acts(store, kira).count("searched") == 1


def test_a_search_is_logged_once_not_at_each_drawing(store, searching, kira, account):
    arrives(store, account, "Die Fahrräder sind weg", Intent.TIP)
    visit(searching, kira, search="Fahrrad").run().run()
    assert acts(store, kira).count("searched") == 1


def test_what_was_searched_for_is_marked_in_the_open_message_too(store, searching, kira, account):
    message = arrives(store, account, "Gestern kamen die Fahrräder weg", Intent.TIP)
    shown = visit(searching, kira, search="Fahrrad", message=str(message.id))
    assert any(":blue-background[Fahrräder]" in one.value for one in shown.markdown)


def test_a_search_in_the_field_stands_in_the_address(store, searching, kira, account):
    arrives(store, account, "Danke!", Intent.PRAISE)
    shown = visit(searching, kira)
    shown.text_input(key="filter_search").set_value("Wagen").run()
    assert param(shown, "search") == "Wagen"
    assert says(shown, "Nichts gefunden")
    shown = press(shown, "clear")
    assert param(shown, "search") == ""
    assert shown.text_input(key="filter_search").value == ""
    assert "Danke!" in rows(shown)[0]


def test_nothing_found_among_the_open_leads_to_all(store, searching, kira, account):
    message = arrives(store, account, "Die Fahrräder sind weg", Intent.TIP)
    with store.begin() as work:
        decision.dismiss(work, kira, message.id, "rechtmäßig")
    shown = visit(searching, kira, search="Fahrrad", period="week")
    shown = press(shown, "everywhere")
    assert "Fahrräder" in rows(shown)[0]


@pytest.mark.parametrize("words", [EVIL, "W" * 200, "\u202e\u0000 ]](", "'; drop table messages; --", "   "])
def test_whatever_is_searched_for_does_no_harm(store, searching, kira, account, words):
    arrives(store, account, "Danke!", Intent.PRAISE)
    assert not visit(searching, kira, search=words).exception


def test_a_filter_narrows_and_is_taken_back(store, desk, kira, account):
    arrives(store, account, "Danke!", Intent.PRAISE)
    arrives(store, account, "Da steht der Wagen", Intent.TIP)
    shown = visit(desk, kira)
    shown.selectbox(key="filter_intent").set_value("tip").run()
    assert param(shown, "intent") == "tip"
    assert len(rows(shown)) == 1
    shown = press(shown, "filter_clear")
    assert len(rows(shown)) == 2
    assert shown.selectbox(key="filter_intent").value == ""


def test_a_stale_link_says_what_it_leaves_aside(store, desk, kira, account):
    arrives(store, account, "Danke!", Intent.PRAISE)
    shown = visit(desk, kira, platform="myspace", account="4711")
    assert says(shown, "Netzwerk, Konto")
    assert len(rows(shown)) == 1


def test_a_view_is_kept_used_and_deleted(store, desk, kira, account):
    arrives(store, account, "Danke!", Intent.PRAISE)
    shown = visit(desk, kira, intent="praise", view="all")
    shown.text_input(key="view_name").set_value("Lob")
    shown = press(shown, "view_keep")
    with store.begin() as work:
        (kept,) = saved_view.mine(work, kira)
    assert (kept.name, dict(kept.parameters)) == ("Lob", {"view": "all", "intent": "praise"})
    shown = press(visit(desk, kira), f"view_go_{kept.id}")
    assert (param(shown, "view"), param(shown, "intent")) == ("all", "praise")
    shown = press(shown, f"view_delete_{kept.id}")
    assert not has(shown, f"view_go_{kept.id}")
    assert {"view_saved", "view_deleted"} <= set(acts(store, kira))


def test_a_view_without_a_name_is_refused_kindly(store, desk, kira):
    shown = press(visit(desk, kira), "view_keep")
    assert says(shown, "name: empty")


def test_a_hostile_name_of_a_view_is_only_a_name(store, desk, kira):
    with store.begin() as work:
        view = saved_view.save(work, kira, EVIL[: saved_view.LONGEST_NAME], {"view": "<b>", "x": "y"})
    label = visit(desk, kira).button(key=f"view_go_{view.id}").label
    assert not set("![](<>*") & set(label)
    shown = press(visit(desk, kira), f"view_go_{view.id}")
    assert param(shown, "x") == ""


def test_views_belong_to_whoever_kept_them(store, desk, kira):
    with store.begin() as work:
        other = a_person(work, Role.OFFICER)
        view = saved_view.save(work, other, "Fremd", {"view": "all"})
    assert not has(visit(desk, kira), f"view_go_{view.id}")
    with pytest.raises(Refused), store.begin() as work:
        saved_view.save(work, kira, "", {})


def test_the_link_holds_the_view_and_what_is_open(store, desk, kira, account):
    message = arrives(store, account, "Danke!", Intent.PRAISE)
    shown = visit(desk, kira, intent="praise", search="Danke & Co", message=str(message.id))
    assert shown.code[0].value.endswith(f"?search=Danke+%26+Co&intent=praise&message={message.id}")


# Waves


def test_a_wave_is_one_row_with_its_number_and_times(store, desk, kira, account):
    a_wave(store, account)
    arrives(store, account, "Danke!", Intent.PRAISE)
    shown = visit(desk, kira)
    (wave,) = [row for row in rows(shown) if "Welle" in row]
    assert "Welle · 5" in wave
    assert "08:00–12:00" in wave
    assert len(rows(shown)) == 2


def test_a_wave_opens_with_its_wordings_and_every_copy(store, desk, kira, account):
    a_wave(store, account)
    shown = visit(desk, kira)
    shown.radio(key="rows").set_value(shown.radio(key="rows").options[0]).run()
    assert param(shown, "wave")
    assert not param(shown, "message")
    assert says(shown, "5 Meldungen")
    assert says(shown, "5 Konten")
    assert says(shown, "2 Wortlaute")
    assert says(shown, "3 ×")
    assert len(shown.dataframe[0].value) == 5
    assert not shown.exception


def test_abuse_in_a_wave_is_covered_like_any_other(store, desk, kira, account):
    a_wave(store, account)
    shown = visit(desk, kira)
    shown.radio(key="rows").set_value(shown.radio(key="rows").options[0]).run()
    assert not says(shown, "Versager")


def test_a_copy_opens_by_itself(store, desk, kira, account):
    a_wave(store, account)
    shown = visit(desk, kira)
    shown.radio(key="rows").set_value(shown.radio(key="rows").options[0]).run()
    opener = next(b.key for b in shown.button if str(b.key).startswith("open_copy_"))
    shown = press(shown, opener)
    assert param(shown, "message") == opener.removeprefix("open_copy_")
    assert not param(shown, "wave")


def test_every_copy_that_a_wave_shows_is_on_record(store, desk, kira, account):
    a_wave(store, account)
    shown = visit(desk, kira)
    shown.radio(key="rows").set_value(shown.radio(key="rows").options[0]).run()
    with store.begin() as work:
        listed = [e.detail["messages"] for e in work.audit() if e.act == "listed"]
    assert sorted(map(len, listed)) == [1, 5]


def test_a_strangers_wave_is_refused(store, desk, kira):
    with store.begin() as work:
        other = a_message(work, text="Geheim für andere")
    shown = visit(desk, kira, wave=str(other.id))
    assert not says(shown, "Geheim")
    assert says(shown, "Dazu fehlt die Berechtigung")


def test_the_page_speaks_english_about_waves_too(store, desk, kira, account):
    a_wave(store, account)
    shown = visit(desk, kira, lang="en")
    shown.radio(key="rows").set_value(shown.radio(key="rows").options[0]).run()
    assert says(shown, "5 messages")


def test_a_beat_narrows_the_queue_and_a_strange_one_is_told(store, desk, kira, account):
    tip, other = arrives(store, account, "Am Kai", Intent.TIP), arrives(store, account, "Im Dorf", Intent.TIP)
    with store.begin() as work:
        quay, away = (
            work.add(Beat(account.station_id, "Hafen [x](y)")),
            work.add(Beat(an_account(work, an_officer(work)).station_id, "Anderswo")),
        )
        work.placed({tip.id: quay.id, other.id: None}, 1)
    shown = visit(desk, kira)
    shown.selectbox(key="filter_beat").set_value(str(quay.id)).run()
    assert param(shown, "beat") == str(quay.id)
    assert [row for row in rows(shown) if "Kai" in row] == rows(shown)
    strange = visit(desk, kira, beat=str(away.id))
    assert len(rows(strange)) == 2
    assert says(strange, "Bezirk")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de", "vom Urheber gelöscht"),
        ("en", "deleted by its author"),
        ("sv", "raderat av upphovspersonen"),
        ("nl", "door de maker verwijderd"),
    ],
)
def test_what_its_author_took_back_says_so_in_its_row(store, desk, kira, account, language, told):
    gone = arrives(store, account, "Da steht der Wagen", Intent.TIP)
    arrives(store, account, "Danke!", Intent.PRAISE)
    with store.begin() as work:
        intake.mark_deleted(work, account, gone.native_id)
    assert [told in row for row in rows(visit(desk, kira, lang=language))] == [True, False]


def test_what_was_decided_before_it_was_taken_back_does_not_say_so(store, desk, kira, account):
    gone = arrives(store, account, "Danke!", Intent.PRAISE)
    with store.begin() as work:
        decision.dismiss(work, kira, gone.id, "Erledigt")
        intake.mark_deleted(work, account, gone.native_id)
    [row] = rows(visit(desk, kira, view="all"))
    assert "vom Urheber gelöscht" not in row


def test_days_of_ones_own_stand_in_the_address_in_their_order(store, desk, kira, account):
    arrives(store, account, "Danke!", Intent.PRAISE)
    shown = visit(desk, kira)
    shown.date_input(key="filter_first").set_value(NOON.date()).run()
    assert param(shown, "period") == f"{NOON.date()}.."
    shown.date_input(key="filter_last").set_value(NOON.date() - timedelta(days=3)).run()
    assert param(shown, "period") == f"{NOON.date() - timedelta(days=3)}..{NOON.date()}"
    assert shown.selectbox(key="filter_period").value == param(shown, "period")


def test_a_wave_is_picked_whole(store, desk, kira, account):
    a_wave(store, account)
    shown = visit(desk, kira)
    shown = press(open_row(shown, "Welle"), "pick_wave")
    assert says(shown, "5 ausgewählt")
