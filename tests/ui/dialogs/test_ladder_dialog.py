# SPDX-License-Identifier: MIT
"""Editing a ladder: by mouse and keys, in words, tried out, kept as a draft, published once."""

from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Severity, StepKind
from groupdesk.domain.errors import StorageError
from groupdesk.domain.ladder import DEFAULT_LADDER, Ladder, LadderStep
from groupdesk.domain.records import GroupFields, GroupRecord, MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.services.ladders import Ladders
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.ladder_copy_dialog import LadderCopyDialog
from groupdesk.ui.dialogs.ladder_dialog import LadderDialog
from groupdesk.ui.translations import Translations
from tests.ui.acting import send_warning
from tests.ui.desks import Clock, Notices
from tests.ui.helpers import assert_freed, show_active

R, W, F, X = StepKind
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHORT = Ladder(
    (LadderStep.alike(W, 60), LadderStep.alike(F, 120), LadderStep.alike(X, 0)),
    {Severity.MINOR: 1, Severity.SERIOUS: 2, Severity.ZERO_TOLERANCE: 3},
)


@pytest.fixture
def group(desk: Desk) -> GroupRecord:
    return desk.groups.all()[0]


@pytest.fixture
def dialog(qtbot: QtBot, context: UiContext, group: GroupRecord) -> LadderDialog:
    return opened(qtbot, context, group)


def opened(qtbot: QtBot, context: UiContext, group: GroupRecord) -> LadderDialog:
    made = LadderDialog(context, group)
    made.open()
    show_active(qtbot, made)
    return made


def fields_of(group: GroupRecord) -> GroupFields:
    return GroupFields(group.name, group.platform, group.language)


def kinds(dialog: LadderDialog) -> list[StepKind]:
    return [row.kind.value for row in dialog.steps.rows.rows]


def said(dialog: LadderDialog) -> str:
    QApplication.processEvents()  # new lines are shown by then
    return " ".join(
        label.text()
        for label in dialog.panel.problems.findChildren(type(dialog.panel.members))
        if label.isVisibleTo(dialog)
    )


def test_the_words_follow_while_one_types(qtbot: QtBot, dialog: LadderDialog) -> None:
    assert "A second within 30 days: warning 1" in dialog.panel.text
    days = dialog.steps.rows.rows[0].days[Severity.MINOR]
    days.setFocus()
    days.selectAll()
    qtbot.keyClicks(days, "45")
    assert "A second within 45 days: warning 1" in dialog.panel.text
    assert days.text() == "45 days"
    breaches = dialog.steps.rows.rows[0].breaches[Severity.MINOR]
    breaches.setFocus()
    qtbot.keyClick(breaches, Qt.Key.Key_Up)
    assert breaches.text() == "after 2 messages"
    assert "A third within 45 days: warning 1" in dialog.panel.text


def test_published_by_the_keyboard_with_a_note(
    qtbot: QtBot, dialog: LadderDialog, desk: Desk, group: GroupRecord, notices: Notices
) -> None:
    assert not dialog.main_button.isEnabled()  # nothing is changed yet
    kind = dialog.steps.rows.rows[0].kind
    assert dialog.focusWidget() is kind
    dialog.steps.rows.rows[3].days[Severity.MINOR].setValue(200)
    qtbot.keyClicks(dialog.note, "Longer")
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return, CTRL)
    current = desk.ladders.current(group.id)
    assert (current.version, current.note) == (1, "Longer")
    assert current.ladder.steps[3].days(Severity.SERIOUS) == 200
    assert notices.texts == ["Version 1 of the ladder is in force."]
    assert desk.drafts.load("ladder", group_id=group.id) is None
    assert_freed(dialog)


def test_a_row_is_moved_by_keys_and_by_dragging(qtbot: QtBot, dialog: LadderDialog) -> None:
    rows = dialog.steps.rows
    rows.rows[3].days[Severity.MINOR].setFocus()
    qtbot.keyClick(rows.rows[3].days[Severity.MINOR], Qt.Key.Key_Up, ALT)
    assert kinds(dialog) == [R, W, F, W, X]
    assert dialog.focusWidget() is rows.rows[2].kind
    assert "Step 4 (Warning 2) is milder" in said(dialog)
    grip = rows.rows[2].grip
    below = rows.rows[3].mapToGlobal(QPoint(5, rows.rows[3].height() - 2))
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton)
    grip.dragged.emit(below)
    assert rows._gap == 4
    grip.dropped.emit()
    assert kinds(dialog) == [R, W, W, F, X]
    qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton)


