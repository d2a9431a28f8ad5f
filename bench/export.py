"""The Word writer beside other ways to write the same tables: seconds and ratios.

Run `python -m bench.export` from the checkout. docxtpl is measured where it is installed.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import docx

from exporters.document import (
    Block,
    Column,
    Document,
    Entry,
    Heading,
    Paragraph,
    Properties,
    Run,
    Table,
    TableRow,
    plain,
    words,
)
from exporters.word import write_word

SIZES = (1_000, 10_000)
ROUNDS = 7
SLOW_ROUNDS = 1


def main() -> None:
    """Print a line per size and way."""
    print(f"{'events':>7}  {'way':<22} {'median ms':>10}  {'ours / it':>9}")
    for size in SIZES:
        told = document(size)
        ours = measured(lambda told=told: write_word(told), ROUNDS)
        print(f"{size:>7}  {'ours':<22} {ours:>10.1f}  {1:>9.2f}")
        for name, way in peers(told):
            taken = measured(way, ROUNDS if name == "docxtpl" else SLOW_ROUNDS)
            print(f"{size:>7}  {name:<22} {taken:>10.1f}  {ours / taken:>9.2f}")


def document(size: int) -> Document:
    """Return a report with a timeline of `size` events, 30 factors and 20 actions."""
    titles = ("No.", "Time", "What happened", "Where", "Known from")
    events = tuple(
        TableRow(
            cells=(
                (Run(f"E{number}", bold=True),),
                words(f"{number // 60 % 24:02}:{number % 60:02}"),
                words(f"Event {number} is seen & told in a sentence of usual length"),
                words("Database engineers"),
                words("Channel #orders-incident"),
            ),
            anchor=f"E{number}",
        )
        for number in range(1, size + 1)
    )
    actions = tuple(
        TableRow(cells=(words(f"Do thing {number}"), words("F1"), words("Data"), words("3 March")))
        for number in range(20)
    )
    blocks: list[Block] = [Heading(key="h", runs=words("Contributing factors"))]
    blocks += [
        Entry(
            key=f"f{number}",
            code=f"F{number}",
            runs=words("The copy tool prints nothing while it waits."),
            shown_by=(Run("Shown by "), Run("E1", ref="E1"), Run(".")),
        )
        for number in range(1, 31)
    ]
    blocks += [
        Table(key="a", columns=columns("Action", "Acts on", "With", "By"), rows=actions),
        Table(key="t", columns=columns(*titles), rows=events),
        Paragraph(key="p", runs=words("Times in UTC.")),
    ]
    return Document(
        title="Orders stood still",
        header_left="Incident review",
        header_right="10 March 2026",
        footer="",
        blocks=tuple(blocks),
        properties=Properties(title="Orders stood still"),
        numbered=True,
    )


def columns(*titles: str) -> tuple[Column, ...]:
    """Return columns of these titles."""
    return tuple(Column(title=title) for title in titles)


def measured(way: Callable[[], object], rounds: int) -> float:
    """Return the median of some rounds, in milliseconds of processor time."""
    times = []
    for _ in range(rounds):
        gc.collect()
        start = time.process_time()
        way()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def peers(told: Document) -> list[tuple[str, Callable[[], object]]]:
    """Return the other ways that can be measured here."""
    found: list[tuple[str, Callable[[], object]]] = [
        ("python-docx add_row", lambda: with_add_row(told))
    ]
    try:
        import docxtpl
    except ImportError:
        print("docxtpl is not installed here; left out", file=sys.stderr)
        return found
    return [("docxtpl", lambda: with_template(docxtpl.DocxTemplate, told)), *found]


def with_add_row(told: Document) -> bytes:
    """Write the same content the way python-docx's manual shows."""
    word = docx.Document()
    word.add_heading(told.title, 0)
    for block in told.blocks:
        if isinstance(block, Table):
            _add_rows(word, block)
        else:
            for runs in block.texts():
                word.add_paragraph(plain(runs))
    target = BytesIO()
    word.save(target)
    return target.getvalue()


def _add_rows(word: docx.document.Document, block: Table) -> None:
    table = word.add_table(rows=1, cols=len(block.columns))
    for cell, column in zip(table.rows[0].cells, block.columns, strict=True):
        cell.text = column.title
    for row in block.rows:
        for cell, given in zip(table.add_row().cells, row.cells, strict=True):
            cell.text = plain(given)


def with_template(template: Callable[[str], object], told: Document) -> bytes:
    """Write the same content by filling a template."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "template.docx"
        _write_template(path, told)
        start = template(str(path))
        tables = [block for block in told.blocks if isinstance(block, Table)]
        entries = [block for block in told.blocks if isinstance(block, Entry)]
        start.render(  # type: ignore[attr-defined]
            {
                "entries": [
                    {"code": entry.code, "text": plain(entry.runs), "by": plain(entry.shown_by)}
                    for entry in entries
                ],
                "tables": [[[plain(cell) for cell in row.cells] for row in t.rows] for t in tables],
            },
            autoescape=True,
        )
        target = BytesIO()
        start.save(target)  # type: ignore[attr-defined]
        return target.getvalue()


def _write_template(path: Path, told: Document) -> None:
    word = docx.Document()
    word.add_heading(told.title, 0)
    word.add_paragraph("{%p for e in entries %}")
    word.add_paragraph("{{ e.code }} {{ e.text }}")
    word.add_paragraph("{{ e.by }}")
    word.add_paragraph("{%p endfor %}")
    tables = [block for block in told.blocks if isinstance(block, Table)]
    for number, block in enumerate(tables):
        width = len(block.columns)
        table = word.add_table(rows=4, cols=width)
        for place, column in enumerate(block.columns):
            table.cell(0, place).text = column.title
            table.cell(2, place).text = f"{{{{ row[{place}] }}}}"
        table.cell(1, 0).text = f"{{%tr for row in tables[{number}] %}}"
        table.cell(3, 0).text = "{%tr endfor %}"
    word.save(str(path))


if __name__ == "__main__":
    main()
