"""The tables: one for each record of casework."""

from collections.abc import Mapping

from sqlalchemy import Boolean, Column, Computed, Index, LargeBinary, SmallInteger, UniqueConstraint, text

from casework.account import GapState
from casework.assessment import Reason
from casework.labels import Hostility, Intent, Kind, Platform, Target, Urgency
from casework.message import Attachment, State
from casework.people import Role
from casework.record import CaseState, Choice, HandoverState, Outcome, PersonRole
from data.columns import Key, When, Words
from data.shape import flag, json, label, may_ref, number, ref, table, when, words

stations = table("stations", Column("slug", Words, nullable=False, unique=True), words("name"), words("land"))

officers = table(
    "officers",
    Column("login", Words, nullable=False, unique=True),
    words("name"),
    ref("station_id", "stations"),
    words("password_hash"),
    words("email"),
    flag("active"),
    flag("mask_hostile"),
)

grants = table(
    "grants",
    ref("officer_id", "officers"),
    label("role", Role),
    ref("station_id", "stations"),
    UniqueConstraint("officer_id", "role", "station_id"),
)

sessions = table(
    "sessions",
    Column("token_hash", Words, nullable=False, unique=True),
    ref("officer_id", "officers"),
    when("started_at"),
    when("expires_at"),
    when("ended_at", nullable=True),
)

accounts = table(
    "accounts",
    label("platform", Platform),
    words("handle"),
    ref("officer_id", "officers"),
    ref("station_id", "stations"),
    words("server"),
    flag("active"),
    words("native_id"),
    UniqueConstraint("platform", "handle"),
)

streams = table(
    "streams",
    ref("account_id", "accounts"),
    words("name"),
    words("cursor"),
    when("since", nullable=True),
    when("last_success_at", nullable=True),
    when("next_poll_at", nullable=True),
    words("error"),
    when("error_at", nullable=True),
    number("revision"),
    UniqueConstraint("account_id", "name"),
    Index(None, "next_poll_at"),
)

gaps = table(
    "gaps",
    ref("stream_id", "streams"),
    when("missed_from"),
    when("missed_to"),
    label("state", GapState),
    words("resume"),
    when("retry_at", nullable=True),
    Index(None, "stream_id"),
)

# What a message is folded together with: casework.worklist.bundle, without what must be alike besides.
BUNDLE = (
    "CASE WHEN wave > 0 THEN 'w' || CAST(wave AS TEXT) WHEN kind = 'dm' AND thread <> ''"
    " AND length(thread) <= 300 THEN 't' || CAST(account_id AS TEXT) || ':' || thread END"
)
messages = table(
    "messages",
    ref("account_id", "accounts"),
    words("native_id"),
    label("kind", Kind),
    *map(words, ("author_id", "author_handle", "author_name", "text")),
    when("sent_at"),
    when("received_at"),
    *map(words, ("url", "thread", "parent", "lang", "stream")),
    json("attachments", tuple[Attachment, ...]),
    number("version"),
    label("state", State),
    label("intent", Intent, nullable=True),
    json("hostility", tuple[Hostility, ...]),
    label("target", Target),
    label("urgency", Urgency, nullable=True),
    flag("abstained"),
    flag("corrected"),
    words("language"),
    Column("wave", Key, nullable=False),
    number("assessed_version"),
    *(when(f"{what}_at", nullable=True) for what in ("first_seen", "acknowledged", "answered", "deleted")),
    may_ref("beat_id", "beats"),
    Column("beat_edition", Key, nullable=False, server_default="0"),
    number("revision"),
    # Derived by the database itself, so that they can never disagree. Not assessed yet ranks like "today".
    Column(
        "urgency_rank",
        SmallInteger,
        Computed("CASE urgency WHEN 'acute' THEN 0 WHEN 'routine' THEN 2 ELSE 1 END", persisted=True),
    ),
    Column("hostile", Boolean, Computed("hostility <> '[]'", persisted=True)),
    Column("aimed", Boolean, Computed("hostility <> '[]' AND target = 'officer' AND NOT abstained")),
    Column("unseen_since", When, Computed("coalesce(first_seen_at, sent_at)", persisted=True)),
    Column("bundle", Words, Computed(BUNDLE, persisted=True)),
    UniqueConstraint("account_id", "native_id"),
)


