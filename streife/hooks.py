"""Meta's webhooks: what a notice concerns is read at once, not when its poll would come."""

import logging
import time
from collections.abc import Mapping, Sequence
from typing import Protocol

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from casework import announced, polling
from casework.account import Account
from casework.errors import NotAllowed, Refused
from casework.labels import Platform
from casework.ports import Store, Work
from streife.again import again
from streife.bounded import body_of
from streife.settings import Settings

log = logging.getLogger(__name__)
PATH, SIGNATURE = "/hooks/meta", "x-hub-signature-256"
LARGEST = 1_000_000  # bytes; Meta's own notices hold a thousand changes at most
NOTED_EVERY = 60.0  # seconds; whoever knocks without a signature must not fill the log
OK, NO_NOTICE, FORBIDDEN, NOT_HERE, TOO_LARGE = 200, 400, 403, 404, 413
Concerned = Sequence[tuple[Platform, str, Sequence[str]]]
Named = Sequence[tuple[Platform, str, str, Sequence[str]]]


class Webhook(Protocol):
    """How a network's notices are read; nothing in them is trusted before their signature."""

    def challenge(self, asked: Mapping[str, str], verify_token: str) -> str:
        """What it wants to hear back at the first handshake; raises NotAllowed."""
        ...

    def concerned(self, body: bytes, signature: str, app_secret: str) -> Concerned:
        """Platform, the account's native id and its streams; raises NotAllowed, Refused."""
        ...

    def announced(self, body: bytes, signature: str, app_secret: str) -> Named:
        """Platform, the account's native id, a stream, and what is named to it and listed nowhere; raises so
        too."""
        ...


class Hooks:
    """The address that is entered at Meta; without the app's secret and the agreed words it is not there."""

    def __init__(self, settings: Settings, store: Store, meta: Webhook) -> None:
        """`meta` reads what comes."""
        self._secret = settings.meta_app_secret.get_secret_value()
        self._token = settings.meta_verify_token.get_secret_value()
        self._store, self._meta = store, meta
        self._refused, self._noted_at = 0, float("-inf")

    def routes(self) -> list[Route]:
        """For the web app; no session is needed, the signature says who it is."""
        return [
            Route(PATH, self._shake_hands, methods=["GET"]),
            Route(PATH, self._take, methods=["POST"]),
        ]

    async def _shake_hands(self, request: Request) -> Response:
        if not (self._secret and self._token):
            return Response(status_code=NOT_HERE)
        try:
            return PlainTextResponse(self._meta.challenge(dict(request.query_params), self._token))
        except NotAllowed as why:
            log.warning("%s", why)
            return Response(status_code=FORBIDDEN)

    async def _take(self, request: Request) -> Response:
        if not (self._secret and self._token):
            return Response(status_code=NOT_HERE)
        body = await body_of(request, LARGEST)
        if body is None:
            return Response(status_code=TOO_LARGE)
        status = await run_in_threadpool(self._heard, body, request.headers.get(SIGNATURE, ""))
        return Response(status_code=status)

    def _heard(self, body: bytes, signature: str) -> int:
        try:
            concerned = self._meta.concerned(body, signature, self._secret)
            named = self._meta.announced(body, signature, self._secret)
        except NotAllowed as why:
            self._refuse(str(why))
            return FORBIDDEN
        except Refused as why:
            log.warning("%s", why)
            return NO_NOTICE
        if concerned:
            again(self._store, lambda work: note(work, concerned, named))
        return OK

    def _refuse(self, why: str) -> None:
        """One entry a minute at most, which tells how many there were; never what was sent."""
        self._refused += 1
        if time.monotonic() - self._noted_at < NOTED_EVERY:
            return
        log.warning("%s", why)
        detail = {"refused": self._refused}
        again(self._store, lambda work: work.record("streife", "webhook_refused", "hooks:meta", detail))
        self._refused, self._noted_at = 0, time.monotonic()


def note(work: Work, concerned: Concerned, named: Named = ()) -> None:
    """Keep what was named, and let the next poll of what is concerned be now; an account that we do not have
    is passed over."""
    things = {(platform, native_id, stream): ids for platform, native_id, stream, ids in named}
    for platform, native_id, names in concerned:
        found = work.find(Account, platform=platform, native_id=native_id, active=True) if native_id else []
        if not found:
            log.info("webhook: no active account of %s has the id that was named", platform.value)
        for account in found:
            ids = {name: things.get((platform, native_id, name), ()) for name in names}
            _note(work, account, names, ids)


def _note(work: Work, account: Account, names: Sequence[str], ids: Mapping[str, Sequence[str]]) -> None:
    kept = [one for name, told in ids.items() if told for one in announced.keep(work, account, name, told)]
    woken = polling.make_due(work, account, names)
    if woken or kept:
        detail: dict[str, list[str]] = {"streams": sorted(stream.name for stream in woken)}
        detail |= {"announced": [one.native_id for one in kept]} if kept else {}
        work.record("streife", "webhook_heard", f"account:{account.id}", detail)
