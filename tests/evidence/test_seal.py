"""The seal: whatever is done to signatures, time stamps, roots and packages is found and named."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import pkcs12
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.dossier import gather
from data.memory import MemoryStore
from evidence import bag, form
from evidence.sealing import Sealer
from evidence.signing import digest
from evidence.stamping import NoStamp, Stamper
from evidence.verify import verify
from tests.builders import FakeClock
from tests.evidence.authorities import pem
from tests.evidence.conftest import a_case
from tests.evidence.pdf import unsigned
from tests.evidence.test_verify import changed, exported, files_in, rebagged, signed_anew, summed, what_failed

LATER = datetime.now(UTC) + timedelta(days=30)
STAMPED = sorted(form.seal_files(stamped=True))
SEALS = (*STAMPED, form.SEAL_SUMS)
many = settings(max_examples=50, deadline=None)


@pytest.fixture(scope="session")
def shared(exports):
    """The newer one, for tests that leave it as it was."""
    return exports[1]


@pytest.fixture
def package(shared, tmp_path):
    """The newer one, to spoil."""
    return Path(shutil.copytree(shared, tmp_path / shared.name))


@pytest.fixture
def old(exports):
    return exports[0]


def take(old: Path, package: Path, *names: str) -> Path:
    """The package with these files of the older one, and the sums of signatures put right."""
    for name in names:
        shutil.copy(old / name, package / name)
    return summed(package)


def rewrite(package: Path, name: str, **given) -> None:
    told = json.loads((package / name).read_bytes())
    (package / name).write_bytes(form.document({**told, **given}))


def test_a_sound_seal_says_who_signed_when_and_to_which_root_it_leads(office, shared):
    report = verify(shared, trust=office.trust)
    assert report.holds, report.failed
    told = {c.what: c.words for c in report.checks}
    assert "signed by CN=Wache Weidenfurt Siegel" in told["signature.p7s"]
    assert "says CN=Zeitstempel Eins" in told["signature.p7s.tsr"]
    assert all("leads to a root you trust" in told[name] for name in STAMPED)
    assert not any("DEMO" in limit or "not time-stamped" in limit for limit in report.limits)


def test_a_time_stamp_of_an_authority_that_was_not_trusted_does_not_hold_and_says_how_it_would(
    office, shared, tmp_path
):
    (tmp_path / "signer.pem").write_bytes(pem(office.root))
    found = what_failed(shared, trust=tmp_path / "signer.pem")
    assert "signature.p7s.tsr: over signature.p7s: the time stamp does not hold" in found
    assert "if you trust CN=Zeitstempel Eins, put its root beside yours" in found


def test_without_roots_it_says_that_nothing_was_checked_against_one(shared):
    report = verify(shared)
    assert report.holds
    assert any("not checked against a root you trust" in limit for limit in report.limits)


def test_all_four_seals_are_there(shared):
    assert set(SEALS) <= files_in(shared)


@many
@given(name=st.sampled_from(SEALS), where=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_any_flipped_bit_of_any_seal_is_found_and_named(shared, name, where, bit):
    content = bytearray((shared / name).read_bytes())
    content[int(where * len(content))] ^= 1 << bit
    with changed(shared / name, bytes(content)):
        assert name in what_failed(shared)


@pytest.mark.parametrize("name", SEALS)
def test_a_seal_that_was_removed_is_named_even_if_its_sum_is_removed_too(package, name):
    (package / name).unlink()
    assert name in what_failed(package)
    if name in STAMPED:
        assert f"{name}: missing: data/seal.json speaks of it" in what_failed(summed(package))


@pytest.mark.parametrize("name", STAMPED)
def test_a_seal_of_another_package_of_the_same_case_and_signer_is_found(package, old, office, name):
    assert name in what_failed(take(old, package, name), trust=office.trust)


def test_all_seals_of_another_package_together_are_found(package, old):
    found = what_failed(take(old, package, *STAMPED))
    assert (
        "signature.p7s: the signature over tagmanifest-sha256.txt does not hold: not over these bytes"
        in found
    )
    assert "audit-head.p7s: the signature over data/audit-head.json does not hold" in found


@pytest.mark.parametrize("name", [form.REPORT, form.AUDIT, "data/items/0001/raw-v1.json", form.CASE])
def test_whoever_packs_anew_without_the_key_is_found(package, name):
    signatures = {one: (package / one).read_bytes() for one in STAMPED}
    (package / name).write_bytes((package / name).read_bytes() + b"\n")
    rebagged(package)
    for one, content in signatures.items():
        (package / one).write_bytes(content)
    found = what_failed(summed(package))
    assert "signature.p7s: the signature over tagmanifest-sha256.txt does not hold" in found


def test_another_key_is_not_the_one_that_the_package_names(package, offices):
    signed_anew(package, offices[1].sealer.signer)
    found = what_failed(package)
    assert "signature.p7s: signed by CN=Wache Weidenfurt Siegel" in found
    assert "not the certificate that data/seal.json names" in found


def forged(package: Path, theirs) -> Path:
    """Everything anew by somebody of the same name: certificates, seal, signatures, time stamps."""
    leaf = theirs.sealer.signer.chain[0]
    rewrite(package, form.SEAL, certificate_sha256=digest(leaf))
    for name in (form.REPORT, form.LETTER):
        pdf = unsigned((package / form.LETTER).read_bytes())
        (package / name).write_bytes(theirs.sealer.signer.sign_pdf(pdf, exported(package)))
    stamp = theirs.stamper.stamp(b"x")
    (package / form.CERTIFICATES).write_bytes(pem(*theirs.sealer.signer.chain, *stamp.chain))
    rebagged(package, theirs.sealer.signer)
    for name in form.SIGNED:
        response = theirs.stamper.stamp((package / name).read_bytes()).response
        (package / form.stamp_of(name)).write_bytes(response)
    return summed(package)


def test_a_perfect_forgery_is_found_by_the_root_and_only_by_it(package, offices):
    ours, theirs = offices
    forged(package, theirs)
    assert verify(package).holds
    assert verify(package, trust=theirs.trust).holds
    found = what_failed(package, trust=ours.trust)
    for name in (*STAMPED, form.REPORT, form.LETTER):
        assert f"{name}: " in found
    assert found.count("does not lead to a root you trust") == len(form.SIGNED) + 2


def test_time_stamps_of_another_authority_are_found(package, offices):
    ours, theirs = offices
    for name in form.SIGNED:
        response = theirs.stamper.stamp((package / name).read_bytes()).response
        (package / form.stamp_of(name)).write_bytes(response)
    summed(package)
    assert "signature.p7s.tsr: over signature.p7s: the time stamp does not hold" in what_failed(package)
    assert "signature.p7s.tsr" in what_failed(package, trust=ours.trust)


def test_time_stamps_taken_away_together_with_their_mention_are_found(package, office):
    for name in form.SIGNED:
        (package / form.stamp_of(name)).unlink()
    signature = (package / form.SIGNATURE).read_bytes()
    rewrite(package, form.SEAL, time_stamped_by="")
    rebagged(package)
    (package / form.SIGNATURE).write_bytes(signature)
    assert "signature.p7s: the signature over" in what_failed(summed(package))


def test_an_old_signed_root_replayed_is_found(package, old):
    found = what_failed(
        take(old, package, form.HEAD, form.HEAD_SIGNATURE, form.stamp_of(form.HEAD_SIGNATURE))
    )
    assert "data/audit-head.json: changed" in found


def test_an_old_signed_root_replayed_by_whoever_has_the_key_contradicts_the_export(package, old, office):
    take(old, package, form.HEAD)
    found = what_failed(rebagged(package, office.sealer.signer))
    assert "data/audit-head.json: speaks of another export" in found


def test_an_old_log_replayed_by_whoever_has_the_key_does_not_end_with_this_export(package, old, office):
    take(old, package, form.HEAD, form.AUDIT)
    was = json.loads((old / form.CASE).read_bytes())["export"]["audit_head"]
    told = json.loads((package / form.CASE).read_bytes())
    rewrite(package, form.CASE, export={**told["export"], "audit_head": was})
    run = {"run": told["export"]["run"], "at": told["export"]["at"]}
    rewrite(package, form.HEAD, **run)
    found = what_failed(rebagged(package, office.sealer.signer))
    assert "data/audit.jsonl: its end is the export of something else" in found


def test_an_entry_that_is_not_in_the_tree_is_found(package, office):
    lines = [json.loads(line) for line in (package / form.AUDIT).read_bytes().splitlines()]
    lines[1]["proof"][0] = "00" * 32
    (package / form.AUDIT).write_bytes(b"".join(map(form.line, lines)))
    found = what_failed(rebagged(package, office.sealer.signer))
    assert f"entry {lines[1]['seq']}: not proven to be in the tree of" in found


def test_a_signature_that_claims_to_be_younger_than_its_stamp_is_found(package, office):
    later = office.sealer.signer.sign((package / form.SIGNED[form.SIGNATURE]).read_bytes(), LATER)
    (package / form.SIGNATURE).write_bytes(later)
    response = office.stamper.stamp(later).response
    (package / form.stamp_of(form.SIGNATURE)).write_bytes(response)
    assert "after it was time-stamped" in what_failed(summed(package))


@pytest.mark.parametrize("name", [form.SEAL, form.CERTIFICATES])
def test_what_tells_of_the_seal_in_no_form_at_all_is_named(package, name):
    (package / name).write_bytes(b"{}")
    assert f"{name}: " in what_failed(rebagged(package))


def test_when_no_authority_answers_the_package_says_so_on_its_face(office, tmp_path):
    made = a_dossier_of_its_own()
    seal = Sealer(office.sealer.signer, Stamper(["http://127.0.0.1:9/"], [office.root])).begin(made)
    package = bag.write(made, tmp_path, seal)
    assert any("http://127.0.0.1:9/: " in note.words for note in seal.notes)
    assert "NOT time-stamped" in (package / form.INFO).read_text("utf-8")
    assert "NOT TIME-STAMPED" in (package / form.VERIFY).read_text("utf-8")
    for name in (form.README,):
        assert "OHNE ZEITSTEMPEL" in (package / name).read_text("utf-8")
    report = verify(package, trust=office.trust)
    assert report.holds
    assert any("not time-stamped" in line for line in report.lines())


def test_an_authority_that_falls_silent_amid_leaves_no_package_nor_is_another_asked(offices, tmp_path):
    made, (office, other) = a_dossier_of_its_own(), offices
    both = Stamper([*office.stamper.urls, *other.stamper.urls], [office.time.root, other.time.root])
    seal = Sealer(office.sealer.signer, both).begin(made)
    office.time.answer = b"no"
    try:
        with pytest.raises(NoStamp):
            bag.write(made, tmp_path, seal)
    finally:
        office.time.answer = None
    assert list(tmp_path.iterdir()) == []


def a_dossier_of_its_own():
    store = MemoryStore(FakeClock())
    officer, opened = a_case(store)
    with store.begin() as work:
        return gather(work, officer, opened.id)


def test_no_key_is_in_any_file_of_a_package(office, shared):
    key = pkcs12.load_pkcs12((office.time.folder / "key.p12").read_bytes(), None).key
    secret = key.private_numbers().private_value.to_bytes(32, "big")
    for name in files_in(shared):
        content = (shared / name).read_bytes()
        assert secret not in content
        assert b"PRIVATE KEY" not in content
