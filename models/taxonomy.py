"""Values that the question bank and the factor coverage are tagged with (method 2.2 and 4.2)."""

from __future__ import annotations

from enum import StrEnum


class Probe(StrEnum):
    """What a question brings up."""

    CUE = "cue"
    EXPECTATION = "expectation"
    GOAL = "goal"
    OPTIONS = "options"
    KNOWLEDGE = "knowledge"
    EXPERIENCE = "experience"
    MODEL = "model"
    TYPICALITY = "typicality"
    DISTINCTION = "distinction"
    FORESIGHT = "foresight"
    PRESSURE = "pressure"
    TRADEOFF = "tradeoff"
    TOOLS = "tools"
    OBSERVABILITY = "observability"
    LOAD = "load"
    UNCERTAINTY = "uncertainty"
    HELP = "help"
    COORDINATION = "coordination"
    COMMUNICATION = "communication"
    COMMON_GROUND = "common_ground"
    PERSPECTIVE = "perspective"
    HISTORY = "history"
    WORK_AS_DONE = "work_as_done"
    WORKAROUND = "workaround"
    CHANGE = "change"
    ASSUMPTION = "assumption"
    RESILIENCE = "resilience"
    LUCK = "luck"
    IMPACT = "impact"
    SURPRISE = "surprise"
    GAP = "gap"
    SAFETY = "safety"
    LEARNING = "learning"
    SIDE_EFFECT = "side_effect"
    MEASURE = "measure"
    PATTERN = "pattern"
    SENSE = "sense"


class QuestionDepth(StrEnum):
    """How deep a question goes."""

    OPEN = "open"
    DEEPEN = "deepen"
    CONDITION = "condition"
    GENERALISE = "generalise"
    CLOSE = "close"


class Sensitivity(StrEnum):
    """Where a question may be asked; high means a private talk only."""

    LOW = "low"
    MED = "med"
    HIGH = "high"


class Category(StrEnum):
    """Where a factor belongs: conditions C1-C12, sources of resilience R1-R5."""

    C1 = "C1"
    C2 = "C2"
    C3 = "C3"
    C4 = "C4"
    C5 = "C5"
    C6 = "C6"
    C7 = "C7"
    C8 = "C8"
    C9 = "C9"
    C10 = "C10"
    C11 = "C11"
    C12 = "C12"
    R1 = "R1"
    R2 = "R2"
    R3 = "R3"
    R4 = "R4"
    R5 = "R5"

    @property
    def is_resilience(self) -> bool:
        """Whether factors of this category held rather than contributed."""
        return self.value.startswith("R")
