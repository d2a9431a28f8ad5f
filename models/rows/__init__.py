"""What is stored, as frozen rows without a database: what views, guides and exporters are given.

Each row names its table in `table`; its fields carry the names of that table's columns.
"""

from models.rows.base import Row, Words
from models.rows.evidence import (
    AttachmentRow,
    EventRecordRow,
    ImportBatchRow,
    RecordRow,
    SourceRow,
)
from models.rows.inquiry import AnswerRow, NoteRow, ParkedIdeaRow, QuestionRow
from models.rows.learning import (
    CheckReasonRow,
    EvidenceRow,
    FactorLinkRow,
    FactorRow,
    LookRow,
)
from models.rows.outcome import (
    ActionFactorRow,
    ActionItemRow,
    DecisionFactorRow,
    DecisionRow,
    FeedbackRow,
    ProcessChangeRow,
    ShareRow,
    SummaryBlockRow,
    SummaryRow,
)
from models.rows.people import ParticipantRow, TeamRow
from models.rows.review import ReviewRow, ReviewServiceRow, ServiceRow
from models.rows.story import AccountRow, ChangeFindingRow, EventRow, GapRow, ImpactRow

__all__ = [
    "AccountRow",
    "ActionFactorRow",
    "ActionItemRow",
    "AnswerRow",
    "AttachmentRow",
    "ChangeFindingRow",
    "CheckReasonRow",
    "DecisionFactorRow",
    "DecisionRow",
    "EventRecordRow",
    "EventRow",
    "EvidenceRow",
    "FactorLinkRow",
    "FactorRow",
    "FeedbackRow",
    "GapRow",
    "ImpactRow",
    "ImportBatchRow",
    "LookRow",
    "NoteRow",
    "ParkedIdeaRow",
    "ParticipantRow",
    "ProcessChangeRow",
    "QuestionRow",
    "RecordRow",
    "ReviewRow",
    "ReviewServiceRow",
    "Row",
    "ServiceRow",
    "ShareRow",
    "SourceRow",
    "SummaryBlockRow",
    "SummaryRow",
    "TeamRow",
    "Words",
]
