"""What commands print: JSON for machines, a plain table for people, strangers' words made visible."""

import getpass
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from casework.people import Officer, Person
from casework.ports import Work
from casework.visible import visible
from streife import identity, wiring

_TOLD: tuple[tuple[type, Callable[[Any], object]], ...] = (
    (date, lambda moment: moment.isoformat()),
    (timedelta, lambda span: span.total_seconds()),
    (Path, str),
)
LONGEST_CELL = 60
PIPED_WIDTH = 220


def acting(work: Work, login: str | None) -> Person:
    """Who a command acts for: the named officer, else whoever holds this shell."""
    return identity.named(work, login) if login else shell()


def acted_as(context: typer.Context, login: str | None) -> str | None:
    """Callback of every `--as`: log who holds the shell, before the command acts in the officer's name.

    A transaction of its own, so that it stays where the act is refused. Raises NotFound.
    """
    if login and not context.resilient_parsing:
        with wiring.store().begin() as work:
            officer = identity.named(work, login).officer
            told = {"command": context.command_path.removeprefix(f"{context.find_root().info_name} ")}
            work.record(shell().login, "acted_as", f"officer:{officer.id}", told)
    return login


def shell() -> Person:
    """Whoever holds this shell."""
    name = f"shell:{getpass.getuser()}"
    return Person(Officer(name, name, 0, ""), operator=True)


def show(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], *, as_json: bool) -> None:
    """Print rows: all their keys as JSON, or the named columns as a table."""
    if as_json:
        say_json(list(rows))
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column)
    for row in rows:
        table.add_row(*(Text(cell(row.get(column))) for column in columns))
    width = None if sys.stdout.isatty() else PIPED_WIDTH
    Console(width=width).print(table)


def cell(value: object) -> str:
    """One value on one line, made visible and cut to a readable length."""
    if value is None:
        return ""
    words = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    shown = visible(words)
    return shown if len(shown) <= LONGEST_CELL else f"{shown[: LONGEST_CELL - 1]}…"


def say_json(value: object) -> None:
    """Print one JSON document; only ASCII, so that no terminal is moved by a stranger's words."""
    sys.stdout.write(json.dumps(plain(value), indent=1) + "\n")


def say(words: str) -> None:
    """Print one line to people."""
    sys.stdout.write(words + "\n")


def plain(value: object) -> Any:
    """Records, enums and times as JSON knows them."""
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        return [plain(one) for one in value]
    return next((told(value) for kind, told in _TOLD if isinstance(value, kind)), value)
