"""Read notes in a test as the app does."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from importers import IMPORTERS, Answers, ImportedRecord, Importer, Preview, Skipped, Source


def importer(key: str) -> Importer:
    return next(each for each in IMPORTERS if each.key == key)


def read(text: str, zone: str = "", day: str = "") -> tuple[list[ImportedRecord], list[Skipped]]:
    return parted(importer("notes").records(Source.of(text), answers(zone, day)))


def preview(text: str, zone: str = "", day: str = "") -> Preview:
    return importer("notes").preview(Source.of(text), answers(zone, day))


def answers(zone: str = "", day: str = "") -> Answers:
    return Answers(zone=zone, date=date.fromisoformat(day) if day else None)


def parted(
    items: Iterable[ImportedRecord | Skipped],
) -> tuple[list[ImportedRecord], list[Skipped]]:
    records: list[ImportedRecord] = []
    skipped: list[Skipped] = []
    for item in items:
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            records.append(item)
    return records, skipped


def utc(at: datetime | None) -> str | None:
    return at.strftime("%Y-%m-%d %H:%M:%S").removesuffix(":00") if at else None


def times(text: str, zone: str = "", day: str = "") -> list[str | None]:
    return [utc(record.at) for record in read(text, zone, day)[0]]
