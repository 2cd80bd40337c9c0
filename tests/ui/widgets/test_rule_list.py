# SPDX-License-Identifier: MIT
"""The list of rule cards: choosing, dragging, painting, low windows."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.ui.theme import Theme
from groupdesk.ui.widgets.rule_list import RuleLine, RuleList, card_height
from tests.ui.helpers import show_active, shows

LINES = [RuleLine(f"R{n}", f"Rule {n}", "never broken", "Minor", "warning") for n in range(1, 7)]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def cards(qtbot: QtBot) -> Iterator[RuleList]:
    window = QWidget()
    qtbot.addWidget(window)
    result = RuleList()
    result.movable = True
    column = QVBoxLayout(window)
    column.addWidget(result)
    column.addStretch()
    result.set_lines(LINES)
    window.resize(500, 600)
    show_active(qtbot, window)
    result.setFocus()
    yield result
    window.close()


def test_it_is_as_high_as_its_cards(cards: RuleList) -> None:
    assert cards.height() == len(LINES) * card_height()
    assert cards.verticalScrollBar().maximum() == 0
    cards.set_lines(LINES[:2])
    cards.window().layout().activate()  # type: ignore[union-attr]  # the fixture's
    assert cards.height() == 2 * card_height()


def test_the_first_card_is_chosen_and_arrows_go_on(qtbot: QtBot, cards: RuleList) -> None:
    chosen: list[int] = []
    cards.chosen.connect(chosen.append)
    assert cards.row == 0
    qtbot.keyClick(cards, Qt.Key.Key_Down)
    qtbot.keyClick(cards, Qt.Key.Key_End)
    assert chosen == [1, 5]
    with qtbot.waitSignal(cards.opened) as opened:
        qtbot.keyClick(cards, Qt.Key.Key_Return)
    assert opened.args == [5]


def test_the_chosen_row_stays_where_cards_come_and_go(cards: RuleList) -> None:
    cards.select(4)
    cards.set_lines(LINES[:5])
    assert cards.row == 4
    cards.set_lines(LINES[:2])
    assert cards.row == 1


def press_and_hold(qtbot: QtBot, cards: RuleList, row: int, to: int) -> None:
    view = cards.viewport()
    start = row * card_height() + card_height() // 2
    qtbot.mousePress(view, LEFT, pos=QPoint(40, start))
    qtbot.mouseMove(view, QPoint(40, (start + to) // 2))
    qtbot.mouseMove(view, QPoint(40, to))


@pytest.mark.parametrize(
    ("row", "to", "expected"),
    [(0, 5.9, (0, 5)), (5, 0.1, (5, 0)), (1, 2.9, (1, 2)), (3, 2.1, (3, 2))],
)
def test_a_drag_asks_for_another_place(
    qtbot: QtBot, cards: RuleList, row: int, to: float, expected: tuple[int, int]
) -> None:
    moves: list[tuple[int, int]] = []
    cards.dropped.connect(lambda *move: moves.append(move))
    place = int(to * card_height())
    press_and_hold(qtbot, cards, row, place)
    assert cards.dragged == row
    qtbot.mouseRelease(cards.viewport(), LEFT, pos=QPoint(40, place))
    assert moves == [expected]
    assert cards.dragged == -1


def test_escape_lets_a_dragged_card_go(qtbot: QtBot, cards: RuleList) -> None:
    with qtbot.assertNotEmitted(cards.dropped):
        press_and_hold(qtbot, cards, 0, 3 * card_height())
        qtbot.keyClick(cards, Qt.Key.Key_Escape)
        assert cards.dragged == -1
        qtbot.mouseMove(cards.viewport(), QPoint(40, 4 * card_height()))
        qtbot.mouseRelease(cards.viewport(), LEFT, pos=QPoint(40, 4 * card_height()))


def test_frozen_cards_stay_where_they_are(qtbot: QtBot, cards: RuleList) -> None:
    cards.movable = False
    with qtbot.assertNotEmitted(cards.dropped):
        press_and_hold(qtbot, cards, 0, 3 * card_height())
        qtbot.mouseRelease(cards.viewport(), LEFT, pos=QPoint(40, 3 * card_height()))


def test_a_low_window_scrolls_the_cards_and_the_drag_scrolls_on(
    qtbot: QtBot, cards: RuleList
) -> None:
    cards.window().resize(500, 4 * card_height())
    bar = cards.verticalScrollBar()
    assert bar.maximum() > 0
    foot = cards.viewport().height() - 2
    press_and_hold(qtbot, cards, 0, foot)
    cards.cursor().setPos(cards.viewport().mapToGlobal(QPoint(40, foot)))
    qtbot.waitUntil(lambda: bar.value() > 0)
    qtbot.mouseRelease(cards.viewport(), LEFT, pos=QPoint(40, foot))
    assert cards.horizontalScrollBar().maximum() == 0


def test_cards_show_severity_and_choice_in_both_schemes(cards: RuleList, theme: Theme) -> None:
    for scheme in ("light", "dark"):
        theme.set_scheme(scheme)
        assert shows(cards, theme.color("warning_soft"))
        assert shows(cards, theme.color("accent_soft"))
        assert shows(cards, theme.color("accent"))


def test_screen_readers_hear_the_whole_card(cards: RuleList) -> None:
    text = cards.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == "R1 Rule 1, Minor, never broken"
