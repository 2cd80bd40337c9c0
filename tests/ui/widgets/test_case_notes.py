# SPDX-License-Identifier: MIT
"""A note belongs to the case it was written for, also where one goes on before it is stored."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar
from uuid import uuid4

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.tasks import Pool
from groupdesk.ui.widgets.case_notes import CaseNotes
from tests.ui.acting import send_warning, talk
from tests.ui.helpers import show_active

T = TypeVar("T")


class Slow:
    """Does the work when it is told to."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], object]] = []

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        on_success: Callable[[T], object],
        on_failure: Callable[[Exception], object],
        *,
        pool: Pool = "write",
    ) -> None:
        """See Runner."""
        self.waiting.append(lambda: on_success(work()))

    def relay(self, owner: QObject, on_told: Callable[[T], object]) -> Callable[[T], None]:
        """See Runner."""
        raise NotImplementedError


def test_a_note_that_is_stored_late_does_not_wait_in_its_field(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    send_warning(desk, detail)
    desk.cases.close(uuid4(), 1, "Warned.")
    talk(desk, detail)
    slow = Slow()
    notes = CaseNotes(replace(context, runner=slow))
    qtbot.addWidget(notes)
    show_active(qtbot, notes)
    notes.show_case(1, ())
    qtbot.keyClicks(notes.text, "Did he write to others?")
    notes.send_button.click()
    notes.show_case(2, ())
    slow.waiting.pop()()
    assert [note.text for note in desk.case_entries.notes(1)] == ["Did he write to others?"]
    assert notes.text.text == ""
    notes.show_case(1, desk.case_entries.notes(1))
    assert notes.text.text == "", "it was sent"
    assert notes.text.isEnabled()
