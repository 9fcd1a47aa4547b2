"""The findings on drift as records: one a day and model in the audit log, and read back from there."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from casework.clocks import LOCAL
from casework.drift import Aspect, Finding, Shift, Window
from casework.ports import Work

ACT = "drift_examined"


def due(work: Work, model: str) -> bool:
    """Whether this model has not been examined yet today (local day)."""
    last = latest(work, model)
    return last is None or _day(last.examined_at) < _day(work.now)


def keep(work: Work, finding: Finding) -> Finding | None:
    """Record the finding; None where somebody recorded one of today meanwhile."""
    if not due(work, finding.model):
        return None
    work.record("streife", ACT, _subject(finding.model), _told(finding))
    return finding


def latest(work: Work, model: str) -> Finding | None:
    """The newest finding on this model."""
    entries = work.audit_of(_subject(model))
    return _read(entries[-1].detail) if entries else None


def _subject(model: str) -> str:
    return f"drift:{model}"


def _day(moment: datetime) -> date:
    return moment.astimezone(LOCAL).date()


def _told(finding: Finding) -> dict[str, object]:
    return {
        "model": finding.model,
        "at": finding.examined_at.isoformat(),
        "level": finding.level.value,
        "enough": finding.enough,
        "reference": _window(finding.reference),
        "recent": _window(finding.recent),
        "shifts": [
            [s.aspect.value, s.index, s.by_chance, round(s.before, 4), round(s.now, 4), s.sort]
            for s in finding.shifts
        ],
    }


def _window(window: Window) -> list[object]:
    return [window.begin.isoformat(), window.end.isoformat(), window.messages]


def _read(detail: Mapping[str, Any]) -> Finding:
    return Finding(
        detail["model"],
        datetime.fromisoformat(detail["at"]),
        _window_of(detail["reference"]),
        _window_of(detail["recent"]),
        tuple(Shift(Aspect(aspect), *rest) for aspect, *rest in detail["shifts"]),
    )


def _window_of(told: Sequence[Any]) -> Window:
    begin, end, messages = told
    return Window(datetime.fromisoformat(begin), datetime.fromisoformat(end), messages)
