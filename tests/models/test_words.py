from __future__ import annotations

from models.words import clean_text


def test_the_rule_keeps_everything_that_can_be_kept():
    assert (
        clean_text("a\u00a0b\u2028c\u202ed\te\nf\U0001f9ea")
        == "a\u00a0b\u2028c\u202ed\te\nf\U0001f9ea"
    )
    assert clean_text("a\r\nb\rc") == "a\nb\nc"
    assert clean_text("a\x00b\ud800c\uffffd") == "a\ufffdb\ufffdc\ufffdd"
