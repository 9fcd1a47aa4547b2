"""Reads an officer's Bluesky account: the posts that mention, answer or quote the officer.

A pull walks the notifications from the newest down to the mark of the last one. Bluesky dates them by
the writer's own clock where that is earlier, so the walk goes an hour beyond the mark and hands out
whole pages; the store keeps once what it gets twice.
"""

import json
import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import httpx
from atproto import Client, Request, exceptions, models

from casework.account import Account
from casework.errors import AuthExpired, ConnectorError, RateLimited, Refused, SchemaChanged, Transient
from casework.labels import Kind
from casework.message import EARLIEST, Author, Checkpoint, Deleted, Received, Unknown

log = logging.getLogger(__name__)
MENTIONS, POST = "mentions", "app.bsky.feed.post"
REASONS = ["mention", "reply", "quote"]
OTHER_REASONS = frozenset(
    "like repost follow starterpack-joined verified unverified like-via-repost repost-via-repost"
    " subscribed-post contact-match".split()
)
# Of these the desk needs no cid, isRead, labels, reasonSubject, starterPack; the raw bytes keep them.
FIELDS = frozenset(
    "uri cid author reason reasonSubject record isRead indexedAt labels starterPack $type".split()
)
NEEDED = (("uri",), ("author", "did"), ("record", "text"))
PAGE, MOST_PAGES, FIRST_PAGES, POSTS_AT_ONCE = 100, 50, 10, 25
OVERLAP = timedelta(hours=1)
TIMEOUT = 30.0
POST_URI = re.compile(rf"at://(did:[a-z]+:[\w.:%-]+)/{re.escape(POST)}/([\w.~:-]{{1,512}})", re.ASCII)
KEY_REFUSED = frozenset("InvalidToken ExpiredToken AuthMissing AccountTakedown AccountDeactivated".split())


class Bluesky:
    """The connector; logs in at the first question, and again after its key was refused."""

    def __init__(self, account: Account, password: str) -> None:
        """`account.server` is the base URL of the account's server, "" for the public one."""
        self._account = account
        self._password = password
        self._client: Client | None = None

    def streams(self) -> Sequence[str]:
        """One stream; direct messages are not read yet."""
        return (MENTIONS,)

    def pull(self, stream: str, cursor: str) -> Iterator[Received | Deleted | Checkpoint]:
        """Oldest first; the cursor is the newest `indexedAt` seen. The first pull reads 1,000 at most.

        An error amid the walk: what was read is handed out, the mark stays, and the error is raised.
        A notification that cannot be read raises SchemaChanged once, behind all that can.
        """
        if stream != MENTIONS:
            raise Refused(f"bluesky: there is no stream {stream!r:.50}; there is {MENTIONS}")
        walk = _Walk(_moment(cursor))
        try:
            self._walk(walk)
        except ConnectorError:
            if walk.items:
                yield from walk.readable()
                yield Checkpoint(cursor)
            raise
        yield from walk.readable()
        yield walk.checkpoint(cursor)
        if walk.unreadable:
            raise SchemaChanged(f"bluesky: {len(walk.unreadable)} unreadable; the first {walk.unreadable[0]}")

    def recheck(self, native_ids: Sequence[str]) -> Iterator[Received | Deleted | Unknown]:
        """Whether the posts still stand; an id that is no Bluesky post (an import) is Unknown."""
        asked = [POST_URI.fullmatch(one) for one in native_ids]
        yield from (Unknown(one) for one, post in zip(native_ids, asked, strict=True) if not post)
        posts = [post for post in asked if post]
        for start in range(0, len(posts), POSTS_AT_ONCE):
            yield from self._recheck(posts[start : start + POSTS_AT_ONCE])

    def _recheck(self, posts: Sequence[re.Match[str]]) -> Iterator[Received | Deleted | Unknown]:
        params = models.AppBskyFeedGetPosts.Params(uris=[post[0] for post in posts])
        found = {_words(p, "uri"): p for p in _list(self._ask("app.bsky.feed.getPosts", params), "posts")}
        for post in posts:
            yield _received(found[post[0]]) if post[0] in found else self._absent(post)

    def _absent(self, post: re.Match[str]) -> Deleted | Unknown:
        """Gone only if its record is gone; else it is merely hidden from the officer, as by a block."""
        params = models.ComAtprotoRepoGetRecord.Params(repo=post[1], collection=POST, rkey=post[2])
        try:
            self._ask("com.atproto.repo.getRecord", params)
        except _NoRecord:
            return Deleted(post[0])
        return Unknown(post[0])

    def _walk(self, walk: "_Walk") -> None:
        token = None
        for _ in range(MOST_PAGES if walk.mark else FIRST_PAGES):
            params = models.AppBskyNotificationListNotifications.Params(
                limit=PAGE, reasons=REASONS, cursor=token
            )
            page = self._ask("app.bsky.notification.listNotifications", params)
            walk.items += _list(page, "notifications")
            token = _words(page, "cursor") or None
            if not token or walk.below(OVERLAP):
                walk.ended = True
                return

    def _ask(self, method: str, params: models.base.ParamsModelBase) -> object:
        """The answer as plain JSON: the library's models would refuse a page for one odd item."""
        try:
            with _plain_errors():
                return self._session().invoke_query(method, params).content
        except AuthExpired:
            self._client = None
            raise

    def _session(self) -> Client:
        if not self._client:
            request = Request(timeout=TIMEOUT, event_hooks={"response": [_refuse_non_answers]})
            client = Client(self._account.server or None, request=request)
            client.login(self._account.handle, self._password, fetch_bsky_profile=False)
            self._client = client
        return self._client


