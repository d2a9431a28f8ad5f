"""The twelve condition categories and the five sources of resilience (method 4.2)."""

from __future__ import annotations

from dataclasses import dataclass

from models.taxonomy import Category, Probe


@dataclass(frozen=True, slots=True)
class CategoryGuide:
    """What a category is called, what it covers, and what to ask where nobody has looked yet."""

    category: Category
    title: str
    word: str
    """Its one-word name, below a coverage cell."""
    covers: str
    probe: str

    @property
    def code(self) -> str:
        """Its short name: `C6`."""
        return self.category.value


_C = Category
CATEGORIES: tuple[CategoryGuide, ...] = (
    CategoryGuide(
        _C.C1,
        "Change and software behaviour",
        "Change",
        "code, configuration, data, schema, feature flag, dormant defect",
        "What had changed, and what had long been there waiting?",
    ),
    CategoryGuide(
        _C.C2,
        "Dependencies and outside world",
        "Outside",
        "vendors, cloud, network, power, physical events, attack, law, calendar",
        "What happened outside our own walls?",
    ),
    CategoryGuide(
        _C.C3,
        "Load and capacity",
        "Load",
        "traffic, limits, queues, saturation, growth",
        "How close to its limits was everything that day?",
    ),
    CategoryGuide(
        _C.C4,
        "Architecture and coupling",
        "Coupling",
        "shared fate, retries, hidden dependency, single path, blast radius",
        "How did it travel from one part to the next?",
    ),
    CategoryGuide(
        _C.C5,
        "Observability and alerting",
        "Signals",
        "missing, late, noisy or misleading signals; errors that were swallowed or shouted",
        "What did the system tell people, and when?",
    ),
    CategoryGuide(
        _C.C6,
        "Tools and interfaces",
        "Tools",
        "consoles, command-line defaults, deploy and access tools, automation as team player",
        "What did the tools make easy and what hard?",
    ),
    CategoryGuide(
        _C.C7,
        "Knowledge and experience",
        "Knowledge",
        "documents, islands of knowledge, mental models, novelty, training",
        "Who knew what, and how did they come to know it?",
    ),
    CategoryGuide(
        _C.C8,
        "Coordination and roles",
        "Roles",
        "who does what, handoff, on-call, escalation, joining late",
        "How did people find each other and share the work?",
    ),
    CategoryGuide(
        _C.C9,
        "Communication and common ground",
        "Language",
        "channels, terms, customers, stakeholders, status",
        "What did the same words mean to different people?",
    ),
    CategoryGuide(
        _C.C10,
        "Work practice and process",
        "Practice",
        "runbook, review, testing, release path, workarounds, work as done",
        "How does this usually get done?",
    ),
    CategoryGuide(
        _C.C11,
        "Goals and production pressure",
        "Pressure",
        "deadlines, conflicting goals, incentives, workload, fatigue",
        "Which goals were pulling against each other?",
    ),
    CategoryGuide(
        _C.C12,
        "Organisation and ownership",
        "Ownership",
        "structure, staffing, budget, priorities, debt, policy, orphaned parts",
        "How did it come to be set up this way?",
    ),
    CategoryGuide(
        _C.R1,
        "Safeguard that held",
        "Safeguard",
        "design, limit, redundancy, canary",
        "What dampened the effects?",
    ),
    CategoryGuide(
        _C.R2,
        "Expertise",
        "Expertise",
        "cue recognised, colleague known, past incident remembered",
        "What did someone know that made the difference?",
    ),
    CategoryGuide(
        _C.R3,
        "Adaptation",
        "Adapting",
        "improvisation, borrowed capacity, extra hands",
        "What was improvised?",
    ),
    CategoryGuide(
        _C.R4,
        "Preparation",
        "Prepared",
        "game day, runbook, earlier action item",
        "What was ready before this day?",
    ),
    CategoryGuide(
        _C.R5,
        "Luck",
        "Luck",
        "timing, who happened to be there",
        "Where were we lucky?",
    ),
)
"""Every category, in the order of its code."""

GUIDE_TO: dict[Category, CategoryGuide] = {guide.category: guide for guide in CATEGORIES}
TECHNICAL = (_C.C1, _C.C2, _C.C3, _C.C4, _C.C5, _C.C6)
ABOUT_WORK = (_C.C7, _C.C8, _C.C9, _C.C10, _C.C11, _C.C12)
"""The human and organisational categories, of which a review holds at least one (F04)."""

_P = Probe
CATEGORIES_OF_PROBE: dict[Probe, tuple[Category, ...]] = {
    _P.CHANGE: (_C.C1,),
    _P.ASSUMPTION: (_C.C2,),
    _P.IMPACT: (_C.C3,),
    _P.LOAD: (_C.C3, _C.C11),
    _P.MODEL: (_C.C4,),
    _P.SURPRISE: (_C.C4,),
    _P.CUE: (_C.C5,),
    _P.OBSERVABILITY: (_C.C5,),
    _P.DISTINCTION: (_C.C5,),
    _P.TOOLS: (_C.C6,),
    _P.KNOWLEDGE: (_C.C7,),
    _P.EXPERIENCE: (_C.C7, _C.R2),
    _P.COORDINATION: (_C.C8,),
    _P.HELP: (_C.C8,),
    _P.COMMUNICATION: (_C.C9,),
    _P.COMMON_GROUND: (_C.C9,),
    _P.PERSPECTIVE: (_C.C9,),
    _P.WORK_AS_DONE: (_C.C10,),
    _P.WORKAROUND: (_C.C10, _C.R3),
    _P.GOAL: (_C.C11,),
    _P.PRESSURE: (_C.C11,),
    _P.TRADEOFF: (_C.C11,),
    _P.HISTORY: (_C.C12,),
    _P.RESILIENCE: (_C.R1, _C.R3, _C.R4),
    _P.LUCK: (_C.R5,),
}
"""Where the answer to a probe may lead; probes that lead anywhere are left out."""
