# SPDX-License-Identifier: MIT
"""The left edge: pages, groups, settings."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.ui.theme import Theme
from groupdesk.ui.widgets.navigation import Navigation
from groupdesk.ui.widgets.navigation_list import NavigationEntry, NavigationList, row_height
from tests.ui.helpers import shows

PAGES = (
    NavigationEntry("today", "Today", "house", due=7),
    NavigationEntry("members", "Members", "users-round"),
    NavigationEntry("rules", "Rules", "list-ordered"),
)
GROUPS = (
    NavigationEntry("1", "Aurora customers", "hash", count=486),
    NavigationEntry("2", "华东经销商群", "hash", count=0),
)


@pytest.fixture
def navigation(qtbot: QtBot) -> Navigation:
    result = Navigation()
    qtbot.addWidget(result)
    result.set_pages(PAGES, [NavigationEntry("settings", "Settings", "settings")])
    result.set_groups(GROUPS)
    result.resize(216, 600)
    result.show()
    return result


def _click(qtbot: QtBot, entries: NavigationList, row: int) -> None:
    place = entries.visualRect(entries.model().index(row, 0)).center()
    qtbot.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_pages_by_mouse_and_keys(qtbot: QtBot, navigation: Navigation) -> None:
    chosen: list[str] = []
    navigation.page_chosen.connect(chosen.append)
    _click(qtbot, navigation._pages, 1)
    qtbot.keyClick(navigation._pages, Qt.Key.Key_Down)
    qtbot.keyClick(navigation._pages, Qt.Key.Key_Home)
    assert chosen == ["members", "rules", "today"]


def test_settings_and_pages_exclude_each_other(qtbot: QtBot, navigation: Navigation) -> None:
    _click(qtbot, navigation._pages, 1)
    with qtbot.waitSignal(navigation.page_chosen, check_params_cb=lambda key: key == "settings"):
        _click(qtbot, navigation._foot, 0)
    assert navigation._pages.current == ""
    with qtbot.waitSignal(navigation.page_chosen):
        _click(qtbot, navigation._pages, 1)
    assert navigation._foot.current == ""


def test_groups(qtbot: QtBot, navigation: Navigation) -> None:
    with qtbot.waitSignal(navigation.group_chosen, check_params_cb=lambda key: key == "2"):
        _click(qtbot, navigation._groups, 1)


def test_marking_and_new_counts_are_silent(qtbot: QtBot, navigation: Navigation) -> None:
    with (
        qtbot.assertNotEmitted(navigation.page_chosen),
        qtbot.assertNotEmitted(navigation.group_chosen),
    ):
        navigation.set_current_page("rules")
        navigation.set_current_group("2")
        navigation.set_groups([NavigationEntry("2", "华东经销商群", "hash", count=211), GROUPS[0]])
        navigation.set_current_group("unknown")
    assert navigation._pages.current == "rules"
    assert navigation._groups.current == ""


def test_new_counts_keep_the_mark(navigation: Navigation) -> None:
    navigation.set_current_group("2")
    navigation.set_groups(tuple(reversed(GROUPS)))
    assert navigation._groups.current == "2"


def test_what_is_due_stands_out_and_is_spoken(navigation: Navigation, theme: Theme) -> None:
    assert shows(navigation, theme.color("accent_soft"))
    navigation.set_pages([NavigationEntry("today", "Today", "house")])
    assert not shows(navigation._pages, theme.color("accent_soft"))
    model = navigation._groups.model()
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Aurora customers, 486"


def test_all_pages_are_seen_without_scrolling(navigation: Navigation) -> None:
    pages = navigation._pages
    last = pages.visualRect(pages.model().index(2, 0))
    assert pages.viewport().rect().contains(last)


def test_archived_groups_are_behind_a_button(qtbot: QtBot, navigation: Navigation) -> None:
    archived = (NavigationEntry("9", "Summer 2025", "archive", count=12),)
    assert navigation.archive_button.isHidden()
    navigation.set_groups(GROUPS, archived)
    assert navigation.archive_button.text() == "Archived groups: 1"
    qtbot.keyClick(navigation.archive_button, Qt.Key.Key_Return)
    with qtbot.waitSignal(navigation.group_chosen, check_params_cb=lambda key: key == "9"):
        _click(qtbot, navigation._groups, 0)
    assert navigation.archive_button.text() == "Groups in use"
    navigation.archive_button.click()
    assert navigation._groups.model().rowCount() == 2
    assert navigation._groups.current == ""
    navigation.archive_button.click()
    assert navigation._groups.current == "9"
    navigation.set_groups(GROUPS)
    assert navigation.archive_button.isHidden()
    assert navigation._groups.model().rowCount() == 2


def test_the_focus_alone_chooses_nothing(qtbot: QtBot, navigation: Navigation) -> None:
    chosen: list[str] = []
    navigation.page_chosen.connect(chosen.append)
    navigation.group_chosen.connect(chosen.append)
    navigation.activateWindow()
    for entries in (navigation._pages, navigation._groups, navigation._foot):
        for reason in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            entries.setFocus(reason)
            qtbot.waitUntil(entries.hasFocus)
            assert entries.under_cursor, "there is something for the keys to act upon"
        navigation.set_pages(PAGES, [NavigationEntry("settings", "Settings", "settings")])
        navigation.set_groups((*GROUPS, NavigationEntry("3", "New", "hash")))
        assert (chosen, entries.current) == ([], "")


@pytest.mark.parametrize("key", ["Return", "Enter", "Space", "Down", "Home"])
def test_a_key_chooses_the_line_that_has_the_focus(
    qtbot: QtBot, navigation: Navigation, key: str
) -> None:
    navigation.activateWindow()
    navigation._foot.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(navigation._foot.hasFocus)
    with qtbot.waitSignal(navigation.page_chosen, check_params_cb=lambda key: key == "settings"):
        qtbot.keyClick(navigation._foot, getattr(Qt.Key, f"Key_{key}"))
    assert navigation._foot.current == "settings"


def test_a_click_chooses_the_line_that_had_only_the_focus(
    qtbot: QtBot, navigation: Navigation
) -> None:
    navigation._pages.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(navigation.page_chosen, check_params_cb=lambda key: key == "today"):
        _click(qtbot, navigation._pages, 0)


@pytest.mark.parametrize("again", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier(0)])
def test_a_chosen_line_clicked_again_stays_chosen(
    qtbot: QtBot, navigation: Navigation, again: Qt.KeyboardModifier
) -> None:
    chosen: list[str] = []
    navigation.page_chosen.connect(chosen.append)
    pages = navigation._pages
    _click(qtbot, pages, 1)
    place = pages.visualRect(pages.model().index(1, 0)).center()
    qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, again, place)
    assert pages.current == "members", "the page in front has no line on the left"
    qtbot.keyClick(pages, Qt.Key.Key_Space, again)
    assert pages.current == "members"
    assert chosen == ["members"]
    qtbot.mouseClick(
        pages.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ControlModifier,
        pages.visualRect(pages.model().index(2, 0)).center(),
    )
    assert chosen == ["members", "rules"]


def test_where_it_is_not_high_the_lines_are_lower_and_no_page_is_cut_off(
    qtbot: QtBot, navigation: Navigation
) -> None:
    many = [NavigationEntry(str(at), f"Line {at}", "hash") for at in range(9)]
    navigation.set_pages(many, [NavigationEntry("settings", "Settings", "settings")])
    navigation.set_groups(many)
    filters = NavigationList(navigation, most=4)
    filters.set_entries(many)
    navigation.add_middle(filters)
    filters.show()
    navigation.setMinimumHeight(1)  # a window of its own would not be made lower than its lines

    def fits_low(height: int) -> tuple[bool, bool]:
        navigation.resize(216, height)
        QApplication.processEvents()
        pages = navigation._pages
        last = pages.visualRect(pages.model().index(8, 0))
        return last.bottom() < pages.viewport().height(), filters.is_low

    assert fits_low(800) == (True, False)
    assert fits_low(570) == (True, True), "as in a window of 900 by 680 under a banner"
    assert filters.height() >= 2 * row_height(low=True)
    assert fits_low(800) == (True, False)
    assert fits_low(590) == (True, True)
    assert navigation._groups.height() > filters.height(), "groups have the room before filters"
    assert filters.height() == 2 * row_height(low=True)


def test_where_even_low_lines_find_no_room_the_pages_are_scrolled(navigation: Navigation) -> None:
    many = [NavigationEntry(str(at), f"Line {at}", "hash") for at in range(10)]
    foot = [NavigationEntry("settings", "Settings", "settings")]
    navigation.set_pages(many, foot)
    navigation.set_groups(many)
    navigation.setMinimumHeight(1)
    navigation.resize(216, 400)  # a screen of 1366 by 768 at 150 %
    QApplication.processEvents()
    pages, bar = navigation._pages, navigation._pages.verticalScrollBar()
    assert pages.height() >= 3 * row_height(low=True)
    assert bar.isVisible()
    navigation.set_current_page("9")
    QApplication.processEvents()
    assert pages.viewport().rect().contains(pages.visualRect(pages.model().index(9, 0)))
    places = [one.geometry() for one in (pages, navigation._groups, navigation._foot)]
    assert all(one.bottom() < other.top() for one, other in pairwise(places))
    assert places[-1].bottom() < navigation.height()
    navigation.resize(216, 700)
    QApplication.processEvents()
    assert not bar.isVisible()
    assert pages.height() == 10 * row_height(low=False)


def test_the_program_s_name_is_never_cut_off(qtbot: QtBot) -> None:
    split = QSplitter()
    qtbot.addWidget(split)
    navigation = Navigation(split)
    tool = QPushButton("…")
    tool.setFixedWidth(70)
    navigation.add_sign(tool)
    QWidget(split)
    split.setChildrenCollapsible(False)
    split.resize(900, 600)
    split.show()
    split.setSizes([0, 900])
    QApplication.processEvents()
    (name,) = [one for one in navigation.findChildren(QLabel) if one.text() == "GroupDesk"]
    assert name.width() >= name.sizeHint().width()
