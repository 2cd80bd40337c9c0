# SPDX-License-Identifier: MIT
"""A notice comes and goes, and what a person is about to click on stays where it is."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from groupdesk.ui.session import Session
from groupdesk.ui.widgets.member_detail import MemberDetailPanel


def places(session: Session) -> dict[QPushButton, QRect]:
    """Return where each button of the window is that can be seen, but those of the notice."""
    bar, window = session.workbench.banner, session.window
    return {
        made: QRect(made.mapTo(window, QPoint()), made.size())
        for made in session.workbench.findChildren(QPushButton)
        if made.isVisible() and not bar.isAncestorOf(made)
    }


@pytest.mark.parametrize("text", ["Saved.", "The disk is full. Nothing was written. " * 12])
@pytest.mark.parametrize("key", ["members", "rules", "settings"])
def test_a_notice_moves_nothing(qtbot: QtBot, session: Session, key: str, text: str) -> None:
    session.window.resize(900, 680)
    qtbot.waitUntil(lambda: session.workbench.findChild(MemberDetailPanel) is not None)
    session.workbench.show_page(key)
    QApplication.processEvents()
    before = places(session)
    bar = session.workbench.banner
    bar.show_message(text, "danger", action_text="Undo", action=lambda: None)
    QApplication.processEvents()
    assert places(session) == before
    assert bar.isVisible()
    assert bar.geometry().bottom() == session.workbench.rect().bottom()
    assert bar.heightForWidth(bar.width()) <= bar.height(), "the text is cut off"
    bar.dismiss()
    QApplication.processEvents()
    assert places(session) == before


def test_a_short_notice_covers_the_lowest_line_only(qtbot: QtBot, session: Session) -> None:
    bar, status = session.workbench.banner, session.workbench.status
    bar.show_message("Saved.")
    QApplication.processEvents()
    assert bar.geometry() == status.geometry()
    session.window.resize(session.window.width() - 100, session.window.height() - 60)
    QApplication.processEvents()
    assert bar.geometry() == status.geometry()


def test_tab_leads_to_what_a_notice_offers(qtbot: QtBot, session: Session) -> None:
    undone: list[bool] = []
    session.context.notify("Gone.", action_text="Undo", action=lambda: undone.append(True))
    QApplication.processEvents()
    for _step in range(60):
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton) and focused.text() == "Undo":
            break
        qtbot.keyClick(session.window, Qt.Key.Key_Tab)
    assert isinstance(focused, QPushButton)
    qtbot.keyClick(focused, Qt.Key.Key_Space)
    assert undone == [True]
