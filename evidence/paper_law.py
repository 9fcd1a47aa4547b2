"""The report's parts on the law: elements checked by humans, the clock, applications for prosecution."""

from collections.abc import Sequence
from datetime import date

from casework import elements as book
from casework.annex import Annex
from casework.application import Application
from casework.dossier import Dossier
from casework.elements import Row
from casework.offences import profile
from evidence.ink import Own, Short, Wording
from evidence.paper_parts import Section
from evidence.phrases import counted, late_in_part, runs, shortly, since, when, who
from evidence.wording import say

_NO_VERDICT = (
    "Je Merkmal, was ein Mensch dazu vermerkt hat; „offen“ heißt, niemand hat es geprüft. Keine Bewertung "
    "durch eine Maschine, und keine Aussage darüber, ob eine Vorschrift im Ganzen erfüllt ist."
)
_LATE = (
    "Ob ein Antrag wirksam ist, ist hier nicht gesagt: „verspätet“ heißt nur, dass er nach dem Tag gestellt "
    "wurde, der als letzter berechnet war. Jede Tat hat ihre eigene Frist."
)
NONE_MADE = "In diesem Vorgang ist kein Strafantrag vermerkt."


def elements(dossier: Dossier) -> Section:
    """By section, what humans found of each element; never a verdict on the section."""
    known = profile()
    by_section = book.rows(dossier.case, dossier.checks)
    source = f"Stand der Merkmale: {known.seen}, nach {known.source}."
    return {
        "kind": Own("elements"),
        "title": Own("Von Menschen geprüfte Merkmale"),
        "note": Own(f"{_NO_VERDICT} {source}" if by_section else "Am Fall sind keine Vorschriften vermerkt."),
        "sections": [_section(dossier, section, rows) for section, rows in by_section.items()],
    }


def clocks(dossier: Dossier, annex: Annex) -> Section:
    """The clock of StGB 77b: of all acts in this package the one that ends next."""
    seen = [one.message.first_seen_at for one in dossier.exhibits if one.message.first_seen_at]
    rows: list[tuple[str, object]] = [
        ("Verfasser bekannt seit", since(dossier.case.offender_known_at)),
        ("Zuerst gesehen", when(min(seen)) if seen else Own("nicht vermerkt")),
        ("Antragsfrist", Own(_deadline(annex))),
    ]
    return {
        "kind": Own("facts"),
        "title": Own("Antragsfrist (§ 77b StGB)"),
        "rows": [(Own(a), b) for a, b in rows],
    }


def applications(dossier: Dossier) -> Section:
    """Each application with form, identity, will, term and end; says so where there is none."""
    made = dossier.applications
    return {
        "kind": Own("applications"),
        "title": Own("Strafanträge (§§ 77 bis 77e, 194 StGB; § 158 StPO)"),
        "note": Own(_LATE if any(one.late for one in made) else "" if made else NONE_MADE),
        "made": [_application(dossier, number, one) for number, one in enumerate(made, start=1)],
    }


def in_short(dossier: Dossier) -> list[str]:
    """The applications for the letter, a line each."""
    return [
        f"{one.applicant} ({say(one.capacity)}), {say(one.manner)} am {shortly(one.made_at)}: "
        f"{_stands(dossier, one)}"
        for one in dossier.applications
    ]


def about(dossier: Dossier, message_ids: Sequence[int]) -> str:
    """Messages by their items' numbers here, and how many of them are not in this package."""
    places = {exhibit.message.id: n for n, exhibit in enumerate(dossier.exhibits, start=1)}
    here = [places[message_id] for message_id in message_ids if message_id in places]
    gone = len(message_ids) - len(here)
    told = [f"Fundstücke {runs(here)}" if len(here) > 1 else f"Fundstück {here[0]}"] if here else []
    told += [counted(gone, "Nachricht", "Nachrichten") + " außerhalb dieses Pakets"] if gone else []
    return ", ".join(told)


def term(dossier: Dossier, one: Application) -> str:
    """The last day of its clock, of several acts the earliest; whether it was in time, and for which not."""
    several = len(one.messages) > 1
    last = f"{date.fromisoformat(one.last_day):%d.%m.%Y}"
    if not one.running:
        timely = f"{' (früheste Tat)' if several else ''}, {'danach' if one.late else 'davor'} gestellt"
        return f"lief noch nicht, der Verfasser war unbekannt; vorsichtig gerechnet bis {last}{timely}"
    named = "frühester letzter Tag" if several else "letzter Tag"
    return f"{_timely(dossier, one)}, {named} war der {last}"


