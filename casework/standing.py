"""A list that was drawn, as its messages stand now: the same order, and only what may still be read."""

from collections.abc import Sequence

from casework.account import Account
from casework.message import Message
from casework.people import Person
from casework.ports import Work
from casework.record import CaseItem
from casework.worklist import scope_of


def again(work: Work, person: Person, ids: Sequence[int]) -> list[Message]:
    """These messages as they stand now, in the given order; what the person may not read (any more) is left
    out. Agrees with casework.worklist.scope_of."""
    found = {m.id: m for m in work.find(Message, id=list(ids))} if ids else {}
    scope = scope_of(work, person)
    own = {m.id for m in found.values() if m.account_id in scope.account_ids or m.id in scope.message_ids}
    own |= _flagged(work, [m for m in found.values() if m.id not in own], scope.flagged_station_ids)
    return [found[i] for i in ids if i in own]


def _flagged(work: Work, messages: Sequence[Message], station_ids: frozenset[int]) -> set[int]:
    """Ids of those that are hostile or in a case, at these stations."""
    if not messages or not station_ids:
        return set()
    accounts = work.find(Account, id=sorted({m.account_id for m in messages}))
    here = {a.id for a in accounts if a.station_id in station_ids}
    in_case = {i.message_id for i in work.find(CaseItem, message_id=[m.id for m in messages])}
    return {m.id for m in messages if m.account_id in here and (m.hostility or m.id in in_case)}
