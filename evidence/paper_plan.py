"""Which part of a report goes into which volume, so that typesetting one never needs much memory."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casework.annex import Annex
from casework.dossier import Dossier, Exhibit
from casework.visible import visible

# Measured: a volume of this weight needs about 210 MB; an item weighs 1 and 2 pages, a table's row far less.
LARGEST = 250.0
CHARACTERS_PER_ITEM = 4_000
WRITTEN_OUT_PER_ITEM = 3_000
PICTURE_BYTES_PER_ITEM = 100_000
ROWS_PER_ITEM = 12
ENTRIES_PER_ITEM = 10
NONE = range(0)


@dataclass(frozen=True, slots=True)
class Volume:
    """What one volume holds, by place from 0: rows of the table of items, authors, items, log entries.

    The first one has everything that is told once for the whole case, too.
    """

    number: int = 1
    rows: range = NONE
    authors: range = NONE
    items: range = NONE
    entries: range = NONE


def planned(dossier: Dossier, annex: Annex, authors: int) -> list[Volume]:
    """All volumes in order; one alone where everything fits into it."""
    weights = [_weight(annex, one) for one in dossier.exhibits]
    items, entries = len(weights), len(dossier.audit)
    weight = sum(weights) + (items + authors) / ROWS_PER_ITEM + entries / ENTRIES_PER_ITEM
    if weight <= LARGEST:
        return [Volume(1, range(items), range(authors), range(items), range(entries))]
    half = int(LARGEST * ROWS_PER_ITEM / 2)
    rows = _steps(items, half)
    wrote = _steps(authors, half)
    later = [
        *(Volume(rows=one) for one in rows[1:]),
        *(Volume(authors=one) for one in wrote[1:]),
        *(Volume(items=one) for one in _filled(weights)),
        *(Volume(entries=one) for one in _steps(entries, int(LARGEST * ENTRIES_PER_ITEM))),
    ]
    numbered = (
        Volume(number, one.rows, one.authors, one.items, one.entries)
        for number, one in enumerate(later, start=2)
    )
    return [Volume(1, rows[0], wrote[0]), *numbered]


def _weight(annex: Annex, exhibit: Exhibit) -> float:
    """An item's share of memory: words of all versions and of the thread around it, and pictures."""
    thread = annex.threads.get(exhibit.message.id, ())
    texts = [*(v.text for v in exhibit.versions), *(one.text for one in thread)]
    pictures = sum(len(one.picture) for one in annex.captures.get(exhibit.message.id, ()))
    return 1 + sum(map(_of_text, texts)) + pictures / PICTURE_BYTES_PER_ITEM


def _of_text(text: str) -> float:
    """Lines and characters that are written out need far more than others."""
    shown = visible(text)
    return len(shown) / CHARACTERS_PER_ITEM + (len(shown) - len(text)) / WRITTEN_OUT_PER_ITEM


def _steps(count: int, step: int) -> list[range]:
    """Runs of at most `step`; an empty one where there is nothing."""
    return [range(start, min(start + step, count)) for start in range(0, count, step)] or [NONE]


def _filled(weights: Sequence[float]) -> Iterator[range]:
    start, held = 0, 0.0
    for place, weight in enumerate(weights):
        if place > start and held + weight > LARGEST:
            yield range(start, place)
            start, held = place, 0.0
        held += weight
    if start < len(weights):
        yield range(start, len(weights))
