from __future__ import annotations

from guides.promotion import draft_event, person_called
from models.rows import ParticipantRow
from models.values import EventKind, RecordKind


def test_the_title_is_the_first_line_and_the_rest_is_kept_as_detail():
    draft = draft_event("- Page goes out\nto two people", RecordKind.NOTES)
    assert (draft.title, draft.detail) == ("Page goes out", "- Page goes out\nto two people")


def test_a_short_line_needs_no_detail():
    assert draft_event("Page goes out", RecordKind.CHAT).detail == ""


def test_a_long_line_is_cut_at_a_sentence_or_a_word_and_kept_whole_as_detail():
    sentence = "The replica lags. " + "Nobody knows why yet, " * 10
    assert draft_event(sentence, RecordKind.CHAT).title == "The replica lags."
    words = "lag " * 60
    draft = draft_event(words, RecordKind.CHAT)
    assert draft.title.endswith("lag…")
    assert len(draft.title) <= 120
    assert draft.detail == words.strip()


def test_an_alert_becomes_an_alert_and_a_chat_line_normal_work():
    assert draft_event("disk full", RecordKind.ALERT).kind is EventKind.ALERT
    assert draft_event("disk full", RecordKind.CHAT).kind is EventKind.NORMAL


def test_a_record_without_text_still_has_a_title():
    assert draft_event("  \n ", RecordKind.CHAT).title == "(no text)"


def test_a_person_is_known_by_handle_name_or_role_unless_two_could_be_meant():
    one = ParticipantRow(
        id="1", review_id="r", name="Ada", role="Engineer", aliases="@ada, ada@x.y"
    )
    two = ParticipantRow(id="2", review_id="r", name="Ben", role="Engineer")
    assert person_called("ADA@x.y", [one, two]) is one
    assert person_called("@Ben", [one, two]) is two
    assert person_called("Engineer", [one, two]) is None
    assert person_called("", [one, two]) is None
