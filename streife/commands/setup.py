"""Setting up: stations, and officers with their roles, until they move or leave."""

from contextlib import AbstractContextManager
from typing import Annotated, cast

import typer

from casework import personnel, staff
from casework.errors import NotFound, Refused
from casework.people import Officer, Role, Station
from casework.personnel import Hanging, Staffing
from casework.ports import Work
from streife import identity, wiring
from streife.commands import lists
from streife.commands.accounts import AS, read_secret
from streife.commands.output import acting, plain, say, say_json, show

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


@officers_app.command("role")
def change_roles(
    login: str,
    give: Annotated[tuple[Role, str] | None, typer.Option(metavar="ROLE STATION", help="from now on")] = None,
    take: Annotated[tuple[Role, str] | None, typer.Option(metavar="ROLE STATION", help="no longer")] = None,
    who: Annotated[str | None, AS] = None,
    as_json: lists.AsJson = False,
) -> None:
    """Give an officer a role, take one, or both at once for one who moves; taking ends open sessions."""
    if not give and not take:
        raise Refused("role: nothing to do; name --give ROLE STATION, --take ROLE STATION or both")
    with _staffing() as work:
        person, one = acting(work, who), identity.named(work, login).officer
        given = give and personnel.give_role(work, person, one.id, give[0], _station(work, give[1]).id)
        taken = take and personnel.take_role(work, person, one.id, take[0], _station(work, take[1]).id)
        left = personnel.hanging(work, one.id)
    if as_json:
        say_json({"given": given, "taken": taken, "hanging": left})
        return
    for words, pair in (("is", give), ("is no longer", take)):
        say(f"officer {login} {words} {pair[0].value} at {pair[1]}") if pair else None
    _say_hanging(left) if take else None


@officers_app.command("deactivate")
def deactivate(
    login: str,
    reason: Annotated[str, typer.Option(help="why the sign-in ends")],
    who: Annotated[str | None, AS] = None,
    as_json: lists.AsJson = False,
) -> None:
    """End an officer's sign-in and open sessions, and say what still hangs on the person."""
    with wiring.store().begin() as work:
        one = identity.named(work, login).officer
        done = personnel.deactivate(work, acting(work, who), one.id, reason)
        told = {**plain(done), "officer": _officer(work, done.officer)}
    if as_json:
        say_json(told)
        return
    say(f"officer {login} signs in no longer; {done.sessions_ended} sessions ended")
    _say_hanging(done.hanging)


@officers_app.command("activate")
def activate(login: str, who: Annotated[str | None, AS] = None, as_json: lists.AsJson = False) -> None:
    """Open an ended sign-in again, roles as before; a new password is read from standard input."""
    hashed = identity.hash_password(read_secret("Password: "))
    with wiring.store().begin() as work:
        one = identity.named(work, login).officer
        told = _officer(work, personnel.activate(work, acting(work, who), one.id, hashed))
    say_json(told) if as_json else say(f"officer {login} signs in again, with the new password")


@officers_app.command("password")
def set_password(login: str, who: Annotated[str | None, AS] = None, as_json: lists.AsJson = False) -> None:
    """Set an officer's password, read from standard input (at least 12 characters); sessions end."""
    hashed = identity.hash_password(read_secret("Password: "))
    with wiring.store().begin() as work:
        one = identity.named(work, login).officer
        told = _officer(work, personnel.set_password(work, acting(work, who), one.id, hashed))
    say_json(told) if as_json else say(f"officer {login} has a new password; open sessions ended")


def _staffing() -> AbstractContextManager[Staffing]:
    """A transaction that can take roles away: the store's can, though its port does not say so."""
    return cast("AbstractContextManager[Staffing]", wiring.store().begin())


def _say_hanging(left: Hanging) -> None:
    numbers = f"{left.accounts} accounts, {left.handovers} open hand-overs, {left.cases} cases"
    say(f"still theirs: {numbers}, {left.escalation_lists} escalation lists")


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
