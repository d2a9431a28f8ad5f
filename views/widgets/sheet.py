"""A sheet: a task of its own inside the window, with head, body and foot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from views.theme import Theme
from views.widgets.buttons import Button, primary_button, quiet_button
from views.widgets.overlay import Overlay, cast_shadow
from views.widgets.paint import hairline, rounded
from views.widgets.text import Text


class Sheet(Overlay):
    """A panel over the window: `set_body(widget)`, `add_button(button)`, then `open()`.

    960 x 620 at 100 %, less where the window is smaller; `width` and `height` ask for another
    size. The buttons are yours to connect; Esc dismisses.
    """

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        title: str,
        sentence: str = "",
        *,
        width: int = 0,
        height: int = 0,
    ) -> None:
        super().__init__(theme, window)
        self._wanted = (width or theme.size("sheet_width"), height or theme.size("sheet_height"))
        self._panel = _Panel(theme, self)
        cast_shadow(theme, self._panel, "sheet")
        self.setAccessibleName(title)
        self._title = Text(theme, title, role="heading")
        self._sentence = Text(theme, sentence, colour="ink2", wrap=True)
        self._note = Text(theme, role="small", colour="ink2", wrap=True)
        self._build()
        self._sentence.setVisible(bool(sentence))

    def set_sentence(self, sentence: str) -> None:
        """Say below the title what this is."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def set_title(self, title: str) -> None:
        """Name the sheet."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_note(self, note: str) -> None:
        """Say something beside the buttons."""
        self._note.setText(note)

    def set_body(self, body: QWidget) -> None:
        """Put the content between head and foot."""
        self._body.addWidget(body)

    def add_button(self, button: Button) -> None:
        """Put a button at the right of the foot; the last one is the main one."""
        self._foot.addWidget(button)

    def offer(self, doing: str, act: Callable[[], object], *, keys: str = "Enter") -> Button:
        """End with "Not now" and the button that does it, and go for good once closed.

        `act` is a slot of the sheet. "Ctrl+Enter" acts by itself; Enter is the field's to send.
        """
        back = quiet_button(self._theme, "Not now")
        main = primary_button(self._theme, doing, keys=keys)
        back.clicked.connect(self.dismiss)
        main.clicked.connect(act)
        self.add_button(back)
        self.add_button(main)
        if keys == "Ctrl+Enter":
            for name in ("Ctrl+Return", "Ctrl+Enter"):
                shortcut = QShortcut(QKeySequence(name), self, act)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.closed.connect(self.deleteLater)
        return main

    def place(self) -> None:
        """Centre the panel, a little above the middle."""
        space = self._theme.space("page")
        width = min(self._wanted[0], self.width() - 2 * space)
        height = min(self._wanted[1], self.height() - 2 * space)
        top = max(space, (self.height() - height) // 2 - self._theme.px(8))
        self._panel.setGeometry((self.width() - width) // 2, top, width, height)

    def _build(self) -> None:
        px = self._theme.px
        self._body = QVBoxLayout()
        self._foot = QHBoxLayout()
        self._foot.setSpacing(px(12))
        self._foot.addWidget(self._note, 1, Qt.AlignmentFlag.AlignVCenter)
        head = QVBoxLayout()
        head.setContentsMargins(px(28), px(20), px(28), px(12))
        head.setSpacing(px(4))
        head.addWidget(self._title)
        head.addWidget(self._sentence)
        self._body.setContentsMargins(px(28), px(4), px(28), px(12))
        self._foot.setContentsMargins(px(28), px(13), px(28), px(13))
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._body, 1)
        self._panel.foot = QWidget()
        self._panel.foot.setLayout(self._foot)
        column.addWidget(self._panel.foot)


class _Panel(QWidget):
    """The paper of a sheet, with the line above its foot."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.foot: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        theme = self._theme
        edge = theme.colour("line2") if theme.is_dark else None
        rounded(painter, box, theme.radius("sheet"), fill=theme.colour("surface"), edge=edge)
        if self.foot is not None:
            line = QRectF(box)
            line.setTop(self.foot.y())
            hairline(painter, theme, line.topLeft(), line.topRight())
