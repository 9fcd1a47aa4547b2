"""Running the house: import, collect, assess, demo, serve."""

from pathlib import Path
from typing import Annotated

import typer

from casework.errors import Refused
from streife import capturing, duties, importing, rechecking, serving, wiring
from streife.commands.lists import AsJson
from streife.commands.output import say, say_json, shell

SOME_REFUSED = 3


def import_file(
    file: Annotated[Path, typer.Argument(help="JSON Lines or a network's own export; see docs/import.md")],
    account: Annotated[str, typer.Option(help="PLATFORM/HANDLE of an export that does not name it")] = "",
    as_json: AsJson = False,
) -> None:
    """Take in a file of messages; exit code 3 when a line was refused, the good ones are kept."""
    try:
        stream = file.open("rb")
    except OSError as error:
        raise Refused(f"{file.name}: {error.strerror}; give a file that can be read") from None
    with stream:
        result = importing.take_in(wiring.store(), wiring.messages_in(stream), shell().login, account)
    if result.added or result.edited:
        _assess()
    _report(result, as_json=as_json)
    if result.refused:
        raise typer.Exit(SOME_REFUSED)


def collect() -> None:
    """Poll every stream that is due now, once, and assess what came."""
    new = duties.collect(wiring.store(), wiring.connector, wiring.settings().rhythm)
    say(f"{new} new, {_assess()} assessed")


def assess() -> None:
    """Label every message that has no verdict yet."""
    say(f"{_assess()} assessed")


def recheck() -> None:
    """Ask the networks about messages whose turn it is: whether they still stand."""
    say(f"{rechecking.recheck(wiring.store(), wiring.connector, wiring.settings().rhythm)} gone")


def capture() -> None:
    """Capture the pages that are due now, once; what could not be secured says why on its message."""
    say(f"{capturing.Capturing(wiring.store(), wiring.browse()).look()} secured")


def fill_demo(
    anchor: Annotated[str, typer.Option(help="the demo's last day, YYYY-MM-DD; default: today")] = "",
) -> None:
    """Fill an empty home with training data, and end."""
    filled = wiring.fill_training(anchor)
    say(f"{filled.messages} messages, {filled.cases} cases, {filled.handovers} hand-overs")


def serve() -> None:
    """Serve the dashboard and do the duties until stopped."""
    serving.serve()


def run() -> None:
    """What `make run` does: fill the demo into a new home, then serve and say where."""
    if wiring.is_new():
        say("Filling the training data; every message is judged, this takes about a minute ...")
        fill_demo("")
    serving.serve()


def _assess() -> int:
    return duties.assess(wiring.store(), wiring.classifier(), wiring.settings().spot_check_one_in)


def _report(result: importing.Result, *, as_json: bool) -> None:
    if as_json:
        say_json(result.told())
        return
    if source := result.source:
        say(f"{source['name']} of {source['account']}")
        say(f"in it: {source['holds']}; never in it: {source['lacks']}")
    say(f"{result.added} added, {result.unchanged} unchanged, {result.edited} edited")
    for line, reason in sorted(result.refused):
        typer.echo(f"{'item' if source else 'line'} {line}: {reason}", err=True)
