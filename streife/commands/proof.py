"""What can be proven: the audit log, the check of a package."""

from pathlib import Path
from typing import Annotated

import typer

from casework import reading
from streife import wiring
from streife.commands.lists import AsJson
from streife.commands.output import plain, say, say_json, shell, show

audit_app = typer.Typer(help="The audit log.")
DOES_NOT_HOLD = 1


@audit_app.callback(invoke_without_command=True)
def entries(
    context: typer.Context,
    after: Annotated[int, typer.Option(help="only entries after this number")] = 0,
    limit: Annotated[int, typer.Option(min=1, help="at most so many")] = 1_000,
    about: Annotated[str, typer.Option(help="only entries about this, such as message:17")] = "",
    as_json: AsJson = False,
) -> None:
    """List entries of the audit log; itself logged."""
    if context.invoked_subcommand is None:
        with wiring.store().begin() as work:
            found = work.audit_of(about) if about else work.audit(after, limit)
            reading.look_at_log(work, shell(), about)
        show([plain(e) for e in found], ("seq", "at", "actor", "act", "subject", "detail"), as_json=as_json)


@audit_app.command("verify")
def verify_log(
    size: Annotated[int, typer.Option(help="size of the log when its root was noted")] = 0,
    root: Annotated[str, typer.Option(help="root noted then (hex)")] = "",
    as_json: AsJson = False,
) -> None:
    """Recompute the log from its entries; exit code 1 names the first wrong one."""
    found = wiring.verify_audit(size, root)
    say_json(found) if as_json else say(found.words)
    if not found.holds:
        raise typer.Exit(DOES_NOT_HOLD)


def verify(
    package: Annotated[Path, typer.Argument(help="the package: a folder or a .zip")],
    fingerprint: Annotated[str, typer.Option(help="the fingerprint told at export")] = "",
    trust: Annotated[
        Path | None, typer.Option(help="PEM file of the root certificates you trust, not from the package")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Check a package item by item; exit code 1 when something does not hold."""
    report = wiring.verify_package(package, fingerprint, trust)
    if as_json:
        say_json(report)
    else:
        for line in report.lines():
            say(line)
    if not report.holds:
        raise typer.Exit(DOES_NOT_HOLD)
