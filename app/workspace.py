"""The open library as the window sees it: one way in (`run`), one way out (`changed`)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack
from sqlalchemy.orm import Session

from app.changes import Change
from app.errors import NotSavedError
from app.held import Held, HeldTexts
from app.ledger import Ledger, Outcome, Step
from app.operations.base import Operation
from app.rescue import PLACE_GONE, RescueFile
from app.saving import SaveState, Saving

P = ParamSpec("P")
T = TypeVar("T")


class Workspace(QObject):
    """Runs operations, keeps the undo stacks, tells the views what changed."""

    changed = Signal(object)  # Change
    saving = Signal(object)  # Saving
    review_switched = Signal(object)  # the id of the open review, or None
    closing = Signal()
    text_put_aside = Signal(str)  # a sentence: a typed text whose row is gone, and where it is kept

    def __init__(
        self, ledger: Ledger, parent: QObject | None = None, *, rescue_folder: Path | None = None
    ) -> None:
        super().__init__(parent)
        self.ledger = ledger
        self._library_stack = QUndoStack(self)
        self._review_stacks: dict[str, QUndoStack] = {}
        self._review_id: str | None = None
        self._held = HeldTexts(RescueFile(ledger.library_id, rescue_folder))
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.timeout.connect(self._on_retry)

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
        """Carry out an operation, save it, and announce it; texts that wait go first.

        Raises NotSavedError or LibraryReadOnlyError; nothing has changed then.
        """
        self._flush_held()
        self.saving.emit(Saving(SaveState.SAVING))
        try:
            outcome = self.ledger.run(operation, origin)
        except NotSavedError as error:
            self.saving.emit(Saving(SaveState.NOT_SAVED, error.sentence))
            raise
        self.saving.emit(Saving(SaveState.SAVED))
        self._announce(outcome, self.undo_stack)
        return outcome.result

    def type(self, operation: Operation[Any], origin: object | None = None) -> None:
        """Store a text that is being typed; where the disk does not take it, hold it.

        Another program that holds the file is waited for no longer than a window may stand still.
        A held text lies in memory and in the rescue file, and is tried again by itself. Raises
        LibraryReadOnlyError.
        """
        held = Held(operation, origin, self.undo_stack)
        if self._held:
            self._held.hold(held)
            self._say_not_saved()
            return
        self.saving.emit(Saving(SaveState.SAVING))
        try:
            self._store(held)
        except NotSavedError as error:
            self._held.hold(held, error)
            self._wait()
        except PLACE_GONE:
            self.text_put_aside.emit(self._held.put_aside(held))
            self.saving.emit(Saving(SaveState.SAVED))
        else:
            self.saving.emit(Saving(SaveState.SAVED))

    def try_again(self) -> bool:
        """Try at once to store the texts that wait; whether none is left."""
        try:
            self._flush_held()
        except NotSavedError:
            return False
        return True

    @property
    def held(self) -> int:
        """How many texts wait until they can be saved."""
        return len(self._held)

    @property
    def may_close(self) -> bool:
        """Whether nothing typed would be lost by closing now."""
        return not self._held or self._held.in_rescue_file

    def _flush_held(self) -> None:
        if not self._held:
            return
        try:
            sentences = self._held.flush(self._store)
        except NotSavedError:
            self._wait()
            raise
        self._retry.stop()
        self.saving.emit(Saving(SaveState.SAVED))
        for sentence in sentences:
            self.text_put_aside.emit(sentence)

    def _store(self, held: Held) -> None:
        stack = held.history
        if not isinstance(stack, QUndoStack):
            raise TypeError(stack)
        outcome = self.ledger.run(held.operation, held.origin, hurried=True)
        self._announce(outcome, stack)

    def _announce(self, outcome: Outcome[Any], stack: QUndoStack) -> None:
        if outcome.step is not None and outcome.change is not None:
            stack.push(_Command(outcome.step))
            self.changed.emit(outcome.change)

    def _wait(self) -> None:
        self._retry.start(round(self._held.wait_s * 1000))
        self._say_not_saved()

    def _say_not_saved(self) -> None:
        problem = self._held.problem
        self.saving.emit(
            Saving(
                SaveState.NOT_SAVED,
                problem.sentence if problem else "",
                held=len(self._held),
                in_rescue_file=self._held.in_rescue_file,
                next_try_s=max(0.0, self._retry.remainingTime() / 1000),
            )
        )

    @Slot()
    def _on_retry(self) -> None:
        self.try_again()

    def adopt(self, outcome: Outcome[T], review_id: str | None = None) -> T:
        """Take in what was stored step by step, such as an import: undo, saving, views.

        `review_id` names the review whose history it belongs to; by default that which is open.
        """
        self.saving.emit(Saving(SaveState.SAVED))
        self._announce(outcome, self._review_stacks.get(review_id or "", self.undo_stack))
        return outcome.result

    def read(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a question about what is stored."""
        return self.ledger.read(query, *args, **kwargs)

    def undo(self) -> None:
        """Take back the last change; where that cannot be stored, nothing moves."""
        self._flush_held()
        stack = self.undo_stack
        if stack.canUndo():
            self._replay(stack.command(stack.index() - 1), self.ledger.undo, stack.undo)

    def redo(self) -> None:
        """Take the change again that was taken back last."""
        self._flush_held()
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
        """Store what waits or leave it in the rescue file, forget the history, let go of the file.

        Ask `may_close` first. `closing` comes before all, for work under way.
        """
        self.closing.emit()
        self.try_again()
        self._retry.stop()
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
