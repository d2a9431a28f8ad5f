"""What a facilitator can set on this machine, kept as TOML."""

from __future__ import annotations

import contextlib
import json
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from guides.settings import MethodSettings
from models.errors import ReviewError


class Theme(StrEnum):
    """Which colours the window wears."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


OF_THE_METHOD = MethodSettings()


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default."""

    review_name: str = "Incident review"
    """What the organisation calls a review, in headings, invitations and files."""
    rest_hours: int = OF_THE_METHOD.rest_hours
    latest_working_days: int = OF_THE_METHOD.latest_working_days
    soak_working_days: int = OF_THE_METHOD.soak_working_days
    backup_minutes: int = 30
    theme: Theme = Theme.SYSTEM
    text_percent: int = 100

    @property
    def method(self) -> MethodSettings:
        """The limits of the method, as set here."""
        return MethodSettings(
            rest_hours=self.rest_hours,
            latest_working_days=self.latest_working_days,
            soak_working_days=self.soak_working_days,
        )


LEAST_AND_MOST: Mapping[str, tuple[int, int]] = {
    "rest_hours": (0, 24 * 14),
    "latest_working_days": (1, 60),
    "soak_working_days": (0, 30),
    "backup_minutes": (1, 24 * 60),
    "text_percent": (80, 200),
}
"""What the numbers may be, both ends included."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings as read, and one sentence where the file could not be used."""

    settings: Settings
    sentence: str = ""


class SettingsNotKeptError(ReviewError):
    """The settings file could not be written."""


def load(path: Path) -> Loaded:
    """Read the settings; a file that cannot be used is put aside and the defaults hold."""
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        return Loaded(Settings())
    except OSError as error:
        return Loaded(Settings(), f"{path} cannot be read ({error.strerror}); the defaults hold.")
    try:
        return Loaded(_from_table(tomllib.loads(text.decode("utf-8-sig"))))
    except (ValueError, TypeError) as error:
        return Loaded(Settings(), _put_aside(path, error))


def save(settings: Settings, path: Path) -> None:
    """Write the settings; the earlier file stays whole until the new one is on the disk.

    Raises SettingsNotKeptError.
    """
    lines = [f"{field.name} = {_toml(getattr(settings, field.name))}" for field in fields(settings)]
    fresh = path.with_name(f".~{path.name}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise SettingsNotKeptError(
            f"The settings could not be kept in {path} ({error.strerror}). "
            "They hold until the app is closed; make room there or allow writing."
        ) from error


def _from_table(table: Mapping[str, Any]) -> Settings:
    known = {field.name for field in fields(Settings)}
    chosen: dict[str, Any] = {key: value for key, value in table.items() if key in known}
    for key, value in chosen.items():
        _check(key, value)
    if "theme" in chosen:
        chosen["theme"] = Theme(chosen["theme"])
    return Settings(**chosen)


def _check(key: str, value: object) -> None:
    bounds = LEAST_AND_MOST.get(key)
    if bounds is None:
        if not isinstance(value, str):
            raise ValueError(f"{key} is not a text")
        return
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{key} is not a whole number")
    least, most = bounds
    if not least <= value <= most:
        raise ValueError(f"{key} is not between {least} and {most}")


def _toml(value: object) -> str:
    if isinstance(value, int):
        return str(value)
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007F")


def _put_aside(path: Path, error: Exception) -> str:
    kept = path.with_suffix(".not-read.toml")
    try:
        path.replace(kept)
    except OSError:
        kept = path
    return (
        f"The settings in {path} could not be read ({error}); "
        f"the defaults hold, the file is kept as {kept}."
    )
