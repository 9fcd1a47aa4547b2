import copy
import json
import logging
import os
import stat
import subprocess
import sys
from dataclasses import replace
from unittest.mock import Mock

import pytest

from casework import consent, credential, staff, succession
from casework.account import Account
from casework.credential import Credential
from casework.errors import AuthExpired, Conflict, Refused
from casework.labels import Platform
from casework.people import Officer, Person
from casework.record import AuditEntry
from data.engine import open_engine
from data.migrate import migrate
from data.store import SqlStore
from streife.clock import SystemClock
from streife.credentials import LEGACY, Vault
from streife.keys import FILE, KeyRing, Secret, a_new_key
from streife.settings import Settings
from tests import builders

WORDS = "hunter2-öäü-geheim"
OPERATOR = Person(Officer("shell:root", "", 0, ""), operator=True)


@pytest.fixture
def vault(tmp_path, store):
    return Vault(Settings(home=tmp_path), store)


@pytest.fixture
def accounts(store):
    """Two accounts whose officers have consented."""
    return _accounts(store)


def _accounts(store):
    with store.begin() as work:
        found = []
        for handle in ("kira.example", "lena.example"):
            officer = builders.an_officer(work)
            given = Account(Platform.BLUESKY, handle, officer.id, officer.station_id)
            found.append(staff.add_account(work, OPERATOR, given))
            consent.give(work, builders.the_person(work, officer), found[-1])
    return found


def _save(store, vault, account, words=WORDS):
    with store.begin() as work:
        return vault.save(work, account, Secret(words))


def _sealed(store):
    with store.view() as work:
        return work.find(Credential)


def _keys(home):
    return [line for line in (home / FILE).read_text().splitlines() if not line.startswith("#")]


def test_a_key_is_sealed_and_opens_again(store, vault, accounts):
    _save(store, vault, accounts[0])
    (held,) = _sealed(store)
    assert WORDS.encode() not in held.sealed
    assert vault.password_of(accounts[0]).reveal() == WORDS


def test_a_new_key_takes_the_place_of_the_old_one(store, vault, accounts):
    first = _save(store, vault, accounts[0])
    second = _save(store, vault, accounts[0], "other")
    assert (second.id, second.revision) == (first.id, 2)
    assert vault.password_of(accounts[0]).reveal() == "other"


def test_the_same_key_is_never_sealed_the_same_way_twice(store, vault, accounts):
    assert _save(store, vault, accounts[0]).sealed != _save(store, vault, accounts[0]).sealed


def test_an_empty_key_changes_nothing(store, vault, accounts):
    _save(store, vault, accounts[0])
    with pytest.raises(Refused, match=r"kira\.example.*empty"):
        _save(store, vault, accounts[0], "")
    assert vault.password_of(accounts[0]).reveal() == WORDS


def test_without_a_key_it_is_said_how_to_get_one(vault, accounts):
    with pytest.raises(AuthExpired, match=r"bluesky/kira\.example.*connect it"):
        vault.password_of(accounts[0])


def test_without_consent_no_key_is_handed_out(store, vault, accounts):
    _save(store, vault, accounts[0])
    with store.begin() as work:
        consent.end(work, accounts[0])
    with pytest.raises(Refused, match="has not consented"):
        vault.password_of(accounts[0])


def test_a_secret_is_never_shown(caplog):
    secret = Secret(WORDS)
    logging.getLogger("x").warning("%s %r %s", secret, secret, [secret])
    shown = [str(secret), repr(secret), f"{secret}", f"{secret!r:>9}", "%s" % secret, caplog.text]  # noqa: UP031
    shown += [
        repr({"key": secret}),
        repr(a_new_key()),
        str(Settings(master_keys=WORDS, x_client_secret=WORDS)),
    ]
    assert not [one for one in shown if WORDS in one]
    for write_down in (copy.deepcopy, json.dumps):
        with pytest.raises(TypeError):
            write_down(secret)


def test_the_file_of_keys_is_ours_alone(store, vault, accounts, tmp_path):
    _save(store, vault, accounts[0])
    file = tmp_path / FILE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.iterdir()] == [FILE]
    file.chmod(0o640)
    with pytest.raises(Refused, match=r"others may read it \(mode 640\).*chmod 600"):
        vault.password_of(accounts[0])


