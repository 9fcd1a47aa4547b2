"""A small AT-protocol server on loopback that answers as it is told: for what the real one never does."""

import json
import threading
from base64 import urlsafe_b64encode
from collections import deque
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

LIST = "app.bsky.notification.listNotifications"
POSTS = "app.bsky.feed.getPosts"
RECORD = "com.atproto.repo.getRecord"
LOGIN = "com.atproto.server.createSession"
NEVER = 4_000_000_000
START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def answer(thing, status=200, **headers):
    """JSON, or the very bytes."""
    body = thing if isinstance(thing, bytes) else json.dumps(thing).encode()
    return (
        status,
        {"content-type": "application/json", **{k.replace("_", "-"): v for k, v in headers.items()}},
        body,
    )


def notification(number, text="Moin!", **fields):
    """The notification of that number: the higher, the newer, a minute apart."""
    at = (START + timedelta(minutes=number)).isoformat().replace("+00:00", "Z")
    return {
        "uri": f"at://did:plc:citizen/app.bsky.feed.post/{number:05}",
        "cid": "bafyreib",
        "author": {"did": "did:plc:citizen", "handle": "citizen.test", "displayName": "Citizen"},
        "reason": "mention",
        "record": {"$type": "app.bsky.feed.post", "text": text, "createdAt": at, "langs": ["de"]},
        "isRead": False,
        "indexedAt": at,
        **fields,
    }


class AtServer:
    """Pages through `notifications` (newest first); an answer queued in `next[method]` comes before."""

    def __init__(self):
        self.notifications, self.page_size, self.next, self.asked = [], 100, {}, []

    def queue(self, method, *answers):
        self.next.setdefault(method, deque()).extend(answers)

    def reply(self, method, params):
        self.asked.append(method)
        if self.next.get(method):
            return self.next[method].popleft()
        if method == LOGIN:
            return answer({"did": "did:plc:o", "handle": "o.test", "accessJwt": _jwt(), "refreshJwt": _jwt()})
        if method == LIST:
            return answer(self._page(int(params.get("cursor", ["0"])[0])))
        known = {n["uri"]: n for n in self.notifications}
        if method == POSTS:
            return answer({"posts": [known[uri] for uri in params["uris"] if uri in known]})
        return answer({"error": "RecordNotFound", "message": "gone"}, 400)

    def _page(self, start):
        end = start + self.page_size
        more = {"cursor": str(end)} if end < len(self.notifications) else {}
        return {"notifications": self.notifications[start:end], **more}


@contextmanager
def serving():
    """The server and its base URL, until the block ends."""
    told = AtServer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            url = urlsplit(self.path)
            self._send(told.reply(url.path.removeprefix("/xrpc/"), parse_qs(url.query)))

        def do_POST(self):
            self.rfile.read(int(self.headers.get("content-length", 0)))
            self.do_GET()

        def _send(self, reply):
            status, headers, body = reply
            self.send_response(status)
            for name, value in ({"content-length": str(len(body))} | headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args):
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield told, f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _jwt():
    def part(told):
        return urlsafe_b64encode(json.dumps(told).encode()).rstrip(b"=").decode()

    return f"{part({'alg': 'HS256', 'typ': 'JWT'})}.{part({'exp': NEVER, 'sub': 'did:plc:o'})}.{part('sig')}"
