"""What becomes of material: each source is looked at, shown, and brought in; pictures are kept."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.attachments import read_picture, shown_name, store_picture
from app.operations.attachments import add_picture
from app.operations.sources import NewSource, add_source
from app.tasks import Task
from importers import Answers, Importer, Preview, Source, importer_for
from models.errors import ReviewError
from models.phrases import counted, sentence_case
from models.times.show import short_date
from models.values import RecordKind
from views.context import Context
from views.feed import SnapshotFeed
from views.gather.import_run import ImportRun
from views.gather.import_sheet import ImportSheet
from views.gather.import_stream import ImportWish
from views.gather.material import Material, link_name
from views.gather.zone_choice import zones_near


@dataclass(frozen=True, slots=True)
class Looked:
    """A source that was recognised, and what it would bring."""

    source: Source
    importer: Importer
    preview: Preview
    number: int = 0
    """Which look it was: only the latest counts."""


class ImportFlow(QObject):
    """Takes material one source after the other; nothing is written before it is asked for."""

    arrived = Signal(object, object)  # Arrived, Source
    picture_added = Signal(str)  # record id

    def __init__(self, context: Context, feed: SnapshotFeed, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._feed = feed
        self._waiting: deque[Source] = deque()
        self._now: Looked | None = None
        self._sheet: ImportSheet | None = None
        self._looks = 0
        self._busy = False

    def take(self, material: Material) -> None:
        """Take what was dropped or pasted."""
        self._take_pictures(material)
        self._take_links(material)
        self._waiting.extend(Source.of(path) for path in material.sources)
        if material.text:
            self._waiting.append(Source.of(material.text))
        self._go_on()

    def is_busy(self) -> bool:
        """Whether something is being looked at or shown."""
        return self._busy

    def look_again(self, source: Source) -> None:
        """Show a source once more, such as to give the day it begins on."""
        self._waiting.append(source)
        self._go_on()

    def _take_pictures(self, material: Material) -> None:
        today = date.today()
        for path in material.pictures:
            self._attempt(partial(self._keep_file, path, today))
        if material.picture:
            name = f"Pasted picture, {short_date(today)}"
            self._attempt(partial(self._keep, material.picture, name, today))

    def _keep_file(self, path: Path, today: date) -> None:
        self._keep(read_picture(path), shown_name(path.name), today)

    def _keep(self, picture: bytes, name: str, today: date) -> None:
        workspace = self._context.workspace
        stored = store_picture(workspace.ledger.path, picture, name)
        record_id = workspace.run(add_picture(self._feed.review_id, stored, name, today))
        self._context.shell.toast(f"{name} is in the tray", undo=True)
        self.picture_added.emit(record_id)

    def _take_links(self, material: Material) -> None:
        for link in material.links:
            new = NewSource(
                name=link_name(link), kind=RecordKind.LINK, origin=link, received_on=date.today()
            )
            self._context.workspace.run(add_source(self._feed.review_id, new))
        if material.links:
            said = sentence_case(counted(len(material.links), "link"))
            self._context.shell.toast(f"{said} added to the sources", undo=True)

    def _attempt(self, work: partial[None]) -> None:
        try:
            work()
        except ReviewError as error:
            self._context.shell.tell(error.sentence)

    def _go_on(self) -> None:
        if self._busy or not self._waiting:
            return
        self._busy = True
        source = self._waiting.popleft()
        self._context.tasks.start(
            f"Looking at {source.name}",
            partial(_look, source, None, Answers(), 0),
            done=self._on_looked,
            failed=self._on_not_known,
        )

    @Slot(object)
    def _on_looked(self, looked: Looked) -> None:
        self._now = looked
        snapshot = self._feed.snapshot
        started = snapshot.review.started_at
        near = started.date() if started else None
        name = looked.source.name if looked.source.path else "what you pasted"
        sheet = ImportSheet(self._context, name, zones_near(snapshot), near)
        sheet.show_preview(looked.preview, pasted=looked.source.path is None)
        sheet.answered.connect(self._on_answered)
        sheet.accepted.connect(self._on_accepted)
        sheet.closed.connect(self._on_closed)
        self._sheet = sheet
        sheet.open()

    @Slot(object)
    def _on_not_known(self, error: Exception) -> None:
        self._busy = False
        if not isinstance(error, ReviewError):
            raise error
        self._context.shell.tell(error.sentence)
        self._go_on()

    @Slot(object)
    def _on_answered(self, answers: Answers) -> None:
        """Look again with the answers; the latest ones count."""
        if self._now is None:
            return
        self._looks += 1
        self._context.tasks.start(
            f"Looking at {self._now.source.name}",
            partial(_look, self._now.source, self._now.importer, answers, self._looks),
            done=self._on_looked_again,
            failed=self._on_not_known,
        )

    @Slot(object)
    def _on_looked_again(self, looked: Looked) -> None:
        if looked.number == self._looks and self._sheet is not None:
            self._now = looked
            self._sheet.show_preview(looked.preview, pasted=looked.source.path is None)

    @Slot(object)
    def _on_accepted(self, answers: Answers) -> None:
        if self._now is None:
            return
        preview = self._now.preview
        total = preview.kept + preview.folded
        source, importer = self._now.source, self._now.importer
        wish = ImportWish(self._feed.review_id, source, importer, answers, total)
        run = ImportRun(self._context, wish)
        run.arrived.connect(self.arrived)
        run.start()

    @Slot()
    def _on_closed(self) -> None:
        self._sheet, self._now, self._busy = None, None, False
        self._go_on()


def _look(
    source: Source, importer: Importer | None, answers: Answers, number: int, _task: Task
) -> Looked:
    known = importer or importer_for(source)
    return Looked(source, known, known.preview(source, answers), number)
