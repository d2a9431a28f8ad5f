"""What a file is about to give away, found before it is written (leak check)."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from exporters.document import Document, block_text
from exporters.naming import Namer
from models.rows import ParticipantRow
from models.values import Naming


class LeakKind(StrEnum):
    """What sort of thing would leave."""

    SECRET = "secret"  # noqa: S105
    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    IP_ADDRESS = "ip_address"
    URL = "url"
    HOST = "host"
    PROPERTY = "property"


@dataclass(frozen=True, slots=True)
class Leak:
    """One thing found; `shown` is masked for secrets, `block_key` is empty outside the blocks."""

    kind: LeakKind
    shown: str
    block_key: str


_SECRETS = (
    re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    re.compile(r"\bgh[pousr]_[A-Za-z0-9]{20,}|\bgithub_pat_\w{20,}"),
    re.compile(r"\bglpat-[\w-]{16,}"),
    re.compile(r"\bxox[abeoprs]-[\w-]{10,}"),
    re.compile(r"\b[sr]k_(?:live|test)_\w{10,}|\bsk-[\w-]{20,}"),
    re.compile(r"\bAIza[\w-]{30,}"),
    re.compile(r"\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*"),
    re.compile(r"(?i)\b(?:bearer|basic)\s+[A-Za-z0-9+/_.=-]{16,}"),
    re.compile(
        r"(?i)\b(?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key)"
        r"[\"']?\s*[:=]\s*[\"']?[^\s\"',;]{4,}"
    ),
    re.compile(r"(?i)\b[a-z][a-z0-9+.-]*://[^\s/:@]+:[^\s/@]+@"),
    re.compile(r"\b(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Fa-f0-9]{32,}\b"),
)
_EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_URL = re.compile(r"(?i)\b(?:https?|ftp|ssh|postgres(?:ql)?|redis|mongodb|amqp)://[^\s<>\"'”)\]]+")
_IPV4 = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)")
_IPV6 = re.compile(r"(?<![\w:])(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4}(?![\w:])")
_PHONE = re.compile(r"(?<!\w)(?:\+\d[\d ()./-]{7,}\d|00\d[\d ()/-]{7,}\d|\(\d{3}\) ?\d{3}-\d{4})")
_NETWORK_NAME = re.compile(r"(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?![\w-])")
_NUMBERED_HOST = re.compile(r"(?<![\w.-])(?:[a-z]+-)*[a-z]{2,}-?\d{1,3}(?![\w-])")
_NOT_A_HOST = re.compile(
    r"(?:sev|sha|md|utf|ipv|http|tls|ssl|oauth|p|s|ec|rc|v|ver|version|day|week|phase|step|part|"
    r"q|h|base|x|python|java|node|log|mp|web)-?\d+"
)
_FILE_ENDINGS = frozenset(
    """
    bak bin cfg conf cpp cs css csv doc docx gif go gz html ini java jpg js json jsx kt lock
    log md pdf php png py rb rs sh sql svg tar toml ts tsx txt xls xlsx xml yaml yml zip
    """.split()  # noqa: SIM905
)


def find_leaks(document: Document, participants: Iterable[ParticipantRow]) -> tuple[Leak, ...]:
    """Return what the document would give away, secrets first, each once per place."""
    namer = Namer(participants, Naming.ROLES)
    found: dict[Leak, None] = {}
    for key, text in _texts(document):
        found |= dict.fromkeys(_in_text(text, key, namer))
    for text in (document.properties.title, document.properties.subject):
        for name in namer.finds(text):
            found[Leak(LeakKind.PROPERTY, name, "")] = None
    order = list(LeakKind)
    return tuple(sorted(found, key=lambda leak: order.index(leak.kind)))


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    edges = (document.title, document.header_left, document.header_right, document.footer)
    yield "", "\n".join(edges)
    for block in document.blocks:
        links = (run.link for runs in block.texts() for run in runs if run.link)
        yield block.key, "\n".join([block_text(block), *links])


def _in_text(text: str, key: str, namer: Namer) -> Iterator[Leak]:
    rest = text
    for pattern in _SECRETS:
        for match in pattern.finditer(rest):
            yield Leak(LeakKind.SECRET, masked(match[0]), key)
        rest = pattern.sub(" ", rest)
    for name in namer.finds(rest):
        yield Leak(LeakKind.NAME, name, key)
    for kind, pattern in ((LeakKind.EMAIL, _EMAIL), (LeakKind.URL, _URL), (LeakKind.PHONE, _PHONE)):
        for match in pattern.finditer(rest):
            yield Leak(kind, match[0].rstrip(".,;:"), key)
        rest = pattern.sub(" ", rest)
    yield from _machines(rest, key)


def _machines(text: str, key: str) -> Iterator[Leak]:
    for match in (*_IPV4.finditer(text), *_IPV6.finditer(text)):
        if _is_address(match[0]):
            yield Leak(LeakKind.IP_ADDRESS, match[0], key)
    for match in _NETWORK_NAME.finditer(text):
        if match[0].rpartition(".")[2] not in _FILE_ENDINGS:
            yield Leak(LeakKind.HOST, match[0], key)
    for match in _NUMBERED_HOST.finditer(text):
        if _NOT_A_HOST.fullmatch(match[0]) is None:
            yield Leak(LeakKind.HOST, match[0], key)


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return "." in text or "::" in text or text.count(":") == 7


def masked(secret: str) -> str:
    """Return enough of a secret to find it, and no more."""
    line = secret.splitlines()[0]
    return f"{line[:6]}…" if len(line) > 6 else "…"
