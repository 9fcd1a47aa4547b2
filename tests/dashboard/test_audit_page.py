"""The record on the page: in words and names, its identifiers beside them, no stranger's words."""

import pytest

from casework import case, reading
from casework.case import Draft
from casework.labels import Hostility, Intent
from casework.people import Role
from casework.record import PersonRole
from dashboard.parts import audit_names
from tests.builders import a_message, a_person, a_station, a_stream, an_account, assessed
from tests.dashboard.browser import visit

EVIL = "SchemaChanged: mentions: you all belong **hanged**"


@pytest.fixture
def station(store):
    with store.begin() as work:
        return a_station(work, name="Polizeikommissariat Weidenfurt")


@pytest.fixture
def ada(store, station):
    with store.begin() as work:
        return a_person(work, Role.ADMINISTRATOR, station=station, name="Ada Kern")


@pytest.fixture
def merle(store, station):
    with store.begin() as work:
        return a_person(work, Role.CASE_OFFICER, station=station, name="Merle Dobisch")


def table(desk, person, **address):
    shown = visit(desk, person, "audit", **address)
    assert not shown.exception
    return shown.dataframe[-1].value


def line(found, act):
    """The newest row of this act, by the columns' names."""
    return next(row for row in found.to_dict("records") if f" {act} " in row["Kennung"])


def noted(store, person, act, subject, detail=None, *, actor=""):
    with store.begin() as work:
        work.record(actor or person.login, act, subject, detail or {})


def test_people_and_things_stand_there_by_name_and_their_identifiers_beside(store, desk, ada, merle, station):
    with store.begin() as work:
        account = an_account(work, merle.officer, handle="merle.example")
        stream = a_stream(work, account, name="mentions")
        message = assessed(work, a_message(work, account, "Du Null"), Intent.OTHER, Hostility.INSULT)
        opened = case.open_case(work, merle, [message.id], Draft("Titel", "Kira", PersonRole.OFFICER, ()))
        reading.look(work, merle, message.id)
    subjects = {
        "acted_as": (f"officer:{merle.id}", "Merle Dobisch"),
        "consent_given": (f"account:{account.id}", "Konto Bluesky merle.example"),
        "poll_failed": (f"stream:{stream.id}", "Kanal Erwähnungen, Bluesky merle.example"),
        "shifts_planned": (f"station:{station.id}", "Dienststelle Polizeikommissariat Weidenfurt"),
        "refused": ("page:cases", "Seite Fälle"),
        "sign_in_refused": ("officer:unknown", "ein unbekannter Anmeldename"),
    }
    for act, (subject, _) in subjects.items():
        noted(store, ada, act, subject)
    found = table(desk, ada)
    for act, (subject, name) in subjects.items():
        row = line(found, act)
        assert (row["Woran"], row["Wer"]) == (name, "Ada Kern")
        assert row["Kennung"] == f"{subject} {act} {ada.login}"
    assert line(found, "acted_as")["Was"] == "handelte an der Kommandozeile in diesem Namen"
    assert line(found, "case_opened")["Woran"] == f"Fall {opened.number}"
    assert line(found, "read")["Woran"] == f"Meldung {message.id}"
    assert not found["Woran"].str.contains(r"[a-z]:\\d", regex=True).any()


def test_an_account_that_the_reader_may_not_see_keeps_its_number(store, desk, ada):
    with store.begin() as work:
        elsewhere = an_account(work, a_person(work, Role.OFFICER).officer, handle="fremd.example")
    noted(store, ada, "consent_given", f"account:{elsewhere.id}")
    assert line(table(desk, ada), "consent_given")["Woran"] == f"Konto {elsewhere.id}"


def test_the_house_and_the_shell_are_called_by_words(store, desk, ada):
    noted(store, ada, "told", "messages", actor="streife")
    noted(store, ada, "listed", "messages", actor="shell:root")
    found = table(desk, ada)
    assert line(found, "told")["Wer"] == "Streife selbst"
    assert line(found, "listed")["Wer"] == "Kommandozeile (root)"


def test_a_networks_words_never_appear(store, desk, ada):
    noted(store, ada, "poll_failed", "stream:1", {"error": EVIL}, actor="streife")
    noted(store, ada, "notices_ordered", "notices:1", {"reason": "you all belong hanged"})
    noted(
        store, ada, "taken_in", "account:1", {"messages": [[1, 1, "ab12"]], "refused": [["belong", "long"]]}
    )
    found = table(desk, ada)
    assert "belong" not in found.to_string()
    assert line(found, "poll_failed")["Einzelheiten"] == "Fehler: „SchemaChanged: …“"
    assert line(found, "taken_in")["Einzelheiten"] == "Meldungen: 1; abgewiesen: 1"


def test_what_was_noted_is_told_in_words_and_names(store, desk, ada, merle):
    due = "2026-09-28T08:05:00+00:00"
    before, after = ({"intent": one, "hostility": [], "target": "none"} for one in ("tip", "praise"))
    told = {
        "told": {"notice": 7, "officer": merle.id, "kind": "handed_over"},
        "escalated": {"rung": "again", "hours": "off", "officers": [merle.id], "due": due},
        "handed_over": {"handover": 3, "to": merle.login, "due": due},
        "correct": {"reason": "", "from": before, "to": after},
        "officer_added": {"login": "merle.dobisch", "roles": [["case_officer", merle.officer.station_id]]},
        "bound_into_case": {"case": 4, "version": 1, "sha256": "0409f7b9716e5e9d307c"},
        "drift_examined": {"enough": True, "odd": {"a": [1, 2]}},
    }
    for act, detail in told.items():
        noted(store, ada, act, "message:1", detail)
    found = table(desk, ada)
    said = {act: line(found, act)["Einzelheiten"] for act in told}
    assert said == {
        "told": "Person: Merle Dobisch; Anlass: Eine Übergabe wartet auf Sie; Benachrichtigung Nr.: 7",
        "escalated": "Alarmiert: noch einmal, auch die Leitung; Zeit: Nacht, Wochenende oder Feiertag; "
        "Personen: Merle Dobisch; fällig: 28.09.2026 10:05:00",
        "handed_over": "an: Merle Dobisch; fällig: 28.09.2026 10:05:00; Übergabe Nr.: 3",
        "correct": "vorher: Anliegen Hinweis, Feindseligkeit keine, gegen niemand; "
        "jetzt: Anliegen Lob, Feindseligkeit keine, gegen niemand",
        "officer_added": "Anmeldename: merle.dobisch; Rollen: Sachbearbeitung Polizeikommissariat Weidenfurt",
        "bound_into_case": "Fall: 4; Fassung: 1; Prüfsumme: 0409f7b9716e…",
        "drift_examined": "enough: ja; odd: a 1, 2",
    }


def test_a_colleagues_reason_stays(store, desk, ada):
    noted(store, ada, "dismiss", "message:1", {"reason": "nichts daran"})
    assert "nichts daran" in line(table(desk, ada), "dismiss")["Einzelheiten"]


def test_every_kind_of_thing_has_a_name_in_a_house_without_records(store, ada):
    with store.view() as work:
        names = audit_names.of(work, ada, [])
    told = [names.subject(f"{kind}:7") for kind in audit_names.KINDS]
    assert not [one for one in told if ":" in one]
    assert names.subject("news:7") == "news:7"
