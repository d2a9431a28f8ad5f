"""People's Markdown, parsed once into blocks and runs.

Python-Markdown reads it; its tree becomes blocks. Raw HTML stays text, pictures become their
words, addresses other than http, https and mailto lose their link (R35).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from threading import get_ident
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from exporters.document import (
    Block,
    Code,
    Column,
    ItemList,
    ListItem,
    Origin,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    TableRow,
    plain,
    words,
)
from exporters.printable import printable

SAFE_SCHEMES = frozenset({"http", "https", "mailto"})
_STASH = re.compile("\x02(?:wzxhzdk:(\\d+)|amp|(\\d+))\x03")
_FENCE = re.compile(r"<pre[^>]*><code[^>]*>(.*)</code></pre>", re.DOTALL)
_SPACES = re.compile(r"[ \t\n]+")
_MARKS = frozenset("*_`[]<&\\#>|~\n")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_GUARD = "\u2060"


def blocks(text: str, key: str, origin: Origin = Origin.GENERATED) -> tuple[Block, ...]:
    """Return the blocks of a text; their keys count up from `key`."""
    found = list(_blocks_of(_tree(text), key, origin))
    return tuple(
        replace(block, key=key if number == 0 else f"{key}.{number}")
        for number, block in enumerate(found)
    )


def inline(text: str) -> Runs:
    """Return a text as one line of runs.

    A single line is read without its block syntax, so that "2. restart" keeps its number; of
    several lines, blocks are joined by a space.
    """
    text = printable(text).strip()
    if not _MARKS & set(text):
        return words(text)
    if "\n" not in text:
        return _trimmed([run for block in blocks(_GUARD + text, "") for run in _guarded(block)])
    found: list[Run] = []
    for block in blocks(text, ""):
        for runs in block.texts():
            if found and runs:
                found.append(Run(" "))
            found.extend(runs)
    return tuple(found)


def plain_words(text: str) -> str:
    """Return a text without its Markdown, in one line."""
    return _SPACES.sub(" ", plain(inline(text))).strip()


def _guarded(block: Block) -> list[Run]:
    return [
        replace(run, text=run.text.replace(_GUARD, ""))
        for runs in block.texts()
        for run in runs
        if run.text != _GUARD
    ]


class _KeepTree(Treeprocessor):
    """Keeps the finished tree before it becomes text."""

    tree = Element("div")

    def run(self, root: Element) -> None:
        self.tree = root


@lru_cache(maxsize=4)
def _reader(thread: int) -> tuple[Markdown, _KeepTree]:  # noqa: ARG001
    """Return the reader of one thread; it may not be shared, and is slow to make."""
    reader = Markdown(extensions=["tables", "sane_lists", "fenced_code"])
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    reader.parser.blockprocessors.deregister("reference")
    keeper = _KeepTree(reader)
    reader.treeprocessors.register(keeper, "keep", -100)
    return reader, keeper


def _tree(text: str) -> Element:
    reader, keeper = _reader(get_ident())
    keeper.tree = Element("div")
    reader.reset()
    reader.convert(_without_stash(printable(text)))
    for node in keeper.tree.iter():
        _open_fence(node, reader)
        node.text = _unstashed(node.text, reader)
        node.tail = _unstashed(node.tail, reader)
    return keeper.tree


def _open_fence(node: Element, reader: Markdown) -> None:
    """Make a fenced block, which the reader keeps as HTML, a block of the tree."""
    match = _STASH.fullmatch((node.text or "").strip())
    if match is None or match[1] is None:
        return
    kept = reader.htmlStash.rawHtmlBlocks[int(match[1])]
    fence = _FENCE.fullmatch(kept) if isinstance(kept, str) else None
    if fence is not None:
        node.tag, node.text = "pre", fence[1]


def _without_stash(text: str) -> str:
    return text.replace("\x02", "\ufffd").replace("\x03", "\ufffd")


def _unstashed(text: str | None, reader: Markdown) -> str | None:
    """Put back what the reader had set aside, entities as the letters they stand for."""
    if not text or ("\x02" not in text and "&" not in text):
        return text

    def original(match: re.Match[str]) -> str:
        if match[1] is not None:
            kept = reader.htmlStash.rawHtmlBlocks[int(match[1])]
            return kept if isinstance(kept, str) else ""
        return chr(int(match[2])) if match[2] else "&"

    return html.unescape(_STASH.sub(original, text))


def _blocks_of(parent: Element, key: str, origin: Origin) -> Iterator[Block]:
    for node in parent:
        match node.tag:
            case "ul" | "ol":
                items = tuple(_items(node, 0))
                yield ItemList(key=key, origin=origin, items=items, ordered=node.tag == "ol")
            case "blockquote":
                yield Quote(key=key, origin=origin, runs=_joined(node))
            case "pre":
                yield Code(key=key, origin=origin, text="".join(node.itertext()).rstrip("\n"))
            case "table":
                yield _table(node, key, origin)
            case _ if runs := _paragraph_runs(node):
                yield Paragraph(key=key, origin=origin, runs=runs)


def _paragraph_runs(node: Element) -> Runs:
    """Return the runs of a paragraph; people's headings turn bold, outlines are ours."""
    runs = _trimmed(_runs(node))
    return tuple(replace(run, bold=True) for run in runs) if node.tag in _HEADINGS else runs


