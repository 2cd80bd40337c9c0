# SPDX-License-Identifier: MIT
"""What is said of a group, and how it is put away and taken back, through the real window."""

from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Language, Platform
from groupdesk.domain.records import GroupFields, MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.services.first_look import first_look
from groupdesk.ui.dialogs.archive_dialog import ArchiveDialog
from groupdesk.ui.dialogs.group_dialog import GroupDialog
from groupdesk.ui.dialogs.import_dialog import ImportDialog
from groupdesk.ui.dialogs.lists_dialog import ListsDialog
from groupdesk.ui.pages.cases_page import CasesPage
from groupdesk.ui.pages.group_page import GroupPage
from groupdesk.ui.pages.members_page import MembersPage
from groupdesk.ui.pages.rules_page import RulesPage
from groupdesk.ui.session import Session
from groupdesk.ui.translations import Translations
from tests.ui.acting import dialog, page, send_warning
from tests.ui.drops import drop, files
from tests.ui.helpers import modal_in_front

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FIELDS = GroupFields(
    "Aurora customers",
    Platform.WECOM,
    Language.EN,
    purpose="Questions about water filters",
    size_limit=10,
    owner_name="Mei Lin",
    external_id="wr1",
    policy="Two of us agree first.",
)


@pytest.fixture
def group_page(session: Session, desk: Desk) -> GroupPage:
    desk.groups.edit(uuid4(), 1, FIELDS)
    session.context.events.publish(GroupPage.topics)
    session.context.acts.trigger("group.open")
    front = session.workbench.page
    assert isinstance(front, GroupPage)
    return front


def archive(session: Session, reason: str = "The product is no longer sold.") -> None:
    session.context.acts.trigger("group.archive")
    asked = dialog(ArchiveDialog)
    asked.reason.setPlainText(reason)
    asked.main_button.click()


def test_it_is_opened_by_keys_from_the_members(qtbot: QtBot, session: Session) -> None:
    page(session, "members", MembersPage)
    qtbot.keyClick(session.window, Qt.Key.Key_E, CTRL | SHIFT)
    front = session.workbench.page
    assert isinstance(front, GroupPage)
    assert QApplication.focusWidget() is front.edit_button
    assert front.texts["policy"].text() == "Nothing is written here yet."


def test_all_that_is_known_is_shown(group_page: GroupPage) -> None:
    assert group_page.texts["purpose"].text() == "Questions about water filters"
    assert group_page.texts["policy"].text() == "Two of us agree first."
    assert group_page.size_text.text() == "1 of 10 members"
    assert group_page.room.text() == "9 places left"
    assert group_page.numbers.facts == {
        "Members": "1",
        "Warned": "0",
        "Former": "0",
        "Bots": "0",
        "Open cases": "0",
    }
    facts = group_page.facts.facts
    assert (facts["Owner"], facts["Platform ID"]) == ("Mei Lin", "wr1")
    assert facts["Rules"] == "version 1, 21 Nov"
    assert facts["Last list"] == "none imported yet"
    assert group_page.ladder.sentence.startswith("A second minor breach")


def test_numbers_follow_what_is_done(
    group_page: GroupPage, session: Session, desk: Desk, detail: MemberDetail
) -> None:
    send_warning(desk, detail)
    session.context.events.publish(GroupPage.topics)
    assert group_page.numbers.facts["Warned"] == "1"
    assert group_page.numbers.facts["Open cases"] == "1"


@pytest.mark.parametrize(("key", "kind"), [("members", MembersPage), ("rules", RulesPage)])
def test_links_lead_on(group_page: GroupPage, session: Session, key: str, kind: type) -> None:
    group_page.links[key].click()
    assert isinstance(session.workbench.page, kind)


def test_lists_are_imported_and_looked_at_from_here(
    qtbot: QtBot, group_page: GroupPage, session: Session
) -> None:
    qtbot.mouseClick(group_page.import_button, Qt.MouseButton.LeftButton)
    dialog(ImportDialog).reject()
    qtbot.mouseClick(group_page.lists_button, Qt.MouseButton.LeftButton)
    dialog(ListsDialog).reject()
    archive(session)
    assert not group_page.import_button.isEnabled()
    assert "archived" in group_page.import_button.toolTip()
    assert group_page.lists_button.isEnabled()


def test_it_is_edited_from_here(qtbot: QtBot, group_page: GroupPage, session: Session) -> None:
    qtbot.keyClick(session.window, Qt.Key.Key_E, CTRL)
    asked = dialog(GroupDialog)
    asked.policy.setPlainText("")
    asked.size_limit.setValue(1)
    asked.main_button.click()
    assert group_page.texts["policy"].text() == "Nothing is written here yet."
    assert group_page.head.notice.text() == "Full"


def test_a_group_without_a_limit_says_so(
    group_page: GroupPage, session: Session, desk: Desk
) -> None:
    desk.groups.edit(uuid4(), 1, FIELDS._replace(size_limit=None))
    session.context.events.publish(GroupPage.topics)
    assert group_page.room.text() == "This group has no size limit."
    assert group_page.head.notice.isHidden()


def test_it_speaks_the_language_that_is_chosen(
    group_page: GroupPage, translations: Translations
) -> None:
    translations.set_language("zh")
    QApplication.processEvents()
    assert group_page.size_text.text() == "1 人，上限 10 人"
    assert group_page.facts.facts["群主"] == "Mei Lin"


# ---- archived


