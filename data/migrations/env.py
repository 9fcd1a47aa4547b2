"""Runs the migrations on the connection, and in the transaction, that data.migrate opened."""

from alembic import context

from data.shape import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True
)
context.run_migrations()
