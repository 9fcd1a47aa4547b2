"""Beats on the command line: import them from a file, and see who looks after what."""

from pathlib import Path
from typing import Annotated

import typer

from casework import beat, leave, proposing
from casework.errors import NotFound, Refused
from casework.handover import contact_officers
from casework.people import Officer, Station
from casework.ports import Work
from streife import beat_files, gazetteer, wiring
from streife.commands import lists
from streife.commands.output import acting, plain, say, show

beats_app = typer.Typer(help="Beats: which contact officer looks after which streets.")


@beats_app.callback(invoke_without_command=True)
def beats(context: typer.Context, as_json: lists.AsJson = False) -> None:
    """List beats with their contact officers, and who stands in today."""
    if context.invoked_subcommand is None:
        with wiring.store().view() as work:
            rows = [_row(work, one) for one in beat.of(work)]
        columns = ("id", "station", "name", "officer", "deputy", "receives_now", "places")
        show(rows, columns, as_json=as_json)


@beats_app.command("import")
def import_beats(
    file: Annotated[Path, typer.Argument(help="CSV of places or GeoJSON; see docs/handover.md")],
    station: Annotated[str, typer.Option(help="the station's slug")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="only say what would be imported")] = False,
) -> None:
    """Put the beats of a file in place of the station's; all of it, or nothing."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise Refused(f"{file.name}: {error.strerror}; give a file that can be read") from None
    with wiring.store().begin() as work:
        where, officers = _station(work, station), contact_officers(work)
        read = beat_files.read(file.name, data, officers)
        if not dry_run:
            beat.replace_all(work, acting(work, None), where, read.drafts, file.name)
    for draft in read.drafts:
        say(
            f"{draft.name}: {len(draft.places)} places" + ("" if draft.officer_id else ", no contact officer")
        )
    for hint in read.hints:
        say(f"note: {hint}")
    say("nothing was changed" if dry_run else f"{len(read.drafts)} beats of {where.slug}")


@beats_app.command("propose")
def propose(words: str, station: Annotated[str, typer.Option(help="the station's slug")]) -> None:
    """Say to whom a message of these words would be handed over, and why."""
    with wiring.store().view() as work:
        found = proposing.of_words(work, words, _station(work, station).id, gazetteer.towns())
    if not found:
        say("no known place is named; all contact officers are listed")
    for one in found:
        who = one.receiver.login if one.receiver else "nobody"
        named = ", ".join(f"{m.said!r} ({m.place})" for m in one.mentions)
        say(f"{one.beat.name}: {who}; names {named}" + ("" if one.sure else "; not sure"))


def _station(work: Work, slug: str) -> Station:
    found = work.find(Station, slug=slug)
    if not found:
        raise NotFound(f"no station {slug!r}; see `streife stations`")
    return found[0]


def _row(work: Work, one: beat.Beat) -> dict[str, object]:
    there = leave.stand_in(work, one.officer_id, one.deputy_id).officer if one.officer_id else None
    told: dict[str, object] = plain(one)
    return told | {
        "station": work.get(Station, one.station_id).slug,
        "officer": work.get(Officer, one.officer_id).login if one.officer_id else "",
        "deputy": work.get(Officer, one.deputy_id).login if one.deputy_id else "",
        "receives_now": there.login if there else "",
    }
