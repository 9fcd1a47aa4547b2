"""The timeline of a case from the audit log, reads included, the newest first."""

from collections.abc import Sequence

import streamlit as st

from casework.record import AuditEntry
from dashboard import times, words
from dashboard.parts import say
from dashboard.parts.around import Around

ICONS = {
    "case_opened": "flag",
    "case_read": "visibility",
    "case_sent": "outgoing_mail",
    "case_closed": "lock",
    "case_exported": "ios_share",
    "package_written": "verified",
    "export_failed": "error",
    "package_handed_over": "outgoing_mail",
    "recipient_told": "campaign",
    "told": "notifications",
    "recipient_confirmed": "mark_email_read",
    "redaction_added": "ink_marker",
    "redaction_lifted": "undo",
    "item_released": "undo",
    "result_noted": "gavel",
    "application_recorded": "approval",
    "application_withdrawn": "undo",
    "application_mistaken": "undo",
    "element_checked": "fact_check",
    "offender_known": "person_search",
    "refused": "block",
}
SHOWN = 40
ALIKE = ("case_read", "element_checked")


def show(entries: Sequence[AuditEntry], around: Around) -> None:
    """One line an entry; reads, or checks of elements, in a row by the same person are one line."""
    with st.container(border=True, gap="xsmall"):
        for entry, times_over in _folded(entries)[:SHOWN]:
            known = entry.act if entry.act in ICONS else "other"
            who = around.called(entry.actor)
            said = words.say(f"log-{known.replace('_', '-')}", who=who, act=entry.act)
            if times_over > 1:
                said = words.joined(said, words.say("times-over", n=times_over))
            symbol = say.coloured(say.icon(ICONS.get(entry.act, "circle")), "gray")
            say.timed(times.moment(entry.at, around.now), words.joined(symbol, said, by=" "))


def _folded(entries: Sequence[AuditEntry]) -> list[tuple[AuditEntry, int]]:
    folded: list[tuple[AuditEntry, int]] = []
    for entry in reversed(entries):
        last = folded[-1][0] if folded else None
        if last and entry.act in ALIKE and (last.act, last.actor) == (entry.act, entry.actor):
            folded[-1] = (last, folded[-1][1] + 1)
        else:
            folded.append((entry, 1))
    return folded
