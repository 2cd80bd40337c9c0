# SPDX-License-Identifier: MIT
"""What must be meant before somebody is removed is asked only where it applies."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from groupdesk.domain.removal_states import RemovalConcern
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.concern_checks import ConcernChecks
from tests.ui.helpers import show_active

BOT, OWN = RemovalConcern.BOT, RemovalConcern.OWN_ACCOUNT


def test_only_what_is_asked_counts_and_an_answer_stays(qtbot: QtBot, context: UiContext) -> None:
    checks = ConcernChecks(context)
    assert (checks.isHidden(), checks.unsure) == (True, False)
    checks.show_concerns([BOT, OWN])
    show_active(qtbot, checks)
    assert checks.boxes[BOT].text() == "This is a bot. I mean it all the same."
    assert not checks.boxes[RemovalConcern.LEFT].isVisible()
    qtbot.keyClick(checks.boxes[BOT], Qt.Key.Key_Space)
    assert (checks.sure, checks.unsure) == (frozenset({BOT}), True)
    checks.show_concerns([BOT])
    assert (checks.sure, checks.unsure) == (frozenset({BOT}), False)
    checks.show_concerns([OWN])
    assert checks.sure == frozenset()
