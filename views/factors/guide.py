"""What the Factors page adds to the Guide: the factors together, and those of earlier reviews."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guides.factor_form import FRAME, look_at_factors
from models.phrases import shortened
from models.queries.earlier_factors import EarlierFactor, earlier_factors
from models.snapshot import Snapshot
from models.values import Stage
from views.context import Context
from views.widgets.buttons import Button, link_button
from views.widgets.text import Text

_MOST = 6


class EarlierLink(QWidget):
    """A factor of an earlier review, with the way to it."""

    asked = Signal(str, str)

    def __init__(self, context: Context, pair: EarlierFactor) -> None:
        super().__init__()
        self._pair = pair
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        said = Text(context.theme, pair.factor.condition, wrap=True)
        title = shortened(pair.review.title, 36)
        self.link: Button = link_button(context.theme, title, small=True)
        self.link.setAccessibleName(f"Open {pair.review.title}: {pair.factor.condition}")
        self.link.clicked.connect(self._on_clicked)
        column.addWidget(said)
        column.addWidget(self.link)

    @Slot()
    def _on_clicked(self) -> None:
        self.asked.emit(self._pair.review.id, self._pair.factor.id)


class FactorsGuide(QWidget):
    """Earlier factors show only once own ones are worded (F13)."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.px(8))

    def show_factors(self, snapshot: Snapshot, chosen: str) -> None:
        """Show what is noticed, and what earlier reviews say of the chosen factor's category."""
        noticed = tuple(finding.sentence for finding in look_at_factors(snapshot))
        earlier = self._earlier(snapshot, chosen)
        if (noticed, earlier) == self._shown and self._column.count():
            return
        self._shown = (noticed, earlier)
        self._clear()
        self._title("How a factor is worded")
        self._say(FRAME)
        if noticed:
            self._title("All factors together")
            for sentence in noticed:
                self._say(sentence)
        if earlier:
            self._title("What is different this time?")
            for pair in earlier:
                link = EarlierLink(self._context, pair)
                link.asked.connect(self._on_asked)
                self._column.addWidget(link)

    def said(self) -> list[str]:
        """Return every sentence that is shown."""
        return [text.text() for text in self.findChildren(Text) if not text.isHidden()]

    def _earlier(self, snapshot: Snapshot, chosen: str) -> tuple[EarlierFactor, ...]:
        worded = [factor for factor in snapshot.factors if factor.condition.strip()]
        wanted = [factor for factor in worded if factor.id == chosen] or worded
        if not wanted:
            return ()
        categories = {factor.category for factor in wanted}
        read = self._context.workspace.read
        return read(earlier_factors, snapshot.review.id, categories)[:_MOST]

    @Slot(str, str)
    def _on_asked(self, review_id: str, factor_id: str) -> None:
        self._context.shell.open_review(review_id, Stage.FACTORS, factor_id)

    def _title(self, words: str) -> None:
        if self._column.count():
            self._column.addSpacing(self._context.theme.px(12))
        title = Text(self._context.theme, words, role="small", weight=600, colour="ink2")
        self._column.addWidget(title)

    def _say(self, sentence: str) -> None:
        self._column.addWidget(Text(self._context.theme, sentence, wrap=True))

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
