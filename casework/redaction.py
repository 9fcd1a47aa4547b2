"""Which words of third persons are to be blackened in a case's report and table; the original stays sealed.

The blackening itself is done where the report is made. The words never stand in the audit log: its entries go
into the package.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from casework import binding, blackening
from casework.errors import Refused
from casework.message import Version
from casework.people import Person
from casework.ports import Work
from casework.record import Case
from casework.roles import Act, demand

SHORTEST, LONGEST = 2, 300


@dataclass(frozen=True, slots=True)
class Redaction:
    """A term to be blackened wherever it stands in a case, by whom and why; lifted, it stays on record."""

    case_id: int
    term: str
    reason: str
    officer_id: int
    begun_at: datetime
    lifted_at: datetime | None = None
    lifted_by: int | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)


def redact(work: Work, person: Person, case_id: int, term: str, reason: str) -> Redaction:
    """Have a term blackened wherever it stands in the case's report and table.

    Raises Refused for a term too short or too long, without a reason, or one that is on the list already.
    """
    case = work.get(Case, case_id)
    demand(person, Act.WORK_CASE, case)
    return _add(work, person, Redaction(case_id, _one_line(term), reason.strip(), person.id, work.now))


def lift(work: Work, person: Person, redaction_id: int, reason: str) -> Redaction:
    """Show the words again in later exports; what was blackened stays on record."""
    redaction = work.get(Redaction, redaction_id)
    demand(person, Act.WORK_CASE, work.get(Case, redaction.case_id))
    if redaction.lifted_at:
        raise Refused(f"redaction {redaction_id}: was lifted already")
    if not reason.strip():
        raise Refused("reason: empty; say why the words may be read again")
    lifted = work.replace(replace(redaction, lifted_at=work.now, lifted_by=person.id))
    told = {"redaction": lifted.id, "reason": reason.strip()}
    work.record(person.login, "redaction_lifted", f"case:{lifted.case_id}", told)
    return lifted


def standing(work: Work, case_id: int) -> list[Redaction]:
    """What is to be blackened in the case's next export, by id."""
    return work.find(Redaction, case_id=case_id, lifted_at=None)


def terms(work: Work, case_id: int) -> tuple[str, ...]:
    """The words of it, each once, the longest first: a name before its parts."""
    return tuple(sorted({one.term for one in standing(work, case_id)}, key=lambda t: (-len(t), t)))


def places(work: Work, person: Person, case_id: int, wanted: Sequence[str]) -> list[int]:
    """In how many places of the secured messages, all their versions, each of these terms is blackened."""
    demand(person, Act.READ_CASE, work.get(Case, case_id))
    if not wanted:
        return []
    texts = _texts(work, case_id)
    return [sum(_met(text, one) for text in texts) for one in wanted]


def near(work: Work, person: Person, case_id: int) -> list[str]:
    """Words of the secured messages, all their versions, that stay readable and hold a part of a term.

    Each stands there once. Nobody but a human can tell whether they, too, mean a third person.
    """
    demand(person, Act.READ_CASE, work.get(Case, case_id))
    listed = terms(work, case_id)
    if not listed:
        return []
    found = (word for text in _texts(work, case_id) for word in blackening.near(text, listed))
    return list({_folded(word): word for word in found}.values())


def _texts(work: Work, case_id: int) -> list[str]:
    items = binding.items(work, case_id=case_id)
    return [version.text for version in work.find(Version, message_id=[item.message_id for item in items])]


def _met(text: str, term: str) -> int:
    return blackening.blacken(text, [term]).count(blackening.BAR) - text.count(blackening.BAR)


def _add(work: Work, person: Person, redaction: Redaction) -> Redaction:
    if not SHORTEST <= len(redaction.term) <= LONGEST:
        raise Refused(f"term: must have {SHORTEST} to {LONGEST} characters")
    if not redaction.reason:
        raise Refused("reason: empty; say whose data this is and why the recipient does not need it")
    if any(_folded(one.term) == _folded(redaction.term) for one in standing(work, redaction.case_id)):
        raise Refused("term: is on the list already")
    added = work.add(redaction)
    work.record(person.login, "redaction_added", f"case:{added.case_id}", {"redaction": added.id})
    return added


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _folded(words: str) -> str:
    return _one_line(words).casefold()
