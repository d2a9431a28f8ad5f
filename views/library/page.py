"""The library page: every review with its progress, and the search over all of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.backup import Reason
from app.changes import Change
from app.operations.reviews import (
    NewReview,
    add_review,
    archive_review,
    delete_review,
    duplicate_as_template,
    unarchive_review,
)
from app.operations.sample import add_sample
from models.phrases import counted, number, sentence_case
from models.queries.library import ReviewSummary, review_list
from models.queries.search import search
from models.rows import EventRow, ParticipantRow, ReviewRow, ReviewServiceRow, ShareRow
from models.values import Stage
from views.commands import Group
from views.context import Context
from views.library.hit_list import HIT_ROLE, PLACES, HitDelegate, HitListModel
from views.library.line_list import LineList
from views.library.new_review_sheet import NewReviewSheet
from views.library.review_delegate import ReviewDelegate
from views.library.review_list import ReviewListModel, View, belongs, is_shared, line_of
from views.library.two_stories import TwoStories
from views.page import Page
from views.shell.safety import back_up_before
from views.widgets.buttons import Button, link_button, primary_button
from views.widgets.command_filter import Command
from views.widgets.line_field import LineField
from views.widgets.segment import Option, Segment
from views.widgets.stage_header import StageHeader
from views.widgets.text import Text

SHOWN = (ReviewRow, ReviewServiceRow, ShareRow, ParticipantRow, EventRow)
VIEWS = {
    View.ALL: "All",
    View.IN_PROGRESS: "In progress",
    View.SHARED: "Shared",
    View.ARCHIVED: "Archived",
}
LISTED, FOUND, EMPTY = range(3)


class LibraryPage(Page):
    """A list with views above it; while something is typed in the search box, its hits."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._summaries: tuple[ReviewSummary, ...] = ()
        self._view = View.ALL
        self._duplicated = ""
        self._dropped: QMimeData | None = None
        self._build()
        self._connect()
        self.refresh()

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done with reviews."""
        everywhere = (
            Command("New review", "Ctrl+N", Group.HERE, self.begin_review, icon="do.add"),
            Command("Open the sample review", "Ctrl+Alt+S", Group.HERE, self.open_sample),
            Command("Begin a review from a file", "Ctrl+O", Group.HERE, self.import_files),
        )
        if self._chosen() is None:
            return everywhere
        away = "Take out of the archive" if self._is_archived() else "Archive"
        return (
            *everywhere,
            Command("Open", "Enter", Group.HERE, self.open_chosen),
            Command("Duplicate as template", "Ctrl+D", Group.HERE, self.duplicate_chosen),
            Command(away, "Ctrl+E", Group.HERE, self.archive_chosen),
            Command("Delete", "Del", Group.HERE, self.delete_chosen, icon="do.delete"),
        )

    def first_focus(self) -> QWidget | None:
        """Begin on the list, or on the way to the first review."""
        return self._list if self._summaries else self._new

    def focus_filter(self) -> None:
        """Put the caret into the search box."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def refresh(self) -> None:
        """Read the list again, keeping the chosen review."""
        chosen = self._chosen()
        self._summaries = self.context.workspace.read(review_list)
        lines = [line_of(s) for s in self._summaries if belongs(s, self._view)]
        self._model.show_lines(lines)
        row = self._model.row_of(chosen) if chosen else -1
        if lines:
            self._list.setCurrentIndex(self._model.index(max(row, 0)))
        self._say_how_many()
        self._show_part()

    @Slot()
    def begin_review(self) -> None:
        """Ask for a title and begin."""
        sheet = NewReviewSheet(self.context, "New review")
        sheet.wanted.connect(self._on_wanted)
        sheet.open()

    @Slot()
    def open_sample(self) -> None:
        """Add the sample review and open it."""
        review_id = self.context.workspace.run(add_sample())
        self.context.shell.open_review(review_id, Stage.TIMELINE)

    @Slot()
    def import_files(self) -> None:
        """Choose files, then begin a review that gathers them."""
        chosen, _ = QFileDialog.getOpenFileNames(self, "What have you got?")
        if chosen:
            self._begin_with([QUrl.fromLocalFile(name) for name in chosen])

    @Slot()
    def open_chosen(self) -> None:
        """Open the chosen review where the work goes on."""
        chosen = self._chosen()
        if chosen is not None:
            self.context.shell.open_review(chosen, self._next_stage(chosen))

    @Slot()
    def duplicate_chosen(self) -> None:
        """Begin a review with the settings of the chosen one."""
        chosen = self._chosen()
        if chosen is None:
            return
        self._duplicated = chosen
        sheet = NewReviewSheet(self.context, "New review from this template")
        sheet.wanted.connect(self._on_duplicate_wanted)
        sheet.open()

    @Slot()
    def archive_chosen(self) -> None:
        """Put the chosen review away, or bring it back."""
        chosen = self._chosen()
        if chosen is None:
            return
        archived = self._is_archived()
        self.context.workspace.run((unarchive_review if archived else archive_review)(chosen))
        said = "Back in the list" if archived else "Archived; the search still finds it"
        self.context.shell.toast(said, undo=True)

    @Slot()
    def delete_chosen(self) -> None:
        """Delete the chosen review; it can be undone, and lies in the trash for 30 days."""
        chosen = self._chosen()
        line = self._model.line(self._list.currentIndex().row())
        if chosen is None or line is None:
            return
        back_up_before(self.context, Reason.DELETE)
        self.context.workspace.run(delete_review(chosen))
        self.context.shell.toast(f"Deleted: {line.title}", undo=True)

    def takes(self, data: QMimeData) -> bool:
        """Take dropped files: they begin a review."""
        return data.hasUrls()

    def take(self, data: QMimeData) -> None:
        """Begin a review with the dropped files."""
        self._begin_with(data.urls())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear the search with Esc."""
        if event.key() == Qt.Key.Key_Escape and self._search.text():
            self._search.clear()
            self._on_searched("")
            self._list.setFocus()
            return
        super().keyPressEvent(event)

    def _begin_with(self, urls: list[QUrl]) -> None:
        self._dropped = QMimeData()
        self._dropped.setUrls(urls)
        title = Path(urls[0].toLocalFile()).stem.replace("_", " ").replace("-", " ")
        sheet = NewReviewSheet(self.context, "New review from what you have", title)
        sheet.wanted.connect(self._on_wanted)
        sheet.closed.connect(self._on_sheet_closed)
        sheet.open()

    @Slot(str, str)
    def _on_wanted(self, title: str, zone: str) -> None:
        name = self.context.preferences.settings.review_name
        new = NewReview(title, zone=zone, name=name)
        review_id = self.context.workspace.run(add_review(new))
        dropped, self._dropped = self._dropped, None
        if dropped is None:
            self.context.shell.open_review(review_id, Stage.PREPARE)
            return
        self.context.shell.open_review(review_id, Stage.GATHER)
        self.context.shell.hand_over(dropped)

    @Slot()
    def _on_sheet_closed(self) -> None:
        self._dropped = None

    @Slot(str, str)
    def _on_duplicate_wanted(self, title: str, _zone: str) -> None:
        review_id = self.context.workspace.run(duplicate_as_template(self._duplicated, title))
        self.context.shell.open_review(review_id, Stage.PREPARE)

    def _chosen(self) -> str | None:
        line = self._model.line(self._list.currentIndex().row())
        return None if line is None else line.review_id

    def _is_archived(self) -> bool:
        chosen = self._chosen()
        return any(s.review.archived for s in self._summaries if s.review.id == chosen)

    def _next_stage(self, review_id: str) -> Stage:
        begun = next((s.begun for s in self._summaries if s.review.id == review_id), frozenset())
        return [stage for stage in Stage if stage in begun or stage is Stage.PREPARE][-1]

    def _say_how_many(self) -> None:
        there = [s for s in self._summaries if not s.review.archived]
        going = sum(not is_shared(s) for s in there)
        how_many = sentence_case(counted(len(there), "review"))
        said = f"{how_many}, {number(going) if going else 'none'} in progress."
        nothing = "Every review you facilitate, in one file of yours."
        self._header.set_sentence(said if there else nothing)
        for view in View:
            count = sum(belongs(summary, view) for summary in self._summaries)
            self._views.set_text(view.value, f"{VIEWS[view]}  {count}" if count else VIEWS[view])

    def _show_part(self) -> None:
        if self._search.text().strip():
            self._parts.setCurrentIndex(FOUND)
        elif self._summaries:
            self._parts.setCurrentIndex(LISTED)
        else:
            self._parts.setCurrentIndex(EMPTY)

    @Slot(str)
    def _on_view_chosen(self, key: str) -> None:
        self._view = View(key)
        self.refresh()

    @Slot(str)
    def _on_searched(self, typed: str) -> None:
        hits = self.context.workspace.read(search, typed) if typed.strip() else ()
        self._hits.show_hits(hits)
        self._no_hits.setVisible(not hits)
        if hits:
            self._hit_list.setCurrentIndex(self._hits.index(0))
        self._show_part()

    @Slot()
    def _on_search_entered(self) -> None:
        self._search.flush()
        self._on_hit_opened()

    @Slot()
    def _on_hit_opened(self) -> None:
        index = self._hit_list.currentIndex()
        hit = index.data(HIT_ROLE) if index.isValid() else None
        if hit is not None:
            target = "" if hit.kind == "review" else hit.row_id
            self.context.shell.open_review(hit.review_id, PLACES[hit.kind], target)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if change.touches(*SHOWN):
            self.refresh()

    @Slot()
    def _on_menu_asked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for command in self.commands():
            keys = "Return" if command.keys == "Enter" else command.keys
            menu.addAction(command.title, command.run).setText(f"{command.title}\t{keys}")
        rect = self._list.visualRect(self._list.currentIndex())
        menu.popup(self._list.viewport().mapToGlobal(rect.center()))

    def _build(self) -> None:
        theme = self.context.theme
        self._header = StageHeader(theme, "Library")
        self._search = LineField(
            theme,
            "Search every word in every review",
            hint="Search titles, events, factors",
            icon="do.search",
            keys="Ctrl+Shift+F",
        )
        self._search.keep_own_undo()
        self._search.setFixedWidth(theme.px(320))
        self._new = primary_button(theme, "New review", icon="do.add", keys="Ctrl+N")
        self._header.add_tool(self._search)
        self._header.add_tool(self._new)
        self._views = Segment(
            theme, "Which reviews", [Option(v.value, w) for v, w in VIEWS.items()], underlined=True
        )
        self._model = ReviewListModel(self)
        self._list = LineList("Reviews", ReviewDelegate(theme, self))
        self._list.setModel(self._model)
        self._hits = HitListModel(self)
        self._hit_list = LineList("Places found", HitDelegate(theme, self))
        self._hit_list.setModel(self._hits)
        self._parts = QStackedWidget()
        for part in (self._listed_part(), self._found_part(), self._empty_part()):
            self._parts.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._parts, 1)

    def _listed_part(self) -> QWidget:
        px = self.context.theme.px
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(px(20), px(8), px(20), 0)
        column.setSpacing(px(12))
        row = QHBoxLayout()
        row.setContentsMargins(px(12), 0, 0, 0)
        row.addWidget(self._views)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self._list, 1)
        return part

    def _found_part(self) -> QWidget:
        px = self.context.theme.px
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(px(20), px(8), px(20), 0)
        said = "No place says this. Try one word less."
        self._no_hits = Text(self.context.theme, said, colour="ink2")
        self._no_hits.setContentsMargins(px(12), px(8), 0, 0)
        column.addWidget(self._no_hits)
        column.addWidget(self._hit_list, 1)
        return part

    def _empty_part(self) -> QWidget:
        theme, px = self.context.theme, self.context.theme.px
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(px(32), 0, px(32), 0)
        column.setSpacing(px(12))
        centre = Qt.AlignmentFlag.AlignHCenter
        head = Text(theme, "Behind the first story there is a second one", role="title")
        said = "No reviews yet. Begin with what you have: a chat, some notes, what people remember."
        hint = "Drop files anywhere in this window to begin a review with them."
        self._drop: Button = Button(theme, "Begin a review from a file", icon="do.open")
        self._sample = link_button(theme, "Look at a finished one first")
        column.addStretch(2)
        column.addWidget(TwoStories(theme), 0, centre)
        column.addSpacing(px(24))
        for shown in (head, Text(theme, said), Text(theme, hint, colour="ink2")):
            shown.setAlignment(centre)
            shown.setWordWrap(True)
            column.addWidget(shown)
        column.addSpacing(px(12))
        column.addWidget(self._drop, 0, centre)
        column.addWidget(self._sample, 0, centre)
        column.addStretch(3)
        return part

    def _connect(self) -> None:
        self._new.clicked.connect(self.begin_review)
        self._sample.clicked.connect(self.open_sample)
        self._drop.clicked.connect(self.import_files)
        self._views.chosen.connect(self._on_view_chosen)
        self._search.edited.connect(self._on_searched)
        self._search.returnPressed.connect(self._on_search_entered)
        self._list.opened.connect(self.open_chosen)
        self._list.deleted.connect(self.delete_chosen)
        self._list.customContextMenuRequested.connect(self._on_menu_asked)
        self._hit_list.opened.connect(self._on_hit_opened)
        self.context.workspace.changed.connect(self._on_changed)
