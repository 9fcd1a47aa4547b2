"""Beats on the command line: all of a file, or nothing; and the duties that rest on them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework import beat, handover
from casework.message import Message, State
from casework.notice import Notice
from casework.people import Officer, Role
from casework.record import Handover
from streife import reminding, wiring
from streife.public_holidays import PublicHolidays
from tests.builders import a_message, a_person, a_station, an_account
from tests.casework.test_approvals import Wache
from tests.streife.test_commands import PASSWORD, Shell

LIST = "bezirk;kob;vertretung;ort\nNord;jens;;Lindenstraße\nSüd;telse;jens;Bahnhof\n"


@pytest.fixture
def shell(tmp_path, monkeypatch, capsys):
    """The command line of a station with two contact officers, under a home of its own."""
    monkeypatch.setenv("STREIFE_HOME", str(tmp_path / "home"))
    cached = (wiring.settings, wiring.engine, wiring.store)
    for made in cached:
        made.cache_clear()
    run = Shell(monkeypatch, capsys)
    run("stations", "add", "wf", "Polizei Weidenfurt")
    for login in ("jens", "telse"):
        run("officers", "add", login, login, "--station", "wf", "--role", "contact_officer", told=PASSWORD)
    yield run
    wiring.engine().dispose()
    for made in cached:
        made.cache_clear()


@pytest.fixture
def file(tmp_path):
    def written(text):
        path = tmp_path / "bezirke.csv"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return written


def test_a_file_is_imported_listed_and_tried_out(shell, file):
    told = shell("beats", "import", file(LIST), "--station", "wf", "--dry-run")
    assert "nothing was changed" in told
    assert shell("beats", "--json") == []
    assert "2 beats of wf" in shell("beats", "import", file(LIST), "--station", "wf")
    rows = shell("beats", "--json")
    assert [(r["name"], r["officer"], r["deputy"], r["receives_now"]) for r in rows] == [
        ("Nord", "jens", "", "jens"),
        ("Süd", "telse", "jens", "telse"),
    ]
    assert "Nord: jens; names 'Lindenstr'" in shell(
        "beats", "propose", "in der Lindenstr. 7", "--station", "wf"
    )
    assert "no known place" in shell("beats", "propose", "Danke", "--station", "wf")
    both = shell("beats", "propose", "Lindenstraße, Bahnhof", "--station", "wf")
    assert both.count("not sure") == 2
    (imported,) = [e for e in shell("audit", "--json") if e["act"] == "beats_imported"]
    assert imported["actor"].startswith("shell:")


def test_a_wrong_file_changes_nothing_and_says_what_to_do(shell, file):
    shell("beats", "import", file(LIST), "--station", "wf")
    shell("beats", "import", file(LIST + "Ost;niemand;;Wall\n"), "--station", "wf", expect=4)
    for words in ("bezirke.csv", "line 4", "no active contact officer", "streife officers"):
        assert words in shell.complaint
    assert len(shell("beats", "--json")) == 2
    shell("beats", "import", file(LIST), "--station", "xx", expect=4)
    assert "streife stations" in shell.complaint
    shell("beats", "import", "/no/such/file.csv", "--station", "wf", expect=4)
    assert "give a file that can be read" in shell.complaint


@pytest.fixture
def handed(store):
    """A hand-over at a station whose beats name the street, and the people around it."""
    with store.begin() as work:
        station = a_station(work)
        kira, jens, ada = (
            a_person(work, role, station=station)
            for role in (Role.OFFICER, Role.CONTACT_OFFICER, Role.ADMINISTRATOR)
        )
        account = an_account(work, kira.officer)
        message, *_ = [a_message(work, account, "In der Lindenstraße") for _ in range(3)]
        due = work.now + timedelta(hours=10)
        given = handover.hand_over(work, kira, message.id, jens.login, "", due)
        assert reminding.place(store) == 0
        drafts = [beat.Draft("Nord", jens.id, None, ("Lindenstraße",))]
        beat.replace_all(work, ada, station, drafts, "x")
        return given


def test_the_duty_notes_beats_once(store, handed):
    assert reminding.place(store) == 3
    assert reminding.place(store) == 0
    with store.view() as work:
        assert {m.beat_id for m in work.find(Message)} == {beat.of(work)[0].id}


def test_the_duty_alarms_and_rescues_once(store, handed, clock):
    assert reminding.tend(store, PublicHolidays()) == 0
    clock.forward(hours=11)
    assert [reminding.tend(store, PublicHolidays()) for _ in range(2)] == [2, 0]
    with store.begin() as work:
        work.replace(replace(work.get(Officer, handed.to_id), active=False))
    assert [reminding.tend(store, PublicHolidays()) for _ in range(2)] == [1, 0]
    with store.view() as work:
        assert work.get(Message, handed.message_id).state is State.OPEN
        assert work.get(Handover, handed.id).ended_at == work.now
        assert work.find(Notice, officer_id=handed.from_id)


def test_the_duty_tells_who_may_approve_instead_of_who_is_gone_once(store):
    with store.begin() as work:
        wache = Wache(work)
        wache.asked()
        work.replace(replace(wache.jens.officer, active=False))
    assert [reminding.tend(store, PublicHolidays()) for _ in range(2)] == [1, 0]
