"""Writes a dossier as a BagIt 1.0 package (RFC 8493): the whole package, or nothing at all."""

import fcntl
import filecmp
import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import bagit

from casework.custody import SealNote
from casework.dossier import Dossier
from casework.errors import Refused, StreifeError
from casework.message import sha256
from casework.visible import visible
from evidence import form, instructions, justice, progress
from evidence.face import Face
from evidence.package import contents
from evidence.part import Part
from evidence.progress import Heard, between, nobody
from evidence.sealing import Seal, Sealer

PART = ".streife-part-"
AHEAD = "ahead"
BLOCK = 4_096
SPARE = 1_048_576
LONGEST_NAME = 80
LONGEST_ENTRY = 4_096  # what the message beside the package says of one file; it is written twice
LONGEST_DIGEST = 132  # SHA-512 in hex, two spaces and a line feed
SET = progress.STEPS // 2  # measured: typesetting takes about as long as writing
STORE_CHANGED = "the store changed meanwhile; export again"


def write(
    dossier: Dossier,
    folder: Path,
    seal: Seal,
    standard: justice.Standard = justice.DEFAULT,
    heard: Heard = nobody,
) -> Path:
    """Make the package in `folder` (made if missing), sealed, and return where it lies; beside it a message.

    It is built hidden beside its place and moved there in one step, once its message is there; what a killed
    export left behind is cleared by the next one. `heard` is told (steps done, steps in all). Raises Refused
    when the place is taken or the dossier contradicts itself, StreifeError when the disk is full or refuses;
    then nothing is left.
    """
    payload = contents(dossier, seal, between(heard, 0, SET))
    with _clear_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            _clear_leftovers(folder)
            target = folder / name_of(dossier)
            for place in (target, justice.beside(target)):
                if place.exists() or place.is_symlink():
                    raise Refused(f"{place}: exists already; choose another folder")
            _check_space(folder, payload)
            with _hidden(folder) as part:
                bag = part / target.name
                bag.mkdir(mode=0o700)
                listed = _fill(bag, dossier, payload, seal, between(heard, SET, progress.STEPS))
                _check_bag(bag)
                message = part / justice.ENDING
                message.write_bytes(justice.message(dossier, target.name, listed, standard))
                _move(bag, message, target)
    return target


def sealed(
    dossier: Dossier,
    folder: Path,
    heard: Heard = nobody,
    *,
    sealer: Sealer,
    standard: justice.Standard = justice.DEFAULT,
) -> tuple[Path, str, tuple[SealNote, ...]]:
    """Make the package as `write` does; returns its place, its fingerprint, and what its seal lacks."""
    seal = sealer.begin(dossier)
    path = write(dossier, folder, seal, standard, heard)
    return path, fingerprint(path), seal.notes


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


@contextmanager
def _hidden(folder: Path) -> Iterator[Path]:
    """A folder to build in, of which nothing is left afterwards."""
    part = Path(mkdtemp(prefix=PART, dir=folder))
    try:
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _move(bag: Path, message: Path, target: Path) -> None:
    """Both to their places, the message first: a package that can be seen is whole, its message beside it.

    A copy of the message stays hidden, to tell whose it is if we are killed before the package follows.
    """
    ahead = shutil.copyfile(message, message.with_name(AHEAD))
    ahead.rename(justice.beside(target))
    try:
        bag.rename(target)
    except BaseException:
        justice.beside(target).unlink()
        raise


def _fill(
    part: Path, dossier: Dossier, payload: Mapping[str, Part], seal: Seal, heard: Heard
) -> dict[str, str]:
    """The payload one file after the other, then the tag files, the manifests over both, the signatures.

    Returns the SHA-256 (hex) of every file.
    """
    digests: dict[str, dict[str, str]] = {}
    done, total = 0, sum(one.size for one in payload.values())
    for name, one in payload.items():
        heard(done, total)
        digests[name] = _put(part, name, one)
        done += one.size
    tags = {
        form.DECLARATION: form.DECLARED,
        form.INFO: _info(dossier, payload, seal.face).encode(),
        form.VERIFY: instructions.verify(dossier, seal.face, payload, pdfsig=seal.known_to_pdfsig).encode(),
        form.CERTIFICATES: seal.certificates,
    }
    for algorithm, name in form.MANIFESTS.items():
        tags[name] = _manifest({path: known[algorithm] for path, known in digests.items()})
    sums = {name: _put(part, name, Part.of(content)) for name, content in tags.items()}
    sealed = {
        name: _manifest({path: known[algorithm] for path, known in sums.items()})
        for algorithm, name in form.TAG_MANIFESTS.items()
    }
    signatures = seal.closed(sealed[form.TAG_MANIFESTS["sha256"]])
    sealed[form.SEAL_SUMS] = _manifest({name: sha256(content) for name, content in signatures.items()})
    ends = {name: _put(part, name, Part.of(content)) for name, content in {**sealed, **signatures}.items()}
    return {name: known["sha256"] for name, known in {**digests, **sums, **ends}.items()}


def _put(part: Path, name: str, one: Part) -> dict[str, str]:
    """Write one file; returns its digests (hex) by algorithm."""
    content = one.read()
    if len(content) != one.size:
        raise Refused(f"{name}: {len(content):,} bytes in place of {one.size:,}; {STORE_CHANGED}")
    path = part / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return {algorithm: hashlib.new(algorithm, content).hexdigest() for algorithm in form.ALGORITHMS}


def _manifest(digests: Mapping[str, str]) -> bytes:
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests)).encode()


def _info(dossier: Dossier, payload: Mapping[str, Part], face: Face) -> str:
    notice = " TRAINING DATA, an invented case." if dossier.training else ""
    tags = {
        "Source-Organization": visible(dossier.station.name),
        "External-Identifier": visible(dossier.case.number),
        "External-Description": f"Secured messages of one case; {face.english()}.{notice}",
        "Internal-Sender-Identifier": visible(dossier.run),
        "Bagging-Date": f"{dossier.exported_at:%Y-%m-%d}",
        "Bag-Software-Agent": "Streife",
        "Payload-Oxum": f"{sum(one.size for one in payload.values())}.{len(payload)}",
    }
    return "".join(f"{tag}: {value}\n" for tag, value in tags.items())


def _check_bag(part: Path) -> None:
    """Let the reference implementation read everything back before anybody sees it."""
    try:
        bagit.Bag(str(part)).validate()
    except bagit.BagError as why:
        raise StreifeError(
            f"package: not as it was written ({why}); check the disk and export again"
        ) from why


def _check_space(folder: Path, payload: Mapping[str, Part]) -> None:
    """Each file takes whole blocks, and its name a little more; in each manifest it has a line."""
    lines = sum(len(name) + LONGEST_DIGEST for name in payload) * len(form.ALGORITHMS)
    lines += 2 * LONGEST_ENTRY * len(payload)
    needed = SPARE + lines + sum(one.size + 2 * BLOCK for one in payload.values())
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
    """What killed exports left: hidden folders, and the message of a package that did not follow it."""
    for left in folder.glob(f"{PART}*"):
        kept = left / justice.ENDING
        for bag in (one for one in left.iterdir() if one.is_dir()):
            ahead = justice.beside(folder / bag.name)
            if kept.is_file() and ahead.is_file() and filecmp.cmp(kept, ahead, shallow=False):
                ahead.unlink()
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