def test_a_step_is_added_taken_out_and_put_back(qtbot: QtBot, dialog: LadderDialog) -> None:
    qtbot.mouseClick(dialog.steps.rows.add, Qt.MouseButton.LeftButton)
    assert kinds(dialog) == [R, W, W, F, F, X]
    assert dialog.focusWidget() is dialog.steps.rows.rows[4].kind
    assert dialog.steps.starts[Severity.ZERO_TOLERANCE].value == 6
    qtbot.mouseClick(dialog.steps.rows.rows[0].remove, Qt.MouseButton.LeftButton)
    assert kinds(dialog) == [W, W, F, F, X]
    put_back = next(b for b in dialog.banner.findChildren(QPushButton) if b.text() == "Put it back")
    qtbot.mouseClick(put_back, Qt.MouseButton.LeftButton)
    assert kinds(dialog) == [R, W, W, F, F, X]


def test_what_came_after_a_step_was_taken_out_is_not_undone_with_it(
    qtbot: QtBot, dialog: LadderDialog
) -> None:
    qtbot.mouseClick(dialog.steps.rows.rows[0].remove, Qt.MouseButton.LeftButton)
    assert dialog.banner.text
    dialog.steps.rows.rows[0].days[Severity.MINOR].setValue(44)
    assert dialog.banner.text == ""
    assert kinds(dialog) == [W, W, F, X]


def test_it_says_which_ladder_is_in_force_and_what_publishing_makes(
    qtbot: QtBot, context: UiContext, dialog: LadderDialog, desk: Desk, group: GroupRecord
) -> None:
    assert dialog._subtitle.text().endswith(
        "· the first ladder is in force; publishing makes version 1"
    )
    desk.ladders.publish(uuid4(), group.id, SHORT)
    again = opened(qtbot, context, group)
    assert again._subtitle.text().endswith("· version 1 is in force; publishing makes version 2")
    assert again.main_button.text() == "Publish version 2"
    desk.groups.archive(uuid4(), group.id, "Over")
    archived = opened(qtbot, context, desk.groups.get(group.id))
    assert archived._subtitle.text().endswith("· version 1 is in force")


def test_what_can_never_work_is_said_and_not_published(
    qtbot: QtBot, dialog: LadderDialog, desk: Desk, group: GroupRecord
) -> None:
    dialog.steps.rows.rows[0].days[Severity.MINOR].setValue(0)
    assert "counts for 0 days" in said(dialog)
    assert not dialog.main_button.isEnabled()
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return, CTRL)
    assert desk.ladders.current(group.id).version == 0
    dialog.steps.rows.rows[0].days[Severity.MINOR].setValue(3)
    assert "counts for 3 days only" in said(dialog)
    assert dialog.main_button.isEnabled()  # advice keeps nobody from it


def test_where_severities_start_follows_the_steps(qtbot: QtBot, dialog: LadderDialog) -> None:
    serious = dialog.steps.starts[Severity.SERIOUS]
    assert serious.itemText(0) == "1. Reminder"
    serious.setFocus()
    qtbot.keyClick(serious, Qt.Key.Key_End)
    assert dialog.steps.ladder.starts[Severity.SERIOUS] == 5
    assert "First serious breach: may lead straight to removal" in dialog.panel.text
    assert "A first serious breach may lead to removal" in said(dialog)


def test_numbers_for_each_severity_and_for_all_again(qtbot: QtBot, dialog: LadderDialog) -> None:
    apart, row = dialog.steps.rows.apart, dialog.steps.rows.rows[1]
    assert not row.days[Severity.SERIOUS].isVisible()
    apart.click()
    assert row.days[Severity.SERIOUS].isVisible()
    assert not row.days[Severity.ZERO_TOLERANCE].isVisible()  # it never comes there
    row.days[Severity.SERIOUS].setValue(180)
    assert dialog.steps.ladder.steps[1].days(Severity.MINOR) == 90
    assert dialog.steps.ladder.steps[1].days(Severity.SERIOUS) == 180
    apart.click()
    assert dialog.steps.ladder == DEFAULT_LADDER
    apart.click()  # what was entered comes back
    assert dialog.steps.ladder.steps[1].days(Severity.SERIOUS) == 180


def test_leaving_keeps_the_draft_and_discarding_offers_it_back(
    qtbot: QtBot, context: UiContext, dialog: LadderDialog, group: GroupRecord, notices: Notices
) -> None:
    dialog.steps.rows.rows[0].days[Severity.MINOR].setValue(44)
    dialog.note.setText("Because")
    dialog.reject()
    assert_freed(dialog)
    assert notices.texts == ["The draft of the ladder of Aurora customers is kept."]
    again = opened(qtbot, context, group)
    assert again.steps.ladder.steps[0].days(Severity.MINOR) == 44
    assert again.note.text() == "Because"
    qtbot.mouseClick(again.discard, Qt.MouseButton.LeftButton)
    assert_freed(again)
    assert context.desk.drafts.load("ladder", group_id=group.id) is None
    notices.action()
    assert opened(qtbot, context, group).note.text() == "Because"


