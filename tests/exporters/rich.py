"""An invented review that uses every part of a summary; nothing of it ever happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from models.rows import (
    AccountRow,
    ActionFactorRow,
    ActionItemRow,
    AnswerRow,
    ChangeFindingRow,
    CheckReasonRow,
    DecisionFactorRow,
    DecisionRow,
    EvidenceRow,
    FactorLinkRow,
    FactorRow,
    GapRow,
    LookRow,
    ParticipantRow,
    QuestionRow,
    SourceRow,
)
from models.snapshot import Snapshot
from models.taxonomy import Category
from models.values import (
    ActionState,
    ChangeLane,
    Confidence,
    Detection,
    Duty,
    EventKind,
    Extent,
    FactorRole,
    GapState,
    ImpactGroup,
    LinkKind,
    Precision,
    Privacy,
    RecordKind,
    SourceState,
    Stage,
    Stance,
)
from tests.exporters.factories import at, decision, event, impact, review, snapshot

R = "r"
PEOPLE = (
    ParticipantRow(
        id="p1",
        review_id=R,
        name="Priya Shah",
        role="Database engineer",
        aliases="@priya, pshah, priya@orders.example",
    ),
    ParticipantRow(
        id="p2", review_id=R, name="Tomás O'Neill", role="Second database engineer", aliases="tomas"
    ),
    ParticipantRow(
        id="p3",
        review_id=R,
        name="Mei-Ling Wu",
        role="Support lead",
        agreement="The first calls came ten minutes earlier than the ticket says.",
    ),
    ParticipantRow(
        id="p4",
        review_id=R,
        name="Jonas Weber",
        role="Facilitator from Payments",
        duty=Duty.FACILITATOR,
        in_incident=False,
    ),
)
SOURCES = (
    SourceRow(id="s1", review_id=R, name="Channel #orders-incident", kind=RecordKind.CHAT),
    SourceRow(id="s2", review_id=R, name="Alert log", kind=RecordKind.ALERT),
    SourceRow(
        id="s3",
        review_id=R,
        name="Graph of queue depth",
        kind=RecordKind.GRAPH,
        state=SourceState.DOES_NOT_EXIST,
    ),
    SourceRow(id="s4", review_id=R, name="Talk with the engineer", kind=RecordKind.NOTES),
)
_ABOUT = Precision.ABOUT
DB, SUPPORT, SYSTEMS = "Database engineers", "Support", "Systems"
EVENTS = (
    event("Nightly load begins", -25, id="e1", source_id="s2", kind=EventKind.AUTOMATION),
    event(
        "Order queue grows past 10,000",
        0,
        id="e2",
        source_id="s2",
        kind=EventKind.ALERT,
        detail="The page names the queue, not the lock behind it.",
    ),
    event(
        "First customer writes that orders hang",
        6,
        id="e3",
        source_id="s1",
        lane=SUPPORT,
        kind=EventKind.CUSTOMER_REPORT,
        precision=_ABOUT,
    ),
    event(
        "Priya joins from the train",
        14,
        id="e4",
        source_id="s1",
        lane=DB,
        kind=EventKind.JOIN,
        participant_id="p1",
    ),
    event(
        "Long query seen on `db2`",
        31,
        id="e5",
        source_id="s1",
        lane=DB,
        kind=EventKind.DIAGNOSIS,
        precision=_ABOUT,
    ),
    decision(
        "Copy is stopped to free the lock",
        52,
        id="e6",
        source_id="s1",
        lane=DB,
        participant_id="p1",
        known_then="The copy had printed nothing for twenty minutes.",
        expected_next="Orders move again within a minute",
        unclear_then="Whether the copy was waiting or stuck.",
        pressing="Priya's train was about to lose its connection.",
    ),
    event("Replica stops following", 54, id="e7", source_id="s2", kind=EventKind.SURPRISE),
    event(
        "Handover to the night shift",
        95,
        id="e8",
        lane=DB,
        kind=EventKind.HANDOFF,
        told_by_id="p2",
        participant_id="p2",
    ),
    decision(
        "Orders are taken without stock check",
        130,
        id="e9",
        lane=SUPPORT,
        source_id="s1",
        participant_id="p3",
        known_then="Stock data was forty minutes old.",
        expected_next="A handful of orders to correct by hand.",
    ),
    event(
        "Status page: “orders are slow”",
        140,
        id="e10",
        lane=SUPPORT,
        kind=EventKind.COMMUNICATION,
        source_id="s1",
    ),
    event(
        "Replica rebuilt from the morning's copy",
        205,
        id="e11",
        lane=DB,
        kind=EventKind.RECOVERY,
        precision=_ABOUT,
        told_by_id="p2",
        added_in_room=True,
    ),
    event("Queue is empty", 248, id="e12", source_id="s2", kind=EventKind.CLOSING),
)
FACTORS = (
    FactorRow(
        id="f1",
        review_id=R,
        number=1,
        category=Category.C3,
        condition="The nightly load had grown to five times its size of a year ago",
        effect="its lock lasted into the evening peak",
        role=FactorRole.TRIGGER,
        latent_since="last autumn",
        confidence=Confidence.RECORDED,
    ),
    FactorRow(
        id="f2",
        review_id=R,
        number=2,
        category=Category.C6,
        condition="The copy tool prints nothing while it waits",
        effect="which makes waiting hard to tell from stuck",
        role=FactorRole.ENABLER,
        confidence=Confidence.RECORDED,
        dissent="The silence is described in the manual of the tool.",
    ),
    FactorRow(
        id="f3",
        review_id=R,
        number=3,
        category=Category.C7,
        condition="Rebuilding a replica lives in two heads",
        effect="the night shift waited for one of them",
        role=FactorRole.AMPLIFIER,
    ),
    FactorRow(
        id="f4",
        review_id=R,
        number=4,
        category=Category.C5,
        condition="The page names the queue and not the lock behind it",
        effect="the first half hour went into the queue",
        role=FactorRole.DIFFICULTY,
        how_spoke="fake_kingpin",
        confidence=Confidence.DISPUTED,
    ),
    FactorRow(
        id="r1",
        review_id=R,
        number=1,
        category=Category.R5,
        condition="A copy made that morning for another purpose could be restored",
    ),
    FactorRow(
        id="r2",
        review_id=R,
        number=2,
        category=Category.R3,
        condition="Support took orders without stock check",
        effect="four in five customers noticed nothing",
    ),
)
ANSWERS = (
    AnswerRow(
        id="a1",
        review_id=R,
        question_id="q1",
        participant_id="p1",
        text="It says nothing while it waits. Waiting and stuck look the same.",
        quote_approved=True,
        told_on=date(2026, 3, 6),
        privacy=Privacy.INTERNAL,
    ),
    AnswerRow(
        id="a2",
        review_id=R,
        question_id="q1",
        participant_id="p2",
        text="UNAPPROVED: nobody reads that manual.",
        privacy=Privacy.INTERNAL,
    ),
)
ACCOUNTS = (
    AccountRow(
        id="t1",
        review_id=R,
        event_id="e6",
        participant_id="p1",
        text="The copy was stuck, so I stopped it.",
        quote_approved=True,
        told_on=date(2026, 3, 6),
        privacy=Privacy.INTERNAL,
    ),
    AccountRow(
        id="t2",
        review_id=R,
        event_id="e6",
        participant_id="p2",
        text="That silence is normal; it waits for the primary.",
        quote_approved=True,
        privacy=Privacy.INTERNAL,
    ),
    AccountRow(
        id="t3",
        review_id=R,
        event_id="e9",
        participant_id="p3",
        text="We had done it once before, in the big move.",
        quote_approved=True,
        told_how="conversation",
        told_on=date(2026, 3, 5),
        privacy=Privacy.INTERNAL,
    ),
)
EVIDENCE = (
    EvidenceRow(id="v1", review_id=R, factor_id="f1", event_id="e1"),
    EvidenceRow(id="v2", review_id=R, factor_id="f1", text="Schedule of the load, 2025 and 2026"),
    EvidenceRow(id="v3", review_id=R, factor_id="f2", event_id="e6"),
    EvidenceRow(id="v4", review_id=R, factor_id="f2", answer_id="a1"),
    EvidenceRow(id="v5", review_id=R, factor_id="f2", answer_id="a2", stance=Stance.DISPUTES),
    EvidenceRow(id="v6", review_id=R, factor_id="f3", event_id="e8"),
    EvidenceRow(id="v7", review_id=R, factor_id="f3", account_id="t2"),
    EvidenceRow(id="v8", review_id=R, factor_id="f4", event_id="e2"),
    EvidenceRow(id="v9", review_id=R, factor_id="r1", event_id="e11"),
    EvidenceRow(id="v10", review_id=R, factor_id="r2", event_id="e9"),
)
LINKS = (
    FactorLinkRow(
        id="l1", review_id=R, from_factor_id="f1", to_factor_id="f2", kind=LinkKind.ENABLES
    ),
    FactorLinkRow(id="l2", review_id=R, from_factor_id="f2", to_factor_id="f3"),
    FactorLinkRow(
        id="l3", review_id=R, from_factor_id="f4", to_factor_id="f1", kind=LinkKind.MASKS
    ),
    FactorLinkRow(
        id="l4", review_id=R, from_factor_id="r1", to_factor_id="f3", kind=LinkKind.DAMPENS
    ),
    FactorLinkRow(
        id="l5", review_id=R, from_factor_id="f2", to_event_id="e6", kind=LinkKind.ACTS_AT
    ),
)
ACTIONS = (
    ActionItemRow(
        id="c1",
        review_id=R,
        text="Split the nightly load and stop it at 20:00",
        state=ActionState.ACCEPTED,
        owner="Data team",
        due=date(2026, 4, 3),
        done_when="two weeks without a lock after 20:00",
        plan_ref="DATA-118",
    ),
    ActionItemRow(
        id="c2",
        review_id=R,
        text="Rebuild a replica once a month, by turns",
        state=ActionState.DOING,
        owner="Priya Shah",
        due=date(2026, 3, 27),
    ),
    ActionItemRow(
        id="c3",
        review_id=R,
        text="A second page for long locks",
        state=ActionState.DECLINED,
        declined_reason="the queue page will name the lock instead",
    ),
    ActionItemRow(
        id="c4", review_id=R, text="Name the lock in the queue page", state=ActionState.CANDIDATE
    ),
)
DECISIONS = (
    DecisionRow(
        id="d1",
        review_id=R,
        text="Orders stay open when stock data is old",
        reason="corrections by hand took one hour in all",
        accepted_by="Product",
        look_again_on=date(2026, 9, 1),
        look_again_if="more than fifty orders need correction",
    ),
)
GAPS = (
    GapRow(
        id="g1",
        review_id=R,
        text="When did the lock first last past 20:00?",
        asker="Support lead",
        owner="Data team",
    ),
    GapRow(
        id="g2",
        review_id=R,
        text="What did the night shift see on its screens?",
        state=GapState.CANNOT_KNOW,
    ),
    GapRow(id="g3", review_id=R, text="Who was called?", state=GapState.ANSWERED, answer="Nobody."),
)


def rich_snapshot() -> Snapshot:
    """Return the whole invented review."""
    told = review(
        top_insight="We rebuild a replica so rarely that it lives in two heads. A rebuild that "
        "is rehearsed takes half an hour; ours took two.",
        started_at=at(0),
        ended_at=at(248),
        detection=Detection.OWN_ALERT,
        background="Orders pass through a **queue**. The nightly load takes a lock on the stock "
        "table while it copies.\n\n- the primary takes writes\n- the replica serves the shop",
        glossary="Replica: a copy of the database that follows the primary\n"
        "Lock: a reservation that makes others wait",
        twice_answer="Yes, once two more people have rebuilt a replica",
    )
    return snapshot(
        review=told,
        participants=PEOPLE,
        sources=SOURCES,
        events=EVENTS,
        accounts=ACCOUNTS,
        questions=(
            QuestionRow(id="q1", review_id=R, text="How did the copy look from where you sat?"),
        ),
        answers=ANSWERS,
        gaps=GAPS,
        impacts=IMPACTS,
        change_findings=(
            ChangeFindingRow(
                id="x1", review_id=R, lane=ChangeLane.CODE, text="A release of the shop at noon"
            ),
        ),
        looks=(LookRow(id="k1", review_id=R, subject="outside"),),
        factors=FACTORS,
        evidence=EVIDENCE,
        factor_links=LINKS,
        actions=ACTIONS,
        action_factors=(
            ActionFactorRow(id="n1", review_id=R, action_id="c1", factor_id="f1"),
            ActionFactorRow(id="n2", review_id=R, action_id="c2", factor_id="f3"),
            ActionFactorRow(id="n3", review_id=R, action_id="c2", factor_id="f2"),
        ),
        decisions=DECISIONS,
        decision_factors=(
            DecisionFactorRow(id="m1", review_id=R, decision_id="d1", factor_id="r2"),
        ),
        check_reasons=(
            CheckReasonRow(
                id="z1",
                review_id=R,
                stage=Stage.PREPARE,
                check_key="facilitator_neutral",
                reason="Payments uses the same database; nobody further away was free this week",
                given_on=date(2026, 3, 4),
            ),
        ),
        record_count=412,
    )


IMPACTS = (
    impact(
        "orders slow for some",
        0,
        54,
        id="i1",
    ),
    impact(
        "orders stood still",
        54,
        205,
        id="i2",
        extent=Extent.FULL,
        low=2800,
        high=3100,
        unit="orders late",
    ),
    replace(
        impact("About 240 calls and mails reached support", 6, None, id="i3"),
        group=ImpactGroup.SUPPORT_LOAD,
        started_at=None,
    ),
)
