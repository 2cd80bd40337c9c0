# SPDX-License-Identifier: MIT
import os
from collections.abc import Iterator

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.enums import EvidenceSource
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.idle_chores import IdleChores
from tests.ui.desks import png


def test_the_steps_are_taken_and_files_of_dropped_drafts_go(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    record = desk.evidence.take_bytes(png(), "dropped.png", EvidenceSource.PASTE)
    desk.drafts.discard(desk.drafts.save("removal", {}, evidence=[EvidenceUse(record.id)]).id)
    path = desk.evidence.store.original(record.sha256)
    os.utime(path, (0, 0))
    taken: list[int] = []

    def steps() -> Iterator[None]:
        for number in range(3):
            taken.append(number)
            yield

    owner = QObject()
    chores = IdleChores(context, owner, steps, after=0)
    assert not taken
    with qtbot.waitSignal(chores.ended):
        pass
    assert taken == [0, 1, 2]
    assert not path.exists()
