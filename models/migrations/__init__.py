"""Brings an older library up to the schema of this version (Alembic, portable operations only)."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

HERE = Path(__file__).parent


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run the missing migrations inside the transaction of this connection."""
    command.upgrade(_config(connection), revision)


def stamp(connection: Connection, revision: str = "head") -> None:
    """Note in a fresh library that no migration is missing."""
    command.stamp(_config(connection), revision)


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.attributes["connection"] = connection
    return config
