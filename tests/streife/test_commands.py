import io
import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from casework.account import Account, Gap, GapState
from casework.drift import Aspect, Finding, Shift, Window
from casework.labels import Intent
from casework.message import Message
from casework.record import Choice, SpotCheck
from streife import command, identity, watching, wiring
from tests.builders import NOON, a_stream
from tests.connectors.exports import x_archive, x_message
from tests.evidence.conftest import a_case

PASSWORD = "ein-langes-kennwort"
TIP = {
    "platform": "bluesky",
    "account": "kira.example",
    "native_id": "1",
    "kind": "post",
    "author": {"id": "a", "handle": "nachbarin", "name": "N."},
    "text": "Der gestohlene Roller aus dem Aufruf steht seit gestern in der Lindenstraße.",
    "sent_at": (datetime.now(UTC) - timedelta(days=1)).isoformat(timespec="seconds"),
}


class Shell:
    """The command line under a home of its own."""

    def __init__(self, monkeypatch, capsys):
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def __call__(self, *words, told="", expect=0):
        self._monkeypatch.setattr(sys, "argv", ["streife", *words])
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(told.encode())))
        with pytest.raises(SystemExit) as ended:
            command.main()
        out, self.complaint = self._capsys.readouterr()
        assert (ended.value.code or 0) == expect, self.complaint
        return json.loads(out) if "--json" in words else out


