"""Writes a dossier as a BagIt 1.0 package (RFC 8493): the whole package, or nothing at all."""

import fcntl
import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import bagit

from casework.dossier import Dossier
from casework.errors import Refused, StreifeError
from casework.message import sha256
from casework.visible import visible
from evidence import form, justice, leaflets
from evidence.package import contents

PART = ".streife-part-"
BLOCK = 4_096
SPARE = 1_048_576
LONGEST_NAME = 80


def write(dossier: Dossier, folder: Path, standard: justice.Standard = justice.DEFAULT) -> Path:
    """Make the package in `folder` (made if missing) and return where it lies; beside it the XJustiz message.

    It is built hidden beside its place and moved there in one step; what a killed export left behind
    is cleared by the next one. Raises Refused when the place is taken or the dossier contradicts
    itself, StreifeError when the disk is full or refuses; then nothing is left.
    """
    files = _whole(dossier, contents(dossier))
    with _clear_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            _clear_leftovers(folder)
            target = folder / name_of(dossier)
            for place in (target, justice.beside(target)):
                if place.exists() or place.is_symlink():
                    raise Refused(f"{place}: exists already; choose another folder")
            digests = {name: sha256(content) for name, content in files.items()}
            message = justice.message(dossier, target.name, digests, standard)
            _check_space(folder, {**files, justice.ENDING: message})
            _build(files, folder, target)
            _put_beside(target, message)
    return target


def name_of(dossier: Dossier) -> str:
    """The package's folder name: case number and run."""
    number = re.sub(r"[^A-Za-z0-9-]+", "-", dossier.case.number).strip("-")[:LONGEST_NAME]
    run = re.sub(r"[^A-Za-z0-9]+", "", dossier.run)[:LONGEST_NAME]
    return f"{number or 'case'}-{run or 'export'}"


def fingerprint(path: Path) -> str:
    """SHA-256 (hex) of tagmanifest-sha256.txt: it stands for every byte of the package.

    Raises Refused where there is no package.
    """
    try:
        return sha256((path / form.TAG_MANIFESTS["sha256"]).read_bytes())
    except OSError as why:
        raise Refused(f"{path}: no package there ({why.strerror}); name its folder") from why


def _whole(dossier: Dossier, payload: Mapping[str, bytes]) -> dict[str, bytes]:
    """The payload with its tag files, manifests last."""
    tags = {
        form.DECLARATION: form.DECLARED,
        form.INFO: _info(dossier, payload).encode(),
        form.VERIFY: leaflets.verify().encode(),
    }
    for algorithm, name in form.MANIFESTS.items():
        tags[name] = _manifest(algorithm, payload)
    seals = {name: _manifest(algorithm, tags) for algorithm, name in form.TAG_MANIFESTS.items()}
    return {**payload, **tags, **seals}


def _manifest(algorithm: str, files: Mapping[str, bytes]) -> bytes:
    lines = (f"{hashlib.new(algorithm, files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()


def _info(dossier: Dossier, payload: Mapping[str, bytes]) -> str:
    notice = " TRAINING DATA, an invented case." if dossier.training else ""
    tags = {
        "Source-Organization": visible(dossier.station.name),
        "External-Identifier": visible(dossier.case.number),
        "External-Description": f"Secured messages of one case; not signed, not time-stamped.{notice}",
        "Internal-Sender-Identifier": visible(dossier.run),
        "Bagging-Date": f"{dossier.exported_at:%Y-%m-%d}",
        "Bag-Software-Agent": "Streife",
        "Payload-Oxum": f"{sum(map(len, payload.values()))}.{len(payload)}",
    }
    return "".join(f"{tag}: {value}\n" for tag, value in tags.items())


def _build(files: Mapping[str, bytes], folder: Path, target: Path) -> None:
    part = Path(mkdtemp(prefix=PART, dir=folder))
    try:
        for name, content in files.items():
            path = part / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        _check_bag(part)
        part.rename(target)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _put_beside(target: Path, message: bytes) -> None:
    """The message, moved to its place in one step; where that fails the package goes, too."""
    part = Path(mkdtemp(prefix=PART, dir=target.parent))
    try:
        (part / justice.ENDING).write_bytes(message)
        (part / justice.ENDING).rename(justice.beside(target))
    except BaseException:
        shutil.rmtree(target, ignore_errors=True)
        raise
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _check_bag(part: Path) -> None:
    """Let the reference implementation read everything back before anybody sees it."""
    try:
        bagit.Bag(str(part)).validate()
    except bagit.BagError as why:
        raise StreifeError(
            f"package: not as it was written ({why}); check the disk and export again"
        ) from why


def _check_space(folder: Path, files: Mapping[str, bytes]) -> None:
    """Each file takes whole blocks, and its name a little more."""
    needed = SPARE + sum(len(content) + 2 * BLOCK for content in files.values())
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise StreifeError(
            f"{folder}: the package needs {needed:,} bytes, {free:,} are free; "
            "make room or choose another folder; nothing was written"
        )


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One export at a time in a folder, so that whatever is hidden there belongs to a dead one."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _clear_leftovers(folder: Path) -> None:
    for left in folder.glob(f"{PART}*"):
        shutil.rmtree(left)


@contextmanager
def _clear_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as why:
        raise StreifeError(
            f"{folder}: the package could not be written ({why.strerror or why}); "
            "make room or choose another folder; no package was left"
        ) from why
