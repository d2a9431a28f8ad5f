"""A how-chain as rows of its tree, with the rung that is being written in its place."""

from __future__ import annotations

from guides.how_chain import AnswerNode, QuestionNode, rung_title
from models.rows import AnswerRow, QuestionRow
from views.explore.chain_model import RungView
from views.explore.rung_edit import RungEdit
from views.explore.scene import Scene
from views.widgets.chain_tree import ChainNode

_NOTHING_SAID = "Nothing said yet"


def chain_rows(scene: Scene, above: AnswerNode, edit: RungEdit) -> tuple[RungView, ...]:
    """Return the rungs under an answer; a new rung stands last among its siblings."""
    rows = [view for node in above.follow_ups for view in _views(scene, node, edit)]
    known = {node.question.id for node in above.follow_ups}
    if edit.is_new and edit.parent_answer_id == above.answer.id and edit.question_id not in known:
        node = ChainNode(edit.title, edit.text, hint=_NOTHING_SAID)
        rows.append(RungView(edit.question_id, edit.answer_id, node))
    return tuple(rows)


def _views(scene: Scene, node: QuestionNode, edit: RungEdit) -> list[RungView]:
    if not node.answers:
        writing = edit.question_id == node.question.id
        shown = _shown(scene, node.question, None)
        return [RungView(node.question.id, edit.answer_id if writing else "", shown)]
    return [
        RungView(
            node.question.id,
            found.answer.id,
            _shown(scene, node.question, found.answer),
            chain_rows(scene, found, edit),
        )
        for found in node.answers
    ]


def _shown(scene: Scene, question: QuestionRow, answer: AnswerRow | None) -> ChainNode:
    title = rung_title(question.rung)
    if answer is None or not answer.text.strip():
        return ChainNode(title, question.text, hint=_NOTHING_SAID)
    said = f"\u201c{answer.text}\u201d" if answer.verbatim else answer.text
    factor = scene.factor(answer.factor_id)
    return ChainNode(title, question.text, said, factor.code if factor else "")
