from __future__ import annotations

import tomllib
from pathlib import Path

from exporters import palette

TOKENS = Path(__file__).resolve().parents[2] / "resources" / "themes" / "tokens.toml"
OTHER_NAMES = {"IMPACT_FULL": "impact2"}


def test_paper_has_the_colours_of_the_light_window() -> None:
    light = tomllib.loads(TOKENS.read_text(encoding="utf-8"))["color"]["light"]
    named = {name: value for name, value in vars(palette).items() if name.isupper()}
    assert named == {name: light[OTHER_NAMES.get(name, name.lower())] for name in named}
