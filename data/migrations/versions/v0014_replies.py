"""Version 0014: templates of answers with every wording, how stations answer, and four eyes."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
WHEN = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Nothing of it was kept before."""
    _templates()
    op.create_table(
        "reply_settings",
        _ref("station_id", "stations"),
        sa.Column("rule", sa.String, nullable=False),
        _words("link"),
        sa.Column("changed_by", KEY, nullable=False),
        sa.Column("changed_at", WHEN),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sa.UniqueConstraint("station_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "approvals",
        _ref("reply_id", "replies"),
        _ref("message_id", "messages"),
        _ref("station_id", "stations"),
        _ref("writer_id", "officers"),
        _ref("approver_id", "officers"),
        sa.Column("kind", sa.String, nullable=False),
        *map(_words, ("text", "sha256")),
        sa.Column("asked_at", WHEN, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        _words("reason"),
        sa.Column("ended_at", WHEN),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_approvals_reply_id", "approvals", ["reply_id"])
    op.create_index("ix_approvals_approver_id_state", "approvals", ["approver_id", "state"])


def _templates() -> None:
    op.create_table(
        "templates",
        _ref("station_id", "stations"),
        sa.Column("owner_id", KEY, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("purpose", "tone")),
        *map(_words, ("lang", "title", "text")),
        sa.Column("written_by", KEY, nullable=False),
        sa.Column("written_at", WHEN, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("retired_at", WHEN),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_templates_station_id_owner_id", "templates", ["station_id", "owner_id"])
    op.create_table(
        "template_versions",
        _ref("template_id", "templates"),
        sa.Column("version", sa.Integer, nullable=False),
        *map(_words, ("title", "text")),
        sa.Column("written_by", KEY, nullable=False),
        sa.Column("written_at", WHEN, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sa.UniqueConstraint("template_id", "version"),
        sqlite_autoincrement=True,
    )


def _ref(name: str, table: str) -> sa.Column[int]:
    return sa.Column(name, KEY, sa.ForeignKey(f"{table}.id"), nullable=False)


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)
