"""The command line: `streife COMMAND`; every command, exit code and error is in docs/commands.md."""

import logging
import sys

import typer

from casework.errors import StoreUnavailable, StreifeError
from casework.visible import visible
from streife.commands import (
    accounts,
    beats,
    figures,
    holding,
    learning,
    leaving,
    lists,
    model,
    proof,
    setup,
    streams,
    watch,
    work,
)

REFUSED = 4
NO_STORE = 5

app = typer.Typer(
    help="Streife, the console for digital community policing.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command, name in (
    (work.run, "run"),
    (work.serve, "serve"),
    (work.fill_demo, "demo"),
    (work.import_file, "import"),
    (work.collect, "collect"),
    (work.assess, "assess"),
    (work.recheck, "recheck"),
    (work.capture, "capture"),
    (lists.messages, "messages"),
    (lists.cases, "cases"),
    (lists.handovers, "handovers"),
    (figures.figures, "figures"),
    (holding.hold, "hold"),
    (leaving.export, "export"),
    (leaving.transmissions, "transmissions"),
    (proof.verify, "verify"),
    (model.classify, "classify"),
    (model.train, "train"),
    (model.evaluate, "evaluate"),
    (learning.learn, "learn"),
    (watch.drift, "drift"),
    (streams.streams, "streams"),
):
    app.command(name)(command)
app.add_typer(setup.stations_app, name="stations")
app.add_typer(setup.officers_app, name="officers")
app.add_typer(accounts.accounts_app, name="accounts")
app.add_typer(beats.beats_app, name="beats")
app.add_typer(learning.models_app, name="models")
app.add_typer(proof.audit_app, name="audit")
app.add_typer(leaving.outcomes_app, name="outcomes")


def main() -> None:
    """Run a command; what the house refuses becomes one line on standard error and an exit code."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        app()
    except StoreUnavailable as error:
        sys.exit(_complain(error, NO_STORE))
    except StreifeError as error:
        sys.exit(_complain(error, REFUSED))


def _complain(error: StreifeError, code: int) -> int:
    sys.stderr.write(f"streife: {visible(str(error))}\n")
    return code
