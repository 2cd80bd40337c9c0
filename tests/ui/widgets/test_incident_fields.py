# SPDX-License-Identifier: MIT
"""When it happened, how it was noticed, what was said."""

import pytest
from PySide6.QtCore import QDateTime, Qt
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import Incident
from groupdesk.domain.case_enums import NoticedHow
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.incident_fields import IncidentFields
from groupdesk.ui.widgets.time_choice import TimeChoice
from tests.ui.desks import Clock


@pytest.fixture
def fields(qtbot: QtBot, context: UiContext) -> IncidentFields:
    made = IncidentFields(context)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_is_folded_and_says_nothing_at_first(qtbot: QtBot, fields: IncidentFields) -> None:
    assert not fields.quoted.isVisible()
    assert fields.incident() == Incident()
    qtbot.mouseClick(fields.toggle, Qt.MouseButton.LeftButton)
    assert fields.quoted.isVisible()
    qtbot.keyClick(fields.toggle, Qt.Key.Key_Space)
    assert not fields.quoted.isVisible()


def test_what_was_said_comes_back_unfolded(
    qtbot: QtBot, context: UiContext, fields: IncidentFields
) -> None:
    fields.toggle.click()
    with qtbot.waitSignal(fields.changed):
        fields.noticed.setCurrentIndex(fields.noticed.findData("member"))
    with qtbot.waitSignal(fields.changed):
        qtbot.keyClicks(fields.quoted, "cheap bags")
    with qtbot.waitSignal(fields.changed):
        fields.happened.check.click()
    said = Incident("2026-11-21T07:42:00.000Z", NoticedHow.MEMBER, "cheap bags")
    assert fields.incident() == said
    other = IncidentFields(context)
    qtbot.addWidget(other)
    other.restore(fields.payload())
    assert other.incident() == said
    assert other.toggle.isChecked()


def test_a_guess_says_so_until_somebody_looks_at_it(
    qtbot: QtBot, context: UiContext, fields: IncidentFields
) -> None:
    guess = "2026-11-21T07:42:00.000Z"
    fields.happened.assume(guess)
    assert fields.toggle.text().startswith("Happened 21 Nov, 15:42 (assumed)")
    assert fields.incident() == Incident(guess, NoticedHow.UNKNOWN, happened_assumed=True)
    assert fields.noticed.currentText() == "Not recorded"
    fields.toggle.click()
    assert fields._guess.isVisible()
    again = IncidentFields(context)
    qtbot.addWidget(again)
    again.restore(fields.payload())
    assert again.happened.assumed, "a draft does not make a guess a fact"
    assert not again.toggle.isChecked()
    edit = fields.happened.edit
    edit.setSelectedSection(edit.Section.HourSection)
    qtbot.keyClicks(edit, "12")
    assert fields.toggle.text().startswith("Happened 21 Nov, 12:42 · ")
    assert not fields._guess.isVisible()
    fields.happened.assume(guess)
    with qtbot.waitSignal(fields.changed):
        qtbot.keyClick(fields.happened.check, Qt.Key.Key_Space)
    assert fields.incident() == Incident()
    assert fields.toggle.text() == "When and how it was noticed, quoted text"


def test_a_moment_is_in_the_zone_of_the_clock(qtbot: QtBot, clock: Clock) -> None:
    choice = TimeChoice(clock, "&At")
    qtbot.addWidget(choice)
    assert choice.moment() == ""
    assert not choice.edit.isEnabled()
    choice.check.click()
    assert choice.moment() == "2026-11-21T07:42:00.000Z"
    choice.edit.setDateTime(QDateTime(2026, 11, 20, 23, 5, 0))
    assert choice.moment() == "2026-11-20T15:05:00.000Z"
    choice.set_moment("2026-11-01T16:30:00.000Z")
    assert choice.edit.dateTime().toString("yyyy-MM-dd HH:mm") == "2026-11-02 00:30"
    choice.set_moment("")
    assert choice.moment() == ""
