# SPDX-License-Identifier: MIT
"""Publishing: what changed is listed, a colleague's version is not overwritten unseen."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Severity
from groupdesk.domain.errors import StorageError, ValidationError
from groupdesk.domain.records import GroupRecord, Receipt
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.services.desk import Desk
from groupdesk.services.rules import Rules
from groupdesk.services.starter_rules import starter_rules
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.publish_dialog import PublishDialog
from tests.ui.helpers import assert_freed, show_active

STARTERS = starter_rules()
MILDER = replace(STARTERS[0], severity=Severity.MINOR)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def group(desk: Desk) -> GroupRecord:
    return desk.groups.all()[0]


def ask(
    qtbot: QtBot,
    context: UiContext,
    group: GroupRecord,
    rules: tuple[RuleDraft, ...],
    based_on: int = 1,
) -> PublishDialog:
    window = context.acts.parent()
    assert isinstance(window, QWidget)
    dialog = PublishDialog(
        context, group, rules, based_on=based_on, draft_id=None, note="Why", parent=window
    )
    show_active(qtbot, dialog)
    return dialog


def test_it_lists_what_changed_and_publishes_by_the_keyboard(
    qtbot: QtBot, context: UiContext, desk: Desk, group: GroupRecord
) -> None:
    new = RuleDraft("R10", Severity.MINOR, {"en": "<b>Bold</b>"}, {"en": "Text."})
    dialog = ask(qtbot, context, group, (STARTERS[2], MILDER, *STARTERS[3:], new))
    shown = dialog.view.toPlainText()
    for text in (
        "R1 No advertising",
        "Severity: Serious → Minor",
        "Changed",
        "R10 <b>Bold</b>",
        *("New", "Moved", "Removed"),
    ):
        assert text in shown
    assert "Chinese: R10" in dialog.missing.text(), "nobody was told what is not translated"
    receipts: list[Receipt] = []
    dialog.published.connect(receipts.append)
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return, CTRL)
    assert len(receipts) == 1
    current = desk.rules.current(group.id)
    assert current is not None
    assert (current.version, current.note) == (2, "Why")
    assert current.rules[1].severity is Severity.MINOR
    assert_freed(dialog)


def test_what_the_screen_has_room_for_is_seen_without_scrolling(
    qtbot: QtBot, context: UiContext, group: GroupRecord
) -> None:
    said = {"en": f"{STARTERS[1].texts['en']} Be kind.", "zh": f"{STARTERS[1].texts['zh']}请友善。"}
    new = replace(STARTERS[5], code="R10", titles={"en": "Be brief"}, hints={}, consequences={})
    rules = (STARTERS[0], replace(STARTERS[1], texts=said), *STARTERS[2:], new)
    dialog = ask(qtbot, context, group, rules)
    QApplication.processEvents()
    assert dialog.view.verticalScrollBar().maximum() == 0
    form = dialog.form.parentWidget()
    area = form.parentWidget() if form else None
    assert form is not None
    assert area is not None
    assert form.height() <= area.height()


def test_a_version_published_meanwhile_is_explained_and_compared(
    qtbot: QtBot, context: UiContext, desk: Desk, group: GroupRecord
) -> None:
    dialog = ask(qtbot, context, group, (MILDER, *STARTERS[1:]))
    desk.rules.publish(uuid4(), group.id, STARTERS[:5], note="shorter", based_on=1)
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert desk.rules.current(group.id).version == 2  # type: ignore[union-attr]  # just published
    assert "Mei published version 2" in dialog.banner.text
    assert dialog.main_button.text() == "Publish v3"
    assert [change.kind.value for change in dialog.changes].count("added") == len(STARTERS) - 5
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    versions = desk.rules.versions(group.id)
    assert [(book.version, len(book.rules)) for book in versions] == [(3, 9), (2, 5), (1, 9)]


def test_the_way_out_is_offered_where_somebody_was_faster(
    qtbot: QtBot, context: UiContext, desk: Desk, group: GroupRecord
) -> None:
    desk.rules.publish(uuid4(), group.id, STARTERS[:5], based_on=1)
    dialog = ask(qtbot, context, group, STARTERS[:4])
    with qtbot.waitSignal(dialog.rebase_asked):
        qtbot.mouseClick(dialog.banner.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert len(desk.rules.versions(group.id)) == 2


def test_it_follows_the_language_of_the_window(
    qtbot: QtBot, context: UiContext, group: GroupRecord
) -> None:
    dialog = ask(qtbot, context, group, (MILDER, *STARTERS[1:]))
    context.translations.set_language("zh")
    QApplication.processEvents()
    assert "严重程度：严重 → 轻微" in dialog.view.toPlainText()
    assert "R1 禁止广告" in dialog.view.toPlainText()


def test_an_old_draft_is_explained_at_once(
    qtbot: QtBot, context: UiContext, desk: Desk, group: GroupRecord
) -> None:
    desk.rules.publish(uuid4(), group.id, STARTERS[:5], based_on=1)
    dialog = ask(qtbot, context, group, STARTERS[:4])
    assert "version 2" in dialog.banner.text
    assert [change.rule.code for change in dialog.changes] == ["R5"]


def test_what_is_in_force_already_cannot_be_published_again(
    qtbot: QtBot, context: UiContext, group: GroupRecord
) -> None:
    dialog = ask(qtbot, context, group, STARTERS)
    assert not dialog.main_button.isEnabled()
    assert "a change" in dialog.main_button.accessibleDescription()


def test_after_a_full_disk_everything_is_still_there(
    qtbot: QtBot,
    context: UiContext,
    desk: Desk,
    group: GroupRecord,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = ask(qtbot, context, group, STARTERS[:3])

    def full(*_args: object, **_more: object) -> None:
        raise StorageError("disk_full")

    with monkeypatch.context() as broken:
        broken.setattr(Rules, "publish", full)
        qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert dialog.banner.text
    assert dialog.note.text() == "Why"
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert len(desk.rules.versions(group.id)) == 2


def test_a_broken_note_is_said_under_it(
    qtbot: QtBot, context: UiContext, group: GroupRecord
) -> None:
    dialog = ask(qtbot, context, group, STARTERS[:3])
    dialog.note.setText("a\0b")
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.note.hasFocus()
    assert dialog.note.accessibleDescription()


def test_an_error_of_a_rule_goes_back_to_the_page(
    qtbot: QtBot, context: UiContext, group: GroupRecord
) -> None:
    dialog = ask(qtbot, context, group, (replace(STARTERS[0], titles={}), *STARTERS[1:]))
    refused: list[ValidationError] = []
    dialog.refused.connect(refused.append)
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert [error.field for error in refused] == ["rules.0.title"]
    assert not dialog.isVisible()


def test_cancel_publishes_nothing(
    qtbot: QtBot, context: UiContext, desk: Desk, group: GroupRecord
) -> None:
    dialog = ask(qtbot, context, group, STARTERS[:3])
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert len(desk.rules.versions(group.id)) == 1
