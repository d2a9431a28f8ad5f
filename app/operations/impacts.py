"""What the incident did to each group (G06)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.history import remove
from app.operations.base import operation
from app.operations.ranks import next_rank
from models.story import Impact
from models.values import Extent, ImpactGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class NewImpact:
    """What is known of an impact when it is put down; the numbers are a range in `unit`."""

    group: ImpactGroup
    text: str = ""
    low: float | None = None
    high: float | None = None
    unit: str = ""
    extent: Extent = Extent.PARTIAL
    started_at: datetime | None = None
    ended_at: datetime | None = None
    source_id: str | None = None


@operation("Add impact")
def add_impact(session: Session, review_id: str, new: NewImpact) -> str:
    """Put down what the incident did to a group; return the impact's id."""
    impact = Impact(
        review_id=review_id,
        group=new.group,
        text=new.text,
        low=new.low,
        high=new.high,
        unit=new.unit,
        extent=new.extent,
        started_at=new.started_at,
        ended_at=new.ended_at,
        source_id=new.source_id,
        rank=next_rank(session, Impact, review_id),
    )
    session.add(impact)
    session.flush()
    return impact.id


@operation("Delete impact")
def delete_impact(session: Session, impact_id: str) -> None:
    """Delete an impact; the trash keeps it for 30 days."""
    remove(session, Impact, impact_id)
