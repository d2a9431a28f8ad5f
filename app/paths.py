"""Where the app keeps things on this machine: data, state, log, settings."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

HOME_VARIABLE = "SECOND_STORY_HOME"
"""Names one folder for everything below, for tests and for a portable installation."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one user; none of them needs to exist yet."""

    data: Path
    state: Path
    log: Path
    config: Path

    @property
    def default_library(self) -> Path:
        """The library that opens where none is named."""
        return self.data / "reviews.secondstory"

    @property
    def backups(self) -> Path:
        """Holds one folder of backups to each library, named by its id."""
        return self.data / "backups"

    @property
    def rescue(self) -> Path:
        """Holds texts that could not be saved, until they are."""
        return self.state / "rescue"

    @property
    def settings_file(self) -> Path:
        """The settings of this machine."""
        return self.config / "settings.toml"

    @property
    def geometry_file(self) -> Path:
        """Where windows stood; nothing is lost with it."""
        return self.state / "window.ini"

    @property
    def log_file(self) -> Path:
        """What the app noted about itself, without anybody's texts."""
        return self.log / "second-story.log"


def user_paths(home: Path | None = None) -> Paths:
    """Return the folders of this user, or those under `home` where it or the variable names one."""
    named = home or os.environ.get(HOME_VARIABLE)
    if named:
        base = Path(named).absolute()
        return Paths(base / "data", base / "state", base / "log", base / "config")
    found = platformdirs.PlatformDirs("second-story", appauthor=False)
    return Paths(
        found.user_data_path, found.user_state_path, found.user_log_path, found.user_config_path
    )
