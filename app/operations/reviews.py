"""What can be done to whole reviews: begin, archive, close, delete, use as a template."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.history import remove
from app.operations.base import operation
from guides.source_checklist import CHECKLIST, ChecklistLine
from models.evidence import Source
from models.review import Review, ReviewService, Service
from models.values import ReviewState, SourceState


@dataclass(frozen=True, slots=True)
class NewReview:
    """What is known when a review begins."""

    title: str
    zone: str = "UTC"
    name: str = "Incident review"
    opening_script: str = ""
    leadership_statement: str = ""
    agenda: str = ""


@operation("New review")
def add_review(session: Session, new: NewReview) -> str:
    """Begin a review; return its id."""
    review = Review(
        title=new.title,
        incident_title=new.title,
        created_at=datetime.now(UTC),
        zone=new.zone,
        name=new.name,
        opening_script=new.opening_script,
        leadership_statement=new.leadership_statement,
        agenda=new.agenda,
    )
    session.add(review)
    session.flush()
    return review.id


@operation("Delete review")
def delete_review(session: Session, review_id: str) -> None:
    """Delete a review with everything in it; the trash keeps it for 30 days."""
    remove(session, Review, review_id)


@operation("Archive review")
def archive_review(session: Session, review_id: str) -> None:
    """Put a review away; it stays searchable."""
    session.get_one(Review, review_id).archived = True


@operation("Take review out of the archive")
def unarchive_review(session: Session, review_id: str) -> None:
    """Bring an archived review back to the list."""
    session.get_one(Review, review_id).archived = False


@operation("Close review")
def close_review(session: Session, review_id: str) -> None:
    """Close a review; whether it may be closed is the business of guides.closing."""
    review = session.get_one(Review, review_id)
    review.state = ReviewState.CLOSED
    review.closed_at = datetime.now(UTC)


@operation("Reopen review")
def reopen_review(session: Session, review_id: str) -> None:
    """Take up a closed review again."""
    review = session.get_one(Review, review_id)
    review.state = ReviewState.OPEN
    review.closed_at = None


@operation("Duplicate as template")
def duplicate_as_template(session: Session, review_id: str, title: str) -> str:
    """Begin a review with the settings, agenda, source checklist and tags of another.

    No people, texts or dates come along. Return the id of the new review.
    """
    old = session.get_one(Review, review_id)
    review = Review(
        title=title,
        created_at=datetime.now(UTC),
        zone=old.zone,
        name=old.name,
        tags=old.tags,
        mode=old.mode,
        depth=old.depth,
        meeting_minutes=old.meeting_minutes,
        agenda=old.agenda,
    )
    session.add(review)
    session.flush()
    asked = select(Source.checklist_key).where(Source.review_id == review_id)
    keys = set(session.scalars(asked))
    session.add_all(_to_ask_for(line, review.id) for line in CHECKLIST if line.key in keys)
    return review.id


def _to_ask_for(line: ChecklistLine, review_id: str) -> Source:
    """Return a line of the checklist under its own name; what it was called last time is a text."""
    return Source(
        review_id=review_id,
        name=line.title,
        kind=line.kind,
        checklist_key=line.key,
        state=SourceState.REQUESTED,
    )


@operation("Name services")
def name_services(session: Session, review_id: str, names: tuple[str, ...]) -> None:
    """Set which services an incident touched; unknown ones are added to the library."""
    wanted = [name.strip() for name in names if name.strip()]
    for link in session.scalars(select(ReviewService).where(ReviewService.review_id == review_id)):
        session.delete(link)
    session.flush()
    for name in dict.fromkeys(wanted):
        service = session.scalar(select(Service).where(Service.name == name))
        if service is None:
            service = Service(name=name)
            session.add(service)
            session.flush()
        session.add(ReviewService(review_id=review_id, service_id=service.id))
