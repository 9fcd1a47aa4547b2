"""Puts messages that were just judged into the waves that they belong to."""

from collections.abc import Sequence

from sqlalchemy import Connection, or_, select, update

from casework.message import Message
from data import waves
from data.records import fetch
from data.tables import messages
from data.text_index import one_of

M = messages.c


def join(connection: Connection, message_ids: Sequence[int]) -> None:
    """Compare these messages with one another and with their accounts' latest. No revision is counted: nobody
    who has the message open decides upon anything else."""
    new = fetch(connection, Message, select(messages).where(one_of(connection, M.id, message_ids)))
    for account_id in sorted({m.account_id for m in new}):
        mine = [m for m in new if m.account_id == account_id]
        known = _known(connection, account_id, mine) if any(map(waves.comparable, mine)) else []
        stood = {m.id: m.wave for m in [*known, *mine]}
        for message_id, wave in waves.joined(mine, known).items():
            if stood[message_id] != wave:
                connection.execute(update(messages).where(M.id == message_id).values(wave=wave))


def _known(connection: Connection, account_id: int, new: Sequence[Message]) -> list[Message]:
    """The account's messages in whose wave the new ones may be: judged, in none or the first of theirs."""
    begin, end = waves.around(new)
    near = (M.account_id == account_id, M.sent_at.between(begin, end), M.assessed_version > 0)
    firsts = select(messages).where(*near, or_(M.wave == 0, M.wave == M.id), M.id.not_in([m.id for m in new]))
    return fetch(connection, Message, firsts.order_by(M.sent_at.desc(), M.id.desc()).limit(waves.MOST_KNOWN))
