"""What can be done on the Explore page with questions and answers, each with what is said after."""

from __future__ import annotations

from functools import partial

from app.operations.answers import delete_answer, promote_answer
from app.operations.fields import Value, set_value
from app.operations.gaps import add_gap
from app.operations.ideas import park_idea
from app.operations.privacy import approve_quote
from app.operations.questions import NewQuestion, ask_in_turn, ask_question, delete_question
from guides.likely_category import likely_category
from guides.picking import Picked
from models.rows import AnswerRow, QuestionRow
from models.snapshot import Snapshot
from models.taxonomy import Probe, QuestionDepth
from models.values import Privacy, Stage
from views.context import Context
from views.explore.scene import Scene
from views.feed import SnapshotFeed
from views.line_sheet import LineSheet
from views.privacy import change_privacy


class ExploreActions:
    """Runs operations for the page and its parts; reads the review as it is stored now."""

    def __init__(self, context: Context, feed: SnapshotFeed) -> None:
        self._context = context
        self._feed = feed

    @property
    def snapshot(self) -> Snapshot:
        """The review as stored now."""
        return self._feed.snapshot

    def answer(self, answer_id: str) -> AnswerRow | None:
        """Give an answer by its id."""
        return next((row for row in self.snapshot.answers if row.id == answer_id), None)

    def ask_picked(self, scene: Scene, picked: Picked) -> str:
        """Ask a question of the bank; return its id."""
        found = picked.question
        new = NewQuestion(
            text=picked.text,
            event_id=scene.event_id,
            participant_id=scene.person_id,
            bank_id=found.id,
            probe=found.probe,
            depth=found.depth,
            sensitivity=found.sensitivity,
        )
        return self._context.workspace.run(ask_question(self._feed.review_id, new))

    def ask_own(self, scene: Scene, text: str, typed_text: str = "", then: str = "") -> str:
        """Ask in the facilitator's own words; a second half waits as an open question."""
        first = self._own(scene, text, typed_text)
        if then:
            asked = ask_in_turn(self._feed.review_id, first, self._own(scene, then))
        else:
            asked = ask_question(self._feed.review_id, first)
        return self._context.workspace.run(asked)

    def ask_cue(self, scene: Scene, text: str, probe: Probe) -> str:
        """Ask the follow-up to something that was heard; return its id."""
        new = NewQuestion(
            text=text,
            event_id=scene.event_id,
            participant_id=scene.person_id,
            probe=probe,
            depth=QuestionDepth.DEEPEN,
        )
        return self._context.workspace.run(ask_question(self._feed.review_id, new))

    def reword(self, question: QuestionRow, text: str) -> None:
        """Change the words of a question."""
        if text.strip() and text.strip() != question.text:
            change = set_value(QuestionRow, question.id, "text", text.strip())
            self._context.workspace.run(change)

    def set_answer(self, answer_id: str, column: str, value: Value) -> None:
        """Set one fact about an answer."""
        self._context.workspace.run(set_value(AnswerRow, answer_id, column, value))

    def approve_quote(self, answer_id: str, *, approved: bool) -> None:
        """Record whether an answer may be printed; it is opened to internal readers then."""
        self._context.workspace.run(approve_quote(AnswerRow.table, answer_id, approved))

    def set_privacy(self, answer_id: str, privacy: Privacy) -> None:
        """Set who may see an answer; what was off the record asks for a reason first."""
        change_privacy(self._context, AnswerRow, answer_id, privacy)

    def promote(self, answer_id: str) -> None:
        """Make a draft factor of an answer, or go to the one it became."""
        answer = self.answer(answer_id)
        if answer is None or not answer.text.strip():
            return
        if answer.factor_id is not None:
            self._context.shell.go_to_stage(Stage.FACTORS, answer.factor_id)
            return
        question = next(row for row in self.snapshot.questions if row.id == answer.question_id)
        category = likely_category(self.snapshot, question)
        factor_id = self._context.workspace.run(promote_answer(answer_id, category))
        code = next(row.code for row in self.snapshot.factors if row.id == factor_id)
        self._context.shell.toast(f"{code} drafted from this answer", undo=True)

    def note_gap(self, question: QuestionRow, event_id: str | None) -> None:
        """Keep a question that nobody here can answer as a gap."""
        self._context.workspace.run(add_gap(self._feed.review_id, question.text, event_id))
        self._context.shell.toast("Kept as an open question about the facts", undo=True)

    def delete_answer(self, answer_id: str) -> None:
        """Delete an answer with its chain."""
        self._context.workspace.run(delete_answer(answer_id))
        self._context.shell.toast("Answer deleted, with what hung below it", undo=True)

    def delete_question(self, question_id: str) -> None:
        """Delete a question with its answers."""
        self._context.workspace.run(delete_question(question_id))
        self._context.shell.toast("Question deleted, with its answers", undo=True)

    def park_idea(self, event_id: str | None) -> None:
        """Ask for an idea and set it aside until Actions."""
        sheet = LineSheet(
            self._context,
            "Park an idea",
            "It waits until Actions, so that this stays about what happened.",
            "Park it",
        )
        sheet.given.connect(partial(self._park, event_id))
        sheet.open()

    def _park(self, event_id: str | None, text: str, _option: str) -> None:
        parked = park_idea(self._feed.review_id, text, self._feed.today, event_id)
        self._context.workspace.run(parked)
        self._context.shell.toast("Parked until Actions", undo=True)

    def _own(self, scene: Scene, text: str, typed_text: str = "") -> NewQuestion:
        return NewQuestion(
            text=text,
            typed_text=typed_text,
            event_id=scene.event_id,
            participant_id=scene.person_id,
        )