def _items(node: Element, depth: int) -> Iterator[ListItem]:
    for item in node:
        if runs := _trimmed(_runs(item, stop_at=("ul", "ol"))):
            yield ListItem(runs=runs, depth=depth)
        for inner in item:
            if inner.tag in ("ul", "ol"):
                yield from _items(inner, min(depth + 1, 8))


def _joined(node: Element) -> Runs:
    found: list[Run] = []
    for inner in node.iter():
        if inner.tag in ("p", "li", "pre", "h1", "h2", "h3"):
            if found:
                found.append(Run("\n"))
            found.extend(_trimmed(_runs(inner, stop_at=("p", "ul", "ol", "pre"))))
    return tuple(found)


def _table(node: Element, key: str, origin: Origin) -> Table:
    columns = tuple(
        Column(title=plain(_runs(cell)), voice=True) for cell in node.iterfind("thead/tr/th")
    )
    rows = tuple(
        TableRow(cells=tuple(_trimmed(_runs(cell)) for cell in row))
        for row in node.iterfind("tbody/tr")
    )
    return Table(key=key, origin=origin, columns=columns, rows=rows)


def _runs(node: Element, look: Run | None = None, stop_at: Iterable[str] = ()) -> list[Run]:
    look = look or Run("")
    found = [replace(look, text=node.text)] if node.text else []
    for inner in node:
        if inner.tag not in stop_at:
            found.extend(_inner_runs(inner, look, stop_at))
        if inner.tail:
            found.append(replace(look, text=inner.tail))
    return found


def _inner_runs(node: Element, look: Run, stop_at: Iterable[str]) -> list[Run]:
    match node.tag:
        case "br":
            return [replace(look, text="\n")]
        case "img":
            return [replace(look, text=node.get("alt") or "")]
        case "strong":
            look = replace(look, bold=True)
        case "em":
            look = replace(look, italic=True)
        case "code":
            look = replace(look, code=True)
        case "a":
            look = replace(look, link=safe_link(node.get("href") or ""))
    return _runs(node, look, stop_at)


def safe_link(address: str) -> str:
    """Return the address if a reader may follow it, else nothing."""
    address = html.unescape(_STASH.sub("&", address)).strip()
    try:
        scheme = urlsplit(address).scheme.lower()
    except ValueError:
        return ""
    return address if scheme in SAFE_SCHEMES and address.isprintable() else ""


def _trimmed(runs: list[Run]) -> Runs:
    """Fold white space as readers of Markdown expect it, line breaks that were meant stay."""
    folded: list[Run] = []
    for run in runs:
        if run.code or run.text == "\n":
            folded.append(run)
            continue
        text = _SPACES.sub(" ", run.text)
        after_break = bool(folded) and folded[-1].text == "\n"
        folded.append(replace(run, text=text.lstrip() if after_break else text))
    while folded and not folded[0].text.strip():
        folded.pop(0)
    while folded and not folded[-1].text.strip():
        folded.pop()
    if folded and not folded[0].code:
        folded[0] = replace(folded[0], text=folded[0].text.lstrip())
    if folded and not folded[-1].code:
        folded[-1] = replace(folded[-1], text=folded[-1].text.rstrip())
    return tuple(run for run in folded if run.text)
