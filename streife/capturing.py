"""Captures the pages that are due, one at a time in a thread of its own; nothing else waits for a browser."""

import logging
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from threading import Event

from casework import capture
from casework.account import Account
from casework.capture_record import Capture, Seen
from casework.errors import Refused, StreifeError
from casework.message import Message
from casework.network_page import Target, target
from casework.ports import Store, Work
from streife.again import again

log = logging.getLogger(__name__)
AT_ONCE = 20
BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
Browse = Callable[[Target, Event], Seen]


@dataclass(frozen=True)
class Capturing:
    """The duty: `browse` opens a page and raises Refused where another try would end the same.

    Several workers may do this at once: each page is taken by one. A crash leaves a page not secured; it is
    tried again once its lease has run out.
    """

    store: Store
    browse: Browse
    stop: Event = field(default_factory=Event)

    def look(self) -> int:
        """Capture what is due; returns how many pages were secured. Training data never leaves the house."""
        if self.store.training:
            return 0
        with self.store.view() as work:
            due = capture.due(work, AT_ONCE)
        return sum(self._one(each) for each in due if not self.stop.is_set())

    def close(self) -> None:
        """Give up the page that is open now; it stays not secured and comes again."""
        self.stop.set()

    def _one(self, due: Capture) -> bool:
        begun = again(self.store, partial(_begin, due))
        if begun is None:
            return False
        taken, message, account = begun
        try:
            seen = self.browse(target(message, account), self.stop)
            again(self.store, lambda work: capture.keep(work, taken, seen))
        except (StreifeError, OSError) as why:
            if not self.stop.is_set():
                self._fail(taken, why)
            return False
        return True

    def _fail(self, taken: Capture, why: Exception) -> None:
        told = str(why) if isinstance(why, StreifeError) else f"machine: {why}; make room or mend it"
        log.warning("message %s: page not secured: %s", taken.message_id, type(why).__name__)
        again(
            self.store,
            lambda work: capture.failed(work, taken, told, final=isinstance(why, Refused)),
        )


def browser(named: str) -> str:
    """The path of the browser of this name, else of any that is installed; "" where there is none."""
    return next(filter(None, map(shutil.which, [named] if named else BROWSERS)), "")


def state(found: str, *, wanted: bool) -> str:
    """For health: "off", "ok" or "no browser"."""
    return ("ok" if found else "no browser") if wanted else "off"


def _begin(due: Capture, work: Work) -> tuple[Capture, Message, Account] | None:
    """In one transaction, so that the words looked for are those of the version that is noted."""
    taken = capture.take(work, due)
    if taken is None:
        return None
    message = work.get(Message, taken.message_id)
    return taken, message, work.get(Account, message.account_id)
