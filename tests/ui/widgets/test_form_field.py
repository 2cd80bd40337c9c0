# SPDX-License-Identifier: MIT
"""An error stands under its field and the focus goes there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.ui.theme import Theme
from groupdesk.ui.widgets.form_field import FormField
from tests.ui.helpers import show_active, shows


def _form(qtbot: QtBot) -> tuple[QWidget, FormField, FormField]:
    form = QWidget()
    qtbot.addWidget(form)
    column = QVBoxLayout(form)
    first = FormField("&Ground", QLineEdit())
    reason = FormField("&Reason, shown to the member", QLineEdit(), hint="One sentence.")
    column.addWidget(first)
    column.addWidget(reason)
    show_active(qtbot, form)
    first.field.setFocus()
    return form, first, reason


def test_the_head_names_the_input_and_leads_to_it(qtbot: QtBot) -> None:
    form, first, reason = _form(qtbot)
    assert reason.field.accessibleName() == "Reason, shown to the member"
    assert first.field.hasFocus()
    qtbot.keyClick(form, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert reason.field.hasFocus()


def test_an_error_takes_the_place_of_the_hint(qtbot: QtBot, theme: Theme) -> None:
    form, _first, reason = _form(qtbot)
    reason.set_error("Write the reason.")
    assert reason.error == "Write the reason."
    assert reason.field.hasFocus()
    assert reason.field.accessibleDescription() == "Write the reason."
    assert shows(form, theme.color("danger"))
    reason.set_hint("Two sentences.")
    assert reason.error == "Write the reason."
    reason.clear_error()
    assert reason.error == ""
    assert reason._below.text() == "Two sentences."
    assert not shows(form, theme.color("danger"))


def test_the_focus_stays_where_it_is_when_told_so(qtbot: QtBot) -> None:
    _form_widget, first, reason = _form(qtbot)
    reason.set_error("Write the reason.", focus=False)
    assert first.field.hasFocus()
