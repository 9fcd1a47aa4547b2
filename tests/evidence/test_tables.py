"""The table of a package: all texts as they were, and never a formula, a link or a piece of markup."""

import io
import os
import re
import tempfile
import time
from dataclasses import replace
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from casework.errors import StreifeError
from casework.visible import visible
from evidence import sheets, tables
from tests.evidence.conftest import applied_and_checked

HOSTILE = [
    "=cmd|'/C calc'!A0",
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    '=DDE("cmd";"/C calc";"x")',
    '=HYPERLINK("https://evil.example","klick")',
    "https://evil.example/pfad",
    "mailto:x@evil.example",
    "internal:Sheet1!A1",
    "file:///etc/passwd",
    "<r><t>gefälscht</t></r>",
    "<r>&</r>",
    "{=1+1}",
    "_x0041_ ist kein A",
    "1e5",
    "007",
    "TRUE",
    "#NAME?",
    "a\x00b\x0bc\x1f",
    "\ud800 halb \udfff",
    "\ufffe\uffff",
    "\u202etxt.exe",
    " vorn und hinten ",
    "zwei\nZeilen",
    "👩🏽\u200d🚒 مرحبا שלום 漢字",
]


def cells(book: bytes, title: str) -> list[list]:
    """All rows of a sheet below its headings, as a stranger's library reads them."""
    found = load_workbook(io.BytesIO(book))[title].iter_rows(min_row=2)
    return [[unescape(c.value) if isinstance(c.value, str) else c.value for c in row] for row in found]


def column(book: bytes, title: str, name: str) -> list:
    place = [head for head, _ in next(s for s in sheets.SHEETS if s.title == title).columns].index(name)
    return [row[place] for row in cells(book, title)]


def with_words(dossier, words: str):
    """The dossier with a stranger's words wherever a stranger, an officer or the log can put some."""
    first = dossier.exhibits[0]
    author = replace(first.message.author, id=words, handle=words, name=words)
    message = replace(first.message, author=author, native_id=words, url=words, thread=words, lang=words)
    exhibit = replace(
        first,
        message=message,
        account=replace(first.account, handle=words),
        versions=(replace(first.versions[0], text=words),),
        decisions=tuple(replace(d, reason=words) for d in first.decisions),
    )
    applied = [
        replace(one, applicant=words, identity=words, ended_reason=words) for one in dossier.applications
    ]
    entry = replace(dossier.audit[0], actor=words, subject=words, detail={"was": words})
    return replace(
        dossier,
        case=replace(dossier.case, number=words, title=words, entitled_person=words, note=words),
        station=replace(dossier.station, name=words),
        exhibits=(exhibit, *dossier.exhibits[1:]),
        applications=tuple(applied),
        checks=tuple(replace(one, note=words) for one in dossier.checks),
        audit=(entry, *dossier.audit[1:]),
    )


def shown(words: str) -> str:
    marked = words.startswith("<r>") and words.endswith("</r>")
    return visible(f"[U+003C]{words[1:]}" if marked else words, lines=True)


@pytest.fixture(scope="module")
def made():
    return applied_and_checked()


@pytest.fixture(scope="module", params=HOSTILE, ids=range(len(HOSTILE)))
def hostile(request, made):
    """Hostile words, and the table of a case that is full of them."""
    return request.param, tables.workbook(with_words(made, request.param))


def test_hostile_words_stand_there_as_text_and_nothing_else(hostile):
    words, book = hostile
    for sheet in load_workbook(io.BytesIO(book)).worksheets:
        for row in sheet.iter_rows():
            assert {cell.data_type for cell in row} <= {"s", "inlineStr", "n", "d"}
            assert not [cell for cell in row if cell.hyperlink]
    assert column(book, "Fassungen", "Wortlaut")[0] == shown(words)
    assert column(book, "Strafanträge", "Antrag von") == [shown(words)] * 2
    assert column(book, "Fassungen", "Konto")[0] == shown(words)
    assert column(book, "Entscheidungen", "Begründung")[0] == shown(words)


def test_the_file_itself_holds_no_formula_link_or_foreign_part(hostile):
    with ZipFile(io.BytesIO(hostile[1])) as book:
        names = book.namelist()
        parts = {name: etree.fromstring(book.read(name)) for name in names}
    assert not [n for n in names if not re.fullmatch(r"[\w\[\]./-]+\.(xml|rels)", n) or "external" in n]
    assert not [n for n in names if n.startswith("xl/worksheets/_rels")]
    found = {etree.QName(one).localname for part in parts.values() for one in part.iter()}
    assert not found & {"f", "hyperlink", "hyperlinks", "ddeLink", "oleLink", "externalReference"}
    assert "External" not in {one.get("TargetMode") for part in parts.values() for one in part.iter()}


