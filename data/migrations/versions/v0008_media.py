"""Version 0008: attachments that were secured, and their bytes, which may be blanked and nothing else."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
WHEN = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Nothing was secured before."""
    op.create_table(
        "media",
        sa.Column("message_id", KEY, sa.ForeignKey("messages.id"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("content_type", sa.Text, nullable=False),
        sa.Column("size", KEY, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("fetched_by", KEY, sa.ForeignKey("officers.id"), nullable=False),
        sa.Column("fetched_at", WHEN, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sa.UniqueConstraint("message_id", "number"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "media_bodies",
        sa.Column("media_id", KEY, sa.ForeignKey("media.id"), nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sa.UniqueConstraint("media_id"),
        sqlite_autoincrement=True,
    )
    for table, blanked in (("media", ""), ("media_bodies", "body")):
        _append_only(table, blanked)


def _append_only(table: str, blanked: str) -> None:
    """A hurdle before the proof, as for the versions: only the bytes may become none."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    same = "IS" if sqlite else "IS NOT DISTINCT FROM"
    untouched = " AND ".join(f"NEW.{name} {same} OLD.{name}" for name in ("id", "media_id"))
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
