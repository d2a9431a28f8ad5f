"""Loads Qt and gives Python its own `import` back, which Qt replaces with a slower one.

Qt's import reads the source of every module that is imported after it, and keeps it, to find
`from __feature__ import` and star imports of Qt's classes. Neither is used here (a test sees to
it), and the sources of SQLAlchemy alone cost a fifth of the time to an open library and 19 MiB.
This is not documented by Qt: tests/views/test_plain_import.py says whether a new version of it
still gets along without.
"""

from __future__ import annotations

import builtins


def load_qt() -> None:
    """Load Qt's widgets; what is imported afterwards is imported as Python does it."""
    plain = builtins.__import__
    import PySide6.QtWidgets  # noqa: PLC0415, F401 - loaded for its effect

    builtins.__import__ = plain
