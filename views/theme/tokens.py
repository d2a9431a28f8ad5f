"""The design tokens, read once from resources/themes/tokens.toml into typed tables."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Any


class Scheme(StrEnum):
    """Light or dark."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class TypeStep:
    """One step of the type scale: pixels at 100 %, and a weight of 100 to 900."""

    size: int
    line: int
    weight: int


@dataclass(frozen=True, slots=True)
class Shadow:
    """The shadow of something that floats; opacity by scheme, 0 to 1."""

    blur: int
    y: int
    opacity: Mapping[Scheme, float]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every value of the design by its name; sizes in logical pixels at 100 %."""

    colours: Mapping[Scheme, Mapping[str, str]]
    pairs: Mapping[Scheme, Mapping[str, float]]
    """Foreground_on_background -> contrast ratio the design was drawn with."""
    scale: Mapping[str, TypeStep]
    voice: tuple[str, ...]
    space: Mapping[str, int]
    size: Mapping[str, int]
    """A pair in the file becomes `name_width` and `name_height`."""
    radius: Mapping[str, int]
    motion: Mapping[str, int]
    """Milliseconds."""
    breakpoint: Mapping[str, int]
    shadows: Mapping[str, Shadow]
    scrim: Mapping[Scheme, float]
    icons: Mapping[str, str]
    """`kind.decision` -> `ph.diamond`."""


def read_tokens(name: str = "tokens.toml") -> Tokens:
    """Read the tokens of a theme file in resources/themes."""
    raw = tomllib.loads((files("resources") / "themes" / name).read_text(encoding="utf-8"))
    elevation = raw["elevation"]
    return Tokens(
        colours={scheme: raw["color"][scheme] for scheme in Scheme},
        pairs={scheme: raw["contrast"][scheme] for scheme in Scheme},
        scale={role: TypeStep(*step) for role, step in raw["type"]["scale"].items()},
        voice=tuple(raw["type"]["voice"]),
        space=raw["space"],
        size=_sizes(raw["size"]),
        radius=raw["radius"],
        motion=_durations(raw["motion"]),
        breakpoint=raw["breakpoint"],
        shadows={name: _shadow(elevation[name]) for name in ("popup", "sheet", "page")},
        scrim={scheme: elevation["scrim"][scheme] for scheme in Scheme},
        icons=_icons(raw["icons"]),
    )


def _sizes(raw: Mapping[str, Any]) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for name, value in raw.items():
        if isinstance(value, list):
            sizes[f"{name}_width"], sizes[f"{name}_height"] = value
        else:
            sizes[name] = value
    return sizes


def _durations(raw: Mapping[str, Any]) -> dict[str, int]:
    return {name: v["ms"] if isinstance(v, dict) else v for name, v in raw.items()}


def _shadow(raw: Mapping[str, Any]) -> Shadow:
    return Shadow(raw["blur"], raw["y"], {scheme: raw[scheme] for scheme in Scheme})


def _icons(raw: Mapping[str, Any]) -> dict[str, str]:
    groups = {group: names for group, names in raw.items() if isinstance(names, dict)}
    return {
        f"{group}.{name}": glyph for group, names in groups.items() for name, glyph in names.items()
    }
