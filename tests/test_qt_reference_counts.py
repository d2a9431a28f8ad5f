"""Keeps out a Qt that loses references: one such release aborted after some thousand keys."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.source_code import ROOT


def test_no_call_of_qt_loses_a_reference_to_none_or_true() -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "tests.qt_reference_probe"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    per_call: dict[str, float] = json.loads(answer.stdout)
    assert len(per_call) > 20
    assert {name: lost for name, lost in per_call.items() if lost < -0.1} == {}
