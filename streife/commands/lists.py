"""Everything the pages list, on the command line: messages, cases, accounts, hand-overs."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Any

import typer

from casework import binding, case, reading, worklist
from casework.account import Account, Gap, Stream
from casework.labels import Intent, Platform, Urgency
from casework.message import Message, State
from casework.people import Officer, Person
from casework.ports import Work
from casework.query import Query, Scope
from casework.record import Case, Handover
from casework.roles import Act, may
from streife import wiring
from streife.commands.output import acted_as, acting, plain, show

AsJson = Annotated[bool, typer.Option("--json", help="print JSON")]
AsLogin = Annotated[
    str | None,
    typer.Option(
        "--as", metavar="LOGIN", help="what this officer may see; default: the operator", callback=acted_as
    ),
]
PAGE = 500


def messages(  # noqa: PLR0913 - one option a filter
    state: Annotated[State | None, typer.Option(help="only messages in this state")] = None,
    intent: Annotated[Intent | None, typer.Option(help="only this intent")] = None,
    urgency: Annotated[Urgency | None, typer.Option(help="only this urgency")] = None,
    platform: Annotated[Platform | None, typer.Option(help="only this network")] = None,
    hostile: Annotated[
        bool | None, typer.Option("--hostile/--not-hostile", help="only hostile or none")
    ] = None,
    limit: Annotated[int, typer.Option(min=0, help="at most so many; 0: all")] = 0,
    login: AsLogin = None,
    as_json: AsJson = False,
) -> None:
    """List messages: emergencies first, then urgency and age. The listing is logged as a read."""
    query = Query(
        Scope(),
        states=(state,) if state else (),
        intent=intent or "",
        urgency=urgency or "",
        platform=platform or "",
        hostile=hostile,
    )
    with wiring.store().begin() as work:
        person = acting(work, login)
        accounts = {a.id: a for a in work.find(Account)}
        found = list(_pages(work, person, query, limit))
        rows = [_message(m, accounts[m.account_id]) for m in found]
    show(
        rows,
        ("id", "urgency", "intent", "hostility", "state", "platform", "account", "sent_at", "text"),
        as_json=as_json,
    )


def cases(login: AsLogin = None, as_json: AsJson = False) -> None:
    """List cases with the messages bound into them."""
    with wiring.store().begin() as work:
        person = acting(work, login)
        found = case.cases_of(work, person)
        case.listed(work, person, found)
        rows = [_case(work, c) for c in found]
    show(
        rows, ("id", "number", "state", "title", "entitled_person", "opened_at", "messages"), as_json=as_json
    )


def handovers(login: AsLogin = None, as_json: AsJson = False) -> None:
    """List hand-overs: from whom, to whom, by when, and what became of them."""
    with wiring.store().begin() as work:
        person = acting(work, login)
        names = {o.id: o.login for o in work.find(Officer)}
        found = [h for h in work.find(Handover) if may(person, Act.READ_HANDOVER, h)]
        work.record(person.login, "handovers_listed", "handovers", {"handovers": [h.id for h in found]})
        rows = [plain(h) | {"from": names[h.from_id], "to": names[h.to_id]} for h in found]
    show(rows, ("id", "message_id", "state", "from", "to", "due_at", "outcome", "note"), as_json=as_json)


def accounts(login: AsLogin = None, as_json: AsJson = False) -> None:
    """List accounts with their streams: last success, next poll, error, gaps."""
    with wiring.store().begin() as work:
        person = acting(work, login)
        rows = [_account(work, a) for a in work.find(Account) if may(person, Act.SEE_ACCOUNT, a)]
    columns = ("id", "platform", "handle", "officer", "active", "last_success_at", "errors", "open_gaps")
    show(rows, columns, as_json=as_json)


def _pages(work: Work, person: Person, query: Query, limit: int) -> Iterator[Message]:
    """All matching messages, page by page; what was shown is logged."""
    left = limit or None
    while left is None or left > 0:
        size = min(PAGE, left) if left else PAGE
        found = worklist.page(work, person, replace(query, limit=size))
        reading.listed(work, person, found)
        yield from found
        if len(found) < size:
            return
        left = left - len(found) if left else None
        query = replace(query, after=worklist.key(found[-1], query))


def _message(message: Message, account: Account) -> Any:
    return plain(message) | {"platform": account.platform.value, "account": account.handle}


def _case(work: Work, found: Case) -> Any:
    items = binding.items(work, case_id=found.id)
    return plain(found) | {"messages": [i.message_id for i in items]}


def _account(work: Work, account: Account) -> Any:
    streams = [
        plain(s) | {"gaps": plain(work.find(Gap, stream_id=s.id))}
        for s in work.find(Stream, account_id=account.id)
    ]
    successes = [s["last_success_at"] for s in streams if s["last_success_at"]]
    return plain(account) | {
        "officer": work.get(Officer, account.officer_id).login,
        "streams": streams,
        "last_success_at": max(successes, default=None),
        "errors": [s["error"] for s in streams if s["error"]],
        "open_gaps": sum(g["state"] == "open" for s in streams for g in s["gaps"]),
    }
