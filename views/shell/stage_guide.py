"""What the Guide says of the stage that is shown: why it is there, its checks, the page's own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.operations.checks import give_reason, take_reason_back
from guides.checks.result import CheckResult, CheckState
from guides.stages import GUIDE_TO, stage_checks
from models.values import Stage
from views.ask_sheet import Asking, AskSheet
from views.context import Context
from views.page import Page
from views.shell.session import ReviewSession
from views.widgets import check_row
from views.widgets.check_row import CheckRow, CheckView
from views.widgets.guide_panel import GuidePanel
from views.widgets.text import Text

STATES = {
    CheckState.OPEN: check_row.CheckState.OPEN,
    CheckState.MET: check_row.CheckState.MET,
    CheckState.WITH_REASON: check_row.CheckState.REASON,
}


class StageGuide(QObject):
    """Fills the Guide for one stage at a time."""

    def __init__(self, context: Context, panel: GuidePanel) -> None:
        super().__init__(panel)
        self._context = context
        self._panel = panel
        self._session: ReviewSession | None = None
        self._stage: Stage | None = None
        self._results: dict[str, CheckResult] = {}
        self._shown: list[CheckRow] = []
        self._own: QWidget | None = None
        self._why = Text(context.theme, colour="ink2", wrap=True)
        self._checks = QWidget()
        self._rows = QVBoxLayout(self._checks)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(context.theme.px(4))
        self._extra = QWidget()
        self._extra_column = QVBoxLayout(self._extra)
        self._extra_column.setContentsMargins(0, 0, 0, 0)
        panel.add_section("Why this step", self._why)
        self._section = panel.add_section("Checks", self._checks, icon="do.checks")
        self._extra_section = panel.add_section("", self._extra)

    def show_stage(self, session: ReviewSession, stage: Stage, page: Page) -> None:
        """Show the guide of a stage."""
        if session is not self._session:
            self._session = session
            session.feed.renewed.connect(self._on_renewed)
        self._stage = stage
        self._why.setText(GUIDE_TO[stage].why)
        self._show_own(page.guide_widget())
        self._on_renewed()

    def leave(self) -> None:
        """Forget the review that was left."""
        self._session = None
        self._show_own(None)

    def _show_own(self, own: QWidget | None) -> None:
        if self._own is not None and self._own is not own:
            self._extra_column.removeWidget(self._own)
            self._own.hide()
            self._own.setParent(None)
        self._own = own
        if own is not None:
            self._extra_column.addWidget(own)
            own.show()
        self._extra_section.setVisible(own is not None)

    @Slot()
    def _on_renewed(self) -> None:
        if self._session is None or self._stage is None:
            return
        feed = self._session.feed
        results = stage_checks(self._stage, feed.snapshot, feed.surroundings)
        self._results = {result.key: result for result in results}
        self._show_rows([view_of(result) for result in results])
        open_ones = sum(result.is_open for result in results)
        self._panel.set_count(self._section, f"{open_ones} open" if open_ones else "")

    def _show_rows(self, views: list[CheckView]) -> None:
        if [row.check for row in self._shown] == views:
            return
        for row in self._shown:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._shown = [CheckRow(self._context.theme, view) for view in views]
        for row in self._shown:
            row.mended.connect(self._on_mended)
            row.excused.connect(self._on_excused)
            row.excuse_withdrawn.connect(self._on_withdrawn)
            self._rows.addWidget(row)

    @Slot(str)
    def _on_mended(self, key: str) -> None:
        target = self._results[key].target
        if target is not None:
            self._context.shell.go_to_stage(target.stage, target.row_id or target.part)

    @Slot(str)
    def _on_excused(self, key: str) -> None:
        asking = Asking(
            title=self._results[key].statement,
            sentence="It can stay as it is. Say why, and the reason is kept with the review.",
            label="Why this time",
            keep="Keep the reason",
            when_empty="What makes it right to leave it open this time?",
        )
        sheet = AskSheet(self._context, asking, key)
        sheet.given.connect(self._on_reason)
        sheet.open()

    @Slot(str, str)
    def _on_reason(self, key: str, reason: str) -> None:
        if self._session is None or self._stage is None:
            return
        said = give_reason(
            self._session.review_id, self._stage, key, reason, self._session.feed.today
        )
        self._context.workspace.run(said)

    @Slot(str)
    def _on_withdrawn(self, key: str) -> None:
        if self._session is not None:
            self._context.workspace.run(take_reason_back(self._session.review_id, key))


def view_of(result: CheckResult) -> CheckView:
    """Return a check as its row shows it."""
    reason = ""
    if result.reason:
        day = f", {result.reason_on.day} {result.reason_on:%b}" if result.reason_on else ""
        reason = f"“{result.reason}”{day}"
    return CheckView(
        key=result.key,
        statement=result.statement,
        state=STATES[result.state],
        reason=reason or result.detail,
        link=result.way_on,
        excusable=result.overridable,
    )
