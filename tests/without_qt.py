"""Import modules, or run a command of the app, in a Python where Qt cannot be imported.

`python -m tests.without_qt MODULE...` or `python -m tests.without_qt --run ARGUMENT...`
"""

from __future__ import annotations

import importlib
import runpy
import sys
from importlib.abc import MetaPathFinder

QT = {"PySide6", "shiboken6", "qtawesome", "qtpy"}


class NoQt(MetaPathFinder):
    """Refuse to find any part of Qt."""

    def find_spec(self, fullname: str, *_: object) -> None:
        if fullname.partition(".")[0] in QT:
            raise ImportError(f"{fullname} was asked for where no Qt may be needed")


if __name__ == "__main__":
    sys.meta_path.insert(0, NoQt())
    if sys.argv[1:2] == ["--run"]:
        sys.argv[:] = ["second-story", *sys.argv[2:]]
        runpy.run_module("app", run_name="__main__")
    else:
        for name in sys.argv[1:]:
            importlib.import_module(name)
