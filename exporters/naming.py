"""Names become roles, or consistent aliases, everywhere in a summary (S09)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from exporters.document import Document, Run, Runs, map_runs, plain
from exporters.roster import SEVERAL, Person, is_word_too, people, without_accents
from models.rows import ParticipantRow
from models.values import Naming

_LETTER = r"[^\W\d_]"
_EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_STARTS = re.compile(r"(?:^|[.!?:;]\s+|[\n“\"(\[]\s*|[-•|>]\s+)$")
_ARTICLE = re.compile(r"\bthe\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Replacement:
    """One spelling that was found, what stands there now, and how often."""

    found: str
    shown: str
    count: int


class Namer:
    """Replaces the names of one review's people; without people it changes nothing."""

    def __init__(self, participants: Iterable[ParticipantRow], naming: Naming) -> None:
        found = () if naming is Naming.NAMES else people(participants, naming)
        self._by_spelling = _by_spelling(found)
        self._pattern = _pattern(self._by_spelling)
        self._counts: Counter[tuple[str, str]] = Counter()

    @property
    def replacements(self) -> tuple[Replacement, ...]:
        """What this namer has replaced so far, the most frequent first."""
        return tuple(
            Replacement(found, shown, count)
            for (found, shown), count in sorted(
                self._counts.items(), key=lambda item: (-item[1], item[0])
            )
        )

    def document(self, document: Document) -> Document:
        """Return the document without names: blocks, captions, alternative text, properties."""
        return map_runs(document, self.runs) if self._pattern else document

    def text(self, text: str) -> str:
        """Return one text without names."""
        return plain(self.runs((Run(text),))) if text else text

    def finds(self, text: str) -> list[str]:
        """Return the names that stand in a text."""
        return [match[0] for match in self._matches(without_accents(text))]

    def runs(self, runs: Runs) -> Runs:
        """Return runs without names, also where one is spread over several runs."""
        if self._pattern is None or not runs:
            return runs
        runs = tuple(self._without_naming_link(_composed(run)) for run in runs)
        text = without_accents(plain(runs))
        cuts = [(match.start(), match.end(), self._shown(match)) for match in self._matches(text)]
        return _spliced(runs, cuts) if cuts else runs

    def _matches(self, text: str) -> list[re.Match[str]]:
        if self._pattern is None:
            return []
        addresses = [
            match for match in _EMAIL.finditer(text) if self._pattern.search(_local(match[0]))
        ]
        taken = [match.span() for match in addresses]
        names = [
            match
            for match in self._pattern.finditer(text)
            if not any(start < match.end() and match.start() < end for start, end in taken)
        ]
        return sorted([*addresses, *names], key=re.Match.start)

    def _shown(self, match: re.Match[str]) -> str:
        found = match[0]
        possessive = match.groupdict().get("possessive") or ""
        name = found.removesuffix(possessive).lstrip("@")
        person = self._person(name)
        self._counts[name, person.shown] += 1
        shown = _in_sentence(person, match) if person.is_role else _opening(person.shown, match)
        return shown + ("\u2019s" if possessive else "")

    def _person(self, found: str) -> Person:
        if _EMAIL.fullmatch(found) and self._pattern is not None:
            if found.casefold() in self._by_spelling:
                return self._by_spelling[found.casefold()]
            inner = self._pattern.search(_local(found))
            found = inner[0].lstrip("@") if inner else found
        spelling = " ".join(found.casefold().split())
        return self._by_spelling.get(spelling) or self._by_spelling[spelling.rstrip("0123456789")]

    def _without_naming_link(self, run: Run) -> Run:
        if (
            run.link
            and self._pattern is not None
            and self._pattern.search(without_accents(run.link))
        ):
            return replace(run, link="")
        return run


def _by_spelling(found: Iterable[Person]) -> dict[str, Person]:
    spelled: dict[str, Person] = {}
    for person in found:
        for spelling in person.spellings:
            other = spelled.setdefault(spelling.casefold(), person)
            if other is not person and other.shown != person.shown:
                spelled[spelling.casefold()] = Person((spelling,), SEVERAL, is_role=False)
    return spelled


def _pattern(spelled: dict[str, Person]) -> re.Pattern[str] | None:
    """Return one pattern for all spellings, the longest first.

    A digit or an underscore ends a name, so that `priya_laptop` and `priya2` are found too.
    """
    if not spelled:
        return None
    written = {key for person in spelled.values() for key in person.spellings} | set(spelled)
    longest_first = sorted(written, key=lambda spelling: (-len(spelling), spelling))
    names = "|".join(_spelling_pattern(spelling) for spelling in longest_first)
    return re.compile(
        rf"(?<!{_LETTER})@?(?:{names})(?!{_LETTER})\d*(?P<possessive>['\u2019]s(?!{_LETTER}))?"
    )


def _spelling_pattern(spelling: str) -> str:
    if is_word_too(spelling):
        capital = spelling[:1].upper() + spelling[1:]
        return rf"(?:{re.escape(capital)}|{re.escape(spelling.upper())})"
    words = re.escape(spelling).replace(r"\ ", r"\s+")
    return f"(?i:{words})"


def _local(address: str) -> str:
    return address.rpartition("@")[0]


def _composed(run: Run) -> Run:
    text = unicodedata.normalize("NFC", run.text)
    return run if text == run.text else replace(run, text=text)


def _in_sentence(person: Person, match: re.Match[str]) -> str:
    """Return a role with its article, or bare where it stands as a label."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    role = person.shown
    starts = bool(_STARTS.search(before))
    if starts and (not after.strip() or after.lstrip()[:1] in ":|,)•]>"):
        return role
    inner = role[:1].lower() + role[1:] if role[1:2].islower() else role
    if _ARTICLE.search(before):
        return inner
    return f"{'The' if starts else 'the'} {inner}"


def _opening(shown: str, match: re.Match[str]) -> str:
    starts = _STARTS.search(match.string[: match.start()])
    return shown[:1].upper() + shown[1:] if starts else shown


def _spliced(runs: Runs, cuts: list[tuple[int, int, str]]) -> Runs:
    """Return the runs with each cut of their joined text replaced, in the look it starts in."""
    found: list[Run] = []
    offset = 0
    for run in runs:
        end = offset + len(run.text)
        text, at = "", offset
        for start, stop, shown in cuts:
            if stop <= offset or start >= end:
                continue
            text += run.text[at - offset : max(start, offset) - offset]
            text += shown if start >= offset else ""
            at = min(stop, end)
        text += run.text[at - offset :]
        if text:
            found.append(replace(run, text=text))
        offset = end
    return tuple(found)