@pytest.fixture
def shell(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("STREIFE_HOME", str(tmp_path))
    for made in (wiring.settings, wiring.engine, wiring.store):
        made.cache_clear()
    yield Shell(monkeypatch, capsys)
    if wiring.engine.cache_info().currsize:
        wiring.engine().dispose()
    for made in (wiring.settings, wiring.engine, wiring.store):
        made.cache_clear()


@pytest.fixture
def station(shell):
    shell("stations", "add", "wf", "Weidenfurt")
    for login, role in (("kira", "officer"), ("lena", "officer"), ("birgit", "supervisor")):
        shell("officers", "add", login, login, "--station", "wf", "--role", role, told=PASSWORD)
    shell("accounts", "add", "bluesky", "kira.example", "--officer", "kira")
    return shell


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "messages.jsonl"
    path.write_text(json.dumps(TIP) + "\n{broken\n", encoding="utf-8")
    return str(path)


def test_a_file_is_taken_in_and_a_bad_line_named(station, file):
    told = station("import", file, "--json", expect=3)
    assert told["added"] == 1
    assert [one["line"] for one in told["refused"]] == [2]
    assert station("import", file, "--json", expect=3)["added"] == 0


def test_a_networks_own_export_is_known_by_what_is_in_it(station, tmp_path):
    station("accounts", "add", "x", "PolAhlers", "--officer", "kira")
    path = tmp_path / "twitter-2026.zip"
    path.write_bytes(x_archive(x_message(1, "Am Wehr stehen zwei Transporter")).getvalue())
    told = station("import", str(path), "--json")
    assert (told["added"], told["export"]["name"]) == (1, "X archive")
    again = station("import", str(path))
    assert "0 added, 1 unchanged" in again
    assert "never in it: mentions, replies and quotes" in again


def test_what_was_taken_in_is_listed_and_counted(station, file):
    station("import", file, expect=3)
    (message,) = station("messages", "--json")
    assert message["text"] == TIP["text"]
    assert station("figures", "--as", "birgit", "--json")["days"][0]["messages"] == 1


def test_a_message_is_kept_and_let_go_by_whoever_decides_about_it(station, file):
    station("import", file, expect=3)
    kept = ("hold", "1", "--reason", "Ermittlung")
    station(*kept, "--as", "lena", expect=4)
    assert station(*kept, "--as", "kira") == "message 1: is held\n"
    station(*kept, "--as", "kira", expect=4)
    lifted = station("hold", "1", "--reason", "beendet", "--lift", "--as", "kira", "--json")
    assert lifted["ended_at"]
    station("hold", "1", "--reason", "beendet", "--lift", "--as", "kira", expect=4)
    assert "is not held" in station.complaint


def test_nobody_sees_more_on_the_command_line_than_on_the_pages(station, file):
    station("import", file, expect=3)
    assert len(station("messages", "--as", "kira", "--json")) == 1
    assert station("messages", "--as", "lena", "--json") == []
    assert station("figures", "--as", "kira", "--json")["days"] == []
    assert station("accounts", "--as", "lena", "--json") == []


def test_who_moves_has_the_new_role_and_not_the_old_one(station):
    station("stations", "add", "oh", "Oberhain")
    move = ("officers", "role", "kira", "--give", "case_officer", "oh", "--take", "officer", "wf")
    station(*move, "--as", "birgit", expect=4)
    told = station(*move, "--json")
    assert (told["given"]["role"], told["taken"]["role"]) == ("case_officer", "officer")
    assert told["hanging"]["accounts"] == 1
    assert {o["login"]: o["roles"] for o in station("officers", "--json")}["kira"] == ["case_officer"]
    told = station("officers", "role", "kira", "--take", "case_officer", "oh")
    assert "no longer case_officer at oh" in told
    station("officers", "role", "kira", expect=4)
    assert "nothing to do" in station.complaint


def test_who_leaves_signs_in_no_longer_and_what_is_still_theirs_is_told(station):
    token = identity.sign_in(wiring.store(), "kira", PASSWORD, 12)
    told = station("officers", "deactivate", "kira", "--reason", "versetzt")
    assert "1 sessions ended" in told
    assert "still theirs: 1 accounts, 0 open hand-overs, 0 cases, 0 escalation lists" in told
    assert identity.person_of(wiring.store(), token) is None
    with pytest.raises(identity.SignInRefused):
        identity.sign_in(wiring.store(), "kira", PASSWORD, 12)
    left = station("officers", "deactivate", "lena", "--reason", "versetzt", "--json")
    assert (left["officer"]["active"], "password_hash" in left["officer"]) == (False, False)


def test_who_comes_back_signs_in_with_the_new_password_alone(station):
    station("officers", "activate", "kira", told="ein-ganz-neues-kennwort\n", expect=4)
    station("officers", "deactivate", "kira", "--reason", "abgeordnet")
    station("officers", "activate", "kira", "--as", "birgit", told="ein-ganz-neues-kennwort\n", expect=4)
    told = station("officers", "activate", "kira", "--json", told="ein-ganz-neues-kennwort\n")
    assert (told["active"], told["roles"], "password_hash" in told) == (True, ["officer"], False)
    assert identity.sign_in(wiring.store(), "kira", "ein-ganz-neues-kennwort", 12)
    with pytest.raises(identity.SignInRefused):
        identity.sign_in(wiring.store(), "kira", PASSWORD, 12)


def test_a_new_password_ends_the_sessions_opened_with_the_old_one(station):
    token = identity.sign_in(wiring.store(), "kira", PASSWORD, 12)
    station("officers", "password", "kira", told="kurz", expect=4)
    told = station("officers", "password", "kira", "--json", told="ein-ganz-neues-kennwort\n")
    assert "password_hash" not in told
    assert identity.person_of(wiring.store(), token) is None
    assert identity.sign_in(wiring.store(), "kira", "ein-ganz-neues-kennwort", 12)
    assert "kennwort" not in json.dumps(station("audit", "--json"))


def test_what_reading_again_found_is_among_the_figures(station, file):
    station("import", file, expect=3)
    with wiring.store().begin() as work:
        message, model, drawn_at = work.find(Message)[0], "test-1", work.now - timedelta(days=15)
        work.add(SpotCheck(message.id, message.account_id, 2, model, drawn_at, drawn_at))
        missed = {"answer": Choice.CORRECT, "intent": Intent.EMERGENCY, "answered_at": work.now}
        work.add(SpotCheck(message.id, message.account_id, 3, model, drawn_at, drawn_at, **missed))
    (told,) = station("figures", "--as", "birgit", "--json")["spot_check"]
    assert (told["drawn"], told["reread"], told["missed"], told["emergency"]) == (2, 1, 1, 1)
    assert (told["unread"], told["low"], told["high"]) == (1, 0.0126, 1.0)
    assert station("figures", "--as", "kira", "--json")["spot_check"] == []
    assert "test-1" in station("figures")


def test_where_messages_are_missing_is_among_the_figures(station):
    assert station("figures", "--as", "birgit", "--json")["missing"] == []
    with wiring.store().begin() as work:
        (account,) = work.find(Account)
        stream = a_stream(work, account, last_success_at=work.now, since=work.now - timedelta(days=5))
        begin = work.now - timedelta(hours=4)
        work.add(Gap(stream.id, begin, begin + timedelta(hours=2), GapState.LOST))
    (told,) = station("figures", "--days", "3", "--as", "birgit", "--json")["missing"]
    assert (told["platform"], told["channels"], told["lasting"]) == ("bluesky", 1, 7200.0)
    assert told["first"] == begin.isoformat()
    assert begin.isoformat(timespec="minutes")[:16] in station("figures", "--days", "3", "--as", "birgit")
    assert station("figures", "--as", "kira", "--json")["missing"] == []


def test_drift_is_shown_now_and_not_recorded(station, file):
    station("import", file, expect=3)
    told = station("drift", "--json")
    assert (told["enough"], told["level"], told["shifts"]) == (False, "steady", [])
    assert told["reference"]["messages"] == 1
    assert "too few messages" in station("drift")
    assert "drift_examined" not in {e["act"] for e in station("audit", "--json")}


@pytest.mark.parametrize(("index", "code", "word"), [(0.6, 1, "alarm"), (0.01, 0, "steady")])
def test_a_drift_that_is_an_alarm_is_exit_code_one(station, monkeypatch, index, code, word):
    window = Window(NOON, NOON, 500)
    shifts = (Shift(Aspect.LANGUAGE, index, 0.05, 0.01, 0.4, "pl"),)
    finding = Finding("test-1", NOON, window, window, shifts)
    monkeypatch.setattr(watching, "look", lambda: finding)
    told = station("drift", expect=code)
    assert word in told
    assert "language" in told


def test_a_listing_is_a_read_and_the_log_holds(station, file):
    station("import", file, expect=3)
    station("messages", "--as", "kira")
    assert ("kira", "listed") in {(e["actor"], e["act"]) for e in station("audit", "--json")}
    assert "audit_read" in {e["act"] for e in station("audit", "--json")}
    assert station("audit", "verify", "--json")["holds"]


@pytest.mark.parametrize(
    ("words", "code", "complaint"),
    [
        (("messages", "--as", "nobody"), 4, "nobody"),
        (("import", "missing.jsonl"), 4, "missing.jsonl"),
        (("export", "--case", "7", "--out", "out"), 4, "case 7"),
        (("messages", "--state", "asleep"), 2, "asleep"),
        (("accounts", "add", "bluesky", "x", "--officer", "nobody"), 4, "nobody"),
    ],
)
def test_what_is_refused_names_the_item(station, words, code, complaint):
    station(*words, expect=code)
    assert complaint in station.complaint


def test_a_store_that_cannot_be_used_is_exit_code_five(shell, tmp_path):
    (tmp_path / "streife.sqlite3").write_bytes(b"this is no database, and long enough to be read as one" * 99)
    shell("messages", expect=5)
    assert "SQLite" in shell.complaint


def test_training_data_and_real_accounts_never_mix(station):
    station("demo", expect=4)
    assert "not empty" in station.complaint


def test_a_package_is_announced_to_whom_the_operator_set(shell, tmp_path, monkeypatch):
    monkeypatch.setenv("STREIFE_XJUSTIZ_RECIPIENT", "Staatsanwaltschaft Weidenfurt")
    _, opened = a_case(wiring.store())
    told = shell("export", "--case", str(opened.id), "--out", str(tmp_path / "out"), "--json")
    message = (tmp_path / "out" / f"{Path(told['path']).name}.xjustiz.xml").read_text()
    assert "<sonstige>Staatsanwaltschaft Weidenfurt</sonstige>" in message


def test_a_release_of_xjustiz_that_is_not_written_is_refused_before_anything_is_done(shell, monkeypatch):
    monkeypatch.setenv("STREIFE_XJUSTIZ_VERSION", "3.5.1")
    _, opened = a_case(wiring.store())
    shell("export", "--case", str(opened.id), "--out", "out", expect=4)
    assert "xjustiz_version: 3.5.1" in shell.complaint
    with wiring.store().begin() as work:
        assert "case_exported" not in {entry.act for entry in work.audit_of(f"case:{opened.id}")}


def test_a_file_of_a_stranger_is_measured_with_the_labels_renamed(shell, tmp_path):
    file = tmp_path / "some.csv"
    file.write_text("text,label\nDanke für alles!,nett\nDu Arschloch,böse\n", encoding="utf-8")
    given = ("--by", "hostile", "--map", "nett=no", "--map", "böse=yes")
    assert shell("evaluate", str(file), *given, "--json")["accuracy"] == 1


def test_what_is_about_a_file_is_refused_without_one(shell):
    shell("evaluate", "--by", "hate", expect=4)
    assert "name one" in shell.complaint
