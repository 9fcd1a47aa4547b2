"""Exporting and verifying by the command line: who signed is said, and the key stays at home."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import pkcs12

from casework import case, intake
from casework.case import Draft
from casework.people import Role
from casework.record import PersonRole
from evidence import demo_authority
from streife import wiring
from tests.builders import a_person, an_account, received
from tests.streife.test_commands import Shell

FRESH = (wiring.settings, wiring.engine, wiring.store)


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home with one case in it."""
    monkeypatch.setenv("STREIFE_HOME", str(tmp_path))
    for made in FRESH:
        made.cache_clear()
    with wiring.store().begin() as work:
        officer = a_person(work, Role.OFFICER, Role.CASE_OFFICER)
        account = an_account(work, officer.officer)
        message = intake.take_in(work, account, [received("Du Vollpfosten!")]).taken[0].message
        case.open_case(work, officer, [message.id], Draft("Beleidigung", "Kira", PersonRole.OFFICER))
    yield tmp_path
    wiring.engine().dispose()
    for made in FRESH:
        made.cache_clear()


@pytest.fixture
def shell(home, monkeypatch, capsys):
    return Shell(monkeypatch, capsys)


def export(shell, home):
    return shell("export", "--case", "1", "--out", str(home / "out"), "--json")


def refused(shell, home):
    shell("export", "--case", "1", "--out", str(home / "out"), expect=4)
    return shell.complaint


def acts():
    with wiring.store().view() as work:
        return [entry.act for entry in work.audit()]


def test_the_embedded_default_signs_and_says_that_this_proves_nothing(shell, home):
    told = export(shell, home)
    assert [note["words"].split(":")[0] for note in told["notes"]] == [
        "signed by the DEMO authority",
        "not time-stamped; set tsa_urls and tsa_roots",
    ]
    assert "note    signed by a DEMO authority" in shell("verify", told["path"])
    trusted = shell("verify", told["path"], "--trust", str(home / demo_authority.ROOT))
    assert "signature.p7s: tagmanifest-sha256.txt is signed by CN=Streife Unterschrift" in trusted
    assert "leads to a root you trust" in trusted


def test_another_root_is_a_finding_and_no_root_at_all_a_refusal(shell, home, tmp_path_factory):
    told = export(shell, home)
    other = tmp_path_factory.mktemp("other")
    demo_authority.file(other, datetime.now(UTC))
    found = shell("verify", told["path"], "--trust", str(other / demo_authority.ROOT), expect=1)
    assert "FAILED  signature.p7s: signed by" in found
    shell("verify", told["path"], "--trust", str(home / "nothing.pem"), expect=4)
    assert "nothing.pem: cannot be read" in shell.complaint


def test_an_expired_key_refuses_the_export_before_anything_is_logged(shell, home):
    ended = datetime.now(UTC) - timedelta(days=1_000)
    path = home / demo_authority.KEY
    path.write_bytes(demo_authority.authority(ended))
    path.chmod(0o600)
    before = acts()
    assert "only; delete this file, and a new demo is made" in refused(shell, home)
    assert acts() == before
    assert not (home / "out").exists()
    path.unlink()
    assert export(shell, home)["fingerprint"]


def test_the_settings_name_the_key_that_signs(shell, home, monkeypatch):
    (home / "station.p12").write_bytes(demo_authority.authority(datetime.now(UTC)))
    monkeypatch.setenv("STREIFE_SIGN_PKCS12", str(home / "station.p12"))
    monkeypatch.setenv("STREIFE_SIGN_PKCS12_PASSWORD", "ganz-falsch-geheim")
    wiring.settings.cache_clear()
    told = refused(shell, home)
    assert "check sign_pkcs12 and sign_pkcs12_password" in told
    assert "geheim" not in told
    assert not (home / demo_authority.KEY).exists()


def test_the_key_is_in_its_own_file_alone(shell, home):
    package = Path(export(shell, home)["path"])
    key = pkcs12.load_pkcs12((home / demo_authority.KEY).read_bytes(), None).key
    secret = key.private_numbers().private_value.to_bytes(32, "big")
    for path in home.rglob("*"):
        if path.is_file() and path.name != demo_authority.KEY:
            content = path.read_bytes()
            assert secret not in content
            assert secret.hex().encode() not in content
    assert package.is_dir()
