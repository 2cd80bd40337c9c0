# SPDX-License-Identifier: MIT
"""The rules page in a window of its own, and what tests of it do again and again."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from groupdesk.services.starter_rules import starter_rules
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.publish_dialog import PublishDialog
from groupdesk.ui.dialogs.starter_dialog import StarterDialog
from groupdesk.ui.pages.rules_page import RulesPage
from groupdesk.ui.widgets.rule_list import card_height
from tests.ui.helpers import show_active

STARTERS = starter_rules()


def window_of(context: UiContext) -> QWidget:
    window = context.acts.parent()
    assert isinstance(window, QWidget)
    return window


def open_page(qtbot: QtBot, context: UiContext, group_id: int, width: int = 1100) -> RulesPage:
    window = window_of(context)
    page = RulesPage(context, window)
    layout = window.layout() or QVBoxLayout(window)
    layout.addWidget(page)
    context.events.changed.connect(lambda topics: page.reload() if page.topics & topics else None)
    page.show_group(group_id)
    page.activate()
    window.resize(width, 800)
    show_active(qtbot, window)
    page.list.setFocus()
    return page


def codes(page: RulesPage) -> list[str]:
    return [line.code for line in page.list.lines]


def title(page: RulesPage) -> QLineEdit:
    field = page.editor.inputs["title_en"]
    assert isinstance(field, QLineEdit)
    return field


def side_by_side(page: RulesPage) -> bool:
    return page.editor.texts.side_by_side


def write(qtbot: QtBot, page: RulesPage, text: str) -> None:
    title(page).setFocus()
    qtbot.keyClick(title(page), Qt.Key.Key_End)
    qtbot.keyClicks(title(page), text)


def button(page: RulesPage, text: str) -> QPushButton:
    return next(
        found
        for found in page.findChildren(QPushButton)
        if found.text().strip() == text and found.isVisible()
    )


def publish(page: RulesPage) -> PublishDialog:
    page.context.acts.trigger("rules.publish")
    dialog = page.findChild(PublishDialog)
    assert dialog is not None
    return dialog


def starters(page: RulesPage) -> StarterDialog:
    page.context.acts.trigger("rules.starter")
    dialog = page.findChild(StarterDialog)
    assert dialog is not None
    return dialog


def fill(page: RulesPage, key: str, text: str) -> None:
    QApplication.clipboard().setText(text)
    field = page.editor.inputs[key]
    field.selectAll()
    field.paste()


def drag(qtbot: QtBot, page: RulesPage, row: int, to_y: int) -> None:
    view = page.list.viewport()
    start = QPoint(30, row * card_height() + 10)
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(view, left, pos=start)
    for y in (start.y() + 4, (start.y() + to_y) // 2, to_y):
        qtbot.mouseMove(view, QPoint(30, y))
    qtbot.mouseRelease(view, left, pos=QPoint(30, to_y))
