"""What the wiring tells of the audit log and of a package that was written."""

from dataclasses import dataclass
from pathlib import Path

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
    """Where the package lies, what names it without doubt, and the record of it (casework.transmission)."""

    path: Path
    fingerprint: str
    transmission: int = 0


@dataclass(frozen=True, slots=True)
class ExportedCases:
    """What was told of each case, where the packages and the overview of them lie."""

    folder: Path
    overview: Overview
    path: Path
