"""A zip file that a stranger may have made: looked into, never unpacked to disk, refused where it is odd."""

import io
import stat
import zipfile
import zlib
from collections.abc import Sequence
from typing import BinaryIO

from casework.errors import Refused
from connectors.answers import parsed, shown

MOST_ENTRIES, LONGEST_INDEX = 100_000, 32 * 2**20
LARGEST, LARGEST_IN_ALL = 64 * 2**20, 2**30  # bytes, unpacked
SMALL, STEEPEST = 2**20, 200  # so many times its packed size may grow what is not small
PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED = 0x1
ANEW = "have the network make the export anew, and give its zip file unchanged"


class Bundle:
    """The files in a zip by their names, in its order; all that is odd raises Refused."""

    def __init__(self, file: BinaryIO) -> None:
        """Read the list of contents; nothing of the contents themselves."""
        bounded = _Bounded(file)
        try:
            self._zip = zipfile.ZipFile(bounded)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise Refused(f"the zip file is damaged ({shown(error)}); {ANEW}") from None
        bounded.most = LARGEST
        self._read = 0
        self._entries: dict[str, list[zipfile.ZipInfo]] = {}
        entries = self._zip.infolist()
        if len(entries) > MOST_ENTRIES:
            raise Refused(
                f"the zip file holds {len(entries)} files; at most {MOST_ENTRIES} are looked at; {ANEW}"
            )
        for entry in entries:
            _check_place(entry)
            self._entries.setdefault(entry.filename, []).append(entry)
        self.names: Sequence[str] = tuple(self._entries)

    def json(self, name: str) -> object:
        """The JSON of a file; raises Refused."""
        return _parsed(name, self.read(name))

    def script(self, name: str) -> object:
        """The JSON that a script assigns: `window.YTD.… = [ … ]`; raises Refused."""
        return _parsed(name, self.read(name).partition(b"=")[2])

    def read(self, name: str) -> bytes:
        """The contents of a file; raises Refused, at the latest when it is larger than it says."""
        entry, *twins = self._entries[name]
        if twins:
            raise Refused(f"{shown(name)}: is in the zip file twice; {ANEW}")
        self._check(entry)
        try:
            with self._zip.open(entry) as file:
                told = file.read(LARGEST)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
            raise Refused(f"{shown(name)}: damaged in the zip file ({shown(error)}); {ANEW}") from None
        self._read += len(told)
        return told

    def _check(self, entry: zipfile.ZipInfo) -> None:
        name = shown(entry.filename)
        if entry.flag_bits & ENCRYPTED:
            raise Refused(f"{name}: is encrypted; unpack it with its password, pack it again without")
        if entry.compress_type not in PLAIN:
            raise Refused(f"{name}: is packed in a way that no network uses; {ANEW}")
        if entry.file_size > LARGEST or self._read + entry.file_size > LARGEST_IN_ALL:
            raise Refused(
                f"{name}: is too large, {entry.file_size} bytes; ask the network for a shorter time"
            )
        if entry.file_size > max(SMALL, STEEPEST * entry.compress_size):
            raise Refused(f"{name}: would grow from {entry.compress_size} to {entry.file_size} bytes; {ANEW}")


class _Bounded(io.BufferedIOBase):
    """The file, of which nothing is read at once that would fill the memory, the list of contents first."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.most = file, LONGEST_INDEX

    def read(self, size: int | None = -1) -> bytes:
        if size is None or size > self.most:
            raise Refused(f"the zip file's list of contents is too long; {ANEW}")
        return self._file.read(size)

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        return self._file.seek(place, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True


def _check_place(entry: zipfile.ZipInfo) -> None:
    name = entry.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or ":" in name.partition("/")[0]:
        raise Refused(f"{shown(entry.filename)}: leads out of the zip file; {ANEW}")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise Refused(f"{shown(entry.filename)}: is a link to another file; {ANEW}")


def _parsed(name: str, told: bytes) -> object:
    try:
        return parsed(told)
    except (ValueError, RecursionError):
        raise Refused(f"{shown(name)}: is not in the form that we know (JSON); {ANEW}") from None
