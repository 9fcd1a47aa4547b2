"""The clock of an emergency: minutes and seconds since it reached us, ticking by itself between two looks."""

from datetime import datetime

import streamlit as st

from dashboard import words

HOUR, MINUTE = 3_600, 60


def show(since: datetime, now: datetime) -> None:
    """A running clock; the stylesheet moves it on from the number of seconds that it is given here."""
    seconds = max(0, int((now - since).total_seconds()))
    spoken = words.text("acute-waits", span=words.text("span-minutes", n=seconds // MINUTE))
    hours = f'<b class="h" style="animation-delay:-{seconds}s"></b>' if seconds >= HOUR else ""
    delay = f'style="animation-delay:-{seconds % HOUR if hours else seconds}s"'
    # Numbers of ours and words of the catalogue alone: no stranger's word comes near.
    st.html(  # noqa: TID251
        f'<span class="acute-clock" role="timer" aria-label="{spoken}">{hours}'
        f'<b class="m" {delay}></b><b class="s" style="animation-delay:-{seconds % MINUTE}s"></b></span>',
        width="content",
    )
