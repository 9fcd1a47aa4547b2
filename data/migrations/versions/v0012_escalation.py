"""Version 0012: emergencies that nobody acknowledges go to the next; automatic first answers."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
WHEN = sa.DateTime(timezone=True)
ALARMING = sa.text(
    "urgency = 'acute' AND acknowledged_at IS NULL AND state IN ('open', 'tip', 'handed_over', 'in_case')"
)


def upgrade() -> None:
    """Nobody is on standby yet, and no answer was automatic."""
    op.add_column("replies", sa.Column("automatic", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_index(
        "ix_messages_alarms",
        "messages",
        ["urgency", "acknowledged_at", "state", "received_at", "id"],
        sqlite_where=ALARMING,
        postgresql_where=ALARMING,
    )
    _escalation()
    _answers_and_signals()


def _escalation() -> None:
    _table(
        "standbys",
        _of("station_id", "stations"),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("minutes", "maybe_minutes")),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("office_begin", "office_end", "office", "off")
        ),
        sa.Column("first_answer", sa.Boolean, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.UniqueConstraint("station_id", name="uq_standbys_station_id"),
    )
    _table(
        "alarms",
        _of("message_id", "messages"),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("step", "round")),
        sa.Column("told", sa.Text, nullable=False),
        sa.Column("last_at", WHEN, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.UniqueConstraint("message_id", name="uq_alarms_message_id"),
    )
    _table(
        "escalations",
        _of("message_id", "messages"),
        sa.Column("step", sa.Integer, nullable=False),
        _of("station_id", "stations"),
        sa.Column("round", sa.Integer, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("rung", "hours")),
        sa.Column("officer_ids", sa.Text, nullable=False),
        *(sa.Column(name, WHEN, nullable=False) for name in ("due_at", "escalated_at")),
        sa.UniqueConstraint("message_id", "step", name="uq_escalations_message_id_step"),
    )
    op.create_index("ix_escalations_station_id_escalated_at", "escalations", ["station_id", "escalated_at"])
    _table(
        "calls",
        *(_of(f"{what}_id", f"{what}s") for what in ("message", "officer", "station")),
        sa.Column("called_at", WHEN, nullable=False),
        sa.UniqueConstraint("message_id", "officer_id", name="uq_calls_message_id_officer_id"),
    )
    op.create_index("ix_calls_officer_id", "calls", ["officer_id"])


def _answers_and_signals() -> None:
    _table(
        "first_answers",
        _of("account_id", "accounts"),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("thread", "author_id")),
        _of("message_id", "messages"),
        _of("reply_id", "replies"),
        sa.Column("written_at", WHEN, nullable=False),
        sa.UniqueConstraint("account_id", "thread", name="uq_first_answers_account_id_thread"),
        sa.UniqueConstraint("reply_id", name="uq_first_answers_reply_id"),
    )
    _table(
        "signals",
        _of("officer_id", "officers"),
        *(sa.Column(name, sa.Boolean, nullable=False) for name in ("sound", "badge")),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.UniqueConstraint("officer_id", name="uq_signals_officer_id"),
    )


def _table(name: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(name, *parts, sa.Column("id", KEY, primary_key=True), sqlite_autoincrement=True)


def _of(name: str, table: str) -> sa.Column[int]:
    return sa.Column(name, KEY, sa.ForeignKey(f"{table}.id"), nullable=False)
