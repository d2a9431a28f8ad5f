"""Reads the rows of a SQLite file page by page, without its tree, so that damage stays local.

Source: the SQLite file format (sqlite.org/fileformat2.html), table leaf pages and their overflow.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

LEAF_OF_TABLE, BRANCH_OF_TABLE = 13, 5
KNOWN_PAGES = (0, 2, BRANCH_OF_TABLE, 10, LEAF_OF_TABLE)
DEFAULT_PAGE_SIZE = 4096
Value = int | float | str | bytes | None
INTEGER_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


@dataclass(frozen=True, slots=True)
class StoredRow:
    """The values of one row in column order, and the page they were on."""

    page: int
    values: tuple[Value, ...]


class Pages:
    """The pages of one file, held in memory."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        size = int.from_bytes(data[16:18], "big")
        self.size = 65536 if size == 1 else size
        if self.size not in (512, 1024, 2048, 4096, 8192, 16384, 32768, 65536):
            self.size = DEFAULT_PAGE_SIZE
        self._usable = self.size - (data[20] if len(data) > 20 and data[20] < 64 else 0)
        self.count = len(data) // self.size
        self.unreadable: set[int] = set()
        """Pages of which at least one row could not be read."""

    def rows(self) -> Iterator[StoredRow]:
        """Yield every row of every table that can be read, in the order of the pages."""
        for page in range(1, self.count + 1):
            kind = self._data[self._header(page)]
            if kind not in KNOWN_PAGES:
                self.unreadable.add(page)
            elif kind == LEAF_OF_TABLE:
                yield from self._leaf(page)

    def children(self, page: int) -> list[int]:
        """Return the pages below a branch; none for a leaf or a page that makes no sense."""
        if not 1 <= page <= self.count or self._data[self._header(page)] != BRANCH_OF_TABLE:
            return []
        at, base = self._header(page), (page - 1) * self.size
        (cells,) = struct.unpack_from(">H", self._data, at + 3)
        below = [struct.unpack_from(">I", self._data, at + 8)[0]]
        for place in range(min(cells, self.size // 4)):
            (offset,) = struct.unpack_from(">H", self._data, at + 12 + 2 * place)
            if offset + 4 <= self.size:
                below.append(struct.unpack_from(">I", self._data, base + offset)[0])
        return below

    def _header(self, page: int) -> int:
        return (page - 1) * self.size + (100 if page == 1 else 0)

    def _leaf(self, page: int) -> Iterator[StoredRow]:
        at, base = self._header(page), (page - 1) * self.size
        (cells,) = struct.unpack_from(">H", self._data, at + 3)
        for place in range(min(cells, self.size // 4)):
            try:
                (offset,) = struct.unpack_from(">H", self._data, at + 8 + 2 * place)
                yield StoredRow(page, self._cell(base + offset % self.size))
            except (ValueError, IndexError, struct.error):
                self.unreadable.add(page)

    def _cell(self, at: int) -> tuple[Value, ...]:
        length, at = _varint(self._data, at)
        _, at = _varint(self._data, at)
        return _record(self._payload(at, length))

    def _payload(self, at: int, length: int) -> bytes:
        if length > len(self._data):
            raise ValueError(length)
        most = self._usable - 35
        if length <= most:
            return self._data[at : at + length]
        least = (self._usable - 12) * 32 // 255 - 23
        local = least + (length - least) % (self._usable - 4)
        local = local if local <= most else least
        parts = [self._data[at : at + local]]
        (page,) = struct.unpack_from(">I", self._data, at + local)
        left = length - local
        while left > 0:
            if not 1 <= page <= self.count:
                raise ValueError(page)
            base = (page - 1) * self.size
            (page,) = struct.unpack_from(">I", self._data, base)
            parts.append(self._data[base + 4 : base + 4 + min(left, self._usable - 4)])
            left -= self._usable - 4
        return b"".join(parts)


def _record(payload: bytes) -> tuple[Value, ...]:
    size, at = _varint(payload, 0)
    if size > len(payload):
        raise ValueError(size)
    kinds = []
    while at < size:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind in (0, 8, 9):
        return {0: None, 8: 0, 9: 1}[kind], at
    if kind in (10, 11):
        raise ValueError(kind)
    size = INTEGER_SIZES.get(kind, 8 if kind == 7 else (kind - 12) // 2)
    raw = payload[at : at + size]
    if len(raw) < size:
        raise ValueError(kind)
    if kind == 7:
        return struct.unpack(">d", raw)[0], at + size
    if kind in INTEGER_SIZES:
        return int.from_bytes(raw, "big", signed=True), at + size
    return (raw if kind % 2 == 0 else raw.decode("utf-8", "replace")), at + size


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(9):
        byte = data[at + place]
        if place == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    raise ValueError(at)
