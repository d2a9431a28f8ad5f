"""Summaries and shares: how a page is made, own words in it, and to whom it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.operations.base import operation
from app.operations.fields import Value
from app.operations.ranks import next_rank
from models.outcome import Share, Summary, SummaryBlock
from models.values import Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareNote:
    """What is kept of one share."""

    audience: Audience
    to_whom: str
    way: str = ""
    note: str = ""
    file_name: str = ""
    file_hash: str = ""


@operation("Set up summary")
def set_up_summary(
    session: Session, review_id: str, audience: Audience, column: str, value: Value
) -> None:
    """Set how the summary for an audience is made, e.g. `naming` or `with_declined`."""
    setattr(_summary(session, review_id, audience), column, value)


@operation("Add paragraph")
def add_paragraph(
    session: Session, review_id: str, audience: Audience, anchor: str, text: str
) -> str:
    """Put an own paragraph after the block of this key; return its id."""
    block = SummaryBlock(
        review_id=review_id,
        summary_id=_summary(session, review_id, audience).id,
        anchor=anchor,
        text=text,
        rank=next_rank(session, SummaryBlock, review_id),
    )
    session.add(block)
    session.flush()
    return block.id


@operation("Reword paragraph")
def reword_block(
    session: Session, review_id: str, audience: Audience, anchor: str, was: str, text: str
) -> None:
    """Put own words in place of a generated block; what it said is kept beside them."""
    block = _changed(session, review_id, audience, anchor)
    block.text, block.generated_text, block.hidden = text, was, False


@operation("Leave paragraph out")
def hide_block(session: Session, review_id: str, audience: Audience, anchor: str) -> None:
    """Leave a generated block out of a summary."""
    _changed(session, review_id, audience, anchor).hidden = True


@operation("Back to what was generated")
def restore_block(session: Session, review_id: str, audience: Audience, anchor: str) -> None:
    """Take own words or the leaving-out of a block back."""
    session.delete(_changed(session, review_id, audience, anchor))


@operation("Bring all paragraphs back")
def show_hidden_blocks(session: Session, review_id: str, audience: Audience) -> None:
    """Show again everything that was left out of a summary."""
    summary = _summary(session, review_id, audience)
    left_out = select(SummaryBlock).where(
        SummaryBlock.summary_id == summary.id, SummaryBlock.hidden.is_(True)
    )
    for block in session.scalars(left_out):
        if block.text:
            block.hidden = False
        else:
            session.delete(block)


@operation("Delete paragraph")
def delete_paragraph(session: Session, block_id: str) -> None:
    """Take an own paragraph away."""
    session.delete(session.get_one(SummaryBlock, block_id))


@operation("Record share")
def record_share(session: Session, review_id: str, share: ShareNote) -> str:
    """Keep to whom a summary went, and how (A11)."""
    kept = Share(
        review_id=review_id,
        audience=share.audience,
        to_whom=share.to_whom,
        way=share.way,
        note=share.note,
        file_name=share.file_name,
        file_hash=share.file_hash,
        shared_at=datetime.now(UTC),
    )
    session.add(kept)
    session.flush()
    return kept.id


@operation("Delete share")
def delete_share(session: Session, share_id: str) -> None:
    """Take a share off the record."""
    session.delete(session.get_one(Share, share_id))


def _summary(session: Session, review_id: str, audience: Audience) -> Summary:
    found = session.scalar(
        select(Summary).where(Summary.review_id == review_id, Summary.audience == audience)
    )
    if found is None:
        found = Summary(review_id=review_id, audience=audience)
        session.add(found)
        session.flush()
    return found


def _changed(session: Session, review_id: str, audience: Audience, anchor: str) -> SummaryBlock:
    summary = _summary(session, review_id, audience)
    found = session.scalar(
        select(SummaryBlock).where(
            SummaryBlock.summary_id == summary.id,
            SummaryBlock.anchor == anchor,
            SummaryBlock.is_own.is_(False),
        )
    )
    if found is None:
        found = SummaryBlock(
            review_id=review_id, summary_id=summary.id, anchor=anchor, is_own=False
        )
        session.add(found)
    return found
