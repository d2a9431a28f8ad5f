"""What can be done with the selected records: promote, fold, ask, preview, put behind an event."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from app.operations.attachments import delete_picture
from app.operations.records import (
    add_record_to_event,
    fold_records,
    promote_record_as,
    promote_records,
    take_record_off_event,
    unfold_records,
)
from models.phrases import counted, sentence_case, shortened
from models.rows import RecordRow
from models.values import RecordKind, RecordState
from views.context import Context
from views.feed import SnapshotFeed
from views.gather.event_sheet import EventSheet
from views.gather.preview_sheet import PreviewSheet
from views.gather.record_details import RecordDetails, shown_record
from views.gather.record_words import gap_about
from views.gather.tray_model import TrayModel
from views.gather.tray_view import TrayView


class RecordActions(QObject):
    """Acts on what is selected in the list; every change can be undone."""

    gap_begun = Signal(str)
    """A question about the facts is to be written, with these first words."""

    def __init__(
        self,
        context: Context,
        feed: SnapshotFeed,
        view: TrayView,
        details: RecordDetails,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._feed = feed
        self._view = view
        self._details = details

    @Slot()
    def promote(self) -> None:
        """Put what is selected on the timeline; a single record in the words of the details."""
        ids = self._view.chosen_ids()
        if not ids:
            return
        run = self._context.workspace.run
        if len(ids) == 1 and self._details.record_id() == ids[0]:
            record = self._record()
            if record is not None and record.state is RecordState.ON_TIMELINE:
                self._context.shell.toast("It is on the timeline already")
                return
            run(promote_record_as(ids[0], self._details.wording()))
        else:
            run(promote_records(ids))
        said = "It is on the timeline" if len(ids) == 1 else f"{len(ids)} are on the timeline"
        self._context.shell.toast(said, undo=True)

    @Slot()
    def fold(self) -> None:
        """Fold what is selected away, or unfold it where all of it is folded."""
        ids = self._view.chosen_ids()
        states = {record.state for record in self._chosen_records(ids)}
        if not ids:
            return
        unfolds = states <= {RecordState.FOLDED}
        self._context.workspace.run(unfold_records(ids) if unfolds else fold_records(ids))

    @Slot()
    def ask(self) -> None:
        """Begin a gap about the record that is looked at."""
        record = self._record()
        if record is not None:
            self.gap_begun.emit(gap_about(record, self._feed.snapshot.review.zone))

    @Slot()
    def preview(self) -> None:
        """Show the record that is looked at in full."""
        record = self._record()
        if record is None:
            return
        snapshot = self._feed.snapshot
        sheet = PreviewSheet(self._context, shown_record(record, snapshot), snapshot.review.zone)
        sheet.open()

    @Slot()
    def put_behind_event(self) -> None:
        """Ask for an event, and put what is selected behind it."""
        ids = self._view.chosen_ids()
        if ids:
            sheet = EventSheet(self._context, self._feed.snapshot, len(ids))
            sheet.chosen.connect(self._on_event)
            sheet.open()

    @Slot()
    def take_off(self) -> None:
        """Take the record off its event; the event stays."""
        record_id = self._details.record_id()
        links = self._feed.snapshot.event_records
        for link in (each for each in links if each.record_id == record_id):
            self._context.workspace.run(take_record_off_event(record_id, link.event_id))
            self._context.shell.toast("It is back in the tray; the event stays", undo=True)
            return

    @Slot()
    def delete(self) -> None:
        """Delete a picture; records that were read from a source are folded instead."""
        record = self._record()
        if record is None:
            return
        if record.kind is RecordKind.PICTURE:
            self._context.workspace.run(delete_picture(record.id))
            self._context.shell.toast(f"{shortened(record.text, 40)} deleted", undo=True)
            return
        ids = self._view.chosen_ids()
        self._context.workspace.run(fold_records(ids))
        said = sentence_case(counted(len(ids), "record"))
        self._context.shell.toast(f"{said} folded away", undo=True)

    @Slot(str)
    def _on_event(self, event_id: str) -> None:
        for record_id in self._view.chosen_ids():
            self._context.workspace.run(add_record_to_event(record_id, event_id))

    def _record(self) -> RecordRow | None:
        model = self._view.model()
        if not isinstance(model, TrayModel):
            return None
        return model.record(self._view.chosen_row())

    def _chosen_records(self, ids: tuple[str, ...]) -> list[RecordRow]:
        model = self._view.model()
        if not isinstance(model, TrayModel) or not ids:
            return []
        rows = sorted(index.row() for index in self._view.selectionModel().selectedRows())
        found = (model.record(row) for row in rows)
        return [record for record in found if record is not None]
