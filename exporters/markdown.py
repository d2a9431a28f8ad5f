"""Markdown as GitHub reads it: the same content, headings and numbers as in Word.

One file holds everything, so a picture is given in words: its caption and alternative text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from exporters.document import (
    Block,
    Claim,
    Code,
    Document,
    Entry,
    Figure,
    Heading,
    Insight,
    ItemList,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    TableRow,
    anchors,
    heading_numbers,
    words,
)
from exporters.printable import printable

_SPECIAL = re.compile(r"([\\`\[\]]|\*(?! )|(?<! )\*|(?<!\w)_|_(?!\w)|~)")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"^(\s*)(?:([-+#>]|\*(?=\s|$))|(\d{1,9})(?=[.)]))")
_UNDERLINE = re.compile("^=")
_TICKS = re.compile("`+")
_URL_UNSAFE = re.compile(r"[\s()<>\\]")
_BREAK = "\\\n"


def write_markdown(document: Document) -> bytes:
    """Return the document as the bytes of an UTF-8 Markdown file."""
    writer = _Writer(document)
    text = "\n\n".join(part for part in writer.parts() if part)
    return f"{text}\n".encode()


class _Writer:
    """Turns blocks into Markdown; knows headings' numbers and where references lead."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._numbers = heading_numbers(document)
        self._anchors = anchors(document)
        self._placed: set[str] = set()

    def parts(self) -> Iterator[str]:
        document = self._document
        yield f"# {self._line(words(document.title))}"
        edges = (document.header_left, document.header_right)
        edge = " · ".join(text for text in edges if text and text != document.title)
        yield f"*{self._line(words(edge))}*" if edge else ""
        for block in document.blocks:
            yield self._block(block)
        yield f"*{self._line(words(document.footer))}*" if document.footer.strip() else ""

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                number = self._numbers.get(block.key, "")
                said = f"{number} {self._line(block.runs)}".strip()
                return f"{'#' * (block.level + 1)} {said}"
            case Insight() | Paragraph():
                return self._spoken(block)
            case Quote():
                return self._quote(block)
            case Claim():
                return self._claim(block)
            case Entry():
                return self._entry(block)
            case _:
                return self._other(block)

    def _other(self, block: Block) -> str:
        match block:
            case ItemList():
                return self._list(block)
            case Code():
                return _fenced(block.text)
            case Table():
                return self._table(block)
            case Figure():
                caption = self._line(block.caption)
                return f"*{caption}*{_BREAK}{self._line(words(block.alt_text))}"
            case _:
                return ""

    def _spoken(self, block: Insight | Paragraph) -> str:
        if isinstance(block, Insight):
            strong = tuple(replace(run, bold=True, italic=False) for run in block.runs)
            return _prefixed("> ", self._paragraph(strong))
        return self._paragraph(block.runs)

    def _quote(self, block: Quote) -> str:
        said = self._paragraph(block.runs)
        source = self._line(block.attribution)
        return _prefixed("> ", f"{said}\n\n{source}" if source else said)

    def _claim(self, block: Claim) -> str:
        codes = ", ".join(self._reference(code, code) for code in block.refs)
        said = self._paragraph(block.runs)
        return f"**{block.number}** {said}" + (f" ({codes})" if codes else "")

    def _entry(self, block: Entry) -> str:
        shown = self._line(block.shown_by)
        lead = f"{self._place(block.code)}**{_escaped(block.code)}** {self._paragraph(block.runs)}"
        return f"{lead}{_BREAK}{shown}" if shown else lead

    def _list(self, block: ItemList) -> str:
        lines = []
        counts: dict[int, int] = {}
        for item in block.items:
            counts = {depth: count for depth, count in counts.items() if depth <= item.depth}
            counts[item.depth] = counts.get(item.depth, 0) + 1
            mark = f"{counts[item.depth]}." if block.ordered else "-"
            indent = "    " * item.depth
            text = self._paragraph(item.runs).replace("\n", f"\n{indent}  ")
            lines.append(f"{indent}{mark} {text}")
        return "\n".join(lines)

    def _table(self, block: Table) -> str:
        width = len(block.columns)
        head = " | ".join(self._cell(words(column.title)) for column in block.columns)
        lines = [f"| {head} |", f"|{' --- |' * width}"]
        lines += [self._row(row, width) for row in block.rows]
        return "\n".join(lines)

    def _row(self, row: TableRow, width: int) -> str:
        cells = [self._cell(cell) for cell in row.cells]
        if row.spans:
            cells = [f"**{cells[0]}**" if cells and cells[0] else ""]
        cells += [""] * (width - len(cells))
        cells[0] = self._place(row.anchor) + cells[0]
        return f"| {' | '.join(cells)} |"

    def _cell(self, runs: Runs) -> str:
        text = "".join(self._run(run, in_table=True) for run in merged(runs))
        return text.replace(_BREAK, "<br>").replace("\n", "<br>").strip()

    def _place(self, code: str) -> str:
        if not code or code in self._placed:
            return ""
        self._placed.add(code)
        return f'<a id="{code.lower()}"></a>'

    def _paragraph(self, runs: Runs) -> str:
        """Return text that starts a block, so that nothing in it is read as block syntax."""
        return _plain_start(self._text(runs))

    def _line(self, runs: Runs) -> str:
        return self._text(runs).replace(_BREAK, " ").replace("\n", " ").strip()

    def _text(self, runs: Runs) -> str:
        lines = "".join(self._run(run) for run in merged(runs)).strip().split("\n")
        first, *others = lines
        return "\n".join([first, *(_plain_start(_UNDERLINE.sub(r"\\=", line)) for line in others)])

    def _run(self, run: Run, *, in_table: bool = False) -> str:
        text = printable(run.text)
        if run.ref:
            return self._reference(run.ref, text)
        if run.code and text.strip():
            return _code(text, in_table=in_table)
        said = _escaped(text).replace("\n", _BREAK)
        said = said.replace("|", "\\|") if in_table else said
        mark = "*" * (2 * run.bold + run.italic)
        if mark:
            said = _marked(said, mark)
        if run.link:
            address = _URL_UNSAFE.sub(_percent, printable(run.link)).replace("|", "%7C")
            return f"[{said.strip()}]({address})" + (" " if said.endswith(" ") else "")
        return said

    def _reference(self, code: str, text: str) -> str:
        return f"[{_escaped(text)}](#{code.lower()})" if code in self._anchors else _escaped(text)


