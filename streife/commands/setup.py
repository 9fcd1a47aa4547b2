"""Setting up: stations, officers with roles, accounts with their keys."""

import sys
from typing import Annotated

import typer

from casework import staff
from casework.account import Account
from casework.errors import NotFound
from casework.labels import Platform
from casework.people import Officer, Role, Station
from casework.ports import Work
from streife import credentials, identity, wiring
from streife.commands import lists
from streife.commands.output import acting, plain, say, show

stations_app = typer.Typer(help="Stations.")
officers_app = typer.Typer(help="Officers and their roles.")
accounts_app = typer.Typer(help="Accounts on the networks.")


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
    hashed = identity.hash_password(_secret("Password: "))
    with wiring.store().begin() as work:
        where = _station(work, station)
        officer = Officer(login, name, where.id, hashed, email)
        added = staff.add_officer(work, acting(work, None), officer, [(r, where.id) for r in role])
    say(f"officer {added.login} added")


@accounts_app.callback(invoke_without_command=True)
def accounts(context: typer.Context, login: lists.AsLogin = None, as_json: lists.AsJson = False) -> None:
    """List accounts with their streams: last success, next poll, error, gaps."""
    if context.invoked_subcommand is None:
        lists.accounts(login, as_json)


@accounts_app.command("add")
def add_account(
    platform: Platform,
    handle: str,
    officer: Annotated[str, typer.Option(help="login of the officer whose account it is")],
    server: Annotated[
        str, typer.Option(help="base URL of the network's server, where there are several")
    ] = "",
) -> None:
    """Add an officer's personal account; the officer's consent is yours to have."""
    with wiring.store().begin() as work:
        owner = identity.named(work, officer).officer
        account = Account(platform, handle, owner.id, owner.station_id, server)
        added = staff.add_account(work, acting(work, None), account)
    say(f"account {added.platform.value}/{added.handle} added")


@accounts_app.command("connect")
def connect(platform: Platform, handle: str) -> None:
    """Give an account its key (read from standard input) and start reading it."""
    key = _secret("Key (app password): ")
    with wiring.store().begin() as work:
        found = work.find(Account, platform=platform, handle=handle)
        if not found:
            raise NotFound(f"{platform.value}/{handle}: no such account; see `streife accounts`")
        account = found[0]
        staff.check_real(wiring.store())
        credentials.save(wiring.settings().home, account, key)
        streams = wiring.connector(account).streams()
        staff.connect(work, acting(work, None), account, streams)
    say(f"account {platform.value}/{handle} is read from now on: {', '.join(streams)}")


def _secret(prompt: str) -> str:
    if sys.stdin.isatty():
        return str(typer.prompt(prompt.rstrip(": "), hide_input=True))
    return sys.stdin.readline().rstrip("\r\n")


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
