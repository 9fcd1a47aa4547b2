"""Which of a case's messages go into a package, and how many of them are sorted so that one can pick."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from casework.errors import Refused
from casework.hints import likely
from casework.labels import Target
from casework.message import Message
from casework.record import Case, CaseItem, PersonRole


@dataclass(frozen=True, slots=True)
class Group:
    """Messages of a case that raise the same sections of StGB for the same entitled person.

    `hints` may be empty: then no section is likely, or nobody judged the message hostile.
    """

    hints: tuple[str, ...]
    person: str
    message_ids: tuple[int, ...]


def grouped(
    case: Case, items: Iterable[CaseItem], messages: Mapping[int, Message], owners: Mapping[int, str]
) -> list[Group]:
    """The case's messages by offence hint and entitled person, the most first; each stands once.

    `owners` are the officers' names by account. A hint counts where the case names it, else where it is
    likely. What is aimed at an account's officer entitles that officer, all else the case's person.
    """
    found: dict[tuple[tuple[str, ...], str], list[int]] = {}
    for item in items:
        message = messages[item.message_id]
        fitting = likely(message.hostility)
        named = tuple(hint for hint in fitting if hint in case.hints) or fitting
        found.setdefault((named, _entitled(case, message, owners)), []).append(message.id)
    groups = [Group(hints, person, tuple(ids)) for (hints, person), ids in found.items()]
    return sorted(groups, key=lambda g: (not g.hints, -len(g.message_ids), g.hints, g.person))


def picked(case: Case, items: Sequence[CaseItem], only: Collection[int] | None) -> list[CaseItem]:
    """The items of the picked messages in the case's order; all of them where nothing is said.

    Raises Refused when nothing is picked, or something that is not in the case, or the case is empty.
    """
    if not items:
        raise Refused(f"case {case.number}: holds no message any more; bind one before you export it")
    if only is None:
        return list(items)
    strange = sorted(set(only) - {item.message_id for item in items})
    if strange:
        raise Refused(f"message {strange[0]}: is not in case {case.number}; pick from its own")
    if not only:
        raise Refused(f"case {case.number}: no message picked; a package needs at least one")
    return [item for item in items if item.message_id in only]


def _entitled(case: Case, message: Message, owners: Mapping[int, str]) -> str:
    at_officer = case.person_role is PersonRole.OFFICER and message.target is Target.OFFICER
    return owners.get(message.account_id, case.entitled_person) if at_officer else case.entitled_person
