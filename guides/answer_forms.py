"""What an answer is, and the question that leads back to a description (I04)."""

from __future__ import annotations

from models.values import AnswerForm

FORM_TITLES: dict[AnswerForm, str] = {
    AnswerForm.DESCRIPTION: "Description",
    AnswerForm.EXPLANATION: "Explanation",
    AnswerForm.OPINION: "Opinion",
}

_WAYS_BACK: dict[AnswerForm, str] = {
    AnswerForm.EXPLANATION: "What did you see or hear just then that told you so?",
    AnswerForm.OPINION: "What happened that this is built on?",
}


def way_back(form: AnswerForm) -> str:
    """Return a question back to what happened; nothing where the answer describes already."""
    return _WAYS_BACK.get(form, "")
