"""Taking in a file: lines in batches, each kept once, a bad one named and passed over."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Protocol

from casework import consent, intake, tenure
from casework.account import Account
from casework.errors import Refused
from casework.incoming import Line, Source
from casework.labels import Platform
from casework.ports import Store, Work
from casework.visible import visible

BATCH = 500
SHOWN = 80


class Export(Protocol):
    """An official export."""

    @property
    def reader(self) -> Source:
        """What it says of itself."""
        ...

    def lines(self, platform: Platform, account: str) -> Iterator[Any]:
        """Its messages as to that account, good lines and refusals."""
        ...


@dataclass
class Result:
    """What became of a file; `refused` names line number and reason, `source` the export that it was."""

    added: int = 0
    unchanged: int = 0
    edited: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)
    source: dict[str, str] = field(default_factory=dict)

    def told(self) -> dict[str, Any]:
        """The documented JSON; `edited` stands there only when there was an edit, `export` for an export."""
        refused = [{"line": line, "reason": reason} for line, reason in sorted(self.refused)]
        told: dict[str, Any] = {"added": self.added, "unchanged": self.unchanged, "refused": refused}
        told |= {"edited": self.edited} if self.edited else {}
        return told | ({"export": self.source} if self.source else {})


def take_in(store: Store, found: Export | Iterable[Any], by: str, account: str = "") -> Result:
    """Keep what a file brings, an export or the lines of connectors.jsonl.read; raises Refused.

    `by` is the login of whoever gave it: the log must not look as if the network had sent it.
    """
    if not isinstance(found, Iterable):
        return take_in_export(store, found, by, account)
    if account:
        raise Refused("--account: is for official exports; each of the JSON Lines names its own")
    return import_lines(store, found, by)


def import_lines(store: Store, lines: Iterable[Any], by: str) -> Result:
    """Keep every good line; lines are those of connectors.jsonl.read, good or refused.

    Each batch is one transaction: a full disk or a killed process leaves whole batches, and the same
    file may simply be given again.
    """
    result = Result()
    rest = iter(lines)
    while batch := list(islice(rest, BATCH)):
        result.refused += [(one.line, one.reason) for one in batch if not hasattr(one, "received")]
        with store.begin() as work:
            _keep(work, [one for one in batch if hasattr(one, "received")], result, by)
    return result


def take_in_export(store: Store, export: Export, by: str, account: str = "") -> Result:
    """Keep what others wrote; `account` is PLATFORM/HANDLE, needed where the export does not name its own.

    It may be given again, as with `import_lines`. Raises Refused for an account that is not ours or another.
    """
    told = export.reader
    found = _account(store, told, account)
    result = import_lines(store, export.lines(found.platform, found.handle), by)
    whose = f"{found.platform.value}/{found.handle}"
    result.source = {"name": told.name, "account": whose, "holds": told.holds, "lacks": told.lacks}
    return result


def _account(store: Store, told: Source, wanted: str) -> Account:
    platform, _, handle = wanted.partition("/")
    own = told.platform.value if told.platform else ""
    if wanted and (own not in ("", platform) or _plain(told.handle) not in ("", _plain(handle))):
        raise Refused(
            f"--account: the {told.name} is of {own}/{visible(told.handle[:SHOWN]) or '...'}, not of {wanted}"
        )
    platform, handle = own or platform, handle or told.handle
    if platform not in list(Platform) or not handle:
        raise Refused(f"the {told.name} does not say whose it is; name it: --account PLATFORM/HANDLE")
    with store.view() as work:
        found = [one for one in work.find(Account, platform=platform) if _plain(one.handle) == _plain(handle)]
        if why_not := _why_not(work, found, f"{platform}/{handle[:SHOWN]}"):
            raise Refused(why_not)
    return found[0]


def _why_not(work: Work, found: list[Account], name: str) -> str:
    """Why nothing is taken in for an account: it is not ours, or nobody has it who consented to that."""
    if not found:
        return f"account: {visible(name)} is not known; see `streife accounts`"
    ended = [one.end.value for one in tenure.of(work, found[0]) if one.end]
    if ended and not consent.in_force(work, found[0]):
        was = f"account: {visible(name)} was {ended[-1]}"
        return f"{was}; nothing is taken in until the officer who has it, or is given it, consents"
    return ""


def _plain(handle: str) -> str:
    return handle.removeprefix("@").casefold()


def _keep(work: Work, lines: list[Line], result: Result, by: str) -> None:
    by_account: dict[tuple[Platform, str], list[Line]] = {}
    for line in lines:
        by_account.setdefault((line.platform, line.account), []).append(line)
    for (platform, handle), group in by_account.items():
        found = work.find(Account, platform=platform, handle=handle)
        if reason := _why_not(work, found, f"{platform.value}/{handle[:SHOWN]}"):
            result.refused += [(line.number, reason) for line in group]
            continue
        taken = intake.take_in(work, found[0], [line.received for line in group], by)
        result.added += taken.count("new")
        result.unchanged += taken.count("unchanged")
        result.edited += taken.count("edited")
        result.refused += [(_number(group, native_id), reason) for native_id, reason in taken.refused]


def _number(lines: list[Line], native_id: str) -> int:
    return next(line.number for line in lines if line.received.native_id == native_id)
