"""Arrays on disk: numpy files that hold plain arrays and nothing else, each with its SHA-256 beside it."""

import hashlib
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from casework.errors import Refused

Arrays = dict[str, NDArray[Any]]

# What numpy raises for files that are no archives of arrays: empty, cut, of another make.
UNREADABLE = (ValueError, OSError, EOFError, TypeError, AttributeError, zipfile.BadZipFile, zlib.error)
REMEDY = "put back the file of the release, or run `streife train`"


def write_arrays(file: Path, arrays: Mapping[str, NDArray[Any]]) -> str:
    """Write arrays; returns the file's SHA-256."""
    file.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(file, allow_pickle=False, **arrays)
    return sha256_of(file)


def read_arrays(file: Path, sha256: str) -> Arrays:
    """Read what write_arrays wrote; raises Refused if the file is missing, altered or holds anything else."""
    if not file.is_file():
        raise Refused(f"{file}: missing; {REMEDY}")
    if sha256_of(file) != sha256:
        raise Refused(f"{file}: not the file that was trained (its SHA-256 differs); {REMEDY}")
    try:
        with np.load(file, allow_pickle=False) as kept:
            arrays = {name: kept[name] for name in kept.files}
            if odd := [name for name, array in arrays.items() if not isinstance(array, np.ndarray)]:
                raise ValueError(f"{odd[0]} is no array")
            return arrays
    except UNREADABLE as error:
        raise Refused(f"{file}: holds more or less than arrays ({error}); {REMEDY}") from error


def sha256_of(file: Path) -> str:
    """The SHA-256 of a file's content, in hexadecimal."""
    return hashlib.sha256(file.read_bytes()).hexdigest()
