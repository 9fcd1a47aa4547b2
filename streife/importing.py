"""Taking in a file: lines in batches, each kept once, a bad one named and passed over."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Protocol

from casework import intake
from casework.account import Account
from casework.labels import Platform
from casework.message import Received
from casework.ports import Store, Work
from casework.visible import visible

BATCH = 500
SHOWN = 80


class Line(Protocol):
    """One good line of the file, as connectors.jsonl reads it."""

    @property
    def number(self) -> int:
        """Its number, from 1."""
        ...

    @property
    def platform(self) -> Platform:
        """The network."""
        ...

    @property
    def account(self) -> str:
        """Handle of one of our accounts."""
        ...

    @property
    def received(self) -> Received:
        """The message."""
        ...


@dataclass
class Result:
    """What became of a file; `refused` names line number and reason."""

    added: int = 0
    unchanged: int = 0
    edited: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)

    def told(self) -> dict[str, Any]:
        """The documented JSON; `edited` stands there only when there was an edit."""
        refused = [{"line": line, "reason": reason} for line, reason in sorted(self.refused)]
        told: dict[str, Any] = {"added": self.added, "unchanged": self.unchanged, "refused": refused}
        return told | ({"edited": self.edited} if self.edited else {})


def import_lines(store: Store, lines: Iterable[Any]) -> Result:
    """Keep every good line; lines are those of connectors.jsonl.read, good or refused.

    Each batch is one transaction: a full disk or a killed process leaves whole batches, and the same
    file may simply be given again.
    """
    result = Result()
    rest = iter(lines)
    while batch := list(islice(rest, BATCH)):
        result.refused += [(one.line, one.reason) for one in batch if not hasattr(one, "received")]
        with store.begin() as work:
            _keep(work, [one for one in batch if hasattr(one, "received")], result)
    return result


def _keep(work: Work, lines: list[Line], result: Result) -> None:
    by_account: dict[tuple[Platform, str], list[Line]] = {}
    for line in lines:
        by_account.setdefault((line.platform, line.account), []).append(line)
    for (platform, handle), group in by_account.items():
        found = work.find(Account, platform=platform, handle=handle)
        if not found:
            reason = (
                f"account: {platform.value}/{visible(handle[:SHOWN])} is not known; see `streife accounts`"
            )
            result.refused += [(line.number, reason) for line in group]
            continue
        taken = intake.take_in(work, found[0], [line.received for line in group])
        result.added += taken.count("new")
        result.unchanged += taken.count("unchanged")
        result.edited += taken.count("edited")
        result.refused += [(_number(group, native_id), reason) for native_id, reason in taken.refused]


def _number(lines: list[Line], native_id: str) -> int:
    return next(line.number for line in lines if line.received.native_id == native_id)
