"""What the facets of a factor are called on the screen (method 4.3, 4.4)."""

from __future__ import annotations

from models.values import Confidence, FactorLevel, FactorRole, Fate, LinkKind

ROLE_WORDS: dict[FactorRole, str] = {
    FactorRole.TRIGGER: "Set it off",
    FactorRole.ENABLER: "Made it possible",
    FactorRole.AMPLIFIER: "Made it worse",
    FactorRole.MISSING_DEFENCE: "A defence that was not there",
    FactorRole.DIFFICULTY: "Made handling it hard",
    FactorRole.MITIGATOR: "Held or eased it",
}
LEVEL_WORDS: dict[FactorLevel, str] = {
    FactorLevel.TECHNICAL: "Technical",
    FactorLevel.WORK: "Work and people",
    FactorLevel.COMPANY: "Team and company",
    FactorLevel.OUTSIDE: "Outside",
}
SPOKE_WORDS: dict[str, str] = {
    "": "Not about signals",
    "signal": "It said so in time",
    "exception": "It raised it properly",
    "silent_assassin": "It kept silent",
    "fake_kingpin": "It pointed elsewhere",
}
CONFIDENCE_WORDS: dict[Confidence, str] = {
    Confidence.RECORDED: "recorded",
    Confidence.INFERRED: "inferred",
    Confidence.DISPUTED: "disputed",
}
FATE_WORDS: dict[Fate, str] = {
    Fate.OPEN: "Open, or answered by an action",
    Fate.ACCEPTED: "Accepted as it is",
}


def link_kinds(*, held: bool, to_event: bool) -> tuple[LinkKind, ...]:
    """Return the kinds a link may have, the likeliest first."""
    kinds = [
        LinkKind.ENABLES,
        LinkKind.AMPLIFIES,
        LinkKind.MASKS,
        LinkKind.DELAYS,
        LinkKind.INTERACTS,
        LinkKind.DAMPENS,
        LinkKind.ACTS_AT,
    ]
    kinds.remove(LinkKind.INTERACTS if to_event else LinkKind.ACTS_AT)
    first = LinkKind.DAMPENS if held else LinkKind.ACTS_AT if to_event else LinkKind.ENABLES
    return (first, *(kind for kind in kinds if kind is not first))
