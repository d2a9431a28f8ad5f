"""Adds events by typing one line each; what has two meanings is asked below the line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.operations.timeline import add_event
from guides.people import shown_as
from guides.quick_add import QuickContext, QuickEvent, QuickQuestion, read_quick_event
from models.times.reading import TimeChoice, TimeContext
from models.times.show import local
from views.context import Context
from views.selection import Selection
from views.timeline.feed import TimelineFeed
from views.widgets.capture_line import CaptureLine, Span
from views.widgets.chip import Chip, ChipRow


class QuickLine(QWidget):
    """Enter adds the event and selects it; a line with a question stays as it was typed."""

    added = Signal(str)
    left = Signal()

    def __init__(self, context: Context, feed: TimelineFeed, selection: Selection) -> None:
        super().__init__()
        self._context = context
        self._feed = feed
        self._selection = selection
        self._offers: dict[Chip, Callable[[], None]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.line = CaptureLine(context.theme, "Add an event")
        self.choices = ChipRow(context.theme, "What is meant")
        self.choices.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(6))
        column.addWidget(self.line)
        column.addWidget(self.choices)
        self.setFocusProxy(self.line)
        self.line.typed.connect(self._on_typed)
        self.line.entered.connect(self._on_entered)
        self.line.left.connect(self.left)

    def reading_context(self) -> QuickContext:
        """Return what a line leans on: the selected event or else the last, and the lanes."""
        timeline = self._feed.timeline
        chosen = self._feed.find(self._selection.event_id)
        moments = [event.at for event in timeline.events if event.at is not None]
        before = chosen.at if chosen is not None and chosen.at else max(moments, default=None)
        review = timeline.story.review
        begun = local(review.started_at, review.zone).date() if review.started_at else None
        time = TimeContext(
            zone=review.zone, previous=before, incident_date=begun, now=datetime.now(UTC)
        )
        lanes = [event.lane for event in timeline.events if event.lane]
        roles = [shown_as(person) for person in timeline.story.participants if person.in_incident]
        return QuickContext(time=time, lanes=tuple(dict.fromkeys([*lanes, *roles])))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._offer({})
        if not text.strip():
            return
        read = read_quick_event(text, self.reading_context())
        said = (
            read.words
            if isinstance(read, QuickEvent)
            else " \u00b7 ".join(chip.words for chip in read.chips)
        )
        self.line.show_reading(_spans(read), said)

    @Slot(str)
    def _on_entered(self, text: str) -> None:
        self._take(read_quick_event(text, self.reading_context()))

    def _take(self, read: QuickEvent | QuickQuestion) -> None:
        if isinstance(read, QuickQuestion):
            self._ask(read)
            return
        review_id = self._feed.timeline.story.review.id
        event_id = self._context.workspace.run(add_event(review_id, read))
        self.line.clear()
        self._offer({})
        self.added.emit(event_id)

    def _ask(self, question: QuickQuestion) -> None:
        self.line.show_reading(_spans(question), question.sentence, asks=True)
        offers: dict[str, Callable[[], None]] = {}
        for choice in question.times:
            offers[choice.words] = self._taking_time(choice)
        for text in question.replacements:
            offers[text] = self._putting(question, text)
        self._offer(offers)

    def _offer(self, offers: dict[str, Callable[[], None]]) -> None:
        self.choices.clear()
        self._offers = {}
        for said, take in offers.items():
            chip = Chip(self._context.theme, said, pickable=False)
            chip.clicked.connect(self._on_offer)
            self._offers[chip] = take
            self.choices.add(chip)
        self.choices.setVisible(bool(offers))

    @Slot()
    def _on_offer(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip) and chip in self._offers:
            take = self._offers[chip]
            self.line.setFocus()
            take()

    def _taking_time(self, choice: TimeChoice) -> Callable[[], None]:
        def take() -> None:
            context = self.reading_context()
            self._take(read_quick_event(self.line.text(), context, chosen=choice.reading))

        return take

    def _putting(self, question: QuickQuestion, text: str) -> Callable[[], None]:
        def put() -> None:
            typed = self.line.text()
            self.line.show_text(typed[: question.start] + text + typed[question.end :])

        return put


def _spans(read: QuickEvent | QuickQuestion) -> list[Span]:
    return [Span(chip.start, chip.end, chip.part.value) for chip in read.chips]
