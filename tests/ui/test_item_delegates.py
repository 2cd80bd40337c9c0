# SPDX-License-Identifier: MIT
"""Cells: sign, name, nickname, pill, selection, cut text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from pytestqt.qtbot import QtBot

from groupdesk.ui.item_delegates import (
    CellDelegate,
    MemberDelegate,
    PillDelegate,
    SecondaryRole,
    ToneRole,
)
from groupdesk.ui.theme import Theme
from groupdesk.ui.widgets.record_table import RecordTable
from tests.ui.helpers import show_active, shows


@pytest.fixture
def table(qtbot: QtBot) -> RecordTable:
    result = RecordTable()
    qtbot.addWidget(result)
    model = QStandardItemModel(2, 3, result)
    for row, (name, nickname, standing, tone) in enumerate(
        (("李伟", "Li Wei", "Warning 2", "warning"), ("Grace Chen", "", "", ""))
    ):
        first = QStandardItem(name)
        first.setData(nickname, SecondaryRole)
        second = QStandardItem(standing)
        second.setData(tone, ToneRole)
        for column, item in enumerate((first, second, QStandardItem("2 d ago"))):
            model.setItem(row, column, item)
    result.setModel(model)
    result.setItemDelegate(CellDelegate(result))
    result.setItemDelegateForColumn(0, MemberDelegate(result))
    result.setItemDelegateForColumn(1, PillDelegate(result))
    result.horizontalHeader().resizeSection(0, 200)
    result.resize(500, 200)
    show_active(qtbot, result)
    result.clearFocus()
    return result


def test_sign_pill_and_quiet_text_in_both_schemes(table: RecordTable, theme: Theme) -> None:
    for scheme in ("light", "dark"):
        theme.set_scheme(scheme)
        assert "#0f6cbd" in {
            table.viewport().grab().toImage().pixelColor(x, 10).name() for x in range(50)
        }
        assert shows(table.viewport(), theme.color("warning_soft"))
        assert shows(table.viewport(), theme.color("muted"))


def test_the_nickname_follows_the_name(table: RecordTable) -> None:
    before = table.viewport().grab().toImage()
    model = table.model()
    model.setData(model.index(0, 0), "", SecondaryRole)
    assert table.viewport().grab().toImage() != before


def test_an_empty_standing_has_no_pill(table: RecordTable, theme: Theme) -> None:
    model = table.model()
    model.setData(model.index(0, 1), "")
    assert not shows(table.viewport(), theme.color("warning_soft"))
    assert not shows(table.viewport(), theme.color("muted_soft"))


def test_selection_and_focus_can_be_seen(table: RecordTable, theme: Theme) -> None:
    table.setCurrentIndex(table.model().index(1, 0))
    table.setFocus()
    assert table.hasFocus()
    assert shows(table.viewport(), theme.color("selection"))
    assert shows(table.viewport(), theme.color("accent"))
    table.clearFocus()
    assert shows(table.viewport(), theme.color("selection"))


def test_long_names_stay_in_their_cell(table: RecordTable) -> None:
    model = table.model()
    model.setData(model.index(0, 0), "")
    right = table.columnViewportPosition(1)
    edge = table.viewport().grab().toImage()
    model.setData(model.index(0, 0), "A very long name that a member chose " * 5)
    model.setData(model.index(0, 0), "", SecondaryRole)
    after = table.viewport().grab().toImage()
    for x in range(right, right + 60):
        for y in range(table.rowHeight(0)):
            assert edge.pixelColor(x, y) == after.pixelColor(x, y)


def test_right_to_left_paints_from_the_right(table: RecordTable) -> None:
    table.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image = table.viewport().grab().toImage()
    left = table.columnViewportPosition(0)
    width = table.columnWidth(0)
    right_edge = {image.pixelColor(left + width - 25 + x, 19).name() for x in range(12)}
    assert "#0f6cbd" in right_edge
