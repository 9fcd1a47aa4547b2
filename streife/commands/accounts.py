"""Accounts on the networks: added, consented to, connected, handed over, closed, left; and their keys."""

import sys
from typing import Annotated

import typer

from casework import consent, staff, succession
from casework.account import Account
from casework.errors import NotAllowed, NotFound
from casework.labels import Platform
from casework.people import Person
from casework.ports import Work
from casework.succession import Afterwards
from streife import front_door, identity, tongue, wiring
from streife.commands import lists
from streife.commands.output import acted_as, acting, plain, say, shell, show
from streife.connecting import Farewell
from streife.doors import Token
from streife.keys import Secret

accounts_app = typer.Typer(help="Accounts on the networks.")
NOT_ALL_OPEN = 1
AS = typer.Option(
    "--as", metavar="LOGIN", help="the officer who acts; default: whoever holds this shell", callback=acted_as
)
TOKENS = {
    Token.NONE: "there was no key",
    Token.REVOKED: "the key is destroyed, and the network has forgotten it",
    Token.NOT_OFFERED: "the key is destroyed; remove Streife, or its app password, at the network yourself",
    Token.FAILED: "the key is destroyed, but the network did not confirm; remove Streife there yourself",
}


@accounts_app.callback(invoke_without_command=True)
def accounts(context: typer.Context, login: lists.AsLogin = None, as_json: lists.AsJson = False) -> None:
    """List accounts with their streams: last success, next poll, error, gaps."""
    if context.invoked_subcommand is None:
        lists.accounts(login, as_json)


@accounts_app.command("add")
def add(
    platform: Platform,
    handle: str,
    officer: Annotated[str, typer.Option(help="login of the officer whose account it is")],
    server: Annotated[
        str, typer.Option(help="base URL of the network's server, where there are several")
    ] = "",
    consented: Annotated[bool, typer.Option("--consent", help="the officer has consented on paper")] = False,
) -> None:
    """Add an officer's personal account; nothing is read before the officer has consented."""
    with wiring.store().begin() as work:
        owner, person = identity.named(work, officer).officer, acting(work, None)
        account = Account(platform, handle, owner.id, owner.station_id, server)
        added = staff.add_account(work, person, account)
        if consented:
            consent.note(work, person, added)
    say(f"account {_name(added)} added")


@accounts_app.command("consent")
def consent_to(
    platform: Platform,
    handle: str,
    login: Annotated[str | None, AS] = None,
    lang: Annotated[str, typer.Option(help="language of the text: de, en, sv or nl")] = "de",
    show_only: Annotated[bool, typer.Option("--show", help="show the text and record nothing")] = False,
) -> None:
    """Show what is consented to, and note that the officer consented, on paper or (--as) by word of mouth.

    Only the officer gives consent, signed in on the Accounts page; here whoever holds the shell notes it.
    """
    say(front_door.house_words(lang if lang in tongue.LANGUAGES else tongue.DEFAULT, "consent-text"))
    if show_only:
        return
    wiring.connecting()  # seals what an earlier version kept: whoever has a key is read from now on
    with wiring.store().begin() as work:
        account = _account(work, platform, handle)
        if login and acting(work, login).id != account.officer_id:
            raise NotAllowed(f"{login}: only the officer whose account it is can consent")
        given = consent.note(work, shell(), account)
    say(f"\naccount {_name(account)}: consent to version {given.text_version} noted")


@accounts_app.command("connect")
def connect(platform: Platform, handle: str, login: Annotated[str | None, AS] = None) -> None:
    """Give an account its key (read from standard input), or say where the officer signs in."""
    connecting = wiring.connecting()
    account, person = _look(platform, handle, login)
    way = connecting.doors.way(platform)
    secret = Secret("" if way.browser and sys.stdin.isatty() else read_secret("Key (app password): "))
    if not secret and way.browser:
        connecting.doors.of(account)  # says which setting is missing
        say(f"sign in to Streife, then open {connecting.address(account)}")
        return
    connecting.connect(person, account.id, secret)
    say(f"account {_name(account)} is read from now on")


