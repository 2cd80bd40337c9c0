# SPDX-License-Identifier: MIT
"""Filters, all groups, columns, many chosen and fields in place, as a person does it."""

from dataclasses import replace
from typing import Any, cast
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QProgressBar, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, Language, OperatorRole, Platform, Topic
from groupdesk.domain.errors import CancelledError
from groupdesk.domain.member_filter import Conditions, MemberFilter
from groupdesk.domain.records import GroupFields, MemberDetail, OperatorRecord
from groupdesk.services.desk import Desk
from groupdesk.services.workspace import add_operator
from groupdesk.ui.dialogs.bulk_dialog import BulkDialog
from groupdesk.ui.dialogs.columns_dialog import ColumnsDialog
from groupdesk.ui.dialogs.filter_dialog import FilterDialog
from groupdesk.ui.dialogs.filter_name_dialog import FilterNameDialog
from groupdesk.ui.dialogs.member_dialog import MemberDialog
from groupdesk.ui.dialogs.told_dialog import ToldDialog
from groupdesk.ui.item_delegates import MarksRole, SecondaryMarksRole, SecondaryRole
from groupdesk.ui.item_models.member_columns import COLUMNS
from groupdesk.ui.pages.members_page import MembersPage
from groupdesk.ui.pages.page import ALL_GROUPS
from groupdesk.ui.session import Session
from groupdesk.ui.widgets.member_detail import MemberDetailPanel
from groupdesk.ui.widgets.member_table import MemberTable
from groupdesk.ui.widgets.saved_filter_list import SavedFilterList
from tests.ui.acting import dialog, in_front, page
from tests.ui.desks import add_member
from tests.ui.helpers import modal_in_front

CTRL, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def members(qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail) -> MembersPage:
    """王小明, Grace Chen (VIP), 李伟 (note) in the first group, Zoe in the second."""
    grace = add_member(desk, detail.group.id, "Grace Chen")
    desk.members.edit(uuid4(), grace.row.id, replace(grace.fields, tags=("VIP",)))
    wei = add_member(desk, detail.group.id, "李伟")
    desk.members.edit(uuid4(), wei.row.id, replace(wei.fields, note="发过广告", key_customer=True))
    fields = GroupFields("Borealis", Platform.QQ, Language.EN)
    other = desk.groups.create(uuid4(), fields)
    add_member(desk, other.subject_id, "Zoe")
    session.context.done(other)
    shown = page(session, "members", MembersPage)
    session.workbench.show_group(detail.group.id)
    shown.reload()
    qtbot.waitUntil(lambda: shown.findChild(MemberDetailPanel) is not None)
    return shown


def test_how_many_a_search_finds_stands_beside_it(
    qtbot: QtBot, members: MembersPage, desk: Desk, detail: MemberDetail
) -> None:
    found = members.filters.found
    assert found.isHidden(), "the chips say how many there are"
    members.search.setText("li")
    qtbot.waitUntil(lambda: found.text() == "1 found")
    assert found.isVisible()
    assert members.chips.button("all").text() == "All 3"
    assert members.chips.toolTip() == "Counted over the whole list, whatever you search for"
    for number in range(64):
        add_member(desk, detail.group.id, f"Li {number}")
    members.reload()
    qtbot.waitUntil(lambda: found.text() == "65 found")
    members.show_filter(MemberFilter(conditions=Conditions(tag="VIP")))
    qtbot.waitUntil(lambda: found.text() == "1 found")
    members.show_filter(MemberFilter())
    qtbot.waitUntil(found.isHidden)


def names(members: MembersPage) -> list[str]:
    shown = [members.model.record(row) for row in range(members.model.rowCount())]
    return [record.name for record in shown if record is not None]


def shown_columns(members: MembersPage) -> list[str]:
    header = members.table.horizontalHeader()
    order = [header.logicalIndex(place) for place in range(header.count())]
    return [COLUMNS[at] for at in order if not header.isSectionHidden(at)]


