"""The words inside Slack's layout blocks, attachments and files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from importers.json_text import dicts, text_at
from importers.limits import JSON_DEPTH

_MARKS = {"bold": "**", "italic": "_", "strike": "~~", "code": "`"}


def words_of_blocks(blocks: Any, markdown: Callable[[str], str]) -> str:
    """Return the Markdown of a message's blocks, one block a paragraph."""
    parts = (_block(block, markdown) for block in dicts(blocks))
    return "\n".join(part for part in parts if part)


def words_of_attachments(attachments: Any, markdown: Callable[[str], str]) -> str:
    """Return title, text and fields of each attachment; its fallback where it has none."""
    parts = ("\n".join(_attachment(each, markdown)) for each in dicts(attachments))
    return "\n".join(part for part in parts if part)


def words_of_files(message: dict[str, Any], text: str) -> str:
    """Return a line for each shared file that the text does not name already.

    Only the permanent address is used: the private one carries a secret of the export.
    """
    lines = []
    for file in [*dicts(message.get("files")), *dicts([message.get("file")])]:
        name = text_at(file, "title") or text_at(file, "name") or "file"
        address = text_at(file, "permalink").partition("?")[0]
        if address and address in text:
            continue
        shown = name.replace("[", "(").replace("]", ")")
        lines.append(f"[{shown}]({address})" if address.startswith("https://") else shown)
    return "\n".join(lines)


def _attachment(attachment: dict[str, Any], markdown: Callable[[str], str]) -> Iterator[str]:
    title = markdown(text_at(attachment, "title"))
    address = text_at(attachment, "title_link")
    words = markdown(text_at(attachment, "text"))
    fields = [_field(each, markdown) for each in dicts(attachment.get("fields"))]
    inner = words_of_blocks(attachment.get("blocks"), markdown)
    if pretext := markdown(text_at(attachment, "pretext")):
        yield pretext
    if title:
        yield f"[{title}]({address})" if address.startswith("http") else f"**{title}**"
    yield from (part for part in (words, *fields, inner) if part)
    if not (title or words or any(fields) or inner):
        yield markdown(text_at(attachment, "fallback"))


def _field(field: dict[str, Any], markdown: Callable[[str], str]) -> str:
    title, value = text_at(field, "title"), markdown(text_at(field, "value"))
    return f"{title}: {value}" if title and value else title or value


def _block(block: dict[str, Any], markdown: Callable[[str], str]) -> str:
    if block.get("type") == "rich_text":
        return _rich(block, markdown, JSON_DEPTH)
    words = [markdown(text_at(block, "text", "text"))]
    words += [markdown(text_at(each, "text")) for each in dicts(block.get("fields"))]
    words += [markdown(text_at(each, "text")) for each in dicts(block.get("elements"))]
    return "\n".join(word for word in words if word)


def _rich(element: dict[str, Any], markdown: Callable[[str], str], depth: int) -> str:
    kind = element.get("type")
    if depth <= 0:
        return ""
    children = [_rich(each, markdown, depth - 1) for each in dicts(element.get("elements"))]
    if kind == "rich_text_list":
        return "\n".join(f"- {child}" for child in children)
    if kind == "rich_text_quote":
        return "\n".join(f"> {line}" for line in "".join(children).split("\n"))
    if kind == "rich_text_preformatted":
        return f"```\n{''.join(children)}\n```"
    if kind == "rich_text":
        return "\n".join(child.rstrip("\n") for child in children)
    return "".join(children) or _leaf(element, markdown)


def _leaf(element: dict[str, Any], markdown: Callable[[str], str]) -> str:
    kind = element.get("type")
    if kind == "text":
        return _styled(text_at(element, "text"), element.get("style"))
    if kind == "link":
        label = text_at(element, "text")
        return markdown(
            f"<{text_at(element, 'url')}|{label}>" if label else f"<{text_at(element, 'url')}>"
        )
    if kind == "emoji":
        return f":{text_at(element, 'name')}:"
    if kind == "user":
        return markdown(f"<@{text_at(element, 'user_id')}>")
    if kind == "channel":
        return markdown(f"<#{text_at(element, 'channel_id')}>")
    return f"@{text_at(element, 'range')}" if kind == "broadcast" else text_at(element, "text")


def _styled(text: str, style: Any) -> str:
    inner = text.strip()
    if not inner or not isinstance(style, dict):
        return text
    marks = [mark for name, mark in _MARKS.items() if style.get(name)]
    styled = "".join(marks) + inner + "".join(reversed(marks))
    return text.replace(inner, styled, 1)
