# SPDX-License-Identifier: MIT
"""An empty page offers the next step."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from groupdesk.ui.widgets.empty_state import EmptyState


def test_the_next_step(qtbot: QtBot) -> None:
    page = EmptyState("users-round")
    qtbot.addWidget(page)
    page.set_texts("No members yet", "Import a list.", "Import a list…")
    page.show()
    with qtbot.waitSignal(page.acted):
        qtbot.keyClick(page.button, Qt.Key.Key_Space)
    page.set_texts("Nothing found", "Try another word.")
    assert page.button.isHidden()
    assert page.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_long_text_is_shown_whole(qtbot: QtBot) -> None:
    page = EmptyState("users-round")
    qtbot.addWidget(page)
    page.set_texts("No members yet", "Import a list that the platform exported. " * 6)
    page.resize(320, 500)
    page.show()
    text = page._text
    assert text.height() >= text.heightForWidth(text.width())
