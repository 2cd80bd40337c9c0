# SPDX-License-Identifier: MIT
"""The table of all lists."""

from collections import Counter

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groupdesk.ui.theme import Theme
from groupdesk.ui.widgets.record_table import RecordTable


class Million(QAbstractTableModel):
    """A million rows that count how often they are asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: Counter[str] = Counter()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 1_000_000

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 2

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        self.asked["data"] += 1
        return str(index.row()) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        self.asked["flags"] += 1
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _table(qtbot: QtBot) -> tuple[RecordTable, Million]:
    table, model = RecordTable(), Million()
    model.setParent(table)
    table.setModel(model)
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show()
    return table, model


def test_select_all_asks_for_what_is_on_screen_only(qtbot: QtBot) -> None:
    table, model = _table(qtbot)
    model.asked.clear()
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    table.grab()
    selection = table.selectionModel().selection()
    assert selection.count() == 1
    assert selection.at(0).height() == 1_000_000
    assert sum(model.asked.values()) < 5_000


def test_enter_and_double_click_open(qtbot: QtBot) -> None:
    table, model = _table(qtbot)
    with qtbot.assertNotEmitted(table.opened):
        qtbot.keyClick(table, Qt.Key.Key_Return)
    table.setCurrentIndex(model.index(3, 0))
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args is not None
    assert opened.args[0].row() == 3
    place = table.visualRect(model.index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.opened):
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_with_a_key_held_points_at_nothing(qtbot: QtBot) -> None:
    table, model = _table(qtbot)
    pointed: list[int] = []
    table.pointed.connect(lambda index: pointed.append(index.row()))
    held = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    for row, key in enumerate((Qt.KeyboardModifier.NoModifier, *held)):
        place = table.visualRect(model.index(row, 0)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, key, place)
    assert pointed == [0]
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0, 1, 2]


def test_a_row_that_is_current_no_more_is_drawn_whole(qtbot: QtBot) -> None:
    """The frame round the current row goes over all its cells."""
    table, model = _table(qtbot)
    table.setFocus()
    table.selectRow(0)
    QApplication.processEvents()
    painted: list[QRect] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                painted.extend(iter(event.region()))  # type: ignore[call-overload]  # iterable, not typed so
            return False

    watch = Watch()
    table.viewport().installEventFilter(watch)
    table.viewport().update()
    qtbot.waitUntil(lambda: bool(painted))  # the whole of it, once
    painted.clear()
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(painted))
    far = table.visualRect(model.index(0, 1)).center()
    assert any(one.contains(far) for one in painted)


def test_rows_have_one_height_and_tab_leaves(qtbot: QtBot, theme: Theme) -> None:
    table, _model = _table(qtbot)
    assert table.rowHeight(0) == table.rowHeight(999_999) == theme.size("row")
    assert not table.tabKeyNavigation()


def test_a_row_is_chosen_whatever_keys_are_held(qtbot: QtBot) -> None:
    table, _model = _table(qtbot)
    table.selectRow(1)
    qtbot.keyPress(table, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    table.selectRow(1)
    qtbot.keyRelease(table, Qt.Key.Key_Control)
    assert [one.row() for one in table.selectionModel().selectedRows()] == [1]
