"""The gap ledger on the command line: for each stream what is known, missing, late or blind, and silences."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated, Any

import typer

from casework import rhythm
from casework.account import Account, Stream
from casework.ledger import Heard, Interval, as_of, ledger, length
from casework.rhythm import Habit
from casework.roles import Act, may
from streife import wiring
from streife.commands.lists import AsJson, AsLogin
from streife.commands.output import acting, plain, show
from streife.networks import blind_of

DAYS = 7
COLUMNS = (
    *("id", "platform", "account", "stream", "last_success_at", "next_poll_at", "silent_since"),
    *(f"{state.value}_hours" for state in Heard),
    "error",
)


def streams(
    days: Annotated[int, typer.Option(min=1, max=366, help="how many days back")] = DAYS,
    login: AsLogin = None,
    as_json: AsJson = False,
) -> None:
    """What was heard: for each stream the hours known, filled in, missing, unreadable, lost, blind and late.

    `silent_since` is the last message of a stream that is silent for longer than its own rhythm explains.
    With --json every interval is told, and `blind`: what the network never gives.
    """
    with wiring.store().view() as work:
        person, end = acting(work, login), as_of(work, training=wiring.store().training)
        accounts = {a.id: a for a in work.find(Account) if may(person, Act.SEE_ACCOUNT, a)}
        found = work.find(Stream, account_id=list(accounts))
        told = rhythm.rhythms(work, found, end)
        begin = end - timedelta(days=days)
        rows = [_row(accounts[s.account_id], s, ledger(work, s, begin, end), told[s.id]) for s in found]
    show(rows, COLUMNS, as_json=as_json)


def _row(account: Account, stream: Stream, found: Sequence[Interval], told: Habit) -> dict[str, Any]:
    hours = {f"{state.value}_hours": round(length(found, state) / timedelta(hours=1), 2) for state in Heard}
    return {
        "id": stream.id,
        "platform": account.platform.value,
        "account": account.handle,
        "active": account.active,
        "stream": stream.name,
        "last_success_at": plain(stream.last_success_at),
        "next_poll_at": plain(stream.next_poll_at),
        "error": stream.error,
        **hours,
        "silent_since": plain(told.silence.since) if told.silence else None,
        "rhythm": plain(told),
        "intervals": plain(found),
        "blind": list(blind_of(account.platform)),
    }
