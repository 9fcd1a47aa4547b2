"""The sheets of the table: their titles, columns and rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from casework.dossier import Dossier
from evidence import rows, rows_law
from evidence.rows import Row


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its title, its columns (title, width in characters), and how its rows come about."""

    title: str
    columns: tuple[tuple[str, int], ...]
    rows: Callable[[Dossier], Iterator[Row]]


def _columns(titles: str) -> tuple[tuple[str, int], ...]:
    """From "Title:width | Title:width"."""
    split = (one.rpartition(":") for one in titles.split(" | "))
    return tuple((title.strip(), int(width)) for title, _, width in split)


_ORIGIN = "Netzwerk:11 | Art:15 | Konto:24 | Name:24 | Kennung:24 | Adresse:30 | Geschrieben (UTC):19"
_BOUND = "Gesicherte Fassung:9 | SHA-256:30 | Im Fall seit (UTC):19 | Im Fall durch:26"
_NOW = "Stand:12 | Anliegen:12 | Feindselig:24 | Gegen:20 | Von Mensch berichtigt:9"

SHEETS: tuple[Sheet, ...] = tuple(
    Sheet(title, _columns(columns), made)
    for title, columns, made in (
        ("Fall", "Angabe:48 | Inhalt:80", rows.case),
        (
            "Fassungen",
            f"Nr.:6 | Fassung:8 | Gesichert:9 | {_ORIGIN} | Empfangen (UTC):19 | Wortlaut:80 | Urdatei:32 | "
            "SHA-256:30 | Bytes:9",
            rows.versions,
        ),
        (
            "Fundstücke",
            "Nr.:6 | Nachricht:9 | An das Konto:24 | Konto von:26 | Kennung:24 | Faden:24 | Antwort auf:24 | "
            "Sprache laut Netzwerk:9 | Empfangen (UTC):19 | Zuerst gesehen (UTC):19 | Gelöscht (UTC):19 | "
            f"{_BOUND} | Fassungen:9 | Anhänge:8 | Davon gesichert:9 | {_NOW}",
            rows.items,
        ),
        (
            "Anhänge",
            "Nr.:6 | Anhang:7 | Art:10 | Adresse:40 | Beschreibung:50 | Gesichert:9 | Datei:32 | "
            "SHA-256:30 | Bytes:10 | Art laut Netzwerk:16 | Geholt von:26 | Geholt (UTC):19",
            rows.attachments,
        ),
        (
            "Vorschläge der Maschine",
            "Nr.:6 | Fassung:8 | Anliegen:12 | Wahrscheinlichkeit:10 | Feindselig:40 | Gegen:20 | "
            "Dringlichkeit:13 | Unsicher:9 | Gelesen als:9 | Davor mitgelesen:9 | Modell:24 | Wann (UTC):19",
            rows.suggestions,
        ),
        (
            "Entscheidungen",
            "Nr.:6 | Wann (UTC):19 | Wer:26 | Was:24 | Begründung:50 | Geändert:50 | Zurückgenommen (UTC):19",
            rows.decisions,
        ),
        (
            "Strafanträge",
            "Nr.:6 | Antrag von:30 | Eigenschaft:24 | Für:30 | Berechtigt als:30 | Fundstücke:20 | "
            "Nachrichten außerhalb des Pakets:12 | Beschränkt auf § StGB:16 | Form:24 | Gestellt (UTC):19 | "
            "Identität gesichert:40 | Verfolgungswille gesichert:40 | Kenntnis seit:12 | Letzter Tag:12 | "
            "Frist lief:9 | Danach gestellt:9 | Aufgenommen von:26 | Aufgenommen (UTC):19 | Ende:20 | "
            "Ende am (UTC):19 | Ende vermerkt (UTC):19 | Vermerkt von:26 | Grund:50",
            rows_law.applications,
        ),
        (
            "Merkmale",
            "§ StGB:9 | Nr.:6 | Merkmal:60 | Stand:9 | Ergebnis:14 | Vermerk:50 | Geprüft von:26 | "
            "Geprüft (UTC):19 | Gilt:7",
            rows_law.elements,
        ),
        (
            "Personen",
            "Eigenschaft:30 | Name:30 | Konto:26 | Kennung:26 | Netzwerk:11 | Nrn.:30",
            rows.persons,
        ),
        (
            "Protokoll",
            "Nr.:8 | Wann (UTC):19 | Wer:20 | Handlung:20 | Woran:18 | Einzelheiten:50 | Blattwert:30 | "
            "Wurzel:30",
            rows.audit,
        ),
    )
)
