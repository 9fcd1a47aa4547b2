"""Who may do what to what: the one place where that is decided."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from casework.account import Account
from casework.errors import NotAllowed
from casework.labels import Urgency
from casework.message import Message
from casework.people import Person, Role, Station
from casework.record import GONE_BACK, Case, Handover


class Act(StrEnum):
    """Everything that needs leave."""

    READ_MESSAGE = "read_message"
    DECIDE = "decide"
    ACKNOWLEDGE = "acknowledge"
    ANSWER = "answer"
    HAND_OVER = "hand_over"
    READ_HANDOVER = "read_handover"
    ANSWER_HANDOVER = "answer_handover"
    MOVE_HANDOVER = "move_handover"
    PLAN_LEAVE = "plan_leave"
    OPEN_CASE = "open_case"
    READ_CASE = "read_case"
    WORK_CASE = "work_case"
    EXPORT_CASE = "export_case"
    NOTE_RESULT = "note_result"
    SEE_FIGURES = "see_figures"
    SEE_ACCOUNT = "see_account"
    MANAGE_ACCOUNTS = "manage_accounts"
    MANAGE_PEOPLE = "manage_people"
    READ_AUDIT = "read_audit"
    APPROVE = "approve"
    MANAGE_REPLIES = "manage_replies"


DECIDING = frozenset(
    {
        Act.DECIDE,
        Act.ANSWER,
        Act.HAND_OVER,
        Act.ANSWER_HANDOVER,
        Act.MOVE_HANDOVER,
        Act.OPEN_CASE,
        Act.WORK_CASE,
        Act.APPROVE,
        Act.ACKNOWLEDGE,
    }
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A message seen with what decides about access: its account and its hand-overs.

    Where it abuses an officer (`abused_id`: whose account it was when it came): `carers` are the active
    case officers who take it on, and `asked` whether she or he wishes to see it all the same.
    `called` are pairs of officer and station: whom an emergency that nobody acknowledged was told.
    """

    message: Message
    account: Account
    handovers: tuple[Handover, ...] = ()
    case_ids: tuple[int, ...] = ()
    carers: tuple[int, ...] = ()
    asked: bool = False
    called: tuple[tuple[int, int], ...] = ()
    abused_id: int | None = None


Thing = Letter | Handover | Case | Account | Station
Rule = Callable[[Person, Any], bool]


def may(person: Person, act: Act, thing: Thing) -> bool:
    """Whether this person may do this to that; inactive people may do nothing."""
    if not person.officer.active:
        return False
    if person.operator:
        return act not in DECIDING
    rule = _RULES.get((act, type(thing)))
    return rule is not None and rule(person, thing)


def demand(person: Person, act: Act, thing: Thing) -> None:
    """Raise NotAllowed unless the person may."""
    if not may(person, act, thing):
        raise NotAllowed(f"{person.login} may not {act.value} here; ask your administrator for the role")


def oversees(person: Person) -> bool:
    """Whether the person answers for how the machine works: a supervisor or administrator anywhere."""
    heads = person.stations(Role.SUPERVISOR, Role.ADMINISTRATOR)
    return person.officer.active and (person.operator or bool(heads))


def owns(person: Person, account: Account) -> bool:
    """Whether this is the person's own account and he or she is still an officer there."""
    held = person.has(Role.OFFICER, account.station_id) or person.has(
        Role.CONTACT_OFFICER, account.station_id
    )
    return account.officer_id == person.id and held


def spared(person: Person, letter: Letter) -> bool:
    """Whether it is abuse aimed at this very person, which somebody else has taken on."""
    return letter.message.aimed and letter.abused_id == person.id and bool(letter.carers)


def receives(person: Person) -> bool:
    """Whether hand-overs are this person's to read and answer: a contact officer, wherever."""
    return bool(person.stations(Role.CONTACT_OFFICER))


def _received(person: Person, letter: Letter) -> bool:
    """Handed over to this person, a contact officer still, and neither given back nor passed on."""
    return receives(person) and any(
        h.to_id == person.id and h.state not in GONE_BACK for h in letter.handovers
    )


