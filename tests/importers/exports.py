"""Small Slack exports, written by us, for tests."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

from importers import Answers, ImportedRecord, Skipped, Source
from tests.importers.notes_of import importer, parted

NADIA = {
    "id": "U1",
    "name": "nadia",
    "real_name": "Nadia Berg",
    "tz": "Pacific/Auckland",
    "profile": {"display_name": "Nadia", "email": "nadia@example.org"},
}
PAGER = {"id": "U9", "name": "pager", "is_bot": True, "profile": {"real_name": "Pager"}}
INCIDENT = {"id": "C1", "name": "incident"}
DAY = "2026-03-04"


def message(text: str = "looking", ts: str = "1772632920.000100", **more: Any) -> dict[str, Any]:
    return {"type": "message", "user": "U1", "text": text, "ts": ts, **more}


def write_export(
    folder: Path,
    messages: object,
    *,
    channel: str = "incident",
    lists: dict[str, object] | None = None,
) -> Path:
    given: dict[str, object] = {"users.json": [NADIA, PAGER], "channels.json": [INCIDENT]}
    for name, value in {**given, **(lists or {})}.items():
        if value is not None:
            write(folder / name, value)
    write(folder / channel / f"{DAY}.json", messages)
    return folder


def write(file: Path, value: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(value, bytes):
        file.write_bytes(value)
    else:
        file.write_text(json.dumps(value), encoding="utf-8")


def zipped(folder: Path, below: str = "") -> Path:
    archive = folder.with_suffix(".zip")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(folder.rglob("*")):
            packed.write(file, below + file.relative_to(folder).as_posix())
    return archive


def read_slack(path: Path) -> tuple[list[ImportedRecord], list[Skipped]]:
    return parted(importer("slack").records(Source.of(path), Answers()))


def read_one(folder: Path, **more: Any) -> ImportedRecord:
    (record,), skipped = read_slack(write_export(folder, [message(**more)]))
    assert not skipped
    return record
