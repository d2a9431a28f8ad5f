from __future__ import annotations

import pytest

from app.library import open_library
from app.operations.reviews import NewReview, add_review
from tests.app.commands import CommandLine


@pytest.fixture
def ledger(tmp_path):
    ledger = open_library(tmp_path / "team.secondstory", create=True)
    yield ledger
    ledger.close()


@pytest.fixture
def review_id(ledger):
    return ledger.run(add_review(NewReview("Checkout down"))).result


@pytest.fixture
def command_line(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("SECOND_STORY_HOME", str(tmp_path / "home"))
    return CommandLine(tmp_path / "team.secondstory", capsys, monkeypatch)
