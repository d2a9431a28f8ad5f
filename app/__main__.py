"""Starts the app: a command of the command line, or the window."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from app import cli


def main() -> int:
    """Carry out what the command line asks for; the console script `second-story`."""
    return cli.main(sys.argv[1:], _open_window)


def _open_window(library: Path | None) -> int:
    """Show the window; imported here, because no other command needs Qt."""
    return int(import_module("views.window").run(library))


if __name__ == "__main__":
    sys.exit(main())
