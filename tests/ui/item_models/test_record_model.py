# SPDX-License-Identifier: MIT
"""Records become cells; what is added comes below."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from groupdesk.ui.item_delegates import ToneRole
from groupdesk.ui.item_models.record_model import RecordModel


def test_cells_pills_and_more_records(qtbot: QtBot) -> None:
    asked: list[int] = []

    def cells(record: int) -> list[str | tuple[str, str]]:
        asked.append(record)
        return [str(record), ("Open", "accent")]

    model: RecordModel[int] = RecordModel(cells)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_records(["No.", "State"], [1, 2])
    assert model.index(1, 0).data() == "2"
    assert model.index(1, 1).data() == "Open"
    assert model.index(1, 1).data(ToneRole) == "accent"
    assert model.index(1, 0).data(ToneRole) is None
    assert model.headerData(1, Qt.Orientation.Horizontal) == "State"
    assert asked.count(2) == 1, "a record is put into words once"
    with qtbot.waitSignal(model.rowsInserted):
        model.add_records([3])
    assert list(model.records) == [1, 2, 3]
    with qtbot.assertNotEmitted(model.rowsInserted):
        model.add_records([])
    assert tester.model() is model
