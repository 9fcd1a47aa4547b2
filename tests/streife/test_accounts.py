import getpass
import json
import logging
import stat
from dataclasses import replace

import pytest
import typer

from casework import case, consent
from casework.account import Account, Stream
from casework.case import Draft
from casework.message import Message
from casework.record import PersonRole
from streife import command, identity, wiring
from streife.commands.output import acted_as
from tests.networks.bluesky import BlueskyStub
from tests.networks.stub import CUT_OFF, HTML_502, serving
from tests.streife.test_commands import PASSWORD, Shell

KEY = "app-password-4711"
KIRA = ("bluesky", "o.test")


@pytest.fixture
def shell(tmp_path, monkeypatch, capsys):
    """The command line of a station with two officers and an administrator, under a home of its own."""
    monkeypatch.setenv("STREIFE_HOME", str(tmp_path / "home"))
    cached = (wiring.settings, wiring.engine, wiring.store)
    for made in cached:
        made.cache_clear()
    run = Shell(monkeypatch, capsys)
    run("stations", "add", "wf", "Weidenfurt")
    for login, role in (("kira", "officer"), ("lena", "officer"), ("ada", "administrator")):
        run("officers", "add", login, login, "--station", "wf", "--role", role, told=PASSWORD)
    yield run
    wiring.engine().dispose()
    for made in cached:
        made.cache_clear()


@pytest.fixture
def network():
    with serving(BlueskyStub()) as stub:
        yield stub


def _account():
    with wiring.store().view() as work:
        return work.find(Account, handle="o.test")[0]


def _add(shell, network, *more):
    shell("accounts", "add", *KIRA, "--officer", "kira", "--server", network.url, *more)


def test_nothing_is_connected_before_the_officer_has_consented(shell, network):
    _add(shell, network)
    shell("accounts", "connect", *KIRA, told=KEY, expect=4)
    assert "has not consented" in shell.complaint
    told = shell("accounts", "consent", *KIRA, "--as", "kira", "--lang", "en")
    assert "voluntary" in told
    assert "read from now on" in shell("accounts", "connect", *KIRA, told=KEY)
    assert _account().active


def test_showing_the_text_records_nothing(shell, network):
    _add(shell, network)
    assert "freiwillig" in shell("accounts", "consent", *KIRA, "--show")
    with wiring.store().view() as work:
        assert work.find(consent.Consent) == []


def test_nobody_consents_for_another(shell, network):
    _add(shell, network)
    shell("accounts", "consent", *KIRA, "--as", "lena", expect=4)
    assert "only the officer" in shell.complaint


def test_consent_told_to_whoever_holds_the_shell_is_noted_as_such_and_not_after_leaving(shell, network):
    _add(shell, network)
    shell("accounts", "consent", *KIRA, "--as", "kira")
    noted = next(e for e in shell("audit", "--json") if e["act"].startswith("consent"))
    assert noted["act"] == "consent_noted"
    assert noted["actor"].startswith("shell:")
    shell("accounts", "leave", *KIRA, "--as", "kira", "--yes")
    shell("accounts", "consent", *KIRA, "--as", "kira", expect=4)
    assert "only the officer" in shell.complaint


def test_a_consent_on_paper_is_noted_while_adding(shell, network):
    _add(shell, network, "--consent")
    shell("accounts", "connect", *KIRA, told=KEY)
    assert {"consent_noted", "account_connected"} <= {e["act"] for e in shell("audit", "--json")}


def test_the_log_says_who_held_the_shell_before_anything_done_in_an_officers_name(shell):
    shell("handovers", "--as", "kira")
    shell("hold", "1", "--reason", "Ermittlung", "--as", "kira", expect=4)
    log = [(e["actor"], e["act"], e["detail"].get("command")) for e in shell("audit", "--json")]
    listed, held = (
        log.index((f"shell:{getpass.getuser()}", "acted_as", name)) for name in ("handovers", "hold")
    )
    assert log[listed + 1][:2] == ("kira", "handovers_listed")
    assert held > listed, "what was refused is told, too"


def test_every_as_of_the_command_line_is_logged():
    def options(one):
        yield from (p for p in one.params if "--as" in p.opts)
        for inner in getattr(one, "commands", {}).values():
            yield from options(inner)

    found = list(options(typer.main.get_command(command.app)))
    assert found
    assert all(getattr(option.callback, "__wrapped__", None) is acted_as for option in found)


