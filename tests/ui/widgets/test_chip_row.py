# SPDX-License-Identifier: MIT
"""One chip is chosen, by mouse and by keys, and keeps being chosen when counts change."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from tests.ui.helpers import show_active

CHIPS = (Chip("all", "All", 486), Chip("warned", "Warned", 23), Chip("risk", "At risk", 4))


def _row(qtbot: QtBot) -> tuple[ChipRow, list[str]]:
    row = ChipRow("Show", CHIPS)
    qtbot.addWidget(row)
    chosen: list[str] = []
    row.chosen.connect(chosen.append)
    row.resize(600, 60)
    show_active(qtbot, row)
    return row, chosen


def test_the_mouse_chooses(qtbot: QtBot) -> None:
    row, chosen = _row(qtbot)
    assert row.current == "all"
    qtbot.mouseClick(row.button("risk"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(row.button("risk"), Qt.MouseButton.LeftButton)
    assert row.current == "risk"
    assert chosen == ["risk"]


def test_arrow_keys_choose_and_tab_leaves(qtbot: QtBot) -> None:
    row, chosen = _row(qtbot)
    row.button("all").setFocus()
    qtbot.keyClick(row.button("all"), Qt.Key.Key_Right)
    assert row.current == "warned"
    assert row.button("warned").hasFocus()
    qtbot.keyClick(row.button("warned"), Qt.Key.Key_Left)
    assert chosen == ["warned", "all"]


def test_new_counts_keep_the_choice_in_silence(qtbot: QtBot) -> None:
    row, chosen = _row(qtbot)
    row.set_current("warned")
    row.set_chips([Chip("all", "All", 9), Chip("warned", "Warned", 1), Chip("risk", "At risk", 0)])
    assert row.button("warned").text() == "Warned 1"
    assert row.current == "warned"
    row.set_chips([Chip("warned", "Warned"), Chip("left", "Left & gone")])
    assert row.current == "warned"
    assert row.button("left").text() == "Left && gone"
    row.set_chips([Chip("left", "Left")])
    assert row.current == "left"
    row.set_chips([])
    assert row.current == ""
    assert chosen == []


def test_arrow_keys_reach_every_chip_in_order_however_many_lines(qtbot: QtBot) -> None:
    row, chosen = _row(qtbot)
    row.resize(row.button("all").width() + 20, 200)  # a chip in each line
    keys = [key.key for key in CHIPS]
    row.button("all").setFocus()
    for forward, back in ((Qt.Key.Key_Right, Qt.Key.Key_Left), (Qt.Key.Key_Down, Qt.Key.Key_Up)):
        for step, key in enumerate((*(forward,) * 3, *(back,) * 3)):
            qtbot.keyClick(row.button(row.current), key)
            assert row.button(row.current).hasFocus()
            assert row.current == keys[(1, 2, 0, 2, 1, 0)[step]]
    qtbot.keyClick(row.button("all"), Qt.Key.Key_End)
    qtbot.keyClick(row.button("risk"), Qt.Key.Key_Home)
    assert chosen[-2:] == ["risk", "all"]


def test_a_chip_that_cannot_be_chosen_is_passed_over(qtbot: QtBot) -> None:
    row, chosen = _row(qtbot)
    row.button("warned").setEnabled(False)
    row.button("all").setFocus()
    qtbot.keyClick(row.button("all"), Qt.Key.Key_Right)
    assert chosen == ["risk"]
