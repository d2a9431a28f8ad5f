"""What can keep a source from being read, in sentences a facilitator can act on."""

from __future__ import annotations

from models.errors import ReviewError


class UnreadableSourceError(ReviewError):
    """The source as a whole cannot be read; nothing came in."""


class UnknownFormatError(ReviewError):
    """No importer recognises the source."""
