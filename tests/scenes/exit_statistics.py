# SPDX-License-Identifier: MIT
"""Why people leave: on screen and on paper."""

from PySide6.QtCore import QDate, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from groupdesk.ui.dialogs.exit_report_dialog import ExitReportDialog
from groupdesk.ui.dialogs.exit_statistics_dialog import ExitStatisticsDialog
from tests.scenes import Stage, scene


def _dialog(stage: Stage) -> ExitStatisticsDialog:
    dialog = ExitStatisticsDialog(stage.context, 0, stage.session.window)
    dialog.open()
    stage.idle(stage.session)
    return dialog


@scene("exit-statistics")
def exit_statistics(stage: Stage) -> QWidget:
    return _dialog(stage)


@scene("exit-statistics-none")
def exit_statistics_none(stage: Stage) -> QWidget:
    dialog = _dialog(stage)
    dialog.since.setDate(QDate(2001, 1, 1))
    dialog.until.setDate(QDate(2001, 12, 31))
    dialog._load()
    stage.idle(stage.session)
    return dialog


@scene("exit-statistics-error")
def exit_statistics_error(stage: Stage) -> QWidget:
    dialog = _dialog(stage)
    dialog.until.setDate(QDate(2001, 12, 31))
    dialog._load()
    stage.idle(stage.session)
    return dialog


@scene("exit-statistics-print")
def exit_statistics_print(stage: Stage) -> QWidget:
    shown = _dialog(stage)
    dialog = ExitReportDialog(stage.context, 0, shown._where(), shown.period, stage.session.window)
    shown.accept()
    dialog.open()
    stage.idle(stage.session)
    loop = QEventLoop()  # the pages are drawn a moment after they came
    QTimer.singleShot(150, loop.quit)
    loop.exec()
    return dialog
