"""The base of everything stored: ids, versions, column types, checksums on people's words."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from hashlib import blake2b
from typing import Annotated, Any, ClassVar

from sqlalchemy import DateTime, Dialect, Enum, String, Text, event
from sqlalchemy.orm import DeclarativeBase, Mapped, Mapper, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

from models.ids import new_id
from models.values import Mark
from models.words import clean_text

Prose = Annotated[str, mapped_column(Text, default="", info={"words": True})]
"""A column of people's words; every row that has one carries a checksum over all of them."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime, stored in UTC without its zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Turn an aware datetime into naive UTC; a naive one is a bug."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(value)
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Turn stored naive UTC into an aware datetime."""
        return None if value is None else value.replace(tzinfo=UTC)


class MarkSet(TypeDecorator[frozenset[Mark]]):
    """A set of marks, stored as sorted words with commas."""

    impl = String(64)
    cache_ok = True

    def process_bind_param(self, value: Iterable[Mark] | None, dialect: Dialect) -> str:  # noqa: ARG002
        """Join the marks."""
        return ",".join(sorted(value or ()))

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[Mark]:  # noqa: ARG002
        """Split the marks."""
        return _marks(value or "")


@cache
def _marks(words: str) -> frozenset[Mark]:
    """Return the marks of a stored text; the same few come back for thousands of events."""
    return frozenset(Mark(word) for word in words.split(",") if word)


def _values(choices: type[enum.Enum]) -> list[str]:
    return [str(choice.value) for choice in choices]


class Entity(DeclarativeBase):
    """Anything stored in a library."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        enum.Enum: Enum(enum.Enum, native_enum=False, length=24, values_callable=_values),
        datetime: UtcDateTime(),
        frozenset[Mark]: MarkSet(),
        str: String(),
    }

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id, sort_order=-3)
    version: Mapped[int] = mapped_column(default=1, sort_order=-2)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version}


class Worded(Entity):
    """A row that holds people's words, with a checksum over them (R11)."""

    __abstract__ = True

    checksum: Mapped[str] = mapped_column(String(16), default="", sort_order=99)


def checksum_of(words: Iterable[str]) -> str:
    """Return the checksum of the words of one row, in column order (16 hex digits)."""
    digest = blake2b(digest_size=8)
    for text in words:
        digest.update(text.encode("utf-8", "surrogatepass"))
        digest.update(b"\x1f")
    return digest.hexdigest()


@cache
def word_columns(kind: type[Entity]) -> tuple[str, ...]:
    """Return the names of the columns that hold people's words."""
    return tuple(c.key for c in kind.__table__.columns if c.info.get("words"))


@event.listens_for(Entity, "before_insert", propagate=True)
@event.listens_for(Entity, "before_update", propagate=True)
def _clean_and_sum(_mapper: Mapper[Any], _connection: object, target: Entity) -> None:
    """Store only text that can be read back anywhere, with a checksum over people's words."""
    for key, value in list(vars(target).items()):
        if type(value) is str and (cleaned := clean_text(value)) is not value:
            setattr(target, key, cleaned)
    if isinstance(target, Worded):
        words = (getattr(target, key) or "" for key in word_columns(type(target)))
        target.checksum = checksum_of(words)
