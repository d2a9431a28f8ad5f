"""Reading the wording packs that are shipped in `guides/packs`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from models.errors import ReviewError


class PackError(ReviewError):
    """A wording pack cannot be used; the sentence names file and line."""


@cache
def pack_text(name: str) -> str:
    """Return the text of a shipped pack, by its file name."""
    place = files("guides.packs").joinpath(name)
    if not place.is_file():
        raise PackError(f"There is no wording pack {name}. Use the English one, or add the file.")
    return place.read_text("utf-8")


@cache
def pack(subject: str, language: str = "en") -> dict[str, Any]:
    """Return a shipped TOML pack: `pack("cues")` reads `cues-en.toml`."""
    return tomllib.loads(pack_text(f"{subject}-{language}.toml"))