def test_of_two_that_begin_at_once_one_key_wins(tmp_path):
    code = "import sys; from pathlib import Path; from streife.keys import *"
    code += "; from streife.settings import Settings; ring = KeyRing(Settings(home=Path(sys.argv[1])))"
    run = f"{code}; print(ring.begin()[0].id)"
    started = [
        subprocess.Popen([sys.executable, "-c", run, str(tmp_path)], stdout=subprocess.PIPE) for _ in range(4)
    ]
    assert len({process.communicate()[0] for process in started}) == 1
    assert len(_keys(tmp_path)) == 1


@pytest.mark.parametrize("line", ["short", "dG9vIHNob3J0", "ä" * 44, "=" * 44])
def test_an_unfit_key_is_refused_with_its_line_and_not_shown(tmp_path, line):
    (tmp_path / FILE).write_text(f"# keys\n{line}\n")
    (tmp_path / FILE).chmod(0o600)
    with pytest.raises(Refused) as why:
        KeyRing(Settings(home=tmp_path)).all()
    assert FILE in str(why.value)
    assert line not in str(why.value)


def test_the_keys_may_lie_anywhere_else(store, accounts, tmp_path, monkeypatch):
    other = tmp_path / "etc" / "streife.keys"
    other.parent.mkdir()
    monkeypatch.setenv("STREIFE_KEY_FILE", str(other))
    vault = Vault(Settings(home=tmp_path), store)
    _save(store, vault, accounts[0])
    assert other.exists()
    assert not (tmp_path / FILE).exists()


@pytest.mark.parametrize("place", ["environment", "systemd"])
def test_keys_that_are_not_ours_to_write_are_rotated_by_their_keeper(
    store, accounts, tmp_path, monkeypatch, place
):
    old, new = a_new_key().secret.reveal(), a_new_key().secret.reveal()

    def put(*keys):
        if place == "environment":
            monkeypatch.setenv("STREIFE_MASTER_KEYS", ",".join(keys))
        else:
            (tmp_path / "run").mkdir(exist_ok=True)
            (tmp_path / "run" / FILE).write_text("\n".join(keys))
            monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path / "run"))
        return Vault(Settings(home=tmp_path), store)

    _save(store, put(old), accounts[0])
    assert put(old).rotate(OPERATOR) == 0
    assert put(new, old).rotate(OPERATOR) == 1
    assert put(new).password_of(accounts[0]).reveal() == WORDS
    assert not (tmp_path / FILE).exists()


def test_a_sealed_key_that_was_altered_does_not_open(store, vault, accounts):
    held = _save(store, vault, accounts[0])
    for altered in (held.sealed[:-1] + bytes([held.sealed[-1] ^ 1]), held.sealed[1:], b"x", held.sealed * 2):
        with store.begin() as work:
            work.replace(replace(_sealed(store)[0], sealed=altered))
        with pytest.raises(Refused, match=r"bluesky/kira\.example.*altered.*connect it again"):
            vault.password_of(accounts[0])


def test_one_accounts_key_does_not_open_as_anothers(store, vault, accounts):
    kira, lena = (_save(store, vault, account) for account in accounts)
    with store.begin() as work:
        work.replace(replace(lena, sealed=kira.sealed))
    with pytest.raises(Refused, match=r"lena\.example.*another account's"):
        vault.password_of(accounts[1])


def test_the_wrong_master_key_is_named_with_the_remedy(store, vault, accounts, tmp_path):
    held = _save(store, vault, accounts[0])
    KeyRing(Settings(home=tmp_path)).write([a_new_key()])
    with pytest.raises(Refused, match=rf"kira\.example.*{held.key_id}.*{FILE}.*restore"):
        vault.password_of(accounts[0])
    with pytest.raises(Refused, match="rotate-key --give-up"):
        _save(store, vault, accounts[1])


