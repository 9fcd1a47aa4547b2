"""Version 0019: applications for prosecution, and what humans found of elements, which is only added to."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
WHEN = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Nobody wrote down either before."""
    op.create_table(
        "applications",
        sa.Column("case_id", KEY, sa.ForeignKey("cases.id"), nullable=False),
        sa.Column("applicant", sa.Text, nullable=False),
        sa.Column("capacity", sa.String, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("behalf", "entitled_by")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("messages", "sections")),
        sa.Column("manner", sa.String, nullable=False),
        sa.Column("made_at", WHEN, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("identity", "will", "knew_on", "last_day")),
        sa.Column("running", sa.Boolean, nullable=False),
        sa.Column("recorded_by", KEY, sa.ForeignKey("officers.id"), nullable=False),
        sa.Column("recorded_at", WHEN, nullable=False),
        sa.Column("end", sa.String),
        sa.Column("ended_at", WHEN),
        sa.Column("ended_by", KEY, sa.ForeignKey("officers.id")),
        sa.Column("ended_reason", sa.Text, nullable=False),
        sa.Column("ended_noted_at", WHEN),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_applications_case_id", "applications", ["case_id"])
    op.create_table(
        "element_checks",
        sa.Column("case_id", KEY, sa.ForeignKey("cases.id"), nullable=False),
        sa.Column("section", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("element", "seen")),
        sa.Column("finding", sa.String, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("officer_id", KEY, sa.ForeignKey("officers.id"), nullable=False),
        sa.Column("checked_at", WHEN, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_element_checks_case_id", "element_checks", ["case_id"])
    _append_only("element_checks")


def _append_only(table: str) -> None:
    """A hurdle before the proof, which is the audit log: no row is changed or goes."""
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
