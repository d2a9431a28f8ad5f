"""What was dropped or pasted: files and folders, pictures, links, or plain text."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage

from app.attachments import is_picture

_PNG = "image/png"
_WEB = frozenset({"http", "https"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Sorted by what is done with it; several kinds may come at once."""

    sources: tuple[Path, ...] = ()
    """Files and folders that may hold records."""
    pictures: tuple[Path, ...] = ()
    picture: bytes = field(default=b"", repr=False)
    """A picture without a file, such as one copied from a screen."""
    links: tuple[str, ...] = ()
    text: str = ""


def has_material(data: QMimeData) -> bool:
    """Whether there is anything to take; looks at nothing on the disk."""
    return data.hasUrls() or data.hasImage() or bool(data.hasText() and data.text().strip())


def material_of(data: QMimeData) -> Material:
    """Sort what was dropped or pasted. A web address alone is a link, other text is text."""
    if data.hasUrls():
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        shown = {path for path in paths if is_picture(path)}
        return Material(
            sources=tuple(path for path in paths if path not in shown),
            pictures=tuple(path for path in paths if path in shown),
            links=tuple(url.toString() for url in data.urls() if url.scheme() in _WEB),
        )
    text = data.text().strip() if data.hasText() else ""
    if data.hasImage() and (not text or is_link(text)):
        return Material(picture=_png_of(data))
    if is_link(text):
        return Material(links=(text,))
    return Material(text=_words_of(data) if text else "")


def letting_go(data: QMimeData) -> str:
    """Say what would be taken in on letting go: `Let go: 3 files`."""
    links = sum(url.scheme() in _WEB for url in data.urls())
    files = len(data.urls()) - links
    said = [
        f"{count} {word}{'s' if count > 1 else ''}"
        for count, word in ((files, "file"), (links, "link"))
        if count
    ]
    if not said and data.hasImage():
        said = ["a picture"]
    return f"Let go: {' and '.join(said)}" if said else "Let go"


def is_link(text: str) -> bool:
    """Whether a text is one web address and nothing else."""
    if not text or len(text.split()) != 1:
        return False
    url = QUrl(text, QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme() in _WEB and bool(url.host())


def link_name(link: str) -> str:
    """Return how a link is called in a list: its host and path, without what comes after."""
    url = QUrl(link)
    return f"{url.host()}{url.path().rstrip('/')}"


def _words_of(data: QMimeData) -> str:
    """Return the words; rows and lists of a web page or a document keep their shape."""
    if not data.hasHtml():
        return data.text()
    from importers.pasted_html import has_shape, lines_from_html  # noqa: PLC0415 - rarely needed

    html = data.html()
    return lines_from_html(html) if has_shape(html) else data.text()


def _png_of(data: QMimeData) -> bytes:
    if data.hasFormat(_PNG):
        return bytes(data.data(_PNG).data())
    image = data.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return b""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
