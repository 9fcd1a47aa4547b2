"""All hand-overs of one person, read once, with the messages they are about."""

from dataclasses import dataclass
from datetime import datetime

from casework.message import Message
from casework.people import Person
from casework.ports import Work
from casework.record import Handover, HandoverState
from dashboard.parts.around import Around, around

ENDED_SHOWN = 8
SENT_SHOWN = 30


@dataclass(frozen=True, slots=True)
class HandoverDesk:
    """Hand-overs to and from the person; only messages that are shown are read."""

    mine: tuple[Handover, ...]
    sent: tuple[Handover, ...]
    messages: dict[int, Message]
    around: Around

    @property
    def waiting(self) -> list[Handover]:
        """What nobody answered yet, the earliest deadline first."""
        return self._mine(HandoverState.WAITING)

    @property
    def accepted(self) -> list[Handover]:
        """What the person is working on, the earliest deadline first."""
        return self._mine(HandoverState.ACCEPTED)

    def _mine(self, state: HandoverState) -> list[Handover]:
        return sorted((h for h in self.mine if h.state is state), key=lambda h: h.due_at)


def read(work: Work, person: Person) -> HandoverDesk:
    """Read them; whoever shows the messages' words logs that first (`shown.log`)."""
    mine = tuple(work.find(Handover, to_id=person.id))
    sent = tuple(sorted(work.find(Handover, from_id=person.id), key=_latest, reverse=True)[:SENT_SHOWN])
    kept = (HandoverState.WAITING, HandoverState.ACCEPTED)
    ended = sorted((h for h in mine if h.state is HandoverState.DONE), key=_latest, reverse=True)
    concerned = [*(h for h in mine if h.state in kept), *ended[:ENDED_SHOWN], *sent]
    ids = sorted({h.message_id for h in concerned})
    messages = {m.id: m for m in work.find(Message, id=ids)} if ids else {}
    people = {i for h in concerned for i in (h.from_id, h.to_id)}
    return HandoverDesk(mine, sent, messages, around(work, person, messages.values(), people))


def _latest(handover: Handover) -> datetime:
    return handover.ended_at or handover.answered_at or handover.handed_over_at
