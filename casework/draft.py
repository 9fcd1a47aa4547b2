"""What a person has begun to write into a form and not sent: kept for that person alone, gone when sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from casework.errors import Refused
from casework.people import Person
from casework.ports import Work

LONGEST = 20_000
KEPT_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class FormDraft:
    """What stands in one form about one thing, such as "message:17": field by field.

    An empty one was sent or given up; its row serves for the next draft, so that they do not grow.
    """

    officer_id: int
    place: str
    words: Mapping[str, str]
    written_at: datetime
    id: int = field(default=0, compare=False)


def place(subject: str, form: str) -> str:
    """Where a draft belongs: what it is about and in which form."""
    return f"{subject} {form}"


def read(work: Work, person: Person, where: str) -> Mapping[str, str]:
    """What the person wrote there and did not send; nothing of anybody else's."""
    return next((one.words for one in work.find(FormDraft, officer_id=person.id, place=where)), {})


def keep(work: Work, person: Person, where: str, words: Mapping[str, str]) -> FormDraft | None:
    """Keep what stands in the form now; None where there is nothing to keep."""
    said = {name: value for name, value in words.items() if value.strip()}
    if sum(map(len, said.values())) > LONGEST:
        raise Refused(f"draft: longer than {LONGEST} characters; send it, or shorten it")
    mine = work.find(FormDraft, officer_id=person.id)
    here = next((one for one in mine if one.place == where), None)
    if here is None and not said:
        return None
    free = here or next((one for one in mine if _free(one, work.now)), None)
    if free is None:
        return work.add(FormDraft(person.id, where, said, work.now))
    return work.replace(replace(free, place=where, words=said, written_at=work.now))


def drop(work: Work, person: Person, where: str) -> None:
    """It was sent, or given up: its words go."""
    for one in work.find(FormDraft, officer_id=person.id, place=where):
        if one.words:
            work.replace(replace(one, words={}))


def _free(one: FormDraft, now: datetime) -> bool:
    return not one.words or one.written_at + KEPT_FOR < now
