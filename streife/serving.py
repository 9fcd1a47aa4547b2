"""Serving until stopped: where the address is, who may sign in, and what runs beside the pages."""

import sys

from casework.ports import Store
from streife import demo_world, oauth, watching, wiring
from streife.settings import Settings


def serve() -> None:
    """Serve the dashboard and do the duties; raises Refused when the port is taken."""
    from streife import web  # streamlit is slow to import, and only this command needs it

    settings, store = wiring.settings(), wiring.store()
    web.check_port(settings)
    ways = oauth.Ways(store, wiring.connecting())
    app = web.build(settings, store, wiring.connector, wiring.classifier(), watching.watch, ways.routes())
    sys.stdout.write("\n".join(welcome(settings, store)) + "\n")
    sys.stdout.flush()
    web.serve(settings, app)


def welcome(settings: Settings, store: Store) -> list[str]:
    """The address, and for training data the users that may sign in."""
    lines = [f"Streife: http://{settings.host}:{settings.port}"]
    if store.training:
        lines += ["", "Training data: all people and messages are invented.", ""]
        lines += [f"  {user.login:<18} {', '.join(user.roles)}" for user in demo_world.world().people]
        lines += ["", f"  password of all: {demo_world.PASSWORD}"]
    return lines
