"""The open library as the window sees it: one way in (`run`), one way out (`changed`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from sqlalchemy.orm import Session

from app.changes import Change
from app.errors import NotSavedError
from app.ledger import Ledger, Outcome, Step
from app.operations.base import Operation
from app.saving import SaveState, Saving

P = ParamSpec("P")
T = TypeVar("T")


class Workspace(QObject):
    """Runs operations, keeps the undo stacks, tells the views what changed."""

    changed = Signal(object)  # Change
    saving = Signal(object)  # Saving
    review_switched = Signal(object)  # the id of the open review, or None
    closing = Signal()

    def __init__(self, ledger: Ledger, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ledger = ledger
        self._library_stack = QUndoStack(self)
        self._review_stacks: dict[str, QUndoStack] = {}
        self._review_id: str | None = None

    @property
    def undo_stack(self) -> QUndoStack:
        """The stack of the open review, or that of the library places."""
        if self._review_id is None:
            return self._library_stack
        return self._review_stacks[self._review_id]

    @property
    def review_id(self) -> str | None:
        """The review that is open in the window."""
        return self._review_id

    def open_review(self, review_id: str | None) -> None:
        """Turn to a review, or to the library places with None; each keeps its own history."""
        if review_id is not None and review_id not in self._review_stacks:
            self._review_stacks[review_id] = QUndoStack(self)
        self._review_id = review_id
        self.review_switched.emit(review_id)

    def run(self, operation: Operation[T], origin: object | None = None) -> T:
        """Carry out an operation, save it, and announce it.

        Raises NotSavedError or LibraryReadOnlyError; nothing has changed then.
        """
        self.saving.emit(Saving(SaveState.SAVING))
        try:
            outcome = self.ledger.run(operation, origin)
        except NotSavedError as error:
            self.saving.emit(Saving(SaveState.NOT_SAVED, error.sentence))
            raise
        self.saving.emit(Saving(SaveState.SAVED))
        if outcome.step is not None and outcome.change is not None:
            self.undo_stack.push(_Command(outcome.step))
            self.changed.emit(outcome.change)
        return outcome.result

    def type(self, operation: Operation[T], origin: object | None = None) -> T:
        """Store what is being typed; the same as `run` for a field that keeps its own text."""
        return self.run(operation, origin)

    def adopt(self, outcome: Outcome[T], review_id: str | None = None) -> T:
        """Take in what was stored step by step, such as an import: undo, saving, views.

        `review_id` names the review whose history it belongs to; by default that which is open.
        """
        self.saving.emit(Saving(SaveState.SAVED))
        if outcome.step is not None and outcome.change is not None:
            stack = self._review_stacks.get(review_id or "", self.undo_stack)
            stack.push(_Command(outcome.step))
            self.changed.emit(outcome.change)
        return outcome.result

    def read(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a question about what is stored."""
        return self.ledger.read(query, *args, **kwargs)

    def undo(self) -> None:
        """Take back the last change; where that cannot be stored, nothing moves."""
        stack = self.undo_stack
        if stack.canUndo():
            self._replay(stack.command(stack.index() - 1), self.ledger.undo, stack.undo)

    def redo(self) -> None:
        """Take the change again that was taken back last."""
        stack = self.undo_stack
        if stack.canRedo():
            self._replay(stack.command(stack.index()), self.ledger.redo, stack.redo)

    def _replay(
        self, command: QUndoCommand, store: Callable[[Step], Change], move: Callable[[], None]
    ) -> None:
        if not isinstance(command, _Command):
            raise TypeError(command)
        try:
            change = store(command.step)
        except NotSavedError as error:
            self.saving.emit(Saving(SaveState.NOT_SAVED, error.sentence))
            raise
        move()
        self.saving.emit(Saving(SaveState.SAVED))
        self.changed.emit(change)

    def close(self) -> None:
        """Forget the history and let go of the file; `closing` comes first, for work under way."""
        self.closing.emit()
        for stack in (self._library_stack, *self._review_stacks.values()):
            stack.blockSignals(True)  # noqa: FBT003
            stack.clear()
        self.ledger.close()


class _Command(QUndoCommand):
    """One entry of the undo menu: a place for a step; the workspace does the storing.

    A command that raises would stay on the stack with the index moved, so it does nothing itself.
    """

    def __init__(self, step: Step) -> None:
        super().__init__(step.text)
        self.step = step

    def id(self) -> int:
        return 1 if self.step.merge_key is not None else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802
        return isinstance(other, _Command) and self.step.merge(other.step)
