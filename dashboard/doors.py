"""Which pages there are, and which roles may open them."""

from dataclasses import dataclass

from casework.people import Person, Role
from casework.roles import Act

DESK = frozenset({Role.OFFICER, Role.CONTACT_OFFICER, Role.CASE_OFFICER})
CALLED_TO = "triage"
HEARERS = frozenset({Role.OFFICER, Role.CONTACT_OFFICER, Role.SUPERVISOR, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Door:
    """A page: its file in app_pages, icon and address, what it lets one do, and who may open it.

    One that is not `listed` is reached from the account's menu alone.
    """

    name: str
    icon: str
    path: str
    act: Act
    roles: frozenset[Role]
    listed: bool = True


DOORS = (
    Door("triage", "inbox", "triage", Act.READ_MESSAGE, DESK),
    Door("handovers", "move_to_inbox", "uebergaben", Act.READ_HANDOVER, DESK | {Role.SUPERVISOR}),
    Door("cases", "shield_person", "faelle", Act.READ_CASE, DESK),
    Door("figures", "monitoring", "resonanz", Act.SEE_FIGURES, frozenset({Role.SUPERVISOR})),
    Door("accounts", "sensors", "konten", Act.SEE_ACCOUNT, HEARERS),
    Door("audit", "policy", "protokoll", Act.READ_AUDIT, frozenset({Role.ADMINISTRATOR})),
    Door("station", "apartment", "dienststelle", Act.MANAGE_PEOPLE, frozenset({Role.ADMINISTRATOR})),
    Door("judgement", "balance", "urteil", Act.SEE_ACCOUNT, frozenset(Role)),
    Door("mine", "volunteer_activism", "fuer-mich", Act.SEE_ACCOUNT, frozenset(Role), listed=False),
    Door("help", "help", "hilfe", Act.SEE_ACCOUNT, frozenset(Role)),
)


def may_open(person: Person, door: Door, *, called: bool = False) -> bool:
    """Whether any of the person's roles opens the door; each thing behind it is checked again.

    Whoever was `called` to an emergency finds it in triage, and nothing else there.
    """
    mine = bool(person.stations(*door.roles)) or (called and door.name == CALLED_TO)
    return person.officer.active and mine


def first(person: Person) -> Door:
    """Where the person begins: the first page that opens, else the help page."""
    return next((door for door in DOORS if may_open(person, door)), DOORS[-1])
