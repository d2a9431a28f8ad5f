"""The texts said and sent: opening script, leadership statement, private talk, invitation."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.operations.fields import set_value
from guides.texts import ReadyText, ready_text
from models.rows import ReviewRow
from models.snapshot import Snapshot
from models.times.show import day_in_words
from views.bound import bound_text
from views.context import Context
from views.widgets.buttons import Button, link_button
from views.widgets.text import Text
from views.widgets.text_field import TextField


class ScriptPart(QWidget):
    """A text in the voice of people, with the ready one a click away while it is empty."""

    def __init__(
        self, context: Context, review_id: str, column: str, title: str, ready: ReadyText
    ) -> None:
        super().__init__()
        self._context = context
        self._review_id = review_id
        self._column = column
        self._ready = ready
        theme = context.theme
        target = (ReviewRow, review_id, column)
        self.field: TextField = bound_text(context, title, target, role="voice", lines=2)
        self._use: Button = link_button(theme, "Use the suggested text", small=True)
        self._use.setAccessibleName(f"Use the suggested text for {title.lower()}")
        self._use.clicked.connect(self.use_ready)
        head = QHBoxLayout()
        head.addWidget(Text(theme, title, weight=600), 1)
        head.addWidget(self._use)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addLayout(head)
        layout.addWidget(self.field)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Offer the ready text while there is none."""
        self._use.setVisible(not getattr(snapshot.review, self._column).strip())

    @Slot()
    def use_ready(self) -> None:
        """Put the ready text into the field; it can be changed."""
        text = ready_text(self._ready)
        self._context.workspace.run(set_value(ReviewRow, self._review_id, self._column, text))


class ReadyToSend(QWidget):
    """For the Guide: texts to copy, filled with what is known."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._snapshot: Snapshot | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(context.theme.px(6))
        layout.addWidget(Text(context.theme, "Ready to send or to say", weight=600, role="small"))
        for title, slot in (
            ("Copy the invitation", self._on_invitation),
            ("Copy the words for a private talk", self._on_private_talk),
            ("Copy the opening script", self._on_script),
        ):
            link = link_button(context.theme, title, small=True)
            link.clicked.connect(slot)
            layout.addWidget(link)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Fill the texts from this review from now on."""
        self._snapshot = snapshot

    @Slot()
    def _on_invitation(self) -> None:
        if self._snapshot is not None:
            review = self._snapshot.review
            met, happened = review.meeting_at, review.started_at or review.created_at
            slots = {
                "date": day_in_words(met, review.zone) if met else "",
                "date of event": day_in_words(happened, review.zone),
                "n": str(review.meeting_minutes),
            }
            self._copy(ready_text(ReadyText.INVITATION, slots), "The invitation")

    @Slot()
    def _on_private_talk(self) -> None:
        self._copy(ready_text(ReadyText.PRIVATE_TALK), "The words for a private talk")

    @Slot()
    def _on_script(self) -> None:
        if self._snapshot is not None:
            own = self._snapshot.review.opening_script
            self._copy(own or ready_text(ReadyText.OPENING_SCRIPT), "The opening script")

    def _copy(self, text: str, what: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._context.shell.toast(f"{what} is on the clipboard")
