"""The way out to an AT-protocol server: metered, and every answer read with our own eyes."""

from typing import Any

import httpx
from atproto import Request
from atproto_client.request import Response

from casework.errors import Transient
from casework.network import Meter
from connectors.answers import from_unix, parsed
from connectors.session import header_number

NOT_SERVED = (404, 501)
TIMEOUT = 30.0


class MeteredRequest(Request):  # type: ignore[misc]  # the library ships no types
    """Asks the meter before and tells it after, and reads answers with our own eyes: for one odd item the
    library's would refuse the whole page."""

    def __init__(self, meter: Meter) -> None:
        """One for each session."""
        super().__init__(timeout=TIMEOUT, event_hooks={"request": [self._ask], "response": [self._refuse]})
        self._meter = meter

    def get(self, *args: Any, **kwargs: Any) -> Response:
        """The answer as plain JSON."""
        return self._read(self._send_request("GET", *args, **kwargs))

    def post(self, *args: Any, **kwargs: Any) -> Response:
        """The answer as plain JSON."""
        return self._read(self._send_request("POST", *args, **kwargs))

    def _ask(self, request: httpx.Request) -> None:
        limit = request.url.params.get("limit", "")
        self._meter.ask(_method(request), reads=int(limit or 0), writes=int(request.method == "POST"))

    def _refuse(self, response: httpx.Response) -> None:
        """A server in trouble, or a page for people (a proxy's, a portal's) in place of an answer."""
        is_json = "json" in response.headers.get("content-type", "")
        if not response.is_success:
            self._tell(response)
        if response.status_code in NOT_SERVED and "atproto-proxy" in response.request.headers:
            return
        if response.is_server_error or (response.is_success and not is_json):
            who = response.request.headers.get("atproto-proxy", "the server")
            raise Transient(f"bluesky: HTTP {response.status_code} and no answer of {who}; we try again")

    def _read(self, response: httpx.Response) -> Response:
        answer = parsed(response.content)
        lists = [one for one in answer.values() if isinstance(one, list)] if isinstance(answer, dict) else []
        self._tell(response, reads=sum(map(len, lists)))
        return Response(True, response.status_code, answer, dict(response.headers))

    def _tell(self, response: httpx.Response, reads: int = 0) -> None:
        self._meter.told(
            _method(response.request),
            reads=reads,
            writes=int(response.request.method == "POST" and response.is_success),
            remaining=header_number(response.headers, "ratelimit-remaining"),
            reset_at=from_unix(response.headers.get("ratelimit-reset")),
        )


def _method(request: httpx.Request) -> str:
    return request.url.path.rpartition("/")[2]
