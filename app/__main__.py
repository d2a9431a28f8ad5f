"""Starts the app: a command of the command line, or the window."""

from __future__ import annotations

import sys
from pathlib import Path

from app import cli
from app.paths import user_paths


def main() -> int:
    """Carry out what the command line asks for; the console script `second-story`."""
    return cli.main(sys.argv[1:], _open_window)


def _open_window(library: Path | None) -> int:
    """Show the window; imported here, because no other command needs Qt."""
    from views.quick_start import load_qt  # noqa: PLC0415

    load_qt()
    from views.window import run  # noqa: PLC0415

    return run(library or user_paths().default_library)


if __name__ == "__main__":
    sys.exit(main())
