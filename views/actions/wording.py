"""How the values of an action are called on the screen."""

from __future__ import annotations

from guides.action_set import PROMISED
from guides.strength import STRENGTH_WORDS
from models.values import ActionKind, ActionState, Effect, Horizon, Reach, Strength

KINDS: dict[ActionKind, str] = {
    ActionKind.PREVENT: "Make it less likely",
    ActionKind.DETECT: "Notice it sooner",
    ActionKind.CONTAIN: "Keep it small",
    ActionKind.RECOVER: "Come back faster",
    ActionKind.COORDINATE: "Work together better",
    ActionKind.LEARN: "Learn more",
}
REACHES: dict[Reach, str] = {
    Reach.SPOT: "Only this spot",
    Reach.CLASS: "The whole class",
    Reach.SEVERAL: "Several services",
}
HORIZONS: dict[Horizon, str] = {
    Horizon.SHORT: "Short",
    Horizon.MEDIUM: "Medium, months",
    Horizon.LONG: "Long, years",
}
STRENGTHS: dict[Strength, str] = {
    strength: f"{strength.value.capitalize()}: {said}" for strength, said in STRENGTH_WORDS.items()
}
EFFECTS: dict[Effect, str] = {
    Effect.MOVED: "It helped",
    Effect.PARTLY: "In part",
    Effect.NOT: "No change",
    Effect.UNKNOWN: "Not known",
}
UNANSWERED = frozenset({ActionState.IDEA, ActionState.SOAKING, ActionState.CANDIDATE})
"""Nobody has said yes or no."""
SET_ASIDE = frozenset({ActionState.DECLINED, ActionState.DROPPED})
ANSWERED = PROMISED
