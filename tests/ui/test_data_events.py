# SPDX-License-Identifier: MIT
"""Pages hear of what changed, whoever changed it."""

from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Topic
from groupdesk.ui.data_events import DataEvents


def test_own_changes_are_told_with_their_topics_and_once(qtbot: QtBot) -> None:
    version = [1]
    events = DataEvents(lambda: version[0])
    told: list[frozenset[Topic]] = []
    events.changed.connect(told.append)
    version[0] = 2
    events.publish([Topic.CASES])
    events._look()
    assert told == [frozenset({Topic.CASES})]


def test_changes_from_outside_concern_everything(qtbot: QtBot) -> None:
    version = [1]
    events = DataEvents(lambda: version[0])
    with qtbot.waitSignal(events.changed) as told:
        version[0] = 2
    assert told.args == [frozenset(Topic)]
    events.stop()
    version[0] = 3
    with qtbot.assertNotEmitted(events.changed, wait=0):
        pass
    assert not events._timer.isActive()
