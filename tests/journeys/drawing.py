"""Whether a page is being drawn, told by what browser and server say to each other."""

import time

from playwright.sync_api import Page, Request, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PARTS = {"script", "stylesheet", "font"}
GRACE = 1.0  # seconds after a run in which another that was asked for together with it may still begin


class Drawing:
    """Follows a page's runs: a run that ends only to begin anew leaves no moment that looks like rest.

    Streamlit fetches a widget's program when the first one is to be drawn; until then nothing stands there.
    """

    def __init__(self, page: Page) -> None:
        self._asked = 0  # reruns asked for and not begun
        self._owed = 0  # asked for, but perhaps one with the run that began: the server does not say
        self._runs = False
        self._ended = 0.0
        self._wished = False
        self._awaited: set[Request] = set()
        page.on("websocket", self._follow)
        page.on("request", self._awaits)
        page.on("requestfinished", self._came)
        page.on("requestfailed", self._came)

    @property
    def rests(self) -> bool:
        """Whether nothing is asked for, nothing runs, and no part of the page is still to come."""
        return not (self._asked or self._runs or self._owes or self._awaited)

    @property
    def _owes(self) -> bool:
        """Whether what was asked for may still begin."""
        return self._owed > 0 and time.monotonic() - self._ended < GRACE

    def wished(self) -> bool:
        """Whether somebody asked for a drawing since the last look; clocks of the page do not count."""
        wished, self._wished = self._wished, False
        return wished

    def _awaits(self, part: Request) -> None:
        if part.resource_type in PARTS:
            self._awaited.add(part)

    def _came(self, part: Request) -> None:
        self._awaited.discard(part)

    def _follow(self, line: WebSocket) -> None:
        self._asked, self._owed, self._runs, self._wished = 0, 0, False, False
        line.on("framesent", self._said)
        line.on("framereceived", self._heard)

    def _said(self, frame: str | bytes) -> None:
        message = BackMsg.FromString(frame) if isinstance(frame, bytes) else BackMsg()
        if message.WhichOneof("type") == "rerun_script":
            if not self._runs and not self._owes:
                self._owed = 0
            self._asked += 1
            self._wished |= not message.rerun_script.is_auto_rerun

    def _heard(self, frame: str | bytes) -> None:
        message = ForwardMsg.FromString(frame) if isinstance(frame, bytes) else ForwardMsg()
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._owed = max(self._owed + self._asked - 1, 0)
            self._asked, self._runs = 0, True
        elif kind == "script_finished":
            self._runs = message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN
            self._ended = time.monotonic()
