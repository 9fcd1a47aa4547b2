"""Keeping a message although its author took it back, on the command line."""

from typing import Annotated

import typer

from casework import erasure
from casework.errors import Refused
from streife import wiring
from streife.commands.lists import AsJson
from streife.commands.output import acted_as, acting, say, say_json


def hold(
    message: Annotated[int, typer.Argument(help="its id")],
    reason: Annotated[str, typer.Option(help="why it must be kept, or need not be any longer")],
    login: Annotated[
        str, typer.Option("--as", metavar="LOGIN", help="the officer who decides about it", callback=acted_as)
    ],
    lift: Annotated[bool, typer.Option("--lift", help="let it go again")] = False,
    as_json: AsJson = False,
) -> None:
    """Keep a message whatever its author or network does, or let it go again; logged with the reason."""
    with wiring.store().begin() as work:
        person, placed = acting(work, login), erasure.held(work, message)
        if lift and placed is None:
            raise Refused(f"message {message}: is not held")
        if lift and placed:
            done = erasure.release(work, person, placed.id, reason)
        else:
            done = erasure.hold(work, person, message, reason)
    told = f"message {message}: {'is held no longer' if lift else 'is held'}"
    say_json(done) if as_json else say(told)