def test_looking_leaves_no_draft(
    qtbot: QtBot, context: UiContext, dialog: LadderDialog, group: GroupRecord
) -> None:
    dialog.show_tab("try")
    dialog.tryout.rows[0].pardoned.setChecked(True)
    dialog.reject()
    assert context.desk.drafts.load("ladder", group_id=group.id) is None


def test_a_damaged_draft_is_no_draft(
    qtbot: QtBot, context: UiContext, desk: Desk, group: GroupRecord
) -> None:
    desk.drafts.save("ladder", {"ladder": '{"steps": 7}', "based_on": []}, group_id=group.id)
    assert opened(qtbot, context, group).steps.ladder == DEFAULT_LADDER


def test_two_at_once_are_told_and_the_second_decides(
    qtbot: QtBot, dialog: LadderDialog, desk: Desk, group: GroupRecord
) -> None:
    dialog.steps.rows.rows[0].days[Severity.MINOR].setValue(44)
    desk.ladders.publish(uuid4(), group.id, SHORT)
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "Mei published version 1" in dialog.banner._text.text()
    assert desk.ladders.current(group.id).ladder == SHORT
    assert dialog.main_button.text() == "Publish version 2"
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert desk.ladders.current(group.id).version == 2
    assert desk.ladders.current(group.id).ladder.steps[0].days(Severity.MINOR) == 44


def test_an_older_draft_is_told_of_the_newer_version(
    qtbot: QtBot, context: UiContext, dialog: LadderDialog, desk: Desk, group: GroupRecord
) -> None:
    dialog.steps.rows.rows[0].days[Severity.MINOR].setValue(44)
    dialog.reject()
    desk.ladders.publish(uuid4(), group.id, SHORT)
    again = opened(qtbot, context, group)
    assert again.steps.ladder.steps[0].days(Severity.MINOR) == 44
    show = next(b for b in again.banner.findChildren(QPushButton) if b.text() == "Show versions")
    qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
    assert again.tabs.current == "versions"
    assert again.history.cards[0].accessibleName().startswith("Version 1 · in force")


