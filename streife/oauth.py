"""The way to a network's sign-in page and back, in the officer's browser."""

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from casework.errors import NotAllowed, StreifeError
from casework.labels import Platform
from casework.people import Person
from casework.ports import Store
from casework.visible import visible
from streife import front_door, identity
from streife.connecting import Connecting, NotConnected

ACCOUNTS = "/konten"
PAGE = "connected.html"
REFUSED, FORBIDDEN, UNKNOWN = 400, 403, 404


class Ways:
    """Two addresses a network: `/connect/x?account=7` leads there, `/connect/x/callback` back."""

    def __init__(self, store: Store, connecting: Connecting) -> None:
        """Sessions are looked up in the store."""
        self._store, self._connecting = store, connecting

    def routes(self) -> list[Route]:
        """For the web app."""
        return [
            Route("/connect/{platform}", self._begin, methods=["GET"]),
            Route("/connect/{platform}/callback", self._finish, methods=["GET"]),
        ]

    async def _begin(self, request: Request) -> Response:
        if front_door.from_elsewhere(request):
            return _told(request, "elsewhere", "", FORBIDDEN)
        return await run_in_threadpool(self._answer, request, self._send_there)

    async def _finish(self, request: Request) -> Response:
        return await run_in_threadpool(self._answer, request, self._take_back)

    def _answer(self, request: Request, do: Any) -> Response:
        person, token = self._who(request)
        platform = request.path_params["platform"]
        if person is None:
            return RedirectResponse(front_door.SIGN_IN, 303)
        if platform not in set(Platform):
            return _told(request, "unknown", "", UNKNOWN)
        try:
            done: Response = do(request, person, token, Platform(platform))
        except NotConnected as why:
            return _told(request, why.why, "", REFUSED)
        except NotAllowed as why:
            return _told(request, "not-yours", str(why), FORBIDDEN)
        except StreifeError as why:
            return _told(request, "network", str(why), REFUSED)
        return done

    def _send_there(self, request: Request, person: Person, token: str, _: Platform) -> Response:
        number = request.query_params.get("account", "")
        account_id = int(number) if number.isascii() and number.isdigit() and len(number) < 19 else 0
        url = self._connecting.begin(person, token, account_id)
        return RedirectResponse(url, 303, {"cache-control": "no-store"})

    def _take_back(self, request: Request, person: Person, token: str, platform: Platform) -> Response:
        account = self._connecting.finish(person, token, platform, dict(request.query_params))
        return _told(request, "connected", f"{platform.value}/{account.handle}")

    def _who(self, request: Request) -> tuple[Person | None, str]:
        token = request.cookies.get(front_door.COOKIE, "")
        return identity.person_of(self._store, token), token


def _told(request: Request, key: str, detail: str, status: int = 200) -> Response:
    tone = "good" if status == 200 else "bad"
    return front_door.page(
        request, PAGE, status, key=f"connect-{key}", detail=visible(detail), tone=tone, back=ACCOUNTS
    )
