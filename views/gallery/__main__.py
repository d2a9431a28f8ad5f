"""Render the component sheet, light and dark: `python -m views.gallery OUT_FOLDER`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from views.gallery.sheet import ComponentSheet
from views.theme import Mode, Theme

_SIZE = (1440, 1860)


def main(arguments: list[str]) -> int:
    """Write components.png and components_dark.png; a second argument is the text factor."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out = Path(arguments[0] if arguments else ".")
    factor = float(arguments[1]) if len(arguments) > 1 else 1.0
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication(["gallery"])
    family = "Inter" if "Inter" in QFontDatabase.families() else ""
    theme = Theme(app, text_factor=factor, ui_family=family)
    theme.apply()
    theme.set_still(still=True)
    for mode, name in ((Mode.LIGHT, "components.png"), (Mode.DARK, "components_dark.png")):
        theme.set_mode(mode)
        sheet = ComponentSheet(theme)
        sheet.resize(*(round(side * factor) for side in _SIZE))
        sheet.show()
        app.processEvents()
        sheet.settle()
        for _ in range(5):
            app.processEvents()
        sheet.grab().save(str(out / name))
        sheet.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
