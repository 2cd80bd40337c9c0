# SPDX-License-Identifier: MIT
"""A field that grows with its text, and shrinks again."""

from pytestqt.qtbot import QtBot

from groupdesk.ui.widgets.growing_text import GrowingText


def field(qtbot: QtBot, text: str = "") -> GrowingText:
    result = GrowingText(2, 6)
    qtbot.addWidget(result)
    result.resize(300, 10)
    result.show()
    result.setPlainText(text)
    return result


def test_it_grows_and_shrinks_within_its_limits(qtbot: QtBot) -> None:
    area = field(qtbot)
    least = area.height()
    area.setPlainText("a\nb\nc\nd")
    four = area.height()
    area.setPlainText("a\n" * 40)
    most = area.height()
    assert least < four < most
    assert area.verticalScrollBar().maximum() > 0
    area.setPlainText("a")
    assert area.height() == least


def test_it_shows_all_lines_without_scrolling(qtbot: QtBot) -> None:
    area = field(qtbot, "群里请不要发布广告。" * 6)
    assert area.verticalScrollBar().maximum() == 0


def test_less_width_makes_it_higher(qtbot: QtBot) -> None:
    area = field(qtbot, "Please do not post advertisements or links to shops. " * 2)
    wide = area.height()
    area.resize(150, area.height())
    assert area.height() > wide
