"""The words of the method: one enum per set of values, one spelling everywhere.

The spelling is that of the database, the command line, question packs and tests.
"""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """A step of a review, in the order of the rail."""

    PREPARE = "prepare"
    GATHER = "gather"
    TIMELINE = "timeline"
    EXPLORE = "explore"
    FACTORS = "factors"
    ACTIONS = "actions"
    SHARE = "share"
    REFLECT = "reflect"


class ReviewState(StrEnum):
    """Whether a review still takes changes."""

    OPEN = "open"
    CLOSED = "closed"


class ReviewMode(StrEnum):
    """How the group works together (P05)."""

    MEETING = "meeting"
    WRITTEN = "written"


class ReviewDepth(StrEnum):
    """How much a review is worth going into (P09)."""

    LIGHT = "light"
    STANDARD = "standard"
    DEEP = "deep"


class Detection(StrEnum):
    """Who noticed first (G07)."""

    OWN_ALERT = "own_alert"
    EMPLOYEE = "employee"
    CUSTOMER = "customer"
    VENDOR = "vendor"
    CHANCE = "chance"


class Privacy(StrEnum):
    """Who may see a text, narrowest first; an audience sees its level and the wider ones."""

    PRIVATE = "private"
    OFF_RECORD = "off_record"
    PARTICIPANTS = "participants"
    INTERNAL = "internal"
    PUBLIC = "public"


class Precision(StrEnum):
    """How well a time is known."""

    EXACT = "exact"
    ABOUT = "about"
    BEFORE = "before"
    AFTER = "after"
    UNKNOWN = "unknown"


class EventKind(StrEnum):
    """What sort of thing happened."""

    DETECTION = "detection"
    ALERT = "alert"
    CUSTOMER_REPORT = "customer_report"
    ESCALATION = "escalation"
    JOIN = "join"
    DIAGNOSIS = "diagnosis"
    DECISION = "decision"
    DEPLOY = "deploy"
    CONFIG = "config"
    AUTOMATION = "automation"
    COMMUNICATION = "communication"
    MITIGATION = "mitigation"
    ROLLBACK = "rollback"
    RECOVERY = "recovery"
    WORKAROUND = "workaround"
    SURPRISE = "surprise"
    HANDOFF = "handoff"
    WAITING = "waiting"
    VENDOR = "vendor"
    CLOSING = "closing"
    NORMAL = "normal"


class Mark(StrEnum):
    """What stood out about an event; any number of them on any kind (T11)."""

    SURPRISE = "surprise"
    CONFUSION = "confusion"
    HANDOFF = "handoff"
    PIVOT = "pivot"


class RoleTag(StrEnum):
    """The seat a person had, as question packs know it (method 2.2)."""

    RESPONDER = "responder"
    IC = "ic"
    CHANGE_AUTHOR = "change_author"
    REVIEWER = "reviewer"
    SUPPORT = "support"
    PRODUCT = "product"
    LEADERSHIP = "leadership"
    COMMS = "comms"
    SME = "sme"
    NEWCOMER = "newcomer"


class Duty(StrEnum):
    """A job in running the review (P01, P13)."""

    FACILITATOR = "facilitator"
    CO_FACILITATOR = "co_facilitator"
    NOTE_TAKER = "note_taker"


class Invitation(StrEnum):
    """How far an invitation has come."""

    NOT_ASKED = "not_asked"
    INVITED = "invited"
    WAIVED = "waived"
    DECLINED = "declined"


class SourceState(StrEnum):
    """Whether a source of evidence is at hand (G01)."""

    HAVE = "have"
    REQUESTED = "requested"
    DOES_NOT_EXIST = "does_not_exist"


class RecordKind(StrEnum):
    """What a source or a raw record is."""

    CHAT = "chat"
    ALERT = "alert"
    LOG = "log"
    GRAPH = "graph"
    STATUS_PAGE = "status_page"
    RECORDING = "recording"
    PICTURE = "picture"
    LINK = "link"
    NOTES = "notes"
    TICKET = "ticket"
    FILE = "file"


class RecordState(StrEnum):
    """Where a raw record stands in the tray."""

    NEW = "new"
    FOLDED = "folded"
    ON_TIMELINE = "on_timeline"


class BatchState(StrEnum):
    """Where an import stands; only complete batches are shown."""

    ARRIVING = "arriving"
    COMPLETE = "complete"
    WITHDRAWN = "withdrawn"


class GapState(StrEnum):
    """Where an open question about the facts stands (G05)."""

    OPEN = "open"
    ANSWERED = "answered"
    CANNOT_KNOW = "cannot_know"


class ChangeLane(StrEnum):
    """Where something had changed (G03)."""

    CODE = "code"
    INFRASTRUCTURE = "infrastructure"
    OUTSIDE = "outside"


