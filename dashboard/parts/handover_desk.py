"""All hand-overs of one person, read once, with the messages they are about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from casework import reading
from casework.beat import Beat
from casework.message import Message
from casework.people import Person
from casework.ports import Work
from casework.record import ON_ITS_WAY, Handover, HandoverState, Question
from casework.roles import Act, may, receives
from dashboard.parts.around import Around, around
from dashboard.parts.handover_watch import Watch
from dashboard.parts.handover_watch import read as read_watch

ENDED_SHOWN = 8
SENT_SHOWN = 30


@dataclass(frozen=True, slots=True)
class HandoverDesk:
    """Hand-overs to and from the person; only messages that are shown are read."""

    mine: tuple[Handover, ...]
    sent: tuple[Handover, ...]
    messages: dict[int, Message]
    around: Around
    questions: dict[int, tuple[Question, ...]]
    beats: dict[int, Beat]
    watch: Watch

    @property
    def waiting(self) -> list[Handover]:
        """What nobody answered yet, the earliest deadline first."""
        return self._mine(HandoverState.WAITING)

    @property
    def accepted(self) -> list[Handover]:
        """What the person is working on, the earliest deadline first."""
        return self._mine(HandoverState.ACCEPTED)

    @property
    def asked(self) -> list[Handover]:
        """What the person asked back about, and what was asked back about his or her own."""
        return self._mine(HandoverState.ASKED)

    def _mine(self, state: HandoverState) -> list[Handover]:
        return sorted((h for h in self.mine if h.state is state), key=lambda h: h.due_at)


def read(work: Work, person: Person) -> HandoverDesk:
    """Read them; whoever shows the messages' words logs that first (`shown.log`).

    Of what was given away only what the person may still read: who left a station reads nothing of it there.
    """
    mine = tuple(work.find(Handover, to_id=person.id)) if receives(person) else ()
    sent = tuple(sorted(work.find(Handover, from_id=person.id), key=_latest, reverse=True)[:SENT_SHOWN])
    ended = sorted((h for h in mine if h.state is HandoverState.DONE), key=_latest, reverse=True)
    concerned = [*(h for h in mine if h.state in ON_ITS_WAY), *ended[:ENDED_SHOWN], *sent]
    ids = sorted({h.message_id for h in concerned})
    found = reading.letters(work, work.find(Message, id=ids)) if ids else []
    messages = {one.message.id: one.message for one in found if may(person, Act.READ_MESSAGE, one)}
    sent = tuple(h for h in sent if h.message_id in messages)
    concerned = [h for h in concerned if h.message_id in messages]
    people = {i for h in concerned for i in (h.from_id, h.to_id)}
    questions = _questions(work, [h.id for h in concerned])
    beat_ids = sorted({m.beat_id for m in messages.values() if m.beat_id})
    beats = {b.id: b for b in work.find(Beat, id=beat_ids)} if beat_ids else {}
    people |= {q.answered_by for found in questions.values() for q in found if q.answered_by}
    round_about = around(work, person, messages.values(), people)
    return HandoverDesk(mine, sent, messages, round_about, questions, beats, read_watch(work, person))


def _questions(work: Work, ids: Sequence[int]) -> dict[int, tuple[Question, ...]]:
    found = work.find(Question, handover_id=ids) if ids else []
    return {i: tuple(q for q in found if q.handover_id == i) for i in {q.handover_id for q in found}}


def _latest(handover: Handover) -> datetime:
    return handover.ended_at or handover.answered_at or handover.handed_over_at