def condition_chips(members: MembersPage) -> list[QPushButton]:
    return [
        made
        for made in members.filters.findChildren(QPushButton)
        if made.accessibleName().startswith("Take away") and made.isVisible()
    ]


def test_all_groups_show_each_ones_group(
    session: Session, members: MembersPage, detail: MemberDetail
) -> None:
    session.workbench.show_group(ALL_GROUPS)
    assert sorted(names(members)) == sorted(["王小明", "Grace Chen", "李伟", "Zoe"])
    assert "group" in shown_columns(members)
    groups = {members.model.index(row, COLUMNS.index("group")).data() for row in range(4)}
    assert groups == {"Aurora customers", "Borealis"}
    assert not session.context.acts.action("member.add").isEnabled()
    session.workbench.show_page("rules")
    assert session.workbench.page is not None
    assert session.workbench.page.group_id == detail.group.id
    session.workbench.show_page("members")
    assert len(names(members)) == 4, "all of them are still in front"
    session.workbench.show_group(detail.group.id)
    assert len(names(members)) == 3
    assert "group" not in shown_columns(members)


def test_the_filter_dialog_counts_and_its_conditions_can_be_taken_away(
    qtbot: QtBot, session: Session, members: MembersPage
) -> None:
    qtbot.keyClick(session.window, Qt.Key.Key_F, CTRL | SHIFT)
    asked = dialog(FilterDialog)
    qtbot.keyClicks(asked.tag, "vip")
    qtbot.waitUntil(lambda: asked._hint.text() == "1 member fits")
    qtbot.keyClick(asked.tag, Qt.Key.Key_Return)
    in_front(qtbot, session.window)
    assert names(members) == ["Grace Chen"]
    assert QApplication.focusWidget() is members.table
    (chip,) = condition_chips(members)
    assert chip.text() == "Tag: vip"
    qtbot.mouseClick(chip, LEFT)
    assert len(names(members)) == 3
    assert condition_chips(members) == []
    assert QApplication.focusWidget() is members.search


def test_conditions_combine_with_chip_and_words(
    qtbot: QtBot, session: Session, members: MembersPage
) -> None:
    members.show_filter(MemberFilter(conditions=Conditions(key_customer=True)))
    assert names(members) == ["李伟"]
    members.search.setText("grace")
    assert names(members) == []
    assert members.empty.isVisible()
    members.empty.button.click()
    assert len(names(members)) == 3
    assert members.search.text() == ""


def test_days_that_make_no_sense_are_said_at_the_field(
    qtbot: QtBot, session: Session, members: MembersPage
) -> None:
    session.context.acts.trigger("member.filter")
    asked = dialog(FilterDialog)
    asked.joined_from.show_day("2026-02-01")
    asked.joined_to.show_day("2026-01-01")
    asked.main_button.click()
    assert asked.isVisible()
    assert asked.fields["joined_to"].error
    asked.joined_to.show_day("")
    assert not asked.fields["joined_to"].error
    asked.main_button.click()
    assert not asked.isVisible()


def test_a_saved_filter_stands_in_the_navigation_with_its_count(
    qtbot: QtBot, session: Session, members: MembersPage, desk: Desk
) -> None:
    members.show_filter(MemberFilter(conditions=Conditions(key_customer=True)))
    session.context.acts.trigger("filter.save")
    asked = dialog(FilterNameDialog)
    qtbot.keyClicks(asked.name, "Key people")
    qtbot.keyClick(asked.name, Qt.Key.Key_Return)
    in_front(qtbot, session.window)
    listed = session.window.findChild(SavedFilterList)
    assert listed is not None
    assert listed.isVisible()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert listed.list.model().index(0, 0).data(spoken) == "Key people, Aurora customers, 1"
    members.show_filter(MemberFilter())
    assert listed.list.current == ""
    place = listed.list.visualRect(listed.list.model().index(0, 0)).center()
    session.workbench.show_page("rules")
    qtbot.mouseClick(listed.list.viewport(), LEFT, pos=place)
    assert session.workbench.page is members
    assert names(members) == ["李伟"]
    assert listed.list.current == str(desk.filters.all()[0].id)
    session.workbench.show_group(ALL_GROUPS)
    assert listed.list.model().index(0, 0).data(spoken) == "Key people, Aurora customers, 1"


