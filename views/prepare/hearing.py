"""Whom to hear: everyone in the story, and the seats that nobody was asked from yet."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.operations.people import invite
from guides.people import shown_as
from guides.perspectives import missing_perspectives, talk_first
from models.rows import ParticipantRow
from models.snapshot import Snapshot
from models.values import Duty, Invitation, RoleTag
from views.context import Context
from views.theme import Theme
from views.widgets.buttons import link_button
from views.widgets.paint import LEFT, RIGHT, rounded, words
from views.widgets.ring import Ring, RingState, paint_bare_tick, paint_ring
from views.widgets.text import Text

INVITATIONS = {
    Invitation.NOT_ASKED: "not asked yet",
    Invitation.INVITED: "invited",
    Invitation.WAIVED: "not this time",
    Invitation.DECLINED: "declined",
}
WIDE_NAME = 0.42


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One line: a person, or a seat that nobody speaks from yet (its id is the tag)."""

    key: str
    title: str
    note: str
    state: str
    settled: bool
    private: bool = False
    missing: bool = False


def person_lines(snapshot: Snapshot) -> tuple[PersonLine, ...]:
    """Return everyone in the incident, then the seats that are missing."""
    first = {person.id for person in talk_first(snapshot)}
    people = [p for p in snapshot.participants if p.in_incident or p.invitation is not _ASKED]
    lines = [_line(person, snapshot, first) for person in people if not _only_helps(person)]
    missing = "perspective missing"
    lines += [
        PersonLine(seat.tag.value, seat.title, missing, "", settled=False, missing=True)
        for seat in missing_perspectives(snapshot)
        if not seat.people
    ]
    return tuple(lines)


_ASKED = Invitation.NOT_ASKED


def _only_helps(person: ParticipantRow) -> bool:
    return person.duty is Duty.FACILITATOR and not person.in_incident


def _line(person: ParticipantRow, snapshot: Snapshot, first: set[str]) -> PersonLine:
    events = sum(event.participant_id == person.id for event in snapshot.events)
    how_many = f"{events} events" if events > 1 else "1 event"
    note = how_many if events else person.waived_reason or person.place
    private = person.id in first
    state = "talk first, in private" if private else INVITATIONS[person.invitation]
    settled = person.invitation is not Invitation.NOT_ASKED
    return PersonLine(person.id, shown_as(person), note, state, settled, private)


class PersonRow(QWidget):
    """One painted line with, where nobody asked yet, a link that invites."""

    opened = Signal(str)
    invited = Signal(str)

    def __init__(self, theme: Theme, line: PersonLine) -> None:
        super().__init__()
        self._theme = theme
        self.line = line
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(filter(None, (line.title, line.note, line.state))))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        if not line.settled and not line.private:
            link = link_button(theme, "Invite", small=True)
            link.setAccessibleName(f"Invite {line.title}")
            link.clicked.connect(self._on_invite)
            row.addWidget(link)

    def sizeHint(self) -> QSize:
        """As high as a dense row."""
        return QSize(self._theme.px(320), self._theme.size("row_dense"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, invite with Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.line.key)
        elif event.key() == Qt.Key.Key_Space and not self.line.settled:
            self.invited.emit(self.line.key)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open with a click."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(self.line.key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw sign, name, note and state."""
        painter = QPainter(self)
        theme, px, line = self._theme, self._theme.px, self.line
        box = QRectF(self.rect())
        if self.hasFocus() or self.underMouse():
            edge = theme.colour("accent") if self.hasFocus() else None
            fill = theme.colour("hover") if self.underMouse() else None
            outer = box.adjusted(0, 1, 0, -1)
            rounded(painter, outer, theme.radius("control"), fill=fill, edge=edge, width=2)
        sign = QRectF(px(4), box.center().y() - px(8), px(16), px(16))
        if line.settled:
            paint_bare_tick(painter, theme, sign)
        else:
            paint_ring(painter, theme, sign, Ring(RingState.EMPTY))
        name = QRectF(px(28), 0, box.width() * WIDE_NAME - px(28), box.height())
        words(painter, name, line.title, theme.font("body", 500), theme.colour("ink"), LEFT)
        note = QRectF(name.right() + px(12), 0, box.width() * 0.3, box.height())
        role = "notice" if line.missing else "ink2"
        words(painter, note, line.note, theme.font(), theme.colour(role), LEFT)
        if line.settled or line.private:
            state = box.adjusted(0, 0, -px(4), 0)
            state.setLeft(note.right())
            words(painter, state, line.state, theme.font("small"), theme.colour("ink2"), RIGHT)

    @Slot()
    def _on_invite(self) -> None:
        self.invited.emit(self.line.key)


class HearingPart(QWidget):
    """The list with its head; the page opens the sheets."""

    add_wanted = Signal()
    person_wanted = Signal(str)  # participant id
    seat_wanted = Signal(str)  # RoleTag

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.rows: list[PersonRow] = []
        theme = context.theme
        head = QHBoxLayout()
        head.addWidget(Text(theme, "Whom to hear", weight=600), 1)
        add = link_button(theme, "Add someone", small=True)
        add.clicked.connect(self.add_wanted)
        head.addWidget(add)
        self._empty = Text(
            theme, "Nobody yet. Add who was there; the closest first.", colour="ink2", wrap=True
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addLayout(self._list)
        column.addStretch()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the lines; unchanged ones keep their widget and the focus."""
        lines = person_lines(snapshot)
        self._empty.setVisible(not snapshot.participants)
        if [row.line for row in self.rows] == list(lines):
            return
        focused = next((row.line.key for row in self.rows if row.hasFocus()), "")
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [PersonRow(self._context.theme, line) for line in lines]
        for row in self.rows:
            row.opened.connect(self._on_opened)
            row.invited.connect(self._on_invited)
            self._list.addWidget(row)
            if row.line.key == focused:
                row.setFocus()

    def focus_line(self, key: str) -> bool:
        """Put the focus on a line; say whether it is there."""
        for row in self.rows:
            if row.line.key == key:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    @Slot(str)
    def _on_opened(self, key: str) -> None:
        if key in list(RoleTag):
            self.seat_wanted.emit(key)
        else:
            self.person_wanted.emit(key)

    @Slot(str)
    def _on_invited(self, key: str) -> None:
        if key in list(RoleTag):
            self.seat_wanted.emit(key)
        else:
            self._context.workspace.run(invite(key))
