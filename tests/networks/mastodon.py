"""A Mastodon server on loopback, with what the officer's account is asked for; written after the docs of
https://docs.joinmastodon.org/methods/, met by our own connector only."""

import html
import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from casework.labels import Platform
from casework.metering import Unmetered
from connectors.mastodon import Mastodon
from tests.builders import a_plain_account
from tests.networks.stub import Answered, Stub, minute

OFFICER = {
    "id": "7",
    "username": "polizei",
    "acct": "polizei",
    "display_name": "Polizei",
    "followers_count": 421,
}
CITIZEN = {
    "id": "42",
    "username": "anna",
    "acct": "anna@elsewhere.example",
    "display_name": "Anna :heart:",
    "url": "https://elsewhere.example/@anna",
}


def as_html(text):
    """Words as a server writes them into a post."""
    return f"<p>{html.escape(text, quote=False)}</p>".replace("\n", "<br />")


class MastodonStub(Stub):
    stream, needed, editable, deletable = "mentions", "status", True, True

    def __init__(self):
        super().__init__()
        self.notifications, self.statuses, self.own, self.keys = {}, {}, {}, {}
        self.posted_at, self.key = minute(3_000), "secret-token"
        self.longest, self.links = 500, True

    def connect(self, meter=None):
        account = a_plain_account(Platform.MASTODON, handle="polizei@social.example", server=self.url)
        return Mastodon(account, self.key, meter or Unmetered())

    def arrives(self, number, text="Moin", post=None, **fields):
        """A notification of a post; `post` overrides fields of the post, `fields` of the notification."""
        native_id, at = str(100_000 + number), minute(number).isoformat().replace("+00:00", ".000Z")
        self.statuses[native_id] = {
            "id": native_id,
            "created_at": at,
            "edited_at": None,
            "in_reply_to_id": None,
            "visibility": "public",
            "spoiler_text": "",
            "language": "de",
            "url": f"https://elsewhere.example/@anna/{native_id}",
            "uri": f"https://elsewhere.example/users/anna/statuses/{native_id}",
            "content": as_html(text),
            "account": CITIZEN,
            "media_attachments": [],
            "mentions": [],
            "poll": None,
            **(post or {}),
        }
        told = {"id": str(number), "type": "mention", "created_at": at, "status": native_id}
        self.notifications[number] = told | fields
        return native_id

    def edit(self, native_id, text):
        self.statuses[native_id] |= {"content": as_html(text), "edited_at": "2026-11-21T12:00:00.000Z"}

    def delete(self, native_id):
        del self.statuses[native_id]
        self.notifications = {n: i for n, i in self.notifications.items() if i["status"] != native_id}

    def limited(self, reset):
        told = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset.isoformat()} if reset else {}
        return Answered({"error": "Too many requests"}, 429, told)

    def expired(self):
        return Answered({"error": "The access token expired"}, 401)

    def revoked(self):
        return Answered({"error": "The access token was revoked"}, 401)

    def empty_with_token(self):
        return Answered([], 200, {"Link": f'<{self.url}/api/v1/notifications?max_id=99999999>; rel="next"'})

    def answer(self, asked):
        if asked.headers.get("authorization") != "Bearer secret-token":
            return Answered({"error": "The access token is invalid"}, 401)
        path = asked.path.removeprefix("/api/v1/")
        known = {
            "notifications": lambda: self._page(asked, self._notified()),
            "accounts/verify_credentials": lambda: Answered(OFFICER),
            f"accounts/{OFFICER['id']}/statuses": lambda: self._page(asked, [*reversed(self.own.values())]),
            "statuses": lambda: self._posted(asked),
        }
        if path in known:
            return known[path]()
        status = (self.statuses | self.own).get(path.removeprefix("statuses/"))
        return Answered(status) if status else Answered({"error": "Record not found"}, 404)

    def _notified(self):
        def whole(item):
            known = isinstance(item["status"], str) and item["status"] in self.statuses
            return item | {"status": self.statuses[item["status"]]} if known else item

        return [whole(item) for _, item in sorted(self.notifications.items(), reverse=True)]

    def _page(self, asked, newest):
        """Ids that are below `max_id`, as many as fit, and a link to the next where there are more."""
        below = int(asked.query.get("max_id", 10**12))
        fit = [item for item in newest if int(item["id"]) < below]
        page = fit[: min(self.page_size, int(asked.query["limit"]))]
        here = f"{self.url}{asked.path}?limit=2"
        links = [f'<{here}&min_id={page[0]["id"]}>; rel="prev"'] if page else []
        if len(page) < len(fit):
            links.insert(0, f'<{here}&max_id={page[-1]["id"]}>; rel="next"')
        told = {"X-RateLimit-Remaining": "299", "Link": ", ".join(links)}
        return Answered(
            page,
            200,
            {name: value for name, value in told.items() if value and (self.links or name != "Link")},
        )

    def _posted(self, asked):
        told, key = asked.form, asked.headers["idempotency-key"]
        if len(told["status"]) > self.longest:
            error = "Validation failed: Text character limit of 500 exceeded"
            return Answered({"error": error}, 422)
        if key not in self.keys:
            native_id = str(200_000 + len(self.own))
            self.keys[key] = native_id
            self.own[native_id] = {
                "id": native_id,
                "created_at": self.posted_at.isoformat(),
                "in_reply_to_id": told.get("in_reply_to_id"),
                "visibility": told["visibility"],
                "content": as_html(told["status"]).replace("@anna@elsewhere.example", "@<span>anna</span>"),
                "url": f"https://social.example/@polizei/{native_id}",
                "account": OFFICER,
                "favourites_count": 3,
                "replies_count": 2,
                "reblogs_count": 1,
            }
        return Answered(json.loads(json.dumps(self.own[self.keys[key]])))


class Streaming:
    """The streaming API on loopback: sends what it is told, in chunks, and notes who calls."""

    def __init__(self):
        self.calls, self.pieces, self.to_send, self.over = [], [], threading.Semaphore(0), False

    @contextmanager
    def serving(self):
        handler = type("Handler", (StreamingHandler,), {"streaming": self})
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            self.over = True
            self.to_send.release(10)
            server.shutdown()
            thread.join()
            server.server_close()

    def next_piece(self):
        """What to send next; None to hang up."""
        self.to_send.acquire()
        return None if self.over else self.pieces.pop(0)

    def sends(self, *pieces):
        for piece in pieces:
            self.pieces.append(piece)
            self.to_send.release()


class StreamingHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    streaming = None

    def do_GET(self):
        if not self.path.startswith("/api/v1/streaming/"):
            self.send_error(404)
            return
        self.streaming.calls.append((self.path, self.headers["authorization"]))
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        piece = b":)\n"
        while piece is not None:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            self.wfile.flush()
            piece = self.streaming.next_piece()
        self.close_connection = True

    def log_message(self, *_args):
        """Quiet."""