def test_a_saved_filter_opens_where_it_was_saved(
    session: Session, members: MembersPage, desk: Desk
) -> None:
    home = members.group_id
    for name, group in (("Here", home), ("Everywhere", None)):
        which = MemberFilter(group, conditions=Conditions(key_customer=True))
        session.context.done(desk.filters.save(uuid4(), name, which))
    other = desk.groups.create(uuid4(), GroupFields("Other", Platform.TELEGRAM, Language.EN))
    session.context.done(other)
    session.workbench.show_group(other.subject_id)
    listed = session.window.findChild(SavedFilterList)
    assert listed is not None
    model, spoken = listed.list.model(), Qt.ItemDataRole.AccessibleTextRole
    said = [model.index(row, 0).data(spoken) for row in (0, 1)]
    assert said == ["Here, Aurora customers, 1", "Everywhere, All groups, 1"]
    tips = [str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)) for row in (0, 1)]
    assert desk.groups.get(home).name in tips[0]
    assert "All groups" in tips[1]
    for filter_id, row, place in ((1, 0, home), (2, 1, ALL_GROUPS)):
        listed.list.chosen.emit(str(filter_id))
        assert members.group_id == place
        assert names(members) == ["李伟"]
        assert listed.list.current == str(desk.filters.all()[row].id)


def test_saved_filters_are_renamed_moved_and_deleted_by_keys(
    qtbot: QtBot, session: Session, members: MembersPage, desk: Desk
) -> None:
    for name in ("A", "B"):
        session.context.done(desk.filters.save(uuid4(), name, MemberFilter(chip="warned")))
    listed = session.window.findChild(SavedFilterList)
    assert listed is not None
    listed.list.setFocus()
    listed.list.set_current(str(desk.filters.all()[0].id))
    qtbot.keyClick(listed.list, Qt.Key.Key_Down, ALT)
    assert [one.name for one in desk.filters.all()] == ["B", "A"]
    qtbot.keyClick(listed.list, Qt.Key.Key_F2)
    asked = dialog(FilterNameDialog)
    assert asked.name.text() == "A"
    asked.name.setText("B")
    asked.main_button.click()
    assert asked.isVisible(), "the name is given already"
    asked.name.setText("Ay")
    asked.main_button.click()
    in_front(qtbot, session.window)
    listed.list.setFocus()
    qtbot.keyClick(listed.list, Qt.Key.Key_Delete)
    assert [one.name for one in desk.filters.all()] == ["B"]
    undo = next(
        made for made in session.workbench.banner.findChildren(QPushButton) if made.text() == "Undo"
    )
    undo.click()
    assert [one.name for one in desk.filters.all()] == ["B", "Ay"]


def test_columns_are_chosen_by_keys_remembered_and_sorted_by(
    qtbot: QtBot, session: Session, members: MembersPage
) -> None:
    qtbot.keyClick(session.window, Qt.Key.Key_K, CTRL | SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    tags = next(action for action in menu.actions() if action.text() == "Tags")
    tags.trigger()
    menu.close()
    session.window.resize(1900, 900)
    QApplication.processEvents()
    assert shown_columns(members)[-1] == "tags"
    at = COLUMNS.index("tags")
    header = members.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(at) + 12, 8)
    qtbot.mouseClick(header.viewport(), LEFT, pos=place)
    assert names(members)[0] == "Grace Chen"
    assert members.model.index(0, at).data() == "VIP"
    header.resizeSection(at, 77)
    members.leave()
    assert session.context.settings.values.member_columns.endswith("tags:77")


