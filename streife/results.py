"""What the wiring tells of the audit log and of a package that was written."""

from dataclasses import dataclass
from pathlib import Path


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
    """Where the package lies and what names it without doubt; `notes` are what its seal lacks."""

    path: Path
    fingerprint: str
    notes: tuple[str, ...] = ()
