from __future__ import annotations

from pathlib import Path

import pytest

from importers import UnknownFormatError, UnreadableSourceError, importer_for


def test_a_file_that_nothing_recognises_is_named_with_what_to_drop_instead(tmp_path: Path) -> None:
    picture = tmp_path / "graph.slack.zip"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    with pytest.raises(UnknownFormatError, match=r"graph\.slack\.zip .* Slack export"):
        importer_for(picture)


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSourceError, match=r"notes\.txt could not be opened"):
        importer_for(tmp_path / "notes.txt")
