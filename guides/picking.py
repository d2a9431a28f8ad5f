"""Three to five questions for one event and one person, chosen by what is still unknown (I01)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from guides.coverage import SIDE_OF, Side
from guides.moment import Moment, opening
from guides.question_bank import Question
from guides.scoring import fits_event, points_of
from guides.statement_cues import Cue, heard_in
from models.phrases import sentence_case
from models.taxonomy import Probe, QuestionDepth, Sensitivity
from models.values import EventKind, Stage

MOST = 5
FEWEST = 3
_PROBES_SHOWN = 3
_OPEN_BEFORE_CONDITIONS = 2

_P = Probe
FIRST_PROBES: dict[EventKind, tuple[Probe, ...]] = {
    EventKind.DETECTION: (_P.CUE, _P.TYPICALITY, _P.COORDINATION),
    EventKind.ALERT: (_P.DISTINCTION, _P.LOAD, _P.WORK_AS_DONE),
    EventKind.CUSTOMER_REPORT: (_P.COORDINATION, _P.PERSPECTIVE, _P.IMPACT),
    EventKind.ESCALATION: (_P.HELP, _P.KNOWLEDGE, _P.TRADEOFF),
    EventKind.JOIN: (_P.COMMON_GROUND, _P.COORDINATION, _P.EXPECTATION),
    EventKind.DIAGNOSIS: (_P.MODEL, _P.TOOLS, _P.OBSERVABILITY),
    EventKind.DECISION: (_P.OPTIONS, _P.GOAL, _P.PRESSURE),
    EventKind.DEPLOY: (_P.HISTORY, _P.KNOWLEDGE, _P.TOOLS),
    EventKind.CONFIG: (_P.HISTORY, _P.MODEL, _P.CHANGE),
    EventKind.AUTOMATION: (_P.EXPECTATION, _P.MODEL, _P.OBSERVABILITY),
    EventKind.COMMUNICATION: (_P.COMMON_GROUND, _P.COMMUNICATION, _P.PRESSURE),
    EventKind.MITIGATION: (_P.SENSE, _P.EXPECTATION, _P.FORESIGHT),
    EventKind.ROLLBACK: (_P.SENSE, _P.EXPECTATION, _P.FORESIGHT),
    EventKind.RECOVERY: (_P.CUE, _P.PERSPECTIVE, _P.RESILIENCE),
    EventKind.WORKAROUND: (_P.WORK_AS_DONE, _P.TRADEOFF, _P.RESILIENCE),
    EventKind.SURPRISE: (_P.SURPRISE, _P.MODEL, _P.KNOWLEDGE),
    EventKind.HANDOFF: (_P.COMMON_GROUND, _P.PERSPECTIVE, _P.GAP),
    EventKind.WAITING: (_P.GAP, _P.COORDINATION, _P.PERSPECTIVE),
    EventKind.VENDOR: (_P.COORDINATION, _P.ASSUMPTION, _P.CHANGE),
    EventKind.CLOSING: (_P.CUE, _P.PERSPECTIVE, _P.LEARNING),
    EventKind.NORMAL: (_P.WORK_AS_DONE, _P.EXPECTATION, _P.PERSPECTIVE),
}
"""Which probes come first for a kind of event, where the points are equal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where the questions are asked."""

    stage: str = Stage.EXPLORE
    in_meeting: bool = False
    last_answer: str = ""
    """What was just said; its cue puts a matching probe first."""
    slots: Mapping[str, str] = field(default_factory=dict)
    """What `{time}`, `{artefact}`, `{role}`, `{their words}` and `{channel}` stand for."""
    passed_over: frozenset[str] = frozenset()
    """Ids already shown and not wanted ("Other questions")."""


@dataclass(frozen=True, slots=True)
class Picked:
    """A question to show, its slots filled, and why it was chosen."""

    question: Question
    text: str
    then: str
    score: float
    reason: str
    """In words: `Nothing known yet about pressure; fits this moment: decision`."""


def pick(
    bank: Iterable[Question], moment: Moment, setting: Setting | None = None, most: int = MOST
) -> tuple[Picked, ...]:
    """Return the best questions, at most `most`, of at least three probes where there are three."""
    setting = setting or Setting()
    cue = _cue(setting.last_answer)
    able = [q for q in bank if _may_be_asked(q, moment, setting)]
    fitting = [q for q in able if fits_event(q, moment)]
    candidates = _in_order(fitting if len(fitting) >= FEWEST else able, moment, setting, cue)
    return _choose(candidates, moment, most)


def pick_for_side(
    bank: Iterable[Question], side: Side, moment: Moment, setting: Setting | None = None
) -> Picked | None:
    """Return the best question for an empty side of the coverage grid (I10)."""
    of_side = [question for question in bank if SIDE_OF[question.probe] is side]
    return next(iter(pick(of_side, moment, setting, most=1)), None)


def _may_be_asked(question: Question, moment: Moment, setting: Setting) -> bool:
    return (
        question.stage == setting.stage
        and (setting.in_meeting or not question.meeting_only)
        and not (setting.in_meeting and question.sensitivity is Sensitivity.HIGH)
        and question.id not in setting.passed_over
        and not (moment.person is not None and question.id in moment.asked_ids)
        and all(setting.slots.get(slot, "").strip() for slot in question.slots)
    )


def _in_order(
    questions: Iterable[Question], moment: Moment, setting: Setting, cue: Cue | None
) -> list[Picked]:
    picked = [_picked(question, moment, setting, cue) for question in questions]
    picked.sort(key=lambda each: (-each.score, _habit(each.question, moment), each.question.id))
    if cue is not None:
        first = next((each for each in picked if each.question.probe in cue.probes), None)
        if first is not None:
            picked.remove(first)
            picked.insert(0, first)
    return picked


def _picked(question: Question, moment: Moment, setting: Setting, cue: Cue | None) -> Picked:
    points = points_of(question, moment, cue)
    said = sorted((each for each in points if each.words), key=lambda each: each.rank)
    return Picked(
        question,
        _filled(question.text, setting.slots),
        _filled(question.then, setting.slots),
        sum(each.points for each in points),
        sentence_case("; ".join(each.words for each in said[:2])),
    )


def _choose(candidates: list[Picked], moment: Moment, most: int) -> tuple[Picked, ...]:
    chosen: list[Picked] = []
    left = list(candidates)
    while left and len(chosen) < most:
        place = next((n for n, each in enumerate(left) if _goes_with(each, chosen, moment)), None)
        if place is None:
            break
        kinds_wanted = _PROBES_SHOWN - len({each.question.probe for each in chosen})
        if most - len(chosen) <= kinds_wanted:
            place = _new_probe(left, chosen, moment, otherwise=place)
        chosen.append(left.pop(place))
    return tuple(chosen)


def _new_probe(left: list[Picked], chosen: list[Picked], moment: Moment, *, otherwise: int) -> int:
    probes = {each.question.probe for each in chosen}
    fits = (
        place
        for place, each in enumerate(left)
        if each.question.probe not in probes and _goes_with(each, chosen, moment)
    )
    return next(fits, otherwise)


def _goes_with(each: Picked, chosen: list[Picked], moment: Moment) -> bool:
    if opening(each.text) in {opening(other.text) for other in chosen}:
        return False
    conditions = sum(other.question.depth is QuestionDepth.CONDITION for other in chosen)
    early = moment.open_answered < _OPEN_BEFORE_CONDITIONS
    one_more = each.question.depth is QuestionDepth.CONDITION
    return not (early and one_more and conditions >= 1)


def _habit(question: Question, moment: Moment) -> tuple[int, int]:
    first = FIRST_PROBES[moment.event.kind] if moment.event else ()
    rank = first.index(question.probe) if question.probe in first else len(first)
    return rank, list(QuestionDepth).index(question.depth)


def _filled(text: str, slots: Mapping[str, str]) -> str:
    for slot, words in slots.items():
        text = text.replace(f"{{{slot}}}", words)
    return text


def _cue(answer: str) -> Cue | None:
    heard = heard_in(answer)
    return heard[0].cue if heard else None
