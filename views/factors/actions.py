"""What a person can do with factors: asks where something is missing, then runs the operation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.operations.factor_links import (
    link_factors,
    link_to_event,
    set_link_kind,
    turn_link_round,
    unlink,
)
from app.operations.factors import (
    add_evidence,
    add_factor,
    delete_factor,
    remove_evidence,
    set_stance,
)
from app.operations.what_changed import set_look
from exporters.figures.network import link_words
from guides.categories import CATEGORIES, GUIDE_TO
from guides.factor_words import link_kinds
from models.phrases import shortened
from models.queries.records import records_by_id
from models.rows import FactorRow, RecordRow
from models.taxonomy import Category
from models.values import LinkKind, LookState, Stage, Stance
from views.context import Context
from views.factors.canvas import LinkWish
from views.factors.choice_menu import ChoiceMenu, MenuChoice
from views.factors.evidence import (
    Choice,
    EvidenceChip,
    event_choices,
    evidence_chips,
    evidence_choices,
)
from views.factors.finder import Finder
from views.factors.link_sheet import LinkSheet
from views.factors.links import factor_choices, link_choices, link_sentence
from views.feed import SnapshotFeed

_NEW, _NOTHING, _NOT_YET = "new", "nothing", "not_yet"
_SHOW, _TURN, _AWAY, _STANCE, _WORDS = "show", "turn", "away", "stance", "words"


class FactorActions(QObject):
    """One for each page; knows no widget but the one that its menus open over."""

    made = Signal(str)
    """A factor that was just added, still without words."""
    wanted = Signal(str)
    """A factor that somebody asked to see."""
    found = Signal(str)
    """A factor that somebody looked for."""

    def __init__(self, context: Context, feed: SnapshotFeed, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._feed = feed
        self._over = over
        self._subject = ""
        self._wish: LinkWish | None = None
        self.menu: ChoiceMenu | None = None
        self.finder: Finder | None = None

    def cited_records(self) -> dict[str, RecordRow]:
        """Return the records that show a factor, by id."""
        evidence = self._feed.snapshot.evidence
        return self._records([row.record_id for row in evidence if row.record_id])

    def _records(self, ids: list[str]) -> dict[str, RecordRow]:
        found = self._context.workspace.read(records_by_id, list(dict.fromkeys(ids)))
        return {record.id: record for record in found}

    @Slot()
    def ask_category(self) -> None:
        """Begin a factor: ask where it belongs, then let its words be written."""
        choices = [
            Choice(
                column="category",
                row_id=guide.code,
                title=f"{guide.code}  {shortened(f'{guide.title}: {guide.covers}', 70)}",
                group="What held" if guide.category.is_resilience else "Conditions",
                also=f"{guide.title} {guide.covers} {guide.word} {guide.probe}",
            )
            for guide in CATEGORIES
        ]
        self._find("New factor: what is it about?", choices).picked.connect(self._on_category)

    @Slot()
    def ask_factor(self) -> None:
        """Find one of the factors by typing."""
        choices = factor_choices(self._feed.snapshot)
        self._find("Find a factor", choices).picked.connect(self._on_factor)

    @Slot(object)
    def _on_factor(self, choice: Choice) -> None:
        self.found.emit(choice.row_id)

    def add(self, category: Category) -> None:
        """Add a factor in a category."""
        review_id = self._feed.review_id
        self.made.emit(self._context.workspace.run(add_factor(review_id, category)))

    def delete(self, factor_id: str) -> None:
        """Delete a factor; it can be undone."""
        factor = self._factor(factor_id)
        if factor is not None:
            self._context.workspace.run(delete_factor(factor_id))
            self._context.shell.toast(f"{factor.code} deleted, with its evidence", undo=True)

    @Slot(str)
    def ask_evidence(self, factor_id: str) -> None:
        """Ask what shows a factor."""
        factor = self._factor(factor_id)
        if factor is None:
            return
        self._subject = factor_id
        behind = [row.record_id for row in self._feed.snapshot.event_records]
        records = self.cited_records() | self._records(behind)
        choices = evidence_choices(self._feed.snapshot, tuple(records.values()))
        finder = self._find(f"What shows {factor.code}?", choices, takes_words=True)
        finder.picked.connect(self._on_evidence)

    @Slot(str, QPoint)
    def open_evidence(self, evidence_id: str, at: QPoint) -> None:
        """Offer what can be done with a piece of evidence."""
        chip = next((chip for chip in self._chips() if chip.evidence_id == evidence_id), None)
        if chip is None:
            return
        disputes = chip.stance is Stance.DISPUTES
        other = "It shows the factor" if disputes else "It speaks against the factor"
        choices = [MenuChoice(_STANCE, other), MenuChoice(_AWAY, "Take away", keys="Del")]
        if chip.stage is not None:
            choices.insert(0, MenuChoice(_SHOW, f"Show in {chip.stage.value.capitalize()}"))
        self._subject = evidence_id
        self._ask(chip.said, choices, at).picked.connect(self._on_evidence_choice)

    @Slot(str)
    def take_evidence_away(self, evidence_id: str) -> None:
        """Unlink a piece of evidence; it can be undone."""
        self._context.workspace.run(remove_evidence(evidence_id))
        self._context.shell.toast("Evidence taken away", undo=True)

    @Slot(str)
    def ask_link(self, factor_id: str) -> None:
        """Ask what a factor acts on: another factor or an event."""
        factor = self._factor(factor_id)
        if factor is not None:
            self._subject = factor_id
            choices = link_choices(factor_id, self._feed.snapshot)
            finder = self._find(f"What does {factor.code} act on?", choices)
            finder.picked.connect(self._on_link_end)

    @Slot(str)
    def ask_event(self, factor_id: str) -> None:
        """Ask at which event a factor acts."""
        factor = self._factor(factor_id)
        if factor is not None:
            self._subject = factor_id
            choices = event_choices(self._feed.snapshot)
            finder = self._find(f"At which event does {factor.code} act?", choices)
            finder.picked.connect(self._on_link_end)

    @Slot(object)
    def draw_link(self, wish: LinkWish) -> None:
        """Ask how one factor acts on another or at an event, then link them."""
        factor = self._factor(wish.from_id)
        if factor is None:
            return
        self._wish = wish
        to_event = self._factor(wish.to_id) is None
        kinds = link_kinds(held=factor.is_resilience, to_event=to_event)
        choices = [MenuChoice(kind.value, link_words(kind)) for kind in kinds]
        question = f"How does {factor.code} act there?"
        self._ask(question, choices, wish.at).picked.connect(self._on_kind_drawn)

    @Slot(str, QPoint)
    def open_link(self, link_id: str, at: QPoint) -> None:
        """Offer the other kinds of a link, to turn it round and to delete it."""
        snapshot = self._feed.snapshot
        link = next((link for link in snapshot.factor_links if link.id == link_id), None)
        factor = self._factor(link.from_factor_id) if link is not None else None
        if link is None or factor is None:
            return
        kinds = link_kinds(held=factor.is_resilience, to_event=link.to_factor_id is None)
        choices = [
            MenuChoice(kind.value, link_words(kind), is_now=kind is link.kind) for kind in kinds
        ]
        choices.append(MenuChoice())
        if link.to_factor_id is not None and link.kind is not LinkKind.INTERACTS:
            choices.append(MenuChoice(_TURN, "Turn round"))
        choices.append(MenuChoice(_WORDS, "Say how, in words"))
        choices.append(MenuChoice(_AWAY, "Delete link", icon="do.delete", keys="Del"))
        self._subject = link_id
        self._ask(link_sentence(link, snapshot), choices, at).picked.connect(self._on_link_choice)

    def _open_words(self, link_id: str) -> None:
        snapshot = self._feed.snapshot
        for link in snapshot.factor_links:
            if link.id == link_id:
                LinkSheet(self._context, link_id, link_sentence(link, snapshot)).open()

    @Slot(str)
    def delete_link(self, link_id: str) -> None:
        """Delete a link; it can be undone."""
        self._context.workspace.run(unlink(link_id))
        self._context.shell.toast("Link deleted", undo=True)

    @Slot(str, QPoint)
    def open_category(self, code: str, at: QPoint) -> None:
        """Ask the probe of a category: a new factor, nothing found, or one of those found."""
        category = Category(code)
        guide = GUIDE_TO[category]
        found = [row for row in self._feed.snapshot.factors if row.category is category]
        choices = [
            MenuChoice(row.id, f"{row.code}  {row.condition[:48] or 'Not worded yet'}")
            for row in found
        ]
        choices += [MenuChoice()] if found else []
        choices.append(MenuChoice(_NEW, "New factor here", icon="do.add"))
        looked = any(
            look.subject == code and look.state is LookState.NOTHING
            for look in self._feed.snapshot.looks
        )
        if looked:
            choices.append(MenuChoice(_NOT_YET, "Not looked at after all"))
        elif not found:
            choices.append(MenuChoice(_NOTHING, "Looked, nothing found"))
        self._subject = code
        menu = self._ask(guide.probe, choices, at, above=True)
        menu.picked.connect(self._on_category_choice)

    def _find(self, prompt: str, choices: Sequence[Choice], *, takes_words: bool = False) -> Finder:
        finder = Finder(self._context, prompt, takes_words=takes_words)
        finder.closed.connect(self._on_finder_closed)
        self.finder = finder
        finder.open_for(choices)
        return finder

    def _ask(
        self, question: str, choices: list[MenuChoice], at: QPoint, *, above: bool = False
    ) -> ChoiceMenu:
        menu = ChoiceMenu(self._context.theme, self._over, question, choices)
        menu.aboutToHide.connect(self._on_menu_hidden)
        self.menu = menu
        place = at - QPoint(0, menu.sizeHint().height() + 4) if above else at
        menu.popup(place)
        menu.choose_first()
        return menu

    @Slot(object)
    def _on_category(self, choice: Choice) -> None:
        self.add(Category(choice.row_id))

    @Slot(object)
    def _on_evidence(self, choice: Choice) -> None:
        said = add_evidence(self._subject, choice.column, choice.row_id)
        self._context.workspace.run(said)

    @Slot(str)
    def _on_evidence_choice(self, key: str) -> None:
        chip = next((chip for chip in self._chips() if chip.evidence_id == self._subject), None)
        if chip is None:
            return
        if key == _SHOW and chip.stage is not None:
            self._context.shell.go_to_stage(Stage(chip.stage), chip.target)
        elif key == _AWAY:
            self.take_evidence_away(chip.evidence_id)
        elif key == _STANCE:
            disputes = chip.stance is Stance.DISPUTES
            turned = Stance.SUPPORTS if disputes else Stance.DISPUTES
            self._context.workspace.run(set_stance(chip.evidence_id, turned))

    @Slot(object)
    def _on_link_end(self, choice: Choice) -> None:
        middle = self._over.rect().center()
        self.draw_link(LinkWish(self._subject, choice.row_id, self._over.mapToGlobal(middle)))

    @Slot(str)
    def _on_kind_drawn(self, key: str) -> None:
        wish, self._wish = self._wish, None
        if wish is None:
            return
        kind = LinkKind(key)
        link = link_to_event if self._factor(wish.to_id) is None else link_factors
        self._context.workspace.run(link(wish.from_id, wish.to_id, kind))

    @Slot(str)
    def _on_link_choice(self, key: str) -> None:
        if key == _AWAY:
            self.delete_link(self._subject)
        elif key == _TURN:
            self._context.workspace.run(turn_link_round(self._subject))
        elif key == _WORDS:
            self._open_words(self._subject)
        else:
            self._context.workspace.run(set_link_kind(self._subject, LinkKind(key)))

    @Slot(str)
    def _on_category_choice(self, key: str) -> None:
        category = Category(self._subject)
        if key == _NEW:
            self.add(category)
        elif key in (_NOTHING, _NOT_YET):
            state = LookState.NOTHING if key == _NOTHING else LookState.NOT_LOOKED
            self._context.workspace.run(set_look(self._feed.review_id, category, state))
        else:
            self.wanted.emit(key)

    @Slot()
    def _on_menu_hidden(self) -> None:
        self.menu = None

    @Slot()
    def _on_finder_closed(self) -> None:
        self.finder = None

    def _chips(self) -> list[EvidenceChip]:
        snapshot = self._feed.snapshot
        records = self.cited_records()
        return [
            chip
            for factor in snapshot.factors
            for chip in evidence_chips(factor.id, snapshot, records)
        ]

    def _factor(self, factor_id: str) -> FactorRow | None:
        factors = self._feed.snapshot.factors
        return next((factor for factor in factors if factor.id == factor_id), None)
