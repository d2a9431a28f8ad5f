"""A line for a question that is checked while it is typed, with one open way to ask it (I02)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guides.question_form import FormFinding, look_at_question
from views.theme import Theme
from views.widgets.buttons import Button, ButtonKind
from views.widgets.line_field import LineField
from views.widgets.text import Text


class _Line(LineField):
    """Hands on Alt+U and Esc, also where no window binds them."""

    use_asked = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the rewrite with Alt+U, leave with Esc."""
        if event.key() == Qt.Key.Key_U and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.use_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class QuestionLine(QWidget):
    """Enter asks as it stands: `asked`. The rewrite is offered, never put in by itself.

    After `take_offer` both wordings are known: `text()` and `typed_text`; `then` is the second
    half of a question that was two.
    """

    asked = Signal()
    changed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, name: str, *, hint: str = "", bare: bool = False) -> None:
        super().__init__()
        self.typed_text = ""
        self.then = ""
        self._finding: FormFinding | None = None
        self.line = _Line(theme, name, hint=hint)
        self.line.keep_own_undo()
        if bare:
            self.line.setProperty("bare", True)  # noqa: FBT003
            self.line.setFont(theme.font("small"))
        self._reason = Text(theme, role="small", colour="notice", wrap=True)
        self._offer = Text(theme, weight=500, wrap=True)
        self._use = Button(theme, "Use it", kind=ButtonKind.PLAIN, keys="Alt+U", small=True)
        self._found = QWidget()
        self._lay_out(theme)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._on_typed)
        self.line.returnPressed.connect(self.asked)
        self.line.use_asked.connect(self.take_offer)
        self.line.left.connect(self.left)
        self._use.clicked.connect(self.take_offer)

    def text(self) -> str:
        """Give the question as it stands."""
        return self.line.text().strip()

    def show_text(self, text: str) -> None:
        """Show a question; what was typed before is forgotten."""
        self.typed_text, self.then = "", ""
        self.line.setText(text)
        self.line.setCursorPosition(0)
        self._look("")

    def offer(self) -> str:
        """Give the open way to ask that is shown now, or nothing."""
        return self._finding.offer if self._finding else ""

    def reason(self) -> str:
        """Give what was noticed about the question, or nothing."""
        return self._finding.reason if self._finding else ""

    @Slot()
    def take_offer(self) -> None:
        """Put the open wording in place of what was typed, and remember both."""
        finding = self._finding
        if finding is None or not finding.offer:
            return
        self.typed_text = self.line.text().strip()
        self.then = finding.then
        self.line.setText(finding.offer)
        self._look(finding.offer)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _lay_out(self, theme: Theme) -> None:
        px = theme.px
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._reason)
        said.addWidget(self._offer)
        row = QHBoxLayout(self._found)
        row.setContentsMargins(px(11), 0, 0, px(4))
        row.setSpacing(px(12))
        row.addLayout(said, 1)
        row.addWidget(self._use, 0, Qt.AlignmentFlag.AlignTop)
        self._found.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self.line)
        column.addWidget(self._found)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if not text.strip():
            self.typed_text, self.then = "", ""
        self._look(text)
        self.changed.emit()

    def _look(self, text: str) -> None:
        self._finding = look_at_question(text)
        found = self._finding
        self._reason.setText(found.reason if found else "")
        then = f"  Then: {found.then}" if found and found.then else ""
        offer = f"{found.offer}{then}" if found and found.offer else ""
        self._offer.setText(offer)
        self._offer.setVisible(bool(offer))
        self._use.setVisible(bool(offer))
        self._found.setVisible(found is not None)
        said = f"{found.reason} {offer}".strip() if found else ""
        self.line.setAccessibleDescription(said)
        self.updateGeometry()
