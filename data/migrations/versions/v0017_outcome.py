"""Version 0017: what left the house, what is blackened, and what came back from the prosecutor."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
WHEN = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Nothing of what was exported before is known but by the audit log."""
    _transmissions()
    _blackening_and_results()


def _transmissions() -> None:
    op.create_table(
        "transmissions",
        sa.Column("case_id", KEY, sa.ForeignKey("cases.id"), nullable=False),
        sa.Column("run", sa.Text, nullable=False, unique=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("package", "fingerprint")),
        sa.Column("files", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("messages", "facts")),
        sa.Column("blackened", sa.Boolean, nullable=False),
        sa.Column("exported_by", sa.Text, nullable=False),
        sa.Column("exported_at", WHEN, nullable=False),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("recipient", "office", "basis", "purpose", "sent_by")
        ),
        sa.Column("way", sa.String),
        *(sa.Column(name, WHEN) for name in ("sent_at", "recalled_at")),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_transmissions_case_id", "transmissions", ["case_id"])
    op.create_table(
        "corrections",
        sa.Column("transmission_id", KEY, sa.ForeignKey("transmissions.id"), nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("reason", "letter", "facts", "confirmation")),
        sa.Column("officer_id", KEY, sa.ForeignKey("officers.id"), nullable=False),
        sa.Column("noted_at", WHEN, nullable=False),
        sa.Column("confirmed_at", WHEN),
        sa.Column("confirmed_by", KEY, sa.ForeignKey("officers.id")),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_corrections_transmission_id", "corrections", ["transmission_id"])


def _blackening_and_results() -> None:
    op.create_table(
        "redactions",
        sa.Column("case_id", KEY, sa.ForeignKey("cases.id"), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("term", "reason")),
        sa.Column("officer_id", KEY, sa.ForeignKey("officers.id"), nullable=False),
        sa.Column("begun_at", WHEN, nullable=False),
        sa.Column("message_id", KEY, sa.ForeignKey("messages.id")),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("version", "start", "end")),
        sa.Column("lifted_at", WHEN),
        sa.Column("lifted_by", KEY, sa.ForeignKey("officers.id")),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_redactions_case_id", "redactions", ["case_id"])
    op.create_table(
        "prosecutor_results",
        sa.Column("case_id", KEY, sa.ForeignKey("cases.id"), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("file_number", "office")),
        sa.Column("state", sa.String, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("words", "decided_on", "noted_by")),
        sa.Column("noted_at", WHEN, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.UniqueConstraint("case_id", "file_number"),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
