"""How an emergency makes itself heard in an officer's browser: a sound, and a number in the tab's title."""

from dataclasses import dataclass, field, replace

from casework.people import Person
from casework.ports import Work


@dataclass(frozen=True, slots=True)
class Signals:
    """One officer's own setting; whoever set nothing has both."""

    officer_id: int
    sound: bool = True
    badge: bool = True
    revision: int = 1
    id: int = field(default=0, compare=False)


def of(work: Work, person: Person) -> Signals:
    """The person's setting."""
    kept = work.find(Signals, officer_id=person.id)
    return kept[0] if kept else Signals(person.id)


def choose(work: Work, person: Person, *, sound: bool, badge: bool) -> Signals:
    """Set it; the audit log has it, as it matters who could have heard an emergency."""
    before = of(work, person)
    changed = replace(before, sound=sound, badge=badge)
    after = work.replace(changed) if before.id else work.add(changed)
    told = {"sound": sound, "badge": badge}
    work.record(person.login, "setting_changed", f"officer:{person.id}", told)
    return after
