"""A list that was drawn, as its messages stand now: the same order, and only what may still be read."""

from collections.abc import Sequence

from casework.message import Message
from casework.people import Person
from casework.ports import Work
from casework.reading import letters
from casework.roles import Act, may


def again(work: Work, person: Person, ids: Sequence[int]) -> list[Message]:
    """These messages as they stand now, in the given order; what the person may not read (any more) is left
    out."""
    found = {m.id: m for m in work.find(Message, id=list(ids))} if ids else {}
    here = letters(work, [found[i] for i in ids if i in found])
    return [one.message for one in here if may(person, Act.READ_MESSAGE, one)]