def test_a_lost_file_of_keys_is_never_replaced_silently(store, vault, accounts, tmp_path):
    _save(store, vault, accounts[0])
    (tmp_path / FILE).unlink()
    with pytest.raises(Refused, match="lacks the master key"):
        _save(store, vault, accounts[0])
    assert not (tmp_path / FILE).exists()
    assert vault.give_up(OPERATOR) == ["bluesky/kira.example"]
    assert vault.rotate(OPERATOR) == 0
    _save(store, vault, accounts[0])
    assert vault.password_of(accounts[0]).reveal() == WORDS


def test_rotating_seals_everything_anew_and_forgets_the_old_key(store, vault, accounts, tmp_path):
    for account in accounts:
        _save(store, vault, account)
    before, (old,) = {one.key_id for one in _sealed(store)}, _keys(tmp_path)
    assert vault.rotate(OPERATOR) == 2
    assert old not in _keys(tmp_path)
    assert len(_keys(tmp_path)) == 1
    assert before.isdisjoint(one.key_id for one in _sealed(store))
    assert {vault.password_of(account).reveal() for account in accounts} == {WORDS}
    assert [one.trouble for one in vault.check()] == ["", ""]


def test_rotating_stops_whole_where_one_does_not_open(store, vault, accounts):
    kira, _ = (_save(store, vault, account) for account in accounts)
    with store.begin() as work:
        work.replace(replace(kira, sealed=b"rubbish" * 5))
    with pytest.raises(Refused, match=f"account {accounts[0].id}"):
        vault.rotate(OPERATOR)
    assert vault.password_of(accounts[1]).reveal() == WORDS
    assert [bool(one.trouble) for one in vault.check()] == [True, False]


KILLED = """
import os, sys
from pathlib import Path
from casework.account import Account
from casework.people import Officer, Person
from data.engine import open_engine
from data.store import SqlStore, SqlWork
from streife.clock import SystemClock
from streife.credentials import Vault
from streife.settings import Settings
home = Path(sys.argv[1])
def opened():
    store = SqlStore(open_engine(f"sqlite:///{home / 'db'}"), SystemClock())
    return store, Vault(Settings(home=home), store)
def counted(place, name):
    real = getattr(place, name)
    def step(*given, **named):
        global left
        left -= 1
        if left < 0:
            os._exit(9)
        return real(*given, **named)
    setattr(place, name, step)
for steps in range(60):
    child = os.fork()
    if not child:
        left = steps
        for place, name in ((os, "fsync"), (SqlWork, "replace"), (SqlWork, "record"), (SqlStore, "begin")):
            counted(place, name)
        counted(Path, "replace")
        opened()[1].rotate(Person(Officer("shell:root", "", 0, ""), operator=True))
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    store, vault = opened()
    with store.view() as work:
        found = [vault.password_of(account).reveal() for account in work.find(Account)]
    print(code, *found)
    if code == 0:
        break
"""


def test_a_rotation_that_is_killed_anywhere_leaves_every_key_readable(tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path / 'db'}")
    migrate(engine)
    store = SqlStore(engine, SystemClock())
    vault, accounts = Vault(Settings(home=tmp_path), store), _accounts(store)
    for account in accounts:
        _save(store, vault, account)
    engine.dispose()
    (old,) = _keys(tmp_path)
    run = [sys.executable, "-c", KILLED, str(tmp_path)]
    told = subprocess.run(
        run, env={**os.environ, "PYTHONPATH": "."}, check=True, capture_output=True, text=True
    )
    *killed, whole = told.stdout.splitlines()
    assert whole == f"0 {WORDS} {WORDS}"
    assert len(killed) > 8
    assert set(killed) == {f"9 {WORDS} {WORDS}"}
    assert old not in _keys(tmp_path)
    assert len(_keys(tmp_path)) == 1


def test_a_refreshed_key_is_kept(store, vault, accounts):
    _save(store, vault, accounts[0])
    assert vault.refreshed(accounts[0], Secret(WORDS), Secret("fresh"))
    assert vault.password_of(accounts[0]).reveal() == "fresh"


def test_a_refreshed_key_that_comes_too_late_is_dropped(store, vault, accounts):
    _save(store, vault, accounts[0], "newer")
    assert not vault.refreshed(accounts[0], Secret(WORDS), Secret("fresh"))
    assert vault.password_of(accounts[0]).reveal() == "newer"


