"""How severe an incident counts, in plain steps, where nobody agreed on other ones (P08)."""

from __future__ import annotations

SEVERITY_STEPS: tuple[tuple[str, str], ...] = (
    ("SEV 1", "most customers cannot do what they came for, or data is lost"),
    ("SEV 2", "many are hindered, or there is no way around it"),
    ("SEV 3", "some are hindered, and there is a way around it"),
    ("SEV 4", "nobody outside notices"),
)
"""What it is called and what it means, the gravest first. Write down what held at the time."""


def severity_guide() -> str:
    """Return the steps as lines for a screen."""
    return "\n".join(f"{step}: {meaning}" for step, meaning in SEVERITY_STEPS)
