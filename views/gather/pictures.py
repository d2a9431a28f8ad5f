"""Reads kept pictures for the screen, within limits: no picture can take the window's memory."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap

ALLOCATION_MB = 64
"""What one decoded picture may take (R38)."""
_BYTES_A_POINT = 4


def read_picture_for(path: Path, room: QSize) -> QPixmap | str:
    """Return a picture that fits into `room`, or a sentence that says why it is not shown.

    The size is checked before anything is decoded; a JPEG is decoded at the size of the room.
    """
    QImageReader.setAllocationLimit(ALLOCATION_MB)
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if not path.exists():
        return "The picture is not beside the library any more. Copy its folder here again."
    if not size.isValid():
        return "This picture cannot be read here."
    if size.width() * size.height() * _BYTES_A_POINT > ALLOCATION_MB * 1024**2:
        return f"This picture is {size.width()} x {size.height()}, too large to show here."
    if size.width() > room.width() or size.height() > room.height():
        size.scale(room, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(size.expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        return "This picture cannot be read here."
    return QPixmap.fromImage(image)
