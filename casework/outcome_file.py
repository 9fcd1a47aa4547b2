"""Results of a prosecutor's office from a small CSV file: good lines are kept, bad ones named."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from casework import outcome
from casework.errors import Refused, StreifeError
from casework.outcome import ProsecutionState, ProsecutorResult, Told
from casework.people import Person
from casework.ports import Work
from casework.record import Case
from casework.roles import Act, may

MOST_BYTES, MOST_LINES, LONGEST_CELL = 2_000_000, 10_000, 1_000
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
NEEDED = ("case_number", "file_number", "office", "state")
# What a column or state may be called: the English name, and the German one.
COLUMNS = {
    **{name: name for name in (*NEEDED, "result", "decided_on")},
    "fallnummer": "case_number",
    "aktenzeichen": "file_number",
    "behörde": "office",
    "stand": "state",
    "ergebnis": "result",
    "entschieden am": "decided_on",
    "datum": "decided_on",
}
GERMAN = {
    "eingegangen": ProsecutionState.RECEIVED,
    "in ermittlung": ProsecutionState.INVESTIGATING,
    "anklage": ProsecutionState.CHARGED,
    "strafbefehl": ProsecutionState.PENALTY_ORDER,
    "eingestellt § 170": ProsecutionState.DISCONTINUED_170,
    "eingestellt § 170 abs. 2": ProsecutionState.DISCONTINUED_170,
    "eingestellt § 153": ProsecutionState.DROPPED_153,
    "eingestellt § 153a": ProsecutionState.DROPPED_153A,
    "eingestellt § 154": ProsecutionState.DROPPED_154,
    "privatklageweg": ProsecutionState.PRIVATE_PROSECUTION,
    "privatklageweg §§ 374, 376": ProsecutionState.PRIVATE_PROSECUTION,
    "verurteilung": ProsecutionState.CONVICTED,
    "freispruch": ProsecutionState.ACQUITTED,
    "sonstiges": ProsecutionState.OTHER,
}


def _plain(state: str) -> str:
    """Letters and figures only: nobody looks up whether a comma belongs there."""
    return " ".join(re.findall(r"[^\W_]+", state.casefold()))


STATES = {_plain(name): state for name, state in (*GERMAN.items(), *((s.value, s) for s in ProsecutionState))}


@dataclass(slots=True)
class Imported:
    """How many lines brought something new, and of the others which and why (line numbers begin at 1)."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)


def take_in(work: Work, person: Person, content: bytes) -> Imported:
    """Note every good line of the file, as `outcome.note` does; the same file again changes nothing.

    UTF-8, or else Windows-1252; columns by name, separated by comma, semicolon or tab. Raises Refused where
    it is no such file at all; then nothing was read.
    """
    told = Imported()
    numbers = {c.number: c.id for c in work.find(Case) if may(person, Act.NOTE_RESULT, c)}
    for line, row in _rows(content):
        try:
            _line(work, person, row, numbers, told)
        except StreifeError as why:
            told.refused.append((line, str(why)))
    counts = {"added": told.added, "changed": told.changed, "unchanged": told.unchanged}
    work.record(person.login, "results_imported", "cases", {**counts, "refused": len(told.refused)})
    return told


def _line(
    work: Work, person: Person, row: Mapping[str, str], numbers: Mapping[str, int], told: Imported
) -> None:
    _inert(row)
    case_id, made = _read(row, numbers)
    before = _revisions(work, case_id)
    noted = outcome.note(work, person, case_id, made)
    if noted.id not in before:
        told.added += 1
    elif before[noted.id] != noted.revision:
        told.changed += 1
    else:
        told.unchanged += 1


def _inert(row: Mapping[str, str]) -> None:
    for name, words in row.items():
        if words.startswith(FORMULA):
            raise Refused(f"{name}: begins like a formula ({words[0]!r}); take that character away")
        if len(words) > LONGEST_CELL:
            raise Refused(f"{name}: longer than {LONGEST_CELL} characters; shorten it")


def _read(row: Mapping[str, str], numbers: Mapping[str, int]) -> tuple[int, Told]:
    """Which case a line is about, and what it tells."""
    number = row["case_number"]
    if number not in numbers:
        raise Refused(f"case_number {number[:60]!r}: no such case here; compare with the list of cases")
    state = STATES.get(_plain(row["state"]))
    if state is None:
        raise Refused(f"state {row['state'][:60]!r}: unknown; write one of {', '.join(ProsecutionState)}")
    told = Told(row["file_number"], row["office"], state, row.get("result", ""), row.get("decided_on", ""))
    return numbers[number], told


def _revisions(work: Work, case_id: int) -> dict[int, int]:
    return {one.id: one.revision for one in work.find(ProsecutorResult, case_id=case_id)}


def _rows(content: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and cells by column name, trimmed; empty lines fall out."""
    text = _text(content)
    head = text.partition("\n")[0]
    delimiter = max(";,\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        names = [COLUMNS.get(cell.strip().casefold(), "") for cell in next(reader, [])]
        missing = [name for name in NEEDED if names.count(name) != 1]
        if missing:
            raise Refused(f"first line: the columns {', '.join(missing)} must stand there once each")
        found = [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
    except csv.Error as why:
        raise Refused(f"line {reader.line_num}: no CSV ({why}); save the table as CSV again") from None
    if len(found) > MOST_LINES:
        raise Refused(f"file: has {len(found):,} lines; at most {MOST_LINES:,} at once")
    for line, cells in found:
        padded = [*cells, *[""] * len(names)]
        yield line, {name: cell.strip(" \n\u00a0") for name, cell in zip(names, padded, strict=False) if name}


def _text(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise Refused(f"file: has {len(content):,} bytes; at most {MOST_BYTES:,} at once")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    if "\0" in text:
        raise Refused("file: no text (NUL characters in it); save the table as CSV, not as a workbook")
    return text
