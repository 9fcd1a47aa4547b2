"""Version 0013: beats, leaves, questions back, changes of shift, and how e-mail to each officer fares."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
WHEN = sa.DateTime(timezone=True)


def upgrade() -> None:
    """There are no beats yet, so no message belongs to one."""
    _beats()
    _absences_and_questions()
    _told()
    may_be = sa.Column("beat_id", KEY, sa.ForeignKey("beats.id"), nullable=True)
    op.add_column("messages", may_be, inline_references=True)
    op.add_column("messages", sa.Column("beat_edition", KEY, nullable=False, server_default="0"))
    op.create_index("ix_messages_beats", "messages", ["beat_edition", "id"])
    op.create_index("ix_messages_beat", "messages", ["beat_id", "state"])
    op.add_column("handovers", sa.Column("for_citizen", sa.Text, nullable=False, server_default=""))
    op.create_index("ix_handovers_state", "handovers", ["state"])
    op.create_index("ix_notices_subject", "notices", ["subject"])


def _table(name: str, *parts: Any) -> None:
    op.create_table(name, *parts, sa.Column("id", KEY, primary_key=True), sqlite_autoincrement=True)


def _ref(name: str, table: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, KEY, sa.ForeignKey(f"{table}.id"), nullable=nullable)


def _of(sort: Any, *names: str, nullable: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, sort, nullable=nullable) for name in names]


def _beats() -> None:
    _table(
        "beats",
        _ref("station_id", "stations"),
        *_of(sa.Text, "name"),
        _ref("officer_id", "officers", nullable=True),
        _ref("deputy_id", "officers", nullable=True),
        *_of(sa.Text, "places", "outline"),
        *_of(sa.Boolean, "retired"),
        *_of(sa.Integer, "revision"),
        sa.UniqueConstraint("station_id", "name"),
    )
    _table(
        "beat_editions",
        _ref("station_id", "stations"),
        *_of(sa.Text, "source"),
        *_of(sa.Integer, "beats"),
        *_of(WHEN, "made_at"),
    )


def _absences_and_questions() -> None:
    _table(
        "leaves",
        _ref("officer_id", "officers"),
        *_of(WHEN, "begins_at", "ends_at"),
        _ref("deputy_id", "officers", nullable=True),
        *_of(WHEN, "noted_at"),
        *_of(WHEN, "cancelled_at", nullable=True),
        *_of(sa.Integer, "revision"),
    )
    op.create_index("ix_leaves_officer_id", "leaves", ["officer_id"])
    _table(
        "questions",
        _ref("handover_id", "handovers"),
        _ref("officer_id", "officers"),
        *_of(sa.Text, "words"),
        *_of(WHEN, "asked_at"),
        *_of(sa.Text, "answer"),
        _ref("answered_by", "officers", nullable=True),
        *_of(WHEN, "answered_at", nullable=True),
        *_of(sa.Integer, "revision"),
    )
    op.create_index("ix_questions_handover_id", "questions", ["handover_id"])


def _told() -> None:
    _table(
        "shifts",
        _ref("station_id", "stations"),
        *_of(sa.Text, "times"),
        *_of(sa.Integer, "revision"),
        sa.UniqueConstraint("station_id"),
    )
    _table(
        "mailboxes",
        _ref("officer_id", "officers"),
        *_of(WHEN, "mailed_at", "failing_since", nullable=True),
        *_of(sa.Text, "error"),
        *_of(sa.Integer, "revision"),
        sa.UniqueConstraint("officer_id"),
    )
