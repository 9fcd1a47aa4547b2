"""The record: its last entries, and whether it still is what was written."""

import streamlit as st

from casework.record import AuditEntry
from dashboard import identity, times, words
from dashboard.inert import visible
from dashboard.parts import frame, say
from streife import wiring

SHOWN = 200
CHECKED = "audit_checked"
LAST = "audit_last"


def page() -> None:
    """The newest entries first, and the button that recomputes them all.

    Looking is itself an entry, whose number says where the end of the log is.
    """
    with identity.at_work() as (work, person):
        if LAST not in st.session_state:
            st.session_state[LAST] = work.record(person.login, "audit_read", "audit").seq
        last = int(st.session_state[LAST])
        entries = work.audit(after=max(0, last - SHOWN), limit=SHOWN)[::-1]
    frame.head(words.say("door-audit"), person, status=False)
    _check()
    with say.row(spread=True):
        say.meta(words.say("audit-shown", n=len(entries)))
        if st.button(words.say("reload"), icon=say.icon("refresh"), type="tertiary"):
            del st.session_state[LAST]
            st.rerun()
    st.dataframe(
        [_row(entry) for entry in entries],
        hide_index=True,
        height=560,
        alt=words.text("door-audit"),
        column_config={words.text("audit-number"): st.column_config.NumberColumn(format="%d", width="small")},
    )


def _check() -> None:
    with st.container(border=True, gap="xsmall"):
        with say.row(spread=True):
            say.line(words.say("audit-why"))
            if st.button(words.say("audit-verify"), icon=say.icon("fact_check"), type="primary"):
                found = wiring.verify_audit()
                st.session_state[CHECKED] = (found.holds, found.size, found.root, found.words)
        if CHECKED in st.session_state:
            holds, size, root, told = st.session_state[CHECKED]
            if holds:
                said = words.joined(say.icon("verified"), words.say("audit-holds", n=size), by=" ")
                say.line(say.coloured(said, "green"))
                st.code(root, language=None, wrap_lines=True)
            else:
                said = words.joined(say.icon("gpp_bad"), words.say("audit-broken"), by=" ")
                say.line(say.coloured(said, "red"))
                st.text(visible(told))


def _row(entry: AuditEntry) -> dict[str, str | int]:
    return {
        words.text("audit-number"): entry.seq,
        words.text("audit-at"): str(times.stamp(entry.at)),
        words.text("audit-actor"): visible(entry.actor),
        words.text("audit-act"): visible(entry.act),
        words.text("audit-subject"): visible(entry.subject),
        words.text("audit-detail"): visible(str(dict(entry.detail)))[:300],
    }


page()
