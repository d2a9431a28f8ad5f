"""The command that brings material in: import."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from app.arrived import Arrived
from app.backup import Reason
from app.commands.call import AnswerNeededError, Call, NotUnderstoodError
from app.commands.reviews import find_review
from app.importing import import_all, plan_import
from app.ledger import Ledger
from app.operations.records import promote_all, promote_timed
from importers import (
    Answers,
    ImportedRecord,
    Importer,
    Missing,
    Preview,
    Skipped,
    Source,
    importer_for,
)
from models.phrases import counted, sentence_case
from models.times.show import full_time
from models.times.zones import zone_key

EXAMPLES, MOST_PLACES = 3, 1000
PROMOTIONS = {"all": promote_all, "timed": promote_timed}
STDIN = "-"
FLAGS = {
    Missing.ZONE: "--zone, such as --zone Europe/Amsterdam or --zone +02:00",
    Missing.DATE: "--date, such as --date 2017-01-31",
}


@dataclass(slots=True)
class _Heard:
    """What passed by that a person should know about."""

    skipped: dict[str, list[str]] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)

    def listen(
        self, items: Iterable[ImportedRecord | Skipped]
    ) -> Iterator[ImportedRecord | Skipped]:
        for item in items:
            if isinstance(item, Skipped):
                places = self.skipped.setdefault(item.reason, [])
                if len(places) < MOST_PLACES:
                    places.append(item.place)
            elif item.missing:
                said = item.doubt or f"“{item.time_text}” is not certain"
                self.doubts.append(f"{item.place}: {said}")
            yield item


def bring_in(call: Call) -> None:
    """Import a file into a review, and print what came in and what was skipped and why.

    Raises AnswerNeededError where the times need a zone or a date that the source does not give.
    """
    arguments = call.arguments
    answers = Answers(zone=zone_key(arguments.zone) if arguments.zone else "", date=arguments.date)
    with call.writing(create=True) as ledger:
        review_id = find_review(ledger, arguments.review)
        source = _source(call)
        importer = importer_for(source)
        preview = importer.preview(source, answers)
        _ask_for_what_is_missing(preview, source)
        ledger.backup(call.paths.backups, Reason.IMPORT)
        arrived, heard = _bring(ledger, review_id, source, importer, answers)
        events = _promote(ledger, review_id, arrived, arguments.promote)
    if call.as_json:
        call.tell(_as_json(review_id, importer, preview, arrived, heard, events))
    else:
        call.say(*_lines(source, importer, preview, arrived, heard, events))


def _source(call: Call) -> Source:
    file = call.arguments.file
    if file == STDIN:
        return Source.of(call.stdin.read())
    path = Path(file)
    if not path.exists():
        raise NotUnderstoodError(f"There is no file {path}. Check its name and folder.")
    return Source.of(path)


def _ask_for_what_is_missing(preview: Preview, source: Source) -> None:
    asked = [question for question in preview.questions if question.missing in FLAGS]
    if not asked:
        return
    sentences = [
        f"{question.sentence} Say it with {FLAGS[question.missing]}. "
        f"{sentence_case(counted(question.count, 'time waits', 'times wait'))} for it: "
        f"{'; '.join(each.rstrip('.') for each in question.examples)}."
        for question in asked
    ]
    raise AnswerNeededError(f"{source.name}: {' '.join(sentences)} Nothing was brought in yet.")


def _bring(
    ledger: Ledger, review_id: str, source: Source, importer: Importer, answers: Answers
) -> tuple[Arrived, _Heard]:
    heard = _Heard()
    plan = plan_import(review_id, source, importer, answers)
    items = heard.listen(importer.records(source, answers))
    return import_all(ledger, plan, items).result, heard


def _promote(
    ledger: Ledger, review_id: str, arrived: Arrived, wanted: str | None
) -> tuple[str, ...]:
    if wanted is None or arrived.source_id is None:
        return ()
    return ledger.run(PROMOTIONS[wanted](review_id, arrived.source_id)).result


def _lines(
    source: Source,
    importer: Importer,
    preview: Preview,
    arrived: Arrived,
    heard: _Heard,
    events: tuple[str, ...],
) -> Iterator[str]:
    yield f"{source.name} ({importer.title}): {arrived.sentence}"
    yield from preview.notes
    if arrived.added and preview.first and preview.last:
        yield f"From {full_time(preview.first, 'UTC')} to {full_time(preview.last, 'UTC')}."
    if arrived.untimed:
        yield f"{sentence_case(counted(arrived.untimed, 'record has', 'records have'))} no time."
    for reason, count in arrived.skipped:
        yield f"Skipped {count}: {reason}{_examples(heard.skipped.get(reason, ()))}"
    for doubt in heard.doubts:
        yield f"Left open: {doubt}"
    if events:
        yield f"{sentence_case(counted(len(events), 'event'))} added to the timeline."


def _examples(places: Iterable[str]) -> str:
    places = list(places)
    if not places:
        return ""
    more = ", ..." if len(places) > EXAMPLES else ""
    return f" ({', '.join(places[:EXAMPLES])}{more})"


def _as_json(
    review_id: str,
    importer: Importer,
    preview: Preview,
    arrived: Arrived,
    heard: _Heard,
    events: tuple[str, ...],
) -> dict[str, object]:
    return {
        "schema": 1,
        "review": review_id,
        "importer": importer.key,
        **asdict(arrived),
        "skipped": [
            {"reason": reason, "count": count, "places": heard.skipped.get(reason, [])}
            for reason, count in arrived.skipped
        ],
        "left_open": heard.doubts,
        "notes": list(preview.notes),
        "events": list(events),
    }