def test_a_full_disk_leaves_everything_as_it_was(
    qtbot: QtBot, dialog: LadderDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise StorageError("disk_full")

    dialog.steps.rows.rows[0].days[Severity.MINOR].setValue(44)
    monkeypatch.setattr(Ladders, "publish", full)
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.banner.isVisible()
    assert dialog.steps.ladder.steps[0].days(Severity.MINOR) == 44
    assert dialog.main_button.isEnabled()


def test_the_try_out_says_what_each_breach_leads_to(qtbot: QtBot, dialog: LadderDialog) -> None:
    dialog.show_tab("try")
    rows = dialog.tryout.rows
    assert [row.result.text() for row in rows] == ["Reminder", "Warning 1", "Warning 2"]
    assert "counts until" in rows[1].why.text()
    rows[1].pardoned.click()
    assert rows[2].result.text() == "Reminder"
    assert "pardoned, no longer counts" in rows[1].why.text()
    rows[1].pardoned.click()
    rows[1].later.setValue(60)
    rows[2].later.setValue(31)  # the last day still counts
    assert [row.result.text() for row in rows] == ["Reminder", "Reminder", "Reminder"]
    assert "starts again" in rows[1].why.text()
    rows[0].severity.setCurrentIndex(2)
    assert rows[0].result.text() == "Removal"
    assert "would be removed already" in rows[1].why.text()
    qtbot.mouseClick(dialog.tryout.add, Qt.MouseButton.LeftButton)
    assert len(rows) == 4
    qtbot.mouseClick(rows[0].remove, Qt.MouseButton.LeftButton)
    assert len(rows) == 3
    assert rows[0].later.value() == 0
    # it follows the steps
    dialog.steps.rows.rows[0].days[Severity.MINOR].setValue(3_000)
    assert rows[1].result.text() == "Warning 1"


def test_it_says_whom_it_concerns(
    qtbot: QtBot, dialog: LadderDialog, desk: Desk, detail: MemberDetail, clock: Clock
) -> None:
    dialog.ask_impact()
    assert "Nobody stands on a step" in dialog.panel.members.text()
    send_warning(desk, detail)
    dialog.ask_impact()
    assert "1 member stands on a step" in dialog.panel.members.text()


def test_an_earlier_version_can_be_begun_from(
    qtbot: QtBot, context: UiContext, desk: Desk, group: GroupRecord
) -> None:
    desk.ladders.publish(uuid4(), group.id, SHORT, note="Shorter")
    dialog = opened(qtbot, context, group)
    dialog.show_tab("versions")
    assert len(dialog.history.cards) == 2
    qtbot.keyClick(dialog.history.cards[1], Qt.Key.Key_Return)
    take = dialog.history.cards[1].findChild(QPushButton)
    assert take is not None
    qtbot.mouseClick(take, Qt.MouseButton.LeftButton)
    assert dialog.steps.ladder == DEFAULT_LADDER
    assert dialog.main_button.isEnabled()


def test_another_groups_ladder_can_be_begun_from(
    qtbot: QtBot, context: UiContext, desk: Desk, group: GroupRecord
) -> None:
    fields = desk.groups.get(group.id)
    other = desk.groups.create(
        uuid4(), fields_of(fields)._replace(name="Beta & friends")
    ).subject_id
    desk.ladders.publish(uuid4(), other, SHORT)
    dialog = opened(qtbot, context, group)
    dialog._fill_menu()
    actions = dialog.begin_from.menu().actions()
    chosen = next(action for action in actions if action.text() == "Beta && friends")
    chosen.trigger()
    assert dialog.steps.ladder == SHORT


def test_an_archived_group_can_only_be_looked_at(
    qtbot: QtBot, context: UiContext, desk: Desk, group: GroupRecord
) -> None:
    desk.groups.archive(uuid4(), group.id, "Over")
    dialog = opened(qtbot, context, desk.groups.get(group.id))
    assert not dialog.steps.isEnabled()
    assert not dialog.main_button.isVisible()
    dialog.show_tab("versions")
    dialog.reject()
    assert_freed(dialog)


def test_both_languages_while_it_is_open(
    qtbot: QtBot, dialog: LadderDialog, translations: Translations
) -> None:
    dialog.steps.rows.rows[0].days[Severity.MINOR].setValue(0)
    translations.set_language("zh")
    QApplication.processEvents()
    assert "首次轻微违规：提醒" in dialog.panel.text
    assert "有效期为 0 天" in said(dialog)
    assert dialog.windowTitle() == "处理阶梯"
    assert dialog.steps.rows.rows[0].days[Severity.MINOR].suffix() == " 天"
    assert dialog.tryout.rows[1].result.text() != ""


def test_copied_to_chosen_groups(
    qtbot: QtBot, context: UiContext, desk: Desk, group: GroupRecord, notices: Notices
) -> None:
    fields = fields_of(desk.groups.get(group.id))
    other = desk.groups.create(uuid4(), fields._replace(name="Beta")).subject_id
    third = desk.groups.create(uuid4(), fields._replace(name="Gamma")).subject_id
    desk.ladders.publish(uuid4(), group.id, SHORT)
    dialog = LadderCopyDialog(context, group)
    dialog.open()
    show_active(qtbot, dialog)
    assert set(dialog.checks) == {other, third}
    assert not dialog.main_button.isEnabled()
    qtbot.keyClick(dialog.checks[other], Qt.Key.Key_Space)
    assert dialog.main_button.text() == "Publish in 1 group"
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return, CTRL)
    assert desk.ladders.current(other).ladder == SHORT
    assert desk.ladders.current(third).version == 0
    assert notices.texts == ["The ladder is in force in 1 more group."]
    assert_freed(dialog)


def test_a_group_that_changed_meanwhile_is_named(
    qtbot: QtBot, context: UiContext, desk: Desk, group: GroupRecord
) -> None:
    fields = fields_of(desk.groups.get(group.id))
    other = desk.groups.create(uuid4(), fields._replace(name="Beta")).subject_id
    desk.ladders.publish(uuid4(), group.id, SHORT)
    dialog = LadderCopyDialog(context, group)
    dialog.open()
    show_active(qtbot, dialog)
    dialog.checks[other].setChecked(True)
    longer = SHORT._replace(steps=(LadderStep.alike(R, 20), *SHORT.steps))
    desk.ladders.publish(uuid4(), other, longer)
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "Not published in Beta: another ladder was published" in dialog.banner._text.text()
    assert dialog.checks[other].isChecked()
    desk.ladders.publish(uuid4(), group.id, DEFAULT_LADDER, based_on=1)  # not what is shown here
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert desk.ladders.current(other).ladder == SHORT
