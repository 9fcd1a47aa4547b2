"""VERIFY.txt: exactly its lines prove the package in an environment that knows nothing of Streife."""

import shutil
import subprocess
import sys
from pathlib import Path

import bagit
import pytest

from evidence import bag
from tests.evidence.test_verify import lines_of, rebagged, with_log


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

    def run_there(package: Path) -> subprocess.CompletedProcess[str]:
        bare = {"PATH": bare_path, "LC_ALL": "C"}
        return subprocess.run([shell, "VERIFY.txt"], cwd=package, env=bare, capture_output=True, text=True)

    return run_there


def test_the_lines_of_verify_txt_prove_a_sound_package(run, package):
    found = run(package)
    assert found.returncode == 0, found.stderr
    assert found.stdout.split()[0] == bag.fingerprint(package)
    assert "is valid" in found.stderr


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


def test_they_find_a_missing_file(run, package):
    (package / "data/bericht.pdf").unlink()
    assert run(package).returncode != 0


def test_they_find_a_changed_audit_entry(run, package):
    lines = lines_of(package)
    lines[2]["content"] = lines[2]["content"].replace("2026", "2025")
    found = run(with_log(package, lines))
    assert found.returncode != 0
    assert f"audit entry {lines[2]['seq']} does not hold" in found.stderr


def test_a_package_packed_anew_shows_another_fingerprint(run, package):
    told = bag.fingerprint(package)
    (package / "data/bericht.pdf").write_text("erfunden\n")
    found = run(rebagged(package))
    assert found.returncode == 0
    assert found.stdout.split()[0] != told