@accounts_app.command("hand-over")
def hand_over(
    platform: Platform,
    handle: str,
    to: Annotated[str, typer.Option(help="login of the successor")],
    login: Annotated[str | None, AS] = None,
) -> None:
    """Give an account with its history to a successor, who must consent and connect it anew."""
    account, person = _look(platform, handle, login)
    with wiring.store().view() as work:
        successor = identity.named(work, to).officer
    done = wiring.connecting().hand_over(person, account.id, successor)
    _say_farewell(done, f"handed over to {to}, who must consent before anything is read")


@accounts_app.command("close")
def close(
    platform: Platform,
    handle: str,
    reason: Annotated[str, typer.Option(help="why the beat needs it no longer")],
    login: Annotated[str | None, AS] = None,
) -> None:
    """Close an account for good."""
    account, person = _look(platform, handle, login)
    _say_farewell(wiring.connecting().close(person, account.id, reason), "closed")


@accounts_app.command("leave")
def leave(
    platform: Platform,
    handle: str,
    keep: Annotated[bool, typer.Option("--keep", help="the messages stay")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="do not ask")] = False,
    login: Annotated[str | None, AS] = None,
) -> None:
    """Stop reading an account and destroy its key; what becomes of its messages is said first."""
    account, person = _look(platform, handle, login)
    with wiring.store().view() as work:
        told = succession.outlook(work, account)
    erased = "stay" if keep else f"are erased from {told.erased_at.date().isoformat()} on"
    say(f"{told.in_cases} messages stay in cases, {told.handed_over} in open hand-overs, {told.held} held")
    say(f"{told.others} others {erased}")
    if not yes:
        typer.confirm("Leave?", abort=True)
    afterwards = Afterwards.KEEP if keep else Afterwards.ERASE
    _say_farewell(wiring.connecting().leave(person, account.id, afterwards), "is read no longer")


@accounts_app.command("rotate-key")
def rotate_key(
    give_up: Annotated[
        bool, typer.Option("--give-up", help="destroy first the keys that do not open any more")
    ] = False,
) -> None:
    """Seal all keys with a new master key."""
    with wiring.store().view() as work:
        person = acting(work, None)
    vault = wiring.connecting().vault
    for lost in vault.give_up(person) if give_up else ():
        say(f"{lost}: given up; connect it again")
    say(f"{vault.rotate(person)} keys sealed anew; the master keys are in {vault.ring.place}")


@accounts_app.command("keys")
def keys(
    check: Annotated[bool, typer.Option("--check", help="exit code 1 unless every key opens")] = False,
    as_json: lists.AsJson = False,
) -> None:
    """List the accounts' keys: which master key sealed each and when; never the keys themselves."""
    standing = wiring.connecting().vault.check()
    show([plain(one) for one in standing], ("account", "key_id", "updated_at", "trouble"), as_json=as_json)
    if check and any(one.trouble for one in standing):
        raise typer.Exit(NOT_ALL_OPEN)


def read_secret(prompt: str) -> str:
    """A line of standard input that no terminal shows; never an argument, which others could see."""
    if sys.stdin.isatty():
        return str(typer.prompt(prompt.rstrip(": "), hide_input=True))
    return sys.stdin.readline().rstrip("\r\n")


def _look(platform: Platform, handle: str, login: str | None) -> tuple[Account, Person]:
    with wiring.store().view() as work:
        return _account(work, platform, handle), acting(work, login)


def _account(work: Work, platform: Platform, handle: str) -> Account:
    found = work.find(Account, platform=platform, handle=handle)
    if not found:
        raise NotFound(f"{platform.value}/{handle}: no such account; see `streife accounts`")
    return found[0]


def _say_farewell(done: Farewell, what: str) -> None:
    say(f"account {_name(done.change.account)} {what}; {TOKENS[done.token]}")


def _name(account: Account) -> str:
    return f"{account.platform.value}/{account.handle}"
