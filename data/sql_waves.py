"""Puts messages that were just judged into the waves that they belong to."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select, update

from casework.labels import Urgency
from data import waves
from data.tables import messages
from data.text_index import one_of
from data.waves import Said

M = messages.c
SAID = (M.id, M.account_id, M.sent_at, M.text, M.version, M.hostile, M.urgency_rank, M.wave)


def join(connection: Connection, message_ids: Sequence[int]) -> None:
    """Compare these messages with one another and with their accounts' latest. No revision is counted: nobody
    who has the message open decides upon anything else."""
    new = _read(connection, select(*SAID).where(one_of(connection, M.id, message_ids)))
    for account_id in sorted({said.account_id for said in new}):
        mine = {said: wave for said, wave in new.items() if said.account_id == account_id}
        known = _known(connection, account_id, list(mine)) if any(map(waves.comparable, mine)) else {}
        stood = {said.id: wave for said, wave in (known | mine).items()}
        for message_id, wave in waves.joined(mine, known).items():
            if stood[message_id] != wave:
                connection.execute(update(messages).where(M.id == message_id).values(wave=wave))


def _known(connection: Connection, account_id: int, new: Sequence[Said]) -> dict[Said, int]:
    """The account's messages in whose wave the new ones may be: judged, in none or the first of theirs."""
    begin, end = waves.around(new)
    near = (M.account_id == account_id, M.sent_at.between(begin, end), M.assessed_version > 0)
    others = (M.id.not_in([said.id for said in new]), func.length(M.text) <= waves.TOO_LONG)
    firsts = select(*SAID).where(*near, *others, or_(M.wave == 0, M.wave == M.id))
    return _read(connection, firsts.order_by(M.sent_at.desc(), M.id.desc()).limit(waves.MOST_KNOWN))


def _read(connection: Connection, query: Select[Any]) -> dict[Said, int]:
    """What was said, and the wave that it stood in."""
    found = {}
    for row in connection.execute(query):
        acute = row.urgency_rank == Urgency.ACUTE.rank
        said = Said(row.id, row.account_id, row.sent_at, row.text, row.version, row.hostile, acute)
        found[said] = row.wave
    return found
