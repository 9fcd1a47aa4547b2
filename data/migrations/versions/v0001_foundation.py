"""Version 0001: people, accounts, messages, the work on them, and the audit log."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
WHEN = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create everything."""
    _people()
    _accounts()
    _messages()
    _verdicts()
    _work()
    _cases()
    _log()
    for table in ("audit", "audit_messages", "message_versions"):
        _append_only(table)


def _table(name: str, *parts: Any) -> None:
    op.create_table(name, *parts, sa.Column("id", KEY, primary_key=True), sqlite_autoincrement=True)


def _words(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _labels(*names: str, nullable: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.String, nullable=nullable) for name in names]


def _values(*names: str, sort: Any = sa.Integer) -> list[sa.Column[Any]]:
    return [sa.Column(name, sort, nullable=False) for name in names]


def _times(*names: str, nullable: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, WHEN, nullable=nullable) for name in names]


def _ref(name: str, table: str) -> sa.Column[Any]:
    return sa.Column(name, KEY, sa.ForeignKey(f"{table}.id"), nullable=False)


def _index(table: str, *columns: str, name: str = "", **where: Any) -> None:
    op.create_index(f"ix_{table}_{name or '_'.join(columns)}", table, list(columns), **where)


def _people() -> None:
    _table("stations", *_words("slug", "name", "land"), sa.UniqueConstraint("slug"))
    _table(
        "officers",
        *_words("login", "name", "password_hash", "email"),
        _ref("station_id", "stations"),
        *_values("active", "mask_hostile", sort=sa.Boolean),
        sa.UniqueConstraint("login"),
    )
    _table(
        "grants",
        _ref("officer_id", "officers"),
        *_labels("role"),
        _ref("station_id", "stations"),
        sa.UniqueConstraint("officer_id", "role", "station_id"),
    )
    _table(
        "sessions",
        *_words("token_hash"),
        _ref("officer_id", "officers"),
        *_times("started_at", "expires_at"),
        *_times("ended_at", nullable=True),
        sa.UniqueConstraint("token_hash"),
    )


def _accounts() -> None:
    _table(
        "accounts",
        *_labels("platform"),
        *_words("handle", "server"),
        _ref("officer_id", "officers"),
        _ref("station_id", "stations"),
        *_values("active", sort=sa.Boolean),
        sa.UniqueConstraint("platform", "handle"),
    )
    _table(
        "streams",
        _ref("account_id", "accounts"),
        *_words("name", "cursor", "error"),
        *_times("last_success_at", "next_poll_at", "error_at", nullable=True),
        *_values("revision"),
        sa.UniqueConstraint("account_id", "name"),
    )
    _index("streams", "next_poll_at")
    _table("gaps", _ref("stream_id", "streams"), *_times("missed_from", "missed_to"), *_labels("state"))
    _index("gaps", "stream_id")


def _messages() -> None:
    rank = sa.Computed("CASE urgency WHEN 'acute' THEN 0 WHEN 'routine' THEN 2 ELSE 1 END", persisted=True)
    _table(
        "messages",
        _ref("account_id", "accounts"),
        *_words("native_id", "author_id", "author_handle", "author_name", "text"),
        *_words("url", "thread", "parent", "lang", "hostility"),
        *_labels("kind", "state", "target"),
        *_labels("intent", "urgency", nullable=True),
        *_times("sent_at", "received_at"),
        *_times("first_seen_at", "acknowledged_at", "answered_at", "deleted_at", nullable=True),
        *_values("version", "assessed_version", "revision"),
        *_values("abstained", "corrected", sort=sa.Boolean),
        sa.Column("urgency_rank", sa.SmallInteger, rank),
        sa.Column("hostile", sa.Boolean, sa.Computed("hostility <> '[]'", persisted=True)),
        sa.UniqueConstraint("account_id", "native_id"),
    )
    desk = ("urgency_rank", "sent_at", "id")
    _index("messages", "account_id", "state", *desk, "hostile", "intent", name="desk")
    _index("messages", "state", *desk, "account_id", "hostile", "intent", name="queue")
    _index("messages", "account_id", "thread", name="thread")
    _index("messages", "sent_at", "account_id", "intent", name="days")
    waiting = sa.text("assessed_version < version")
    partial = {"sqlite_where": waiting, "postgresql_where": waiting}
    _index("messages", "received_at", "id", name="unassessed", **partial)


