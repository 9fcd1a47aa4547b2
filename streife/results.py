"""What the wiring tells of the audit log and of a package that was written."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casework.custody import SealNote
from casework.errors import LogBroken
from casework.overview import Overview


@dataclass(frozen=True, slots=True)
class LogCheck:
    """Whether the audit log holds; `words` names the first wrong entry."""

    holds: bool
    words: str
    size: int = 0
    root: str = ""
    first_wrong: int | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """Where the package lies, what names it without doubt, and the record of it (casework.transmission).

    `notes` are what its seal lacks.
    """

    path: Path
    fingerprint: str
    notes: tuple[SealNote, ...] = ()
    transmission: int = 0


@dataclass(frozen=True, slots=True)
class ExportedCases:
    """What was told of each case, where the packages and the overview of them lie."""

    folder: Path
    overview: Overview
    path: Path


def of_log(verify: Callable[[], Any]) -> LogCheck:
    """What a check of the audit log came to; `verify` tells size and root, or raises LogBroken."""
    try:
        found = verify()
    except LogBroken as error:
        return LogCheck(False, str(error), first_wrong=error.seq)
    return LogCheck(True, f"the log holds: {found.size} entries, root {found.root}", found.size, found.root)
