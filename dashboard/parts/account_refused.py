"""What was refused: messages that could not be kept, with why, and the notices that a network denies us."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from casework.fitting import Refusal
from casework.labels import Platform
from dashboard import times, words
from dashboard.parts import say

MOST = 20


def show(refused: Sequence[Refusal], now: datetime) -> None:
    """Folded, with their number; nothing where all could be kept."""
    if not refused:
        return
    with st.expander(words.say("refusals", n=len(refused)), icon=say.icon("block")):
        say.line(words.joined(say.icon("build"), words.say("refusals-remedy"), by=" "), stretch=True)
        for one in refused[:MOST]:
            when = times.moment(one.refused_at, now)
            say.meta(words.joined(when, words.quoted(one.native_id), words.quoted(one.reason)), stretch=True)
        if len(refused) > MOST:
            say.meta(words.say("refusals-more", n=len(refused) - MOST), stretch=True)


def notices(platform: Platform, reason: str) -> None:
    """That the network sends no notices, what that means and what helps; nothing without a `reason`."""
    if not reason:
        return
    with st.container(gap="xxsmall"):
        said = words.say("no-notices", platform=words.label(platform))
        said = words.joined(say.icon("notifications_off"), said, by=" ")
        say.line(say.coloured(said, "orange"), stretch=True)
        say.line(words.joined(say.icon("build"), words.say("no-notices-remedy"), by=" "), stretch=True)
        say.meta(words.quoted(reason), stretch=True)
