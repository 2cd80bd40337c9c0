# SPDX-License-Identifier: MIT
"""Reports are chosen here, and what was printed is listed."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Edition, Language
from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.ui.dialogs.report_dialog import ReportDialog
from groupdesk.ui.pages.reports_page import ReportsPage
from groupdesk.ui.session import Session
from tests.ui.acting import dialog, page, send_warning


def test_a_number_without_a_case_is_said_under_the_field(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail
) -> None:
    send_warning(desk, detail)
    reports = page(session, "reports", ReportsPage)
    assert reports.number.value() == 1, "the newest case is proposed"
    reports.number.setValue(4711)
    qtbot.keyClick(reports.number, Qt.Key.Key_Return)
    assert "4711" in reports._number_field.error
    reports.number.setValue(1)
    qtbot.keyClick(reports.number, Qt.Key.Key_Return)
    assert reports._number_field.error == ""
    dialog(ReportDialog).reject()


def test_what_was_printed_is_listed(session: Session, desk: Desk, detail: MemberDetail) -> None:
    reports = page(session, "reports", ReportsPage)
    assert reports._nothing.isVisible()
    send_warning(desk, detail)
    desk.reports.record(desk.reports.preview_case_file(1, Edition.HANDOUT, Language.EN, "a4"))
    session.context.events.publish(ReportsPage.topics)
    assert reports.table.isVisible()
    assert reports.model.rowCount() == 1


def test_the_group_in_front_is_the_one_that_is_audited(session: Session) -> None:
    page(session, "reports", ReportsPage)
    session.context.acts.trigger("report.group")
    shown = dialog(ReportDialog)
    assert shown.windowTitle() == "Group audit: Aurora customers"
    shown.reject()
