# SPDX-License-Identifier: MIT
"""The line under the rules: how many know of them, followed as it changes."""

import uuid
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Channel
from groupdesk.domain.records import MemberFields
from groupdesk.domain.told_records import TellRequest
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.timeline_words import TimelineWords
from groupdesk.ui.widgets.told_line import ToldLine
from tests.ui.desks import Clock, add_member


@pytest.fixture
def line(qtbot: QtBot, context: UiContext) -> Iterator[ToldLine]:
    page = QWidget()
    qtbot.addWidget(page)
    made = ToldLine(context, QPushButton(page), page)
    page.show()
    yield made
    assert made.parent() is page  # the page lives as long as the test


def tell(desk: Desk, context: UiContext, *ids: int, acknowledged: bool = False) -> None:
    book = desk.rules.current(1)
    assert book is not None
    asked = TellRequest(uuid.uuid4(), book.id, ids, to_text(desk.clock()), Channel.PRIVATE)
    announcements = desk.announcements
    done = announcements.acknowledge(asked) if acknowledged else announcements.tell(asked)
    context.done(done.receipt)


def test_it_counts_and_follows(
    line: ToldLine, context: UiContext, desk: Desk, clock: Clock
) -> None:
    line.show_group(1, 1)
    assert line.text == "Version 1: the one member was not told yet"
    tell(desk, context, 1)
    assert line.text == "Version 1: 1 told, 0 acknowledged"
    clock.forward(days=1)
    context.done(desk.members.add(uuid.uuid4(), 1, MemberFields("Dee")))
    assert line.text == "Version 1: 1 told, 0 acknowledged, 1 joined since"
    context.translations.set_language("zh")
    QApplication.processEvents()
    assert line.text == "第 1 版：已告知 1 人，已确认 0 人，之后入群 1 人"


def test_without_published_rules_there_is_no_line(line: ToldLine) -> None:
    line.show_group(1, 1)
    assert not line.isHidden()
    line.show_group(2, 0)
    assert line.isHidden()
    assert line.text == ""


def test_the_timeline_says_it_in_one_line(context: UiContext, desk: Desk) -> None:
    member = add_member(desk, 1, "Dee").row.id
    words = TimelineWords(context.translations.words, context.dates, desk.clock())
    tell(desk, context, member)
    (entry,) = desk.timeline.of_member(member)
    assert words.title(entry) == "Told of the rules, version 1"
    assert words.about(entry) == "In private"
    assert words.lines(entry) == ()
    assert words.icon(entry) == ("megaphone", "muted")
    tell(desk, context, member, acknowledged=True)
    (entry,) = desk.timeline.of_member(member)
    assert words.title(entry) == "Acknowledged the rules, version 1"