def test_a_text_too_long_for_a_cell_is_cut_visibly(made):
    book = tables.workbook(with_words(made, "x" * 100_000))
    text = column(book, "Fassungen", "Wortlaut")[0]
    assert len(text) == tables.LONGEST_CELL
    assert text.endswith("x [gekürzt, ganz in data/items/0001/raw-v1.json]")


def test_length_is_counted_as_excel_counts_it(made):
    # 20,000 emoji are 40,000 units: longer than a cell though fewer characters than it holds.
    text = column(tables.workbook(with_words(made, "🚒" * 20_000)), "Fassungen", "Wortlaut")[0]
    assert len(text.encode("utf-16-le")) // 2 <= tables.LONGEST_CELL
    assert text.startswith("🚒🚒")
    assert "[gekürzt, ganz in" in text


def test_a_text_that_just_fits_stays_whole(made):
    words = "y" * tables.LONGEST_CELL
    assert column(tables.workbook(with_words(made, words)), "Fassungen", "Wortlaut")[0] == words


def test_each_version_has_one_row_with_its_file_and_hash(made):
    book = tables.workbook(made)
    hashes = [v.sha256 for one in made.exhibits for v in one.versions]
    assert column(book, "Fassungen", "SHA-256") == hashes
    assert column(book, "Fassungen", "Urdatei") == [
        "data/items/0001/raw-v1.json",
        "data/items/0002/raw-v1.bin",
    ]
    assert column(book, "Fassungen", "Gesichert") == ["ja", "ja"]


def test_the_other_sheets_say_what_the_dossier_says(made):
    book = tables.workbook(made)
    assert [row[1] for row in cells(book, "Fall")][1] == made.case.number
    assert column(book, "Vorschläge der Maschine", "Feindselig")[0] == "Beleidigung 0.800"
    assert column(book, "Entscheidungen", "Begründung") == ["gegen alle gemeint"]
    assert column(book, "Personen", "Name")[0] == "Kira Ahlers"
    assert column(book, "Protokoll", "Blattwert") == [entry.leaf for entry in made.audit]
    assert column(book, "Fundstücke", "Empfangen (UTC)")[0].isoformat() == "2026-11-21T12:00:00"


def test_every_row_has_a_heading_above_each_of_its_cells(made):
    for sheet in sheets.SHEETS:
        assert all(len(row.cells) <= len(sheet.columns) for row in sheet.rows(made)), sheet.title


def test_the_same_dossier_makes_the_same_bytes_anywhere(made, monkeypatch):
    here = tables.workbook(made)
    before = os.umask(0o077)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    there = tables.workbook(made)
    monkeypatch.undo()
    time.tzset()
    os.umask(before)
    assert here == there


def test_a_full_disk_is_a_clear_error(made, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(StreifeError, match="table: could not be written"):
        tables.workbook(made)


def test_blackened_words_are_nowhere_in_the_file(made):
    secret = "Nachbarin"
    assert secret in everything(tables.workbook(made))
    assert secret not in everything(tables.workbook(made, lambda words: words.replace(secret, "█████")))


def test_streifes_own_words_are_not_blackened(made):
    book = tables.workbook(made, lambda _: "█")
    assert column(book, "Fassungen", "SHA-256")[0] == made.exhibits[0].versions[0].sha256
    assert set(column(book, "Fassungen", "Wortlaut")) == {"█"}


def test_training_data_says_so_on_the_first_sheet(made):
    assert "ÜBUNGSDATEN" in str(cells(tables.workbook(replace(made, training=True)), "Fall")[0])


def test_more_rows_than_a_sheet_holds_are_a_clear_error(made, monkeypatch):
    class Short(tables.Worksheet):
        def write_string(self, row, *rest):
            return super().write_string(row + 1_048_575, *rest)

    monkeypatch.setattr(tables.Workbook, "worksheet_class", Short)
    with pytest.raises(StreifeError, match="sheet Fall: a cell could not be written"):
        tables.workbook(made)


def test_a_wording_that_was_not_bound_into_the_case_says_so(made):
    first = made.exhibits[0]
    later = replace(first.versions[0], version=2, text="später geändert")
    grown = replace(made, exhibits=(replace(first, versions=(*first.versions, later)),))
    assert column(tables.workbook(grown), "Fassungen", "Gesichert") == ["ja", "nein"]


def everything(book: bytes) -> str:
    with ZipFile(io.BytesIO(book)) as parts:
        return "".join(parts.read(name).decode() for name in parts.namelist())


def test_applications_and_every_check_of_an_element_have_a_row(made):
    book = tables.workbook(made)
    assert column(book, "Strafanträge", "Ende") == ["zurückgenommen", None]
    assert column(book, "Strafanträge", "Fundstücke") == ["1, 2", "1, 2"]
    assert column(book, "Merkmale", "Ergebnis") == ["offen"] * 3 + ["erfüllt", "unklar"] + ["offen"] * 3
    assert column(book, "Merkmale", "Gilt") == [None] * 3 + ["nein", "ja"] + [None] * 3
