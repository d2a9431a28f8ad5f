from __future__ import annotations

from guides.promotion import draft_event, person_called
from models.rows import ParticipantRow
from models.values import EventKind, RecordKind


def test_the_title_is_the_first_line_and_what_follows_is_the_detail():
    draft = draft_event("- Page goes out\n\nto two people\nat once", RecordKind.NOTES)
    assert (draft.title, draft.detail) == ("Page goes out", "to two people\nat once")


def test_a_short_line_needs_no_detail():
    assert draft_event("Page goes out", RecordKind.CHAT).detail == ""


def test_a_long_line_goes_on_in_the_detail_behind_a_sentence_or_a_word():
    rest = ("Nobody knows why yet, " * 10).strip()
    draft = draft_event(f"The replica lags. {rest}\nSo what?", RecordKind.CHAT)
    assert (draft.title, draft.detail) == ("The replica lags.", f"{rest}\nSo what?")
    words = "lag " * 60
    draft = draft_event(words, RecordKind.CHAT)
    assert draft.title.endswith("lag…")
    assert draft.detail.startswith("…lag")
    assert len(draft.title) <= 120
    assert (draft.title + draft.detail).replace("…", " ").split() == words.split()


def test_a_long_line_without_a_space_is_cut_all_the_same():
    draft = draft_event("x" * 300, RecordKind.CHAT)
    assert len(draft.title) <= 120
    assert (draft.title + draft.detail).replace("…", "") == "x" * 300


def test_a_link_is_its_words_in_the_title():
    text = "Told in [#ops](https://chat.example/a_(b)?c=1), see [the log](https://x.example)"
    assert draft_event(text, RecordKind.NOTES).title == "Told in #ops, see the log"


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
