"""bericht.txt: the case to read. Strangers' words stand behind a bar and never forge a line of ours."""

from collections.abc import Iterator
from datetime import UTC, datetime

from casework.assessment import Assessment
from casework.clocks import LOCAL
from casework.dossier import Dossier, Exhibit
from casework.message import Version
from casework.record import Decision
from casework.visible import visible
from evidence import media
from evidence.face import Face
from evidence.form import raw_path
from evidence.wording import changes, say

LABEL_WIDTH = 20
TRAINING = "ÜBUNGSDATEN: Dieser Fall ist erfunden."
NOTHING = "nichts"


def text(dossier: Dossier, face: Face) -> str:
    """The whole report in German, UTF-8 text with line feeds."""
    return "\n".join([*_head(dossier, face), *_exhibits(dossier), *_log(dossier)]) + "\n"


def _head(dossier: Dossier, face: Face) -> Iterator[str]:
    case, title = dossier.case, f"Bericht zum Fall {visible(dossier.case.number)}"
    yield from (title, "=" * len(title))
    if dossier.training:
        yield TRAINING
    yield ""
    hints = ", ".join(visible(hint) for hint in case.hints)
    yield _field("Titel", case.title)
    yield _field("Dienststelle", dossier.station.name)
    yield _field("Betroffen", f"{case.entitled_person} ({say(case.person_role)})")
    yield _field("Angelegt", f"{_when(case.opened_at)}, {_who(dossier, case.opened_by)}")
    yield _field("Stand", say(case.state))
    if case.ended_at:
        yield _field("Beendet", f"{_when(case.ended_at)}: {case.ended_reason}")
    yield _field("Urheber bekannt", _when(case.offender_known_at))
    yield _field("Prüfhinweise", f"§§ {hints} StGB; von einem Menschen zu prüfen" if hints else "keine")
    yield _field("Notiz", case.note or "keine")
    yield _field("Ausgeführt", f"{_when(dossier.exported_at)}, {dossier.exporter}, Lauf {dossier.run}")
    yield from (_field("Siegel", line) for line in face.german())


def _exhibits(dossier: Dossier) -> Iterator[str]:
    total = len(dossier.exhibits)
    for number, exhibit in enumerate(dossier.exhibits, start=1):
        title = f"Fundstück {number} von {total}"
        yield from ("", "", title, "-" * len(title))
        yield from _facts(dossier, number, exhibit)
        yield from ("", "Vorschlag der Maschine (keine Entscheidung)")
        yield from [part for a in exhibit.assessments for part in _suggestion(a)] or [f"  {NOTHING}"]
        yield from ("", "Entscheidungen von Menschen")
        yield from [_decision(dossier, d) for d in exhibit.decisions] or [f"  {NOTHING}"]


def _facts(dossier: Dossier, number: int, exhibit: Exhibit) -> Iterator[str]:
    message, account, item = exhibit.message, exhibit.account, exhibit.item
    author = message.author
    yield "Tatsachen"
    yield _field("Netzwerk", f"{say(account.platform)}, {say(message.kind)}")
    yield _field("An das Konto", f"{account.handle} ({_who(dossier, account.officer_id)})")
    yield _field("Verfasser", f"{author.handle}, Name „{author.name}“, Kennung {author.id}")
    yield _field("Kennung", message.native_id)
    yield _field("Adresse", message.url or "keine")
    yield _field("Geschrieben", _when(message.sent_at))
    yield _field("Empfangen", _when(message.received_at))
    yield _field("Zuerst gesehen", _when(message.first_seen_at))
    yield _field("Gelöscht", _when(message.deleted_at))
    yield _field(
        "Gesichert", f"Fassung {item.version}, {_when(item.added_at)}, {_who(dossier, item.added_by)}"
    )
    for version in exhibit.versions:
        yield from _wording(number, version)
    kept = {
        one.media.number: f"{_when(one.media.fetched_at)}, {_who(dossier, one.media.fetched_by)}"
        for one in exhibit.media
    }
    yield from media.lines(number, exhibit, kept)


def _wording(number: int, version: Version) -> Iterator[str]:
    yield ""
    yield f"  Fassung {version.version}, empfangen {_when(version.received_at)}"
    yield f"  Urdatei  {raw_path(number, version)}"
    yield f"  SHA-256  {version.sha256}"
    yield from (f"  | {part}" for part in visible(version.text, lines=True).split("\n"))


def _suggestion(assessment: Assessment) -> tuple[str, str]:
    verdict = assessment.verdict
    hostile = ", ".join(f"{say(h)} {_share(verdict.hostility_scores.get(h))}" for h in verdict.hostility)
    intent = f"{say(verdict.intent)} {_share(verdict.intent_scores.get(verdict.intent))}"
    unsure = "; das Modell war sich nicht sicher" if verdict.abstained else ""
    said = f"{intent}; feindselig: {hostile or 'nein'}; gegen: {say(verdict.target)}; {say(verdict.urgency)}"
    return (
        visible(f"  Fassung {assessment.version}: {said}{unsure}"),
        visible(f"    Modell {verdict.model}, {_when(assessment.assessed_at)}"),
    )


def _decision(dossier: Dossier, decision: Decision) -> str:
    reason = f": {decision.reason}" if decision.reason else ""
    changed = changes(decision.detail)
    who = _who(dossier, decision.officer_id)
    words = f"{_when(decision.decided_at)}, {who}, {say(decision.choice)}{reason}"
    return f"  {visible(f'{words} ({changed})' if changed else words)}"


def _log(dossier: Dossier) -> Iterator[str]:
    title = "Protokoll zu diesem Fall (Beweiskette in audit.jsonl)"
    yield from ("", "", title, "-" * len(title))
    for entry in dossier.audit:
        yield visible(f"{entry.seq:>8}  {_when(entry.at)}  {entry.actor}  {entry.act}  {entry.subject}")
    yield f"Stand des Protokolls: {dossier.head.size} Einträge, Wurzel {dossier.head.root}"


def _field(label: str, words: str) -> str:
    return f"  {label:<{LABEL_WIDTH}}{visible(words)}"


def _who(dossier: Dossier, officer_id: int) -> str:
    member = dossier.people.get(officer_id)
    return f"{member.name} ({member.login})" if member else f"Nummer {officer_id}"


def _when(at: datetime | None) -> str:
    if at is None:
        return "nein"
    local, utc = at.astimezone(LOCAL), at.astimezone(UTC)
    return f"{local:%d.%m.%Y %H:%M:%S %Z} ({utc:%Y-%m-%d %H:%M:%S} UTC)"


def _share(score: float | None) -> str:
    return "" if score is None else f"{score:.0%}".replace("%", " %")
