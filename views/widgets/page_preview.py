"""A page as it will be sent: paper on a desk, read-only, with the own paragraphs marked."""

from __future__ import annotations

from base64 import b64decode

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QTextBrowser, QVBoxLayout, QWidget

from views.theme import Theme
from views.theme.tokens import Scheme
from views.widgets.page_look import page_style, set_page
from views.widgets.paint import RIGHT, rounded, words

OWN = "own"
"""Name an anchor so in a paragraph to mark it as written by hand: <a name="own"></a>."""
_MARGIN = 64


class PagePreview(QScrollArea):
    """Paper with a shadow on a sunken desk; `show_page(html)` fills it.

    Pictures come from `pictures` (name -> bytes) and from nowhere else; links open nothing but
    are told by `link_chosen(address)`. Paper stays light in the dark.
    """

    link_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.paper = _Paper(theme)
        self.paper.anchorClicked.connect(self._on_link)
        self._desk = _Desk(theme, self.paper)
        self.setWidget(self._desk)

    def show_page(self, html: str, pictures: dict[str, bytes] | None = None) -> None:
        """Show simple HTML; the place scrolled to stays."""
        place = self.verticalScrollBar().value()
        self.paper.show_html(html, pictures or {})
        self.verticalScrollBar().setValue(place)

    def text(self) -> str:
        """Give the words on the page."""
        return self.paper.toPlainText()

    @Slot(QUrl)
    def _on_link(self, address: QUrl) -> None:
        self.link_chosen.emit(address.toString())


class _Desk(QWidget):
    """The ground of the page and its shadow."""

    def __init__(self, theme: Theme, paper: _Paper) -> None:
        super().__init__()
        self._theme = theme
        self._paper = paper
        margin = theme.px(24)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(paper, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and shadow; an effect would render the whole page twice."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("sunken"))
        shadow = self._theme.tokens.shadows["page"]
        opacity = shadow.opacity[self._theme.scheme]
        steps = shadow.blur
        box = QRectF(self._paper.geometry()).translated(0, shadow.y / 2)
        for step in range(steps if opacity else 0):
            layer = QColor(0, 0, 0)
            layer.setAlphaF(opacity * 2 * (1 - step / steps) ** 2 / steps)
            rounded(painter, box.adjusted(-step, -step, step, step), 2 + step, fill=layer)


class _Paper(QTextBrowser):
    """The page itself, as high as its words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pictures: dict[str, bytes] = {}
        self.setOpenLinks(False)
        self.setAccessibleName("Page as it will be sent")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.viewport().setAutoFillBackground(False)
        self.document().contentsChanged.connect(self._fit)
        self._take_look()
        theme.changed.connect(self._take_look)

    def show_html(self, html: str, pictures: dict[str, bytes]) -> None:
        """Set the page."""
        self._pictures = pictures
        self.setHtml(html)
        set_page(self.document(), self._theme)
        self._fit()

    def loadResource(self, _kind: int, name: QUrl | str) -> object:
        """Give a picture of the page; where there is none, a clear dot and never a file."""
        address = name.toString() if isinstance(name, QUrl) else name
        image = QImage()
        if address in self._pictures:
            image.loadFromData(self._pictures[address])
        elif address.startswith("data:image/"):
            image.loadFromData(_embedded(address))
        if image.isNull():
            image = QImage(1, 1, QImage.Format.Format_ARGB32)
            image.fill(0)
        return image

    def sizeHint(self) -> QSize:
        """Width of a page, height of its words."""
        wide = self._theme.size("page_width")
        return QSize(wide, max(round(self.document().size().height()), round(wide * 1.2)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to the height of the words."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the desk."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper, the bars of own paragraphs, then the words."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.colour("paper"))
        block = self.document().begin()
        while block.isValid():
            if _is_own(block):
                self._bar(painter, block)
            block = block.next()
        painter.end()
        super().paintEvent(event)

    def _bar(self, painter: QPainter, block: QTextBlock) -> None:
        px = self._theme.px
        box = self.document().documentLayout().blockBoundingRect(block)
        bar = QRectF(px(_MARGIN - 18), box.y(), px(3), box.height())
        accent = QColor(self._theme.tokens.colours[Scheme.LIGHT]["accent"])
        rounded(painter, bar, px(1.5), fill=accent)
        place = QRectF(0, box.y() + px(2), bar.x() - px(8), self._theme.line("caption"))
        words(painter, place, "yours", self._theme.font("caption", 500), accent, RIGHT)

    @Slot()
    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        wide, high = self.sizeHint().width(), self.sizeHint().height()
        self.setFixedSize(QSize(wide, high))

    @Slot()
    def _take_look(self) -> None:
        light = self._theme.tokens.colours[Scheme.LIGHT]
        palette = QPalette(self.palette())
        for role, name in (
            (QPalette.ColorRole.Text, "ink"),
            (QPalette.ColorRole.Link, "accent_ink"),
            (QPalette.ColorRole.Highlight, "tint2"),
            (QPalette.ColorRole.HighlightedText, "ink"),
        ):
            palette.setColor(role, QColor(light[name]))
        self.setPalette(palette)
        self.setStyleSheet(
            f"QTextBrowser {{ color: {light['ink']}; background: transparent; border: 0; }}"
        )
        self.document().setDefaultFont(self._theme.font("page_body"))
        self.document().setDefaultStyleSheet(page_style(self._theme))
        self.document().setDocumentMargin(self._theme.px(_MARGIN))
        self.document().setIndentWidth(self._theme.px(20))
        self._fit()


def _embedded(address: str) -> bytes:
    head, _, body = address.partition(",")
    if not head.endswith(";base64"):
        return b""
    try:
        return b64decode(body)
    except ValueError:
        return b""


def _is_own(block: QTextBlock) -> bool:
    fragments = block.begin()
    while not fragments.atEnd():
        names = fragments.fragment().charFormat().anchorNames()
        if any(name.startswith(OWN) for name in names):
            return True
        fragments += 1
    return False
