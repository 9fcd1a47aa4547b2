"""What a check found: one line each, with what was looked at and whether it holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: `what` (where in the package), whether it holds, and the finding in words."""

    what: str
    ok: bool
    words: str


@dataclass(frozen=True, slots=True)
class Report:
    """All findings about one package; `limits` says what even a sound package does not prove."""

    package: str
    holds: bool
    fingerprint: str
    checks: tuple[Check, ...]
    limits: tuple[str, ...]

    @property
    def failed(self) -> tuple[Check, ...]:
        """Only what does not hold."""
        return tuple(check for check in self.checks if not check.ok)

    def lines(self) -> list[str]:
        """The report for people, one line each."""
        found = [f"{'ok    ' if c.ok else 'FAILED'}  {c.what}: {c.words}" for c in self.checks]
        wrong = len(self.failed)
        verdict = "the package holds" if self.holds else f"the package does NOT hold: {wrong} findings"
        limits = [f"note    {limit}" for limit in self.limits]
        return [*found, *limits, f"fingerprint {self.fingerprint or 'none'}", verdict]