class LookState(StrEnum):
    """Whether a lane or a category was looked at."""

    FOUND = "found"
    NOTHING = "nothing"
    NOT_LOOKED = "not_looked"


class ImpactGroup(StrEnum):
    """Whom an impact hit (G06)."""

    CUSTOMERS = "customers"
    INTERNAL_USERS = "internal_users"
    SUPPORT_LOAD = "support_load"
    PLANNED_WORK = "planned_work"
    MONEY = "money"
    REPUTATION = "reputation"


class Extent(StrEnum):
    """How much of the service an impact took, for the band in the lanes."""

    PARTIAL = "partial"
    FULL = "full"


class AnswerForm(StrEnum):
    """What an answer is (I04)."""

    DESCRIPTION = "description"
    EXPLANATION = "explanation"
    OPINION = "opinion"


class FactorRole(StrEnum):
    """How a factor acted (F03, F11)."""

    TRIGGER = "trigger"
    ENABLER = "enabler"
    AMPLIFIER = "amplifier"
    MISSING_DEFENCE = "missing_defence"
    DIFFICULTY = "difficulty"
    MITIGATOR = "mitigator"


class FactorLevel(StrEnum):
    """At which level a factor sits (F15)."""

    TECHNICAL = "technical"
    WORK = "work"
    COMPANY = "company"
    OUTSIDE = "outside"


class Confidence(StrEnum):
    """How sure the group is of a factor (F12)."""

    RECORDED = "recorded"
    INFERRED = "inferred"
    DISPUTED = "disputed"


class Stance(StrEnum):
    """What a piece of evidence says of a factor."""

    SUPPORTS = "supports"
    DISPUTES = "disputes"


class LinkKind(StrEnum):
    """How one factor acts on another; interacts has no direction and is the default."""

    ENABLES = "enables"
    AMPLIFIES = "amplifies"
    MASKS = "masks"
    DELAYS = "delays"
    INTERACTS = "interacts"
    DAMPENS = "dampens"
    ACTS_AT = "acts_at"


class Fate(StrEnum):
    """What became of a factor when the review ends."""

    OPEN = "open"
    ACCEPTED = "accepted"


class IdeaState(StrEnum):
    """Where a parked idea stands (M05)."""

    PARKED = "parked"
    TAKEN_UP = "taken_up"
    LEFT = "left"


class ActionState(StrEnum):
    """Where an action item stands; overdue is computed, never stored."""

    IDEA = "idea"
    SOAKING = "soaking"
    CANDIDATE = "candidate"
    ACCEPTED = "accepted"
    DOING = "doing"
    DONE = "done"
    CHECKED = "checked"
    DECLINED = "declined"
    DROPPED = "dropped"


class ActionKind(StrEnum):
    """What an action is for."""

    PREVENT = "prevent"
    DETECT = "detect"
    CONTAIN = "contain"
    RECOVER = "recover"
    COORDINATE = "coordinate"
    LEARN = "learn"


class Strength(StrEnum):
    """Whether an action depends on memory or vigilance (A12)."""

    WEAK = "weak"
    INTERMEDIATE = "intermediate"
    STRONG = "strong"


class Reach(StrEnum):
    """How far an action reaches."""

    SPOT = "spot"
    CLASS = "class"
    SEVERAL = "several"


class Horizon(StrEnum):
    """When an action is due, in the words of the method (A03)."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


class Effect(StrEnum):
    """Whether a done action helped (A10)."""

    MOVED = "moved"
    PARTLY = "partly"
    NOT = "not"
    UNKNOWN = "unknown"


class DecisionKind(StrEnum):
    """What was decided, with the same weight as an action."""

    NO_ACTION = "no_action"
    OTHER = "other"


class Audience(StrEnum):
    """For whom a summary is written."""

    LEADERSHIP = "leadership"
    ENGINEERING = "engineering"
    SUPPORT = "support"
    SUPPORT_PRELIMINARY = "support-preliminary"
    CUSTOMERS = "customers"
    ACTIONS = "actions"
    CALIBRATION = "calibration"
    VIGNETTE = "vignette"
    BRIEF = "brief"


class ExportFormat(StrEnum):
    """What kind of file an export becomes."""

    DOCX = "docx"
    MD = "md"
    HTML = "html"
    PDF = "pdf"
    CSV = "csv"
    BUNDLE = "bundle"


class Naming(StrEnum):
    """How people appear in a summary (S09)."""

    ROLES = "roles"
    ALIASES = "aliases"
    NAMES = "names"


class TrialOutcome(StrEnum):
    """What became of a change to the review process (R01)."""

    TO_TRY = "to_try"
    KEPT = "kept"
    LEFT = "left"
