"""Cards of action items: the verdict in words, the action, the reason, and one verb."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from views.theme import Theme
from views.widgets.keyed_lines import Index
from views.widgets.paint import hairline, is_on, rounded, text_width, words
from views.widgets.paragraph import draw_paragraph
from views.widgets.ring import paint_bare_tick
from views.widgets.steps import paint_steps, steps_width

CARD_ROLE = Qt.ItemDataRole.UserRole + 1
"""A model of a CardGrid gives an ActionCard for this role."""
_HIGH = 192
_GAP = 16
_NARROWEST = 340
_BAR = 12


@dataclass(frozen=True, slots=True)
class ActionCard:
    """An action or decision as a card.

    `verdict` is a key of the verdict icons ("just_right"), `favoured` gives it the accent.
    `size` and `effect` are (step 0 to 2, word), or None where nothing is judged. At the foot:
    owner, date and factors, or what is `missing`; at the right a `verb` to click, or a `state`
    that was reached ("accepted", ticked; not where `reached` is false).
    """

    verdict: str
    verdict_words: str
    title: str
    reason: str = ""
    favoured: bool = False
    size: tuple[int, str] | None = None
    effect: tuple[int, str] | None = None
    owner: str = ""
    date: str = ""
    factors: str = ""
    missing: str = ""
    verb: str = ""
    state: str = ""
    reached: bool = True
    sunken: bool = False

    @property
    def spoken(self) -> str:
        """The card as a screen reader says it."""
        steps = [step[1] for step in (self.size, self.effect) if step is not None]
        said = [self.verdict_words, *steps, self.title, self.reason, self.owner, self.date]
        said += [self.factors, self.missing, self.state]
        return ", ".join(part for part in said if part)


class CardDelegate(QStyledItemDelegate):
    """Paints an ActionCard; `verb_asked(index)` comes from a click on its verb."""

    verb_asked = Signal(QModelIndex)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.columns = 1
        self.width = theme.px(400)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All cards are equal, with their share of the gaps."""
        return QSize(self.width, self._theme.px(_HIGH + _GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        card = index.data(CARD_ROLE)
        if not isinstance(card, ActionCard):
            return
        theme, px = self._theme, self._theme.px
        box = self._card_box(option)
        painter.save()
        self._ground(painter, box, card, option)
        inner = box.adjusted(px(20), px(14), -px(20), -px(10))
        head = QRectF(inner.x(), inner.y(), inner.width(), px(24))
        self._head(painter, head, card)
        body = QRectF(inner.x(), head.bottom() + px(6), inner.width(), 2 * theme.line("lead"))
        ink = theme.colour("ink")
        taken = draw_paragraph(painter, theme, body, card.title, "lead", ink)
        body.translate(0, taken + px(5))
        foot = QRectF(inner.x(), inner.bottom() - px(30), inner.width(), px(30))
        body.setBottom(foot.top() - px(8))
        draw_paragraph(painter, theme, body, card.reason, "body", theme.colour("ink2"))
        line = foot.adjusted(0, -px(4), 0, 0)
        hairline(painter, theme, line.topLeft(), line.topRight())
        self._foot(painter, foot, card)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Do the verb when it is clicked."""
        card = index.data(CARD_ROLE)
        if isinstance(card, ActionCard) and card.verb and isinstance(event, QMouseEvent):
            released = event.type() == QEvent.Type.MouseButtonRelease
            if released and self._verb_box(option, card).contains(event.position()):
                self.verb_asked.emit(index.model().index(index.row(), index.column()))
                return True
        return super().editorEvent(event, model, option, index)

    def _card_box(self, option: QStyleOptionViewItem) -> QRectF:
        """Lay the first card of a row flush left, the last flush right."""
        gap = self._theme.px(_GAP)
        box = QRectF(option.rect)
        column = round(box.x() / max(1, self.width))
        left = column * gap / self.columns
        return box.adjusted(left, 0, left + gap / self.columns - gap, -gap)

    def _verb_box(self, option: QStyleOptionViewItem, card: ActionCard) -> QRectF:
        box = self._card_box(option)
        px = self._theme.px
        wide = text_width(self._theme.font("body", 600), card.verb)
        return QRectF(box.right() - px(28) - wide, box.bottom() - px(42), wide + px(16), px(34))

    def _ground(
        self, painter: QPainter, box: QRectF, card: ActionCard, option: QStyleOptionViewItem
    ) -> None:
        theme = self._theme
        selected = is_on(option, QStyle.StateFlag.State_Selected)
        hovered = is_on(option, QStyle.StateFlag.State_MouseOver)
        fill = theme.colour("sunken" if card.sunken else "surface")
        edge = None if card.sunken and not hovered else theme.colour("line2")
        edge = theme.colour("border") if hovered else edge
        edge = theme.colour("accent") if selected else edge
        width = 2.0 if selected else 1.0
        rounded(painter, box, theme.radius("panel"), fill=fill, edge=edge, width=width)

    def _head(self, painter: QPainter, box: QRectF, card: ActionCard) -> None:
        theme, px = self._theme, self._theme.px
        role = "accent_ink" if card.favoured else "ink"
        sign = QRectF(box.x(), box.center().y() - px(8), px(16), px(16))
        icon_role = role if card.favoured else "ink2"
        theme.icons.paint(painter, sign, f"verdict.{card.verdict}", icon_role)
        right = box.right()
        for step in (card.effect, card.size):
            if step is not None:
                right -= steps_width(theme, step[1])
                place = QRectF(right, box.y(), steps_width(theme, step[1]), box.height())
                paint_steps(painter, theme, place, *step)
                right -= px(14)
        room = QRectF(sign.right() + px(8), box.y(), 0, box.height())
        room.setRight(right)
        words(painter, room, card.verdict_words, theme.font("body", 600), theme.colour(role))

    def _foot(self, painter: QPainter, box: QRectF, card: ActionCard) -> None:
        theme, px = self._theme, self._theme.px
        end = self._verb_or_state(painter, box, card)
        place = QRectF(box.x(), box.y(), end - box.x() - px(12), box.height())
        small = theme.font("small", 500)
        if card.missing:
            words(painter, place, card.missing, small, theme.colour("notice"))
            return
        for icon, text in (("do.owner", card.owner), ("do.date", card.date)):
            if text and place.width() > px(40):
                sign = QRectF(place.x(), place.center().y() - px(7), px(14), px(14))
                theme.icons.paint(painter, sign, icon, "ink2")
                place.setLeft(sign.right() + px(4))
                taken = words(painter, place, text, small, theme.colour("ink2"))
                place.setLeft(place.left() + taken + px(16))
        words(painter, place, card.factors, theme.font("small", 600), theme.colour("ink2"))

    def _verb_or_state(self, painter: QPainter, box: QRectF, card: ActionCard) -> float:
        theme, px = self._theme, self._theme.px
        text, font = (card.verb, theme.font("body", 600)) if card.verb else (card.state, None)
        font = font or theme.font("small")
        wide = text_width(font, text) + 1 if text else 0.0
        place = QRectF(box.right() - wide, box.y(), wide, box.height())
        role = "accent_ink" if card.verb else "ink2"
        words(painter, place, text, font, theme.colour(role))
        if card.verb or not card.state or not card.reached:
            return place.left()
        tick = QRectF(place.left() - px(20), place.center().y() - px(7), px(14), px(14))
        paint_bare_tick(painter, theme, tick)
        return tick.left()


class CardGrid(QListView):
    """Cards in as many equal columns as fit, at least 340 wide each.

    Room for the scroll bar is kept free at the right. Arrow keys move, Enter does the verb:
    `verb_asked(index)`.
    """

    verb_asked = Signal(QModelIndex)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards = CardDelegate(theme, self)
        self._cards.verb_asked.connect(self.verb_asked)
        self.setItemDelegate(self._cards)
        self.setAccessibleName(name)
        self.setProperty("painted", True)  # noqa: FBT003
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSpacing(0)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do the verb with Enter."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.verb_asked.emit(index)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the cards their share of the width."""
        self._fit()
        super().resizeEvent(event)

    @Slot()
    def _fit(self) -> None:
        gap = self._theme.px(_GAP)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        room = self.maximumViewportSize().width() - max(bar, _BAR) - 1
        self._cards.columns = max(1, (room + gap) // (self._theme.px(_NARROWEST) + gap))
        self._cards.width = room // self._cards.columns
        self.setGridSize(QSize(self._cards.width, self._theme.px(_HIGH + _GAP)))
