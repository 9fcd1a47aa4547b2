"""Which pages there are, and which roles may open them."""

from dataclasses import dataclass

from casework.people import Person, Role
from casework.roles import Act

DESK = frozenset({Role.OFFICER, Role.CONTACT_OFFICER, Role.CASE_OFFICER})
HEARERS = frozenset({Role.OFFICER, Role.CONTACT_OFFICER, Role.SUPERVISOR, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Door:
    """A page: its file in app_pages, icon and address, what it lets one do, and who may open it."""

    name: str
    icon: str
    path: str
    act: Act
    roles: frozenset[Role]


DOORS = (
    Door("triage", "inbox", "triage", Act.READ_MESSAGE, DESK),
    Door("handovers", "move_to_inbox", "uebergaben", Act.READ_HANDOVER, DESK | {Role.SUPERVISOR}),
    Door("cases", "shield_person", "faelle", Act.READ_CASE, DESK),
    Door("figures", "monitoring", "resonanz", Act.SEE_FIGURES, frozenset({Role.SUPERVISOR})),
    Door("accounts", "sensors", "konten", Act.SEE_ACCOUNT, HEARERS),
    Door("audit", "policy", "protokoll", Act.READ_AUDIT, frozenset({Role.ADMINISTRATOR})),
    Door("judgement", "balance", "urteil", Act.SEE_ACCOUNT, frozenset(Role)),
    Door("help", "help", "hilfe", Act.SEE_ACCOUNT, frozenset(Role)),
)


def may_open(person: Person, door: Door) -> bool:
    """Whether any of the person's roles opens the door; each thing behind it is checked again."""
    return person.officer.active and bool(person.stations(*door.roles))


def first(person: Person) -> Door:
    """Where the person begins: the first page that opens, else the help page."""
    return next((door for door in DOORS if may_open(person, door)), DOORS[-1])
