from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.operations.factors import add_factor
from app.operations.fields import set_value
from app.operations.reviews import NewReview, add_review
from models.queries.load import row, rows
from models.rows import EvidenceRow, FactorLinkRow, FactorRow, LookRow
from models.taxonomy import Category
from models.values import Confidence, Fate, LinkKind, LookState, Stage, Stance
from tests.views.factors.conftest import settle
from views.factors.page import FactorsPage


def stored(workspace, factor_id):
    return workspace.read(row, FactorRow, factor_id)


def lines(page):
    return [f"{line.code} {line.statement}" for line in page.list.lines()]


def press(widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
    assert widget is not None
    QTest.keyClick(widget, key, modifiers)
    settle()


def type_words(words):
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, words)
    settle()


def find(page, words):
    """Type into the finder that is open and take the first hit."""
    finder = page.acts.finder
    QTest.keyClicks(finder.field, words)
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    settle()


def pick(page, key):
    menu = page.acts.menu
    (action,) = [action for action in menu.actions() if action.data() == key]
    menu.setActiveAction(action)
    press(menu, Qt.Key.Key_Return)
    assert page.acts.menu is None
    page.window().activateWindow()
    settle()


def test_an_empty_page_says_how_to_begin_and_n_begins(page, workspace, review_id):
    canvas = page.panel.canvas
    assert not page.list.isVisible()
    assert canvas.hasFocus()
    press(canvas, Qt.Key.Key_N)
    find(page, "tools and inter")
    type_words("The prompt looks the same on both hosts")
    page.flush()
    settle()
    (factor,) = workspace.read(rows, FactorRow)
    assert (factor.code, factor.category) == ("F1", Category.C6)
    assert lines(page) == ["F1 The prompt looks the same on both hosts"]
    workspace.undo()
    workspace.undo()
    settle()
    assert lines(page) == []


def test_the_arrow_keys_walk_the_network_and_the_list_follows(page, silent, late, copy):
    settle()
    canvas = page.panel.canvas
    page.choose(silent)
    press(canvas, Qt.Key.Key_Right)
    assert page.chosen == late
    assert page.list.card.factor_id == late
    press(canvas, Qt.Key.Key_Left)
    press(canvas, Qt.Key.Key_Down)
    assert page.chosen == copy
    assert "R1, A copy taken by luck, shown by 1" in canvas.accessibleDescription()


