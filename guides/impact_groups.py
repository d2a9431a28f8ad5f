"""How impact and detection are asked for: groups, extents, and who noticed first (G06, G07)."""

from __future__ import annotations

from models.values import Detection, Extent, ImpactGroup

GROUP_TITLES: dict[ImpactGroup, str] = {
    ImpactGroup.CUSTOMERS: "Customers",
    ImpactGroup.INTERNAL_USERS: "People inside",
    ImpactGroup.SUPPORT_LOAD: "Support load",
    ImpactGroup.PLANNED_WORK: "Planned work",
    ImpactGroup.MONEY: "Money",
    ImpactGroup.REPUTATION: "Reputation",
}
GROUP_HINTS: dict[ImpactGroup, str] = {
    ImpactGroup.CUSTOMERS: "What could they not do, or lose?",
    ImpactGroup.INTERNAL_USERS: "Who inside could not work, and how?",
    ImpactGroup.SUPPORT_LOAD: "Tickets, calls, hours",
    ImpactGroup.PLANNED_WORK: "What was put off?",
    ImpactGroup.MONEY: "Lost, paid back, spent",
    ImpactGroup.REPUTATION: "Who wrote or said what?",
}
UNITS: dict[ImpactGroup, str] = {
    ImpactGroup.CUSTOMERS: "customers",
    ImpactGroup.INTERNAL_USERS: "people",
    ImpactGroup.SUPPORT_LOAD: "tickets",
    ImpactGroup.PLANNED_WORK: "days",
    ImpactGroup.MONEY: "",
    ImpactGroup.REPUTATION: "",
}
EXTENT_TITLES: dict[Extent, str] = {Extent.PARTIAL: "Partly", Extent.FULL: "Fully"}
DETECTION_TITLES: dict[Detection, str] = {
    Detection.OWN_ALERT: "Our own alert",
    Detection.EMPLOYEE: "An employee",
    Detection.CUSTOMER: "A customer",
    Detection.VENDOR: "A vendor",
    Detection.CHANCE: "By chance",
}
