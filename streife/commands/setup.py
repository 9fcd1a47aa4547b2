"""Setting up: stations, and officers with their roles."""

from typing import Annotated

import typer

from casework import staff
from casework.errors import NotFound
from casework.people import Officer, Role, Station
from casework.ports import Work
from streife import identity, wiring
from streife.commands import lists
from streife.commands.accounts import read_secret
from streife.commands.output import acting, plain, say, show

stations_app = typer.Typer(help="Stations.")
officers_app = typer.Typer(help="Officers and their roles.")


@stations_app.callback(invoke_without_command=True)
def stations(context: typer.Context, as_json: lists.AsJson = False) -> None:
    """List stations."""
    if context.invoked_subcommand is None:
        with wiring.store().begin() as work:
            rows = [plain(s) for s in work.find(Station)]
        show(rows, ("id", "slug", "name", "land"), as_json=as_json)


@stations_app.command("add")
def add_station(
    slug: str,
    name: str,
    land: Annotated[str, typer.Option(help="ISO 3166-2 code whose holidays count")] = "DE-NI",
) -> None:
    """Add a station; SLUG is its short name in case numbers."""
    with wiring.store().begin() as work:
        added = staff.add_station(work, acting(work, None), Station(slug, name, land))
    say(f"station {added.slug} added")


@officers_app.callback(invoke_without_command=True)
def officers(context: typer.Context, as_json: lists.AsJson = False) -> None:
    """List officers with their roles."""
    if context.invoked_subcommand is None:
        with wiring.store().begin() as work:
            rows = [_officer(work, o) for o in work.find(Officer)]
        show(rows, ("id", "login", "name", "station", "roles", "active"), as_json=as_json)


@officers_app.command("add")
def add_officer(
    login: str,
    name: str,
    station: Annotated[str, typer.Option(help="the station's slug")],
    role: Annotated[list[Role], typer.Option(help="once for each role")],
    email: str = "",
) -> None:
    """Add an officer; the password is read from standard input (at least 12 characters)."""
    hashed = identity.hash_password(read_secret("Password: "))
    with wiring.store().begin() as work:
        where = _station(work, station)
        officer = Officer(login, name, where.id, hashed, email)
        added = staff.add_officer(work, acting(work, None), officer, [(r, where.id) for r in role])
    say(f"officer {added.login} added")


def _station(work: Work, slug: str) -> Station:
    found = work.find(Station, slug=slug)
    if not found:
        raise NotFound(f"no station {slug!r}; see `streife stations`")
    return found[0]


def _officer(work: Work, officer: Officer) -> dict[str, object]:
    person = identity.person(work, officer.id)
    told = plain(officer)
    del told["password_hash"]
    return {
        **told,
        "station": work.get(Station, officer.station_id).slug,
        "roles": sorted({role.value for role, _ in person.grants}),
    }
