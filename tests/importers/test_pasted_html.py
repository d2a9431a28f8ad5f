from __future__ import annotations

from importers import Answers, Source, importer_for
from importers.pasted_html import has_shape, lines_from_html

TABLE = """
<html><head><style>td { color: red }</style><script>alert("x")</script></head><body>
<h2>Timeline</h2><table><tbody>
<tr><th>Time</th><th>What</th></tr>
<tr><td><p>14:02</p></td><td>first <b>page</b><br>fires &amp; repeats</td></tr>
<tr><td>14:05</td><td>a|b</td></tr><tr><td></td></tr>
</tbody></table><p>Said  later</p><ul><li>one</li><li><a href="javascript:x">two</a></li></ul>
"""


def test_rows_items_and_headings_become_lines_of_notes():
    assert lines_from_html(TABLE).splitlines() == [
        "## Timeline",
        "| Time | What |",
        "| 14:02 | first page fires & repeats |",
        "| 14:05 | a\\|b |",
        "Said later",
        "- one",
        "- two",
    ]


def test_nothing_but_words_is_taken_over():
    said = lines_from_html(TABLE)
    assert "alert" not in said
    assert "color" not in said
    assert "javascript" not in said


def test_only_what_has_rows_or_items_is_read_for_its_shape():
    assert has_shape(TABLE)
    assert not has_shape("<p>14:02 first page</p>")


def test_what_is_not_closed_is_read_all_the_same():
    assert lines_from_html("<li>one<li>two") == "- one\n- two"
    assert lines_from_html("") == ""


def test_a_pasted_table_of_a_page_becomes_records():
    source = Source.of(lines_from_html(TABLE))
    records = list(importer_for(source).records(source, Answers(zone="UTC")))
    assert [record.time_text for record in records if getattr(record, "time_text", "")][:2] == [
        "14:02",
        "14:05",
    ]
