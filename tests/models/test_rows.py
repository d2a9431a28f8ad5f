from __future__ import annotations

import dataclasses

from models import rows
from models.rows import FactorRow, Row
from models.taxonomy import Category

ROWS = [getattr(rows, name) for name in rows.__all__ if name not in {"Row", "Words"}]


def test_every_row_names_a_table_of_its_own():
    tables = [row.table for row in ROWS]
    assert len(set(tables)) == len(tables) == 33


def test_every_row_is_frozen_and_has_an_id_and_a_version():
    for row in ROWS:
        assert issubclass(row, Row)
        assert {"id", "version"} <= {field.name for field in dataclasses.fields(row)}


def test_a_factor_is_named_after_what_it_is():
    held = FactorRow(id="a", review_id="r", number=2, category=Category.R1, condition="Snapshot")
    condition = FactorRow(id="b", review_id="r", number=2, category=Category.C6, condition="Tool")
    assert (held.code, condition.code) == ("R2", "F2")
