# SPDX-License-Identifier: MIT
"""The rules page with real keys and clicks: two clicks to rules, drafts that stay, versions."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)
from pytestqt.qtbot import QtBot

from groupdesk.app import build
from groupdesk.domain.enums import Language, Platform, Severity
from groupdesk.domain.errors import StorageError
from groupdesk.domain.records import GroupFields
from groupdesk.domain.rule_changes import draft_of
from groupdesk.domain.rulebook import MAX_RULE_TEXT
from groupdesk.services.desk import Desk
from groupdesk.services.starter_rules import starter_rules
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.publish_dialog import PublishDialog
from groupdesk.ui.pages.rules_page import RulesPage
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.growing_text import GrowingText
from groupdesk.ui.widgets.rule_list import card_height
from tests.ui.desks import Clock, Notices
from tests.ui.helpers import show_active
from tests.ui.rules_pages import (
    STARTERS,
    button,
    codes,
    drag,
    fill,
    open_page,
    publish,
    side_by_side,
    starters,
    title,
    window_of,
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


# ---- the first rules


def test_two_clicks_publish_the_starter_rules(
    qtbot: QtBot, context: UiContext, desk: Desk, empty_id: int, notices: Notices
) -> None:
    page = open_page(qtbot, context, empty_id)
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert codes(page) == [rule.code for rule in STARTERS]
    qtbot.mouseClick(button(page, "Publish v1"), Qt.MouseButton.LeftButton)
    current = desk.rules.current(empty_id)
    assert current is not None
    assert current.version == 1
    assert tuple(draft_of(rule) for rule in current.rules) == STARTERS
    assert desk.drafts.load("rulebook", group_id=empty_id) is None
    assert "Version 1" in notices.texts[-1]
    assert not context.acts.action("rules.publish").isEnabled()


def test_the_keyboard_publishes_them_too(
    qtbot: QtBot, context: UiContext, desk: Desk, empty_id: int
) -> None:
    page = open_page(qtbot, context, empty_id)
    page.take_focus()
    assert page.empty.button.hasFocus()
    qtbot.keyClick(page.empty.button, Qt.Key.Key_Space)
    qtbot.keyClick(page.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.rules.current(empty_id) is not None


def test_starter_rules_that_were_changed_are_looked_at_first(
    qtbot: QtBot, context: UiContext, desk: Desk, empty_id: int
) -> None:
    page = open_page(qtbot, context, empty_id)
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    write(qtbot, page, " at all")
    dialog = publish(page)
    assert desk.rules.current(empty_id) is None
    assert {change.kind.value for change in dialog.changes} == {"added"}
    dialog.reject()


def test_without_a_group_it_offers_to_make_one(qtbot: QtBot, context: UiContext) -> None:
    page = open_page(qtbot, context, 0)
    asked = []
    context.acts.bind("group.create", lambda: asked.append(1))
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert asked == [1]
    assert not context.acts.action("rules.add").isEnabled()


# ---- editing and the draft


def test_nothing_changed_means_nothing_to_publish(page: RulesPage, context: UiContext) -> None:
    assert not context.acts.action("rules.publish").isEnabled()
    assert not context.acts.action("rules.discard").isEnabled()


def test_an_edit_shows_on_the_card_and_waits_in_the_draft(
    qtbot: QtBot, page: RulesPage, desk: Desk, group_id: int
) -> None:
    title(page).setFocus()
    title(page).selectAll()
    qtbot.keyClicks(title(page), "No <b>offers</b> ")
    assert page.list.lines[0].title == "No <b>offers</b> · 禁止广告"
    assert page.list.lines[0].note == "never broken · changed in v2"
    assert title(page).text() == "No <b>offers</b> ", "what is being typed was touched"
    page.leave()
    draft = desk.drafts.load("rulebook", group_id=group_id)
    assert draft is not None
    kept: Any = draft.payload["rules"]
    assert kept[0]["titles"]["en"] == "No <b>offers</b>"
    assert draft.payload["based_on"] == 1
    assert page.context.acts.action("rules.publish").isEnabled()


def test_the_draft_is_there_after_a_restart(
    qtbot: QtBot, page: RulesPage, context: UiContext, desk: Desk, clock: Clock, group_id: int
) -> None:
    page.editor.severity.setFocus()
    qtbot.keyClick(page.editor.severity, Qt.Key.Key_Up)
    page.leave()
    folder = desk.workspace.folder
    desk.close()
    again = build(folder, clock=clock, anchor_folder=folder.parent)
    try:
        other = RulesPage(replace(context, desk=again))
        qtbot.addWidget(other)
        other.show_group(group_id)
        assert other.editor.rule.severity is Severity.MINOR
        assert other.list.lines[0].severity == "Minor"
        assert other.draft is not None
        assert len(other.draft.changes) == 1
        other.deleteLater()
    finally:
        again.close()


def test_another_group_keeps_the_draft_of_the_first(
    qtbot: QtBot, page: RulesPage, group_id: int, empty_id: int
) -> None:
    write(qtbot, page, "!")
    page.show_group(empty_id)
    assert codes(page) == []
    page.show_group(group_id)
    assert title(page).text() == "No advertising!"


def test_a_full_disk_loses_nothing_while_the_program_runs(
    qtbot: QtBot,
    page: RulesPage,
    desk: Desk,
    group_id: int,
    empty_id: int,
    notices: Notices,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write(qtbot, page, "!")

    def full(*_args: object, **_more: object) -> None:
        raise StorageError("disk_full")

    with monkeypatch.context() as broken:
        broken.setattr(type(desk.drafts), "save", full)
        page.show_group(empty_id)
    assert notices.texts, "nobody was told"
    page.show_group(group_id)
    assert title(page).text() == "No advertising!"
    page.leave()
    assert desk.drafts.load("rulebook", group_id=group_id) is not None


def test_a_new_rule_gets_the_next_code_and_the_cursor(qtbot: QtBot, page: RulesPage) -> None:
    qtbot.mouseClick(button(page, "Add rule"), Qt.MouseButton.LeftButton)
    assert codes(page)[-1] == f"R{len(STARTERS) + 1}"
    assert page.list.lines[-1].title == "No title yet"
    assert page.list.lines[-1].note == "new in v2"
    assert title(page).hasFocus()
    qtbot.keyClicks(title(page), "Be brief")
    assert page.list.lines[-1].title == "Be brief"


def test_a_removed_rule_comes_back_where_it_was(
    qtbot: QtBot, page: RulesPage, notices: Notices
) -> None:
    before = codes(page)
    page.list.select(2)
    qtbot.mouseClick(button(page, "Remove from draft"), Qt.MouseButton.LeftButton)
    assert codes(page) == [code for code in before if code != "R3"]
    write(qtbot, page, "!")
    notices.action()
    assert codes(page) == before
    assert page.list.lines[3].title.startswith("Protect personal data!"), "a later edit was lost"


def test_discarding_goes_back_and_can_be_undone(
    qtbot: QtBot, page: RulesPage, desk: Desk, group_id: int, notices: Notices
) -> None:
    write(qtbot, page, "!")
    page.leave()
    page.context.acts.trigger("rules.discard")
    assert title(page).text() == "No advertising"
    assert desk.drafts.load("rulebook", group_id=group_id) is None
    notices.action()
    assert title(page).text() == "No advertising!"


def test_starter_rules_join_what_is_there_and_leave_again(
    qtbot: QtBot, page: RulesPage, notices: Notices, empty_id: int
) -> None:
    page.show_group(empty_id)
    page.activate()
    page.context.acts.trigger("rules.add")
    qtbot.keyClicks(page.editor.inputs["title_zh"], "Ours")
    dialog = starters(page)
    assert dialog.append.isChecked()
    dialog.main_button.click()
    assert codes(page)[:2] == ["R1", "R2"]
    assert len(set(codes(page))) == len(STARTERS) + 1
    assert page.list.row == 1
    notices.action()
    assert codes(page) == ["R1"]


def test_another_starter_set_takes_the_place_of_the_draft(
    qtbot: QtBot, page: RulesPage, desk: Desk, group_id: int
) -> None:
    dialog = starters(page)
    assert not dialog.main_button.isEnabled(), "all of them are in the draft"
    qtbot.mouseClick(dialog.choices["partners"], Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    dialog.replace.setChecked(True)
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(codes(page)) == len(starter_rules("partners"))
    show_active(qtbot, page.window())
    qtbot.keyClick(page.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(codes(page)) == len(STARTERS)
    current = desk.rules.current(group_id)
    assert current is not None
    assert current.version == 1


# ---- versions


def test_a_published_version_can_only_be_read(qtbot: QtBot, page: RulesPage, desk: Desk) -> None:
    write(qtbot, page, "!")
    page.leave()
    versions = page.head.versions
    versions.setFocus()
    qtbot.keyClick(versions, Qt.Key.Key_Down)
    assert versions.currentText() == "v1 · 21 Nov"
    assert title(page).text() == "No advertising"
    for field in page.editor.inputs.values():
        assert field.isReadOnly()
        qtbot.keyClicks(field, "changed")
    assert title(page).text() == "No advertising"
    assert not page.editor.severity.isEnabled()
    assert "Mei" in page.head.history.text()
    for act in ("publish", "add", "starter", "remove", "move_down", "discard"):
        assert not page.context.acts.action(f"rules.{act}").isEnabled(), act
    drag(qtbot, page, 0, 3 * card_height())
    assert codes(page)[0] == "R1"
    qtbot.keyClick(versions, Qt.Key.Key_Up)
    assert title(page).text() == "No advertising!"
    assert not title(page).isReadOnly()


def test_what_is_in_force_follows_publishing(qtbot: QtBot, page: RulesPage) -> None:
    write(qtbot, page, "!")
    dialog = publish(page)
    qtbot.keyClicks(dialog.note, "Clearer words")
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert page.draft is not None
    assert (page.draft.newest, page.draft.changes) == (2, ())
    versions = page.head.versions
    assert [versions.itemText(at) for at in range(versions.count())] == [
        "Draft",
        "v2 · 21 Nov · Clearer words",
        "v1 · 21 Nov",
    ]
    versions.setFocus()
    qtbot.keyClick(versions, Qt.Key.Key_Down)
    assert "Clearer words" in page.head.history.text()
    assert page.list.lines[0].note == "never broken · changed in v2"


# ---- bad input


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("title_en", "", "has no title"),
        ("text_zh", "x" * 100_000, "5000"),
        ("examples_zh", "x" * (MAX_RULE_TEXT + 1), "5000"),
    ],
)
def test_what_cannot_be_published_leads_to_its_field(
    qtbot: QtBot, page: RulesPage, key: str, text: str, said: str
) -> None:
    page.list.select(4)
    if key == "title_en":
        fill(page, "title_zh", " ")
    fill(page, key, text)
    page.list.select(0)
    page.context.acts.trigger("rules.publish")
    assert page.findChild(PublishDialog) is None
    assert page.list.row == 4
    assert said in page.editor.fields[key].error.replace(",", "").replace("\u202f", "")
    assert page.editor.inputs[key].hasFocus()
    fill(page, key, "short")
    assert not page.editor.fields[key].error


def test_a_code_that_is_there_twice(qtbot: QtBot, page: RulesPage) -> None:
    page.list.select(1)
    page.editor.code.setFocus()
    page.editor.code.selectAll()
    qtbot.keyClicks(page.editor.code, "r1")
    page.list.select(0)
    page.context.acts.trigger("rules.publish")
    assert page.list.row == 1
    assert "R1" in page.editor.fields["code"].error.upper()
    assert page.editor.code.hasFocus()


def test_no_rules_at_all_is_said(page: RulesPage, notices: Notices) -> None:
    while page.list.lines:
        page.context.acts.trigger("rules.remove")
    page.context.acts.trigger("rules.publish")
    assert "no rule" in notices.texts[-1]
    assert page.empty.isVisible()
    assert not page.editor.isVisible()


def test_titles_are_never_read_as_markup(qtbot: QtBot, page: RulesPage) -> None:
    fill(page, "title_en", "<img src=x>A & B")
    index = page.list.model().index(0, 0)
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("<qt>&lt;img")
    assert "<img src=x>A & B" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_invisible_characters_are_said_at_their_field_at_once(
    qtbot: QtBot, page: RulesPage
) -> None:
    for text, said in (("a\u202eb", "reading direction"), ("a\x07b", "control character")):
        fill(page, "text_zh", text)
        assert said in page.editor.fields["text_zh"].error
        assert "to be corrected" in page.list.lines[0].mark
    fill(page, "text_zh", "好")
    assert not page.editor.fields["text_zh"].error
    assert page.list.lines[0].mark == ""


def test_a_hundred_rules_are_edited_and_published(
    qtbot: QtBot, page: RulesPage, desk: Desk, group_id: int
) -> None:
    draft = page.draft
    assert draft is not None
    many = tuple(replace(STARTERS[0], code=f"R{n}", titles={"en": f"Rule {n}"}) for n in range(100))
    draft.put(many)
    page.list.select(99)
    write(qtbot, page, "!")
    assert page.list.lines[99].title == "Rule 99!"
    publish(page).main_button.click()
    current = desk.rules.current(group_id)
    assert current is not None
    assert len(current.rules) == 100


# ---- room, language, read only


def test_where_room_is_short_the_editor_takes_the_place_of_the_list(
    qtbot: QtBot, context: UiContext, group_id: int
) -> None:
    page = open_page(qtbot, context, group_id, width=660)
    window_of(context).resize(660, 640)
    assert not page.editor.isVisible()
    view = page.list.viewport()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(200, card_height() + 20))
    assert page.editor.isVisible()
    assert not page.list.isVisible()
    assert page.editor.rule.code == "R2"
    assert page.editor.code.hasFocus()
    qtbot.keyClick(page.editor.code, Qt.Key.Key_Escape)
    assert page.list.isVisible()
    assert page.list.hasFocus()
    for area in page.findChildren(QWidget):
        if area.isVisible() and hasattr(area, "horizontalScrollBar"):
            assert area.horizontalScrollBar().maximum() == 0, area


def test_enter_goes_to_the_fields(qtbot: QtBot, page: RulesPage) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert title(page).hasFocus()


def test_the_language_changes_while_it_is_shown(
    page: RulesPage, translations: Translations
) -> None:
    translations.set_language("zh")
    QApplication.processEvents()
    assert page.list.lines[0].title == "禁止广告 · No advertising"
    assert page.list.lines[0].severity == "严重"
    assert page.editor.severity.currentText() == "严重：从“第 1 次警告”开始"
    assert page.ladder.sentence.startswith("30 天内再次轻微违规")


def test_a_chinese_group_is_written_in_chinese_first(
    qtbot: QtBot, context: UiContext, empty_id: int
) -> None:
    page = open_page(qtbot, context, empty_id)
    page.context.acts.trigger("rules.add")
    assert page.editor.inputs["title_zh"].hasFocus()
    qtbot.keyClick(page.editor.inputs["title_zh"], Qt.Key.Key_Tab)
    assert page.editor.inputs["text_zh"].hasFocus()
    assert not side_by_side(page)
    page.editor.widen.click()
    QApplication.processEvents()
    assert side_by_side(page)
    qtbot.keyClick(page.editor.inputs["title_zh"], Qt.Key.Key_Tab)
    assert title(page).hasFocus()
    qtbot.keyClick(title(page), Qt.Key.Key_Escape)
    assert page.list.isVisible()


def test_a_workspace_that_can_only_be_read(
    qtbot: QtBot, page: RulesPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.workspace.database, "read_only", True)
    page.reload()
    assert title(page).isReadOnly()
    assert not page.context.acts.action("rules.add").isEnabled()


def test_a_long_text_grows_to_a_limit(page: RulesPage) -> None:
    field = page.editor.inputs["text_en"]
    assert isinstance(field, GrowingText)
    few = field.height()
    fill(page, "text_en", "line\n" * 9)
    more = field.height()
    fill(page, "text_en", "line\n" * 90)
    assert few < more < field.height() < 20 * card_height()


def test_the_rules_are_copied_as_they_are_posted_in_either_language(
    qtbot: QtBot, context: UiContext, page: RulesPage, desk: Desk, notices: Notices
) -> None:
    group, book = desk.groups.all()[0], desk.rules.versions(1)[0]
    clipboard = QApplication.clipboard()
    qtbot.keyClick(
        page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    copied = clipboard.text()
    first = book.rules[0]
    assert copied.startswith(f"Rules of {group.name} (version {book.version})\n\n1. ")
    assert f"1. {first.titles['en']} ({first.code})\n{first.texts['en']}" in copied
    assert f"\n{len(book.rules)}. " in copied
    assert "copied in English" in notices.texts[-1]
    notices.action()
    assert f"1. {first.titles['zh']}（{first.code}）\n{first.texts['zh']}" in clipboard.text()


def test_without_a_published_version_there_is_nothing_to_copy(
    qtbot: QtBot, context: UiContext, empty_id: int
) -> None:
    open_page(qtbot, context, empty_id)
    assert not context.acts.action("rules.copy").isEnabled()