def _case_matter(person: Person, letter: Letter) -> bool:
    flagged = bool(letter.message.hostility) or bool(letter.case_ids)
    return flagged and person.has(Role.CASE_OFFICER, letter.account.station_id)


def _called(person: Person, letter: Letter) -> bool:
    """Alarmed because nobody acknowledged this very message, and still at that station."""
    return any(who == person.id and where in person.stations(*Role) for who, where in letter.called)


def _read_message(person: Person, letter: Letter) -> bool:
    given = _received(person, letter) or _called(person, letter)
    if spared(person, letter):
        return given or (letter.asked and owns(person, letter.account))
    return given or owns(person, letter.account) or _case_matter(person, letter)


def _decide(person: Person, letter: Letter) -> bool:
    """Nobody decides about abuse of herself or himself, unless it is an emergency that was asked for."""
    if spared(person, letter):
        acute = letter.message.urgency is Urgency.ACUTE
        return acute and letter.asked and owns(person, letter.account)
    return owns(person, letter.account) or _case_matter(person, letter)


def _answer(person: Person, letter: Letter) -> bool:
    """Nobody speaks in another's name: an account is personal."""
    return owns(person, letter.account) and _read_message(person, letter)


def _answer_handover(person: Person, handover: Handover) -> bool:
    return handover.to_id == person.id and receives(person)


def _read_case(person: Person, case: Case) -> bool:
    """Whoever opened it reads on while at the station: more is bound into it later."""
    here = case.station_id in person.stations(*Role)
    return _work_case(person, case) or (case.opened_by == person.id and here)


def _work_case(person: Person, case: Case) -> bool:
    return person.has(Role.CASE_OFFICER, case.station_id)


def _see_account(person: Person, account: Account) -> bool:
    overseer = person.has(Role.ADMINISTRATOR, account.station_id) or person.has(
        Role.SUPERVISOR, account.station_id
    )
    return overseer or account.officer_id == person.id


def _see_handover(person: Person, handover: Handover) -> bool:
    return handover.from_id == person.id or _answer_handover(person, handover)


def _at_station(*roles: Role) -> Rule:
    return lambda person, station: station.id in person.stations(*roles)


_RULES: dict[tuple[Act, type[Thing]], Rule] = {
    (Act.READ_MESSAGE, Letter): _read_message,
    (Act.DECIDE, Letter): _decide,
    (Act.ACKNOWLEDGE, Letter): _read_message,
    (Act.ANSWER, Letter): _answer,
    (Act.HAND_OVER, Letter): _decide,
    (Act.OPEN_CASE, Letter): _decide,
    (Act.READ_HANDOVER, Handover): _see_handover,
    (Act.ANSWER_HANDOVER, Handover): _answer_handover,
    (Act.MOVE_HANDOVER, Station): _at_station(Role.SUPERVISOR),
    (Act.PLAN_LEAVE, Station): _at_station(Role.SUPERVISOR, Role.ADMINISTRATOR),
    (Act.READ_CASE, Case): _read_case,
    (Act.WORK_CASE, Case): _work_case,
    (Act.EXPORT_CASE, Case): _work_case,
    (Act.NOTE_RESULT, Case): _work_case,
    (Act.SEE_ACCOUNT, Account): _see_account,
    (Act.SEE_FIGURES, Station): _at_station(Role.SUPERVISOR),
    (Act.MANAGE_ACCOUNTS, Station): _at_station(Role.ADMINISTRATOR),
    (Act.MANAGE_PEOPLE, Station): _at_station(Role.ADMINISTRATOR),
    (Act.READ_AUDIT, Station): _at_station(Role.ADMINISTRATOR),
    (Act.APPROVE, Station): _at_station(Role.OFFICER, Role.CONTACT_OFFICER, Role.CASE_OFFICER),
    (Act.MANAGE_REPLIES, Station): _at_station(Role.SUPERVISOR, Role.ADMINISTRATOR),
}
