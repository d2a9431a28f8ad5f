from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporters.document import Figure, Paragraph, Run, Table, plain, words
from exporters.markdown import write_markdown
from exporters.naming import Namer
from exporters.roster import spellings_of, without_accents
from exporters.summaries import compose
from exporters.word import write_word
from models.rows import ParticipantRow, SummaryBlockRow
from models.values import Audience, Naming
from tests.exporters.blocks import document
from tests.exporters.factories import decision, event, review, snapshot, without_pictures
from tests.exporters.rich import rich_snapshot


def person(name: str, role: str = "Database engineer", aliases: str = "", row_id: str = "p1"):
    return ParticipantRow(id=row_id, review_id="r", name=name, role=role, aliases=aliases)


def named(text: str, *people: ParticipantRow, naming: Naming = Naming.ROLES) -> str:
    return Namer(people or (person("Priya Shah"),), naming).text(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Priya restarted it", "The database engineer restarted it"),
        ("then PRIYA SHAH restarted it", "then the database engineer restarted it"),
        ("Shah, Priya", "Database engineer"),
        ("asked by Priya", "asked by the database engineer"),
        ("Priya's shift", "The database engineer\u2019s shift"),
        ("@priya: on it", "Database engineer: on it"),
        ("the Priya script", "the database engineer script"),
        ("mail priya.shah@corp.example now", "mail the database engineer now"),
        ("seen on priya_laptop and priya2", "seen on the database engineer_laptop and the database "
         "engineer"),
        ("pshah, priyas, prize", "Database engineer, the database engineer, prize"),
    ],
)  # fmt: skip
def test_a_name_becomes_its_role_however_it_is_written(text, expected) -> None:
    assert named(text) == expected


def test_an_alias_and_an_address_are_names_too() -> None:
    people = person("Priya Shah", aliases="@ps_oncall, night-owl@corp.example")
    assert named("ps_oncall wrote", people) == "The database engineer wrote"
    assert named("to night-owl@corp.example", people) == "to the database engineer"


def test_accents_do_not_hide_a_name() -> None:
    people = person("José Ångström")
    for written in ("José", "Jose", "Jose\u0301", "ANGSTROM"):
        assert named(f"with {written}", people) == "with the database engineer"


def test_a_name_that_is_a_word_too_needs_its_capital() -> None:
    people = person("Will Mason")
    assert named("will it hold? asked Will", people) == "will it hold? asked the database engineer"


def test_an_abbreviation_keeps_its_capitals() -> None:
    assert named("asked Priya", person("Priya Shah", role="SRE on call")) == "asked the SRE on call"


def test_two_people_with_one_name_stay_one_of_several() -> None:
    people = (person("Alex Berg"), person("Alex Wu", role="Support lead", row_id="p2"))
    assert named("Alex called", *people) == "One of the participants called"
    assert named("Alex Wu called", *people) == "The support lead called"


def test_two_people_with_one_role_are_told_apart() -> None:
    people = (person("Priya Shah"), person("Tom Wu", row_id="p2"))
    assert named("Priya and Tom", *people) == ("The database engineer and the database engineer 2")


def test_aliases_stay_the_same_throughout() -> None:
    people = (person("Priya Shah"), person("Tom Wu", row_id="p2"))
    told = named("Priya asked Tom; Tom told Priya", *people, naming=Naming.ALIASES)
    assert told == "Person A asked Person B; Person B told Person A"


def test_names_stay_where_the_facilitator_chose_names() -> None:
    assert named("Priya restarted it", naming=Naming.NAMES) == "Priya restarted it"


def test_a_person_who_is_named_as_their_role_stays_as_they_are() -> None:
    assert named("Support lead called", person("Support lead", role="Support lead")) == (
        "Support lead called"
    )


def test_a_name_spread_over_several_looks_is_found() -> None:
    runs = Namer((person("Priya Shah"),), Naming.ROLES).runs(
        (Run("by Pri"), Run("ya Sh", bold=True), Run("ah at noon"))
    )
    assert plain(runs) == "by the database engineer at noon"


def test_an_address_with_a_name_loses_its_link() -> None:
    runs = Namer((person("Priya Shah"),), Naming.ROLES).runs(
        (Run("her page", link="https://corp.example/~priya"),)
    )
    assert runs == (Run("her page"),)


