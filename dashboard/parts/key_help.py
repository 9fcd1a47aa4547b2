"""All keys on one card, in the reader's language; `?` opens it."""

import streamlit as st

from dashboard import words
from dashboard.parts import frame, say
from dashboard.parts.dialog import dialog

KEY_WIDTH = 92
Pairs = tuple[tuple[str, str], ...]
GROUPS: dict[str, Pairs] = {
    "keys-move": (("J", "next"), ("K", "previous"), ("O", "key-open"), ("/", "key-search"), ("T", "unmask")),
    "keys-decide": (
        *(("U", "confirm-tip"), ("G", "hand-over"), ("A", "answer"), ("F", "open-case"), ("E", "dismiss")),
        *(("B", "correct"), ("H", "confirm-harmless"), ("Z", "undo"), ("I", "claim")),
    ),
    "keys-many": (("X", "pick"), ("key-shift-x", "pick-to-here")),
    "keys-form": (
        *(("1–9", "key-quick"), ("key-enter", "key-send"), ("key-ctrl-enter", "key-send-text")),
        ("Esc", "key-close"),
    ),
}
LEFT = ("keys-move", "keys-many", "keys-form")


def button() -> None:
    """The way to the card; where keys are switched off there is none."""
    if frame.shortcut("?") is None:
        return
    told = words.text("keys-help")
    if st.button("", icon=say.icon("keyboard"), key="key_help", type="tertiary", help=told):
        card()


def card() -> None:
    """The card as a form that Esc closes."""

    @dialog(words.text("help-keys"), icon=say.icon("keyboard"), width="medium")
    def keys() -> None:
        left, right = st.columns(2, gap="medium")
        for title, pairs in GROUPS.items():
            with left if title in LEFT else right, st.container(gap="xxsmall"):
                say.small_heading(words.say(title))
                listed(pairs)
        say.meta(words.say("help-keys-off"), stretch=True)

    keys()


def listed(pairs: Pairs) -> None:
    """Each key beside what it does; keys with names of their own come from the catalogue."""
    for key, name in pairs:
        with st.container(horizontal=True, gap="small", wrap=False, vertical_alignment="center"):
            with st.container(width=KEY_WIDTH):
                say.badge(words.say(key) if key.startswith("key-") else words.Words(key))
            say.line(words.say(name), stretch=True)
