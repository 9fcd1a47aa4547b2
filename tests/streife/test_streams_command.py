"""The gap ledger as a table and as JSON: nobody sees more there than on the pages."""

import io
import json
import sys
from datetime import timedelta

import pytest
import typer

from casework.account import Gap, GapState
from casework.labels import Kind, Platform
from casework.people import Role
from streife import wiring
from streife.commands import streams as room
from tests.builders import a_person, a_stream, an_account, received


@pytest.fixture
def told(tmp_path, monkeypatch, capsys):
    """Runs `streife streams` with these words under a home of its own."""
    monkeypatch.setenv("STREIFE_HOME", str(tmp_path))
    kept = (wiring.settings, wiring.engine, wiring.store)
    for made in kept:
        made.cache_clear()
    app = typer.Typer(add_completion=False)
    app.command("streams")(room.streams)

    def run(*words):
        monkeypatch.setattr(sys, "argv", ["streife", *words])
        monkeypatch.setattr(sys, "stdin", io.StringIO())
        with pytest.raises(SystemExit) as ended:
            app()
        assert not ended.value.code
        out = capsys.readouterr().out
        return json.loads(out) if "--json" in words else out

    yield run
    wiring.engine().dispose()
    for made in kept:
        made.cache_clear()


@pytest.fixture
def kira(told):
    with wiring.store().begin() as work:
        person = a_person(work, Role.OFFICER, login="kira")
        account = an_account(work, person.officer, platform=Platform.BLUESKY)
        a_stream(
            work,
            account,
            name="mentions",
            last_success_at=work.now - timedelta(hours=5),
            since=work.now - timedelta(days=3),
            error="AuthExpired: key refused",
        )
        whole = a_stream(work, account, name="dms", last_success_at=work.now + timedelta(minutes=1))
        hours = [work.now - timedelta(hours=n) for n in (30, 20, 18)]
        work.add(Gap(whole.id, hours[0], hours[1]))
        work.add(Gap(whole.id, hours[1], hours[2], GapState.LOST))
        times = [work.now - timedelta(days=5 + day, hours=3 * n) for day in range(40) for n in range(4)]
        work.take_in(account, [received(kind=Kind.DM, sent_at=t) for t in times])
    return person


def test_every_stream_is_told_with_its_hours(told, kira):
    mentions, dms = told("--json")
    assert (mentions["blind_hours"], mentions["known_hours"], mentions["late_hours"]) == (96, 67, 5)
    assert (dms["filling_hours"], dms["lost_hours"], dms["known_hours"]) == (10, 2, 156)
    assert [i["state"] for i in dms["intervals"]] == ["known", "filling", "lost", "known"]
    assert mentions["error"] == "AuthExpired: key refused"
    blind = ["blocked_by", "dated_back", "comments_on_old_posts", "without_mention_elsewhere"]
    assert mentions["blind"] == blind


def test_a_silent_stream_is_told(told, kira):
    mentions, dms = told("--json")
    assert mentions["silent_since"] is None
    assert not mentions["rhythm"]["enough"]
    assert dms["silent_since"]
    assert dms["rhythm"]["silence"]["per_year"] < 1


def test_the_table_has_a_line_for_each_and_may_reach_further_back(told, kira):
    table = told()
    assert "mentions" in table
    assert "AuthExpired" in table
    assert told("--json", "--days", "30")[0]["blind_hours"] == 27 * 24


def test_others_see_none_of_it(told, kira):
    with wiring.store().begin() as work:
        a_person(work, Role.OFFICER, login="lena")
    assert told("--as", "lena", "--json") == []
    assert len(told("--as", "kira", "--json")) == 2
