"""The incident of the journeys: invented, with the notes and the chat somebody kept of it."""

from __future__ import annotations

import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

TITLE = "Orders stuck after the calendar change"
NOTES = """## 4 March 2026

- 09:50 A new delivery calendar goes live
- 10:02 Orders page answers slowly
- 10:15 Jordan Bell is paged about the queue of orders
- 10:31 Jordan Bell pauses the calendar import
- 10:48 Orders flow again
"""
MESSAGES = (
    ("10:20:00", "U1", "the queue grows by 40 orders a minute"),
    ("10:27:00", "U2", "support has nine tickets about orders that do not arrive"),
    ("10:33:00", "U1", "import is paused, watching the queue"),
)
PEOPLE = (("U1", "jordan", "Jordan Bell"), ("U2", "mika", "Mika Roth"))


def write_chat(path: Path) -> Path:
    """Write the chat of that day as a Slack export."""
    users = [
        {"id": key, "name": name, "profile": {"real_name": real, "display_name": name}}
        for key, name, real in PEOPLE
    ]
    channels = [{"id": "C1", "name": "orders", "members": ["U1", "U2"]}]
    messages = [
        {"type": "message", "user": user, "text": text, "ts": f"{_seconds(clock):.6f}"}
        for clock, user, text in MESSAGES
    ]
    with zipfile.ZipFile(path, "w") as export:
        export.writestr("users.json", json.dumps(users))
        export.writestr("channels.json", json.dumps(channels))
        export.writestr("orders/2026-03-04.json", json.dumps(messages))
    return path


def _seconds(clock: str) -> float:
    hour, minute, second = (int(part) for part in clock.split(":"))
    return datetime(2026, 3, 4, hour, minute, second, tzinfo=UTC).timestamp()