def _section(dossier: Dossier, section: str, rows: Sequence[Row]) -> Section:
    known = profile()
    offence = known.offences.get(section)
    named = Own(f"§ {section} {known.code}: {offence.name}") if offence else None
    return {
        "title": named or Short(f"§ {section} {known.code}"),
        "rows": [_row(dossier, section, one) for one in rows],
        "application": Own(offence.application) if offence else None,
    }


def _row(dossier: Dossier, section: str, row: Row) -> Section:
    one = row.check
    earlier_wording = f"{row.element} (frühere Fassung des Merkmals, Stand {row.seen})"
    element = Own(row.element) if row.current else earlier_wording
    if one is None:
        return {"element": element, "finding": Own("offen"), "by": None, "note": None}
    earlier = sum((c.section, c.element) == (section, row.element) for c in dossier.checks) - 1
    more = f"; {counted(earlier, 'frühere Prüfung', 'frühere Prüfungen')} in case.json" if earlier else ""
    return {
        "element": element,
        "finding": Own(say(one.finding)),
        "by": f"{who(dossier, one.officer_id)}, {shortly(one.checked_at)}{more}",
        "note": Wording(one.note) if one.note else None,
    }


def _application(dossier: Dossier, number: int, one: Application) -> Section:
    sections = ", ".join(f"§ {section}" for section in one.sections)
    knew = f"{date.fromisoformat(one.knew_on):%d.%m.%Y}" if one.knew_on else "wie am Fall vermerkt"
    rows: list[tuple[str, object]] = [
        ("Antrag von", f"{one.applicant} ({say(one.capacity)})"),
        *([("Für", one.behalf)] if one.behalf else []),
        *([("Berechtigt als", one.entitled_by)] if one.entitled_by else []),
        ("Wegen", Own(about(dossier, [message_id for message_id, _ in one.messages]))),
        ("Vorschriften", f"beschränkt auf {sections} StGB" if sections else Own("ohne Beschränkung")),
        ("Gestellt", Own(f"{when(one.made_at)}, {say(one.manner)}")),
        ("Identität gesichert", one.identity),
        ("Verfolgungswille", one.will),
        ("Kenntnis seit", Own(knew)),
        ("Frist (§ 77b StGB)", Own(term(dossier, one))),
        ("Aufgenommen", f"{when(one.recorded_at)}, {who(dossier, one.recorded_by)}"),
    ]
    if one.end:
        noted = f"vermerkt {when(one.ended_noted_at)}, {who(dossier, one.ended_by or 0)}"
        rows += [
            (say(one.end).capitalize(), f"{when(one.ended_at)}; {noted}"),
            ("Grund", one.ended_reason),
        ]
    return {
        "title": Own(f"Strafantrag {number}: {_stands(dossier, one)}"),
        "ended": one.end is not None,
        "rows": [(Own(a), b) for a, b in rows],
    }


def _timely(dossier: Dossier, one: Application) -> str:
    partly = late_in_part(dossier, one)
    if partly:
        return f"VERSPÄTET nur für {about(dossier, partly)}, im Übrigen rechtzeitig"
    return "VERSPÄTET" if one.late else "rechtzeitig"


def _stands(dossier: Dossier, one: Application) -> str:
    if one.end:
        return say(one.end)
    if not one.late or not one.running:
        return "liegt vor"
    return "teilweise verspätet" if late_in_part(dossier, one) else "verspätet"


def _deadline(annex: Annex) -> str:
    clock = annex.clock
    if clock is None:
        return "nicht berechnet; drei Monate ab Kenntnis von Tat und Täter (§ 77b StGB)"
    last = f"{clock.last_day:%d.%m.%Y}"
    over = f"; für {counted(clock.passed, 'andere Tat', 'andere Taten')} vorbei" if clock.passed else ""
    if clock.running:
        return f"endet mit Ablauf des {last} (§ 77b StGB){over}"
    unknown = "läuft noch nicht, der Verfasser ist unbekannt"
    return f"{unknown}; vorsichtig gerechnet ab erster Sicht: {last}{over}"
