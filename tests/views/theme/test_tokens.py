"""The tokens hold together, and every pair of colours can be read."""

from __future__ import annotations

from importlib.resources import files

import pytest

from models.values import EventKind
from views.theme.contrast import contrast
from views.theme.tokens import Scheme, read_tokens

TOKENS = read_tokens()
PAIRS = [(scheme, pair) for scheme in Scheme for pair in TOKENS.pairs[scheme]]


def colours_of(scheme: Scheme, pair: str) -> tuple[str, str]:
    known = TOKENS.colours[scheme]
    for at in range(len(pair)):
        if pair.startswith("_on_", at) and pair[:at] in known:
            background = pair[at + 4 :]
            return pair[:at], background if background in known else f"on_{background}"
    raise AssertionError(f"{pair} names no two colours")


def is_mark(role: str) -> bool:
    return role == "border" or role.endswith("_line")


@pytest.mark.parametrize(("scheme", "pair"), PAIRS)
def test_every_pair_the_design_uses_can_be_told_apart(scheme: Scheme, pair: str) -> None:
    front, back = colours_of(scheme, pair)
    ratio = contrast(TOKENS.colours[scheme][front], TOKENS.colours[scheme][back])

    assert ratio >= (3.0 if is_mark(front) else 4.5)
    assert ratio == pytest.approx(TOKENS.pairs[scheme][pair], abs=0.02)


def test_contrast_knows_its_ends() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#777777") == pytest.approx(1.0)


def test_both_schemes_name_the_same_colours() -> None:
    assert set(TOKENS.colours[Scheme.LIGHT]) == set(TOKENS.colours[Scheme.DARK])


def test_every_kind_of_event_has_an_icon() -> None:
    assert [kind for kind in EventKind if f"kind.{kind}" not in TOKENS.icons] == []


@pytest.mark.parametrize("scheme", Scheme)
def test_the_small_pictures_wear_the_colours_of_their_scheme(scheme: Scheme) -> None:
    wanted = {"tick": "on_accent", "down": "ink2", "up": "ink2", "right": "ink2"}

    for name, role in wanted.items():
        picture = (files("resources") / "themes" / f"{scheme}-{name}.svg").read_text()
        assert TOKENS.colours[scheme][role] in picture
