"""VERIFY.txt: exactly its lines prove the package in an environment that knows nothing of Streife."""

import shutil
import subprocess
import sys
from pathlib import Path

import bagit
import pytest

from casework.message import sha256
from evidence import bag, form
from tests.evidence.pdf import stock, unsigned
from tests.evidence.test_verify import exported, lines_of, rebagged, summed, with_log


@pytest.fixture(scope="module")
def bare_path(tmp_path_factory) -> str:
    """A PATH with the system's tools and bagit.py, nothing else of ours."""
    tools = tmp_path_factory.mktemp("tools")
    script = tools / "bagit.py"
    script.write_text(f'#!/bin/sh\nexec {sys.executable} {Path(bagit.__file__)} "$@"\n')
    script.chmod(0o755)
    return f"{tools}:/usr/local/bin:/usr/bin:/bin"


@pytest.fixture(params=["sh", "bash"])
def run(request, bare_path):
    """Runs VERIFY.txt in an empty environment."""
    shell = shutil.which(request.param)
    if not shell:
        pytest.skip(f"needs {request.param}")

    def run_there(package: Path, **given) -> subprocess.CompletedProcess[str]:
        bare = {"PATH": bare_path, "LC_ALL": "C", **given}
        return subprocess.run([shell, "VERIFY.txt"], cwd=package, env=bare, capture_output=True, text=True)

    return run_there


def test_the_lines_of_verify_txt_prove_a_sound_package(run, package):
    found = run(package)
    assert found.returncode == 0, found.stderr
    assert bag.fingerprint(package) in found.stdout
    assert found.stderr.count("CMS Verification successful") == 4  # two files, two PDFs
    assert "is valid" in found.stderr
    assert ("NOT RUN" in found.stderr) is not bool(shutil.which("pdfsig"))


def test_they_prove_signer_and_time_to_whoever_has_the_roots(run, exports, office, offices):
    found = run(exports[1], ROOTS=str(office.trust))
    assert found.returncode == 0, found.stderr
    assert found.stdout.count("Verification: OK") == 2
    assert run(exports[1]).returncode == 0
    assert run(exports[1], ROOTS=str(offices[1].trust)).returncode != 0


@pytest.mark.parametrize("name", sorted(form.seal_files(stamped=True)))
def test_they_find_a_signature_or_stamp_of_another_package(run, exports, tmp_path, name):
    old, new = exports
    package = Path(shutil.copytree(new, tmp_path / new.name))
    shutil.copy(old / name, package / name)
    assert f"{name}: FAILED" in run(package).stdout
    found = run(summed(package))
    assert found.returncode != 0
    assert "is valid" not in found.stderr


def test_they_find_a_signature_taken_away(run, package):
    (package / form.SIGNATURE).unlink()
    assert run(package).returncode != 0
    assert run(summed(package)).returncode != 0


def test_they_find_an_entry_that_is_not_in_the_signed_tree(run, package):
    lines = lines_of(package)
    lines[1]["proof"][0] = "00" * 32
    found = run(with_log(package, lines))
    assert f"audit entry {lines[1]['seq']} is not in the signed tree" in found.stderr


def test_they_find_a_log_without_its_end(run, package):
    found = run(with_log(package, lines_of(package)[:-1]))
    assert "the signed tree does not end with this export" in found.stderr


@pytest.mark.parametrize(
    "name", ["data/items/0001/raw-v1.json", "data/bericht.pdf", "manifest-sha512.txt", "bag-info.txt"]
)
def test_they_find_a_changed_file(run, package, name):
    (package / name).write_bytes((package / name).read_bytes() + b" ")
    found = run(package)
    assert found.returncode != 0
    assert name in found.stdout + found.stderr


@pytest.mark.parametrize("name", ["data/extra", "extra", ".extra", "data/tagmanifest-sha256.txt"])
def test_they_find_an_added_file(run, package, name):
    (package / name).write_bytes(b"")
    found = run(package)
    assert found.returncode != 0
    assert name in found.stdout


