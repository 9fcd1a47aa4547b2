"""A dossier: everything that the package of a case will say, gathered in one transaction and logged."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from secrets import token_hex
from typing import Protocol, TypeVar

from casework import application, binding, elements, redaction, selection
from casework.account import Account
from casework.annex import Annex
from casework.application import Application
from casework.assessment import Assessment
from casework.elements import ElementCheck
from casework.media import Secured, with_bytes
from casework.message import Message, Version
from casework.people import Officer, Person, Station
from casework.ports import Work
from casework.record import AuditEntry, Case, CaseItem, Decision
from casework.roles import Act, demand
from casework.surroundings import Captured, captured, first_seen, threads

RUN_ID_BYTES = 4
Body = Callable[[int], bytes]


def _no_body(_: int) -> bytes:
    """What is missing has not the bytes that were secured, so that nobody exports it unnoticed."""
    return b""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One message of the case with all that is known of it; `item` says which version was secured.

    `media` are its attachments that were secured, with their bytes; `captures` all orders to capture its page
    with their files, without bytes (`Dossier.body`). `context` is its thread as far as we hold it, by time,
    `first_seen_by` the login of whoever opened it first, "" where nobody did.
    """

    item: CaseItem
    message: Message
    account: Account
    versions: tuple[Version, ...]
    assessments: tuple[Assessment, ...] = ()
    decisions: tuple[Decision, ...] = ()
    media: tuple[Secured, ...] = ()
    captures: tuple[Captured, ...] = ()
    context: tuple[Message, ...] = ()
    first_seen_by: str = ""


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

    `proofs` says of each entry of `audit`, by number, how it lies in the tree of `head` (casework.custody).
    `people` holds everybody whose id occurs; `audit` the entries that concern the case, by sequence
    number, the export itself last; `run` tells two exports of one case apart. `body` reads the bytes of one
    file of a capture by its id, in a transaction of its own: all of them together need not fit into memory.
    `redactions` are third persons' words to be blackened in report and table, the longest first; `left_out`
    is how many of the case's messages were not picked for this package; `applications` and `checks` are all
    of the case's, the ended ones and the whole history; `annex` is what letter and report say besides.
    """

    case: Case
    station: Station
    exhibits: tuple[Exhibit, ...]
    people: Mapping[int, Member]
    audit: tuple[AuditEntry, ...]
    head: TreeHead
    proofs: Mapping[int, tuple[str, ...]]
    exporter: str
    exported_at: datetime
    run: str
    training: bool = False
    body: Body = field(default=_no_body, compare=False)
    redactions: tuple[str, ...] = ()
    left_out: int = 0
    applications: tuple[Application, ...] = ()
    checks: tuple[ElementCheck, ...] = ()
    annex: Annex = field(default_factory=Annex)


def gather(
    work: Work,
    person: Person,
    case_id: int,
    *,
    training: bool = False,
    body: Body = _no_body,
    only: Collection[int] | None = None,
) -> Dossier:
    """Everything about one case, and the proofs of its entries, in one transaction; raises as `collect`."""
    return prove(work, collect(work, person, case_id, training=training, body=body, only=only))


def prove(work: Work, dossier: Dossier) -> Dossier:
    """The dossier with the proofs of its entries: all leaves of the log are read, so better in a view."""
    seqs = [entry.seq for entry in dossier.audit]
    return replace(dossier, proofs=work.proofs(seqs, dossier.head.size))


def collect(
    work: Work,
    person: Person,
    case_id: int,
    *,
    training: bool = False,
    body: Body = _no_body,
    only: Collection[int] | None = None,
) -> Dossier:
    """Everything about one case but the proofs; the export is logged as a read of each of its messages.

    `training` is the store's and said on the package's face, `body` is `capture.bodies` of the store. `only`
    are the picked messages, else all. Raises NotAllowed, NotFound, and Refused for an empty or foreign pick.
    """
    case = work.get(Case, case_id)
    demand(person, Act.EXPORT_CASE, case)
    held = binding.items(work, case_id=case_id)
    picked = selection.picked(case, held, only)
    exhibits = _exhibits(work, picked)
    run = token_hex(RUN_ID_BYTES)
    last = _logged(work, person, case_id, exhibits, run)
    entries = _entries(work, case_id, [one.message.id for one in exhibits])
    return Dossier(
        case=case,
        station=work.get(Station, case.station_id),
        exhibits=_seen(exhibits, entries),
        people=_people(work, case, exhibits),
        audit=entries,
        head=TreeHead(last.seq, last.root),
        proofs={},
        exporter=person.login,
        exported_at=work.now,
        run=run,
        training=training,
        body=body,
        redactions=redaction.terms(work, case_id),
        left_out=len(held) - len(picked),
        applications=tuple(application.of(work, case_id)),
        checks=tuple(elements.of(work, case_id)),
    )


def _logged(work: Work, person: Person, case_id: int, exhibits: Sequence[Exhibit], run: str) -> AuditEntry:
    """The export, which is a read of each message, also of those of the thread around one."""
    ids = [one.message.id for one in exhibits]
    beside = sorted({m.id for one in exhibits for m in one.context} - {*ids})
    told = {"messages": [*ids, *beside], "context": beside, "run": run}
    return work.record(person.login, "case_exported", f"case:{case_id}", told)


def _exhibits(work: Work, items: Sequence[CaseItem]) -> tuple[Exhibit, ...]:
    ids = [item.message_id for item in items]
    messages = {m.id: m for m in work.find(Message, id=ids)}
    accounts = {a.id: a for a in work.find(Account, id=sorted({m.account_id for m in messages.values()}))}
    versions = _by_message(work.find(Version, message_id=ids))
    assessments = _by_message(work.find(Assessment, message_id=ids))
    decisions = _by_message(work.find(Decision, message_id=ids))
    attached = with_bytes(work, ids)
    pages, talks = captured(work, ids), threads(work, list(messages.values()))
    return tuple(
        Exhibit(
            item,
            messages[item.message_id],
            accounts[messages[item.message_id].account_id],
            versions[item.message_id],
            assessments.get(item.message_id, ()),
            decisions.get(item.message_id, ()),
            attached.get(item.message_id, ()),
            pages.get(item.message_id, ()),
            talks[item.message_id],
        )
        for item in items
    )


def _seen(exhibits: Sequence[Exhibit], entries: Sequence[AuditEntry]) -> tuple[Exhibit, ...]:
    seen = first_seen(entries)
    return tuple(replace(one, first_seen_by=seen.get(one.message.id, "")) for one in exhibits)


def _people(work: Work, case: Case, exhibits: Sequence[Exhibit]) -> dict[int, Member]:
    ids = {case.opened_by, *(one.officer_id for one in elements.of(work, case.id))}
    ids |= {who for one in application.of(work, case.id) for who in (one.recorded_by, one.ended_by) if who}
    for one in exhibits:
        ids |= {one.item.added_by, one.account.officer_id, *(d.officer_id for d in one.decisions)}
        ids |= {kept.media.fetched_by for kept in one.media}
        ids |= {page.capture.asked_by for page in one.captures if page.capture.asked_by}
    return {o.id: Member(o.login, o.name) for o in work.find(Officer, id=sorted(ids))}


def _entries(work: Work, case_id: int, message_ids: Sequence[int]) -> tuple[AuditEntry, ...]:
    found = {e.seq: e for e in work.audit_of(f"case:{case_id}")}
    for message_id in message_ids:
        found |= {e.seq: e for e in work.touching(message_id)}
    found |= {e.seq: e for e in binding.taken_out(work, case_id)}
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
