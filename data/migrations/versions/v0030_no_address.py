"""Version 0030: the address of a secured attachment, which may name its author, can be taken out."""

from alembic import op

revision = "0030"
down_revision = "0029"

KEPT = ("id", "message_id", "number", "content_type", "size", "sha256", "fetched_by", "fetched_at")


def upgrade() -> None:
    """The only change that the database lets anybody make to it; what was secured so far stays as it is."""
    if op.get_bind().dialect.name == "sqlite":
        kept = " AND ".join(f"NEW.{name} IS OLD.{name}" for name in KEPT)
        op.execute("DROP TRIGGER media_no_update")
        op.execute(
            f"CREATE TRIGGER media_no_update BEFORE UPDATE ON media WHEN NOT ({kept} AND NEW.url = '') "
            "BEGIN SELECT RAISE(ABORT, 'media is append-only'); END"
        )
        return
    kept = " AND ".join(f"NEW.{name} IS NOT DISTINCT FROM OLD.{name}" for name in KEPT)
    op.execute("DROP TRIGGER media_only_blanked ON media")
    op.execute(
        "CREATE TRIGGER media_only_blanked BEFORE UPDATE ON media FOR EACH ROW "
        f"WHEN (NOT ({kept} AND NEW.url = '')) EXECUTE FUNCTION media_append_only()"
    )
