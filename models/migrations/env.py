"""What Alembic runs around each migration: our connection, our metadata, our transaction."""

from __future__ import annotations

from alembic import context

from models import schema
from models.base import Entity

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Entity.metadata,
    render_as_batch=True,
    transactional_ddl=False,
    include_name=lambda name, kind, _: kind != "table" or name in schema.entities(),
)
context.run_migrations()
