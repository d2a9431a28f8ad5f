"""The command line as a person meets it: what was typed, what was said, how it ended."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass

from app import cli


@dataclass(frozen=True)
class Answer:
    """What a command said and how it ended."""

    code: int
    said: str
    complained: str

    @property
    def lines(self):
        return self.said.splitlines()

    @property
    def json(self):
        return json.loads(self.said)


class CommandLine:
    """Types commands on one library."""

    def __init__(self, library, capsys, monkeypatch):
        self.library, self._capsys, self._monkeypatch = library, capsys, monkeypatch
        self.opened = []

    def __call__(self, *words, stdin=""):
        self._capsys.readouterr()
        self._monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        typed = ["--library", str(self.library), *map(str, words)]
        try:
            code = cli.main(typed, self._open)
        except SystemExit as ended:
            code = ended.code
        said, complained = self._capsys.readouterr()
        return Answer(int(code), said, complained)

    def done(self, *words, stdin=""):
        answer = self(*words, stdin=stdin)
        assert answer.code == 0, answer
        return answer

    def _open(self, library):
        self.opened.append(library)
        return 0
