"""The Share page: choose a reader, see the page as it will be sent, write it, record the share."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.exporting import Exported, Prepared, prepare, proposed_name, write
from app.operations.fields import set_value
from app.operations.reviews import close_review, reopen_review
from app.operations.sharing import (
    ShareNote,
    add_paragraph,
    delete_paragraph,
    hide_block,
    record_share,
    restore_block,
    reword_block,
    show_hidden_blocks,
)
from app.tasks import Task
from exporters import exporter
from exporters.document import block_text
from guides.closing import before_closing
from guides.stages import GUIDE_TO
from models.errors import ReviewError
from models.rows import SummaryBlockRow
from models.times.show import short_day
from models.values import Audience, ExportFormat, Naming, ReviewState, Stage
from views.commands import Group
from views.context import Context
from views.feed import SnapshotFeed
from views.page import StagePage
from views.selection import Selection
from views.share.audiences import AudienceLine, AudienceList
from views.share.leaving import LeavingPart
from views.share.preview_html import preview_page
from views.share.settings_part import SettingsPart
from views.share.sheets import LeakSheet, ShareSheet, WordsSheet
from views.widgets.buttons import Button, primary_button, quiet_button
from views.widgets.command_filter import Command
from views.widgets.page_preview import PagePreview
from views.widgets.stage_header import StageHeader
from views.widgets.text import Text

COLUMN = 250
SOON_MS = 120
"""How long the preview waits for typing to pause; it is shown within 200 ms of a change."""


class SharePage(StagePage):
    """Readers and settings at the left, the page in the middle, what leaves in the Guide."""

    def __init__(
        self,
        context: Context,
        feed: SnapshotFeed,
        selection: Selection,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, feed, selection, parent)
        self._prepared: Prepared | None = None
        self._with_tools = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.show_page)
        self._build()
        self._connect()
        self.show_page()

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done here."""
        closed = self.feed.snapshot.review.state is ReviewState.CLOSED
        return (
            Command("Write Word file", "Ctrl+Shift+W", Group.HERE, self.write_word, icon="do.word"),
            Command("Write Markdown file", "Ctrl+Shift+M", Group.HERE, self.write_markdown),
            Command("Record a share", "Ctrl+Shift+R", Group.HERE, self.record, icon="do.share"),
            Command("Change the text of the page", "Ctrl+E", Group.HERE, self.toggle_tools),
            Command("Bring back what was left out", "", Group.HERE, self.bring_back),
            Command("Next reader", "Ctrl+PgDown", Group.HERE, self.next_reader),
            Command(
                "Reopen the review" if closed else "Close the review", "", Group.HERE, self.close_it
            ),
        )

    def first_focus(self) -> QWidget:
        """Begin with the readers; arrows and Space choose one."""
        return self._readers.buttons[self._readers.audience()]

    def guide_widget(self) -> QWidget:
        """Return what is about to leave, and the buttons that write it."""
        return self._leaving

    def bring_into_view(self, target: str) -> None:
        """Focus what a check points at."""
        if target == "record":
            self.record()
        elif target == "top_insight":
            self._settings.insight.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._readers.focus_chosen()

    def flush(self) -> None:
        """Store what is still being typed."""
        self._settings.flush()

    @Slot()
    def show_page(self) -> None:
        """Make the summary anew from what is stored."""
        try:
            snapshot = self.feed.snapshot
            audience = self._readers.audience()
            ledger = self.context.workspace.ledger
            prepared = prepare(ledger, self.review_id, audience, self.feed.today)
        except LookupError:
            return
        self._prepared = prepared
        page = preview_page(prepared.composed.document, with_tools=self._with_tools)
        self._preview.show_page(page.html, page.pictures)
        self._settings.show_snapshot(snapshot, audience)
        self._readers.show_lines({a: self._line(a) for a in self._readers.buttons})
        self._leaving.show_prepared(prepared)
        closed = snapshot.review.state is ReviewState.CLOSED
        self._close.setText("Reopen the review" if closed else "Close the review")

    @Slot()
    def write_word(self) -> None:
        """Write the page as a Word file."""
        self._write(ExportFormat.DOCX)

    @Slot()
    def write_markdown(self) -> None:
        """Write the page as a Markdown file."""
        self._write(ExportFormat.MD)

    @Slot()
    def record(self) -> None:
        """Ask to whom it went."""
        self._open_share_sheet("", "")

    @Slot()
    def toggle_tools(self) -> None:
        """Show or hide the links that change the text of the page."""
        self._with_tools = not self._with_tools
        self._change.setText("Done" if self._with_tools else "Change the text")
        self.show_page()

    @Slot()
    def bring_back(self) -> None:
        """Show again what was left out of this summary."""
        self.context.workspace.run(show_hidden_blocks(self.review_id, self._readers.audience()))

    @Slot()
    def next_reader(self) -> None:
        """Turn to the next reader."""
        readers = list(self._readers.buttons)
        now = readers.index(self._readers.audience())
        self._readers.choose(readers[(now + 1) % len(readers)])
        self.show_page()

    @Slot()
    def close_it(self) -> None:
        """Close the review, or say what comes first; reopen a closed one."""
        snapshot = self.feed.snapshot
        if snapshot.review.state is ReviewState.CLOSED:
            self.context.workspace.run(reopen_review(self.review_id))
            self.context.shell.toast("Open again", undo=True)
            return
        first = before_closing(snapshot)
        if first:
            self.context.shell.tell(" ".join(first))
            return
        self.context.workspace.run(close_review(self.review_id))
        self.context.shell.toast("Closed", undo=True)

    def write_to(self, key: ExportFormat, path: Path) -> None:
        """Write the page in the background; say where it went, or why it did not."""
        prepared = self._prepared
        if prepared is None:
            return

        def body(_task: Task) -> Exported:
            return write(prepared, key, path)

        title = f"Writing {exporter(key).name} file"
        self.context.tasks.start(title, body, done=self._on_written, failed=self._on_not_written)

    def _write(self, key: ExportFormat) -> None:
        self.flush()
        self.show_page()
        if self._prepared is None:
            return
        if self._prepared.leaks:
            sheet = LeakSheet(self.context, self._prepared.leaks)
            sheet.accepted.connect(partial(self._ask_where, key))
            sheet.open()
        else:
            self._ask_where(key)

    def _ask_where(self, key: ExportFormat) -> None:
        title = self.feed.snapshot.review.title
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(place))
        proposed = folder / proposed_name(title, self._readers.audience(), key)
        kind = exporter(key)
        chosen, _ = QFileDialog.getSaveFileName(
            self, f"Write {kind.name} file", str(proposed), f"{kind.name} (*{kind.suffix})"
        )
        if chosen:
            self.write_to(key, Path(chosen))

    @Slot(object)
    def _on_written(self, written: Exported) -> None:
        self.context.shell.toast(f"Written: {written.path.name}")
        self._open_share_sheet(written.path.name, written.sha256)

    @Slot(object)
    def _on_not_written(self, error: Exception) -> None:
        if not isinstance(error, ReviewError):
            raise error
        self.context.shell.tell(error.sentence)

    def _open_share_sheet(self, file_name: str, file_hash: str) -> None:
        audience = self._readers.audience()
        sheet = ShareSheet(self.context, audience, file_name, file_hash)
        sheet.recorded.connect(self._on_recorded)
        sheet.open()

    @Slot(object)
    def _on_recorded(self, share: ShareNote) -> None:
        self.context.workspace.run(record_share(self.review_id, share))
        self.context.shell.toast(f"Share with {share.to_whom} is on record", undo=True)

    @Slot(str)
    def _on_reader(self, _key: str) -> None:
        self.show_page()

    @Slot()
    def _on_names_wanted(self) -> None:
        sheet = WordsSheet(
            self.context,
            "Names in this summary?",
            "Names are for files that stay inside. Write why readers need them; it is kept.",
            "",
        )
        sheet.kept.connect(self._on_names_reason)
        sheet.closed.connect(self.show_page)
        sheet.open()

    @Slot(str)
    def _on_names_reason(self, reason: str) -> None:
        self._settings.store("naming", Naming.NAMES)
        self.context.shell.toast(f"Names are shown: {reason}", undo=True)

    @Slot(str)
    def _on_link(self, address: str) -> None:
        verb, _, key = address.partition(":")
        audience = self._readers.audience()
        run = self.context.workspace.run
        if verb == "hide":
            run(hide_block(self.review_id, audience, key))
            self.context.shell.toast("Left out", undo=True)
        elif verb == "back":
            run(restore_block(self.review_id, audience, key))
        elif verb == "add":
            self._ask_words("A paragraph of yours", "", partial(self._on_added, key))
        elif verb == "reword":
            said = self._said(key)
            self._ask_words("In your words", said, partial(self._on_reworded, key, said))
        elif verb == "edit":
            self._edit_own(key)

    def _edit_own(self, key: str) -> None:
        blocks = self.feed.snapshot.summary_blocks
        own_id = key.removeprefix("own.").split(".")[0]
        own = next((b for b in blocks if b.id == own_id), None)
        if own is not None:
            away = partial(self._on_own_removed, own.id)
            kept = partial(self._on_own_edited, own.id)
            self._ask_words("A paragraph of yours", own.text, kept, away)
            return
        reworded = next((b for b in blocks if b.anchor == key and not b.is_own), None)
        if reworded is not None:
            kept = partial(self._on_reworded, key, reworded.generated_text)
            self._ask_words("In your words", reworded.text, kept)

    def _ask_words(self, head: str, text: str, kept: object, away: object = None) -> None:
        said = "It stays where it is when the summary is made anew."
        sheet = WordsSheet(self.context, head, said, text, removable="Delete" if away else "")
        sheet.kept.connect(kept)
        if away is not None:
            sheet.removed.connect(away)
        sheet.open()

    def _said(self, key: str) -> str:
        if self._prepared is None:
            return ""
        blocks = self._prepared.composed.document.blocks
        return next((block_text(block) for block in blocks if block.key == key), "")

    def _on_added(self, anchor: str, text: str) -> None:
        new = add_paragraph(self.review_id, self._readers.audience(), anchor, text)
        self.context.workspace.run(new)

    def _on_reworded(self, anchor: str, was: str, text: str) -> None:
        new = reword_block(self.review_id, self._readers.audience(), anchor, was, text)
        self.context.workspace.run(new)

    def _on_own_edited(self, block_id: str, text: str) -> None:
        self.context.workspace.run(set_value(SummaryBlockRow, block_id, "text", text))

    def _on_own_removed(self, block_id: str) -> None:
        self.context.workspace.run(delete_paragraph(block_id))
        self.context.shell.toast("Paragraph deleted", undo=True)

    def _line(self, audience: Audience) -> AudienceLine:
        snapshot = self.feed.snapshot
        shares = [share for share in snapshot.shares if share.audience is audience]
        if shares:
            day = short_day(shares[-1].shared_at, snapshot.review.zone)
            return AudienceLine(audience, f"shared {day}")
        if self._prepared is not None and audience is self._readers.audience():
            notes = self._prepared.composed.notes
            limit = f" of {notes.word_limit}" if notes.word_limit else ""
            over = notes.word_limit is not None and notes.word_count > notes.word_limit
            return AudienceLine(audience, f"{notes.word_count}{limit} words · draft", asks=over)
        return AudienceLine(audience, "draft")

    def _build(self) -> None:
        theme = self.context.theme
        guide = GUIDE_TO[Stage.SHARE]
        header = StageHeader(theme, guide.title, guide.sentence)
        self._change = Button(theme, "Change the text", keys="Ctrl+E")
        self._record = Button(theme, "Record a share", icon="do.share", keys="Ctrl+Shift+R")
        self._close = quiet_button(theme, "Close the review")
        self._word = primary_button(theme, "Write Word file", icon="do.word")
        for tool in (self._change, self._record, self._word):
            header.add_tool(tool)
        self._readers = AudienceList(theme)
        self._settings = SettingsPart(self.context, self.review_id)
        self._preview = PagePreview(theme)
        self._leaving = LeavingPart(theme)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left_column())
        row.addWidget(self._preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addLayout(row, 1)

    def _left_column(self) -> QWidget:
        theme = self.context.theme
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.px(20), 0, theme.px(16), theme.px(24))
        column.setSpacing(theme.px(12))
        head = Text(theme, "Written for", weight=600)
        head.setContentsMargins(theme.px(12), 0, 0, 0)
        column.addWidget(head)
        column.addWidget(self._readers)
        padded = QVBoxLayout()
        padded.setContentsMargins(theme.px(12), 0, 0, 0)
        padded.addWidget(self._settings)
        padded.addWidget(self._close, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(padded)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFixedWidth(theme.px(COLUMN + 16))
        scroll.setWidget(inner)
        return scroll

    def _connect(self) -> None:
        self.feed.renewed.connect(self._soon.start)
        self._readers.chosen.connect(self._on_reader)
        self._settings.names_wanted.connect(self._on_names_wanted)
        self._preview.link_chosen.connect(self._on_link)
        self._change.clicked.connect(self.toggle_tools)
        self._record.clicked.connect(self.record)
        self._close.clicked.connect(self.close_it)
        self._word.clicked.connect(self.write_word)
        self._leaving.word_wanted.connect(self.write_word)
        self._leaving.markdown_wanted.connect(self.write_markdown)
