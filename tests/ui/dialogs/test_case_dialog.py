# SPDX-License-Identifier: MIT
"""What is wrong with an outcome stands under it, and nothing typed is lost."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import CaseRow
from groupdesk.domain.case_enums import CaseState
from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.case_dialog import CaseDialog
from tests.ui.acting import send_warning
from tests.ui.helpers import assert_freed, show_active


@pytest.fixture
def case(desk: Desk, detail: MemberDetail) -> CaseRow:
    send_warning(desk, detail)
    return desk.cases.rows()[0]


def test_an_outcome_that_is_far_too_long_is_refused_under_the_field(
    qtbot: QtBot, context: UiContext, case: CaseRow
) -> None:
    dialog = CaseDialog(context, case)
    show_active(qtbot, dialog)
    dialog.text.setPlainText("x" * 100_000)
    dialog.main_button.click()
    assert dialog.isVisible()
    assert dialog.field.error
    assert len(dialog.text.toPlainText()) == 100_000
    dialog.text.setPlainText("Agreed.")
    assert dialog.field.error == ""
    assert_freed(dialog)


def test_a_case_that_somebody_closed_meanwhile_is_said(
    qtbot: QtBot, context: UiContext, case: CaseRow, desk: Desk
) -> None:
    from uuid import uuid4

    dialog = CaseDialog(context, case)
    show_active(qtbot, dialog)
    desk.cases.close(uuid4(), case.number, "Done by somebody else")
    dialog.text.setPlainText("Agreed.")
    dialog.main_button.click()
    assert dialog.banner.text
    assert dialog.text.toPlainText() == "Agreed."
    assert desk.cases.get(case.number).outcome == "Done by somebody else"
    assert_freed(dialog)


def test_the_language_changes_while_it_is_open(
    qtbot: QtBot, context: UiContext, case: CaseRow
) -> None:
    assert case.state is CaseState.OPEN
    dialog = CaseDialog(context, case)
    show_active(qtbot, dialog)
    context.translations.set_language("zh")
    QApplication.processEvents()
    assert dialog.main_button.text() == "结案"
    assert_freed(dialog)