def test_a_filter_shows_whether_it_is_for_all_groups(
    qtbot: QtBot, session: Session, members: MembersPage, desk: Desk, detail: MemberDetail
) -> None:
    for group in (None, detail.group.id):
        which = MemberFilter(group, conditions=Conditions(key_customer=True))
        session.context.done(desk.filters.save(uuid4(), f"Key {group}", which))
    listed = session.window.findChild(SavedFilterList)
    assert listed is not None
    qtbot.waitUntil(lambda: listed.list.model().rowCount() == 2)
    found = [listed.list.model().index(at, 0).data(Qt.ItemDataRole.UserRole) for at in range(2)]
    everywhere, one = sorted(found, key=lambda entry: entry.text != "Key None")
    lines = session.workbench._navigation._groups.model()
    groups = [lines.index(at, 0).data(Qt.ItemDataRole.UserRole) for at in range(lines.rowCount())]
    assert (everywhere.place, one.place) == ("All groups", "Aurora customers")
    signs = {entry.text: entry.icon for entry in groups}
    assert (everywhere.icon, one.icon) == (signs["All groups"], signs["Aurora customers"])
    assert "All groups" in everywhere.spoken


def test_columns_are_put_in_order_by_keys_and_stay_so(
    qtbot: QtBot, session: Session, members: MembersPage
) -> None:
    session.window.resize(1500, 800)
    session.context.acts.trigger("member.columns")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    arrange = next(one for one in menu.actions() if one.text() == "Arrange columns…")
    menu.setActiveAction(arrange)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    asked = dialog(ColumnsDialog)
    assert asked.ticked() == ("standing", "last_active", "cases")
    with qtbot.waitActive(asked):
        asked.activateWindow()
    qtbot.keyClick(asked.columns, Qt.Key.Key_Down)
    qtbot.keyClick(asked.columns, Qt.Key.Key_Down)
    qtbot.keyClick(asked.columns, Qt.Key.Key_Up, ALT)  # cases before last active
    qtbot.keyClick(asked.columns, Qt.Key.Key_End)
    qtbot.keyClick(asked.columns, Qt.Key.Key_Space)  # tick the last one, the platform's id
    for _step in range(20):
        qtbot.keyClick(asked.columns, Qt.Key.Key_Up, ALT)  # to the front and no farther
    assert not asked.up.isEnabled()
    wanted = ("external_id", "standing", "cases", "last_active")
    assert asked.ticked() == wanted
    assert shown_columns(members) == ["name", "standing", "last_active", "cases"], "not yet"
    qtbot.keyClick(asked, Qt.Key.Key_Return, CTRL)
    assert tuple(shown_columns(members)[1:]) == wanted
    again = MemberTable(session.context)
    qtbot.addWidget(again)
    again.resize(1500, 400)
    header = again.horizontalHeader()
    order = [COLUMNS[header.logicalIndex(place)] for place in range(5)]
    assert order == ["name", *wanted], "remembered"


def test_columns_without_room_are_left_out_and_come_back(
    session: Session, members: MembersPage
) -> None:
    session.workbench.show_group(ALL_GROUPS)
    session.window.resize(1280, 800)
    QApplication.processEvents()
    assert members.table.columnWidth(0) >= 120
    assert not members.table.horizontalScrollBar().isVisible()
    session.window.resize(1900, 900)
    QApplication.processEvents()
    assert shown_columns(members) == ["name", "group", "standing", "last_active", "cases"]


def test_what_a_search_matched_is_marked(members: MembersPage) -> None:
    members.search.setText("lw")
    index = members.model.index(0, 0)
    assert (index.data(), index.data(MarksRole)) == ("李伟", ((0, 2),))
    members.search.setText("li 广告")
    index = members.model.index(0, 0)
    assert index.data(MarksRole) == ((0, 1),)
    quiet = index.data(SecondaryRole)
    ((start, end),) = index.data(SecondaryMarksRole)
    assert (quiet, quiet[start:end]) == ("Note: 发过广告", "广告")
    members.search.clear()
    assert members.model.index(0, 0).data(MarksRole) == ()


