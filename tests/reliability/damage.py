"""Ways in which a library file is damaged, each the same for the same seed."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

PAGE = 4096
LEAST = PAGE
"""The first page is left out by the damage that leaves a file a database."""


def flip_bit(data: bytearray, chance: random.Random) -> None:
    place = chance.randrange(LEAST, len(data))
    data[place] ^= 1 << chance.randrange(8)


def zero_sector(data: bytearray, chance: random.Random) -> None:
    place = chance.randrange(LEAST, len(data)) // 512 * 512
    data[place : place + 512] = bytes(512)


def zero_page(data: bytearray, chance: random.Random) -> None:
    place = chance.randrange(LEAST, len(data)) // PAGE * PAGE
    data[place : place + PAGE] = bytes(PAGE)


def garbage_page(data: bytearray, chance: random.Random) -> None:
    place = chance.randrange(LEAST, len(data)) // PAGE * PAGE
    data[place : place + PAGE] = chance.randbytes(PAGE)


def truncate(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(1, len(data)) :]


def break_header(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(16)] ^= 1 << chance.randrange(8)


def empty(data: bytearray, chance: random.Random) -> None:
    data.clear()


def zero_user_version(data: bytearray, chance: random.Random) -> None:
    data[60:64] = chance.choice([99, 2**31 - 1, 2**32 - 1]).to_bytes(4, "big")


def foreign_application(data: bytearray, chance: random.Random) -> None:
    data[68:72] = chance.randbytes(4)


def become_text(data: bytearray, chance: random.Random) -> None:
    data[:] = b"14:05 the pager rings\n" * chance.randrange(1, 400)


WAYS = (
    flip_bit,
    zero_sector,
    zero_page,
    garbage_page,
    truncate,
    break_header,
    empty,
    zero_user_version,
    foreign_application,
    become_text,
)


def damaged(library: Path, target: Path, seed: int) -> str:
    """Write a damaged copy; return which way it was damaged."""
    chance = random.Random(seed)  # noqa: S311
    way = WAYS[seed % len(WAYS)]
    data = bytearray(library.read_bytes())
    way(data, chance)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(bytes(data))
    return way.__name__


def words_of(path: Path) -> dict[tuple[str, str], tuple]:
    """Return (table, id) -> all values of the rows with words; what cannot be read is left out."""
    found: dict[tuple[str, str], tuple] = {}
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    try:
        for table in ("review", "event", "account", "gap"):
            for row in connection.execute(f"SELECT * FROM {table} NOT INDEXED"):  # noqa: S608
                found[table, str(row[0])] = row
    except sqlite3.DatabaseError:
        return found
    finally:
        connection.close()
    return found
