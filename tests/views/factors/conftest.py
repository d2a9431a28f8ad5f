"""A Factors page on screen, over a review with a few factors."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout

from app.operations.factor_links import link_factors, link_to_event
from app.operations.factors import add_evidence, add_factor, move_factors
from app.operations.timeline import add_event
from models.taxonomy import Category
from models.values import LinkKind
from tests.app.factories import quick
from tests.views.screen import put_on_screen
from views.factors.page import FactorsPage


@pytest.fixture
def page(context, feed, selection, shell, qtbot):
    window = shell.window()
    page = FactorsPage(context, feed, selection, window)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(page)
    put_on_screen(window, qtbot)
    settle()
    return page


def settle():
    for _ in range(4):
        QApplication.processEvents()


@pytest.fixture
def event(workspace, review_id):
    return workspace.run(add_event(review_id, quick("23:26 directory removed #decision")))


@pytest.fixture
def silent(workspace, review_id):
    """F1, without evidence."""
    return workspace.run(add_factor(review_id, Category.C6, "The tool is silent while it waits"))


@pytest.fixture
def late(workspace, review_id, silent):
    """F2, to the right of F1."""
    late = workspace.run(add_factor(review_id, Category.C11, "Late and alone"))
    workspace.run(move_factors({silent: (0.0, 0.0), late: (252.0, 0.0)}))
    return late


@pytest.fixture
def copy(workspace, review_id, late):
    """R1, below F1, shown by words."""
    copy = workspace.run(add_factor(review_id, Category.R5, "A copy taken by luck"))
    workspace.run(move_factors({copy: (0.0, 108.0)}))
    workspace.run(add_evidence(copy, "text", "The report says so"))
    return copy


@pytest.fixture
def linked(workspace, silent, late, copy, event):
    """F1 enables F2, R1 dampens the event."""
    workspace.run(link_factors(silent, late, LinkKind.ENABLES))
    workspace.run(link_to_event(copy, event, LinkKind.DAMPENS))
