from __future__ import annotations

import pytest

from app.library import open_library
from app.paths import HOME_VARIABLE, user_paths


@pytest.fixture(autouse=True)
def home(tmp_path_factory, monkeypatch):
    """Keep everything that the app writes for its user below one temporary folder."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    return user_paths()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library" / "team.secondstory"


@pytest.fixture
def ledger(path):
    ledger = open_library(path, create=True)
    yield ledger
    ledger.close()


@pytest.fixture
def theme(qapp):
    from views.theme import Theme

    look = Theme(qapp)
    look.set_still(still=True)
    return look
