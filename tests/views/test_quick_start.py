from __future__ import annotations

import re
import subprocess
import sys

from tests.source_code import ROOT, modules

LOADED = """
import builtins
plain = builtins.__import__
from views.quick_start import load_qt
load_qt()
assert builtins.__import__ is plain
"""
USED = """
import linecache
import views.main_window, sqlalchemy.orm
assert not any(name.endswith("session.py") for name in linecache.cache)
from PySide6 import QtNetwork
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("seen")
label.setText("still seen")
assert label.text() == "still seen"
assert QtNetwork.QLocalServer().isListening() is False
try:
    label.setText(3)
except TypeError as error:
    assert "setText" in str(error)
else:
    raise AssertionError("a wrong argument was taken")
"""


def carried_out(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stderr if done.returncode else ""


def test_python_imports_as_usual_once_qt_is_loaded() -> None:
    assert carried_out(LOADED) == ""


def test_qt_works_with_the_plain_import_and_keeps_no_source_of_other_modules() -> None:
    assert carried_out(LOADED + USED) == ""


def test_garbage_is_looked_for_again_once_the_library_is_there() -> None:
    told = """
import gc
from views.quick_start import load_qt, settle
load_qt()
assert not gc.isenabled()
settle()
assert gc.isenabled() and gc.get_freeze_count() > 10_000
"""
    assert carried_out(told) == ""


def test_nothing_of_the_database_is_loaded_before_the_window_is_painted() -> None:
    told = """
import sys
from views.quick_start import load_qt
load_qt()
import views.window
slow = ("sqlalchemy", "alembic", "docx", "lxml", "markdown", "zoneinfo", "guides.checks")
assert [name for name in slow if name in sys.modules] == []
"""
    assert carried_out(told) == ""


def test_nothing_needs_the_import_that_qt_brings() -> None:
    needs = re.compile(r"^\s*from (__feature__ import|PySide6[.\w]* import \*)", re.MULTILINE)
    assert [module.place for module in modules() if needs.search(module.text)] == []