def test_those_chosen_are_recorded_as_told_of_the_rules(
    qtbot: QtBot, session: Session, desk: Desk, members: MembersPage
) -> None:
    told = session.context.acts.action("rules.told")
    assert not told.isEnabled()
    members.table.setFocus()
    qtbot.keyClick(members.table, Qt.Key.Key_A, CTRL)
    count = members.table.chosen
    assert count == 3
    told.trigger()
    asked = dialog(ToldDialog)
    qtbot.waitUntil(lambda: len(asked.list.picked) == count)
    asked.main_button.click()
    qtbot.waitUntil(lambda: not asked.busy)
    asked.reject()
    in_front(qtbot, session.window)
    newest = desk.announcements.newest(members.group_id)
    assert newest is not None
    assert newest.told == count


def test_all_that_match_are_chosen_and_changed_together(
    qtbot: QtBot, session: Session, members: MembersPage, desk: Desk
) -> None:
    members.table.setFocus()
    qtbot.keyClick(members.table, Qt.Key.Key_A, CTRL)
    assert members.table.chosen == 3
    assert members.chosen.isVisible()
    qtbot.keyClick(session.window, Qt.Key.Key_B, CTRL | SHIFT)
    asked = dialog(BulkDialog)
    assert not asked.main_button.isEnabled()
    asked.add_tags.setText("vip，Fair")
    qtbot.waitUntil(lambda: "3 members would change." in asked._effect.text())
    asked.protected.setCurrentIndex(1)
    asked.main_button.click()
    in_front(qtbot, session.window)
    found = MemberFilter(conditions=Conditions(tag="Fair", protected=True))
    assert desk.members.count(found) == 3
    assert desk.audit.count(AuditFilter(action=Action.MEMBER_BULK)) == 1
    assert members.table.chosen == 3, "they stay chosen for the next change"
    members.chosen.dismissed.emit()
    assert members.table.chosen == 1
    assert not members.chosen.isVisible()
    assert not session.context.acts.action("member.bulk").isEnabled()


def test_everybody_means_also_those_who_are_on_their_way(members: MembersPage) -> None:
    ids = members.model.ids
    members.table.show_members(ids[:1], partial=True)
    members.table.choose_all()
    members.table.show_members(ids)
    assert members.table.chosen == 3
    assert list(members.table.chosen_ids()) == list(ids)


def test_the_keys_of_removal_mean_all_who_are_chosen(
    qtbot: QtBot, session: Session, members: MembersPage, detail: MemberDetail
) -> None:
    members.show_member(detail.row.id)
    members.table.setFocus()
    qtbot.keyClick(members.table, Qt.Key.Key_A, CTRL)
    assert members.table.chosen == 3
    done: list[str] = []
    session.context.acts.bind("member.remove", lambda: done.append("one"))
    session.context.acts.bind("member.remove_many", lambda: done.append("all"))
    qtbot.keyClick(members.table, Qt.Key.Key_R, CTRL | SHIFT)
    assert done == ["all"]
    members.chosen.dismissed.emit()
    qtbot.keyClick(members.table, Qt.Key.Key_R, CTRL | SHIFT)
    assert done == ["all", "one"]


def test_a_field_is_changed_in_place_and_its_error_stands_under_it(
    qtbot: QtBot, session: Session, members: MembersPage, desk: Desk, detail: MemberDetail
) -> None:
    members.show_member(detail.row.id)
    members.detail.show_details(shown=True)
    panel = members.detail.fields
    phone = panel.fields["phone"]
    phone.value.setFocus()
    qtbot.keyClick(phone.value, Qt.Key.Key_F2)
    assert modal_in_front() is None, "F2 on a field is that field's"
    editor = phone.editor
    assert editor is not None
    qtbot.keyClicks(editor, "138 0013")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert phone.value.isVisible()
    assert desk.members.detail(detail.row.id).fields.phone == "138 0013"
    (newest,) = desk.audit.rows(AuditFilter(action=Action.MEMBER_EDIT), limit=1)
    assert desk.audit.detail(newest.seq).changes[0][1]["phone"] == "138 0013"
    name = panel.fields["name"]
    qtbot.mouseClick(name.value, LEFT)
    assert name.editor is not None
    name.editor.clear()
    qtbot.keyClick(name.editor, Qt.Key.Key_Return)
    assert name.error
    qtbot.keyClick(name.editor, Qt.Key.Key_Escape)
    assert desk.members.detail(detail.row.id).fields.name == "王小明"
    panel.fields["tags"].submitted.emit("a，b, a")
    panel.key_customer.click()
    panel.language.setCurrentIndex(0)
    fields = desk.members.detail(detail.row.id).fields
    assert (fields.tags, fields.key_customer, fields.language) == (("a", "b"), True, "")
    assert fields.phone == "138 0013"


