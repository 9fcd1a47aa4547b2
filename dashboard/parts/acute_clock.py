"""The clock of an emergency: minutes and seconds since it reached us, ticking by itself between two looks."""

from datetime import datetime

import streamlit as st

from dashboard import words

HOUR, MINUTE = 3_600, 60


def show(since: datetime, now: datetime) -> None:
    """A running clock; static/clock.js moves it on from the number of seconds that it is given here."""
    seconds = max(0, int((now - since).total_seconds()))
    spoken = words.text("acute-waits", span=words.text("span-minutes", n=seconds // MINUTE))
    # Numbers of ours and words of the catalogue alone: no stranger's word comes near.
    st.html(  # noqa: TID251
        f'<span class="acute-clock" role="timer" aria-label="{spoken}" data-seconds="{seconds}">'
        f"{_told(seconds)}</span>",
        width="content",
    )


def _told(seconds: int) -> str:
    """As the script tells it, for as long as it has not looked yet."""
    hours = f"{seconds // HOUR:02}:" if seconds >= HOUR else ""
    return f"{hours}{seconds % HOUR // MINUTE:02}:{seconds % MINUTE:02}"
