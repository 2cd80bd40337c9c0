# SPDX-License-Identifier: MIT
"""Removing several members: who cannot is left out, one reason for all, all in one act."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import EvidenceSource, FairItem, MemberRole, Topic
from groupdesk.domain.errors import CancelledError, StorageError
from groupdesk.domain.records import GroupFields, MemberFields
from groupdesk.domain.removal_states import RemovalState
from groupdesk.services.desk import Desk
from groupdesk.services.starter_rules import starter_rules
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.bulk_removal_dialog import BulkRemovalDialog
from groupdesk.ui.dialogs.removal_dialog import RemovalDialog
from groupdesk.ui.item_models.bulk_removal_model import NAME, STATE, TICK
from tests.services.two_operators import ask_always, seat_of
from tests.ui.acting import dialog as in_front
from tests.ui.desks import Clock, Notices, add_member, picture_file
from tests.ui.helpers import assert_freed, show_active

CTRL = Qt.KeyboardModifier.ControlModifier


def people(desk: Desk) -> list[int]:
    """Return three members who can be removed, the owner and a protected one."""
    group = desk.groups.all()[0].id
    plain = [add_member(desk, group, name).row.id for name in ("Ada", "Ben", "Cleo")]
    others = (
        MemberFields("Olga", role=MemberRole.OWNER),
        MemberFields("Paul", protected=True),
    )
    more = [desk.members.add(uuid4(), group, fields).subject_id for fields in others]
    return [*plain, *more]


def opened(
    qtbot: QtBot, context: UiContext, ids: list[int], *, everywhere: bool = False
) -> BulkRemovalDialog:
    details = [context.desk.members.detail(ident) for ident in ids]
    made = BulkRemovalDialog(context, details, everywhere=everywhere)
    made.open()
    show_active(qtbot, made)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, context: UiContext, desk: Desk) -> BulkRemovalDialog:
    return opened(qtbot, context, people(desk))


def states(dialog: BulkRemovalDialog) -> list[str]:
    model = dialog.list.model
    return [str(model.index(row, STATE).data()) for row in range(model.rowCount())]


def fill(qtbot: QtBot, dialog: BulkRemovalDialog, folder: Path) -> None:
    """Fill in what all share, as one would."""
    for choice in (dialog.removal.decision.rule, *list(dialog.removal.rules.values())[:1]):
        if choice.count():
            choice.setFocus()
            qtbot.keyClicks(choice, "R1")
            qtbot.keyClick(choice, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.removal.reason, "Advertised in every channel")
    picture = picture_file(folder, "chat.png")
    dialog.removal.evidence.take_files([picture], EvidenceSource.FILE)
    dialog._look()  # the rest that one takes after typing


def answer_all(qtbot: QtBot, dialog: BulkRemovalDialog) -> None:
    for key in list(dialog.list.gaps.answers()):
        qtbot.keyClicks(dialog.list.gaps.field(key), "All within an hour")


def test_who_cannot_is_left_out_and_the_others_go_in_one_act(
    qtbot: QtBot, dialog: BulkRemovalDialog, desk: Desk, notices: Notices, tmp_path: Path
) -> None:
    fill(qtbot, dialog, tmp_path)
    assert states(dialog)[3:] == ["Owns the group", "Protected"]
    assert states(dialog)[0] == "5 reasons missing"
    assert dialog.list.summary.text() == "3 can be removed, 2 left out"
    assert not dialog.main_button.isEnabled()
    assert "5 answers" in dialog.main_button.accessibleDescription()
    qtbot.keyClick(dialog.list.table, Qt.Key.Key_Space)  # Ada stays
    assert states(dialog)[0] == "Left out by you"
    answer_all(qtbot, dialog)
    assert states(dialog)[1] == "Reasons given"
    dialog.list.show_member(dialog.lines.details[2].row.id)
    own = dialog.list.one.list.field(f"{dialog.lines.details[2].row.id}.{FairItem.TALKED.value}")
    qtbot.keyClicks(own, "Cleo blocked us")
    assert "Cleo" in dialog.list.one.notice.text()
    assert dialog.main_button.text() == "Record 2 removals"
    qtbot.keyClick(dialog.removal.reason, Qt.Key.Key_Return, CTRL)
    assert dialog.result() == QDialog.DialogCode.Accepted, dialog.banner.text
    pending = [desk.members.detail(one.row.id).removal_pending for one in dialog.lines.details]
    assert [bool(one) for one in pending] == [False, True, True, False, False]
    ben, cleo = (desk.removals.get(one) for one in pending[1:3])
    assert ben.batch == cleo.batch != ""
    assert ben.case_number != cleo.case_number
    assert "Ben" in ben.notice
    assert "Cleo" in cleo.notice
    why = {line.item: line.override for line in cleo.fair_process}
    assert why[FairItem.TALKED] == "Cleo blocked us"
    assert why[FairItem.WARNED] == "All within an hour"
    assert "2" in notices.texts[-1]
    assert notices.action is not None
    notices.action()  # within the minute, both are taken back
    assert desk.removals.get(pending[1]).state is RemovalState.CANCELLED
    assert desk.removals.get(pending[2]).state is RemovalState.CANCELLED


def test_of_a_rule_that_is_not_chosen_nothing_is_asked(
    dialog: BulkRemovalDialog,
) -> None:
    assert states(dialog)[0] == "Rule missing"
    assert FairItem.RULE_PUBLISHED.value not in dialog.list.gaps.answers()
    asked = dialog.list.gaps.answers()
    assert f"{len(asked)} answers" in dialog.main_button.accessibleDescription()
    assert len(dialog.list.one.list.answers()) == len(asked)


def test_a_time_before_somebody_joined_is_pointed_out(
    dialog: BulkRemovalDialog, clock: Clock
) -> None:
    dialog.removal.already.set_moment(to_text(clock.now - timedelta(hours=1)))
    hint = dialog.removal.already_field.field.accessibleDescription()
    assert hint == "That was 1 hour before this decision; the case file says so."
    dialog.removal.already.set_moment(to_text(clock.now - timedelta(days=2)))
    hint = dialog.removal.already_field.field.accessibleDescription()
    assert hint.endswith("By the records Ada joined only on 21 Nov: check the day.")


def test_a_bot_goes_only_when_it_is_meant(qtbot: QtBot, context: UiContext, desk: Desk) -> None:
    group = desk.groups.all()[0].id
    bot = desk.members.add(uuid4(), group, MemberFields("Robo")).subject_id
    desk.workspace.database.execute_sql("UPDATE membership SET is_bot = 1 WHERE id = ?", (bot,))
    dialog = opened(qtbot, context, [bot])
    assert states(dialog) == ["Bot"]
    box = next(box for box in dialog.list.boxes.values() if box.isVisibleTo(dialog))
    assert "Robo" in box.text()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert dialog.list.summary.text() == "1 can be removed"


def test_a_group_that_asks_for_approval_has_them_wait(
    qtbot: QtBot, context: UiContext, desk: Desk, notices: Notices, tmp_path: Path
) -> None:
    ids = people(desk)[:2]
    ask_always(desk, desk.groups.all()[0].id)
    dialog = opened(qtbot, context, ids)
    fill(qtbot, dialog, tmp_path)
    answer_all(qtbot, dialog)
    assert states(dialog) == ["Asks, reasons given"] * 2
    assert dialog.main_button.text() == "Ask for approval of 2"
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert len(desk.approvals.waiting()) == 2
    assert "wait" in notices.texts[-1]


def test_what_others_change_meanwhile_is_named_and_nothing_is_lost(
    qtbot: QtBot, context: UiContext, desk: Desk, tmp_path: Path
) -> None:
    ids = people(desk)[:3]
    dialog = opened(qtbot, context, ids)
    fill(qtbot, dialog, tmp_path)
    answer_all(qtbot, dialog)
    assert dialog.banner.isHidden()
    other, group = seat_of(desk), desk.groups.all()[0].id
    ben = desk.members.detail(ids[1])
    other.members.edit(uuid4(), ids[1], replace(ben.fields, protected=True))
    context.events.publish({Topic.MEMBERS})  # as when another window wrote
    assert "open: Ben." in dialog.banner.text
    assert states(dialog) == ["Reasons given", "Protected", "Reasons given"]
    assert dialog.list.current.row.id == ids[1]
    ask_always(other, group)  # nobody heard of it yet
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert desk.approvals.count() == 0
    assert dialog.main_button.text() == "Ask for approval of 2"
    assert "Ada, Cleo" in dialog.banner.text
    assert dialog.removal.reason.text == "Advertised in every channel"
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Accepted, dialog.banner.text
    assert desk.approvals.count() == 2
    assert "Ada, Cleo" in dialog.banner.text, "what one does oneself is no change by others"
    assert states(dialog) == ["Asks, reasons given", "Protected", "Asks, reasons given"]


def test_from_all_groups_the_same_rule_is_chosen_in_each(
    qtbot: QtBot, context: UiContext, desk: Desk, tmp_path: Path
) -> None:
    first = desk.groups.all()[0]
    fields = GroupFields("Borealis", first.platform, first.language)
    second = desk.groups.create(uuid4(), fields).subject_id
    desk.rules.publish(uuid4(), second, starter_rules())
    person = add_member(desk, first.id, "Ada")
    link = desk.members.add(uuid4(), second, MemberFields("Ada")).subject_id
    dialog = opened(qtbot, context, [person.row.id, link], everywhere=True)
    assert "from all groups" in dialog.windowTitle()
    fill(qtbot, dialog, tmp_path)
    assert {rule.code for rule in dialog.removal.chosen_rules.values()} == {"R1"}
    assert len(dialog.removal.chosen_rules) == 2


def test_what_failed_leaves_everything_in_the_form(
    qtbot: QtBot, dialog: BulkRemovalDialog, desk: Desk, tmp_path: Path
) -> None:
    fill(qtbot, dialog, tmp_path)
    dialog._on_failed(StorageError("disk_full"))
    assert "disk is full" in dialog.banner.text
    dialog._on_failed(CancelledError())
    assert dialog.banner.text == "Stopped. Nobody was removed."
    assert dialog.removal.reason.text == "Advertised in every channel"
    dialog.reject()
    assert_freed(dialog)


def test_leaving_keeps_all_of_it_and_recording_drops_the_draft(
    qtbot: QtBot, context: UiContext, desk: Desk, tmp_path: Path
) -> None:
    ids = people(desk)
    first = opened(qtbot, context, ids)
    fill(qtbot, first, tmp_path)
    answer_all(qtbot, first)
    cleo = first.lines.details[2].row.id
    first.list.show_member(cleo)
    qtbot.keyClicks(first.list.one.list.field(f"{cleo}.{FairItem.TALKED.value}"), "Blocked us")
    first.list.show_member(first.lines.details[0].row.id)
    qtbot.keyClick(first.list.table, Qt.Key.Key_Space)  # Ada stays
    box = next(iter(first.removal.notice.boxes.values()))
    box.setCurrentIndex(0)  # no notice
    written = first.contents()
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    (item,) = desk.todo.drafts()
    assert (item.kind, item.member_name, item.of) == ("draft_removals", "Ada", 5)
    again = opened(qtbot, context, list(reversed(ids)))
    assert again.contents()[1] == written[1]
    same = ("rule", "reason", "notices", "excluded", "meant", "shared", "own", "until")
    assert {key: again.contents()[0][key] for key in same} == {key: written[0][key] for key in same}
    assert again.list.gaps.answers()[FairItem.WARNED.value] == "All within an hour"
    assert again.main_button.text() == "Record 2 removals"
    qtbot.mouseClick(again.main_button, Qt.MouseButton.LeftButton)
    assert again.result() == QDialog.DialogCode.Accepted, again.banner.text
    assert desk.todo.drafts() == ()


def test_a_draft_is_taken_up_for_others_discarded_and_brought_back(
    qtbot: QtBot, context: UiContext, desk: Desk, notices: Notices, tmp_path: Path
) -> None:
    ids = people(desk)[:3]
    first = opened(qtbot, context, ids)
    fill(qtbot, first, tmp_path)
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert notices.texts[-1] == "The removal of 3 members is kept as a draft."
    again = opened(qtbot, context, ids[:2])
    assert "about other members" in again.banner.text
    assert again.removal.reason.text == "Advertised in every channel"
    qtbot.mouseClick(again.discard_button, Qt.MouseButton.LeftButton)
    assert desk.todo.drafts() == ()
    assert notices.action is not None
    notices.action()
    assert [item.of for item in desk.todo.drafts()] == [2]


def test_it_follows_the_windows_language(dialog: BulkRemovalDialog, context: UiContext) -> None:
    context.translations.set_language("zh")
    QApplication.processEvents()
    assert states(dialog)[3] == "群主"
    assert "5" in dialog.windowTitle()
    assert dialog.list.model.index(0, TICK).data(Qt.ItemDataRole.CheckStateRole) is not None
    spoken = str(dialog.list.model.index(4, NAME).data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "Paul, Aurora customers, 受保护"


def test_the_removal_of_one_leads_to_all_groups_and_takes_along_what_was_said(
    qtbot: QtBot, context: UiContext, desk: Desk, tmp_path: Path
) -> None:
    first = desk.groups.all()[0]
    fields = GroupFields("Borealis", first.platform, first.language)
    second = desk.groups.create(uuid4(), fields).subject_id
    desk.rules.publish(uuid4(), second, starter_rules())
    here = add_member(desk, first.id, "Ada")
    there = desk.members.detail(desk.members.add(uuid4(), second, MemberFields("Ada")).subject_id)
    desk.persons.link(uuid4(), there.row.person_id, here.row.person_id, "The same phone number")
    window = context.acts.parent()
    assert isinstance(window, QWidget)
    window.show()
    alone = RemovalDialog(context, desk.members.detail(here.row.id), window)
    alone.open()
    alone.removal.decision.rule.choose("R1")
    alone.removal.reason.set_text("Advertised in both")
    alone.removal.evidence.take_files([picture_file(tmp_path, "chat.png")], EvidenceSource.FILE)
    alone.removal.evidence.strip.tiles[0].say("Group chat", "", "Buy now")
    qtbot.keyClicks(alone.fair.list.field(FairItem.TALKED.value), "Blocked us")
    link = next(one for one in alone.findChildren(QPushButton) if one.text() == "From all groups…")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    shown = in_front(BulkRemovalDialog)
    assert [one.group.name for one in shown.lines.details] == ["Aurora customers", "Borealis"]
    heads = [str(shown.list.model.index(row, NAME).data()) for row in (0, 1)]
    assert heads == ["Aurora customers", "Borealis"], "one name: the groups tell them apart"
    assert desk.drafts.load("removal", membership_id=here.row.id) is not None
    form = shown.removal
    assert (form.reason.text, form.evidence.pictures) == ("Advertised in both", 1)
    assert [(one.origin, one.quoted_text) for one in form.evidence.uses()] == [
        ("Group chat", "Buy now")
    ]
    assert {rule.code for rule in form.chosen_rules.values()} == {"R1"}
    assert len(form.chosen_rules) == 2
    own = shown.list.one.list.answers()
    assert own[f"{here.row.id}.{FairItem.TALKED.value}"] == "Blocked us"
    assert not shown.keeper.worth_keeping, "nothing was changed yet: the other draft has it all"
    answer_all(qtbot, shown)
    qtbot.mouseClick(shown.main_button, Qt.MouseButton.LeftButton)
    assert shown.result() == QDialog.DialogCode.Accepted, shown.banner.text
    assert desk.todo.drafts() == (), "what was begun for one group is done as well"


def test_one_person_in_several_groups_is_not_called_several_members(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    first = desk.groups.all()[0]
    fields = GroupFields("Borealis", first.platform, first.language)
    second = desk.groups.create(uuid4(), fields).subject_id
    ids = [add_member(desk, group, "Ada").row.id for group in (first.id, second)]
    dialog = opened(qtbot, context, ids, everywhere=True)
    shown = [one.text() for one in dialog.findChildren(QLabel) if one.isVisibleTo(dialog)]
    assert "Can be removed from 2 groups" in shown
    assert any("warning that still counts: in 2 groups" in text for text in shown)
    read = " ".join(shown).lower().replace("&", "")
    assert "reason, shown to the member" in read
    assert "notice in english, for 2 groups" in read
    assert "2 members" not in read
    assert "2 of them" not in read