def _index(name: str, *columns: str, where: str = "") -> Index:
    only, named = text(where) if where else None, (messages.c[column] for column in columns)
    return Index(f"ix_messages_{name}", *named, sqlite_where=only, postgresql_where=only)


# The worklist reads these in order and never sorts; the columns after id only filter.
_filtered = ("hostile", "intent", "language", "sent_at")
_work_order = ("urgency_rank", "unseen_since", "id")
_index("desk", "account_id", "state", *_work_order, *_filtered, "aimed")
_index("queue", "state", *_work_order, "account_id", *_filtered)
_index("time", "account_id", "sent_at", "id", "state", "urgency_rank", "hostile", "intent", "language")
_index("days", "sent_at", "id", "account_id", "intent", "state")
_index("thread", "account_id", "thread", "state")
_index("seen", "first_seen_at", "account_id", where="first_seen_at IS NOT NULL")
_index("bundle", "bundle", "state", "urgency_rank", "hostile", "unseen_since", where="bundle IS NOT NULL")
_index("wave", "wave", where="wave > 0")
_index("beats", "beat_edition", "id")
_index("beat", "beat_id", "state")
_index("gone", "id", where="deleted_at IS NOT NULL")
_index("unassessed", "received_at", "id", where="assessed_version < version")

versions = table(
    "message_versions",
    ref("message_id", "messages"),
    number("version"),
    words("text"),
    Column("raw", LargeBinary, nullable=False),
    words("sha256"),
    when("received_at"),
    UniqueConstraint("message_id", "version"),
)

assessments = table(
    "assessments",
    ref("message_id", "messages"),
    number("version"),
    label("verdict_intent", Intent),
    json("verdict_intent_scores", Mapping[Intent, float]),
    json("verdict_hostility", tuple[Hostility, ...]),
    json("verdict_hostility_scores", Mapping[Hostility, float]),
    label("verdict_target", Target),
    label("verdict_urgency", Urgency),
    flag("verdict_abstained"),
    json("verdict_reasons", tuple[Reason, ...]),
    words("verdict_model"),
    words("verdict_language"),
    number("verdict_read_with"),
    when("assessed_at"),
    Index(None, "message_id"),
    Index("ix_assessments_judged", "verdict_model", "assessed_at"),
)

decisions = table(
    "decisions",
    ref("message_id", "messages"),
    ref("officer_id", "officers"),
    label("choice", Choice),
    words("reason"),
    when("decided_at"),
    json("detail", Mapping[str, object]),
    json("moved", Mapping[str, tuple[str | None, str | None]]),
    when("taken_back_at", nullable=True),
    Index(None, "message_id"),
    Index(None, "decided_at"),
)

handovers = table(
    "handovers",
    ref("message_id", "messages"),
    ref("from_id", "officers"),
    ref("to_id", "officers"),
    words("note"),
    when("due_at"),
    when("handed_over_at"),
    label("state", HandoverState),
    when("answered_at", nullable=True),
    words("reason"),
    label("outcome", Outcome, nullable=True),
    when("ended_at", nullable=True),
    Column("for_citizen", Words, nullable=False, server_default=""),
    number("revision"),
    Index(None, "message_id"),
    Index(None, "to_id", "state"),
    Index(None, "state"),
)

cases = table(
    "cases",
    Column("number", Words, nullable=False, unique=True),
    words("title"),
    ref("station_id", "stations"),
    words("entitled_person"),
    label("person_role", PersonRole),
    ref("opened_by", "officers"),
    when("opened_at"),
    json("hints", tuple[str, ...]),
    words("note"),
    label("state", CaseState),
    when("offender_known_at", nullable=True),
    when("ended_at", nullable=True),
    words("ended_reason"),
    number("revision"),
    Index(None, "station_id"),
)

case_items = table(
    "case_items",
    ref("case_id", "cases"),
    ref("message_id", "messages"),
    number("version"),
    words("sha256"),
    ref("added_by", "officers"),
    when("added_at"),
    label("state_before", State),
    when("released_at", nullable=True),
    may_ref("released_by", "officers"),
    words("release_reason"),
    UniqueConstraint("case_id", "message_id"),
    Index(None, "message_id"),
)
