"""The Reflect page: three answers, two marks, the mirror, eight areas, and one change."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from guides.feedback import CLOSING_QUESTIONS, marks, totals, totals_words
from guides.mirror import mirror
from guides.rubric import Place, rubric
from guides.settings import MethodSettings
from guides.stages import GUIDE_TO
from models.phrases import either, number, shortened
from models.queries.process_changes import other_process_changes
from models.snapshot import Snapshot
from models.values import Invitation, Stage
from views.commands import Group
from views.context import Context
from views.feed import SnapshotFeed
from views.page import StagePage
from views.reflect.answers_part import AnswerDots, MarkBox
from views.reflect.areas_list import AreasList
from views.reflect.change_part import ChangePart
from views.reflect.glossary_sheet import GlossarySheet
from views.reflect.mirror_part import MirrorPart
from views.reflect.places import stage_of
from views.reflect.reflect_guide import ReflectGuide
from views.reflect.side_by_side import SideBySide
from views.reflect.totals_sheet import TotalsSheet
from views.selection import Selection
from views.widgets.buttons import Button, link_button
from views.widgets.command_filter import Command
from views.widgets.stage_header import StageHeader
from views.widgets.text import Hairline, Text

_MOST_IN_MENU = 20


class ReflectPage(StagePage):
    """One scrolling column."""

    def __init__(
        self,
        context: Context,
        feed: SnapshotFeed,
        selection: Selection,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, feed, selection, parent)
        self._make_parts()
        self._lay_out()
        self._connect()
        self._on_renewed()

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done here."""
        here = Group.HERE
        return (
            Command("Enter the answers", "Ctrl+Shift+A", here, self.enter_totals),
            Command("Copy the three questions", "Ctrl+Shift+C", here, self.copy_questions),
            Command("Write lines for the glossary", "Ctrl+Shift+L", here, self.write_glossary),
            Command("Open the places of the chosen area", "Enter", here, self.open_places),
            Command("Try the change in the next review", "Ctrl+Enter", here, self._change.keep),
        )

    def guide_widget(self) -> QWidget:
        """Return the places of the chosen area, and what to ask an observer."""
        return self._guide

    def bring_into_view(self, target: str) -> None:
        """Show what a check points at."""
        if target == "feedback":
            self.enter_totals()
        elif target in ("change", *(row.id for row in self.feed.snapshot.process_changes)):
            self._scroll.ensureWidgetVisible(self._change)
            self._change.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Store what is still being typed."""
        self._change.flush()
        self._mirror.hours.flush()

    @Slot()
    def enter_totals(self) -> None:
        """Enter how often each answer was given."""
        TotalsSheet(self.context, self.feed.snapshot).open()

    @Slot()
    def copy_questions(self) -> None:
        """Put the three questions on the clipboard, ready to send."""
        lines = [f"{each.text} ({either(each.answers)})" for each in CLOSING_QUESTIONS]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.context.shell.toast("The three questions are on the clipboard")

    @Slot()
    def write_glossary(self) -> None:
        """Write lines for terms that have none."""
        area = next(each for each in rubric(self.feed.snapshot) if each.key == "clear")
        GlossarySheet(self.context, self.review_id, area).open()

    @Slot()
    def open_places(self) -> None:
        """Go to the one place of the chosen area, or offer them all."""
        area = self._areas.area()
        if area is None:
            return
        if area.key == "clear":
            self.write_glossary()
        elif len(area.places) == 1:
            self.go_to(area.places[0])
        elif area.places:
            self._place_menu(area.places)
        else:
            self.context.shell.toast("No place to show for this area")

    @Slot(object)
    def go_to(self, place: Place) -> None:
        """Turn to the stage where a place stands."""
        stage = stage_of(place, self.feed.snapshot)
        if stage is not None:
            self.context.shell.go_to_stage(stage, place.row_id)

    def _place_menu(self, places: tuple[Place, ...]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for at, place in enumerate(places[:_MOST_IN_MENU]):
            menu.addAction(f"{place.name}: {shortened(place.words, 60)}").setData(at)
        menu.triggered.connect(self._on_place_picked)
        box = self._areas.visualRect(self._areas.currentIndex())
        menu.popup(self._areas.viewport().mapToGlobal(box.bottomLeft()))

    @Slot(object)
    def _on_place_picked(self, action: QAction) -> None:
        area = self._areas.area()
        if area is not None:
            self.go_to(area.places[action.data()])

    @Slot()
    def _on_renewed(self) -> None:
        try:
            snapshot = self.feed.snapshot
        except LookupError:
            return
        self._show_answers(snapshot)
        self._mirror.show_mirror(mirror(snapshot))
        self._areas.show_areas(rubric(snapshot))
        self._guide.show_area(self._areas.area())
        others = self.context.workspace.read(other_process_changes, self.review_id)
        self._change.show_snapshot(snapshot, others)

    def _show_answers(self, snapshot: Snapshot) -> None:
        settings = MethodSettings()
        found = totals(snapshot, settings)
        for part, each in zip(self._dots, found, strict=True):
            part.show_totals(each)
        most = max(found, key=lambda each: each.answered)
        asked = sum(
            person.in_incident or person.invitation is Invitation.INVITED
            for person in snapshot.participants
        )
        least = number(settings.fewest_answers_shown)
        rule = f"Only totals are kept, and none below {least} answers."
        said = "Ask the three questions; it takes a minute."
        if most.answered:
            said = f"{totals_words(most, asked, settings)}. {rule}"
        self._answered.setText(said)
        reached = marks(snapshot, settings)
        for box, mark in zip(self._marks, reached, strict=False):
            box.show_mark(mark)
        for at, box in enumerate(self._marks):
            box.setVisible(at < len(reached))
        self._mark_row.setVisible(bool(reached))

    @Slot()
    def _on_area_chosen(self) -> None:
        self._guide.show_area(self._areas.area())

    def _make_parts(self) -> None:
        theme = self.context.theme
        guide = GUIDE_TO[Stage.REFLECT]
        self._header = StageHeader(theme, guide.title, guide.sentence)
        self._copy = Button(theme, "Copy the three questions", icon="do.copy")
        self._header.add_tool(self._copy)
        self._answered = Text(theme, role="small", colour="ink2")
        self._enter = link_button(theme, "Enter the answers", small=True)
        self._dots = [AnswerDots(theme, each.text) for each in CLOSING_QUESTIONS]
        self._marks = [MarkBox(theme), MarkBox(theme)]
        self._mark_row = SideBySide(theme, self._marks, least=560, gap=32)
        self._mirror = MirrorPart(self.context, self.review_id)
        self._areas = AreasList(theme)
        self._change = ChangePart(self.context, self.review_id)
        self._guide = ReflectGuide(theme)

    def _connect(self) -> None:
        self.feed.renewed.connect(self._on_renewed)
        self._copy.clicked.connect(self.copy_questions)
        self._enter.clicked.connect(self.enter_totals)
        self._areas.chosen.connect(self._on_area_chosen)
        self._areas.opened.connect(self.open_places)
        self._guide.place_wanted.connect(self.go_to)
        self._guide.glossary_wanted.connect(self.write_glossary)

    def _lay_out(self) -> None:
        theme = self.context.theme
        page = theme.space("page")
        inner = QWidget()
        inner.setObjectName("scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(page, 0, page, page)
        column.setSpacing(theme.px(20))
        column.addLayout(self._answers_head())
        column.addWidget(SideBySide(theme, self._dots, least=660, lined=True))
        column.addWidget(self._mark_row)
        column.addWidget(Hairline(theme))
        sides = (self._mirror, self._areas_part())
        both = SideBySide(theme, sides, least=700, gap=18, lined=True, shares=(4, 5))
        column.addWidget(both)
        column.addWidget(Hairline(theme))
        column.addWidget(self._change)
        column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addWidget(self._scroll, 1)

    def _answers_head(self) -> QHBoxLayout:
        theme = self.context.theme
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addWidget(Text(theme, "Three answers", weight=600))
        head.addWidget(self._answered, 1)
        head.addWidget(self._enter)
        return head

    def _areas_part(self) -> QWidget:
        theme = self.context.theme
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        head.addWidget(Text(theme, "The report in eight areas", weight=600), 1)
        private = Text(theme, "evidence found, only for you", role="small", colour="ink2")
        head.addWidget(private)
        column.addLayout(head)
        column.addWidget(self._areas)
        column.addStretch()
        return part