@pytest.mark.parametrize("name", ["extra", "extra\nabextra"])
def test_they_find_a_file_that_whoever_added_it_hides(run, package, name):
    (package / name).write_bytes(b"")
    if "\n" not in name:
        with (package / form.SEAL_SUMS).open("a") as sums:
            sums.write(f"{sha256(b'')}  {name}\n")
    found = run(package)
    assert found.returncode != 0
    assert "extra" in found.stdout


def test_they_find_two_files_whose_names_look_alike(run, package):
    for name in ("Nachtrag?.pdf", "Nachtrag\n.pdf", "\u202e\x1b[2J"):
        (package / name).write_bytes(b"%PDF")
    found = run(package)
    assert found.returncode != 0
    assert found.stdout.count("./Nachtrag?.pdf") == 1
    assert "./Nachtrag\n.pdf" in found.stdout
    assert "\x1b" not in found.stdout


def test_they_find_a_missing_file(run, package):
    (package / "data/bericht.pdf").unlink()
    assert run(package).returncode != 0


def test_they_find_a_changed_audit_entry(run, package):
    lines = lines_of(package)
    lines[2]["content"] = lines[2]["content"].replace("2026", "2025")
    found = run(with_log(package, lines))
    assert found.returncode != 0
    assert f"audit entry {lines[2]['seq']} does not hold" in found.stderr


def test_they_find_a_pdf_that_lost_its_signature(run, package):
    report = package / form.REPORT
    report.write_bytes(unsigned(report.read_bytes()))
    found = run(rebagged(package))
    assert found.returncode != 0
    assert "data/bericht.pdf carries no signature over the whole file" in found.stderr


def test_they_find_a_pdf_signed_by_somebody_else(run, exports, offices, tmp_path):
    package, (ours, theirs) = Path(shutil.copytree(exports[1], tmp_path / "p")), offices
    report = package / form.REPORT
    report.write_bytes(theirs.sealer.signer.sign_pdf(unsigned(report.read_bytes()), exported(package)))
    rebagged(package, ours.sealer.signer)
    for name in form.SIGNED:
        stamp = ours.stamper.stamp((package / name).read_bytes())
        (package / form.stamp_of(name)).write_bytes(stamp.response)
    found = run(summed(package), ROOTS=str(ours.trust))
    assert found.returncode != 0
    assert found.stderr.split("data/bericht.pdf:\n")[1].startswith("CMS Verification failure")


def test_pdfsig_alone_finds_a_pdf_that_was_changed_and_one_that_was_added_to(package, bare_path):
    stock("pdfsig", "-v")
    lines = "set -e\n#" + (package / form.VERIFY).read_text().split("# 9.")[1]
    before = (package / form.REPORT).read_bytes()
    for spoilt, words in (
        (before, ""),
        (before.replace(b"/Lang", b"/Land"), "Digest Mismatch"),
        (before + b"\n", "Not total document signed"),
        (unsigned(before), "no signature"),
    ):
        (package / form.REPORT).write_bytes(spoilt)
        bare = {"cwd": package, "env": {"PATH": bare_path}, "capture_output": True, "text": True}
        ran = subprocess.run(["sh", "-c", lines], **bare)
        assert (ran.returncode != 0) is bool(words), ran.stderr
        assert words in ran.stderr


def test_a_package_packed_anew_shows_another_fingerprint(run, package):
    told = bag.fingerprint(package)
    (package / form.README).write_text("erfunden\n")
    found = run(rebagged(package))
    assert found.returncode == 0
    assert told not in found.stdout
    assert bag.fingerprint(package) in found.stdout


def test_a_package_packed_anew_by_somebody_without_the_key_is_found(run, package):
    signature = (package / form.SIGNATURE).read_bytes()
    (package / "data/bericht.txt").write_text("erfunden\n")
    (rebagged(package) / form.SIGNATURE).write_bytes(signature)
    found = run(summed(package))
    assert found.returncode != 0
    assert "CMS Verification failure" in found.stderr
