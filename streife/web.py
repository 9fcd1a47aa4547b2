"""The web app: the dashboard's pages behind the front door, health, and the duties beside them."""

import gc
import logging
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import uvicorn
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from streamlit.starlette import App

from casework import stream_trouble, unjudged
from casework.errors import Refused
from casework.ports import Classifier, Store
from streife import capturing, embedded, front_door, hooks, mailing, shell, wiring
from streife.asking import Connect
from streife.embedded import Duty
from streife.settings import Settings

DASHBOARD = Path(__file__).parents[1] / "dashboard" / "app.py"
LONGEST_UNJUDGED = 120  # seconds: an emergency may be among what waits so long


def build(
    settings: Settings,
    store: Store,
    connect: Connect,
    classifier: Classifier,
    watch: Duty,
    ways: Sequence[Route] = (),
) -> App:
    """The ASGI app; while it lives, the duties run beside it. `ways` lead to the networks."""

    # Streamlit turns the access log on again; an address may hold a network's sign-in code.
    logging.getLogger("uvicorn.access").addFilter(lambda _: False)

    @asynccontextmanager
    async def life(_: App) -> AsyncIterator[dict[str, Any]]:
        captures = capturing.Capturing(store, wiring.browse())
        pages = captures.look if settings.capture else None
        runner = embedded.start(settings, store, connect, classifier, watch, pages)
        # Streamlit sweeps the whole heap after each click; what is loaded before the doors open stays anyway.
        gc.collect()
        gc.freeze()
        yield {}
        captures.close()
        runner.shutdown(wait=True)

    async def tell_health(_: Request) -> Response:
        return JSONResponse(health(settings, store, classifier))

    return App(
        DASHBOARD,
        lifespan=life,
        routes=[
            *front_door.Door(settings, store).routes(),
            *shell.routes(),
            Route("/health", tell_health),
            *hooks.Hooks(settings, store, wiring.meta_webhook()).routes(),
            *ways,
        ],
        middleware=[Middleware(front_door.Gate, store=store), Middleware(shell.Shell)],
    )


def health(settings: Settings, store: Store, classifier: Classifier) -> dict[str, str | int]:
    """What whoever watches from outside is told: whether it runs, judges, mails, captures and hears."""
    wanted = settings.capture and not store.training
    with store.view() as work:
        told: dict[str, str | int] = {"status": "ok", "time": work.now.isoformat(), "model": classifier.model}
        told["unjudged_seconds"] = waits = int(unjudged.longest(work).total_seconds())
        if waits > LONGEST_UNJUDGED:
            told["status"] = "messages are not judged"
        told["mail"] = mailing.state(work, settings)
        told["streams_in_trouble"] = stream_trouble.count(work)
    return told | {"capture": capturing.state(capturing.browser(settings.chromium), wanted=wanted)}


def serve(settings: Settings, app: App) -> None:
    """Serve until stopped."""
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        log_level="warning",
        access_log=False,
        server_header=False,
    )


def check_port(settings: Settings) -> None:
    """Raise Refused, naming the remedy, when the port is taken."""
    with socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((settings.host, settings.port))
        except OSError as error:
            raise Refused(
                f"port {settings.port} on {settings.host}: {error.strerror}; "
                "stop what listens there or set STREIFE_PORT"
            ) from None
