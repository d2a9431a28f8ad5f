"""Slack's own markup, turned into Markdown with people and channels by name."""

from __future__ import annotations

import re
from collections.abc import Mapping

_SPECIAL = re.compile(r"[<&*~]")
_CODE = re.compile(r"(```.*?```|`[^`\n]+`)", re.DOTALL)
_TOKEN = re.compile(r"<([^<>\n]{1,4000})>")
_BOLD = re.compile(r"\*(?<![\w*]\*)(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])")
_STRUCK = re.compile(r"~(?<![\w~]~)(?=[^\s~])([^~\n]*[^\s~])~(?![\w~])")
_LINK = re.compile(r"(?:https?|ftp|mailto|tel|slack):", re.IGNORECASE)


class Mrkdwn:
    """Turns texts of one workspace into Markdown."""

    def __init__(self, people: Mapping[str, str], channels: Mapping[str, str]) -> None:
        self._people = people
        self._channels = channels

    def markdown(self, text: str) -> str:
        """Return a text in Markdown; code stays as it is."""
        if _SPECIAL.search(text) is None:
            return text
        if "`" not in text:
            return self._words(text)
        parts = _CODE.split(text)
        return "".join(
            self._code(part) if place % 2 else self._words(part) for place, part in enumerate(parts)
        )

    def _words(self, text: str) -> str:
        parts = _TOKEN.split(text)
        if any(part.count("*") % 2 or part.count("~") % 2 for part in parts[::2]):
            return self._marked_words(text)
        parts[::2] = [_plain(_marked(part)) for part in parts[::2]]
        parts[1::2] = [self._named(part) for part in parts[1::2]]
        return "".join(parts)

    def _marked_words(self, text: str) -> str:
        """Turn a text whose marks may reach over names and addresses: these are set aside."""
        kept: list[str] = []

        def keep(found: re.Match[str]) -> str:
            kept.append(self._named(found[1]))
            return f"\x00{len(kept) - 1}\x00"

        text = text.replace("\x00", "\ufffd")
        text = _plain(_marked(_TOKEN.sub(keep, text)))
        return _KEPT.sub(lambda found: kept[int(found[1])], text) if kept else text

    def _code(self, text: str) -> str:
        return _plain(_TOKEN.sub(lambda found: self._in_code(found[1]), text))

    def _in_code(self, token: str) -> str:
        target, _, label = token.partition("|")
        if _LINK.match(target):
            return label or target
        return self._named(token)

    def _named(self, token: str) -> str:
        target, _, label = token.partition("|")
        if target.startswith("@"):
            return f"@{self._people.get(target[1:]) or label or target[1:]}"
        if target.startswith("#"):
            return f"#{label or self._channels.get(target[1:]) or target[1:]}"
        if target.startswith("!"):
            return _special(target[1:], label)
        if _LINK.match(target) is None:
            return f"<{_plain(token)}>"
        return _link(_plain(target), _plain(label))


_KEPT = re.compile("\x00(\\d+)\x00")


def _marked(text: str) -> str:
    if "*" in text:
        text = _BOLD.sub(r"**\1**", text)
    return _STRUCK.sub(r"~~\1~~", text) if "~" in text else text


def _special(target: str, label: str) -> str:
    if label:
        return label if target.startswith("date") else f"@{label.removeprefix('@')}"
    return f"@{target.partition('^')[0]}"


def _link(target: str, label: str) -> str:
    address = target.removeprefix("mailto:")
    if not label or label in {target, address}:
        return address if target != address else f"<{target}>"
    shown = label.replace("[", "(").replace("]", ")")
    return f"[{shown}]({target.replace(' ', '%20').replace(')', '%29')})"


def _plain(text: str) -> str:
    if "&" not in text:
        return text
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
