"""Lets a Mastodon server ring when a notification came, so that the next poll need not wait."""

from collections.abc import Callable
from contextlib import suppress
from threading import Event

import requests
from mastodon import MastodonNetworkError, StreamListener
from urllib3.exceptions import HTTPError

from connectors.mastodon_server import client

Wake = Callable[[str], object]
RINGS = b"event: notification"
SILENCE, PAUSE, CLOSING = 90.0, 10.0, 5.0  # seconds; servers send a sign of life every 15
AT_ONCE, LONGEST = 4_096, 100  # bytes


class Bell:
    """An open connection to the streaming API, held in a thread of its own and opened again when it breaks.

    Source: https://docs.joinmastodon.org/methods/streaming/. It only rings; every message still comes by
    the poll, so that nothing is lost while it is silent.
    """

    def __init__(self, url: str, token: str, ring: Callable[[], object], pause: float = PAUSE) -> None:
        """`ring` is called in the bell's thread, also when the connection opens, and must not raise."""
        self._closed = Event()
        self._session = requests.Session()
        self._handle = client(url, token, self._session).stream_user_notifications(
            _Listener(ring, self._closed, pause),
            run_async=True,
            timeout=SILENCE,
            reconnect_async=True,
            reconnect_async_wait_sec=pause,
        )

    @property
    def listening(self) -> bool:
        """Whether the connection stands."""
        return bool(self._handle.is_receiving())

    def close(self) -> None:
        """Ring no more; returns within CLOSING seconds."""
        self._closed.set()
        self._handle.closed = True
        with suppress(RuntimeError, ValueError):  # the server hung up already
            if connection := self._handle.connection:
                connection.raw.shutdown()  # without it, closing would wait for the read in progress
        self._handle.join(CLOSING)
        self._session.close()


class _Listener(StreamListener):
    """Looks for the name of the event alone: what strangers wrote is not even parsed here."""

    def __init__(self, ring: Callable[[], object], closed: Event, pause: float) -> None:
        super().__init__()
        self._ring, self._closed, self._pause = ring, closed, pause

    def handle_stream(self, response: requests.Response) -> None:
        """Until the server hangs up; then a pause, lest one that hangs up at once be called in a loop."""
        self._ring()
        line = b""
        try:
            while not self._closed.is_set() and (piece := response.raw.read1(AT_ONCE)):
                *lines, line = (line + piece).split(b"\n")
                line = line[:LONGEST]
                if any(one.rstrip() == RINGS for one in lines):
                    self._ring()
        except (HTTPError, OSError, ValueError) as error:
            raise MastodonNetworkError(type(error).__name__) from error
        finally:
            self._closed.wait(self._pause)
