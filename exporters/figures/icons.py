"""A simple drawing for each kind of event: strokes on a grid of 16 by 16, centred in its mark."""

from __future__ import annotations

from models.values import EventKind

ICON_PATHS: dict[EventKind, str] = {
    EventKind.DETECTION: "M1.5 8C4 4 12 4 14.5 8C12 12 4 12 1.5 8ZM6 8a2 2 0 1 0 4 0a2 2 0 1 0-4 0",
    EventKind.ALERT: "M3 12h10c-1.5-1.5-1-6-2.5-7.5a3.6 3.6 0 0 0-5 0C4 6 4.5 10.5 3 12ZM6.5 14h3",
    EventKind.CUSTOMER_REPORT: "M2.5 13.5l1-3.5a5.5 5.5 0 1 1 2.3 2.400ZM5.5 7h5M5.5 9.5h3",
    EventKind.ESCALATION: "M3 3l2.5-.5 1.5 3-1.5 1.5a8 8 0 0 0 3.5 3.5l1.5-1.5 3 1.5"
    "-.5 2.5C8 14 2.5 8 3 3ZM10 2.5h3.5v3.5M13.5 2.5L9.5 6.5",
    EventKind.JOIN: "M4 5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M1.5 13.5c.8-5 9.2-5 10 0"
    "M13 5.5v4M11 7.5h4",
    EventKind.DIAGNOSIS: "M2.5 7a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0M10.3 10.300L14 14",
    EventKind.DECISION: "M8 1.5L14.5 8L8 14.5L1.5 8Z",
    EventKind.DEPLOY: "M8 1.5c3 2.5 3.5 6 2.5 9.5h-5c-1-3.5-.5-7 2.5-9.5ZM5.5 9l-2.5 3 2.5-.5"
    "M10.5 9l2.5 3-2.5-.5M8 12.5v2",
    EventKind.CONFIG: "M2 5h6M12 5h2M2 11h2M8 11h6M8 5a2 2 0 1 0 4 0a2 2 0 1 0-4 0"
    "M4 11a2 2 0 1 0 4 0a2 2 0 1 0-4 0",
    EventKind.AUTOMATION: "M3 6h10v7h-10ZM8 6v-3M6 9h.01M10 9h.01M6 11.300h4",
    EventKind.COMMUNICATION: "M2 6.5v3h3l6 3.5v-10l-6 3.5ZM13.5 6.5v3M5 9.5l.8 4h1.7",
    EventKind.MITIGATION: "M6 2.5h4v3.5h3.5v4h-3.5v3.5h-4v-3.5h-3.5v-4h3.5Z",
    EventKind.ROLLBACK: "M5.5 2.5l-3 3 3 3M2.5 5.5h7a4 4 0 0 1 0 8h-4",
    EventKind.RECOVERY: "M13 3v3.5h-3.5M12.7 6.300a5.5 5.5 0 1 0 .6 3.2",
    EventKind.WORKAROUND: "M4 13.5h6a2.7 2.7 0 0 0 0-5.5h-4a2.7 2.7 0 0 1 0-5.5h6.5"
    "M10.5.8l2 1.7-2 1.7",
    EventKind.SURPRISE: "M8 1.5l1.6 4.9 4.9 1.6-4.9 1.6-1.6 4.9-1.6-4.9-4.9-1.6 4.9-1.600Z",
    EventKind.HANDOFF: "M4.5 2.5l-2.5 2.5 2.5 2.5M2 5h11M11.5 8.5l2.5 2.5-2.5 2.5M14 11h-11",
    EventKind.WAITING: "M4 2h8M4 14h8M4.5 2c0 4 7 8 7 12M11.5 2c0 4-7 8-7 12",
    EventKind.VENDOR: "M3 14v-11.5h6v11.5M9 6.5h4v7.5M1.5 14h13M5 5.5h2M5 8h2M5 10.5h2",
    EventKind.CLOSING: "M3.5 14.5v-12c3-1.5 5.5 1.5 9 0v7c-3.5 1.5-6-1.5-9 0",
    EventKind.NORMAL: "M5.5 8a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0",
}