def test_a_refreshed_key_is_kept_though_its_row_is_sealed_anew_just_then(store, vault, accounts, monkeypatch):
    """X took the old one already: were the new one dropped, the account would end with the process."""
    _save(store, vault, accounts[0])
    save, crossings = vault.save, iter([Conflict("the key was rotated meanwhile")] * 3)

    def crossing(work, account, secret):
        if why := next(crossings, None):
            raise why
        return save(work, account, secret)

    monkeypatch.setattr(vault, "save", crossing)
    assert vault.refreshed(accounts[0], Secret(WORDS), Secret("fresh"))
    assert vault.password_of(accounts[0]).reveal() == "fresh"


def test_a_refreshed_key_that_cannot_be_kept_is_told(store, vault, accounts, monkeypatch, caplog):
    _save(store, vault, accounts[0])
    monkeypatch.setattr(vault, "save", Mock(side_effect=Conflict("always")))
    assert not vault.refreshed(accounts[0], Secret(WORDS), Secret("fresh"))
    assert "kira.example: the new key could not be kept" in caplog.text
    assert "fresh" not in caplog.text


def test_a_refreshed_key_never_brings_an_account_back_that_left(store, vault, accounts):
    _save(store, vault, accounts[0])
    with store.begin() as work:
        succession.leave(work, OPERATOR, accounts[0])
    assert not vault.refreshed(accounts[0], Secret(WORDS), Secret("fresh"))
    with store.view() as work:
        assert not credential.has_key(work, accounts[0])


def test_what_an_earlier_version_kept_is_taken_over_once(store, vault, accounts, tmp_path, caplog):
    file = tmp_path / LEGACY
    file.write_text(json.dumps({"bluesky/kira.example": WORDS, "bluesky/nobody": WORDS, "nonsense": 3}))
    os.link(file, tmp_path / "copy")
    assert vault.take_over() == 1
    assert vault.password_of(accounts[0]).reveal() == WORDS
    assert not file.exists()
    assert set((tmp_path / "copy").read_bytes()) == {0}
    assert "bluesky/nobody" in caplog.text
    assert WORDS not in caplog.text
    assert vault.take_over() == 0


def test_taking_over_brings_no_key_back_that_was_destroyed(store, vault, accounts, tmp_path):
    _save(store, vault, accounts[0])
    with store.begin() as work:
        succession.leave(work, OPERATOR, accounts[0])
    (tmp_path / LEGACY).write_text(json.dumps({"bluesky/kira.example": WORDS}))
    assert vault.take_over() == 0
    with store.view() as work:
        assert not credential.has_key(work, accounts[0])


def test_an_unreadable_old_file_is_refused_and_stays(vault, tmp_path):
    (tmp_path / LEGACY).write_text(f'{{"bluesky/kira.example": "{WORDS}"')
    with pytest.raises(Refused, match=LEGACY) as why:
        vault.take_over()
    assert WORDS not in str(why.value)
    assert (tmp_path / LEGACY).exists()


def test_whoever_was_read_before_is_read_again_after_consenting(store, vault, tmp_path):
    with store.begin() as work:
        officer = builders.an_officer(work)
        given = Account(Platform.BLUESKY, "old.example", officer.id, officer.station_id)
        account = staff.add_account(work, OPERATOR, given)
    (tmp_path / LEGACY).write_text(json.dumps({"bluesky/old.example": WORDS}))
    vault.take_over()
    with store.begin() as work:
        assert not work.get(Account, account.id).active
        consent.give(work, builders.the_person(work, officer), account)
        assert work.get(Account, account.id).active
    assert vault.password_of(account).reveal() == WORDS


def test_the_log_says_that_keys_were_rotated_and_never_which(store, vault, accounts):
    _save(store, vault, accounts[0])
    vault.rotate(OPERATOR)
    with store.view() as work:
        entry: AuditEntry = work.audit_of("credentials")[-1]
    assert (entry.act, entry.detail["count"]) == ("keys_rotated", 1)
