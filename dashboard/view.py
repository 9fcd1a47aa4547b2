"""What the triage page shows: view, filters and the open message, all of it kept in the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from casework.labels import Intent, Platform
from casework.message import Message, State
from casework.ports import Query, Scope

PAGE = 20
VIEWS: dict[str, tuple[State, ...]] = {
    "open": (State.OPEN,),
    "tips": (State.TIP,),
    "waiting": (State.HANDED_OVER,),
    "all": (),
    "reread": (),
}
REREAD = "reread"
FILTERS = ("account", "platform", "intent", "hostile")
HOSTILE = {"yes": True, "no": False}
After = tuple[int, datetime, int] | None


@dataclass(frozen=True, slots=True)
class View:
    """Which messages to list; empty values filter nothing."""

    name: str = "open"
    account: int | None = None
    platform: str = ""
    intent: str = ""
    hostile: str = ""

    @property
    def filtered(self) -> bool:
        """Whether anything beyond the view's states narrows the list."""
        return bool(self.account or self.platform or self.intent or self.hostile)

    def holds(self, message: Message) -> bool:
        """Whether the message still stands where this view's messages stand."""
        return not VIEWS[self.name] or message.state in VIEWS[self.name]

    def query(self, after: After = None, limit: int = PAGE) -> Query:
        """The page of the worklist behind `after`; the scope is the worklist's business."""
        everything = self.name in ("all", REREAD)
        return Query(
            Scope(),
            states=VIEWS[self.name],
            account_id=self.account,
            platform=self.platform,
            intent=self.intent,
            hostile=HOSTILE.get(self.hostile),
            reread=self.name == REREAD,
            by_urgency=not everything,
            newest_first=everything,
            after=after,
            limit=limit,
        )


def from_address(parameters: Mapping[str, str]) -> View:
    """The view that the address names; what nobody knows is ignored."""
    name = parameters.get("view", "open")
    hostile = parameters.get("hostile", "")
    return View(
        name if name in VIEWS else "open",
        _number(parameters.get("account", "")),
        _known(Platform, parameters.get("platform", "")),
        _known(Intent, parameters.get("intent", "")),
        hostile if hostile in HOSTILE else "",
    )


def open_message(parameters: Mapping[str, str]) -> int | None:
    """The id of the message that the address opens."""
    return _number(parameters.get("message", ""))


def _number(value: str) -> int | None:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 19 else None


def _known(kind: type[Enum], value: str) -> str:
    return value if value in {str(one.value) for one in kind} else ""
