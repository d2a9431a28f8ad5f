"""Commands that keep a library safe: backup, restore and doctor."""

from __future__ import annotations

from dataclasses import asdict
from itertools import chain
from pathlib import Path

from app.backup import Backup, Reason, list_backups
from app.commands.call import Call, NotUnderstoodError
from app.doctor import Finding, Level, examine
from app.errors import LibraryMissingError, LibraryProblemError
from app.restore import restore
from models.errors import ReviewError
from models.phrases import counted, sentence_case
from models.rows_json import JsonValue
from models.times.show import full_date

SIGNS = {Level.FINE: "[x]", Level.NOTICE: "[ ]", Level.ACT: "[!]"}


class ActNeededError(ReviewError):
    """The doctor has found something that should not wait (exit 1)."""


def back_up(call: Call) -> None:
    """Make a checked copy of the library and print where it lies."""
    with call.reading() as ledger:
        backup = ledger.backup(call.paths.backups, Reason.ASKED)
    if call.as_json:
        call.tell(_as_json(backup))
    else:
        call.say(str(backup.path))


def bring_back(call: Call) -> None:
    """Put a backup in the place of the library: the newest one, or the one that is named.

    The state before is backed up too, so that the same command takes the step back.
    """
    wanted = call.arguments.backup
    if wanted is None and not call.library.exists():
        raise LibraryMissingError(call.library)
    found = _backups(call)
    if call.arguments.list:
        _list(call, found)
        return
    restored = restore(call.library, _chosen(found, wanted, call.library))
    kept = restored.before.path if restored.before else restored.set_aside
    if call.as_json:
        call.tell({"restored": _as_json(restored.backup), "before": str(kept) if kept else None})
        return
    call.say(f"{call.library} is again as it was on {_words(restored.backup)}.")
    if kept:
        call.say(f"The state before is kept in {kept}.")


def examine_library(call: Call) -> None:
    """Look the library over and say what to do; raise ActNeededError where something has to be."""
    if not call.library.exists():
        raise LibraryMissingError(call.library)
    findings = examine(call.library, call.paths)
    if call.as_json:
        call.tell({"schema": 1, "findings": [asdict(finding) for finding in findings]})
    else:
        call.say(*(line for finding in findings for line in _lines(finding)))
    grave = sum(finding.level is Level.ACT for finding in findings)
    if grave:
        raise ActNeededError(f"{sentence_case(counted(grave, 'thing needs', 'things need'))} you.")


def _lines(finding: Finding) -> list[str]:
    line = f"{SIGNS[finding.level]} {finding.sentence}"
    return [line, f"      {finding.advice}"] if finding.advice else [line]


def _backups(call: Call) -> list[Backup]:
    """Return the backups of the library, newest first; where it cannot be read, all there are."""
    try:
        with call.reading() as ledger:
            folders = [call.paths.backups / ledger.library_id]
    except LibraryProblemError:
        root = call.paths.backups
        folders = [each for each in root.iterdir() if each.is_dir()] if root.is_dir() else []
    found = chain.from_iterable(list_backups(folder) for folder in folders)
    return sorted(found, key=lambda backup: backup.made_at, reverse=True)


def _chosen(found: list[Backup], wanted: str | None, library: Path) -> Backup:
    if wanted is None:
        return _newest(found, library)
    place = Path(wanted).absolute()
    there = [each for each in found if place == each.path or each.path.name.startswith(wanted)]
    if len(there) == 1:
        return there[0]
    beside = [each for each in list_backups(place.parent) if each.path == place]
    if beside:
        return beside[0]
    raise NotUnderstoodError(
        f"“{wanted}” names {'no' if not there else 'more than one'} backup of {library}. "
        "`restore --list` shows them."
    )


def _newest(found: list[Backup], library: Path) -> Backup:
    if not found:
        raise NotUnderstoodError(f"There is no backup of {library} yet. `backup` makes one.")
    if len({backup.path.parent for backup in found}) > 1:
        raise NotUnderstoodError(
            f"{library} cannot be read, so which backups are its own is not known. Name one; "
            "`restore --list` shows them all."
        )
    return found[0]


def _list(call: Call, found: list[Backup]) -> None:
    if call.as_json:
        call.tell({"schema": 1, "backups": [_as_json(backup) for backup in found]})
    elif not found:
        call.say("No backups yet. `backup` makes one.")
    else:
        call.say(*(f"{each.path}  {_words(each)} ({each.reason.value})" for each in found))


def _words(backup: Backup) -> str:
    local = backup.made_at.astimezone()
    return f"{full_date(local.date())}, {local:%H:%M:%S}"


def _as_json(backup: Backup) -> dict[str, JsonValue]:
    return {
        "path": str(backup.path),
        "made_at": backup.made_at.isoformat().replace("+00:00", "Z"),
        "reason": backup.reason.value,
        "size": backup.size,
    }
