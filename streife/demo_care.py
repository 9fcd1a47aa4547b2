"""How the demo's case officers take on what abuses a colleague."""

from casework import care, notice
from casework.message import Message
from casework.people import Person
from casework.ports import Work
from casework.reading import letter
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
