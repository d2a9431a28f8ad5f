"""What makes the start quick: Python's own `import`, and no search for garbage meanwhile.

Qt replaces `import` by one that reads the source of every module imported after it, and keeps it,
to find `from __feature__ import` and star imports of Qt's classes. Neither is used here (a test
sees to it), and the sources of SQLAlchemy alone cost a fifth of the time to an open library and
19 MiB. This is not documented by Qt: tests/views/test_quick_start.py says whether a new version of
it still gets along without.

Nothing that is made while the program loads is garbage; looking for it costs a sixth of the time.
"""

from __future__ import annotations

import builtins
import gc


def load_qt() -> None:
    """Load Qt's widgets; what is imported afterwards is imported as Python does it."""
    gc.disable()
    plain = builtins.__import__
    import PySide6.QtWidgets  # noqa: PLC0415, F401 - loaded for its effect

    builtins.__import__ = plain


def settle() -> None:
    """Look for garbage again, but not among what the start has loaded; once it is done."""
    gc.freeze()
    gc.enable()
