"""The reviews of the library as lines, and as the model of their list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from models.queries.library import ReviewSummary
from models.times.show import full_date, local
from models.values import ReviewState, Stage
from views.widgets.keyed_lines import Index

LINE_ROLE = Qt.ItemDataRole.UserRole + 1


class View(StrEnum):
    """Which reviews are listed."""

    ALL = "all"
    IN_PROGRESS = "in_progress"
    SHARED = "shared"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One review as its line shows it."""

    review_id: str
    title: str
    below: str
    """Date and services."""
    state: str
    begun: tuple[bool, ...]
    """For each stage whether something was put down in it."""
    shared: bool
    people: int

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        begun = sum(self.begun)
        how_far = f"{begun} of {len(self.begun)} stages begun"
        return f"{self.title}, {self.below}, {self.state}, {how_far}"


def line_of(summary: ReviewSummary) -> ReviewLine:
    """Return the line of one review."""
    review = summary.review
    when = review.started_at or review.created_at
    below = " · ".join((full_date(local(when, review.zone).date()), *summary.services))
    begun = tuple(stage in summary.begun for stage in Stage)
    return ReviewLine(
        review.id,
        review.title,
        below,
        _state(summary),
        begun,
        is_shared(summary),
        summary.counts.get(Stage.PREPARE, 0),
    )


def is_shared(summary: ReviewSummary) -> bool:
    """Whether at least one share was recorded."""
    return bool(summary.counts.get(Stage.SHARE))


def belongs(summary: ReviewSummary, view: View) -> bool:
    """Whether a review is listed in a view."""
    if view is View.ARCHIVED or summary.review.archived:
        return summary.review.archived and view is View.ARCHIVED
    if view is View.SHARED:
        return is_shared(summary)
    return view is View.ALL or not is_shared(summary)


def _state(summary: ReviewSummary) -> str:
    if summary.review.state is ReviewState.CLOSED:
        return "Closed"
    if is_shared(summary):
        return "Shared"
    begun = [stage for stage in Stage if stage in summary.begun]
    return begun[-1].value.capitalize() if begun else "Not begun"


class ReviewListModel(QAbstractListModel):
    """The lines of one view; rows keep their place where only their words change."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: tuple[ReviewLine, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Count the lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the title, the spoken line, or the line itself."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken
        return line if role == LINE_ROLE else None

    def show_lines(self, lines: Sequence[ReviewLine]) -> None:
        """Show other lines."""
        same = [line.review_id for line in lines] == [line.review_id for line in self._lines]
        if same and lines:
            self._lines = tuple(lines)
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def row_of(self, review_id: str) -> int:
        """Return the row of a review, or -1."""
        ids = [line.review_id for line in self._lines]
        return ids.index(review_id) if review_id in ids else -1

    def line(self, row: int) -> ReviewLine | None:
        """Return the line of a row, if there is one."""
        return self._lines[row] if 0 <= row < len(self._lines) else None
