# SPDX-License-Identifier: MIT
"""Order, undo, translations, colleagues and other groups, with real keys and clicks."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Language, Platform, Severity
from groupdesk.domain.records import GroupFields
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.compare_dialog import CompareDialog
from groupdesk.ui.dialogs.copy_rules_dialog import CopyRulesDialog
from groupdesk.ui.dialogs.rebase_dialog import RebaseDialog
from groupdesk.ui.dialogs.renumber_dialog import RenumberDialog
from groupdesk.ui.pages.rules_page import RulesPage
from groupdesk.ui.widgets.rule_list import card_height
from groupdesk.ui.widgets.rule_texts import text_of
from tests.ui.desks import Notices
from tests.ui.rules_pages import (
    STARTERS,
    button,
    codes,
    drag,
    fill,
    open_page,
    publish,
    title,
    write,
)


@pytest.fixture
def group_id(desk: Desk) -> int:
    return desk.groups.all()[0].id


@pytest.fixture
def page(qtbot: QtBot, context: UiContext, group_id: int) -> RulesPage:
    return open_page(qtbot, context, group_id)


@pytest.fixture
def empty_id(desk: Desk) -> int:
    fields = GroupFields("华东经销商群", Platform.WECOM, Language.ZH)
    return desk.groups.create(uuid4(), fields).subject_id


# ---- order


def test_keys_choose_and_move(qtbot: QtBot, page: RulesPage) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.editor.rule.code == "R2"
    qtbot.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert codes(page)[:3] == ["R1", "R3", "R2"]
    assert page.list.row == 2
    qtbot.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert codes(page)[:3] == ["R2", "R1", "R3"]
    qtbot.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert codes(page)[0] == "R2", "the first rule cannot go further up"
    assert page.editor.rule.code == "R2"


ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def test_a_move_is_said_and_goes_to_the_ends_too(qtbot: QtBot, page: RulesPage) -> None:
    last = len(STARTERS)
    qtbot.keyClick(page.list, Qt.Key.Key_End, ALT)
    assert codes(page)[-1] == "R1"
    assert page.list.row == last - 1
    assert page.said.text() == f"R1 is now rule {last} of {last}."
    qtbot.keyClick(page.list, Qt.Key.Key_Home, ALT)
    assert codes(page)[0] == "R1"
    assert "Alt+Home" in page.list.accessibleDescription()
    texts = [action.text() for action in page.menu.actions()]
    assert "Move to the top" in texts


def test_steps_are_undone_and_done_again_by_keys(qtbot: QtBot, page: RulesPage) -> None:
    before = codes(page)
    qtbot.keyClick(page.list, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    undo = page.context.acts.action("rules.undo")
    assert undo.text() == "Undo: removing R1"
    qtbot.keyClick(page.list, Qt.Key.Key_Z, CTRL)
    assert codes(page)[:2] == ["R2", "R1"]
    assert page.said.text() == "Undone: removing R1."
    qtbot.keyClick(page.list, Qt.Key.Key_Z, CTRL)
    assert codes(page) == before
    assert not undo.isEnabled()
    qtbot.keyClick(page.list, Qt.Key.Key_Y, CTRL)
    assert codes(page)[:2] == ["R2", "R1"]


def test_undo_in_a_field_is_the_fields_own(qtbot: QtBot, page: RulesPage) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_Down, ALT)
    write(qtbot, page, "!")
    qtbot.keyClick(title(page), Qt.Key.Key_Z, CTRL)
    assert title(page).text() == "No advertising"
    assert codes(page)[:2] == ["R2", "R1"], "the move was undone as well"


def test_a_removed_rule_comes_back_once(qtbot: QtBot, page: RulesPage, notices: Notices) -> None:
    before = codes(page)
    page.context.acts.trigger("rules.remove")
    page.context.acts.trigger("rules.undo")
    notices.action()
    assert codes(page) == before


def test_a_rule_is_inserted_between_and_duplicated(qtbot: QtBot, page: RulesPage) -> None:
    page.list.select(2)
    qtbot.keyClick(page.list, Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert codes(page)[1:4] == ["R2", "R10", "R3"]
    assert title(page).hasFocus()
    page.list.select(0)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_D, CTRL)
    assert codes(page)[:2] == ["R1", "R11"]
    assert page.list.lines[1].title == page.list.lines[0].title
    assert page.list.row == 1


def test_renumbering_is_explained_first(qtbot: QtBot, page: RulesPage, desk: Desk) -> None:
    assert not page.context.acts.action("rules.renumber").isEnabled(), "they are in order"
    qtbot.keyClick(page.list, Qt.Key.Key_End, ALT)
    page.context.acts.trigger("rules.renumber")
    dialog = page.findChild(RenumberDialog)
    assert dialog is not None
    said = " ".join(found.text() for found in dialog.findChildren(QLabel))
    assert "cases, warnings and removals go on naming the code" in said
    dialog.main_button.click()
    assert codes(page) == [rule.code for rule in STARTERS]
    assert page.list.lines[-1].title.startswith("No advertising")


def test_the_menu_of_a_card_opens_by_key(qtbot: QtBot, page: RulesPage) -> None:
    page.list.select(1)
    place = QPoint(1, 1)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, place)
    QApplication.sendEvent(page.list.viewport(), event)
    assert page.menu.isVisible()
    page.menu.close()


def test_a_card_is_dragged_down(qtbot: QtBot, page: RulesPage) -> None:
    drag(qtbot, page, 0, 3 * card_height() - 10)
    assert codes(page)[:4] == ["R2", "R3", "R1", "R4"]
    assert page.list.row == 2
    assert page.draft is not None
    assert [change.rule.code for change in page.draft.changes] == ["R1"]


def test_a_drag_that_ends_where_it_began_changes_nothing(qtbot: QtBot, page: RulesPage) -> None:
    drag(qtbot, page, 1, card_height() + 30)
    assert page.draft is not None
    assert page.draft.changes == ()


# ---- translations


def test_a_missing_translation_is_marked_and_begun_from_the_other_language(
    qtbot: QtBot, page: RulesPage
) -> None:
    for part in ("title", "text", "hint", "examples", "consequence"):
        field = page.editor.inputs[f"{part}_zh"]
        field.selectAll()
        qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert page.list.lines[0].mark == "Chinese missing"
    assert page.editor.inputs["text_zh"].accessibleDescription() == "missing"
    qtbot.mouseClick(button(page, "Begin with the English words"), Qt.MouseButton.LeftButton)
    assert text_of(page.editor.inputs["title_zh"]) == "No advertising"
    assert page.list.lines[0].mark == ""
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Z, CTRL)
    assert page.list.lines[0].mark == "Chinese missing"


def test_a_group_of_one_language_is_told_of_no_other(
    qtbot: QtBot, context: UiContext, empty_id: int
) -> None:
    page = open_page(qtbot, context, empty_id)
    page.context.acts.trigger("rules.add")
    for part in ("title", "text"):
        fill(page, f"{part}_zh", "友善")
    assert page.list.lines[0].mark == ""


# ---- somebody else publishes


def test_a_version_published_meanwhile_is_taken_over(
    qtbot: QtBot, page: RulesPage, context: UiContext, desk: Desk, group_id: int
) -> None:
    write(qtbot, page, "!")
    page.leave()
    theirs = (*STARTERS[:4], replace(STARTERS[4], severity=Severity.SERIOUS))
    context.done(desk.rules.publish(uuid4(), group_id, theirs, based_on=1))
    banner = page.head.banner
    assert "Mei published version 2" in banner.text
    qtbot.mouseClick(banner.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    dialog = page.findChild(RebaseDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert codes(page) == [rule.code for rule in theirs]
    assert page.list.lines[0].title.startswith("No advertising!")
    assert page.list.lines[4].severity == "Serious"
    assert banner.text == ""
    publish(page).main_button.click()
    newest = desk.rules.versions(group_id)[0]
    assert (newest.version, newest.rules[0].titles["en"]) == (3, "No advertising!")


# ---- other groups


def test_rules_are_copied_to_another_group_as_a_draft(
    qtbot: QtBot, page: RulesPage, desk: Desk, empty_id: int, notices: Notices
) -> None:
    page.context.acts.trigger("rules.send")
    dialog = page.findChild(CopyRulesDialog)
    assert dialog is not None
    dialog.checks[empty_id].click()
    dialog.main_button.click()
    assert "华东经销商群" in notices.texts[-1]
    assert desk.rules.current(empty_id) is None, "published unseen"
    page.show_group(empty_id)
    assert codes(page) == [rule.code for rule in STARTERS]
    notices.action()
    assert codes(page) == []


# ---- comparing


def test_the_draft_is_compared_with_its_version_by_key(qtbot: QtBot, page: RulesPage) -> None:
    assert not page.context.acts.action("rules.compare").isEnabled()
    write(qtbot, page, "!")
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_V, CTRL | Qt.KeyboardModifier.ShiftModifier)
    dialog = page.findChild(CompareDialog)
    assert dialog is not None
    assert (dialog.old.currentText(), dialog.new.currentText()) == ("v1 · 21 Nov", "Draft")
    assert "No advertising!" in dialog.view.toPlainText()
