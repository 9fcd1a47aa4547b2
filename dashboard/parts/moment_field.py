"""Asks for a day and a time of what already happened, now unless said otherwise."""

from datetime import datetime

import streamlit as st

from casework.clocks import LOCAL
from dashboard import identity, times, words


def ask(key: str, day: str, first: datetime | None = None) -> datetime:
    """The moment, in local time, never in the future nor before `first`; `day` names the field of the day."""
    with identity.looking() as (work, _):
        now = work.now
    local = now.astimezone(LOCAL)
    left, right = st.columns(2)
    when = left.date_input(
        day,
        local.date(),
        min_value=first.astimezone(LOCAL).date() if first else None,
        max_value=local.date(),
        format=times.field(),
        key=f"{key}_day",
    )
    minute = local.time().replace(second=0, microsecond=0)
    at = right.time_input(words.text("out-time"), minute, key=f"{key}_time")
    chosen = min(datetime.combine(when, at, LOCAL), now)
    return max(chosen, first) if first and when == first.astimezone(LOCAL).date() else chosen
