"""Commands that take a review out: export, and the walk through the whole main job."""

from __future__ import annotations

from pathlib import Path

from app.commands.call import Call, NotUnderstoodError
from app.commands.reviews import find_review
from app.commands.shown import check_lines, checks_of
from app.exporting import (
    Exported,
    NotBuiltError,
    Prepared,
    check_built,
    prepare,
    proposed_name,
    write,
)
from app.ledger import Ledger
from app.library import open_library
from app.operations.sample import add_sample
from exporters import exporter
from exporters.leaks import LeakKind
from models.queries.snapshots import snapshot
from models.values import Audience, ExportFormat, Privacy

LEAK_NAMES = {
    LeakKind.SECRET: "a secret",
    LeakKind.NAME: "a name",
    LeakKind.EMAIL: "an e-mail address",
    LeakKind.PHONE: "a telephone number",
    LeakKind.IP_ADDRESS: "an IP address",
    LeakKind.URL: "an address on the web",
    LeakKind.HOST: "a host",
    LeakKind.PROPERTY: "a name in the properties of the file",
}
WALK = (Audience.LEADERSHIP, Audience.ENGINEERING)


def export(call: Call) -> None:
    """Write the summary of a review for an audience; what it gives away is said beside it."""
    audience, key, target = _what_and_where(call)
    with call.reading() as ledger:
        review_id = find_review(ledger, call.arguments.review)
        exported = write(prepare(ledger, review_id, audience, call.now.date()), key, target)
    if call.as_json:
        call.tell(_as_json(exported, audience, key))
    else:
        call.say(str(exported.path), *_remarks(exported.prepared))


def walk_through(call: Call) -> None:
    """Do the main job without a window: sample review in, checks printed, two summaries out."""
    named = call.arguments.library
    stamp = call.now.strftime("%Y-%m-%d %H%M%S")
    library = named or call.paths.data / "walkthrough" / stamp / "sample.secondstory"
    ledger = open_library(library, create=True)
    try:
        review_id = ledger.run(add_sample()).result
        whole = ledger.read(snapshot, review_id, Privacy.PRIVATE)
        lines = check_lines(whole, checks_of(ledger, whole, call))
        written = _write_all(ledger, review_id, library.absolute().parent, call)
    finally:
        ledger.close()
    files = [{"audience": a.value, "format": k.value, "path": str(p)} for a, k, p in written]
    if call.as_json:
        call.tell({"library": str(library.absolute()), "review": review_id, "files": files})
        return
    call.say(*lines, "", f"Library: {library.absolute()}", f"Review: {review_id}")
    call.say(*(f"{_label(audience, key)}: {path}" for audience, key, path in written))


def _label(audience: Audience, key: ExportFormat) -> str:
    """Return `Markdown` and `Word` for the last summary, which others may look for."""
    name = exporter(key).name
    return name if audience is WALK[-1] else f"{audience.value.capitalize()}, {name}"


def _write_all(
    ledger: Ledger, review_id: str, folder: Path, call: Call
) -> list[tuple[Audience, ExportFormat, Path]]:
    written = []
    for audience in WALK:
        prepared = prepare(ledger, review_id, audience, call.now.date())
        for key in (ExportFormat.MD, ExportFormat.DOCX):
            name = proposed_name(prepared.snapshot.review.title, audience, key)
            written.append((audience, key, write(prepared, key, folder / name).path))
    return written


def _what_and_where(call: Call) -> tuple[Audience, ExportFormat, Path]:
    """Return what is wanted; raise NotUnderstoodError where that is not built or not told."""
    key, wanted = ExportFormat(call.arguments.format), call.arguments.audience
    if key is ExportFormat.BUNDLE:
        raise NotUnderstoodError("A bundle cannot be written yet; docx and md can.")
    if wanted is None:
        raise NotUnderstoodError("For whom is it? Say it with --audience, such as leadership.")
    target = Path(call.arguments.output)
    if target.absolute() == call.library.absolute():
        raise NotUnderstoodError(f"{target} is the library itself. Choose another file for -o.")
    audience = Audience(wanted)
    try:
        check_built(audience, key)
    except NotBuiltError as missing:
        raise NotUnderstoodError(missing.sentence) from missing
    return audience, key, target


def _remarks(prepared: Prepared) -> list[str]:
    composed = prepared.composed
    lines = [f"Look at: {sentence}" for sentence in composed.notes.sentences]
    lines += [f"Gives away {LEAK_NAMES[leak.kind]}: {leak.shown}" for leak in prepared.leaks]
    lines += [
        f"“{each.found}” became “{each.shown}” ({each.count})" for each in composed.replacements
    ]
    return lines


def _as_json(exported: Exported, audience: Audience, key: ExportFormat) -> dict[str, object]:
    composed = exported.prepared.composed
    return {
        "schema": 1,
        "path": str(exported.path),
        "audience": audience.value,
        "format": key.value,
        "sha256": exported.sha256,
        "size": exported.size,
        "notes": list(composed.notes.sentences),
        "leaks": [
            {"kind": leak.kind.value, "shown": leak.shown, "block": leak.block_key}
            for leak in exported.prepared.leaks
        ],
        "replaced": [
            {"found": each.found, "shown": each.shown, "count": each.count}
            for each in composed.replacements
        ],
    }
