"""The record: its last entries, and whether it still is what was written."""

import streamlit as st

from casework import reading
from dashboard import identity, words
from dashboard.inert import visible
from dashboard.parts import audit_leaving, audit_names, audit_table, frame, say
from streife import wiring

SHOWN = 200
CHECKED = "audit_checked"
LAST = "audit_last"


def page() -> None:
    """The newest entries first, and the button that recomputes them all.

    Looking is itself an entry, whose number says where the end of the log is.
    """
    if LAST not in st.session_state:
        with identity.at_work() as (work, person):
            st.session_state[LAST] = reading.look_at_log(work, person).seq
    last = int(st.session_state[LAST])
    with identity.looking() as (work, person):
        reading.demand_log(person)
        entries = work.audit(after=max(0, last - SHOWN), limit=SHOWN)[::-1]
        names = audit_names.of(work, person, entries)
    frame.head(words.say("door-audit"), person, status=False)
    _check()
    audit_leaving.show()
    with say.row(spread=True):
        say.meta(words.say("audit-shown", n=len(entries)))
        if st.button(words.say("reload"), icon=say.icon("refresh"), type="tertiary"):
            del st.session_state[LAST]
            st.rerun()
    audit_table.show(entries, names)


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


page()
