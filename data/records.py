"""Between records and rows: fields are columns; an author or a verdict inside a record is laid out flat."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar, get_type_hints

from sqlalchemy import Connection, Select, Table, UniqueConstraint

from casework.account import Account, Gap, Stream
from casework.announced import Announced
from casework.answering import Reply
from casework.application import Application
from casework.assessment import Assessment, Verdict
from casework.beat import Beat, BeatEdition
from casework.budget import Purse, Spend
from casework.bulk_record import Bulk
from casework.capture_record import Capture, CaptureBody, CaptureFile
from casework.care import Talk
from casework.claim import Claim, Presence
from casework.consent import Consent
from casework.credential import AuthRequest, Credential
from casework.draft import FormDraft
from casework.elements import ElementCheck
from casework.erasure import Erasure, Hold
from casework.escalation import Alarm, Called, Escalation
from casework.exposure import Exposure, Wishes
from casework.first_answer import FirstAnswer
from casework.fitting import Refusal
from casework.four_eyes import Approval, ReplySettings
from casework.leave import Leave
from casework.limits import Limit
from casework.media import Media, MediaBody
from casework.message import Author, Message, Version
from casework.outcome import ProsecutorResult
from casework.people import Grant, Officer, Session, Station
from casework.polling import Pace
from casework.pools import Pool, Share
from casework.post import Mailbox
from casework.reach import PostFigures, Reach
from casework.recall import Correction
from casework.rechecks import Recheck
from casework.record import Case, CaseItem, Decision, Handover, Notice, Question, SpotCheck
from casework.redaction import Redaction
from casework.rotation import Turn
from casework.saved_view import SavedView
from casework.shift import Shift
from casework.signals import Signals
from casework.sparing import Disclosure
from casework.standby import Standby
from casework.stream_trouble import StreamTrouble
from casework.support import Contact
from casework.template import Template, TemplateVersion
from casework.tenure import Tenure
from casework.transmission import Transmission
from data import (
    beat_tables,
    capture_tables,
    care_tables,
    consent_tables,
    escalation_tables,
    law_tables,
    media_tables,
    network_tables,
    notice_tables,
    outcome_tables,
    queue_tables,
    reach_tables,
    reply_tables,
    tables,
    together_tables,
)
from data.columns import kept as kept_value

R = TypeVar("R")

TABLES: Mapping[type, Table] = {
    Station: tables.stations,
    Officer: tables.officers,
    Grant: tables.grants,
    Session: tables.sessions,
    Account: tables.accounts,
    Stream: tables.streams,
    Gap: tables.gaps,
    Message: tables.messages,
    Version: tables.versions,
    Assessment: tables.assessments,
    SpotCheck: queue_tables.spot_checks,
    Decision: tables.decisions,
    Handover: tables.handovers,
    Case: tables.cases,
    CaseItem: tables.case_items,
    Consent: consent_tables.consents,
    Tenure: consent_tables.tenures,
    Credential: consent_tables.credentials,
    AuthRequest: consent_tables.auth_requests,
    Limit: network_tables.limits,
    Pool: network_tables.pools,
    Share: network_tables.shares,
    Purse: network_tables.purses,
    Spend: network_tables.spends,
    Pace: network_tables.paces,
    StreamTrouble: network_tables.stream_troubles,
    Recheck: network_tables.rechecks,
    Announced: network_tables.announced,
    Hold: network_tables.holds,
    Erasure: network_tables.erasures,
    Refusal: network_tables.refusals,
    Reply: network_tables.replies,
    Media: media_tables.media,
    MediaBody: media_tables.media_bodies,
    Capture: capture_tables.captures,
    CaptureFile: capture_tables.capture_files,
    CaptureBody: capture_tables.capture_bodies,
    Reach: reach_tables.reaches,
    PostFigures: reach_tables.post_figures,
    Notice: notice_tables.notices,
    Template: reply_tables.templates,
    TemplateVersion: reply_tables.template_versions,
    ReplySettings: reply_tables.reply_settings,
    Approval: reply_tables.approvals,
    Disclosure: care_tables.disclosures,
    Talk: care_tables.talks,
    Turn: care_tables.turns,
    Exposure: care_tables.exposures,
    Wishes: care_tables.wishes,
    Contact: care_tables.contacts,
    Beat: beat_tables.beats,
    BeatEdition: beat_tables.beat_editions,
    Leave: beat_tables.leaves,
    Question: beat_tables.questions,
    Shift: beat_tables.shifts,
    Mailbox: beat_tables.mailboxes,
    Presence: together_tables.presences,
    Claim: together_tables.claims,
    FormDraft: together_tables.form_drafts,
    Bulk: together_tables.bulks,
    Standby: escalation_tables.standbys,
    Alarm: escalation_tables.alarms,
    Escalation: escalation_tables.escalations,
    Called: escalation_tables.calls,
    FirstAnswer: escalation_tables.first_answers,
    Signals: escalation_tables.signals,
    SavedView: queue_tables.saved_views,
    Transmission: outcome_tables.transmissions,
    Correction: outcome_tables.corrections,
    Redaction: outcome_tables.redactions,
    ProsecutorResult: outcome_tables.results,
    Application: law_tables.applications,
    ElementCheck: law_tables.element_checks,
}


def row_of(record: Any) -> dict[str, Any]:
    """The record as column values, with its id."""
    return {
        column: getattr(getattr(record, outer), inner) if inner else getattr(record, outer)
        for column, (outer, inner) in _LAYOUTS[type(record)].items()
    }


def record_of(kind: type[R], row: Mapping[Any, Any]) -> R:
    """The record of a row."""
    values: dict[str, Any] = {}
    for column, (outer, inner) in _LAYOUTS[kind].items():
        if inner:
            values.setdefault(outer, {})[inner] = row[column]
        else:
            values[outer] = row[column]
    for name, inside in _INSIDES[kind].items():
        values[name] = inside(**values[name])
    return kind(**values)


def fetch(
    connection: Connection, kind: type[R], query: Select[Any], values: Mapping[str, Any] | None = None
) -> list[R]:
    """The records that a query on their table finds, in its order."""
    return [record_of(kind, row) for row in connection.execute(query, values or {}).mappings()]


def kept(record: R) -> R:
    """The record as it will be read back: UTC, storable words, JSON-shaped details."""
    table = TABLES[type(record)]
    row = {name: kept_value(table.c[name].type, value) for name, value in row_of(record).items()}
    return record_of(type(record), row)


def unique_keys(kind: type) -> tuple[tuple[str, ...], ...]:
    """The sets of columns whose values occur only once."""
    return _UNIQUE[kind]


def references(kind: type) -> Mapping[str, type]:
    """The columns that name another record, and of which kind it is."""
    return _REFERENCES[kind]


def _layout(kind: type) -> Mapping[str, tuple[str, str]]:
    """Column name -> field, and the field inside it or "" where there is none."""
    layout: dict[str, tuple[str, str]] = {}
    for field in fields(kind):
        if field.name in _INSIDES[kind]:
            for inner in fields(_INSIDES[kind][field.name]):
                layout[f"{field.name}_{inner.name}"] = (field.name, inner.name)
        else:
            layout[field.name] = (field.name, "")
    return layout


def _unique(table: Table) -> tuple[tuple[str, ...], ...]:
    constraints = (c for c in table.constraints if isinstance(c, UniqueConstraint))
    return tuple(sorted(tuple(c.columns.keys()) for c in constraints))


_KINDS = {table.name: kind for kind, table in TABLES.items()}
_INSIDES: Mapping[type, Mapping[str, type]] = {
    kind: {name: hint for name, hint in get_type_hints(kind).items() if hint in (Author, Verdict)}
    for kind in TABLES
}
_LAYOUTS = {kind: _layout(kind) for kind in TABLES}
_UNIQUE = {kind: _unique(table) for kind, table in TABLES.items()}
_REFERENCES = {
    kind: {key.parent.name: _KINDS[key.column.table.name] for key in table.foreign_keys}
    for kind, table in TABLES.items()
}
