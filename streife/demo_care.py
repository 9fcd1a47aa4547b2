"""How the demo's case officers take on what abuses a colleague, and what prosecutors made of it."""

from collections.abc import Mapping

from casework import care, notice, outcome
from casework.message import Message
from casework.outcome import PENDING, ProsecutionState, Told
from casework.people import Person
from casework.ports import Work
from casework.reading import letter
from casework.record import Case, NoticeKind
from casework.roles import spared
from streife import identity


def carer(work: Work, person: Person, message: Message) -> Person | None:
    """Who acts in the place of this person, from whom the message is kept; None where it is not."""
    found = letter(work, message.id)
    if not spared(person, found):
        return None
    return identity.person(work, found.carers[message.id % len(found.carers)])


def tell(work: Work, person: Person, message: Message) -> None:
    """A case officer who reads a threat talks to the officer, who has seen the notice by now."""
    if message.id not in {one.id for one in care.untold(work, person)}:
        return
    talk = care.tell(work, person, message.id)
    officer = identity.person(work, talk.officer_id)
    for told in notice.unseen(work, officer):
        notice.mark_seen(work, officer, told.id)


def came_back(work: Work, person: Person, case_id: int, told: Mapping[str, str]) -> None:
    """A case officer notes what the prosecutor wrote; whom the case is about has read of it by now."""
    state = ProsecutionState(told["state"])
    day = "" if state in PENDING else f"{work.now:%Y-%m-%d}"
    outcome.note(work, person, case_id, Told(told["file_number"], told["office"], state, told["words"], day))
    for officer_id in outcome.concerned(work, work.get(Case, case_id)):
        officer = identity.person(work, officer_id)
        for one in notice.unseen(work, officer):
            if one.kind is NoticeKind.CASE_RESULT:
                notice.mark_seen(work, officer, one.id)