def test_an_archived_group_can_be_read_and_nothing_written(
    group_page: GroupPage, session: Session, desk: Desk, detail: MemberDetail
) -> None:
    send_warning(desk, detail)
    session.context.events.publish(GroupPage.topics)
    archive(session)
    acts, workbench = session.context.acts, session.workbench
    assert group_page.head.notice.text() == "Archived"
    assert "no longer sold" in workbench.group_banner.text
    members = page(session, "members", MembersPage)
    assert members.model.rowCount() == 1
    members.show_member(detail.row.id)
    assert "no longer sold" in workbench.group_banner.text
    for act_id in ("member.add", "member.import", "warning.compose", "member.remove", "group.edit"):
        assert not acts.action(act_id).isEnabled(), act_id
        assert "is archived" in acts.action(act_id).toolTip()
    for act_id in ("report.case", "group.open", "group.restore", "group.create"):
        assert acts.action(act_id).isEnabled(), act_id
    timeline = members.detail.timeline
    entry = timeline.cards[0].entry
    assert entry is not None
    texts = [action.text() for action in timeline.menu_for(entry).actions()]
    assert texts == ["Go to case 1", "Print case file 1…"]
    cases = page(session, "cases", CasesPage)
    assert cases.model.rowCount() == 1
    assert acts.action("report.case").isEnabled()
    assert not acts.action("case.close").isEnabled()
    page(session, "rules", RulesPage)
    assert not acts.action("rules.add").isEnabled()
    session.workbench.show_page("today")
    assert workbench.group_banner.text == "", "Today is about no group"


def test_a_list_that_is_dropped_on_an_archived_group_is_refused(
    group_page: GroupPage, session: Session, tmp_path: Path
) -> None:
    archive(session)
    listed = tmp_path / "members.csv"
    listed.write_text("name\nLi Wei\n", encoding="utf-8")
    drop(session.window, files(listed))
    assert modal_in_front() is None
    assert "is archived" in session.workbench.banner.text


def test_it_is_restored_from_the_banner(group_page: GroupPage, session: Session) -> None:
    archive(session)
    session.workbench.group_banner._button.click()
    assert session.workbench.group_banner.text == ""
    assert "is in use again" in session.workbench.banner.text
    assert session.context.acts.action("group.edit").isEnabled()
    page(session, "members", MembersPage)
    assert session.context.acts.action("member.add").isEnabled()


def test_a_restore_that_is_refused_is_said_and_the_group_stays_archived(
    group_page: GroupPage, session: Session, desk: Desk
) -> None:
    archive(session)
    desk.groups.create(uuid4(), FIELDS._replace(external_id=""))
    session.workbench.group_banner._button.click()
    assert "Another group is called" in session.workbench.banner.text
    assert session.workbench.group_banner.text
    assert group_page.head.notice.text() == "Archived"


def test_the_navigation_and_the_first_look_begin_with_the_same_group(
    group_page: GroupPage, session: Session, desk: Desk
) -> None:
    navigation = session.workbench._navigation
    assert navigation.archive_button.isHidden()
    other = desk.groups.create(uuid4(), FIELDS._replace(name="Borealis", external_id=""))
    session.context.done(other)
    archive(session)
    folder = desk.workspace.folder
    assert desk.groups.all()[0].name == "Borealis"
    look = first_look(folder, 1, 5)
    assert look is not None
    assert look.group == "Borealis"
    assert navigation._groups.model().rowCount() == 1
    assert navigation._groups.current == "", "the archived group in front is not in the list"
    navigation.archive_button.click()
    assert navigation._groups.current == "1"
    assert navigation._head.accessibleName() == "Archived groups"
    session.workbench.group_banner._button.click()
    assert navigation.archive_button.isHidden()
    assert navigation._groups.current == "1"
    assert navigation._groups.model().rowCount() == 3  # both, and all groups


def test_a_window_begins_with_no_archived_group(session: Session, desk: Desk) -> None:
    desk.groups.archive(uuid4(), 1, "Over")
    session.context.settings.values.last_group = 1
    look = first_look(desk.workspace.folder, 1, 5)
    assert look is None
    session.workbench._pages.clear()
    session.workbench.use(session.context, session.workbench._factories)
    assert session.workbench.group_id == 0


def test_the_menu_of_a_group_follows_it(
    group_page: GroupPage, session: Session, desk: Desk
) -> None:
    second = desk.groups.create(uuid4(), FIELDS._replace(name="Borealis", external_id=""))
    session.context.done(second)
    groups = session.workbench._navigation._groups
    place = groups.visualRect(groups.model().index(2, 0)).center()

    def menu(reason: QContextMenuEvent.Reason, at: QPoint) -> list[str]:
        event = QContextMenuEvent(reason, at, groups.viewport().mapToGlobal(at))
        QApplication.sendEvent(groups.viewport(), event)
        shown = QApplication.activePopupWidget()
        assert isinstance(shown, QMenu)
        texts = [action.text() for action in shown.actions() if action.isEnabled()]
        shown.close()
        return texts

    mouse, keys = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard
    assert menu(mouse, place) == [
        "About the group",
        "Edit group…",
        "How decisions are made…",
        "How members leave…",
        "Imported lists…",
        "I am going to join…",
        "New handover book…",
        "",
        "Archive group…",
        "Clean up groups…",
    ]
    assert session.workbench.group_id == second.subject_id
    archive(session)
    session.workbench._navigation.archive_button.click()
    assert menu(keys, QPoint(0, 0)) == [
        "About the group",
        "How decisions are made…",
        "How members leave…",
        "Imported lists…",
        "New handover book…",
        "",
        "Restore group",
        "Clean up groups…",
    ]
