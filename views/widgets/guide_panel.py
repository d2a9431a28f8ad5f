"""The Guide at the right: sections about the stage and the selection, or its narrow strip."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractAnimation,
    QEasingCurve,
    QRectF,
    Qt,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from views.theme import Theme
from views.widgets.buttons import IconButton
from views.widgets.text import Text


class GuideSection(QWidget):
    """A titled part of the Guide; `count` is said at the right of the title ("1 open")."""

    def __init__(
        self, theme: Theme, title: str, body: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = Text(theme, title, role="small", weight=600, colour="ink2")
        self._count = Text(theme, role="small", colour="ink2")
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(24))
        column.setSpacing(theme.px(6))
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        column.addWidget(self._head)
        self._head.setVisible(bool(title))
        column.addWidget(body)

    def set_title(self, title: str) -> None:
        """Name the section."""
        self._title.setText(title)
        self._head.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_count(self, count: str) -> None:
        """Say what is open, in words."""
        self._count.setText(count)

    def count(self) -> str:
        """Give what is said at the right of the title."""
        return self._count.text()


class GuidePanel(QWidget):
    """Sections in a column 320 wide, or a strip of 48 with an icon and a count for each.

    `add_section` gives the section back; `toggled(open)` says that it was opened or closed.
    """

    toggled = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._open = True
        self._sections: list[tuple[GuideSection, str, Text]] = []
        self._slide = QVariantAnimation(self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(self._on_slid)
        self.setAccessibleName("Guide")
        self._build()
        self.setFixedWidth(theme.size("guide"))
        theme.changed.connect(self._on_theme_changed)

    def add_section(self, title: str, body: QWidget, *, icon: str = "") -> GuideSection:
        """Put a section below the others; with an icon it also shows in the strip."""
        section = GuideSection(self._theme, title, body)
        self._column.insertWidget(self._column.count() - 1, section)
        count = Text(self._theme, role="small", weight=600, colour="ink2")
        count.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if icon:
            button = IconButton(self._theme, icon, title)
            button.clicked.connect(self.open)
            place = self._strip.count() - 1
            self._strip.insertWidget(place, button, 0, Qt.AlignmentFlag.AlignHCenter)
            self._strip.insertWidget(place + 1, count)
        self._sections.append((section, icon, count))
        return section

    def set_count(self, section: GuideSection, count: str) -> None:
        """Say what is open in a section; the strip shows the number alone."""
        section.set_count(count)
        for known, _icon, number in self._sections:
            if known is section:
                number.setText(count.partition(" ")[0])

    def is_open(self) -> bool:
        """Tell whether the sections show."""
        return self._open

    @Slot()
    def open(self) -> None:
        """Show the sections."""
        self.set_open(is_open=True)

    @Slot()
    def close_to_strip(self) -> None:
        """Show only the strip."""
        self.set_open(is_open=False)

    def set_open(self, *, is_open: bool) -> None:
        """Open or close, with the motion of a panel."""
        if is_open == self._open:
            return
        self._open = is_open
        self._stack.setCurrentIndex(0 if is_open else 1)
        wanted = self._theme.size("guide" if is_open else "guide_strip")
        duration = self._theme.motion("panel") if self.isVisible() else 0
        self._slide.stop()
        if duration:
            self._slide.setDuration(duration)
            self._slide.setStartValue(self.width())
            self._slide.setEndValue(wanted)
            self._slide.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)
        else:
            self.setFixedWidth(wanted)
        self.toggled.emit(is_open)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the edge at the left."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("window"))
        painter.fillRect(QRectF(0, 0, 1, self.height()), self._theme.colour("line"))

    def _build(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self._open_side())
        self._stack.addWidget(self._strip_side())
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 0, 0, 0)
        row.addWidget(self._stack)

    def _open_side(self) -> QWidget:
        px = self._theme.px
        head = QHBoxLayout()
        head.setContentsMargins(px(24), 0, px(8), 0)
        head.addWidget(Text(self._theme, "Guide", weight=600), 1)
        self._closer = IconButton(self._theme, "place.guide_close", "Close the Guide")
        self._closer.clicked.connect(self.close_to_strip)
        head.addWidget(self._closer)
        inner = QWidget()
        inner.setObjectName("scrolled")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(px(24), px(8), px(24), px(24))
        self._column.setSpacing(0)
        self._column.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, px(12), 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        return side

    def _strip_side(self) -> QWidget:
        side = QWidget()
        self._strip = QVBoxLayout(side)
        self._strip.setContentsMargins(0, self._theme.px(12), 0, 0)
        self._strip.setSpacing(self._theme.px(4))
        self._opener = IconButton(self._theme, "place.guide_open", "Open the Guide")
        self._opener.clicked.connect(self.open)
        self._strip.addWidget(self._opener, 0, Qt.AlignmentFlag.AlignHCenter)
        self._strip.addStretch()
        return side

    @Slot(int)
    def _on_slid(self, width: int) -> None:
        self.setFixedWidth(int(width))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFixedWidth(self._theme.size("guide" if self._open else "guide_strip"))
        self.update()