def test_an_officer_is_told_what_becomes_of_the_messages_before_leaving(shell, network):
    _add(shell, network, "--consent")
    shell("accounts", "connect", *KIRA, told=KEY)
    assert "0 others are erased from" in shell(
        "accounts", "leave", *KIRA, "--as", "kira", told="n\n", expect=1
    )
    assert _account().active
    told = shell("accounts", "leave", *KIRA, "--as", "kira", "--yes")
    assert "remove Streife, or its app password" in told
    assert not _account().active
    shell("accounts", "leave", *KIRA, "--yes", expect=4)
    assert "left already" in shell.complaint


def test_an_account_goes_to_a_successor_and_is_closed(shell, network):
    _add(shell, network, "--consent")
    shell("accounts", "connect", *KIRA, told=KEY)
    shell("accounts", "hand-over", *KIRA, "--to", "lena", "--as", "lena", expect=4)
    shell("accounts", "hand-over", *KIRA, "--to", "ada", "--as", "ada", expect=4)
    assert "lena" in shell("accounts", "hand-over", *KIRA, "--to", "lena", "--as", "ada")
    shell("accounts", "connect", *KIRA, told=KEY, expect=4)
    shell("accounts", "consent", *KIRA, "--as", "lena")
    shell("accounts", "connect", *KIRA, told=KEY)
    assert "closed" in shell("accounts", "close", *KIRA, "--reason", "beat dissolved")
    shell("accounts", "consent", *KIRA, expect=4)
    assert "closed" in shell.complaint


def test_where_a_network_has_a_door_its_address_is_told(shell, monkeypatch):
    shell("accounts", "add", "mastodon", "kira@sozial.example", "--officer", "kira", "--consent")
    told = shell("accounts", "connect", "mastodon", "kira@sozial.example")
    assert "http://127.0.0.1:8642/connect/mastodon?account=1" in told
    shell("accounts", "add", "x", "kira", "--officer", "kira", "--consent")
    shell("accounts", "connect", "x", "kira", expect=4)
    assert "x_client_id" in shell.complaint


def test_keys_are_listed_checked_and_rotated_without_being_shown(shell, network, tmp_path):
    _add(shell, network, "--consent")
    shell("accounts", "connect", *KIRA, told=KEY)
    (before,) = shell("accounts", "keys", "--check", "--json")
    assert (before["account"], before["trouble"]) == ("bluesky/o.test", "")
    assert "1 keys sealed anew" in shell("accounts", "rotate-key")
    (after,) = shell("accounts", "keys", "--check", "--json")
    assert after["key_id"] != before["key_id"]
    file = tmp_path / "home" / "streife.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.unlink()
    shell("accounts", "keys", "--check", expect=1)
    assert "given up" in shell("accounts", "rotate-key", "--give-up")
    assert shell("accounts", "keys", "--check", "--json") == []


def test_the_key_is_nowhere_to_be_found_whatever_happens(shell, network, tmp_path, caplog):
    """Connected, polled, failing, exported, rotated, left: and then everything is searched for the key."""
    network.arrives(1, "Ich weiß, wo du wohnst!")
    told = []
    with caplog.at_level(logging.DEBUG):
        _add(shell, network, "--consent")
        told.append(shell("accounts", "connect", *KIRA, told=KEY))
        told.append(shell("collect"))
        for trouble in (network.revoked(), HTML_502, CUT_OFF):
            network.faults.extend([trouble] * 2)
            _due_again()
            told.append(shell("collect"))
        told.append(_export(shell, tmp_path))
        told += [shell("accounts"), shell("accounts", "keys"), shell("accounts", "rotate-key")]
        told += [json.dumps(shell("audit", "--json")), json.dumps(shell("accounts", "--json"))]
        told.append(shell("accounts", "leave", *KIRA, "--yes"))
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {"streife.sqlite3", "streife.key", "manifest-sha256.txt"} <= {path.name for path in files}
    assert not [path for path in files if KEY.encode() in path.read_bytes()]
    assert KEY not in "".join(told) + caplog.text + shell.complaint
    with wiring.store().view() as work:
        assert work.find(Message)


def _due_again():
    with wiring.store().begin() as work:
        for stream in work.find(Stream):
            work.replace(replace(stream, next_poll_at=work.now))


def _export(shell, tmp_path):
    with wiring.store().begin() as work:
        message, kira = work.find(Message)[0], identity.named(work, "kira")
        opened = case.open_case(work, kira, [message.id], Draft("Drohung", "Kira", PersonRole.OFFICER))
    return shell("export", "--case", str(opened.id), "--out", str(tmp_path / "out"))
