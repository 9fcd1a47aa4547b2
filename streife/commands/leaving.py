"""What leaves the house and what comes back: the export of cases, who got what, and prosecutors' results."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from casework import outcome_file, recipients, transmission
from casework.errors import Refused
from casework.recipients import Destination
from streife import wiring
from streife.commands.lists import AsJson, AsLogin
from streife.commands.output import acting, plain, say, say_json, show
from streife.dispatch import Order, Pick

SOME_FAILED = 3
outcomes_app = typer.Typer(help="What prosecutors made of cases.")


def export(
    case: Annotated[list[str], typer.Option(metavar="ID", help="its id; 7:12,15 for two of its messages")],
    out: Annotated[Path, typer.Option(help="folder to put the package in")],
    to: Annotated[str, typer.Option(help="the office it is for: zac-nrw, or its name in own words")] = "",
    basis: Annotated[str, typer.Option(help="key such as stpo-163, or the section in own words")] = "",
    login: AsLogin = None,
    as_json: AsJson = False,
) -> None:
    """Export a case as a package that a stranger can verify, or several (--case again) with an overview.

    Exit code 3 when one of several failed.
    """
    wanted = dict(_wanted(words) for words in case)
    known = recipients.offices(wiring.settings().home)
    named = {"recipient": to} if " " in to else {"to": to}
    dest = recipients.destination(known, **named, basis=basis)
    if len(wanted) > 1:
        _several(wanted, out, dest, login, as_json=as_json)
        return
    ((case_id, only),) = wanted.items()
    exported = wiring.exporting().one(case_id, out, lambda work: acting(work, login), Order(dest, only))
    notes = [f"note {note.words}" for note in exported.notes]
    told = "\n".join([str(exported.path), f"fingerprint {exported.fingerprint}", *notes])
    say_json(exported) if as_json else say(told)


def _wanted(words: str) -> tuple[int, Pick]:
    """A case's id, and its picked messages where some are."""
    if not re.fullmatch(r"\d{1,18}(:\d{1,18}(,\d{1,18})*)?", words, re.ASCII):
        raise Refused(f"case {words!r}: no id; write 7, or 7:12,15 for two of its messages")
    case_id, _, picked = words.partition(":")
    return int(case_id), {int(one) for one in picked.split(",")} if picked else None


def _several(
    wanted: Mapping[int, Pick], out: Path, to: Destination, login: str | None, *, as_json: bool
) -> None:
    def progress(done: int, total: int) -> None:
        typer.echo(f"{done} of {total}", err=True)

    made = wiring.exporting().several(wanted, out, lambda work: acting(work, login), to, progress)
    if as_json:
        say_json(made)
    else:
        say(str(made.path))
        rows = [plain(one) for one in made.overview.lines]
        show(rows, ("case_id", "number", "items", "package", "fingerprint", "error"), as_json=False)
    if made.overview.failed:
        raise typer.Exit(SOME_FAILED)


def transmissions(login: AsLogin = None, as_json: AsJson = False) -> None:
    """List what left the house: to whom, when, on what basis, with its fingerprint; itself logged."""
    with wiring.store().begin() as work:
        found = transmission.of_stations(work, acting(work, login))
    rows = [{"case": case.number, **plain(one)} for case, one in found]
    columns = ("id", "case", "package", "recipient", "basis", "exported_at", "sent_at", "recalled_at")
    show(rows, columns, as_json=as_json)


@outcomes_app.command("import")
def import_outcomes(
    file: Annotated[Path, typer.Argument(help="CSV; see docs/evidence.md for its columns")],
    login: AsLogin = None,
    as_json: AsJson = False,
) -> None:
    """Take in prosecutors' results; exit code 3 when a line was refused, the good ones are kept."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Refused(f"{file.name}: {error.strerror}; give a file that can be read") from None
    with wiring.store().begin() as work:
        told = outcome_file.take_in(work, acting(work, login), content)
    if as_json:
        counts = {"added": told.added, "changed": told.changed, "unchanged": told.unchanged}
        say_json({**counts, "refused": [{"line": n, "reason": why} for n, why in told.refused]})
    else:
        say(f"{told.added} added, {told.changed} changed, {told.unchanged} unchanged")
        for line, reason in told.refused:
            typer.echo(f"line {line}: {reason}", err=True)
    if told.refused:
        raise typer.Exit(SOME_FAILED)
