# SPDX-License-Identifier: MIT
"""Values stay what they are; only a person's choice is told."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Platform
from groupdesk.ui.widgets.choice_box import ChoiceBox


def box(qtbot: QtBot) -> ChoiceBox[Platform | None]:
    made: ChoiceBox[Platform | None] = ChoiceBox()
    qtbot.addWidget(made)
    made.set_choices([("All", None), *((one.value, one) for one in Platform)])
    return made


def test_an_enum_comes_back_as_the_enum(qtbot: QtBot) -> None:
    shown = box(qtbot)
    shown.choose(Platform.SLACK)
    assert type(shown.value) is Platform
    with pytest.raises(ValueError, match="not in list"):
        shown.choose("carrier pigeon")  # type: ignore[arg-type]  # as an old draft might hold it


def test_keys_choose_and_tell_filling_does_not(qtbot: QtBot) -> None:
    shown = box(qtbot)
    shown.choose(Platform.SLACK)
    with qtbot.assertNotEmitted(shown.chosen):
        shown.set_choices([("Everything", None), *((one.value, one) for one in Platform)])
    assert shown.value is Platform.SLACK, "the choice outlives a change of language"
    with qtbot.waitSignal(shown.chosen):
        qtbot.keyClick(shown, Qt.Key.Key_Home)
    assert shown.value is None


def test_a_text_that_is_too_long_is_told_in_full_under_the_mouse(qtbot: QtBot) -> None:
    box: ChoiceBox[int] = ChoiceBox()
    qtbot.addWidget(box)
    name = "Aurora customers <b>and</b> partners, north"
    box.set_choices([(name, 1)])
    for width, told in ((400, ""), (120, "Aurora customers &lt;b&gt;and")):
        box.resize(width, 32)
        box.show()
        box.repaint()
        place = QPoint(9, 9)
        asked = QHelpEvent(QEvent.Type.ToolTip, place, box.mapToGlobal(place))
        QApplication.sendEvent(box, asked)
        assert told in QToolTip.text()
        assert bool(QToolTip.text()) == bool(told)
    QToolTip.hideText()