def test_words_for_screen_readers_and_properties_are_named_too() -> None:
    figure = Figure(
        key="f", number=1, png=b"", width=1, height=1, alt_text="Priya decides", caption=()
    )
    told = document(figure, title="Priya's evening", header_left="Priya")
    shown = Namer((person("Priya Shah"),), Naming.ROLES).document(told)
    assert shown.title == "The database engineer\u2019s evening"
    assert shown.properties.title == shown.title
    assert shown.blocks[0].alt_text == "The database engineer decides"
    assert shown.header_left == "Database engineer"


def test_the_replacements_are_listed_with_their_count() -> None:
    namer = Namer((person("Priya Shah"),), Naming.ROLES)
    namer.document(document(Paragraph(key="p", runs=words("Priya met Priya Shah, Priya said"))))
    assert [(row.found, row.shown, row.count) for row in namer.replacements] == [
        ("Priya", "Database engineer", 2),
        ("Priya Shah", "Database engineer", 1),
    ]


def everything_in(content: bytes) -> str:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return "\n".join(
            archive.read(name).decode("utf-8", "replace")
            for name in archive.namelist()
            if not name.endswith(".png")
        )


@pytest.mark.parametrize("audience", [Audience.LEADERSHIP, Audience.ENGINEERING])
def test_no_name_of_the_invented_review_leaves_in_a_file(audience) -> None:
    made = compose(rich_snapshot(), audience, date(2026, 3, 10)).document
    texts = (everything_in(write_word(made)), write_markdown(made).decode())
    for row in rich_snapshot().participants:
        for part in row.name.replace("-", " ").split():
            pattern = re.compile(rf"\b{re.escape(part)}\b", re.IGNORECASE)
            assert not any(pattern.search(text) for text in texts), part


def test_pictures_are_drawn_without_names() -> None:
    made = compose(rich_snapshot(), Audience.ENGINEERING, date(2026, 3, 10)).document
    figures = [block for block in made.blocks if isinstance(block, Figure)]
    assert figures
    assert all("Priya" not in figure.svg for figure in figures)


def test_names_in_own_paragraphs_become_roles() -> None:
    told = snapshot(
        participants=(person("Priya Shah"),),
        summaries=(without_pictures(Audience.LEADERSHIP),),
        summary_blocks=(
            SummaryBlockRow(
                id="b",
                review_id="r",
                summary_id="summary-leadership",
                anchor="meant",
                text="We thank Priya.",
            ),
        ),
    )
    made = compose(told, Audience.LEADERSHIP, date(2026, 3, 10))
    assert "We thank the database engineer." in write_markdown(made.document).decode()


def test_owners_become_roles_in_summaries() -> None:
    made = compose(rich_snapshot(), Audience.LEADERSHIP, date(2026, 3, 10)).document
    (table,) = [block for block in made.blocks if isinstance(block, Table)]
    assert [plain(row.cells[2]) for row in table.rows] == [
        "Database engineer",
        "Data team",
        "Product",
    ]


NAMES = st.lists(
    st.text(st.sampled_from("abcdeéilmnorstuvxyzåñß"), min_size=4, max_size=9).map(
        lambda part: f"{part}zx".title()
    ),
    min_size=1,
    max_size=3,
    unique=True,
).map(" ".join)
SENTENCES = st.sampled_from(
    ["{} did it", "by {}", "({})", "{}: yes", "**{}** and `{}`", "{}'s", "@{}", "x/{}/y", "“{}”"]
)


@pytest.mark.slow
@given(NAMES, SENTENCES, st.sampled_from([str, str.lower, str.upper, without_accents]))
@settings(max_examples=40, deadline=None)
def test_no_name_survives_in_a_file_however_it_was_written(name, sentence, writing) -> None:
    who = person(name, role="9", aliases="")
    text = sentence.replace("{}", writing(name))
    told = snapshot(
        participants=(who,),
        review=review(title=text, top_insight=text, background=text, glossary=f"{text}: {text}"),
        events=(event(text, lane=text), decision(text, 5, known_then=text, detail=text)),
        summaries=(without_pictures(Audience.ENGINEERING),),
    )
    made = compose(told, Audience.ENGINEERING, date(2026, 3, 10)).document
    shown = write_markdown(made).decode().casefold()
    own = everything_in(write_word(made)).partition("<w:body>")[2].casefold()
    if len(name) > 5:
        assert name.casefold() not in shown
        assert name.casefold() not in own
    assert not Namer((who,), Naming.ROLES).finds(write_markdown(made).decode())
    assert list(spellings_of(who))
