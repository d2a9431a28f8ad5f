"""Tells of a bug calmly, once, while the work goes on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.crash import LOGGER, Bug

LEVELS = {
    QtMsgType.QtWarningMsg: LOGGER.warning,
    QtMsgType.QtCriticalMsg: LOGGER.error,
    QtMsgType.QtFatalMsg: LOGGER.critical,
}


class CrashDialog(QDialog):
    """What happened, that nothing typed is lost, and the lines for whoever helps."""

    def __init__(self, bug: Bug, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something unexpected happened")
        self._report = bug.report
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.setContentsMargins(24, 24, 24, 24)
        for words in (
            "The last step did not come to its end. What you typed before it is saved, "
            "and you can go on working.",
            "These lines say where it happened. They hold none of your texts.",
        ):
            layout.addWidget(_label(words))
        details = QPlainTextEdit(bug.report)
        details.setReadOnly(True)
        details.setMinimumSize(520, 160)
        layout.addWidget(details)
        self._buttons = QDialogButtonBox()
        go_on = self._buttons.addButton("Go on", QDialogButtonBox.ButtonRole.AcceptRole)
        copy = self._buttons.addButton("Copy the lines", QDialogButtonBox.ButtonRole.ActionRole)
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        copy.clicked.connect(self._on_copy)
        layout.addWidget(self._buttons)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)


class CrashTeller(QObject):
    """Shows each kind of bug once, one after the other, whichever thread it came from."""

    _told = Signal(object)  # Bug

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dialog: CrashDialog | None = None
        """The one that is shown now."""
        self._waiting: list[Bug] = []
        self._known: set[tuple[str, str]] = set()
        self._told.connect(self._on_told)

    def tell(self, bug: Bug) -> None:
        """Take in a bug; any thread may."""
        self._told.emit(bug)

    @Slot(object)
    def _on_told(self, bug: Bug) -> None:
        if (bug.kind, bug.stack) not in self._known:
            self._known.add((bug.kind, bug.stack))
            self._waiting.append(bug)
            self._show_next()

    def _show_next(self) -> None:
        if self.dialog is not None or not self._waiting:
            return
        self.dialog = CrashDialog(self._waiting.pop(0), QApplication.activeWindow())
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None
        self._show_next()


def log_qt_messages() -> None:
    """Send what Qt has to say to our log."""
    qInstallMessageHandler(_on_message)


def _on_message(level: QtMsgType, context: object, message: str | None) -> None:
    category = getattr(context, "category", "")
    LEVELS.get(level, LOGGER.debug)("Qt %s: %s", category, message)


def _label(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
