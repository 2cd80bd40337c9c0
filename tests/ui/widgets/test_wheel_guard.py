# SPDX-License-Identifier: MIT
"""Scrolling past a choice changes nothing."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.wheel_guard import WheelGuard
from tests.scenes import settle
from tests.ui.helpers import show_active


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    combo = QComboBox()
    combo.addItems(["a", "b", "c"])
    for field in (QWidget(), combo, QSpinBox(), QDateEdit()):
        column.addWidget(field)
    WheelGuard(made)
    show_active(qtbot, made)
    return made


def turn(field: QWidget) -> bool:
    """Turn the wheel towards oneself; say whether the field took it."""
    nothing, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    place = QPointF(5, 5)
    event = QWheelEvent(
        place,
        field.mapToGlobal(place),
        QPoint(),
        QPoint(0, -120),
        nothing,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def test_a_field_that_comes_later_is_guarded_in_every_dialog(qtbot: QtBot) -> None:
    dialog = DialogFrame()
    qtbot.addWidget(dialog)
    other = QLineEdit()
    dialog.form.addWidget(other)
    show_active(qtbot, dialog)
    settle()  # the layout of what was there is over
    late = QSpinBox()
    late.setValue(5)
    dialog.form.addWidget(late)
    settle()
    assert late.isVisible()
    other.setFocus()
    assert not turn(late)
    assert (late.value(), late.hasFocus()) == (5, False)
    late.setFocus()
    assert turn(late)
    assert late.value() == 4


def test_only_a_field_with_the_focus_takes_the_wheel(form: QWidget) -> None:
    combo = form.findChild(QComboBox)
    number = form.findChild(QSpinBox)
    assert isinstance(combo, QComboBox)
    assert isinstance(number, QSpinBox)
    form.setFocus()
    number.clearFocus()
    combo.clearFocus()
    assert not turn(combo)
    assert not turn(number)
    assert (combo.currentText(), number.value()) == ("a", 0)
    combo.setFocus()
    assert turn(combo)
    assert combo.currentText() == "b"
