"""A network on loopback that answers over real HTTP as it is told, troubles included; each network's stub
inherits it, keeps its own items and says how they are answered."""

import json
import threading
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

START = datetime.now(UTC).replace(microsecond=0) - timedelta(days=2)


def minute(number):
    """The moment of a message's number: the higher, the newer, a minute apart; all in the last days."""
    return START + timedelta(minutes=number)


@dataclass(frozen=True)
class Asked:
    """What was asked: headers have small names, `query` the first value of each name (`every` has them all),
    `body` the bytes."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes
    every: dict[str, list[str]] = field(default_factory=dict)

    @property
    def form(self):
        return {name: values[0] for name, values in parse_qs(self.body.decode()).items()}

    @property
    def json(self):
        return json.loads(self.body)


@dataclass(frozen=True)
class Answered:
    """What is answered: JSON, or the very bytes."""

    thing: object
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def body(self):
        return self.thing if isinstance(self.thing, bytes) else json.dumps(self.thing).encode()


HTML_502 = Answered(b"<html>Bad gateway</html>", 502, {"content-type": "text/html"})
HTML_200 = Answered(b"<html>Please sign in to the hotel's network</html>", 200, {"content-type": "text/html"})
LIST_500 = Answered([], 500)
CUT_OFF = Answered(b'{"data": [{"id": "1", "te', 200)
TROUBLES = {"HTML 502": HTML_502, "HTML 200": HTML_200, "a list with 500": LIST_500, "cut off": CUT_OFF}


class Stub:
    """What `tests.contracts.network` asks of a network's stub; see there.

    `answer(asked)` gives an Answered; an answer of `faults` comes before, to whatever is asked next that
    `counts` (what is only asked to sign in or to find oneself does not).
    """

    page_size = 100
    answerable = True
    needed = ""  # the field without which an item cannot be read
    goes_on = True  # whether a walk that broke off goes on without reading all that is above

    def __init__(self):
        self.faults, self.asked, self.url = deque(), [], ""

    def answer(self, asked):
        raise NotImplementedError

    def counts(self, asked):
        """Whether a fault may be answered to this."""
        return True

    def reply(self, asked):
        self.asked.append(asked)
        if self.faults and self.counts(asked):
            return self.faults.popleft() or self.answer(asked)
        return self.answer(asked)


@contextmanager
def serving(stub):
    """The stub on a port of its own (`stub.url`), until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # else each answer waits 40 ms for the reader to confirm its headers

        def do_GET(self):
            url = urlsplit(self.path)
            every = parse_qs(url.query, keep_blank_values=True)
            query = {name: values[0] for name, values in every.items()}
            headers = {name.lower(): value for name, value in self.headers.items()}
            body = self.rfile.read(int(headers.get("content-length", 0)))
            self._send(stub.reply(Asked(self.command, url.path, query, headers, body, every)))

        do_POST = do_PUT = do_DELETE = do_GET  # noqa: N815 - http.server looks for these names

        def _send(self, answered):
            self.send_response(answered.status)
            told = {"content-type": "application/json", "content-length": str(len(answered.body))}
            for name, value in (told | answered.headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answered.body)

        def log_message(self, *_args):
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    stub.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield stub
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
