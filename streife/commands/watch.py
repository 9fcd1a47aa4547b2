"""How the model fares here, on the command line: whether the messages drift from what it knows."""

import typer

from casework.drift import ENOUGH, Finding, Level, Window
from streife import watching
from streife.commands.lists import AsJson
from streife.commands.output import plain, say, say_json, show

DRIFTED = 1
COLUMNS = ("aspect", "level", "psi", "by chance", "before", "now", "moved most")


def drift(as_json: AsJson = False) -> None:
    """Compare the last two weeks with the first four under the model in force; nothing is recorded.

    Exit code 1 at an alarm. The server does the same once a day and records it.
    """
    finding = watching.look()
    if as_json:
        say_json(
            {**plain(finding), "enough": finding.enough, "level": finding.level, "shifts": _rows(finding)}
        )
    else:
        _tell(finding)
    if finding.level is Level.ALARM:
        raise typer.Exit(DRIFTED)


def _tell(finding: Finding) -> None:
    say(f"model {finding.model}")
    say(f"  at first: {_window(finding.reference)}")
    say(f"  lately:   {_window(finding.recent)}")
    if not finding.enough:
        say(f"too few messages to compare: each needs {ENOUGH}")
        return
    say(f"{finding.level.value}: psi from 0.1 on is to be watched, from 0.25 on an alarm, beyond chance")
    show(_rows(finding), COLUMNS, as_json=False)


def _window(window: Window) -> str:
    return f"{window.messages} messages from {window.begin:%Y-%m-%d} to {window.end:%Y-%m-%d}"


def _rows(finding: Finding) -> list[dict[str, object]]:
    return [
        {
            "aspect": shift.aspect.value,
            "level": shift.level.value,
            "psi": shift.index,
            "by chance": shift.by_chance,
            "before": round(shift.before, 4),
            "now": round(shift.now, 4),
            "moved most": shift.sort,
        }
        for shift in sorted(finding.shifts, key=lambda shift: -shift.index)
    ]
