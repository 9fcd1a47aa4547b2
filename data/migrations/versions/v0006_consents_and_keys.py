"""Version 0006: consents, tenures, and the accounts' keys, sealed."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
WHEN = sa.DateTime(timezone=True)


def _account() -> sa.Column[int]:
    return sa.Column("account_id", KEY, sa.ForeignKey("accounts.id"), nullable=False)


def _officer() -> sa.Column[int]:
    return sa.Column("officer_id", KEY, sa.ForeignKey("officers.id"), nullable=False)


def _table(name: str, *columns: sa.schema.SchemaItem) -> None:
    last = sa.Column("revision", sa.Integer, nullable=False), sa.Column("id", KEY, primary_key=True)
    op.create_table(name, *columns, *last, sqlite_autoincrement=True)


def upgrade() -> None:
    """Whoever was read before has never been asked: nothing is read until the officers consent.

    In training data everybody is invented and has consented.
    """
    _table(
        "consents",
        _account(),
        _officer(),
        sa.Column("text_version", sa.Text, nullable=False),
        sa.Column("given_at", WHEN, nullable=False),
        sa.Column("withdrawn_at", WHEN, nullable=True),
    )
    op.create_index("ix_consents_account_id", "consents", ["account_id"])
    _table(
        "tenures",
        _account(),
        _officer(),
        sa.Column("begun_at", WHEN, nullable=False),
        sa.Column("ended_at", WHEN, nullable=True),
        sa.Column("end", sa.String, nullable=True),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("erase_at", WHEN, nullable=True),
    )
    op.create_index("ix_tenures_account_id", "tenures", ["account_id"])
    _sealed()
    _carry_over()


def _sealed() -> None:
    _table(
        "credentials",
        _account(),
        sa.Column("key_id", sa.Text, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("updated_at", WHEN, nullable=False),
        sa.UniqueConstraint("account_id"),
    )
    _table(
        "auth_requests",
        _account(),
        _officer(),
        sa.Column("state_hash", sa.Text, nullable=False, unique=True),
        sa.Column("session_hash", sa.Text, nullable=False),
        sa.Column("key_id", sa.Text, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("begun_at", WHEN, nullable=False),
        sa.Column("ended_at", WHEN, nullable=True),
    )
    op.create_index("ix_auth_requests_account_id", "auth_requests", ["account_id"])


def _carry_over() -> None:
    """An officer's tenure began when the account was added, as the audit log tells."""
    op.execute(
        "INSERT INTO tenures (account_id, officer_id, begun_at, reason, revision) "
        "SELECT a.id, a.officer_id, COALESCE((SELECT MIN(e.at) FROM audit e WHERE e.act = 'account_added' "
        "AND e.subject = 'account:' || a.id), CURRENT_TIMESTAMP), '', 1 FROM accounts a ORDER BY a.id"
    )
    if op.get_bind().scalar(sa.text("SELECT value FROM meta WHERE name = 'training'")) == "yes":
        op.execute(
            "INSERT INTO consents (account_id, officer_id, text_version, given_at, revision) "
            "SELECT account_id, officer_id, '1', begun_at, 1 FROM tenures ORDER BY id"
        )
    else:
        op.execute("UPDATE accounts SET active = false")
