"""The command line: what can be typed, and how a command ends. No Qt but for `open`.

Exit codes: 0 done; 1 not possible, the sentence says why; 2 not understood, or nothing there;
3 an answer is needed, the sentence names the flag; 4 the library is open in a window.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from importlib import import_module
from pathlib import Path
from typing import TypeAlias

from models.errors import ReviewError
from models.values import Audience, ExportFormat

OpenWindow: TypeAlias = Callable[[Path | None], int]
Fill: TypeAlias = Callable[[argparse.ArgumentParser], None]


class Exit(IntEnum):
    """How a command ended."""

    DONE = 0
    NOT_POSSIBLE = 1
    NOT_UNDERSTOOD = 2
    ANSWER_NEEDED = 3
    IN_USE = 4


@dataclass(frozen=True, slots=True)
class Command:
    """One command; its function is imported only when it is called."""

    name: str
    sentence: str
    function: str
    """`module:function` in app.commands."""
    fill: Fill = lambda parser: None  # noqa: ARG005 - most commands take no arguments of their own


def _review(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("review", metavar="REVIEW", help="an id, a unique prefix or a title")


def _new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("title", metavar="TITLE")
    parser.add_argument("--zone", help="in which the review shows its times (default: UTC)")


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a file or folder, or - for standard input")
    parser.add_argument("--review", required=True, metavar="REVIEW")
    parser.add_argument("--zone", help="of times that name none, such as Europe/Amsterdam")
    parser.add_argument("--date", type=_date, help="of the first time that has none, 2017-01-31")
    parser.add_argument("--promote", choices=("all", "timed"), help="make events of the records")


def _export(parser: argparse.ArgumentParser) -> None:
    _review(parser)
    audiences, formats = [each.value for each in Audience], [each.value for each in ExportFormat]
    parser.add_argument("--audience", choices=audiences, metavar="A", help=", ".join(audiences))
    parser.add_argument(
        "--format", choices=formats, metavar="F", required=True, help=", ".join(formats)
    )
    parser.add_argument("-o", "--output", metavar="FILE", required=True)


def _restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("backup", nargs="?", help="its file, or the beginning of its name")
    parser.add_argument("--list", action="store_true", help="list the backups, newest first")


COMMANDS: tuple[Command, ...] = (
    Command("list", "List the reviews.", "reviews:list_reviews"),
    Command("new", "Begin a review and print its id.", "reviews:begin_review", _new),
    Command("sample", "Add the sample review and print its id.", "reviews:sample_review"),
    Command("show", "Tell what a review holds.", "shown:show", _review),
    Command("check", "Tell what each stage says of a review.", "shown:check", _review),
    Command("import", "Bring a file into the raw tray.", "bringing:bring_in", _import),
    Command("export", "Write a summary for an audience.", "exports:export", _export),
    Command("backup", "Make a checked copy of the library.", "safety:back_up"),
    Command("restore", "Put a backup in the library's place.", "safety:bring_back", _restore),
    Command("doctor", "Look the library over and say what to do.", "safety:examine_library"),
    Command("walkthrough", "Do the main job without a window.", "exports:walk_through"),
)


def main(argv: Sequence[str], open_window: OpenWindow) -> int:
    """Carry out one command and return its exit code."""
    _speak_utf8()
    arguments = _parser().parse_args(argv)
    if arguments.command in (None, "open"):
        return open_window(arguments.library)
    try:
        _carry_out(arguments)
    except ReviewError as problem:
        sys.stderr.write(f"{problem.sentence}\n")
        return _exit_of(problem)
    except BrokenPipeError:
        sys.stderr.close()
    return Exit.DONE


def _carry_out(arguments: argparse.Namespace) -> None:
    from app.commands.call import Call  # noqa: PLC0415 - `open` paints before all this is read
    from app.paths import user_paths  # noqa: PLC0415

    paths = user_paths()
    command = next(each for each in COMMANDS if each.name == arguments.command)
    module, _, function = command.function.partition(":")
    call = Call(
        library=arguments.library or paths.default_library,
        arguments=arguments,
        paths=paths,
        out=sys.stdout,
        stdin=sys.stdin,
        now=datetime.now().astimezone(),
    )
    getattr(import_module(f"app.commands.{module}"), function)(call)


def _exit_of(problem: ReviewError) -> Exit:
    from app.commands.call import AnswerNeededError, NotUnderstoodError  # noqa: PLC0415
    from app.errors import LibraryLockedError, LibraryMissingError  # noqa: PLC0415

    if isinstance(problem, NotUnderstoodError | LibraryMissingError):
        return Exit.NOT_UNDERSTOOD
    if isinstance(problem, AnswerNeededError):
        return Exit.ANSWER_NEEDED
    return Exit.IN_USE if isinstance(problem, LibraryLockedError) else Exit.NOT_POSSIBLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="second-story", description="For the facilitator of a blameless incident review."
    )
    parser.add_argument("--library", type=Path, metavar="FILE", help="the library to work on")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("open", help="Open the window (the default).")
    for command in COMMANDS:
        under = commands.add_parser(command.name, help=command.sentence)
        command.fill(under)
        under.add_argument("--json", action="store_true", help="answer as JSON, for a script")
    return parser


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"write the day like 2017-01-31, not {text!r}") from None


def _speak_utf8() -> None:
    """Print any text on any system, also where its own encoding could not hold it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
