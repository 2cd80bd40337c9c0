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


def test_what_was_no_act_does_not_make_each_page_load_again(qtbot: QtBot) -> None:
    version, acts = [1], [7]
    events = DataEvents(lambda: version[0], acts=lambda: acts[0])
    told: list[frozenset[Topic]] = []
    events.changed.connect(told.append)
    version[0] = 2  # a draft was kept, or a picture taken in
    events._look()
    assert told == []
    version[0], acts[0] = 3, 8
    events._look()
    assert told == [frozenset(Topic)]
    version[0], acts[0] = 4, 9
    events.publish([Topic.CASES])
    version[0] = 5
    events._look()
    assert told == [frozenset(Topic), frozenset({Topic.CASES})]


def test_a_draft_of_another_process_concerns_drafts_and_an_own_one_nobody_yet(qtbot: QtBot) -> None:
    version, drafts = [1], [0]
    events = DataEvents(lambda: version[0], acts=lambda: 7, drafts=lambda: drafts[0])
    told: list[frozenset[Topic]] = []
    events.changed.connect(told.append)
    version[0], drafts[0] = 2, 1
    events.own_draft()  # a composer that is open kept it: what is behind it would load for nothing
    events._look()
    assert told == []
    version[0], drafts[0] = 3, 2
    events._look()
    assert told == [frozenset({Topic.DRAFTS})]
