"""Makes other people's words harmless: what is invisible is shown, what acts as markup is disarmed.

`visible` is for places that print text as it is (st.text, table cells, chart labels).
`inert` is for places that read markup (everything else in Streamlit). Every character that is not a
letter, a digit or a space becomes a numeric character reference, which CommonMark forbids to act as
markup; after characters that Streamlit or GFM look for once references are decoded (links, :emoji:,
arrows) follows a zero-width space.
"""

from casework import visible as hidden

ZERO_WIDTH_SPACE = "\u200b"
NO_BREAK_SPACE = "&#160;"
_LOOKED_FOR = frozenset(":/.@-<>=~_")
_LINK_STARTS = ("http", "www.")


def visible(text: str) -> str:
    """The text with control, direction and zero-width characters written out; line breaks stay."""
    return hidden.visible(text.replace("\t", " "), lines=True)


def visible_characters(text: str) -> list[str]:
    """What is shown for each character, so that offsets of the original still point to it."""
    return [c if c.isalnum() or c == " " else visible(c) for c in text]


def inert(text: str) -> str:
    """The text on one line in a form that no markup parser acts on."""
    return disarmed(visible(text.replace("\n", " ")))


def disarmed(text: str) -> str:
    """One line that holds nothing invisible, as character references."""
    return "".join(_disarmed(text, i) for i in range(len(text)))


def _disarmed(text: str, i: int) -> str:
    character = text[i]
    if character.isalnum():
        starts_link = text[i : i + 4].lower() in _LINK_STARTS
        return character + ZERO_WIDTH_SPACE if starts_link else character
    if character == " ":
        alone = 0 < i < len(text) - 1 and text[i - 1] != " "
        return " " if alone else NO_BREAK_SPACE
    return f"&#{ord(character)};" + (ZERO_WIDTH_SPACE if character in _LOOKED_FOR else "")
