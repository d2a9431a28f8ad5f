from __future__ import annotations

import pytest

from app.library import open_library
from app.operations.reviews import NewReview, add_review


@pytest.fixture
def ledger(tmp_path):
    ledger = open_library(tmp_path / "team.secondstory", create=True)
    yield ledger
    ledger.close()


@pytest.fixture
def review_id(ledger):
    return ledger.run(add_review(NewReview("Checkout down"))).result
