"""How a page looks on paper: sizes, line heights, lists and tables of the design."""

from __future__ import annotations

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextTable,
)

from views.theme import Theme
from views.theme.tokens import Scheme

_HEADINGS = {1: 24, 2: 17, 3: 15}


def page_style(theme: Theme) -> str:
    """Give the style sheet of a page; paper is light, so its colours are the light ones."""
    light = theme.tokens.colours[Scheme.LIGHT]
    px = theme.px
    return (
        f"a {{ color: {light['accent_ink']}; text-decoration: none; }}"
        f"th {{ color: {light['ink2']}; font-size: {px(12)}px; text-align: left; }}"
        f"td {{ font-size: {px(13)}px; }}"
        f"blockquote {{ color: {light['ink']}; }}"
    )


def set_page(document: QTextDocument, theme: Theme) -> None:
    """Space the lines of a page and set its tables without a grid."""
    spaced = QTextBlockFormat()
    least = QTextBlockFormat.LineHeightTypes.MinimumHeight
    spaced.setLineHeight(theme.line("page_body"), least.value)
    whole = QTextCursor(document)
    whole.select(QTextCursor.SelectionType.Document)
    whole.mergeBlockFormat(spaced)
    block = document.begin()
    while block.isValid():
        if level := block.blockFormat().headingLevel():
            _set_heading(block, theme.px(_HEADINGS.get(level, 14)))
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _set_table(frame, theme)


def _set_heading(block: QTextBlock, pixels: int) -> None:
    """Replace the relative size that HTML gives a heading; everything else of it stays."""
    spans = []
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        spans.append((fragment.position(), fragment.length(), fragment.charFormat()))
        fragments += 1
    for start, length, look in spans:
        look.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
        look.setProperty(QTextFormat.Property.FontPixelSize.value, pixels)
        look.setFontWeight(600)
        cursor = QTextCursor(block)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(look)


def _set_table(table: QTextTable, theme: Theme) -> None:
    look = table.format().toTableFormat()
    look.setBorder(0)
    look.setCellSpacing(0)
    look.setCellPadding(theme.px(4))
    look.setTopMargin(theme.px(8))
    look.setBottomMargin(theme.px(8))
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(look)
