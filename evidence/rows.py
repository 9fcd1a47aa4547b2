"""What the table says of a dossier: one row of plain values a record."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from casework.assessment import Assessment
from casework.dossier import Dossier, Exhibit
from casework.media import Secured
from casework.message import Message
from casework.record import AuditEntry, Decision
from evidence import form, media
from evidence.wording import changes, say


class Own(str):
    """Words of ours (a label, a hash, a path): nothing in them is ever blackened."""

    __slots__ = ()


Cell = str | int | float | datetime | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `whole` is the file of the package in which a text too long for a cell stands whole."""

    whole: str
    cells: tuple[Cell, ...]


def case(dossier: Dossier) -> Iterator[Row]:
    """Where this belongs, by whom and when it was made."""
    case = dossier.case
    hints = ", ".join(case.hints)
    told: tuple[tuple[str, Cell], ...] = (
        ("Hinweis", Own("ÜBUNGSDATEN: Dieser Fall ist erfunden." if dossier.training else "Echte Daten")),
        ("Fall", case.number),
        ("Titel", case.title),
        ("Dienststelle", dossier.station.name),
        ("Betroffen", case.entitled_person),
        ("Eigenschaft", Own(say(case.person_role))),
        ("Angelegt (UTC)", case.opened_at),
        ("Angelegt von", who(dossier, case.opened_by)),
        ("Stand", Own(say(case.state))),
        ("Urheber bekannt seit (UTC)", case.offender_known_at),
        ("Prüfhinweise (StGB), von einem Menschen zu prüfen", hints),
        ("Notiz", case.note),
        ("Ausgeführt (UTC)", dossier.exported_at),
        ("Ausgeführt von", dossier.exporter),
        ("Lauf", dossier.run),
        ("Fundstücke", len(dossier.exhibits)),
        ("Maßgeblich", Own("sind die Urdateien des Pakets, nicht diese Tabelle")),
        ("Schreibweise", Own("unsichtbare Zeichen stehen als [U+202E] (Beispiel); alle Zeiten sind UTC")),
    )
    yield from (Row(form.CASE, (Own(name), value)) for name, value in told)


def versions(dossier: Dossier) -> Iterator[Row]:
    """One wording of a message a row: what was written, where its original bytes lie."""
    for number, one in enumerate(dossier.exhibits, start=1):
        for version in one.versions:
            path = form.raw_path(number, version)
            secured = (version.version, version.sha256) == (one.item.version, one.item.sha256)
            cells = (
                number,
                version.version,
                yes(secured),
                *_origin(one),
                version.received_at,
                version.text,
                Own(path),
                Own(version.sha256),
                len(version.raw),
            )
            yield Row(path, cells)


def _origin(one: Exhibit) -> tuple[Cell, ...]:
    """Network, kind, author, address, time of writing."""
    message, author = one.message, one.message.author
    network = Own(say(one.account.platform)), Own(say(message.kind))
    return (*network, author.handle, author.name, author.id, message.url, message.sent_at)


def items(dossier: Dossier) -> Iterator[Row]:
    """One message of the case a row."""
    for number, one in enumerate(dossier.exhibits, start=1):
        message, item = one.message, one.item
        cells = (
            number,
            message.id,
            one.account.handle,
            who(dossier, one.account.officer_id),
            message.native_id,
            message.thread,
            message.parent,
            message.lang,
            message.received_at,
            message.first_seen_at,
            message.deleted_at,
            item.version,
            Own(item.sha256),
            item.added_at,
            who(dossier, item.added_by),
            len(one.versions),
            len(message.attachments),
            len(one.media),
            *_labels(message),
        )
        yield Row(_message_path(number), cells)


def _labels(message: Message) -> tuple[Cell, ...]:
    """How the message is labelled now, and whether by a person."""
    intent = Own(say(message.intent) if message.intent else "")
    hostile = Own(", ".join(say(label) for label in message.hostility))
    return Own(say(message.state)), intent, hostile, Own(say(message.target)), yes(message.corrected)


