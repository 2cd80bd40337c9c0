# SPDX-License-Identifier: MIT
"""A person writes templates: by keyboard, with placeholders, and nothing typed is lost."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Language, OperatorRole, TemplateKind, Tone
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.domain.records import MemberDetail
from groupdesk.domain.template_enums import TemplateOrigin
from groupdesk.domain.template_fields import TemplateFields, check_placeholders, fields_of
from groupdesk.services.desk import Desk
from groupdesk.ui.dialogs.fill_in_dialog import FillInDialog
from groupdesk.ui.dialogs.template_import_dialog import TemplateImportDialog
from groupdesk.ui.pages.templates_page import TemplatesPage
from groupdesk.ui.session import Session
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.courtesy_summary import CourtesySummary
from tests.ui.acting import dialog, in_front, page, send_warning
from tests.ui.desks import add_member

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def templates(session: Session, detail: MemberDetail) -> TemplatesPage:
    return page(session, "templates", TemplatesPage)


def choose(shown: TemplatesPage, key: str) -> None:
    shown.table.selectRow(shown.table.keys.index(key))


def write(qtbot: QtBot, shown: TemplatesPage, name: str, body: str) -> None:
    """Begin a new template with the shortcut and type it."""
    in_front(qtbot, shown.window())
    qtbot.keyClick(shown.window(), Qt.Key.Key_M, CTRL | SHIFT)
    qtbot.keyClicks(shown.editor.name, name)
    shown.editor.body.setFocus()
    qtbot.keyClicks(shown.editor.body, body)


def menu_in_front() -> QMenu:
    QApplication.processEvents()
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    return shown


def test_all_templates_of_the_windows_language_are_listed(templates: TemplatesPage) -> None:
    assert {key[:3] for key in templates.table.keys} == {"en."}
    count = len(templates.table.keys)
    assert templates.filter.chips.button("en").text() == f"English {count}"
    templates.filter.chips.button("all").click()
    assert len(templates.table.keys) == 2 * count
    templates.filter.search.setText("for GOOD, firm")
    assert templates.table.keys == ["en.removal_notice.for_good"]
    templates.filter.search.setText("qqqq")
    assert templates.empty.isVisible()
    templates.empty.button.click()
    assert len(templates.table.keys) == 2 * count


def test_a_new_template_is_written_by_keyboard_and_used(
    qtbot: QtBot, templates: TemplatesPage, desk: Desk
) -> None:
    write(qtbot, templates, "Before the weekend", "Hello ")
    assert templates.fields is not None
    qtbot.keyClicks(templates.editor.body, "{")
    qtbot.keyClick(menu_in_front(), Qt.Key.Key_Return)
    QApplication.processEvents()
    qtbot.keyClicks(templates.editor.body, ", thank you!")
    assert templates.fields.body == "Hello {member_name}, thank you!"
    assert not [one for one in desk.templates.all() if one.origin is TemplateOrigin.OWN]
    qtbot.keyClick(templates.editor.body, Qt.Key.Key_S, CTRL)
    (own,) = [one for one in desk.templates.all() if one.origin is TemplateOrigin.OWN]
    assert (own.name, own.body) == ("Before the weekend", "Hello {member_name}, thank you!")
    assert templates.key == own.id
    assert not templates.context.acts.action("template.save").isEnabled()


def test_the_preview_reads_as_the_member_will_read_it(
    qtbot: QtBot, templates: TemplatesPage, desk: Desk
) -> None:
    choose(templates, "en.reminder.friendly")
    preview = templates.editor.preview
    assert "Hello Anna Berg" in preview.message.text
    preview.reader.setCurrentIndex(1)
    assert "Hello 王小明" in preview.message.text
    assert preview.courtesy.report is not None
    assert preview.courtesy.report.polite
    write(qtbot, templates, "X", "Thank you, see you ")
    templates.editor.body.insert("{choose:When|today|tomorrow}")
    templates.editor.look()
    assert preview.message.text.endswith("see you [today / tomorrow]")
    assert "When" in preview.gaps_text


def test_members_are_read_once_and_again_after_a_change(
    session: Session, templates: TemplatesPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[MemberFilter] = []
    ids = desk.members.ids

    def counted(which: MemberFilter, *, limit: int | None = None) -> Sequence[int]:
        reads.append(which)
        return ids(which, limit=limit)

    monkeypatch.setattr(desk.members, "ids", counted)
    choose(templates, "en.reminder.firm")
    choose(templates, "en.reminder.short")
    assert not reads
    add_member(desk, 1, "Anna Lind")
    session.context.events.publish(TemplatesPage.topics)
    assert len(reads) == 1
    assert templates.editor.preview.reader.findText("Anna Lind") > 0


def test_a_fill_in_is_put_in_with_its_dialog(qtbot: QtBot, templates: TemplatesPage) -> None:
    write(qtbot, templates, "X", "We talk ")
    qtbot.keyClick(templates.window(), Qt.Key.Key_J, CTRL)
    menu = menu_in_front()
    next(action for action in menu.actions() if action.text() == "A choice…").trigger()
    menu.close()
    asked = dialog(FillInDialog)
    qtbot.keyClicks(asked.label, "How")
    asked.choices.set_text("by phone\nin writing")
    qtbot.keyClick(asked, Qt.Key.Key_Return, CTRL)
    assert templates.fields is not None
    assert templates.fields.body == "We talk {choose:How|by phone|in writing}"


@pytest.mark.parametrize(
    ("name", "body", "field"),
    [
        ("", "Thank you", "name"),
        ("Reminder, friendly", "Thank you", "name"),
        ("X", "", "body"),
        ("X", "Hello %s", "body"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    qtbot: QtBot, templates: TemplatesPage, desk: Desk, name: str, body: str, field: str
) -> None:
    write(qtbot, templates, name, body)
    templates.context.acts.trigger("template.save")
    assert templates.editor.fields[field].error
    assert templates.editor.fields[field].field.hasFocus()
    assert not [one for one in desk.templates.all() if one.origin is TemplateOrigin.OWN]
    qtbot.keyClicks(templates.editor.fields[field].field, "!")
    assert not templates.editor.fields[field].error, "it is said until something is changed"


def test_one_of_the_program_is_changed_hidden_and_put_back(
    qtbot: QtBot, templates: TemplatesPage, desk: Desk, session: Session
) -> None:
    acts, key = session.context.acts, "en.reminder.short"
    choose(templates, key)
    assert not templates.editor.kind.isEnabled()
    templates.editor.body.set_text("A short word. Thank you!")
    acts.trigger("template.save")
    assert desk.templates.get(key).origin is TemplateOrigin.CHANGED
    acts.trigger("template.hide")
    assert desk.templates.get(key).hidden
    templates.filter.chips.button("hidden").click()
    assert templates.table.keys == [key]
    acts.trigger("template.offer")
    templates.filter.chips.button("own").click()
    choose(templates, key)
    acts.trigger("template.reset")
    assert desk.templates.get(key).origin is TemplateOrigin.BUILT_IN
    session.workbench.banner._button.click()
    assert desk.templates.get(key).body == "A short word. Thank you!", "undone"


def test_saving_can_be_undone(
    qtbot: QtBot, templates: TemplatesPage, desk: Desk, session: Session
) -> None:
    key = "en.reminder.short"
    before = desk.templates.get(key)
    choose(templates, key)
    templates.editor.name.setText("Short and kind")
    session.context.acts.trigger("template.save")
    assert desk.templates.get(key).name == "Short and kind"
    session.workbench.banner._button.click()
    assert desk.templates.get(key) == before


def test_what_was_typed_is_there_after_leaving(
    qtbot: QtBot, templates: TemplatesPage, session: Session
) -> None:
    write(qtbot, templates, "Half done", "Hello")
    session.context.acts.trigger("page.members")
    assert session.context.desk.drafts.load("templates") is not None
    again = TemplatesPage(session.context)
    qtbot.addWidget(again)
    again.show_group(templates.group_id)
    again.filter.clear()
    assert again.table.keys[0] == "new.1"
    choose(again, "new.1")
    assert again.editor.body.text == "Hello"


def test_changes_are_discarded_and_brought_back(
    qtbot: QtBot, templates: TemplatesPage, session: Session
) -> None:
    key = "en.reminder.short"
    choose(templates, key)
    before = templates.editor.body.text
    templates.editor.body.set_text("Thank you!")
    session.context.acts.trigger("template.discard")
    assert templates.editor.body.text == before
    session.workbench.banner._button.click()
    assert templates.editor.body.text == "Thank you!"


def test_somebody_elses_words_are_not_overwritten(
    templates: TemplatesPage, desk: Desk, session: Session
) -> None:
    key = "en.reminder.short"
    choose(templates, key)
    templates.editor.body.set_text("Mine. Thank you!")
    seen = desk.templates.get(key)
    theirs = replace(fields_of(seen), body="Theirs. Thank you!")
    desk.templates.save(uuid.uuid4(), theirs, seen)
    session.context.acts.trigger("template.save")
    assert desk.templates.get(key).body == "Theirs. Thank you!"
    assert templates.editor.body.text == "Mine. Thank you!"
    session.context.acts.trigger("template.save")
    assert desk.templates.get(key).body == "Theirs. Thank you!", "not the second time either"


def test_a_copy_begins_a_template_for_the_group(
    qtbot: QtBot, templates: TemplatesPage, desk: Desk, session: Session
) -> None:
    choose(templates, "en.warning.friendly")
    session.context.acts.trigger("template.copy")
    assert templates.editor.name.text() == "Warning, friendly (copy)"
    templates.editor.group.setCurrentIndex(1)
    session.context.acts.trigger("template.save")
    (own,) = [one for one in desk.templates.all() if one.origin is TemplateOrigin.OWN]
    assert own.group_id == templates.group_id
    offered = desk.templates.for_kind(TemplateKind.WARNING, Language.EN, group_id=own.group_id)
    assert offered[0] == own


def test_another_kind_takes_its_outcome_and_says_what_no_longer_fits(
    qtbot: QtBot, templates: TemplatesPage
) -> None:
    write(qtbot, templates, "X", "Thank you")
    templates.editor.body.insert("{rule_code}")
    kinds = list(TemplateKind)
    templates.editor.kind.setCurrentIndex(kinds.index(TemplateKind.EXIT_ANSWER))
    assert templates.editor.use.isVisible()
    templates.context.acts.trigger("template.save")
    assert "Rule code" in templates.editor.fields["body"].error
    templates.editor.kind.setCurrentIndex(kinds.index(TemplateKind.HEADER))
    assert not templates.editor.use.isVisible()
    assert not templates.editor.tone.isVisible()


def test_use_is_counted(templates: TemplatesPage, desk: Desk, detail: MemberDetail) -> None:
    key = "en.warning.friendly"
    send_warning(desk, detail, template=key)
    templates.reload()
    choose(templates, key)
    row = templates.table.currentIndex().row()
    assert templates.table.records.index(row, 4).data() == "1"
    assert "1 message begun with it" in templates.editor._used.text()


def test_files_go_out_and_come_in(
    qtbot: QtBot, templates: TemplatesPage, desk: Desk, tmp_path: Path, session: Session
) -> None:
    fields = TemplateFields(TemplateKind.TALK, Language.EN, Tone.SHORT, "Ours", "Thank you!")
    desk.templates.save(uuid.uuid4(), fields)
    templates.reload()
    templates.filter.chips.button("own").click()
    path = tmp_path / "ours.toml"
    chosen = [desk.templates.get(key) for key in templates.table.keys]
    templates._transfer.write_file(path, chosen, left_out=61)
    assert "61 others, not shown in the list, left out." in session.workbench.banner.text
    assert "Ours" in path.read_text(encoding="utf-8")
    templates.import_file(path)
    shown = dialog(TemplateImportDialog)
    assert shown.wanted == 0
    assert not shown.main_button.isEnabled()
    shown.reject()
    path.write_text("nothing of ours", encoding="utf-8")
    templates.import_file(path)
    assert "ours.toml" in session.workbench.banner.text


def test_who_may_only_look_is_told_so(
    qtbot: QtBot, session: Session, desk: Desk, templates: TemplatesPage
) -> None:
    desk.ledger.operator = desk.operator._replace(role=OperatorRole.MODERATOR)
    templates.reload()
    assert templates.editor.body.isReadOnly()
    assert not session.context.acts.action("template.new").isEnabled()
    assert "moderator" in templates.editor._saved.text().lower()


def test_the_page_speaks_chinese_at_once(
    templates: TemplatesPage, translations: Translations
) -> None:
    choose(templates, "en.reminder.short")
    translations.set_language("zh")
    QApplication.processEvents()
    assert "【成员称呼】" in templates.editor.body.toPlainText().replace("\u2060", "")
    assert templates._edits.get("en.reminder.short") is None, "words alone are no edit"


def test_beside_a_chat_window_one_template_takes_the_place_of_the_list(
    qtbot: QtBot, session: Session, templates: TemplatesPage
) -> None:
    session.window.resize(900, 680)
    QApplication.processEvents()
    assert templates.table.isVisible()
    assert not templates.editor.isVisible()
    in_front(qtbot, session.window)
    templates.table.setFocus()
    qtbot.keyClick(templates.table, Qt.Key.Key_Return)
    assert templates.editor.body.hasFocus()
    assert not templates.table.isVisible()
    qtbot.keyClick(templates.editor.body, Qt.Key.Key_Escape)
    assert templates.table.hasFocus()


def test_courtesy_offers_a_better_wording_for_the_text(
    qtbot: QtBot, templates: TemplatesPage
) -> None:
    write(qtbot, templates, "X", "You idiot, please stop at once.")
    editor = templates.editor
    editor.look()
    offers = editor.preview.courtesy.advice.offer_buttons()
    templates.window().findChildren(CourtesySummary)[0].link.click()
    assert templates.window().focusWidget() is offers[0], "out of sight, and one click away"
    qtbot.keyClick(offers[0], Qt.Key.Key_Space)
    assert "idiot" not in editor.body.text
    assert templates.fields is not None
    assert templates.fields.body == editor.body.text
    assert editor.preview.courtesy.advice.offer_buttons()
    for button in editor.preview.courtesy.advice.offer_buttons():
        button.click()
        editor.look()
    check_placeholders(TemplateKind.REMINDER, editor.body.text)
    assert "{member_name}" in editor.body.text


def test_what_a_kind_has_no_value_for_is_not_offered(
    qtbot: QtBot, templates: TemplatesPage
) -> None:
    choose(templates, "en.announcement.short")
    editor = templates.editor
    editor.body.set_text("You idiot! You are always late. Rules: {rules_list}")
    editor.look()
    advice = editor.preview.courtesy.advice
    while buttons := advice.offer_buttons():
        buttons[0].click()
        editor.look()
    assert "idiot" not in editor.body.text
    assert "{helper_contact}" in editor.body.text
    check_placeholders(TemplateKind.ANNOUNCEMENT, editor.body.text)
    editor.body.set_text("You idiot!")
    editor.body.setReadOnly(True)
    editor.look()
    assert not advice.offer_buttons()
    assert not advice.isHidden()
