"""case-graph.jsonld: the case in the words of CASE/UCO 1.x, so that other tools of forensics read it."""

from collections.abc import Iterator, Mapping

from casework.dossier import Dossier
from casework.record import AuditEntry, PersonRole
from evidence import form, graph_law
from evidence.graph_items import accounts, item, models
from evidence.nodes import CONTEXT, Names, Node, moment, names_of, node, ref, refs

TRAINING = "TRAINING DATA: an invented case"
STREIFE = "streife"


def document(dossier: Dossier) -> bytes:
    """The whole graph as JSON-LD 1.1; the same dossier gives the same bytes."""
    return b"".join(chunks(dossier))


def chunks(dossier: Dossier) -> Iterator[bytes]:
    """The same, piece by piece: one node a line, so that a large case never stands in memory twice."""
    context = form.line(CONTEXT).decode().strip()
    yield f'{{"@context":{context},"@graph":[\n'.encode()
    for place, one in enumerate(_nodes(dossier)):
        yield (b",\n" if place else b"") + form.line(one).rstrip(b"\n")
    yield b"\n]}\n"


def _nodes(dossier: Dossier) -> Iterator[Node]:
    names = names_of(dossier)
    yield _investigation(dossier, names)
    yield node(names(STREIFE), "uco-tool:Tool", core__name="Streife", toolType="case management")
    yield from _people(dossier, names)
    yield from accounts(dossier, names)
    yield from models(dossier, names)
    for number, exhibit in enumerate(dossier.exhibits, start=1):
        yield from item(names, number, exhibit)
    yield from graph_law.nodes(dossier, names)
    logins = {member.login: officer for officer, member in dossier.people.items()}
    messages = {one.message.id for one in dossier.exhibits}
    yield from (_action(names, entry, logins, messages) for entry in dossier.audit)


def _investigation(dossier: Dossier, names: Names) -> Node:
    case = dossier.case
    belonging = [names("record", one.message.id) for one in dossier.exhibits]
    belonging += [names("action", entry.seq) for entry in dossier.audit]
    belonging += [names("entitled"), names("station")]
    return node(
        names("case"),
        "case-investigation:Investigation",
        core__name=case.number,
        core__description=[case.title, *([TRAINING] if dossier.training else [])],
        core__createdBy=ref(names("officer", case.opened_by)),
        core__objectCreatedTime=moment(case.opened_at),
        core__object=refs(belonging),
        focus=[f"StGB {hint}: to be checked by a human" for hint in case.hints],
        investigationStatus=case.state.value,
        core__startTime=moment(case.opened_at),
        core__endTime=moment(case.ended_at),
    )


def _people(dossier: Dossier, names: Names) -> Iterator[Node]:
    """Station, officers, whoever else acted, the person affected, networks (BDSG 72)."""
    yield node(names("station"), "uco-identity:Organization", core__name=dossier.station.name)
    for number in sorted(dossier.people):
        member = dossier.people[number]
        yield node(
            names("officer", number), "uco-identity:Person", core__name=member.name, core__tag=member.login
        )
    known = {member.login for member in dossier.people.values()}
    for login in sorted({entry.actor for entry in dossier.audit} - known):
        yield node(names("login", login), "uco-identity:Identity", core__name=login)
    group = dossier.case.person_role is PersonRole.GROUP
    yield node(
        names("entitled"),
        "uco-identity:Identity" if group else "uco-identity:Person",
        core__name=dossier.case.entitled_person,
        core__description=f"affected, perhaps entitled to apply; {dossier.case.person_role.value}",
    )
    for platform in sorted({one.account.platform for one in dossier.exhibits}):
        yield node(names("network", platform.value), "uco-identity:Organization", core__name=platform.value)


def _action(names: Names, entry: AuditEntry, logins: Mapping[str, int], messages: set[int]) -> Node:
    """One entry of the audit log: who did what to what, when; its leaf hash ties it to data/audit.jsonl."""
    name = names("action", entry.seq)
    officer = logins.get(entry.actor)
    who = names("login", entry.actor) if officer is None else names("officer", officer)
    leaf = names.facet(
        name, "uco-action:ActionArgumentFacet", argumentName="leaf hash (RFC 6962)", value=entry.leaf
    )
    return node(
        name,
        "case-investigation:InvestigativeAction",
        core__name=entry.act,
        core__description=f"audit entry {entry.seq} about {entry.subject or 'nothing in particular'}",
        core__hasFacet=[leaf],
        action__performer=ref(who),
        action__instrument=ref(names(STREIFE)),
        action__object=_objects(names, entry, messages),
        action__startTime=moment(entry.at),
        action__endTime=moment(entry.at),
        action__actionStatus="Complete/Finish",
    )


def _objects(names: Names, entry: AuditEntry, messages: set[int]) -> list[Node]:
    """What the entry is about, where it is in this case."""
    kind, _, told = entry.subject.partition(":")
    number = int(told) if told.isascii() and told.isdigit() else 0
    if kind == "message" and number in messages:
        return [ref(names("record", number))]
    return [ref(names("case"))] if kind == "case" else []
