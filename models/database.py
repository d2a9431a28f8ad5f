"""A library file opened: one writing engine, one reading engine, its schema made or brought up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select

from models.base import Entity
from models.ids import new_id
from models.library import LibraryInfo
from models.schema import APPLICATION_ID, SCHEMA_VERSION
from models.search import create_index, rebuild_index
from models.sqlite import HURRIED, not_awaiting_disk, reader_engine, writer_engine


class Database:
    """The two engines of one library."""

    def __init__(self, path: Path, *, network: bool = False) -> None:
        self.path = path
        self.has_log = not network
        """Whether the last changes lie in a write-ahead log beside the file."""
        self.writer: Engine = writer_engine(path, network=network)
        self.hurried_writer: Engine = self.writer.execution_options(**{HURRIED: True})
        """The same connection, for changes that can be tried again when another program writes."""
        self.reader: Engine = reader_engine(path)

    @contextmanager
    def arriving(self, *, live: bool) -> Iterator[Connection]:
        """Open a transaction for one slice of an import, quick to commit where there is a log.

        With `live`, a window waits for it.
        """
        with (
            self.writer.connect() as connection,
            not_awaiting_disk(connection, live=live) if self.has_log else nullcontext(),
            connection.begin(),
        ):
            yield connection

    def close(self) -> None:
        """Let go of every connection, the writing one last."""
        self.reader.dispose()
        self.writer.dispose()


def create_schema(connection: Connection) -> None:
    """Make an empty library, in the transaction of this connection."""
    Entity.metadata.create_all(connection)
    create_index(connection)
    connection.execute(insert(LibraryInfo).values(id=new_id(), created_at=datetime.now(UTC)))
    stamp(connection)


def stamp(connection: Connection) -> None:
    """Write what the file is and which schema it has."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")


def refill_search(connection: Connection) -> None:
    """Make the search indexes of a library whose tables have just changed."""
    create_index(connection)
    rebuild_index(connection)


def compact(engine: Engine) -> None:
    """Rewrite the file without a trace of deleted rows; in no transaction.

    Raises DBAPIError.
    """
    with engine.connect() as connection:
        connection.exec_driver_sql("INSERT INTO search_text(search_text) VALUES ('optimize')")
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("VACUUM")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
        connection.exec_driver_sql("BEGIN")


def library_id(connection: Connection) -> str:
    """Return the id that names the folder of a library's backups."""
    return str(connection.scalar(select(LibraryInfo.id)))
