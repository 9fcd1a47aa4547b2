"""How the demo's officers read the spot check again: on Mondays, finding what the recording expects."""

from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from casework import decision, reading, spot_check
from casework.account import Account
from casework.assessment import urgency_of
from casework.clocks import LOCAL
from casework.labels import Hostility, Intent, Target, Urgency
from casework.message import Message
from casework.ports import Work
from casework.record import SpotCheck
from streife import demo_script, identity

Labels = tuple[Intent, tuple[Hostility, ...], Target]


def monday(moment: datetime) -> date:
    """The Monday of the moment's week (local)."""
    day = moment.astimezone(LOCAL).date()
    return day - timedelta(days=day.weekday())


def monday_morning(work: Work, model: str) -> None:
    """Read again what waits from the week before, then draw for the week that ended; that waits a week."""
    for check in work.find(SpotCheck, answer=None):
        message = work.get(Message, check.message_id)
        if message.version == check.version:
            _read_again(work, message)
    spot_check.top_up(work, model)


def _read_again(work: Work, message: Message) -> None:
    owner = identity.person(work, work.get(Account, message.account_id).officer_id)
    reading.look(work, owner, message.id)
    intent, hostility, target = _expected()[message.native_id]
    if urgency_of(intent, hostility) is Urgency.ROUTINE and not hostility:
        decision.confirm_harmless(work, owner, message.id)
        return
    decision.correct(
        work,
        owner,
        message.id,
        intent=intent,
        hostility=hostility,
        target=target,
        reason=demo_script.MISSED,
    )
    if intent is Intent.EMERGENCY:
        decision.acknowledge(work, owner, message.id, demo_script.SETTLED)


@cache
def _expected() -> dict[str, Labels]:
    return {f"demo-{line['id']}": _labels(line["expect"]) for line in demo_script.lines()}


def _labels(told: dict[str, Any]) -> Labels:
    hostility = tuple(Hostility(one) for one in told["hostility"])
    return Intent(told["intent"]), hostility, Target(told["target"])