def test_f2_in_the_list_opens_all_fields(
    qtbot: QtBot, session: Session, members: MembersPage, detail: MemberDetail
) -> None:
    members.show_member(detail.row.id)
    members.table.setFocus()
    qtbot.keyClick(session.window, Qt.Key.Key_F2)
    dialog(MemberDialog).reject()


def test_very_many_are_changed_by_a_process_of_their_own(
    qtbot: QtBot,
    session: Session,
    members: MembersPage,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("groupdesk.ui.dialogs.bulk_dialog.IN_A_THREAD", 1)
    members.table.choose_all()
    session.context.acts.trigger("member.bulk")
    asked = dialog(BulkDialog)
    monkeypatch.setattr("groupdesk.ui.dialogs.bulk_dialog._COUNTED", 1)
    monkeypatch.setattr("groupdesk.ui.bulk_undo.IN_A_THREAD", 1)
    asked.add_note.set_text("Met at the fair")
    asked._timer.timeout.emit()
    assert asked._effect.text() == "3 members would change."
    asked.main_button.click()
    assert not asked.isVisible()
    assert len(desk.members.ids(MemberFilter(1, text="fair"))) == 3
    click_undo(qtbot, session)
    assert not desk.members.ids(MemberFilter(1, text="fair"))
    assert session.workbench.banner.text == "3 members are as they were before."


def click_undo(qtbot: QtBot, session: Session) -> None:
    """Click on Undo in the window's notice."""
    buttons = session.workbench.banner.findChildren(QPushButton)
    qtbot.mouseClick(next(one for one in buttons if one.text() == "Undo"), LEFT)


def test_a_change_says_how_many_it_changed_and_is_undone_from_the_notice(
    qtbot: QtBot, session: Session, members: MembersPage, desk: Desk
) -> None:
    members.table.choose_all()
    session.context.acts.trigger("member.bulk")
    asked = dialog(BulkDialog)
    qtbot.keyClicks(asked.add_tags, "VIP")
    qtbot.waitUntil(lambda: asked._effect.text().startswith("2 members would change. 1 stay"))
    asked.key_customer.setFocus()
    qtbot.mouseClick(asked.main_button, LEFT)
    assert session.workbench.banner.text == "2 members were changed."
    found = MemberFilter(1, conditions=Conditions(tag="VIP"))
    assert desk.members.count(found) == 3
    wei = next(i for i in members.model.ids if desk.members.row(i).name == "李伟")
    desk.members.change(uuid4(), wei, tags=("mine",))
    click_undo(qtbot, session)
    assert session.workbench.banner.text == (
        "1 member is as before. 1 was changed again since and stays so."
    )
    assert desk.members.count(found) == 1, "Grace had the tag before"
    assert desk.members.detail(wei).fields.tags == ("mine",)


class SlowJobs:
    """Jobs of which a test says how far they are."""

    def __init__(self) -> None:
        self.progress: Any = None
        self.failed: Any = None
        self.name = ""

    def run(
        self, _owner: object, name: str, _args: object, progress: Any, _done: object, failed: Any
    ) -> "SlowJobs":
        self.name, self.progress, self.failed = name, progress, failed
        return self

    def cancel(self) -> None:
        self.failed(CancelledError())


def test_a_long_change_shows_how_far_it_is_and_can_be_stopped(
    qtbot: QtBot,
    session: Session,
    members: MembersPage,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("groupdesk.ui.dialogs.bulk_dialog.IN_A_THREAD", 1)
    jobs = SlowJobs()
    context = replace(session.context, jobs=cast("Any", jobs))
    asked = BulkDialog(context, members.model.ids, session.window)
    asked.open()
    qtbot.keyClicks(asked.add_tags, "VIP")
    qtbot.mouseClick(asked.main_button, LEFT)
    assert jobs.name == "members.bulk"
    jobs.progress("write", 1, 3)
    bar = cast("QProgressBar", asked.findChild(QProgressBar))
    assert bar.isVisible()
    assert (bar.value(), bar.maximum()) == (1, 3)
    stop = next(one for one in asked.findChildren(QPushButton) if one.text() == "Stop")
    qtbot.mouseClick(stop, LEFT)
    assert asked.isVisible()
    assert asked.banner.text == "Stopped. Nobody was changed."
    assert stop.text() == "Cancel"
    assert asked.add_tags.text() == "VIP", "what was asked for is still there"
    qtbot.mouseClick(asked.main_button, LEFT)
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert asked.banner.text == "Stopped. Nobody was changed."


def test_customers_can_be_left_without_anybody_who_looks_after_them(
    session: Session, members: MembersPage, desk: Desk
) -> None:
    members.table.choose_all()
    session.context.acts.trigger("member.bulk")
    asked = dialog(BulkDialog)
    asked.account_owner.setText("Mei")
    assert asked.change().account_owner == "Mei"
    asked.nobody.setChecked(True)
    assert not asked.account_owner.isEnabled()
    assert asked.change().account_owner == ""
    asked.nobody.setChecked(False)
    asked.account_owner.clear()
    assert asked.change().empty
    asked.account_owner.setText("  ")
    assert asked.change().account_owner is None, "what cannot be seen takes nobody away"


def test_a_change_that_is_refused_leaves_the_dialog_as_it_was(
    session: Session, members: MembersPage, desk: Desk
) -> None:
    members.table.choose_all()
    session.context.acts.trigger("member.bulk")
    asked = dialog(BulkDialog)
    asked.remove_tags.setText("nobody has it")
    asked.main_button.click()
    assert asked.isVisible()
    assert asked.remove_tags.text() == "nobody has it"
    assert asked.banner.isVisible()
    assert desk.audit.count(AuditFilter(action=Action.MEMBER_BULK)) == 0


def tooltip_at(widget: QWidget) -> str:
    """Rest with the pointer on a widget and read what comes up."""
    QToolTip.hideText()
    place = widget.rect().center()
    asked = QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, asked)
    return QToolTip.text()


@pytest.mark.parametrize("why", ["viewer", "archived"])
def test_fields_that_may_not_be_changed_are_grey_and_say_why(
    qtbot: QtBot, session: Session, members: MembersPage, detail: MemberDetail, why: str
) -> None:
    desk, group = session.desk, detail.group.id
    if why == "viewer":
        role = OperatorRole.VIEWER
        viewer = add_operator(desk.ledger, uuid4(), "Ken", role).subject_id
        desk.ledger.operator = OperatorRecord(viewer, "Ken", role)
        session.context.events.publish(frozenset(Topic))
    else:
        session.context.done(desk.groups.archive(uuid4(), group, "Nobody writes here"))
        session.workbench.show_group(group)
    members.show_member(detail.row.id)
    members.detail.show_details(shown=True)
    panel = members.detail.fields
    phone = panel.fields["phone"]
    told = {"viewer": "You work here as Ken (Viewer)", "archived": "This group is archived."}[why]
    for part in (phone.value, panel.language, panel.key_customer, panel.protected):
        assert not part.isEnabled()
        assert told in part.accessibleDescription()
        assert told in tooltip_at(part)
    qtbot.mouseClick(phone.value, LEFT)
    assert phone.editor is None
    if why == "archived":
        session.context.acts.trigger("group.restore")
        assert phone.value.isEnabled()
        assert not phone.toolTip()
