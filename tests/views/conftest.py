"""The look that the tests of the views share."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from views.theme import Mode, Theme


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    look = Theme(qapp, mode=Mode.LIGHT, text_factor=1.0)
    look.apply()
    look.set_still(still=True)
    return look