@dataclass
class _Walk:
    """What was read so far, newest first, on the way down to the mark (None: the first pull)."""

    mark: datetime | None
    items: list[object] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    ended: bool = False

    def times(self) -> list[datetime]:
        return [at for item in self.items if (at := _moment(_words(item, "indexedAt")))]

    def below(self, overlap: timedelta = timedelta()) -> bool:
        """Whether the last one read is older than the mark by that much."""
        times = self.times()
        return bool(self.mark and times and times[-1] < self.mark - overlap)

    def checkpoint(self, cursor: str) -> Checkpoint:
        """The next mark is never ahead of our own clock, or a wrong date would hide what comes after."""
        times = self.times()
        if not times:
            return Checkpoint(cursor)
        newest = min(max([*times, self.mark or EARLIEST]), datetime.now(UTC))
        if self.ended or self.below() or not self.mark:
            return Checkpoint(newest.isoformat())
        return Checkpoint(newest.isoformat(), missed_from=self.mark, missed_to=times[-1])

    def readable(self) -> list[Received]:
        """Oldest first, each post once; what is new and unreadable is noted."""
        posts: dict[str, Received] = {}
        new = True
        for item in self.items:
            at = _moment(_words(item, "indexedAt"))
            new = new and not (self.mark and at and at <= self.mark)
            if _words(item, "reason") in OTHER_REASONS:
                continue
            try:
                post = _received(item)
            except SchemaChanged as why:
                self.unreadable += [str(why)] if new else []
            else:
                posts.setdefault(post.native_id, post)
        return [*reversed(posts.values())]


class _NoRecord(SchemaChanged):
    """The network knows no such record."""


def _received(item: object) -> Received:
    """A notification or a post view in our words; its raw bytes are its JSON, fields in their order."""
    for path in NEEDED:
        if not isinstance(_at(item, *path), str):
            raise SchemaChanged(f"{_words(item, 'uri')!a:.200}: has no {'.'.join(path)}")
    uri, did, handle = _words(item, "uri"), _words(item, "author", "did"), _words(item, "author", "handle")
    shown = did if handle in ("", "handle.invalid") else handle
    langs = _at(item, "record", "langs")
    root, parent = (_words(item, "record", "reply", end, "uri") for end in ("root", "parent"))
    return Received(
        native_id=uri,
        kind=Kind.COMMENT if parent else Kind.POST,
        author=Author(did, handle or did, _words(item, "author", "displayName")),
        text=_words(item, "record", "text"),
        sent_at=_sent_at(item),
        raw=json.dumps(item, ensure_ascii=False, separators=(",", ":")).encode(errors="backslashreplace"),
        url=f"https://bsky.app/profile/{quote(shown)}/post/{quote(uri.rpartition('/')[2])}",
        thread=root,
        parent=parent,
        lang=next((one for one in langs if isinstance(one, str)), "") if isinstance(langs, list) else "",
    )


def _sent_at(item: object) -> datetime:
    """The writer's time where it can be true, else the network's, else now."""
    now = datetime.now(UTC)
    told = (_moment(_words(item, "record", "createdAt")), _moment(_words(item, "indexedAt")))
    return min((at for at in told if at and EARLIEST <= at <= now), default=now)


def _moment(words: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(words)
        return at.astimezone(UTC) if at.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _at(value: object, *path: str) -> object:
    """What lies at the end of a path through nested objects; None when nothing does."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _words(value: object, *path: str) -> str:
    found = _at(value, *path)
    return found if isinstance(found, str) else ""


def _list(answer: object, name: str) -> list[object]:
    found = _at(answer, name)
    if not isinstance(found, list):
        raise SchemaChanged(f"bluesky: answered without a list of {name}")
    return found


@contextmanager
def _plain_errors() -> Iterator[None]:
    """The library's errors in the words of the house."""
    try:
        yield
    except exceptions.RateLimitExceededError as error:
        raise RateLimited("bluesky: asked too often", _reset_at(error)) from error
    except (exceptions.UnauthorizedError, exceptions.LoginRequiredError) as error:
        raise AuthExpired(f"bluesky: refuses the key; connect the account again ({_said(error)})") from error
    except exceptions.BadRequestError as error:
        raise _of_bad_request(error) from error
    except (exceptions.NetworkError, httpx.HTTPError, httpx.InvalidURL) as error:
        raise Transient(f"bluesky: out of reach ({_said(error)})") from error
    except exceptions.AtProtocolError as error:
        raise SchemaChanged(f"bluesky: an answer we do not know ({_said(error)})") from error
    except ValueError as error:
        raise Transient(f"bluesky: a broken answer ({_said(error)})") from error


def _of_bad_request(error: exceptions.BadRequestError) -> ConnectorError:
    code = str(getattr(error.response and error.response.content, "error", ""))
    if code in KEY_REFUSED:
        return AuthExpired(f"bluesky: refuses the key; connect the account again ({_said(error)})")
    kind = _NoRecord if code == "RecordNotFound" else SchemaChanged
    return kind(f"bluesky: did not understand our question ({_said(error)})")


def _refuse_non_answers(response: httpx.Response) -> None:
    """A server in trouble, or a page for people (a proxy, a hotel's portal) in place of an answer."""
    is_json = "json" in response.headers.get("content-type", "")
    if response.is_server_error or (response.is_success and not is_json):
        raise Transient(
            f"bluesky: answered {response.status_code} without an answer; the next poll tries again"
        )


def _reset_at(error: exceptions.RateLimitExceededError) -> datetime | None:
    try:
        return error.reset_at
    except (ValueError, OverflowError, OSError):
        return None


def _said(error: Exception) -> str:
    """What went wrong, in one printable line of bounded length."""
    return ascii(str(error) or type(error).__name__)[1:201]
