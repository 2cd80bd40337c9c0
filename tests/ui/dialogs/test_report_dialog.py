# SPDX-License-Identifier: MIT
"""What is seen is what is saved, and each print stands in the log."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QEvent, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, Language
from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.report_dialog import ReportDialog
from tests.ui.acting import send_warning
from tests.ui.desks import Notices
from tests.ui.helpers import assert_freed, show_active


@pytest.fixture
def dialog(qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail) -> ReportDialog:
    send_warning(desk, detail, "您好，请不要发布广告。")
    made = ReportDialog.for_case(context, 1)
    show_active(qtbot, made)
    return made


def prints(desk: Desk) -> int:
    return desk.audit.count(AuditFilter(action=Action.REPORT_PRINT))


@pytest.mark.parametrize("edition", ["file", "handout"])
def test_both_editions_are_saved_and_logged(
    dialog: ReportDialog, desk: Desk, tmp_path: Path, notices: Notices, edition: str
) -> None:
    dialog.edition.button(edition).click()
    shown = dialog.printed
    assert shown is not None
    target = tmp_path / "case.pdf"
    dialog.save_to(target)
    assert target.read_bytes() == shown.pdf
    assert target.read_bytes().startswith(b"%PDF")
    assert prints(desk) == 1
    assert str(target) in dialog.banner.text
    assert notices.texts == [], "it is said where it was done"
    assert [path.name for path in tmp_path.glob(".report-*")] == []


class _Files(QObject):
    """Takes what the system's file manager would show."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.shown.append(url.toLocalFile())


def test_the_preview_stays_after_saving_and_leads_to_the_folder(
    qtbot: QtBot, dialog: ReportDialog, desk: Desk, tmp_path: Path
) -> None:
    left = Qt.MouseButton.LeftButton
    for name in ("first.pdf", "second.pdf"):
        qtbot.mouseClick(dialog.main_button, left)
        chooser = dialog.findChild(QFileDialog)
        assert chooser is not None
        field = chooser.findChild(QLineEdit, "fileNameEdit")
        assert field is not None
        field.setText(str(tmp_path / name))
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil((tmp_path / name).exists)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert (tmp_path / name).read_bytes().startswith(b"%PDF")
        assert dialog.isVisible()
        assert name in dialog.banner.text
    assert prints(desk) == 2
    files = _Files()
    # it takes text, whatever the stub says
    QDesktopServices.setUrlHandler("file", files, "show")  # type: ignore[arg-type]
    try:
        (folder,) = [b for b in dialog.banner.findChildren(QPushButton) if b.text()]
        assert folder.text() == "Open folder"
        qtbot.mouseClick(folder, left)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert files.shown == [str(tmp_path)]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert_freed(dialog)


def test_the_handout_says_what_it_cannot_hide(dialog: ReportDialog) -> None:
    def warned() -> bool:
        return any(
            "screenshots stay visible" in part.text() for part in dialog.findChildren(QLabel)
        )

    assert not warned()
    dialog.edition.button("handout").click()
    assert warned()


def test_looking_alone_is_not_logged(dialog: ReportDialog, desk: Desk) -> None:
    dialog.language.choose(Language.ZH)
    dialog.language.chosen.emit()
    assert dialog.printed is not None
    assert prints(desk) == 0
    assert_freed(dialog)


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_logged(
    dialog: ReportDialog, desk: Desk, tmp_path: Path
) -> None:
    dialog.save_to(tmp_path / "missing" / "case.pdf")
    assert dialog.isVisible()
    assert "Choose another folder" in dialog.banner.text
    assert prints(desk) == 0
    dialog.save_to(tmp_path / "case.pdf")
    assert prints(desk) == 1


def test_a_period_the_wrong_way_round_is_said_under_its_end(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    dialog = ReportDialog.for_group(context, desk.groups.all()[0])
    show_active(qtbot, dialog)
    assert dialog.main_button.isEnabled()
    dialog.until.setDate(QDate(2020, 1, 1))
    assert dialog._fields["until"].error
    assert not dialog.main_button.isEnabled()
    dialog.until.setDate(QDate(2026, 11, 21))
    assert dialog._fields["until"].error == ""
    assert dialog.main_button.isEnabled()
    assert_freed(dialog)


def test_the_language_of_the_window_changes_and_the_pages_stay(
    context: UiContext, dialog: ReportDialog
) -> None:
    shown = dialog.printed
    context.translations.set_language("zh")
    QApplication.processEvents()
    assert dialog.edition.button("handout").text() == "对外副本"
    assert "页" in dialog._hint.text()
    assert dialog.printed is shown
    assert_freed(dialog)


def test_the_file_is_offered_under_a_name_in_the_window_s_words(
    qtbot: QtBot, dialog: ReportDialog, context: UiContext, desk: Desk
) -> None:
    def offered(shown: ReportDialog) -> str:
        qtbot.mouseClick(shown.main_button, Qt.MouseButton.LeftButton)
        chooser = shown.findChild(QFileDialog)
        assert chooser is not None
        name = Path(chooser.selectedFiles()[0]).name
        chooser.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return name

    assert offered(dialog) == "Aurora customers case 1 file copy.pdf"
    context.translations.set_language("zh")
    dialog.edition.button("handout").click()
    assert offered(dialog) == "Aurora customers 个案1 对外副本.pdf"
    audit = ReportDialog.for_group(context, desk.groups.all()[0])
    show_active(qtbot, audit)
    audit.since.setDate(QDate(2026, 1, 1))
    audit.until.setDate(QDate(2026, 1, 31))
    assert offered(audit) == "Aurora customers 群审计报告 2026-01-01至2026-01-31 内部存档.pdf"
