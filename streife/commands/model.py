"""The classifier on the command line: train, classify, evaluate."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from streife import wiring
from streife.commands.lists import AsJson
from streife.commands.output import say, say_json

SOME_REFUSED = 3


def train(
    data: Annotated[Path, typer.Option(help="folder of the public sets")] = Path("../shared/data"),
    as_json: AsJson = False,
) -> None:
    """Fit the model from the public sets and our own examples, and store it in the repository."""
    report = wiring.train(data)
    say_json(report) if as_json else say(str(report))


def classify() -> None:
    """Read messages as JSON Lines from standard input, write one verdict a line to standard output.

    Exit code 3 when a line was refused; the others are answered.
    """
    refused = 0
    for answer in wiring.verdict_lines(sys.stdin.buffer):
        if isinstance(answer, str):
            sys.stdout.write(answer + "\n")
        else:
            refused += 1
            typer.echo(f"line {answer.line}: {answer.reason}", err=True)
    if refused:
        raise typer.Exit(SOME_REFUSED)
