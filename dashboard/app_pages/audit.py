"""The record: its last entries, and whether it still is what was written."""

import json
from collections.abc import Mapping

import streamlit as st

from casework.record import AuditEntry
from dashboard import identity, times, words
from dashboard.inert import visible
from dashboard.parts import frame, say
from streife import wiring

SHOWN = 200
LONGEST_DETAIL = 300
ACTS = (
    *("accepted", "account_added", "account_connected", "acknowledge", "answer", "assessed", "audit_read"),
    *("bound_into_case", "case_closed", "case_exported", "case_opened", "case_read", "case_sent"),
    *("cases_listed", "correct", "deleted_by_author", "dismiss", "finished", "gap_found", "handed_over"),
    *("handovers_listed", "listed", "officer_added", "package_written", "poll_failed", "read", "refused"),
    *("reopen", "returned", "setting_changed", "sign_in_refused", "signed_in", "signed_out"),
    *("station_added", "taken_in", "tip"),
)
CHECKED = "audit_checked"
LAST = "audit_last"


def page() -> None:
    """The newest entries first, and the button that recomputes them all.

    Looking is itself an entry, whose number says where the end of the log is.
    """
    if LAST not in st.session_state:
        with identity.at_work() as (work, person):
            st.session_state[LAST] = work.record(person.login, "audit_read", "audit").seq
    last = int(st.session_state[LAST])
    with identity.looking() as (work, person):
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
        column_config={
            words.text("audit-number"): st.column_config.NumberColumn(format="%d", width=70),
            words.text("audit-at"): st.column_config.TextColumn(width=150),
            words.text("audit-actor"): st.column_config.TextColumn(width=130),
            words.text("audit-act"): st.column_config.TextColumn(width=190),
            words.text("audit-subject"): st.column_config.TextColumn(width=110),
        },
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
        words.text("audit-act"): _act(entry.act),
        words.text("audit-subject"): visible(entry.subject),
        words.text("audit-detail"): visible(_detail(entry.detail)),
    }


def _act(act: str) -> str:
    """The act in the reader's language; one that the catalogue does not know stands as it was written."""
    return words.text(f"act-{act.replace('_', '-')}") if act in ACTS else visible(act)


def _detail(detail: Mapping[str, object]) -> str:
    told = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in detail.items())
    return ", ".join(told)[:LONGEST_DETAIL]


page()