def _verdicts() -> None:
    _table(
        "message_versions",
        _ref("message_id", "messages"),
        *_values("version"),
        *_words("text", "sha256"),
        sa.Column("raw", sa.LargeBinary, nullable=False),
        *_times("received_at"),
        sa.UniqueConstraint("message_id", "version"),
    )
    _table(
        "assessments",
        _ref("message_id", "messages"),
        *_values("version"),
        *_labels("verdict_intent", "verdict_target", "verdict_urgency"),
        *_words("verdict_intent_scores", "verdict_hostility", "verdict_hostility_scores"),
        *_words("verdict_reasons", "verdict_model"),
        *_values("verdict_abstained", sort=sa.Boolean),
        *_times("assessed_at"),
    )
    _index("assessments", "message_id")


def _work() -> None:
    _table(
        "decisions",
        _ref("message_id", "messages"),
        _ref("officer_id", "officers"),
        *_labels("choice"),
        *_words("reason", "detail"),
        *_times("decided_at"),
    )
    _index("decisions", "message_id")
    _index("decisions", "decided_at")
    _table(
        "handovers",
        _ref("message_id", "messages"),
        _ref("from_id", "officers"),
        _ref("to_id", "officers"),
        *_words("note", "reason"),
        *_labels("state"),
        *_labels("outcome", nullable=True),
        *_times("due_at", "handed_over_at"),
        *_times("answered_at", "ended_at", nullable=True),
        *_values("revision"),
    )
    _index("handovers", "message_id")
    _index("handovers", "to_id", "state")


def _cases() -> None:
    _table(
        "cases",
        *_words("number", "title", "entitled_person", "hints", "note", "ended_reason"),
        _ref("station_id", "stations"),
        _ref("opened_by", "officers"),
        *_labels("person_role", "state"),
        *_times("opened_at"),
        *_times("offender_known_at", "ended_at", nullable=True),
        *_values("revision"),
        sa.UniqueConstraint("number"),
    )
    _index("cases", "station_id")
    _table(
        "case_items",
        _ref("case_id", "cases"),
        _ref("message_id", "messages"),
        *_values("version"),
        *_words("sha256"),
        _ref("added_by", "officers"),
        *_times("added_at"),
        sa.UniqueConstraint("case_id", "message_id"),
    )
    _index("case_items", "message_id")


def _log() -> None:
    op.create_table(
        "audit",
        sa.Column("seq", KEY, primary_key=True, autoincrement=False),
        *_times("at"),
        *_words("actor", "act", "subject", "detail"),
        *(sa.Column(name, sa.String(64), nullable=False) for name in ("leaf", "root")),
    )
    _index("audit", "subject")
    head = op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("size", KEY, nullable=False),
        sa.Column("frontier", sa.LargeBinary, nullable=False),
        sa.Column("root", sa.String(64), nullable=False),
    )
    nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"  # SHA-256 of no bytes
    op.bulk_insert(head, [{"id": 1, "size": 0, "frontier": b"", "root": nothing}])
    op.create_table(
        "audit_messages",
        sa.Column("message_id", KEY, primary_key=True, autoincrement=False),
        sa.Column("seq", KEY, sa.ForeignKey("audit.seq"), primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_table("meta", sa.Column("name", sa.String, primary_key=True), *_words("value"))


def _append_only(table: str) -> None:
    """A hurdle before the proof: the database refuses to change or delete a row."""
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        return
    op.execute(
        f"CREATE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_append_only()"
    )
