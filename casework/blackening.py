"""Blackening: third persons' words give way to bars before anything is typeset; nothing lies beneath."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

BAR = "█" * 8
_SEPARATORS = r"[\s_.\-‐-―]"
_UNSEEN = "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"  # letters and signs with nothing to be seen


def blacken(text: str, terms: Sequence[str]) -> str:
    """The text with every place of these terms as one bar, always of the same length.

    Capitals, accents, hidden characters, kinds and number of spaces make no difference; between the words of
    a term there may also be a full stop, a hyphen, an underscore or nothing at all, and in an address it may
    stand percent-encoded.
    """
    patterns = [pattern for term in terms for pattern in _patterns(term)]
    return _barred(text, _places(text, patterns)) if patterns else text


def _patterns(term: str) -> Iterator[str]:
    words = [word for word in re.split(f"{_SEPARATORS}+", term) if _skeleton(word)[0]]
    if not words:
        yield from [re.escape(term)] if term.strip() else []
        return
    for spelled in (words, [quote(unicodedata.normalize("NFC", word)) for word in words]):
        yield f"(?:{_SEPARATORS}|%20|\\+)*".join(re.escape(_skeleton(word)[0]) for word in spelled)


def _places(text: str, patterns: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Characters [start, end) of the text itself."""
    bare, at = _skeleton(text)
    for pattern in patterns:
        for match in re.finditer(pattern, bare):
            if match.end() > match.start():
                yield at[match.start()], at[match.end() - 1] + 1


def _skeleton(text: str) -> tuple[str, list[int]]:
    """The text without case, accents and hidden characters, and where each character of it comes from."""
    bare: list[str] = []
    at: list[int] = []
    for index, character in enumerate(text):
        for part in _plain(character):
            bare.append(part)
            at.append(index)
    return "".join(bare), at


def _plain(character: str) -> str:
    if character.isspace():
        return " "
    if character in _UNSEEN or unicodedata.category(character) == "Cc":
        return ""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    return "".join(part for part in folded if unicodedata.category(part) not in ("Mn", "Me", "Cf"))


def _barred(text: str, found: Iterable[tuple[int, int]]) -> str:
    """Places that overlap or touch give one bar, marks that hang on a place go with it."""
    parts: list[str] = []
    done = 0
    for start, end in sorted(found):
        if start >= done and start < len(text):
            kept = text[done:start]
            parts.append(kept if parts and not kept else kept + BAR)
        done = max(done, _with_marks(text, min(end, len(text))))
    return "".join([*parts, text[done:]])


def _with_marks(text: str, end: int) -> int:
    while end < len(text) and unicodedata.category(text[end]) in ("Mn", "Me", "Cf"):
        end += 1
    return end
