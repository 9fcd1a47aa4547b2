"""Arrays on disk: skops files that hold plain arrays and nothing else, each with its SHA-256 beside it."""

import hashlib
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import skops.io
from numpy.typing import NDArray

from casework.errors import Refused

Arrays = dict[str, NDArray[Any]]

TRUSTED: list[str] = []  # plain arrays only; a file that asks for any other type is refused
REMEDY = "put back the file of the release, or run `streife train`"


def write_arrays(file: Path, arrays: Mapping[str, NDArray[Any]]) -> str:
    """Write arrays; returns the file's SHA-256."""
    file.parent.mkdir(parents=True, exist_ok=True)
    skops.io.dump(dict(arrays), file, compression=zipfile.ZIP_DEFLATED, compresslevel=9)
    return sha256_of(file)


def read_arrays(file: Path, sha256: str) -> Arrays:
    """Read what write_arrays wrote; raises Refused if the file is missing, altered or holds anything else."""
    if not file.is_file():
        raise Refused(f"{file}: missing; {REMEDY}")
    if sha256_of(file) != sha256:
        raise Refused(f"{file}: not the file that was trained (its SHA-256 differs); {REMEDY}")
    strange = skops.io.get_untrusted_types(file=file)
    if strange:
        raise Refused(f"{file}: holds more than arrays ({', '.join(strange)}); {REMEDY}")
    arrays: Arrays = skops.io.load(file, trusted=TRUSTED)
    return arrays


def sha256_of(file: Path) -> str:
    """The SHA-256 of a file's content, in hexadecimal."""
    return hashlib.sha256(file.read_bytes()).hexdigest()
