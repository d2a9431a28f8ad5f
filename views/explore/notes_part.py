"""The facilitator's private notes beside a moment."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.operations.notes import NotePlace, delete_note, write_note
from models.ids import new_id
from models.rows import NoteRow
from models.values import Privacy, Stage
from views.context import Context
from views.explore.scene import Scene
from views.explore.spoken_field import EDGE
from views.widgets.buttons import IconButton
from views.widgets.text import Text
from views.widgets.text_field import TextField


class NotesPart(QWidget):
    """A field for each note of the moment, and an empty one that begins the next."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown_for: str | None = ""
        self._lines: dict[str, _NoteLine] = {}
        self._empty_id = new_id()
        theme = context.theme
        title = Text(theme, "Your notes on this moment", role="small", weight=600, colour="ink2")
        said = Text(theme, "only you see them", role="small", colour="ink3")
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(title)
        head.addWidget(said, 1)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(head)
        column.addLayout(self._column)

    def show_scene(self, scene: Scene) -> None:
        """Show the notes of a moment; a field that is written in stays."""
        notes = [note for note in scene.snapshot.notes if _belongs(note, scene.event_id)]
        if scene.event_id != self._shown_for or self._empty_id in {note.id for note in notes}:
            self._shown_for = scene.event_id
            self._empty_id = new_id()
        wanted = [*(note.id for note in notes), self._empty_id]
        for gone in [key for key in self._lines if key not in wanted]:
            line = self._lines.pop(gone)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        texts = {note.id: note for note in notes}
        for place, key in enumerate(wanted):
            if key not in self._lines:
                review_id = scene.snapshot.review.id
                where = NotePlace(key, review_id, Stage.EXPLORE, scene.event_id, scene.person_id)
                self._lines[key] = _NoteLine(self._context, where)
                self._column.insertWidget(place, self._lines[key])
                self._lines[key].show()
            self._lines[key].show_note(texts.get(key))

    def fields(self) -> list[TextField]:
        """Give the fields in order; the last one is empty."""
        return [line.field for line in self._lines.values()]

    def focus_field(self, note_id: str = "") -> bool:
        """Put the caret into a note, or into the empty field; tells whether it was found."""
        line = self._lines.get(note_id or self._empty_id)
        if line is not None:
            line.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return line is not None

    def flush(self) -> None:
        """Store what is being typed."""
        for line in list(self._lines.values()):
            line.field.flush()


class _NoteLine(QWidget):
    """One note and the button that deletes it."""

    def __init__(self, context: Context, place: NotePlace) -> None:
        super().__init__()
        self._context = context
        self._place = place
        self._stored = ""
        theme = context.theme
        self.field = TextField(theme, "Private note", hint="A note for yourself")
        self.field.edited.connect(self._on_edited)
        self._hold = Text(theme, "off the record", role="small", colour="ink3")
        self._delete = IconButton(theme, "do.delete", "Delete the note")
        self._delete.clicked.connect(self._on_delete)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(EDGE))
        row.addWidget(self.field, 1)
        row.addWidget(self._hold)
        row.addWidget(self._delete, 0, Qt.AlignmentFlag.AlignTop)

    def show_note(self, note: NoteRow | None) -> None:
        """Show what is stored, or the beginning of a note."""
        stored = note.text if note else ""
        if stored != self._stored:
            self._stored = stored
            self.field.show_text(stored)
        self._delete.setVisible(note is not None)
        self._hold.setVisible(note is not None and note.privacy is Privacy.OFF_RECORD)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._context.workspace.type(write_note(self._place, text), origin=self)
        if not self._context.workspace.held:
            self._stored = text

    @Slot()
    def _on_delete(self) -> None:
        self.field.flush()
        self._context.workspace.run(delete_note(self._place.note_id))
        self._context.shell.toast("Note deleted", undo=True)


def _belongs(note: NoteRow, event_id: str | None) -> bool:
    return note.stage is Stage.EXPLORE and note.event_id == event_id
