"""The command palette: every command and place, found by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from views.theme import Theme
from views.widgets.command_filter import Command, found, spans
from views.widgets.keycap import caps_width, paint_caps
from views.widgets.keyed_lines import Index
from views.widgets.overlay import Overlay, cast_shadow
from views.widgets.paint import hairline, is_on, rounded, text_width, words
from views.widgets.text import Text

_ENTRY = Qt.ItemDataRole.UserRole + 1
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}
_HINTS = (("\u2191 \u2193", "choose"), ("Enter", "do it"), ("Esc", "close"))


class CommandPalette(Overlay):
    """Found by typing, chosen by arrows, done by Enter. Open it with `open_with(commands)`."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window)
        self._commands: tuple[Command, ...] = ()
        self._panel = _Panel(theme, self)
        cast_shadow(theme, self._panel, "sheet")
        self._model = CommandListModel(self)
        self.field = _PaletteField()
        self.field.setProperty("bare", True)  # noqa: FBT003
        self.field.setAccessibleName("Find or do")
        self.field.setPlaceholderText("Find or do")
        self.list = QListView()
        self.nothing = Text(theme, "Nothing here is called that. Try another word.", colour="ink2")
        self._build()
        self.field.textChanged.connect(self._on_typed)
        self.field.stepped.connect(self._on_stepped)
        self.field.returnPressed.connect(self._on_entered)
        self.list.clicked.connect(self._on_picked)
        theme.changed.connect(self._take_font)
        self._take_font()

    def open_with(self, commands: Sequence[Command], typed: str = "") -> None:
        """Open over the window with these commands; groups keep their order."""
        self._commands = tuple(commands)
        self.field.setText(typed)
        self._on_typed(typed)
        self.open()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def shown(self) -> list[Command]:
        """Give the commands found, in their order."""
        return self._model.commands()

    def place(self) -> None:
        """Stand 132 from the top, as high as the hits need."""
        px = self._theme.px
        width = min(self._theme.size("palette"), self.width() - 2 * px(16))
        top = min(px(132), max(px(16), self.height() // 6))
        rows = self._model.rowCount()
        high = sum(self.list.sizeHintForRow(row) for row in range(rows))
        height = min(px(56 + 37 + 10) + max(high, px(40)), self.height() - top - px(32))
        self._panel.setGeometry((self.width() - width) // 2, top, width, height)

    @Slot(int)
    def _on_stepped(self, by: int) -> None:
        self._choose(self._model.step(self.list.currentIndex().row(), by))

    @Slot()
    def _on_entered(self) -> None:
        self._on_picked(self.list.currentIndex())

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self._model.index(row))

    @Slot(str)
    def _on_typed(self, typed: str) -> None:
        self._model.show_commands(found(self._commands, typed), typed)
        self._choose(self._model.step(-1, 1))
        is_found = bool(self._model.rowCount())
        self.nothing.setVisible(not is_found)
        self.list.setVisible(is_found)
        self.place()

    @Slot(QModelIndex)
    def _on_picked(self, index: QModelIndex) -> None:
        command = self._model.command(index.row())
        if command is None:
            return
        self.dismiss()
        command.run()

    def _build(self) -> None:
        px = self._theme.px
        view = self.list
        view.setModel(self._model)
        view.setProperty("painted", True)  # noqa: FBT003
        view.setItemDelegate(_Delegate(self._theme, view))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setAccessibleName("Commands found")
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing.setContentsMargins(px(13), px(8), px(13), px(8))
        self.nothing.hide()
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(px(7), 0, px(7), px(36))
        column.setSpacing(px(4))
        head = QWidget()
        head.setFixedHeight(px(56))
        row = QHBoxLayout(head)
        row.setContentsMargins(px(42), 0, px(12), 0)
        row.addWidget(self.field)
        column.addWidget(head)
        column.addWidget(self.nothing)
        column.addWidget(view)

    @Slot()
    def _take_font(self) -> None:
        self.field.setFont(self._theme.font("heading", 400))


class _PaletteField(QLineEdit):
    """The field of the palette: arrows move the choice while it keeps the focus."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell a step, or type."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class CommandListModel(QAbstractListModel):
    """Group names and commands in one list; only commands can be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[str | Command] = []
        self._typed = ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Count group names and commands."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words, what a screen reader says, or the entry with what was typed."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == _ENTRY:
            return entry, self._typed
        if isinstance(entry, str):
            return entry if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.title}, {entry.keys}" if entry.keys else entry.title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only commands be chosen."""
        if not index.isValid() or isinstance(self._entries[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def show_commands(self, commands: Sequence[Command], typed: str) -> None:
        """Show what was found, each group under its name."""
        self.beginResetModel()
        self._typed = typed
        self._entries = []
        group = ""
        for command in commands:
            if command.group != group:
                group = command.group
                self._entries.append(group)
            self._entries.append(command)
        self.endResetModel()

    def commands(self) -> list[Command]:
        """Give the commands shown, without the group names."""
        return [entry for entry in self._entries if isinstance(entry, Command)]

    def command(self, row: int) -> Command | None:
        """Give the command of a row, or none."""
        entry = self._entries[row] if 0 <= row < len(self._entries) else ""
        return entry if isinstance(entry, Command) else None

    def step(self, row: int, by: int) -> int:
        """Row of the command `by` commands further, held at both ends."""
        rows = [i for i, entry in enumerate(self._entries) if isinstance(entry, Command)]
        if not rows:
            return -1
        now = rows.index(row) if row in rows else -1
        return rows[max(0, min(len(rows) - 1, now + by))]


class _Delegate(QStyledItemDelegate):
    """Paints a group name, or a command with its match in bold and its keys at the right."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Group names are lower than commands."""
        entry, _ = index.data(_ENTRY)
        return QSize(0, self._theme.px(30 if isinstance(entry, str) else 40))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one entry."""
        theme, px = self._theme, self._theme.px
        entry, typed = index.data(_ENTRY)
        box = QRectF(option.rect)
        if isinstance(entry, str):
            line = box.adjusted(px(12), px(6), 0, 0)
            words(painter, line, entry, theme.font("small", 600), theme.colour("ink2"))
            return
        selected = is_on(option, QStyle.StateFlag.State_Selected)
        if selected:
            rounded(painter, box, theme.radius("control"), fill=theme.colour("tint"))
        elif is_on(option, QStyle.StateFlag.State_MouseOver):
            rounded(painter, box, theme.radius("control"), fill=theme.colour("hover"))
        sign = QRectF(box.x() + px(13), box.center().y() - px(8), px(16), px(16))
        if entry.icon:
            role = "accent_ink" if selected else "ink2"
            theme.icons.paint(painter, sign, entry.icon, role)
        right = box.adjusted(0, 0, -px(12), 0)
        paint_caps(painter, theme, right, entry.keys)
        room = right.adjusted(px(42), 0, -px(8) - caps_width(theme, entry.keys), 0)
        self._title(painter, room, entry.title, typed)

    def _title(self, painter: QPainter, box: QRectF, title: str, typed: str) -> None:
        theme = self._theme
        plain, bold = theme.font("question"), theme.font("question", 600)
        at = 0
        for start, end in [*spans(title, typed), (len(title), len(title))]:
            for text, font in ((title[at:start], plain), (title[start:end], bold)):
                if text:
                    painter.setFont(font)
                    painter.setPen(theme.colour("ink"))
                    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
                    box = box.adjusted(text_width(font, text), 0, 0, 0)
            at = end


class _Panel(QWidget):
    """The ground of the palette with its glass, its lines and the keys at the foot."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        box = QRectF(self.rect())
        edge = theme.colour("line2") if theme.is_dark else None
        rounded(painter, box, theme.radius("sheet"), fill=theme.colour("surface"), edge=edge)
        glass = QRectF(px(20), px(20), px(16), px(16))
        theme.icons.paint(painter, glass, "do.search", "ink2")
        for y in (px(56), box.height() - px(36)):
            line = QRectF(0, y, box.width(), 1)
            hairline(painter, theme, line.topLeft(), line.topRight())
        left = float(px(20))
        middle = QRectF(0, box.height() - px(36), box.width(), px(36))
        for keys, what in _HINTS:
            cap = QRectF(left, middle.y(), caps_width(theme, keys), middle.height())
            paint_caps(painter, theme, cap, keys)
            after = QRectF(cap.right() + px(8), middle.y(), px(120), middle.height())
            font = theme.font("small")
            left = after.left() + words(painter, after, what, font, theme.colour("ink2")) + px(20)
