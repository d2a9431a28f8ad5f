from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from exporters import EXPORTERS, exporter
from exporters.document import Paragraph, words
from models.errors import ReviewError
from models.values import ExportFormat
from tests.exporters.blocks import document

ROOT = Path(__file__).resolve().parents[2]


def test_each_format_writes_a_document() -> None:
    told = document(Paragraph(key="p", runs=words("One.")))
    assert [(found.key, found.suffix) for found in EXPORTERS] == [
        (ExportFormat.DOCX, ".docx"),
        (ExportFormat.MD, ".md"),
    ]
    assert all(found.write(told) for found in EXPORTERS)


def test_a_format_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(ReviewError, match="“pdf” cannot be written yet; these can: docx, md"):
        exporter(ExportFormat.PDF)


def test_drawing_the_lanes_loads_no_writer() -> None:
    code = (
        "import sys, exporters, exporters.figures.lanes\n"
        "print(sorted({'docx', 'lxml', 'markdown', 'resvg_py', 'PySide6'} & set(sys.modules)))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert told.stdout.strip() == "[]"