def merged(runs: Runs) -> Runs:
    """Return runs in which neighbours of the same look are one, so that marks do not collide."""
    found: list[Run] = []
    for run in runs:
        if found and not run.ref and replace(found[-1], text="") == replace(run, text=""):
            found[-1] = replace(found[-1], text=found[-1].text + run.text)
        else:
            found.append(run)
    return tuple(found)


def _plain_start(line: str) -> str:
    """Keep a dash, a number or a hash at the start of a line from becoming a list or a heading."""
    match = _LINE_START.match(line)
    if match is None:
        return line
    if match[3]:
        return f"{line[: match.end()]}\\{line[match.end() :]}"
    return f"{match[1]}\\{line[len(match[1]) :]}"


def _escaped(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", _ENTITY.sub("&amp;", text).replace("<", "&lt;"))


def _marked(said: str, mark: str) -> str:
    """Put marks around the words, not around the spaces beside them."""
    inner = said.strip()
    if not inner:
        return said
    before = said[: len(said) - len(said.lstrip())]
    after = said[len(said.rstrip()) :]
    return f"{before}{mark}{inner}{mark}{after}"


def _code(text: str, *, in_table: bool) -> str:
    longest = max((len(run) for run in _TICKS.findall(text)), default=0)
    ticks = "`" * (longest + 1)
    inner = text.replace("\n", " ")
    inner = inner.replace("|", "\\|") if in_table else inner
    edge = " " if inner.startswith("`") or inner.endswith("`") else ""
    return f"{ticks}{edge}{inner}{edge}{ticks}"


def _fenced(text: str) -> str:
    said = printable(text)
    longest = max((len(run) for run in _TICKS.findall(said)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{said}\n{fence}"


def _prefixed(prefix: str, text: str) -> str:
    return "\n".join(f"{prefix}{line}".rstrip() for line in text.split("\n"))


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())
