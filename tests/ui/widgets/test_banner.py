# SPDX-License-Identifier: MIT
"""A banner says what happened, offers the way back, and goes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.ui.theme import Theme
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.banner import Banner
from tests.ui.helpers import shows


@pytest.fixture
def banner(qtbot: QtBot) -> Iterator[Banner]:
    page = QWidget()
    qtbot.addWidget(page)
    result = Banner(page)
    QVBoxLayout(page).addWidget(result)
    page.show()
    yield result
    page.close()


def _button(banner: Banner, text: str) -> QPushButton:
    buttons = banner.findChildren(QPushButton)
    return next(each for each in buttons if text in {each.text(), each.accessibleName()})


def test_nothing_is_shown_until_there_is_a_message(banner: Banner) -> None:
    assert banner.isHidden()
    assert banner.text == ""


def test_undo_is_called_once_and_the_banner_goes(qtbot: QtBot, banner: Banner) -> None:
    undone: list[bool] = []
    banner.show_message("Recorded.", action_text="Undo", action=lambda: undone.append(True))
    assert banner.isVisible()
    assert banner.accessibleName() == "Recorded."
    qtbot.mouseClick(_button(banner, "Undo"), Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert banner.isHidden()


def test_the_action_may_show_the_next_message(qtbot: QtBot, banner: Banner) -> None:
    banner.show_message(
        "Recorded.", action_text="Undo", action=lambda: banner.show_message("Taken back.")
    )
    qtbot.mouseClick(_button(banner, "Undo"), Qt.MouseButton.LeftButton)
    assert banner.text == "Taken back."
    shown = [each.text() for each in banner.findChildren(QPushButton) if each.isVisible()]
    assert shown == [""]  # the cross


def test_it_can_be_closed_with_the_keyboard(qtbot: QtBot, banner: Banner) -> None:
    banner.show_message("The disk is full.", "danger")
    close = _button(banner, "Close this message")
    with qtbot.waitSignal(banner.closed):
        qtbot.keyClick(close, Qt.Key.Key_Space)
    assert banner.isHidden()


def test_the_tone_can_be_seen(banner: Banner, theme: Theme) -> None:
    for tone in ("ok", "danger", "warning"):
        banner.show_message("x", tone)
        assert shows(banner, theme.color(f"{tone}_soft"))


def test_it_goes_by_itself_but_not_under_the_pointer(qtbot: QtBot, banner: Banner) -> None:
    banner.show_message("Recorded.", seconds=1)
    middle = QPointF(5, 5)
    QApplication.sendEvent(banner, QEnterEvent(middle, middle, middle))
    assert not banner._timer.isActive()
    QApplication.sendEvent(banner, QEvent(QEvent.Type.Leave))
    assert banner._timer.isActive()
    banner._timer.timeout.emit()
    assert banner.isHidden()


def test_a_lasting_message_is_not_ended_by_the_clock_of_the_last(banner: Banner) -> None:
    banner.show_message("Recorded.", seconds=1)
    banner.show_message("The disk is full.", "danger")
    assert not banner._timer.isActive()


def test_what_told_of_an_act_goes_with_the_next_one_and_a_warning_stays(banner: Banner) -> None:
    banner.show_message("Draft kept.", "muted")
    banner.outdate()
    assert banner.isHidden()
    banner.show_message("The records were changed.", "danger")
    banner.outdate()
    assert banner.text == "The records were changed."


def test_no_message_stays_in_the_language_before(
    banner: Banner, translations: Translations
) -> None:
    banner.show_message("Recorded.")
    translations.set_language("zh")
    QApplication.processEvents()
    assert banner.isHidden()
    translations.set_language("en")
    banner.show_message("已记录。")  # told again at once, before the widgets hear of the change
    QApplication.processEvents()
    assert banner.text == "已记录。"
