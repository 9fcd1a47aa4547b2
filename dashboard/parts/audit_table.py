"""The entries of the audit log as a table, in the reader's words; the log's own identifiers stand last.

Strangers' words stay out: what the house noted of a network's answer is cut to the name of the error.
"""

import re
from collections.abc import Mapping, Sequence

import streamlit as st

from casework.record import AuditEntry
from casework.staff import MACHINE
from dashboard import times, words
from dashboard.inert import visible
from dashboard.parts import audit_detail
from dashboard.parts.audit_names import Names

HEIGHT = 640
WIDTHS = {"audit-at": 150, "audit-actor": 130, "audit-act": 170, "audit-subject": 180, "audit-detail": 460}
ACTS = (
    *("abuse_asked_for", "abuse_given_back", "abuse_told", "contact_added", "contact_removed"),
    *("rest_begun", "rest_ended", "acted_as"),
    *("accepted", "account_added", "account_closed", "account_connected", "account_handed_over"),
    *("account_left", "acknowledge", "answer", "assessed", "audit_read", "bound_into_case"),
    *("approval_declined", "approval_given", "approval_wanted", "approval_withdrawn"),
    *("reply_settings_changed", "template_retired", "template_written"),
    *("item_released", "released_from_case"),
    *("case_closed", "case_exported", "case_opened", "case_read", "case_sent", "cases_listed"),
    *("consent_given", "consent_noted", "correct", "deleted_by_author", "dismiss", "drift_examined"),
    *("capture_asked", "capture_failed", "capture_secured"),
    *("bulk_add_to_case", "bulk_dismiss", "bulk_hand_over", "bulk_tip", "bulk_undone"),
    *("claim_released", "claim_taken_over", "claimed", "undo"),
    *("erased", "erased_again", "figures_taken", "finished", "gap_filled", "gap_found"),
    *("gap_narrowed", "handed_over"),
    *("handovers_listed", "harmless", "held", "hold_ended", "key_given_back", "key_given_up"),
    *("key_taken_over", "keys_rotated", "listed", "media_secured", "model_not_promoted", "model_promoted"),
    *("account_named", "notices_ordered"),
    *("model_rolled_back", "officer_added", "package_written", "poll_failed", "read", "refused"),
    *("officer_activated", "officer_deactivated", "password_changed", "role_given", "role_taken"),
    "seen_again",
    *("reopen", "reply_begun", "reply_cancelled", "reply_failed", "reply_queued", "reply_returned"),
    "reply_sent",
    *("returned", "setting_changed", "sign_in_begun", "sign_in_refused", "signed_in", "signed_out"),
    *("answered_back", "asked_back", "beat_assigned", "beats_imported", "handover_withdrawn"),
    *("leave_cancelled", "leave_planned", "mail_failed", "mailed", "moved", "question_withdrawn"),
    *("shifts_planned", "told"),
    "reopened_by_verdict",
    *("alarm_kept", "escalated", "first_answer_queued", "not_judged", "reopened_by_edit", "standby_arranged"),
    *("cases_exported", "export_failed", "package_handed_over", "recipient_confirmed", "recipient_told"),
    *("redaction_added", "redaction_lifted", "result_noted", "results_imported", "transmissions_listed"),
    *("application_mistaken", "application_recorded", "application_withdrawn", "element_checked"),
    "offender_known",
    *("searched", "view_deleted", "view_renamed", "view_saved"),
    *(
        "spot_check_drawn",
        "station_added",
        "taken_in",
        "tip",
        "trouble_ended",
        "trouble_found",
        "webhook_heard",
        "webhook_refused",
    ),
)


FOREIGN = ("notices_ordered", "taken_in")  # what a person asked for, with a network's or a file's words in it
CODE = re.compile(r"[A-Za-z0-9_.:+/-]{1,64}")
ERROR = re.compile(r"([A-Z][A-Za-z]+): ")
KEPT_BACK = "…"


def show(entries: Sequence[AuditEntry], names: Names) -> None:
    """One row an entry, in the order given."""
    columns = {words.text(key): st.column_config.TextColumn(width=width) for key, width in WIDTHS.items()}
    number = st.column_config.NumberColumn(format="%d", width=70)
    st.dataframe(
        [_row(entry, names) for entry in entries],
        hide_index=True,
        height=HEIGHT,
        alt=words.text("door-audit"),
        column_config={
            **columns,
            words.text("audit-number"): number,
            words.text("audit-raw"): st.column_config.TextColumn(help=words.text("audit-raw-why"), width=260),
        },
    )


def _row(entry: AuditEntry, names: Names) -> dict[str, str | int]:
    return {
        words.text("audit-number"): entry.seq,
        words.text("audit-at"): str(times.stamp(entry.at)),
        words.text("audit-actor"): names.actor(entry.actor),
        words.text("audit-act"): _act(entry.act),
        words.text("audit-subject"): names.subject(entry.subject),
        words.text("audit-detail"): visible(_detail(entry, names)),
        words.text("audit-raw"): visible(f"{entry.subject} {entry.act} {entry.actor}"),
    }


def _act(act: str) -> str:
    """The act in the reader's language; one that the catalogue does not know stands as it was written."""
    return words.text(f"act-{act.replace('_', '-')}") if act in ACTS else visible(act)


def _detail(entry: AuditEntry, names: Names) -> str:
    foreign = entry.actor == MACHINE or entry.act in FOREIGN
    detail = {name: _bare(name, value) if foreign else value for name, value in entry.detail.items()}
    return audit_detail.told(entry, detail, names)


def _bare(name: str, value: object) -> object:
    """Numbers, names and codes as they are; of a sentence, which a network may have written, its error;
    of what was refused, which bears the network's own ids, how many there were."""
    if isinstance(value, str):
        error = ERROR.match(value)
        return value if CODE.fullmatch(value) else f"{error[0] if error else ''}{KEPT_BACK}"
    if isinstance(value, Mapping):
        return {key: _bare(key, one) for key, one in value.items()}
    if not isinstance(value, list | tuple):
        return value
    return len(value) if name == "refused" else [_bare(name, one) for one in value]
