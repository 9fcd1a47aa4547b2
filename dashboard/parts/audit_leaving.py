"""What left the stations, for whoever reads their record: to whom, when, on what basis (BDSG 76)."""

import streamlit as st

from casework import transmission
from casework.record import Case
from casework.transmission import Transmission
from dashboard import identity, times, words
from dashboard.inert import visible
from dashboard.parts import say

SHOWN = "audit_leaving"
WIDTHS = {"recipient-of": 260, "basis-of": 190, "purpose-of": 120, "audit-leaving-print": 150}


def show() -> None:
    """Asked for first, as looking at it is itself on record."""
    with st.container(border=True, gap="xsmall", key="audit_leaving_box"):
        with say.row(spread=True):
            say.line(words.say("audit-leaving-why"))
            if st.button(words.say("audit-leaving"), icon=say.icon("outgoing_mail"), key=SHOWN):
                with identity.at_work() as (work, person):
                    found = transmission.of_stations(work, person)
                st.session_state["audit_left"] = [_row(case, one) for case, one in found]
        if (rows := st.session_state.get("audit_left")) is None:
            return
        if not rows:
            say.meta(words.say("audit-leaving-none"), stretch=True)
            return
        widths = {words.text(key): st.column_config.TextColumn(width=w) for key, w in WIDTHS.items()}
        st.dataframe(rows, hide_index=True, alt=words.text("audit-leaving"), column_config=widths)


def _row(case: Case, one: Transmission) -> dict[str, str]:
    at = times.stamp(one.sent_at) if one.sent_at else words.text("leaving-draft")
    return {
        words.text("form-case"): visible(case.number),
        words.text("recipient-of"): visible(one.recipient),
        words.text("leaving-sent"): str(at),
        words.text("basis-of"): visible(one.basis),
        words.text("purpose-of"): visible(one.purpose),
        words.text("audit-leaving-package"): visible(one.package),
        words.text("audit-leaving-exported"): f"{times.stamp(one.exported_at)} {visible(one.exported_by)}",
        words.text("leaving-recalled"): str(times.stamp(one.recalled_at)) if one.recalled_at else "",
        words.text("audit-leaving-print"): one.fingerprint,
    }
