"""Strangers' words made visible: characters that hide, turn or break a line are written as U+XXXX."""

import re
import unicodedata

_HIDING = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_JOINERS = "\u200d\ufe0f"  # emoji need them: family, skin tone, rainbow flag
# Letters and marks by category, yet nothing is to be seen: fillers, joiners, variation selectors.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufe00-\ufe0d\U000e0100-\U000e01ef]"
)
_SUSPECT = re.compile(r"[^\x20-\x7e\xa1-\xac\xae-\u034e\u0350-\u036f\u0400-\u052f\u2010-\u2027]")


def visible(words: str, *, lines: bool = False) -> str:
    """The same words with every hidden, turning or control character as U+XXXX.

    `lines` keeps line feeds, for places that show a text on several lines.
    """

    def show(found: re.Match[str]) -> str:
        character = found.group()
        if character in _JOINERS or (lines and character == "\n"):
            return character
        hidden = unicodedata.category(character) in _HIDING or _UNSEEN.match(character)
        return f"[U+{ord(character):04X}]" if hidden else character

    return _SUSPECT.sub(show, words)