def attachments(dossier: Dossier) -> Iterator[Row]:
    """One attachment a row, secured or not; then those that only an earlier wording showed, without place."""
    for number, one in enumerate(dossier.exhibits, start=1):
        kept, gone = media.arranged(one)
        for place, attached in enumerate(one.message.attachments):
            told = (number, place + 1, attached.kind, attached.url, attached.alt, yes(place in kept))
            file = _file(dossier, number, kept[place]) if place in kept else ()
            yield Row(_message_path(number), (*told, *file))
        for old in gone:
            earlier = (number, Own("früher"), "", old.media.url, "", yes(True))
            yield Row(_message_path(number), (*earlier, *_file(dossier, number, old)))


def _file(dossier: Dossier, number: int, kept: Secured) -> tuple[Cell, ...]:
    """Where a secured attachment lies, what it is, and who fetched it when."""
    known = kept.media
    file = (Own(media.path(number, kept)), Own(known.sha256), known.size, known.content_type)
    return (*file, who(dossier, known.fetched_by), known.fetched_at)


def suggestions(dossier: Dossier) -> Iterator[Row]:
    """What a model said of a wording: probabilities, no verdict (BDSG 73)."""
    for number, one in enumerate(dossier.exhibits, start=1):
        for assessment in one.assessments:
            yield Row(_message_path(number), (number, *_suggestion(assessment)))


def _suggestion(assessment: Assessment) -> tuple[Cell, ...]:
    verdict = assessment.verdict
    hostile = "; ".join(f"{say(h)} {verdict.hostility_scores.get(h, 0):.3f}" for h in verdict.hostility)
    return (
        assessment.version,
        Own(say(verdict.intent)),
        verdict.intent_scores.get(verdict.intent),
        Own(hostile or "nein"),
        Own(say(verdict.target)),
        Own(say(verdict.urgency)),
        yes(verdict.abstained),
        verdict.language,
        verdict.read_with,
        verdict.model,
        assessment.assessed_at,
    )


def decisions(dossier: Dossier) -> Iterator[Row]:
    """What people decided, and why."""
    for number, one in enumerate(dossier.exhibits, start=1):
        for decision in one.decisions:
            yield Row(_message_path(number), (number, *_decision(dossier, decision)))


def _decision(dossier: Dossier, decision: Decision) -> tuple[Cell, ...]:
    by, what = who(dossier, decision.officer_id), Own(say(decision.choice))
    changed = changes(decision.detail)
    return decision.decided_at, by, what, decision.reason, changed, decision.taken_back_at


def persons(dossier: Dossier) -> Iterator[Row]:
    """The person affected, officers and authors, apart from each other (BDSG 72)."""
    affected = f"betroffen ({say(dossier.case.person_role)})"
    yield Row(form.CASE, (Own(affected), dossier.case.entitled_person))
    for _, member in sorted(dossier.people.items()):
        yield Row(form.CASE, (Own("bedienstet"), member.name, member.login))
    wrote: dict[tuple[str, str, str, str], list[int]] = {}
    for number, one in enumerate(dossier.exhibits, start=1):
        author = one.message.author
        wrote.setdefault((author.name, author.handle, author.id, say(one.account.platform)), []).append(
            number
        )
    for (name, handle, native, network), numbers in wrote.items():
        items = Own(", ".join(map(str, numbers)))
        yield Row(form.CASE, (Own("verfasste (ungeprüft)"), name, handle, native, Own(network), items))


def audit(dossier: Dossier) -> Iterator[Row]:
    """The entries of the audit log that concern the case."""
    yield from (Row(form.AUDIT, _entry(entry)) for entry in dossier.audit)


def _entry(entry: AuditEntry) -> tuple[Cell, ...]:
    detail = form.line(entry.detail).decode().strip()
    told = entry.actor, Own(entry.act), entry.subject
    return (entry.seq, entry.at, *told, detail, Own(entry.leaf), Own(entry.root))


def who(dossier: Dossier, officer_id: int) -> str:
    """Name and login; the number where nobody is known by it."""
    member = dossier.people.get(officer_id)
    return f"{member.name} ({member.login})" if member else Own(f"Nummer {officer_id}")


def yes(true: bool) -> Own:
    """Yes or no, in German."""
    return Own("ja" if true else "nein")


def _message_path(number: int) -> str:
    return f"{form.folder(number)}/message.json"
