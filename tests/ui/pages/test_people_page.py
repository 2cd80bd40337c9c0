# SPDX-License-Identifier: MIT
"""People over all groups: blocklist, duplicates, links, worked by mouse and keyboard."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Language, Platform
from groupdesk.domain.records import GroupFields, MemberDetail, MemberFields
from groupdesk.services.desk import Desk
from groupdesk.ui.dialogs.link_dialog import LinkDialog
from groupdesk.ui.dialogs.person_dialog import PersonDialog
from groupdesk.ui.dialogs.reason_dialog import LiftBlockDialog
from groupdesk.ui.pages.people_page import PeoplePage
from groupdesk.ui.session import Session
from tests.ui.acting import dialog, in_front, page

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def people(session: Session) -> PeoplePage:
    return page(session, "people", PeoplePage)


def add_twin(desk: Desk, detail: MemberDetail) -> None:
    """Put the member into another group under a second entry with the same e-mail."""
    group = desk.groups.create(
        uuid4(), GroupFields("Beta", Platform.TELEGRAM, Language.EN)
    ).subject_id
    fields = MemberFields("Wang Xiaoming", email="Wang@example.com")
    desk.members.add(uuid4(), group, fields)
    own = MemberFields(detail.row.name, email="wang@example.com", language="zh")
    desk.members.edit(uuid4(), detail.row.id, own)


def texts(people: PeoplePage) -> list[str]:
    return [str(people.model.index(row, 0).data()) for row in range(people.model.rowCount())]


def choose(qtbot: QtBot, people: PeoplePage, key: str) -> None:
    qtbot.mouseClick(people.chips.button(key), LEFT)


def test_it_says_what_it_is_for_while_nobody_is_there(people: PeoplePage) -> None:
    assert people._empty.isVisible()
    words = [shown.text() for shown in people._empty.findChildren(QLabel)]
    assert "Nobody is on the blocklist" in words


def test_the_blocklist_is_searched_and_somebody_taken_off(
    qtbot: QtBot, people: PeoplePage, session: Session, desk: Desk, detail: MemberDetail
) -> None:
    desk.blocklist.block(uuid4(), detail.row.person_id, "Fake vouchers")
    session.context.events.publish(PeoplePage.topics)
    assert texts(people) == [detail.row.name]
    assert "Fake vouchers" in people.chosen.text()
    qtbot.keyClick(people, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(people.search, "wangmx")
    assert texts(people) == []
    people.search.clear()
    qtbot.keyClicks(people.search, "wxm")
    assert texts(people) == [detail.row.name]
    qtbot.mouseClick(people._buttons["person.unblock"], LEFT)
    asked = dialog(LiftBlockDialog)
    qtbot.keyClicks(asked.reason, "A mix-up")
    qtbot.keyClick(asked.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    people.search.clear()
    assert texts(people) == []
    choose(qtbot, people, "lifted")
    assert texts(people) == [detail.row.name]


def test_duplicates_are_found_and_linked_with_a_reason(
    qtbot: QtBot, people: PeoplePage, desk: Desk, detail: MemberDetail
) -> None:
    add_twin(desk, detail)
    choose(qtbot, people, "duplicates")
    assert not people._empty.button.isHidden()
    qtbot.mouseClick(people._empty.button, LEFT)
    assert people.model.rowCount() == 1
    assert "Same e-mail" in people.chosen.text()
    qtbot.keyClick(people.table, Qt.Key.Key_Return)
    asked = dialog(LinkDialog)
    assert not asked.main_button.isEnabled()
    qtbot.keyClicks(asked.reason, "The same e-mail, and he said so")
    qtbot.mouseClick(asked.main_button, LEFT)
    assert people.model.rowCount() == 0
    choose(qtbot, people, "linked")
    assert texts(people) == [detail.row.name]
    qtbot.keyClick(people.table, Qt.Key.Key_Return)
    assert len(dialog(PersonDialog).person.entries) == 2  # type: ignore[union-attr]


def test_not_the_same_takes_the_pair_away_for_good(
    qtbot: QtBot, people: PeoplePage, desk: Desk, detail: MemberDetail
) -> None:
    add_twin(desk, detail)
    choose(qtbot, people, "duplicates")
    people.find_duplicates()
    qtbot.mouseClick(people._buttons["person.apart"], LEFT)
    assert people.model.rowCount() == 0
    qtbot.mouseClick(people.find_button, LEFT)
    assert people.model.rowCount() == 0
    assert people.report is not None
    assert people.report.found == 0


def test_the_page_is_reached_by_its_key(qtbot: QtBot, session: Session, people: PeoplePage) -> None:
    session.workbench.show_page("today")
    qtbot.keyClick(session.window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert session.workbench.page is people
    assert QApplication.focusWidget() is not None


def test_it_follows_the_language(
    session: Session, people: PeoplePage, desk: Desk, detail: MemberDetail
) -> None:
    desk.blocklist.block(uuid4(), detail.row.person_id, "Fake vouchers")
    session.context.translations.set_language("zh")
    QApplication.processEvents()
    assert people.chips.button("blocked").text().startswith("黑名单")


def test_tab_comes_to_looking_for_duplicates_and_never_leaves_the_page_by_itself(
    qtbot: QtBot, people: PeoplePage, session: Session
) -> None:
    in_front(qtbot, session.window)
    choose(qtbot, people, "duplicates")
    people.chips.button("duplicates").setFocus()
    reached = []
    for _stop in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        assert session.workbench.page is people
    assert people._empty.button in reached
    assert reached[1] is people._empty.button
