"""The first schema."""

from __future__ import annotations

from models.migrations.schema_1 import FIRST
from models.migrations.tables import create_tables

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create every table of schema 1."""
    create_tables(FIRST)
