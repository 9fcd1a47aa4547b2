"""Version 0005: limits, money, rhythm, rechecks, holds and erasures, answers; a version may be blanked."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
WHEN = sa.DateTime(timezone=True)
UNTOUCHED = ("id", "message_id", "version", "sha256", "received_at")


def upgrade() -> None:
    """Nothing is known of what was asked or spent before."""
    _limits_and_money()
    _rechecks()
    _replies()
    gone = sa.text("deleted_at IS NOT NULL")
    op.create_index("ix_messages_gone", "messages", ["id"], sqlite_where=gone, postgresql_where=gone)
    _let_versions_be_blanked()


def _table(name: str, *parts: Any) -> None:
    op.create_table(name, *parts, sa.Column("id", KEY, primary_key=True), sqlite_autoincrement=True)


def _of(sort: Any, *names: str, nullable: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, sort, nullable=nullable) for name in names]


def _words(*names: str) -> list[sa.Column[Any]]:
    return _of(sa.Text, *names)


def _numbers(*names: str) -> list[sa.Column[Any]]:
    return _of(sa.Integer, *names)


def _ref(name: str, table: str) -> sa.Column[Any]:
    return sa.Column(name, KEY, sa.ForeignKey(f"{table}.id"), nullable=False)


def _limits_and_money() -> None:
    _table(
        "limits",
        _ref("account_id", "accounts"),
        *_words("endpoint"),
        *_of(KEY, "remaining", nullable=True),
        *_of(WHEN, "reset_at", nullable=True),
        *_numbers("refusals", "revision"),
        sa.UniqueConstraint("account_id", "endpoint"),
    )
    _table(
        "purses",
        _ref("account_id", "accounts"),
        *_words("month"),
        *_of(KEY, "spent"),
        *_words("held"),
        *_numbers("revision"),
        sa.UniqueConstraint("account_id", "month"),
    )
    _table(
        "spends",
        _ref("account_id", "accounts"),
        *_words("day", "what"),
        *_numbers("asks", "reads", "writes"),
        *_of(KEY, "micros"),
        *_numbers("revision"),
        sa.UniqueConstraint("account_id", "day", "what"),
    )
    _table(
        "paces",
        _ref("stream_id", "streams"),
        *_of(WHEN, "stirred_at", nullable=True),
        *_numbers("failures"),
        *_of(KEY, "cost"),
        *_numbers("revision"),
        sa.UniqueConstraint("stream_id"),
    )


def _rechecks() -> None:
    _table(
        "rechecks",
        _ref("message_id", "messages"),
        *_of(WHEN, "asked_at"),
        *_of(WHEN, "checked_at", nullable=True),
        *_numbers("revision"),
        sa.UniqueConstraint("message_id"),
    )
    _table(
        "holds",
        _ref("message_id", "messages"),
        _ref("officer_id", "officers"),
        *_words("reason"),
        *_of(WHEN, "begun_at"),
        *_of(WHEN, "ended_at", nullable=True),
        *_numbers("revision"),
    )
    op.create_index("ix_holds_message_id", "holds", ["message_id"])
    _table(
        "erasures",
        _ref("message_id", "messages"),
        *_words("reason"),
        *_of(WHEN, "erased_at"),
        sa.UniqueConstraint("message_id"),
    )


def _replies() -> None:
    _table(
        "replies",
        _ref("message_id", "messages"),
        _ref("account_id", "accounts"),
        _ref("officer_id", "officers"),
        *_of(sa.String, "kind"),
        *_words("text", "key"),
        *_of(WHEN, "created_at"),
        *_of(sa.String, "state"),
        *_words("reason"),
        *_numbers("attempts"),
        *_of(WHEN, "next_try_at", "begun_at", "sent_at", nullable=True),
        *_words("native_id", "url"),
        *_of(WHEN, "seen_at", nullable=True),
        *_of(KEY, "seen_message_id"),
        *_numbers("revision"),
        sa.UniqueConstraint("key"),
    )
    for columns in (["message_id"], ["account_id", "native_id"], ["state"]):
        op.create_index(f"ix_replies_{'_'.join(columns)}", "replies", columns)


def _let_versions_be_blanked() -> None:
    """The only change that the database lets anybody make to a version: its words and bytes become none."""
    if op.get_bind().dialect.name == "sqlite":
        kept = " AND ".join(f"NEW.{name} IS OLD.{name}" for name in UNTOUCHED)
        op.execute("DROP TRIGGER message_versions_no_update")
        op.execute(
            "CREATE TRIGGER message_versions_no_update BEFORE UPDATE ON message_versions "
            f"WHEN NOT ({kept} AND NEW.text = '' AND length(NEW.raw) = 0) "
            "BEGIN SELECT RAISE(ABORT, 'message_versions is append-only'); END"
        )
        return
    kept = " AND ".join(f"NEW.{name} IS NOT DISTINCT FROM OLD.{name}" for name in UNTOUCHED)
    op.execute("DROP TRIGGER message_versions_append_only ON message_versions")
    op.execute(
        "CREATE TRIGGER message_versions_append_only BEFORE DELETE OR TRUNCATE ON message_versions "
        "FOR EACH STATEMENT EXECUTE FUNCTION message_versions_append_only()"
    )
    op.execute(
        "CREATE TRIGGER message_versions_only_blanked BEFORE UPDATE ON message_versions FOR EACH ROW "
        f"WHEN (NOT ({kept} AND NEW.text = '' AND length(NEW.raw) = 0)) "
        "EXECUTE FUNCTION message_versions_append_only()"
    )
