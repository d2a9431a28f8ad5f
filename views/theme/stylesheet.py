"""The style sheet of the standard controls, filled from style.qss with colours and sizes.

In the template `$role` is a colour, `12dp` a length that grows with the text size, `px` one that
does not, and `@tick` a small picture in the colours of the scheme.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from string import Template

from views.theme.tokens import Scheme


def style_sheet(colours: Mapping[str, str], factor: float, scheme: Scheme) -> str:
    """Fill the template."""
    template = (files("views.theme") / "style.qss").read_text(encoding="utf-8")
    sized = re.sub(r"(\d+)dp", lambda found: f"{round(int(found[1]) * factor)}px", template)
    folder = Path(str(files("resources") / "themes")).as_posix()
    pictured = re.sub(r"@(\w+)", rf'url("{folder}/{scheme}-\1.svg")', sized)
    return Template(pictured).substitute(colours)
