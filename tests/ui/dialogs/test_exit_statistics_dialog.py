# SPDX-License-Identifier: MIT
"""Why people leave, on screen: charts say what the table says, and what is shown can be saved."""

import uuid
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Action
from groupdesk.domain.exit_records import ExitLeft
from groupdesk.domain.exit_statistics import Exit, ExitWhy, statistics_of
from groupdesk.domain.records import MemberFields
from groupdesk.services.desk import Desk
from groupdesk.services.exit_statistics import ExitFigures
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.exit_report_dialog import ExitReportDialog
from groupdesk.ui.dialogs.exit_statistics_dialog import ExitStatisticsDialog
from tests.services.exit_cases import answered, asked
from tests.ui.helpers import show_active


@pytest.fixture
def gone(desk: Desk) -> int:
    """Let two members leave; return how many."""
    for name in ("Zhou Min", "Li Na"):
        stay = desk.members.add(uuid.uuid4(), 1, MemberFields(name)).subject_id
        ident = answered(desk, asked(desk, stay))
        desk.leaving.exits.left(ExitLeft(uuid.uuid4(), (ident,), to_text(desk.clock())))
    return 2


def shown(dialog: ExitStatisticsDialog) -> list[list[object]]:
    return [list(row) for row in dialog.model.records]


def test_charts_and_table_say_the_same(
    qtbot: QtBot, context: UiContext, desk: Desk, gone: int
) -> None:
    dialog = ExitStatisticsDialog(context)
    show_active(qtbot, dialog)
    assert dialog.charts["why"].accessibleDescription() == "New job or new tasks: 2"
    month = f"{desk.clock():%Y-%m}: {gone}"
    assert month in dialog.columns.accessibleDescription()
    assert ["All", f"{dialog.period[0]} – {dialog.period[1]}", 2, 2] in shown(dialog)
    dialog.grab()


def test_a_time_that_cannot_be_is_said_under_its_field(
    qtbot: QtBot, context: UiContext, gone: int
) -> None:
    dialog = ExitStatisticsDialog(context)
    show_active(qtbot, dialog)
    dialog.until.setDate(QDate(2001, 1, 1))
    qtbot.waitUntil(lambda: not dialog.main_button.isEnabled())
    assert dialog.fields["until"].error
    dialog.periods.button("year").click()
    assert dialog.main_button.isEnabled()
    assert not dialog.fields["until"].error


def test_dates_of_ones_own_are_not_said_to_be_something_else(
    qtbot: QtBot, context: UiContext
) -> None:
    dialog = ExitStatisticsDialog(context)
    show_active(qtbot, dialog)
    assert dialog.periods.current == "months"
    dialog.since.setDate(QDate(2001, 1, 1))
    assert dialog.periods.current == "own"
    dialog.periods.button("year").click()
    assert dialog.periods.current == "year"
    before = dialog.period
    dialog.periods.button("own").click()
    assert dialog.period == before


FOUR = (
    "4 exits, 4 people. Half of them stayed no longer than 3 days; half of them between 2 and 5"
    " days."
)


@pytest.mark.parametrize(
    ("days", "text"),
    [
        ([40], "1 exit, 1 person. It lasted 40 days."),
        ([1, 9, 30], "3 exits, 3 people. Half of them stayed no longer than 9 days."),
        ([1, 2, 4, 9], FOUR),
    ],
)
def test_in_short_says_what_so_few_can_tell(
    qtbot: QtBot, context: UiContext, days: list[int], text: str
) -> None:
    today = date(2026, 11, 21)
    exits = [
        Exit(number, 1, today, today - timedelta(days=stay), ExitWhy.OTHER)
        for number, stay in enumerate(days)
    ]
    dialog = ExitStatisticsDialog(context)
    qtbot.addWidget(dialog)
    assert dialog._in_short(ExitFigures(0, statistics_of(exits, today, today), {})) == text


def test_a_time_in_which_nobody_left_says_so(
    qtbot: QtBot, context: UiContext, desk: Desk, gone: int
) -> None:
    dialog = ExitStatisticsDialog(context)
    show_active(qtbot, dialog)
    dialog.periods.button("before").click()
    assert dialog.short.text() == "Nobody left in this time."
    assert dialog.table.isHidden()
    dialog.periods.button("all").click()
    assert dialog.period[0] == desk.clock().date()


def test_the_numbers_are_saved_and_logged(
    qtbot: QtBot, context: UiContext, desk: Desk, gone: int, tmp_path: Path
) -> None:
    dialog = ExitStatisticsDialog(context)
    show_active(qtbot, dialog)
    dialog.save_to(tmp_path / "exits.csv")
    assert "New job or new tasks,2,2" in (tmp_path / "exits.csv").read_text("utf-8-sig")
    assert len(desk.audit.rows(AuditFilter(action=Action.EXIT_NUMBERS))) == 1
    dialog.save_to(tmp_path)
    assert dialog.banner.text


def test_it_is_printed_for_ourselves_and_to_hand_out(
    qtbot: QtBot, context: UiContext, desk: Desk, gone: int, tmp_path: Path
) -> None:
    day = desk.clock().date()
    dialog = ExitReportDialog(context, 0, "All groups", (day, day))
    show_active(qtbot, dialog)
    assert dialog.printed is not None
    dialog.choices.edition.button("handout").click()
    dialog.save_to(tmp_path / "exits.pdf")
    (printed,) = desk.audit.rows(AuditFilter(action=Action.REPORT_PRINT))
    ((_, after),) = desk.audit.detail(printed.seq).changes
    assert (after["edition"], after["report"]) == ("handout", "exits.pdf")
