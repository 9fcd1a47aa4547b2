"""The front door: signing in and out, and nobody gets past it without a session."""

import re
from asyncio import Semaphore
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from fluent.runtime import FluentLocalization, FluentResourceLoader
from jinja2 import Environment, FileSystemLoader
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from casework.ports import Store
from streife import bounded, demo_world, identity, shell, tongue
from streife.attempts import Attempts
from streife.settings import Settings

COOKIE = "streife_session"
SIGN_IN = "/anmelden"
SIGN_OUT = "/abmelden"
LARGEST_FORM, TOO_LARGE = 10_000, 413  # bytes of name and password; HTTP's answer to more
FORBIDDEN = 403
AT_ONCE = 2
# What ends in "/" opens all that is below it, everything else itself alone.
OPEN_PATHS = (
    SIGN_IN,
    SIGN_OUT,
    "/health",
    "/_stcore/health",
    "/static/",
    "/app/static/",
    "/favicon.ico",
    "/favicon.png",
    "/hooks/meta",
)
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-src 'self'; "
    "frame-ancestors 'none'; object-src 'none'; base-uri 'self'; form-action 'self'"
)
HEADERS = [
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
]
TO = "to"
# A page of ours with its parameters, as notices link to it; a path of one part can mean no other host.
_OURS = re.compile(r"/[a-z]+(-[a-z]+)*(\?[A-Za-z0-9_.~%&=+:-]{1,300})?")
HERE = Path(__file__).parent
_pages = Environment(loader=FileSystemLoader(HERE / "pages"), autoescape=True)
_words = FluentResourceLoader(str(HERE / "words"))


class Gate:
    """Lets nobody past without a session, and gives every answer the security headers."""

    def __init__(self, app: ASGIApp, store: Store) -> None:
        """Stand before the app; sessions are looked up in the store."""
        self._app = app
        self._store = store

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, send to the sign-in page, or close the socket."""
        if scope["type"] == "lifespan" or await self._may_pass(scope):
            await self._app(scope, receive, _with_headers(send))
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 4401})
        else:
            await RedirectResponse(_to_sign_in(scope), 303)(scope, receive, _with_headers(send))

    async def _may_pass(self, scope: Scope) -> bool:
        if _is_open(scope["path"]):
            return True
        token = _token(Headers(scope=scope).get("cookie", ""))
        return await run_in_threadpool(identity.person_of, self._store, token) is not None


class Door:
    """Signing in and out."""

    def __init__(self, settings: Settings, store: Store) -> None:
        """Sessions are kept in the store."""
        self._settings = settings
        self._store = store
        # Each check takes 64 MB and a core: strangers must not have as many at once as they like.
        self._hashing = Semaphore(AT_ONCE)
        self._attempts = Attempts()

    def routes(self) -> list[Route]:
        """The sign-in page, what its form sends, and the way out."""
        return [
            Route(SIGN_IN, self._form, methods=["GET"]),
            Route(SIGN_IN, self._sign_in, methods=["POST"]),
            Route(SIGN_OUT, self._sign_out, methods=["GET"]),
        ]

    async def _form(self, request: Request) -> Response:
        return _page(request, self._store, to=page_wanted(request.query_params.get(TO, "")))

    async def _sign_in(self, request: Request) -> Response:
        if from_elsewhere(request):  # else a stranger could sign somebody in under another name
            return _page(request, self._store, status=FORBIDDEN)
        body = await bounded.body_of(request, LARGEST_FORM)
        if body is None:
            return _page(request, self._store, note="mismatch", status=TOO_LARGE)
        told = dict(parse_qsl(body.decode(errors="replace")))
        login, password = told.get("login", ""), told.get("password", "")
        to = page_wanted(told.get(TO, ""))
        hours = self._settings.session_hours
        try:
            async with self._hashing:
                given = self._store, login, password, hours, self._attempts
                token = await run_in_threadpool(identity.sign_in, *given)
        except identity.SignInRefused as why:
            return _page(request, self._store, note=str(why), status=FORBIDDEN, to=to)
        answer = RedirectResponse(to or "/", 303)
        secure = self._settings.secure_cookie
        answer.set_cookie(COOKIE, token, hours * 3600, httponly=True, samesite="lax", secure=secure)
        return answer

    async def _sign_out(self, request: Request) -> Response:
        if from_elsewhere(request):
            return RedirectResponse("/", 303)
        await run_in_threadpool(identity.sign_out, self._store, request.cookies.get(COOKIE, ""))
        answer = _page(request, self._store, note="signed-out")
        answer.delete_cookie(COOKIE)
        return answer


def house_words(language: str, key: str, **told: str | int) -> str:
    """Words of this catalogue in one of the languages, such as the text that officers consent to."""
    catalogue = FluentLocalization([language, "de"], ["{locale}.ftl"], _words, use_isolating=False)
    found: str = catalogue.format_value(key, told)
    return found


def page(request: Request, template: str, status: int = 200, **told: object) -> Response:
    """One of the pages beside the dashboard, in the reader's language."""
    language = shell.language_of(request)
    words = FluentLocalization([language, "de"], ["{locale}.ftl"], _words)
    html = _pages.get_template(template).render(lang=language, word=words.format_value, **told)
    answer = HTMLResponse(html, status, {"cache-control": "no-store"})
    if request.query_params.get("lang") in tongue.LANGUAGES:
        answer.set_cookie(tongue.COOKIE, language, tongue.A_YEAR, samesite="lax")
    return answer


def from_elsewhere(request: Request) -> bool:
    """Whether another site's page sent the browser here; a typed address or an old browser is none."""
    return request.headers.get("sec-fetch-site", "none") == "cross-site"


def page_wanted(address: str) -> str:
    """The page of ours that somebody wanted before signing in; "" for every other address."""
    return address if _OURS.fullmatch(address) and not _is_open(address.partition("?")[0]) else ""


def _is_open(path: str) -> bool:
    return any(path.startswith(one) if one.endswith("/") else path == one for one in OPEN_PATHS)


def _to_sign_in(scope: Scope) -> str:
    """The sign-in page, which leads on to where a link pointed."""
    query = scope["query_string"].decode("latin-1")
    wanted = page_wanted(scope["path"] + (f"?{query}" if query else ""))
    return f"{SIGN_IN}?{urlencode({TO: wanted})}" if wanted else SIGN_IN


def _page(request: Request, store: Store, note: str = "", status: int = 200, to: str = "") -> Response:
    return page(
        request,
        "sign_in.html",
        status,
        note=note,
        tone="good" if note == "signed-out" else "bad",
        languages=tongue.LANGUAGES,
        to=to,
        users=demo_world.world().people if store.training else (),
        demo_password=demo_world.PASSWORD,
    )


def _token(header: str) -> str:
    try:
        cookies = SimpleCookie(header)
    except CookieError:
        return ""
    return cookies[COOKIE].value if COOKIE in cookies else ""


def _with_headers(send: Send) -> Send:
    async def sender(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", []), *HEADERS]
        await send(message)

    return sender