def test_the_arrow_keys_walk_the_list_and_the_network_follows(page, silent, late, copy):
    settle()
    page.list.focus_line()
    press(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert page.panel.canvas.node_id == late
    press(QApplication.focusWidget(), Qt.Key.Key_End)
    assert page.panel.canvas.node_id == copy
    press(QApplication.focusWidget(), Qt.Key.Key_Home)
    assert page.chosen == silent


def test_enter_writes_and_esc_goes_back_to_the_line(page, workspace, silent, late):
    settle()
    page.list.focus_line()
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    type_words(", for minutes")
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    settle()
    assert stored(workspace, silent).condition == "The tool is silent while it waits, for minutes"
    assert lines(page)[0].endswith("for minutes")
    press(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert page.chosen == late


def test_alt_and_arrows_move_a_node_and_one_undo_takes_all_steps_back(
    page, workspace, silent, late
):
    settle()
    canvas = page.panel.canvas
    page.choose(late)
    for _ in range(3):
        press(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert (stored(workspace, late).x, stored(workspace, late).y) == (252.0, 36.0)
    workspace.undo()
    assert stored(workspace, late).y == 0.0


def test_a_node_is_dragged_and_one_undo_takes_it_back(page, workspace, silent, late):
    settle()
    canvas = page.panel.canvas
    start, end = spot(page, late), spot(page, late) + QPoint(60, 84)
    drag(canvas, start, end)
    moved = stored(workspace, late)
    assert (moved.x, moved.y) != (252.0, 0.0)
    assert moved.x % 12 == moved.y % 12 == 0
    assert stored(workspace, silent).x == 0.0
    workspace.undo()
    assert (stored(workspace, late).x, stored(workspace, late).y) == (252.0, 0.0)


def test_factors_nobody_placed_stay_where_they_are_drawn_when_one_is_dragged(
    page, workspace, review_id, silent
):
    other = workspace.run(add_factor(review_id, Category.C1, "A flag lay dormant"))
    settle()
    before = page.panel.canvas.view.node(other).box
    drag(page.panel.canvas, spot(page, silent), spot(page, silent) + QPoint(0, 120))
    settle()
    after = page.panel.canvas.view.node(other).box
    assert (after.x, after.y) == (before.x, before.y)


def test_l_arrows_and_enter_draw_a_link_whose_kind_is_asked(page, workspace, silent, late, copy):
    settle()
    canvas = page.panel.canvas
    page.choose(silent)
    press(canvas, Qt.Key.Key_L)
    assert canvas.is_linking
    press(canvas, Qt.Key.Key_Right)
    press(canvas, Qt.Key.Key_Return)
    assert page.acts.menu.keys()[0] == "enables"
    press(page.acts.menu, Qt.Key.Key_Return)
    (link,) = workspace.read(rows, FactorLinkRow)
    assert (link.from_factor_id, link.to_factor_id) == (silent, late)
    assert link.kind is LinkKind.ENABLES
    workspace.undo()
    assert workspace.read(rows, FactorLinkRow) == ()


def test_esc_leaves_linking_and_arrows_walk_again(page, workspace, silent, late):
    settle()
    canvas = page.panel.canvas
    page.choose(silent)
    press(canvas, Qt.Key.Key_L)
    press(canvas, Qt.Key.Key_Escape)
    press(canvas, Qt.Key.Key_Right)
    assert page.chosen == late
    assert workspace.read(rows, FactorLinkRow) == ()


def test_dragging_from_the_edge_of_a_node_draws_a_link(page, workspace, silent, late):
    settle()
    canvas = page.panel.canvas
    drag(canvas, spot(page, silent, right_edge=True), spot(page, late))
    pick(page, "delays")
    (link,) = workspace.read(rows, FactorLinkRow)
    assert (link.from_factor_id, link.to_factor_id, link.kind) == (silent, late, LinkKind.DELAYS)


def test_what_held_dampens_an_event_and_the_event_is_drawn_as_a_mark(page, workspace, linked):
    settle()
    (mark,) = page.panel.canvas.view.marks
    assert (mark.time, mark.title) == ("23:26", "directory removed")
    assert len(page.panel.canvas.view.links) == 2


def test_delete_in_the_list_deletes_the_factor_even_where_a_link_is_chosen(
    page, workspace, linked, silent
):
    settle()
    page.choose(silent)
    page.panel.canvas.choose_link(page.panel.canvas.view.links[0].link_id)
    page.list.focus_line()
    press(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert len(workspace.read(rows, FactorRow)) == 2


def test_l_then_e_links_a_factor_to_an_event_that_is_found_by_typing(
    page, workspace, silent, late, event
):
    settle()
    page.choose(late)
    press(page.panel.canvas, Qt.Key.Key_L)
    press(page.panel.canvas, Qt.Key.Key_E)
    find(page, "removed")
    pick(page, "acts_at")
    (link,) = workspace.read(rows, FactorLinkRow)
    assert (link.to_event_id, link.kind) == (event, LinkKind.ACTS_AT)


def test_a_link_is_chosen_changed_and_deleted(page, workspace, shell, linked, silent):
    settle()
    canvas = page.panel.canvas
    link = next(link for link in canvas.view.links if link.kind is LinkKind.ENABLES)
    canvas.choose_link(link.link_id)
    press(canvas, Qt.Key.Key_Return)
    assert "enables" in page.acts.menu.accessibleName()
    pick(page, "masks")
    kinds = {link.kind for link in workspace.read(rows, FactorLinkRow)}
    assert kinds == {LinkKind.MASKS, LinkKind.DAMPENS}
    press(canvas, Qt.Key.Key_Delete)
    assert {link.kind for link in workspace.read(rows, FactorLinkRow)} == {LinkKind.DAMPENS}
    assert len(workspace.read(rows, FactorRow)) == 3
    assert shell.said == ["Link deleted"]


def test_a_link_says_how_in_words_of_its_own(page, workspace, linked):
    settle()
    link = next(link for link in page.panel.canvas.view.links if link.kind is LinkKind.ENABLES)
    page.acts.open_link(link.link_id, QPoint(0, 0))
    pick(page, "words")
    type_words("Nobody could be asked")
    press(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert workspace.read(row, FactorLinkRow, link.link_id).text == "Nobody could be asked"
    assert page.panel.canvas.view.link(link.link_id).text == "Nobody could be asked"


def test_e_on_the_network_asks_what_shows_the_chosen_factor(page, silent, event):
    settle()
    press(page.panel.canvas, Qt.Key.Key_E)
    find(page, "removed")
    assert chips(page) == ["E1"]


def test_ctrl_f_finds_a_factor_by_a_word_of_it(page, silent, late, copy):
    settle()
    page.focus_filter()
    find(page, "luck")
    assert page.chosen == copy


def test_a_mark_chooses_its_event_for_the_whole_review(page, selection, linked, event):
    settle()
    canvas = page.panel.canvas
    (mark,) = canvas.view.marks
    k = canvas._theme.text_factor
    at = canvas.mapFromScene(mark.spot[0] * k, mark.spot[1] * k)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert selection.event_id == event


def test_a_page_that_is_not_shown_reads_again_when_it_is(page, workspace, silent, late):
    settle()
    page.hide()
    workspace.run(set_value(FactorRow, late, "condition", "Late, and load may return"))
    settle()
    page.show()
    assert lines(page)[1] == "F2 Late, and load may return"


def test_delete_takes_a_factor_away_and_undo_brings_all_of_it_back(
    page, workspace, shell, linked, silent
):
    settle()
    page.choose(silent)
    page.list.focus_line()
    press(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert [line[:2] for line in lines(page)] == ["F2", "R1"]
    assert shell.said == ["F1 deleted, with its evidence"]
    assert page.chosen
    workspace.undo()
    settle()
    assert [line[:2] for line in lines(page)] == ["F1", "F2", "R1"]
    assert len(page.panel.canvas.view.links) == 2


def chips(page):
    return [chip.text() for chip in page.list.card._evidence.chips()]


def test_evidence_is_found_by_typing_turned_round_and_taken_away(
    page, workspace, shell, silent, event
):
    settle()
    page.choose(silent)
    page.list.focus_line()
    press(QApplication.focusWidget(), Qt.Key.Key_E)
    find(page, "removed")
    assert chips(page) == ["E1"]
    (shown,) = workspace.read(rows, EvidenceRow)
    page.acts.open_evidence(shown.id, QPoint(0, 0))
    assert "23:26 directory removed" in page.acts.menu.accessibleName()
    pick(page, "stance")
    assert workspace.read(rows, EvidenceRow)[0].stance is Stance.DISPUTES
    assert chips(page) == ["against: E1"]
    (chip,) = page.list.card._evidence.chips()
    press(chip, Qt.Key.Key_Delete)
    assert chips(page) == []
    workspace.undo()
    settle()
    assert chips(page) == ["against: E1"]
    page.acts.open_evidence(shown.id, QPoint(0, 0))
    pick(page, "show")
    assert shell.gone_to == [(Stage.TIMELINE, event)]


def test_words_that_are_nowhere_else_can_be_evidence(page, workspace, silent):
    settle()
    page.choose(silent)
    page.acts.ask_evidence(silent)
    find(page, "Screenshot of the terminal")
    assert workspace.read(rows, EvidenceRow)[0].text == "Screenshot of the terminal"
    assert chips(page) == ["Screenshot of the terminal"]


def notices(page):
    return page.list.card._notices.said()


def test_a_person_as_the_condition_is_asked_about_and_kept(page, workspace, silent):
    settle()
    page.choose(silent)
    workspace.run(set_value(FactorRow, silent, "condition", "The engineer forgot the runbook"))
    settle()
    assert any("A person stands where a condition could be told." in said for said in notices(page))
    assert stored(workspace, silent).condition == "The engineer forgot the runbook"


def test_the_facets_are_stored_at_once_and_a_change_of_side_renumbers(
    page, workspace, silent, late
):
    settle()
    page.choose(late)
    page._unfold()
    facets = page.list.card._facets
    facets._category.chosen.emit("R3")
    settle()
    assert stored(workspace, late).code == "R1"
    assert lines(page)[-1] == "R1 Late and alone"
    assert page.chosen == late
    workspace.undo()
    settle()
    assert lines(page)[-1] == "F2 Late and alone"


def test_confidence_fate_and_doubts_are_kept(page, workspace, silent):
    settle()
    page._unfold()
    choose(page, "confidence", "disputed")
    choose(page, "fate", "accepted")
    choose(page, "level", "outside")
    choose(page, "level", "")
    factor = stored(workspace, silent)
    assert (factor.confidence, factor.fate) == (Confidence.DISPUTED, Fate.ACCEPTED)
    assert factor.level is None
    assert page.list.lines()[0].confidence == "disputed"


def choose(page, column, key):
    from views.factors.facets import Facet

    for facet in page.list.card._facets.findChildren(Facet):
        if facet._binding._column == column:
            facet.choose(key)
            facet.chosen.emit(key)
    settle()


def test_a_category_not_looked_at_asks_its_probe(page, workspace, silent):
    settle()
    page.bring_into_view("C2")
    cell = QApplication.focusWidget()
    assert cell.accessibleName() == "C2 Dependencies and outside world: not looked at yet"
    press(cell, Qt.Key.Key_Return)
    menu = page.acts.menu
    assert menu.accessibleName() == "What happened outside our own walls?"
    pick(page, "nothing")
    (look,) = workspace.read(rows, LookRow)
    assert (look.subject, look.state) == ("C2", LookState.NOTHING)
    assert cell.look.words == "none"
    press(cell, Qt.Key.Key_Right)
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    pick(page, "new")
    type_words("Every limit was reached")
    page.flush()
    settle()
    assert lines(page)[-1] == "F2 Every limit was reached"
    workspace.undo()
    workspace.undo()
    workspace.undo()
    settle()
    assert cell.look.words == "not yet"


def test_what_was_called_empty_can_be_looked_at_again(page, workspace, silent):
    settle()
    page.acts.open_category("R4", QPoint(0, 0))
    pick(page, "nothing")
    page.acts.open_category("R4", QPoint(0, 0))
    pick(page, "not_yet")
    assert workspace.read(rows, LookRow) == ()


def test_network_and_list_can_be_shown_alone(page, silent):
    settle()
    page._modes.chosen.emit("list")
    assert page.list.isVisible()
    assert not page.panel.isVisible()
    page._modes.chosen.emit("network")
    assert page.panel.isVisible()
    assert not page.list.isVisible()
    page.panel.canvas.opened.emit(silent)
    settle()
    assert page.list.isVisible()


def test_checks_lead_to_the_factor_the_category_or_a_new_one(page, silent, late):
    settle()
    page.bring_into_view(late)
    assert page.chosen == late
    page.bring_into_view("new")
    assert page.acts.finder is not None
    page.acts.finder.dismiss()
    page.bring_into_view("coverage")
    assert QApplication.focusWidget().look.state is LookState.NOT_LOOKED


def test_factors_of_earlier_reviews_show_only_beside_own_ones(page, workspace, review_id):
    earlier = workspace.run(add_review(NewReview("Checkout slow, last year")))
    workspace.run(add_factor(earlier, Category.C6, "The console is cached for an hour"))
    guide = page.guide_widget()
    assert "What is different this time?" not in guide.said()
    workspace.run(add_factor(review_id, Category.C6, "The tool is silent"))
    settle()
    assert "What is different this time?" in guide.said()
    assert "The console is cached for an hour" in guide.said()


def test_typing_goes_on_while_something_else_changes(page, workspace, silent, late):
    settle()
    page.choose(silent)
    page._write()
    field = page.list.card.statement.field
    QTest.keyClicks(field, " so")
    workspace.run(set_value(FactorRow, late, "condition", "Late"))
    settle()
    QTest.keyClicks(field, " long")
    page.flush()
    assert stored(workspace, silent).condition == "The tool is silent while it waits so long"
    assert field.hasFocus()


def test_a_page_made_again_shows_the_same(page, context, feed, selection, shell, linked):
    settle()
    again = FactorsPage(context, feed, selection, shell.window())
    assert lines(again) == lines(page)
    assert again.panel.canvas.view == page.panel.canvas.view
    again.deleteLater()


def test_every_key_of_the_page_is_in_the_palette(page, silent):
    settle()
    keys = {command.keys for command in page.commands()}
    assert {"N", "L", "E", "Enter", "Del", "0"} <= keys


def spot(page, factor_id, *, right_edge=False):
    canvas = page.panel.canvas
    k = canvas._theme.text_factor
    box = canvas.view.node(factor_id).box
    x, y = box.middle
    x = box.x + box.width - 1 if right_edge else x
    return canvas.mapFromScene(x * k, y * k)


def drag(canvas, start, end):
    view = canvas.viewport()
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(view, button, pos=start)
    for part in (0.3, 0.6, 1.0):
        QTest.mouseMove(view, start + (end - start) * part)
        QApplication.processEvents()
    QTest.mouseRelease(view, button, pos=end)
    settle()
