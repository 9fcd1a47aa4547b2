"""Blackening: third persons' words give way to bars before anything is typeset; nothing lies beneath."""

from collections.abc import Iterable, Iterator, Sequence

from casework import respelled

BAR = "█" * 8
FEWEST_LETTERS, FEWEST_DIGITS = 4, 5  # of a part that tells who is meant
LONGEST_SHOWN = 40


def blacken(text: str, terms: Sequence[str]) -> str:
    """The text with every place of these terms as one bar, always of the same length.

    Capitals, accents, hidden characters and percent-encoding make no difference; `ä` is `ae`, `ö` is `oe`,
    `ü` is `ue`, `ß` is `ss`, `å` is `aa`. Between the parts of a term and the digits of a number any signs
    and spaces may stand, or none; the last of several words may come first. A term within another word or
    a longer number stays, but for a genitive, a capital within, and several words run together (a handle).
    """
    return _barred(text, _places(text, terms))


def near(text: str, terms: Sequence[str]) -> list[str]:
    """Words that can still be read and hold a part of a term: for a human to judge, each once."""
    rest = blacken(text, terms)
    parts = {part for term in terms for word in term.split() for part in respelled.core(word).split()}
    wanted = [one for part in sorted(parts) if _tells(part) for one in respelled.patterns(part)]
    found = [at for reading in respelled.readings(rest) for one in wanted for at in _around(reading, one)]
    return list(dict.fromkeys(rest[start:end][:LONGEST_SHOWN] for start, end in sorted(found)))


def _tells(part: str) -> bool:
    return len(part) >= (FEWEST_DIGITS if part.isdigit() else FEWEST_LETTERS)


def _around(reading: respelled.Reading, one: respelled.Pattern) -> Iterator[tuple[int, int]]:
    """The whole words in which it stands, as [start, end) of the text."""
    for start, end in respelled.every(one.pattern, reading.bare):
        first, after = reading.bare.rfind(" ", 0, start) + 1, reading.bare.find(" ", end)
        yield reading.starts[first], reading.ends[after - 1 if after >= 0 else -1]


def _places(text: str, terms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Characters [start, end) of the text itself."""
    wanted = [one for term in terms for one in respelled.patterns(term)]
    for signs in {one.signs for one in wanted}:
        for reading in respelled.readings(text, signs=signs):
            for one in wanted:
                if one.signs == signs:
                    yield from _met(reading, one)


def _met(reading: respelled.Reading, one: respelled.Pattern) -> Iterator[tuple[int, int]]:
    for start, end in reading.places(one):
        yield reading.starts[start], reading.ends[end - 1]


def _barred(text: str, found: Iterable[tuple[int, int]]) -> str:
    """Places that overlap or touch give one bar."""
    parts: list[str] = []
    done = 0
    for start, end in sorted(found):
        if start >= done:
            kept = text[done:start]
            parts.append(kept if parts and not kept else kept + BAR)
        done = max(done, end)
    return "".join([*parts, text[done:]])
