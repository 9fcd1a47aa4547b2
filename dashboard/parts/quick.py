"""Reasons at hand: one button each, pressed by its number, so that a form needs no mouse and no Tab."""

import streamlit as st

from dashboard import words
from dashboard.parts import frame, say

REASONS = ("lawful", "spam", "settled", "no-offence", "no-content")


def reasons(form: str, names: tuple[str, ...] = REASONS, family: str = "reason") -> str:
    """The words of the reason that was pressed just now, else ""."""
    say.meta(words.say("quick-reasons"), stretch=True)
    pressed = ""
    with st.container(horizontal=True, gap="xsmall", key=f"first_{form}"):
        for number, name in enumerate(names, start=1):
            said = words.text(f"{family}-{name}")
            if st.button(
                words.say(f"{family}-{name}"),
                key=f"quick_{form}_{name}",
                shortcut=frame.shortcut(str(number)),
            ):
                pressed = said
    return pressed
