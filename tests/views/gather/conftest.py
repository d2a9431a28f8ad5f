"""A Gather page on the screen, and records in its tray."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QVBoxLayout

from models.queries.snapshots import snapshot
from models.values import Privacy
from tests.app.factories import at, put_record, put_source
from tests.views.screen import put_on_screen
from views.gather.page import GatherPage
from views.widgets.overlay import Overlay


@pytest.fixture
def make_page(context, feed, selection, shell, qtbot) -> Callable[[], GatherPage]:
    def make():
        page = GatherPage(context, feed, selection)
        window = shell.window()
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        put_on_screen(window, qtbot)
        return page

    return make


@pytest.fixture
def source_id(workspace, review_id) -> str:
    return put_source(workspace.ledger, review_id, name="#production")


@pytest.fixture
def records(workspace, review_id, source_id) -> list[str]:
    """Three records of a source: 14:02, 14:05, 14:20."""
    return [
        put_record(
            workspace.ledger, review_id, source_id, text, at=at(clock), time_text=clock, zone="UTC"
        )
        for clock, text in (("14:02", "first page"), ("14:05", "somebody looks"), ("14:20", "done"))
    ]


@pytest.fixture
def stored(workspace, review_id):
    """Give what the library holds of the review now."""
    return lambda: workspace.read(snapshot, review_id, Privacy.PRIVATE)


def pasted(text) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def png(side=40, colour="navy") -> bytes:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def sheet_of(page):
    """Give the sheet that lies over the window, or None."""
    shown = page.context.shell.window().findChildren(Overlay)
    return next((sheet for sheet in reversed(shown) if sheet.isVisible()), None)


def said_in(page):
    """Give the rows of the list as a screen reader says them."""
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]
