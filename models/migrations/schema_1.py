"""The tables of schema 1, as they were: never edited again.

Each column is `name:type`, `?` for one that may be empty, `+` for an index. A type is a table that
is pointed at (`>review`), or one of COLUMN_TYPES in models/migrations/tables.py.
"""

FIRST = {
    "library_info": """
        id:key version:int created_at:time
    """,
    "trash": """
        id:key version:int review_id:str?+ text:str deleted_at:time rows:bytes row_count:int
    """,
    "team": """
        id:key version:int name:str
    """,
    "service": """
        id:key version:int name:str
    """,
    "review": """
        id:key version:int title:text created_at:time state:str24 closed_at:time? archived:bool
        name:str zone:str tags:str is_sample:bool incident_title:text started_at:time?
        detected_at:time? mitigated_at:time? ended_at:time? severity:str severity_changed:text
        detection:str24? mode:str24 mode_reason:text depth:str24 learning_signs:str
        meeting_at:time? meeting_minutes:int agenda:str opening_script:text
        leadership_statement:text top_insight:text background:text glossary:text
        twice_answer:text hours_spent:float? checksum:str16
    """,
    "review_service": """
        id:key version:int review_id:>review service_id:>service
    """,
    "participant": """
        id:key version:int review_id:>review name:str role:str role_tag:str24? aliases:str
        team_id:>team? zone:str place:str channel:str duty:str24? duty_note:text
        authority_over:str invitation:str24 waived_reason:text talk_first:bool in_incident:bool
        agreement:text rank:int checksum:str16
    """,
    "source": """
        id:key version:int review_id:>review name:text kind:str24 state:str24 checklist_key:str
        origin:str giver:str received_on:date? zone:str shift_seconds:int note:text
        checksum:str16
    """,
    "import_batch": """
        id:key version:int review_id:>review source_id:>source importer:str state:str24
        file_name:str file_hash:str imported_at:time kept:int folded:int skipped:int
    """,
    "record": """
        id:key version:int review_id:>review source_id:>source batch_id:>import_batch?
        identity:str position:int at:time? at_end:time? time_text:str zone:str precision:str24
        author:str channel:str kind:str24 state:str24 text:text thread_of:str link:str
        checksum:str16
    """,
    "event": """
        id:key version:int review_id:>review at:time? at_end:time? time_text:str zone:str
        precision:str24 rank:int kind:str24 marks:str64 title:text detail:text lane:str
        participant_id:>participant? source_id:>source? told_by_id:>participant?
        added_in_room:bool learned_later:bool known_then:text expected_next:text
        unclear_then:text pressing:text privacy:str24 checksum:str16
    """,
    "event_record": """
        id:key version:int review_id:>review event_id:>event record_id:>record
    """,
    "attachment": """
        id:key version:int review_id:>review source_id:>source? event_id:>event? sha256:str
        suffix:str shown_name:str size:int alt_text:text checksum:str16
    """,
    "account": """
        id:key version:int review_id:>review event_id:>event participant_id:>participant?
        text:text told_how:str told_on:date? verbatim:bool quote_approved:bool privacy:str24
        rank:int checksum:str16
    """,
    "gap": """
        id:key version:int review_id:>review text:text asker:str owner:str state:str24
        answer:text event_id:>event? privacy:str24 rank:int checksum:str16
    """,
    "impact": """
        id:key version:int review_id:>review group:str24 text:text low:float? high:float?
        unit:str extent:str24 started_at:time? ended_at:time? source_id:>source? privacy:str24
        rank:int checksum:str16
    """,
    "change_finding": """
        id:key version:int review_id:>review lane:str24 text:text rank:int checksum:str16
    """,
    "question": """
        id:key version:int review_id:>review event_id:>event? participant_id:>participant?
        bank_id:str text:text typed_text:text probe:str24? depth:str24 sensitivity:str24
        parent_answer_id:>answer? rung:int rank:int checksum:str16
    """,
    "answer": """
        id:key version:int review_id:>review question_id:>question participant_id:>participant?
        text:text form:str24 verbatim:bool quote_approved:bool told_on:date? privacy:str24
        factor_id:>factor? rank:int checksum:str16
    """,
    "note": """
        id:key version:int review_id:>review stage:str24 event_id:>event?
        participant_id:>participant? text:text privacy:str24 rank:int checksum:str16
    """,
    "factor": """
        id:key version:int review_id:>review number:int category:str24 condition:text
        effect:text role:str24 level:str24? latent_since:str how_spoke:str confidence:str24
        dissent:text fate:str24 fate_reason:text seen_before:text x:float y:float privacy:str24
        checksum:str16
    """,
    "evidence": """
        id:key version:int review_id:>review factor_id:>factor stance:str24 event_id:>event?
        answer_id:>answer? account_id:>account? record_id:>record? text:text rank:int
        checksum:str16
    """,
    "factor_link": """
        id:key version:int review_id:>review from_factor_id:>factor to_factor_id:>factor?
        to_event_id:>event? kind:str24 text:text checksum:str16
    """,
    "look": """
        id:key version:int review_id:>review subject:str state:str24
    """,
    "check_reason": """
        id:key version:int review_id:>review stage:str24 check_key:str reason:text given_on:date
        checksum:str16
    """,
    "action_item": """
        id:key version:int review_id:>review text:text kind:str24? state:str24 owner:str
        due:date? effort_low:float? effort_high:float? teams_involved:int owner_can_decide:bool
        done_when:text out_of_scope:text plan_ref:str strength:str24? reach:str24
        side_effects:text horizon:str24? soak_from:date? accepted_on:date? declined_reason:text
        check_on:date? effect:str24? effect_evidence:text verdict_reason:text
        parent_id:>action_item? privacy:str24 rank:int checksum:str16
    """,
    "action_factor": """
        id:key version:int review_id:>review action_id:>action_item factor_id:>factor
    """,
    "decision": """
        id:key version:int review_id:>review kind:str24 text:text reason:text accepted_by:str
        look_again_on:date? look_again_if:text decided_on:date? privacy:str24 rank:int
        checksum:str16
    """,
    "decision_factor": """
        id:key version:int review_id:>review decision_id:>decision factor_id:>factor
    """,
    "parked_idea": """
        id:key version:int review_id:>review text:text state:str24 parked_on:date
        event_id:>event? action_id:>action_item? privacy:str24 rank:int checksum:str16
    """,
    "summary": """
        id:key version:int review_id:>review audience:str24 naming:str24
        with_open_questions:bool with_what_held:bool with_timeline_picture:bool
        with_declined:bool approved_by:str
    """,
    "summary_block": """
        id:key version:int review_id:>review summary_id:>summary anchor:str is_own:bool
        hidden:bool text:text generated_text:text rank:int checksum:str16
    """,
    "share": """
        id:key version:int review_id:>review audience:str24 to_whom:str way:str shared_at:time
        file_name:str file_hash:str note:text checksum:str16
    """,
    "process_change": """
        id:key version:int review_id:>review text:text outcome:str24 decided_on:date
        outcome_note:text checksum:str16
    """,
    "feedback": """
        id:key version:int review_id:>review question:str answer:str count:int
    """,
}
