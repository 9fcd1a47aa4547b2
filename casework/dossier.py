"""A dossier: everything that the package of a case will say, gathered in one transaction and logged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from secrets import token_hex
from typing import Protocol, TypeVar

from casework.account import Account
from casework.annex import Annex
from casework.assessment import Assessment
from casework.media import Secured, with_bytes
from casework.message import Message, Version
from casework.people import Officer, Person, Station
from casework.ports import Work
from casework.record import AuditEntry, Case, CaseItem, Decision
from casework.roles import Act, demand

RUN_ID_BYTES = 4


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One message of the case with all that is known of it; `item` says which version was secured.

    `media` are its attachments that were secured, with their bytes.
    """

    item: CaseItem
    message: Message
    account: Account
    versions: tuple[Version, ...]
    assessments: tuple[Assessment, ...] = ()
    decisions: tuple[Decision, ...] = ()
    media: tuple[Secured, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """An officer as a package names him or her."""

    login: str
    name: str


@dataclass(frozen=True, slots=True)
class TreeHead:
    """The audit log at export: number of entries, and the RFC 6962 root (hex) over them."""

    size: int
    root: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """What a package says; the same dossier always makes the same bytes.

    `people` holds everybody whose id occurs; `audit` the entries that concern the case, by sequence
    number, the export itself last; `run` tells two exports of one case apart; `annex` is what letter and
    report say besides.
    """

    case: Case
    station: Station
    exhibits: tuple[Exhibit, ...]
    people: Mapping[int, Member]
    audit: tuple[AuditEntry, ...]
    head: TreeHead
    exporter: str
    exported_at: datetime
    run: str
    training: bool = False
    annex: Annex = field(default_factory=Annex)


def gather(work: Work, person: Person, case_id: int, *, training: bool = False) -> Dossier:
    """Everything about one case; the export is logged as a read of each of its messages.

    `training` is the store's: a package of training data says so on its face.
    Raises NotAllowed and NotFound.
    """
    case = work.get(Case, case_id)
    demand(person, Act.EXPORT_CASE, case)
    exhibits = _exhibits(work, case_id)
    run = token_hex(RUN_ID_BYTES)
    ids = [one.message.id for one in exhibits]
    last = work.record(person.login, "case_exported", f"case:{case_id}", {"messages": ids, "run": run})
    return Dossier(
        case=case,
        station=work.get(Station, case.station_id),
        exhibits=exhibits,
        people=_people(work, case, exhibits),
        audit=_entries(work, case_id, ids),
        head=TreeHead(last.seq, last.root),
        exporter=person.login,
        exported_at=work.now,
        run=run,
        training=training,
    )


def _exhibits(work: Work, case_id: int) -> tuple[Exhibit, ...]:
    items = work.find(CaseItem, case_id=case_id)
    ids = [item.message_id for item in items]
    messages = {m.id: m for m in work.find(Message, id=ids)}
    accounts = {a.id: a for a in work.find(Account, id=sorted({m.account_id for m in messages.values()}))}
    versions = _by_message(work.find(Version, message_id=ids))
    assessments = _by_message(work.find(Assessment, message_id=ids))
    decisions = _by_message(work.find(Decision, message_id=ids))
    attached = with_bytes(work, ids)
    return tuple(
        Exhibit(
            item,
            messages[item.message_id],
            accounts[messages[item.message_id].account_id],
            versions[item.message_id],
            assessments.get(item.message_id, ()),
            decisions.get(item.message_id, ()),
            attached.get(item.message_id, ()),
        )
        for item in items
    )


def _people(work: Work, case: Case, exhibits: Sequence[Exhibit]) -> dict[int, Member]:
    ids = {case.opened_by}
    for one in exhibits:
        ids |= {one.item.added_by, one.account.officer_id, *(d.officer_id for d in one.decisions)}
        ids |= {kept.media.fetched_by for kept in one.media}
    return {o.id: Member(o.login, o.name) for o in work.find(Officer, id=sorted(ids))}


def _entries(work: Work, case_id: int, message_ids: Sequence[int]) -> tuple[AuditEntry, ...]:
    found = {e.seq: e for e in work.audit_of(f"case:{case_id}")}
    for message_id in message_ids:
        found |= {e.seq: e for e in work.touching(message_id)}
    return tuple(found[seq] for seq in sorted(found))


class _OfMessage(Protocol):
    @property
    def message_id(self) -> int: ...


M = TypeVar("M", bound=_OfMessage)


def _by_message(records: Sequence[M]) -> dict[int, tuple[M, ...]]:
    sorted_out: dict[int, list[M]] = {}
    for record in records:
        sorted_out.setdefault(record.message_id, []).append(record)
    return {message_id: tuple(own) for message_id, own in sorted_out.items()}
