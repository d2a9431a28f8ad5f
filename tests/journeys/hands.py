"""The hands of a person: keys go to what has the focus, clicks to what lies under the pointer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

FIELDS = (QLineEdit, QTextEdit, QComboBox)


class Hands:
    """Works a window by keyboard and mouse, and waits for what a person would wait for."""

    def __init__(self, qtbot, window, folder: Path) -> None:
        self._qtbot = qtbot
        self.window = window
        self.folder = folder
        self._list: QWidget | None = None
        """The list that is open; held, for PySide lets go of a child with its parent."""

    def wait(self, seen, what=""):
        """Wait until something is seen; say what never was."""
        try:
            self._qtbot.waitUntil(seen, timeout=15000)
        except Exception as never:
            there = f"on the screen: {self.on_screen()}; to use: {self.names()}"
            raise AssertionError(f"never seen: {what}; {there}") from never

    def settle(self):
        """Let what was done come to its end, as in the pause between two movements."""
        for _ in range(3):
            QApplication.processEvents()

    def press(self, *keys):
        """Press keys, each given as on a key cap, where the focus is."""
        for key in keys:
            pressed = QKeySequence(key)[0]
            QTest.keyClick(self._focus(), pressed.key(), pressed.keyboardModifiers())
            self.settle()

    def type(self, words):
        """Type words where the caret is."""
        assert words.isascii(), "QTest types ASCII only"
        QTest.keyClicks(self._focus(), words)
        self.settle()

    def write(self, name, words):
        """Click into a field, replace what stands there, and type."""
        self.into(name)
        self.press("Ctrl+A")
        self.type(words)

    def into(self, name):
        """Click into a field by the name it has for a screen reader."""
        self._click_on(self._one(name, FIELDS))

    def choose(self, name, words):
        """Open a list by key, find an entry by its first letters, and take it."""
        choice = self._one(name, (QComboBox,))
        self._into_sight(choice)
        choice.setFocus(Qt.FocusReason.TabFocusReason)
        self.press("Alt+Down")
        self.type(words)
        self.press("Return")

    def click(self, words, kind=QAbstractButton):
        """Click a button by its words or its name."""
        self._click_on(self._one(words, (kind,)))

    def click_line(self, beginning):
        """Click a line that is named so; its own buttons stand at its right."""

        def named():
            every = self._visible(QWidget)
            return [each for each in every if each.accessibleName().startswith(beginning)]

        self._click_on(self._topmost(named, beginning))

    def do(self, title):
        """Find a command in the palette and do it."""
        self.press("Ctrl+K")
        self.type(title)
        shown = [command.title for command in self.window.palette_overlay.shown()]
        assert shown[0] == title, shown
        self.press("Return")

    def copy(self, words):
        """Copy words in another program."""
        QGuiApplication.clipboard().setText(words)

    def answer_dialogs(self, monkeypatch, *, opens=(), saves=""):
        """Say which files the file dialogs of the system will give."""
        opened = [str(path) for path in opens]
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: (opened, ""))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(saves), ""))

    def sees(self, words):
        """Tell whether words stand on the screen."""
        return any(words in said for said in self.on_screen())

    def on_screen(self):
        """Return all that stands on the screen in labels, buttons and fields."""
        said = []
        for widget in self._visible(QWidget):
            if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)):
                said.append(widget.text())
            elif isinstance(widget, QTextEdit):
                said.append(widget.toPlainText())
        return [words for words in said if words]

    def place(self):
        """Return where the keys go, for a message."""
        here = self._focus()
        return f"{type(here).__name__}:{self._name(here)}"

    def names(self):
        """Return the names of what can be used now, for a message."""
        shown = self._visible(QWidget)
        return [f"{type(w).__name__}:{self._name(w)}" for w in shown if self._name(w)]

    def _focus(self):
        self._list = QApplication.activePopupWidget()
        if self._list is not None:
            return self._list.focusWidget() or self._list
        if not self.window.isActiveWindow():
            self._take_back_the_keys()
        return QApplication.focusWidget() or self.window

    def _take_back_the_keys(self):
        """Be the active window again, as a desktop arranges once a list or menu has closed."""
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)

    def _visible(self, kind):
        return [each for each in self.window.findChildren(kind) if each.isVisible()]

    def _name(self, widget):
        return widget.accessibleName() or _text(widget)

    def _one(self, name, kinds):
        def named():
            said = [each for kind in kinds for each in self._visible(kind) if each.isEnabled()]
            return [each for each in said if name in (self._name(each), _text(each))]

        return self._topmost(named, name)

    def _topmost(self, among, what):
        """Wait for one of these that no sheet covers; pages may make their parts anew."""
        found = []

        def seen():
            for widget in among():
                self._into_sight(widget)
                if isValid(widget) and self._is_uncovered(widget):
                    found.append(widget)
                    return True
            return False

        self.wait(seen, what)
        return found[0]

    def _is_uncovered(self, widget):
        place = widget.mapTo(self.window, widget.rect().center())
        hit = self.window.childAt(place)
        return hit is widget or (hit is not None and widget.isAncestorOf(hit))

    def _into_sight(self, widget):
        """Turn the wheel until a widget is in sight."""
        area = widget.parentWidget()
        while area is not None:
            if isinstance(area, QScrollArea) and area.widget() is not None:
                area.ensureWidgetVisible(widget)
            area = area.parentWidget()
        self.settle()

    def _click_on(self, widget):
        place = widget.mapTo(self.window, widget.rect().center())
        hit = self.window.childAt(place)
        assert hit is not None
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.mapFrom(self.window, place))
        self.settle()

    def view(self, name):
        """Find a list by its name."""
        return self._one(name, (QAbstractItemView,))

    def pick(self, name, words):
        """Click the row of a list that says these words."""
        view = self.view(name)
        model = view.model()
        spoken = Qt.ItemDataRole.AccessibleTextRole
        said = [str(model.index(row, 0).data(spoken)) for row in range(model.rowCount())]
        rows = [row for row, each in enumerate(said) if words in each]
        assert rows, said
        self.click_row(view, rows[0])

    def click_row(self, view, row):
        """Click a row of a list."""
        box = view.visualRect(view.model().index(row, 0))
        middle = QPoint(min(box.center().x(), box.x() + 120), box.center().y())
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        self.settle()


def _text(widget):
    return widget.text().replace("\n", " ") if isinstance(widget, QAbstractButton) else ""
