"""A package as it lies before us, folder or .zip: read only, never unpacked, nothing outside it touched."""

import os
import re
import stat
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo, is_zipfile

from casework.errors import Refused
from casework.visible import visible
from evidence import form, zip_layout

MOST_FILES = 1_000_000
MOST_BYTES = 64 * 2**30
MOST_GROWTH = 1_100  # deflate cannot pack tighter than about 1,032 to 1
ENCRYPTED = 0x1
LONGEST_SHOWN = LONGEST_NAME = 300
DEEPEST = 10  # parts of a name; ours have five with the package's folder
NO_PLAIN_FILE = "a link or special file; a package holds plain files only"
STRANGE_NAME = "a name that no package holds"
_SAFE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")

DAMAGED = (OSError, EOFError, BadZipFile, zlib.error, RuntimeError, NotImplementedError, ValueError)

Opener = Callable[[], AbstractContextManager[BinaryIO]]


@dataclass(frozen=True)
class Source:
    """The package's plain files by path, and what lies there that no package holds.

    `label` is the package's own name.
    """

    label: str
    files: Mapping[str, Opener]
    faults: tuple[str, ...]

    @property
    def names(self) -> frozenset[str]:
        """Paths of all plain files, with forward slashes."""
        return frozenset(self.files)

    def read(self, name: str) -> AbstractContextManager[BinaryIO]:
        """Open one file; reading raises OSError or BadZipFile when the medium is damaged."""
        return self.files[name]()


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """The package at `path`: its folder, a folder in which it is the only package, or a .zip of it.

    Raises Refused when there is no such thing, or when a .zip is beyond all measure.
    """
    try:
        folder = _package_in(path) if path.is_dir() else None
        archive = ZipFile(path) if not folder and path.is_file() and is_zipfile(path) else None
    except DAMAGED as why:
        raise Refused(f"{path}: damaged or not readable ({why}); fetch the package again") from why
    if folder:
        yield _folder(folder)
    elif archive:
        with archive:
            yield _zip(path, archive)
    else:
        raise Refused(f"{path}: neither a package's folder nor a .zip; name one of them")


def _package_in(path: Path) -> Path:
    """The folder itself, or the one package inside where it was named by the folder it was exported to."""
    if any((path / name).exists() for name in (*form.TAG_FILES, "data")):
        return path
    inside = [one for one in path.iterdir() if (one / form.DECLARATION).is_file()]
    return inside[0] if len(inside) == 1 else path


def _folder(root: Path) -> Source:
    files: dict[str, Opener] = {}
    faults: list[str] = []
    for path, fault in _walk(root):
        name = path.relative_to(root).as_posix()
        if fault or not _SAFE.fullmatch(name):
            faults.append(f"{visible(name[:LONGEST_SHOWN])}: {fault or STRANGE_NAME}")
        else:
            files[name] = _plain_file(path)
    return Source(root.resolve().name, files, tuple(faults))


def _walk(root: Path) -> Iterator[tuple[Path, str]]:
    """All plain files, and with a fault whatever no package holds; however deep it goes."""
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda e: e.name)
        except OSError as why:
            yield folder, f"cannot be read ({why.strerror})"
            continue
        if not found:
            yield folder, "an empty folder; no package holds one"
        folders += [Path(e.path) for e in found if e.is_dir(follow_symlinks=False)]
        plain = ((e, e.is_file(follow_symlinks=False)) for e in found if not e.is_dir(follow_symlinks=False))
        yield from ((Path(e.path), "" if is_plain else NO_PLAIN_FILE) for e, is_plain in plain)


def _plain_file(path: Path) -> Opener:
    """Opens the file unless it became a link in the meantime."""

    def open_it() -> BinaryIO:
        return os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb")

    return open_it


def _zip(path: Path, archive: ZipFile) -> Source:
    _check_measure(path, archive.infolist())
    members = _files(archive.infolist())
    names = [m.filename for m in members]
    root = _common_root(names)
    files: dict[str, Opener] = {}
    faults = list(filter(None, [_layout(path, archive)]))
    twice = {name for name, count in Counter(n.casefold() for n in names).items() if count > 1}
    for member in members:
        name = member.filename.removeprefix(f"{root}/") if root else member.filename
        fault = _fault(member, name) or ("stands there twice" if member.filename.casefold() in twice else "")
        if fault:
            faults.append(f"{visible(member.orig_filename[:LONGEST_SHOWN])}: {fault}")
        else:
            files[name] = _member(archive, member)
    return Source(root or path.stem, files, tuple(faults))


def _layout(path: Path, archive: ZipFile) -> str:
    try:
        return zip_layout.fault(path, archive)
    except DAMAGED as why:
        return f"damaged: its entries cannot be read ({type(why).__name__})"


def _files(members: list[ZipInfo]) -> list[ZipInfo]:
    """All members but the folders that hold one."""
    holding = {str(parent) for m in members for parent in PurePosixPath(m.filename).parents}
    return [m for m in members if not m.is_dir() or m.filename.rstrip("/") not in holding]


def _check_measure(path: Path, members: list[ZipInfo]) -> None:
    long = next((m.filename for m in members if _is_long(m.filename)), "")
    if long:
        raise Refused(
            f"{path}: holds a name longer or deeper than any of ours: {visible(long[:LONGEST_SHOWN])}"
        )
    size = sum(m.file_size for m in members)
    packed = path.stat().st_size
    if len(members) > MOST_FILES or size > min(MOST_BYTES, packed * MOST_GROWTH):
        raise Refused(f"{path}: claims {len(members):,} files and {size:,} bytes; that is no package of ours")


def _is_long(name: str) -> bool:
    return len(name) > LONGEST_NAME or name.count("/") > DEEPEST


def _common_root(names: list[str]) -> str:
    """The one folder that holds everything, or "" when the package lies at the top."""
    tops = {name.split("/")[0] for name in names}
    top = next(iter(tops), "")
    only = len(tops) == 1 and all(name.startswith(f"{top}/") for name in names)
    return top if only and _SAFE.fullmatch(top) else ""


def _fault(member: ZipInfo, name: str) -> str:
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        return NO_PLAIN_FILE
    if member.flag_bits & ENCRYPTED:
        return "encrypted; a package is not"
    # zipfile cuts a name at a NUL and turns backslashes: judge what really stands there.
    if not _SAFE.fullmatch(name) or member.orig_filename != member.filename:
        return STRANGE_NAME
    return ""


def _member(archive: ZipFile, member: ZipInfo) -> Opener:
    return lambda: cast(BinaryIO, archive.open(member))
