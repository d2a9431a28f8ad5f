from __future__ import annotations

import pytest

from exporters.document import Paragraph, Run, words
from exporters.leaks import LeakKind, find_leaks
from models.rows import ParticipantRow
from tests.exporters.blocks import document

PRIYA = ParticipantRow(id="p1", review_id="r", name="Priya Shah", role="Database engineer")


def kinds(text: str) -> list[tuple[LeakKind, str]]:
    told = document(Paragraph(key="p", runs=words(text)))
    return [(leak.kind, leak.shown) for leak in find_leaks(told, (PRIYA,))]


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("write to ops@corp.example today", LeakKind.EMAIL, "ops@corp.example"),
        ("it was 10.0.3.17 again", LeakKind.IP_ADDRESS, "10.0.3.17"),
        ("and fe80::1ff:fe23:4567:890a too", LeakKind.IP_ADDRESS, "fe80::1ff:fe23:4567:890a"),
        ("see https://wiki.corp.example/x?y=1.", LeakKind.URL, "https://wiki.corp.example/x?y=1"),
        ("on db2 the copy stood", LeakKind.HOST, "db2"),
        ("on web-eu-03 too", LeakKind.HOST, "web-eu-03"),
        ("cache.internal was slow", LeakKind.HOST, "cache.internal"),
        ("call +31 20 123 45 67", LeakKind.PHONE, "+31 20 123 45 67"),
        ("AKIAIOSFODNN7EXAMPLE", LeakKind.SECRET, "AKIAIO…"),
        ("password: hunter22", LeakKind.SECRET, "passwo…"),
        ("Authorization: Bearer abcdefghijklmnop1234", LeakKind.SECRET, "Bearer…"),
        ("postgres://shop:letmein@db/orders", LeakKind.SECRET, "postgr…"),
        ("Priya wrote it", LeakKind.NAME, "Priya"),
    ],
)
def test_it_finds_what_would_leave(text, kind, shown) -> None:
    assert (kind, shown) in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "From 3 March 2026, 21:00:15 until 01:08 UTC",
        "p99 rose on the utf8 path, sev1, F2 and E12",
        "see notes.md and shop.py",
        "about 2,800 to 3,100 orders, e.g. late ones",
        "Orders are slow; the queue is full.",
    ],
)
def test_ordinary_sentences_give_nothing_away(text) -> None:
    assert kinds(text) == []


def test_secrets_come_first_and_are_masked() -> None:
    found = kinds("mail ops@corp.example, token=abcd1234efgh")
    assert [kind for kind, _ in found] == [LeakKind.SECRET, LeakKind.EMAIL]
    assert "abcd1234efgh" not in str(found)


def test_a_finding_names_its_block_and_the_properties_are_looked_at() -> None:
    told = document(Paragraph(key="short.lines", runs=words("on db2")), title="Priya's evening")
    found = find_leaks(told, (PRIYA,))
    assert [(leak.kind, leak.block_key) for leak in found] == [
        (LeakKind.NAME, ""),
        (LeakKind.HOST, "short.lines"),
        (LeakKind.PROPERTY, ""),
    ]


def test_addresses_behind_links_are_looked_at() -> None:
    told = document(Paragraph(key="p", runs=(Run("here", link="https://corp.example/x"),)))
    assert [leak.kind for leak in find_leaks(told, ())] == [LeakKind.URL]
