"""Placeholders of templates: named in each language, checked, filled from facts; a missing fact is a gap.

What stands for a citizen is a stranger's own words: it becomes a short line of letters in which nothing acts.
"""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum

from casework.errors import Refused
from casework.message import Author

LANGUAGES = ("de", "en", "nl", "sv")
LONGEST_NAME, MOST_MARKS = 40, 2
SHORTEST_FACT = 3


class Placeholder(StrEnum):
    """What a template may ask for."""

    OFFICER = "officer"
    STATION = "station"
    CITIZEN = "citizen"
    EMERGENCY = "emergency"
    LINK = "link"


NAMES: Mapping[str, Mapping[Placeholder, str]] = {
    language: dict(zip(Placeholder, names.split(), strict=True))
    for language, names in {
        "de": "mein_name dienststelle name notruf link",
        "en": "my_name station name emergency link",
        "nl": "mijn_naam bureau naam alarmnummer link",
        "sv": "mitt_namn station namn larmnummer link",
    }.items()
}
# Numbers for help at once, by country; elsewhere in Europe 112 answers.
EMERGENCY = {"DE": "110", "GB": "999", "CH": "117", "AT": "133"}
EUROPE = "112"

_KNOWN = {name: one for names in NAMES.values() for one, name in names.items()}
_BRACES = re.compile(r"\{([^{}\n]*)\}")
_LINK_LIKE = re.compile(r"://|www\.", re.IGNORECASE)
_HANDLE = re.compile(r"[a-z0-9_][a-z0-9_.-]{0,59}(@[a-z0-9-]+(\.[a-z0-9-]+)+)?", re.IGNORECASE)
_DOTTED = re.compile(r"\.(?=\w)")
_KEPT = "LMN"
_PLAIN = " .'’-"


def check(text: str) -> None:
    """Raise Refused naming the first placeholder that nobody knows, or a brace that stands alone."""
    for name in unknown(text):
        known = ", ".join(f"{{{one}}}" for one in NAMES["de"].values())
        raise Refused(f"placeholder {{{name[:40]}}}: is not known; there are {known}")
    if re.search(r"[{}]", _BRACES.sub("", text)):
        raise Refused("placeholder: a brace stands alone; write {name}, or leave the brace out")


def unknown(text: str) -> tuple[str, ...]:
    """The names in braces that stand for nothing, in order."""
    return tuple(name for name in _BRACES.findall(text) if name.strip().lower() not in _KNOWN)


def used(text: str) -> tuple[Placeholder, ...]:
    """The known placeholders of a text, each once, in order."""
    found = (_KNOWN.get(name.strip().lower()) for name in _BRACES.findall(text))
    return tuple(dict.fromkeys(one for one in found if one))


def gaps(text: str) -> tuple[str, ...]:
    """What is still to be filled in, as it stands in the text, such as `{link}`."""
    found = (f"{{{name}}}" for name in _BRACES.findall(text) if name.strip().lower() in _KNOWN)
    return tuple(dict.fromkeys(found))


def fill(text: str, facts: Mapping[Placeholder, str]) -> str:
    """The text with every known fact in its place, in one go: what a fact brings is not read again.

    A missing fact leaves its placeholder standing, as a gap.
    """

    def put(found: re.Match[str]) -> str:
        one = _KNOWN.get(found[1].strip().lower())
        return (facts.get(one, "") if one else "") or found[0]

    return _BRACES.sub(put, text)


def unfill(text: str, facts: Mapping[Placeholder, str], language: str) -> str:
    """The text with facts turned into placeholders again, the longest first: no citizen's name is kept."""
    for one, fact in sorted(facts.items(), key=lambda known: -len(known[1])):
        if len(fact) >= SHORTEST_FACT:
            text = re.sub(rf"(?<!\w){re.escape(fact)}(?!\w)", f"{{{NAMES[language][one]}}}", text)
    return text


def emergency_number(land: str) -> str:
    """The number to call in that country; `land` is an ISO 3166-2 code such as DE-NI."""
    return EMERGENCY.get(land[:2].upper(), EUROPE)


def called(author: Author) -> str:
    """How to address who wrote: the name, else the handle; "" where neither can be repeated without harm.

    One line of letters, digits and marks, at most 40 long: no link, no hashtag, no brace, no other's mention.
    """
    if author.name and not _LINK_LIKE.search(author.name):
        name = _bare(author.name)
        if any(c.isalpha() for c in name):
            return name
    handle = author.handle.strip().removeprefix("@")
    return f"@{handle}" if _HANDLE.fullmatch(handle) else ""


def _bare(name: str) -> str:
    """Dots become blanks where a network would make a link of them; no more than two marks on a letter."""
    kept, marks = [], 0
    for c in unicodedata.normalize("NFC", name[: 10 * LONGEST_NAME]):
        kind = unicodedata.category(c)[0]
        marks = marks + 1 if kind == "M" else 0
        fits = (kind in _KEPT or c in _PLAIN) and marks <= MOST_MARKS
        kept.append(c if fits else " ")
    words = " ".join(_DOTTED.sub(". ", "".join(kept)).split())
    return words[:LONGEST_NAME].strip(" -'’")
