"""The supervisor's figures on the command line: sums of stations, never a message, never an officer."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Annotated

import typer

from casework import ledger, spot_check
from casework.clocks import LOCAL
from casework.figures import Span
from casework.people import Station
from casework.ports import Work
from casework.roles import Act, may
from casework.spot_check import Miss, Tally
from casework.unheard import Unheard, unheard
from streife import wiring
from streife.commands.lists import AsJson, AsLogin
from streife.commands.output import acting, plain, say_json, show

DAYS = ("day", "station_id", "platform", "intent", "hostile", "messages")
WAITS = (
    "week",
    "station_id",
    "platform",
    "step",
    "messages",
    "median",
    "low",
    "high",
    "waiting",
    "since",
    "few",
)
REREAD = (
    "model",
    "drawn",
    "reread",
    "missed",
    "due",
    "unread",
    "low",
    "high",
    *(kind.value for kind in Miss),
)
MISSING = ("station_id", "platform", "channels", "first", "last", "lasting")
TIPS = ("station_id", "suggested", "confirmed", "handed_over", "accepted", "returned", "outcomes")


def figures(
    days: Annotated[int, typer.Option(min=1, max=3660, help="how many days up to today")] = 28,
    login: AsLogin = None,
    as_json: AsJson = False,
) -> None:
    """Messages by day, waits (in seconds) by week, and what became of tips, for each station.

    A wait that would be one officer's is not told (`few`). Besides, for all stations together: what reading
    the spot check again found, model by model. The 95 % interval of the share missed is that of draws two
    weeks old, and holds whatever is still unread. First come the networks of which messages are missing in
    these days (`lasting` in seconds): there all else is too low.
    """
    with wiring.store().view() as work:
        person = acting(work, login)
        ids = [s.id for s in work.find(Station) if may(person, Act.SEE_FIGURES, s)]
        now, today = work.now, work.now.astimezone(LOCAL).date()
        reread = [_reread(tally) for tally in spot_check.tallies(work)] if ids else []
        span = Span(today - timedelta(days=days - 1), today)
        missing = _missing(work, ids, span)
    counts = wiring.figures()
    waits = counts.waits(span, ids, now)
    told = {
        "missing": missing,
        "days": counts.days(span, ids),
        "waits": waits,
        "tips": counts.tips(span, ids),
    }
    if as_json:
        say_json({"span": span, **told, "alarm": counts.alarm(ids), "spot_check": reread})
        return
    for name, columns in (("missing", MISSING), ("days", DAYS), ("waits", WAITS), ("tips", TIPS)):
        show(plain(told[name]), columns, as_json=False)
    show(reread, REREAD, as_json=False)


def _missing(work: Work, station_ids: Sequence[int], span: Span) -> list[Unheard]:
    end = ledger.as_of(work, training=wiring.store().training)
    return unheard(work, station_ids, datetime.combine(span.first, time(), LOCAL), end)


def _reread(tally: Tally) -> dict[str, object]:
    """What was found so far; the interval is that of the draws `due`, of which so many are `unread`."""
    low, high = spot_check.bounds(wiring.sampling(), tally.due)
    counted = {name: count for name, count in plain(tally.every).items() if name != "kinds"}
    due = {"due": tally.due.drawn, "unread": tally.due.unread, "low": round(low, 4), "high": round(high, 4)}
    return {"model": tally.model, **counted, **due, **plain(tally.every.kinds)}
