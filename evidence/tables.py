"""tabelle.xlsx: the case as a table to sort and filter; no cell is ever a formula or a link."""

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from tempfile import TemporaryDirectory

from xlsxwriter import Workbook
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from casework.dossier import Dossier
from casework.errors import StreifeError
from casework.visible import visible
from evidence.rows import Cell, Own, Row
from evidence.sheets import SHEETS, Sheet

LONGEST_CELL = 32_767  # UTF-16 units, by Excel's specifications and limits
NO_GUESSING = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
Blacken = Callable[[str], str]


def workbook(dossier: Dossier, blacken: Blacken | None = None) -> bytes:
    """The whole table as XLSX (ISO/IEC 29500); the same dossier gives the same bytes.

    `blacken` is applied to all words that are not Streife's own, before anything else is done with them.
    A text too long for a cell is cut, and says in which file of the package it stands whole. Raises
    StreifeError where a sheet cannot hold all rows.
    """
    held = BytesIO()
    with _opened(held, dossier) as book:
        looks = _Looks(
            text=book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
            number=book.add_format({"valign": "top"}),
            time=book.add_format({"num_format": "dd.mm.yyyy hh:mm:ss", "valign": "top", "align": "left"}),
            head=book.add_format({"num_format": "@", "bold": True, "text_wrap": True, "valign": "top"}),
        )
        for sheet in SHEETS:
            _Writer(book.add_worksheet(sheet.title), looks, blacken).fill(sheet, dossier)
    return held.getvalue()


@contextmanager
def _opened(held: BytesIO, dossier: Dossier) -> Iterator[Workbook]:
    """A workbook that guesses nothing, and spills its rows into a folder of its own instead of memory."""
    try:
        with TemporaryDirectory() as spill:
            book = Workbook(held, {**NO_GUESSING, "constant_memory": True, "tmpdir": spill})
            book.set_properties(
                {"created": _plain(dossier.exported_at), "title": "Fall", "author": "Streife"}
            )
            yield book
            book.close()
    except (OSError, XlsxWriterException) as why:
        raise StreifeError(
            f"table: could not be written ({why}); make room for temporary files and export again"
        ) from why


@dataclass(frozen=True, slots=True)
class _Looks:
    """Cell formats; text cells are of the format "text", so that no later edit turns one into a formula."""

    text: Format
    number: Format
    time: Format
    head: Format


@dataclass(frozen=True, slots=True)
class _Writer:
    page: Worksheet
    looks: _Looks
    blacken: Blacken | None

    def fill(self, sheet: Sheet, dossier: Dossier) -> None:
        """Headings, then all rows."""
        titles = [title for title, _ in sheet.columns]
        for place, (_, width) in enumerate(sheet.columns):
            self.page.set_column(place, place, width)
        self.page.freeze_panes(1, 0)
        for place, title in enumerate(titles):
            self._done(sheet, self.page.write_string(0, place, title, self.looks.head))
        last = 0
        for last, row in enumerate(sheet.rows(dossier), start=1):
            for place, cell in enumerate(row.cells):
                self._done(sheet, self._put(last, place, cell, row))
        self.page.autofilter(0, 0, last, len(titles) - 1)

    def _put(self, line: int, place: int, cell: Cell, row: Row) -> int:
        """XlsxWriter's return code: 0 where the cell stands as it was given."""
        if cell is None or cell == "":
            return 0
        if isinstance(cell, datetime):
            return int(self.page.write_datetime(line, place, _plain(cell), self.looks.time))
        if isinstance(cell, int | float) and math.isfinite(cell):
            return int(self.page.write_number(line, place, cell, self.looks.number))
        return int(self.page.write_string(line, place, self._text(cell, row), self.looks.text))

    def _text(self, cell: Cell, row: Row) -> str:
        words = str(cell)
        if self.blacken and not isinstance(cell, Own):
            words = self.blacken(words)
        return _cut(_inert(visible(words, lines=True)), f"[gekürzt, ganz in {row.whole}]")

    def _done(self, sheet: Sheet, code: int) -> None:
        if code != 0:
            raise StreifeError(
                f"table, sheet {sheet.title}: a cell could not be written (XlsxWriter says {code}); "
                "split the case, a sheet holds 1,048,576 rows"
            )


def _inert(words: str) -> str:
    """XlsxWriter copies a text that stands between <r> and </r> into the file as markup: its < is shown."""
    if words.startswith("<r>") and words.endswith("</r>"):
        return f"[U+003C]{words[1:]}"
    return words


def _cut(words: str, note: str) -> str:
    """The words as far as a cell holds them, counted in UTF-16 units, with a note where they were cut."""
    units = words.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_CELL:
        return words
    kept = units[: 2 * (LONGEST_CELL - len(note) - 1)].decode("utf-16-le", "ignore")
    return f"{kept} {note}"


def _plain(at: datetime) -> datetime:
    """The same moment in UTC without its zone, which no cell can hold."""
    return at.astimezone(UTC).replace(tzinfo=None)
