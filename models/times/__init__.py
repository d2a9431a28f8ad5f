"""Times as people write and read them: typed text to an instant, an instant to words."""

from models.times.parse import parse_time_input
from models.times.reading import (
    Doubt,
    TimeChoice,
    TimeContext,
    TimeQuestion,
    TimeReading,
)
from models.times.zones import AmbiguousZoneError, UnknownZoneError, list_zones, zone_from, zone_key

__all__ = [
    "AmbiguousZoneError",
    "Doubt",
    "TimeChoice",
    "TimeContext",
    "TimeQuestion",
    "TimeReading",
    "UnknownZoneError",
    "list_zones",
    "parse_time_input",
    "zone_from",
    "zone_key",
]
