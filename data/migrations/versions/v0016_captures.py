"""Version 0016: captured pages, their files, and the bytes, which may be blanked and nothing else."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
WHEN = sa.DateTime(timezone=True)


def upgrade() -> None:
    """No page was captured before."""
    op.create_table(
        "captures",
        sa.Column("message_id", KEY, sa.ForeignKey("messages.id"), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("asked_at", WHEN, nullable=False),
        sa.Column("asked_by", KEY, sa.ForeignKey("officers.id")),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        *(sa.Column(name, WHEN) for name in ("next_try_at", "tried_at", "secured_at")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("error", "page")),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_captures_message_id", "captures", ["message_id"])
    op.create_index("ix_captures_next_try_at", "captures", ["next_try_at"])
    op.create_table(
        "capture_files",
        sa.Column("capture_id", KEY, sa.ForeignKey("captures.id"), nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("size", KEY, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.UniqueConstraint("capture_id", "kind"),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "capture_bodies",
        sa.Column("file_id", KEY, sa.ForeignKey("capture_files.id"), nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("file_id"),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    for table, blanked in (("capture_files", ""), ("capture_bodies", "body")):
        _append_only(table, blanked)


def _append_only(table: str, blanked: str) -> None:
    """A hurdle before the proof, as for attachments: only the bytes may become none."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    same = "IS" if sqlite else "IS NOT DISTINCT FROM"
    untouched = " AND ".join(f"NEW.{name} {same} OLD.{name}" for name in ("id", "file_id"))
    when = f"WHEN (NOT ({untouched} AND length(NEW.{blanked}) = 0)) " if blanked else ""
    if sqlite:
        for act, only in (("UPDATE", when), ("DELETE", "")):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} {only}"
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        return
    op.execute(
        f"CREATE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_append_only BEFORE DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_append_only()"
    )
    op.execute(
        f"CREATE TRIGGER {table}_only_blanked BEFORE UPDATE ON {table} FOR EACH ROW {when}"
        f"EXECUTE FUNCTION {table}_append_only()"
    )
