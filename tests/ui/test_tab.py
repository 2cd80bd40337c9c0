# SPDX-License-Identifier: MIT
"""Tab, really pressed, comes to every control of a dialog and round to the first one again."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.records import MemberDetail
from groupdesk.settings import SettingsFile
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.first_start_dialog import FirstStartDialog
from groupdesk.ui.dialogs.group_dialog import GroupDialog
from groupdesk.ui.dialogs.member_dialog import MemberDialog
from groupdesk.ui.dialogs.removal_dialog import RemovalDialog
from groupdesk.ui.dialogs.talk_dialog import TalkDialog
from groupdesk.ui.dialogs.warning_dialog import WarningDialog
from tests.ui.helpers import show_active

MAKERS: dict[str, Callable[[UiContext, MemberDetail], QDialog]] = {
    "group": lambda context, _detail: GroupDialog(context, None),
    "member": lambda context, detail: MemberDialog(context, detail.group, None),
    "removal": RemovalDialog,
    "start": lambda context, _detail: FirstStartDialog(
        context.translations, SettingsFile(context.settings.path)
    ),
    "talk": TalkDialog,
    "warning": WarningDialog,
}


def _stops(dialog: QDialog) -> set[QWidget]:
    """Return the controls that take the focus by Tab where they stand."""
    return {
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
    }


def _tab(stop: QWidget, modifier: Qt.KeyboardModifier) -> QWidget | None:
    """Press Tab until the focus goes on: inside a date it goes from part to part."""
    for _part in range(8):
        QTest.keyClick(stop, Qt.Key.Key_Tab, modifier)
        if QApplication.focusWidget() is not stop:
            break
    return QApplication.focusWidget()


@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize("name", MAKERS)
def test_tab_comes_to_every_control(
    qtbot: QtBot, context: UiContext, detail: MemberDetail, name: str, *, back: bool
) -> None:
    modifier = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    dialog = MAKERS[name](context, detail)
    show_active(qtbot, dialog)
    reached: list[QWidget] = []
    stop = QApplication.focusWidget()
    while stop is not None and stop not in reached:
        reached.append(stop)
        stop = _tab(stop, modifier)
    unreached = {
        f"{type(widget).__name__} {widget.accessibleName()} {widget.property('text')}"
        for widget in _stops(dialog) - set(reached)
        if not (widget.property("kind") == "chip" and not widget.property("checked"))
    }
    assert unreached == set()
    assert stop is reached[0]
    dialog.reject()
