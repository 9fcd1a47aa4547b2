"""The report's parts around its items: facts, persons, log, closing notes."""

from collections.abc import Iterable, Mapping, Sequence

from casework.annex import Annex
from casework.dossier import Dossier
from casework.record import AuditEntry
from evidence.ink import Own, Short
from evidence.paper_items import HASH_PREFIX
from evidence.phrases import counted, day, exporter, in_utc, runs, since, when, who
from evidence.wording import say

Section = Mapping[str, object]
Author = tuple[str, str, Own, Own]
_READING = (
    "Maßgeblich sind die Urdateien des Pakets und ihre Hashwerte, nicht dieser Bericht. Wortlaute Dritter "
    "stehen hinter einem Balken. Unsichtbare, richtungsändernde und nicht darstellbare Zeichen stehen grau "
    "hinterlegt mit ihrer Nummer in Unicode, zum Beispiel U+202E.",
    "Tatsachen, Vorschläge der Maschine und Entscheidungen von Menschen sind getrennt ausgewiesen "
    "(BDSG § 73). Vorschläge sind Wahrscheinlichkeiten eines Modells und kein Urteil.",
)


def aside(dossier: Dossier) -> list[tuple[Own, object]]:
    """The block of references at the top right."""
    return [
        (Own("Fall"), Short(dossier.case.number)),
        (Own("Datum"), day(dossier.exported_at)),
        (Own("Bearbeitung"), Short(exporter(dossier))),
        (Own("Lauf"), Short(dossier.run)),
    ]


def at_a_glance(dossier: Dossier, annex: Annex) -> Section:
    """The facts of the case."""
    case = dossier.case
    rows: list[tuple[str, object]] = [
        ("Fall", case.number),
        ("Titel", case.title),
        ("Dienststelle", dossier.station.name),
        ("Betroffen", f"{case.entitled_person} ({say(case.person_role)})"),
        ("Angelegt", f"{when(case.opened_at)}, {who(dossier, case.opened_by)}"),
        ("Stand", Own(say(case.state))),
        *([("Beendet", f"{when(case.ended_at)}: {case.ended_reason}")] if case.ended_at else []),
        ("Verfasser bekannt seit", since(case.offender_known_at)),
        ("Fundstücke", Own(_extent(dossier, annex))),
        ("Geschrieben", Own(_span(dossier))),
        ("Notiz", case.note or Own("keine")),
        ("Ausgeführt", f"{when(dossier.exported_at)}, {exporter(dossier)}, Lauf {dossier.run}"),
        ("Signatur und Zeit", annex.seal),
        ("Schwärzungen", Own(_blackened(annex))),
    ]
    return {"kind": Own("facts"), "title": Own("Auf einen Blick"), "rows": [(Own(a), b) for a, b in rows]}


def index(rows: Sequence[Section]) -> Section:
    """The table of items, or a run of its rows."""
    in_volumes = any(one["page"] for one in rows)
    return {
        "kind": Own("index"),
        "title": Own("Verzeichnis der Fundstücke"),
        "unit": Own("Band/Seite" if in_volumes else "Seite"),
        "rows": rows,
    }


def people(dossier: Dossier, wrote: Sequence[Author], *, first: bool) -> Section:
    """Who is affected, who wrote, who worked on it, apart (BDSG 72); beyond the first volume authors only."""
    case = dossier.case
    affected = (case.entitled_person, Own(say(case.person_role)))
    officers = [(member.name, member.login) for _, member in sorted(dossier.people.items())]
    accounts = _group(
        "Verfasserkonten",
        (("Konto", 5), ("Name dort", 5), ("Netzwerk", 3), ("Fundstücke", 4)),
        wrote,
        "Angaben der Netzwerke. Niemand hat geprüft, wer hinter den Konten steht.",
    )
    about = (("Name", 3), ("Eigenschaft", 2))
    groups = [
        _group("Betroffen, womöglich antragsberechtigt", about, [affected]),
        accounts,
        _group("Bedienstete", (("Name", 3), ("Anmeldename", 2)), officers),
    ]
    return {
        "kind": Own("people"),
        "title": Own("Personen (BDSG § 72)"),
        "groups": groups if first else [accounts],
    }


def authors(dossier: Dossier) -> list[Author]:
    """Each account that wrote: handle, name, network, and the numbers of its items."""
    wrote: dict[tuple[str, str, str], list[int]] = {}
    for number, one in enumerate(dossier.exhibits, start=1):
        author = one.message.author
        wrote.setdefault((author.handle, author.name, say(one.account.platform)), []).append(number)
    return [
        (handle, name, Own(network), Own(runs(numbers))) for (handle, name, network), numbers in wrote.items()
    ]


def log(entries: Sequence[AuditEntry]) -> Section:
    """Who did what when, from the audit log."""
    return {
        "kind": Own("log"),
        "title": Own("Beweiskette: Protokoll zu diesem Fall"),
        "rows": [
            (e.seq, in_utc(e.at), e.actor, e.act, e.subject, Own(e.leaf[:HASH_PREFIX])) for e in entries
        ],
    }


def ending(dossier: Dossier, annex: Annex) -> Section:
    """How to read this report, and what it does not prove."""
    head = dossier.head
    notes = [
        *_READING,
        f"Beim Ausführen hatte das Protokoll der Dienststelle {counted(head.size, 'Eintrag', 'Einträge')}; "
        f"die Wurzel des Merkle-Baums (RFC 6962) war {head.root}. Die Einträge zu diesem Fall liegen "
        "vollständig in audit.jsonl.",
        "Wie das Paket ohne Streife geprüft wird, sagt VERIFY.txt.",
    ]
    if annex.blackened:
        notes.insert(
            1, f"Schwärzung: {_blackened(annex)}. Jeder Balken ist gleich lang; darunter liegt kein Text."
        )
    return {"kind": Own("notes"), "title": Own("Zu diesem Bericht"), "notes": [Own(n) for n in notes]}


def _group(
    title: str, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[object]], note: str = ""
) -> Section:
    return {
        "title": Own(title),
        "columns": [Own(name) for name, _ in columns],
        "widths": [width for _, width in columns],
        "rows": list(rows),
        "note": Own(note) if note else None,
    }


def _extent(dossier: Dossier, annex: Annex) -> str:
    left = f"; {annex.left_out} weitere des Falls gehören nicht zu diesem Paket" if annex.left_out else ""
    return f"{len(dossier.exhibits)}{left}"


def _span(dossier: Dossier) -> str:
    times = sorted(one.message.sent_at for one in dossier.exhibits)
    return f"{day(times[0])} bis {day(times[-1])}" if times else "nichts"


def _blackened(annex: Annex) -> str:
    if not annex.blackened:
        return "keine"
    return "Daten Dritter sind geschwärzt; die Urdateien des Pakets enthalten den vollen Wortlaut"
