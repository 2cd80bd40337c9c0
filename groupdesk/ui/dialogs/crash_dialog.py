# SPDX-License-Identifier: MIT
"""What a bug of ours shows: that the data is safe, and a report to copy without member data."""

import platform

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from groupdesk import __version__
from groupdesk.logs import where
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.labels import label


class CrashDialog(DialogFrame):
    """Shown once for an error that has no words."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        """Show where `error` arose; its message may quote members and is left out."""
        super().__init__(parent, side=False)
        self._advice = label(parent=self, wrap=True)
        self.report = QPlainTextEdit(report_of(error), self)
        self.report.setReadOnly(True)
        self.copy_button = self.add_left(button("", icon_name="copy", parent=self))
        self.form.addWidget(self._advice)
        self.form.addWidget(self.report, 1)
        self._say()
        self.copy_button.clicked.connect(self._copy)
        self.main_requested.connect(self.accept)
        self.resize(640, 420)
        self.main_button.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self.set_head(
            self.tr("Something went wrong in GroupDesk"),
            self.tr("What was saved before is safe. What you see in open dialogs is still there."),
            sign="bug",
        )
        self._advice.setText(
            self.tr(
                "You can go on working. If it happens again, send the report below to the"
                " people who look after GroupDesk. It holds no names and no messages."
            )
        )
        self.report.setAccessibleName(self.tr("Report"))
        self.copy_button.setText(self.tr("Copy report"))
        self.set_main(self.tr("Go on"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.set_hint(self.tr("Copied"))


def report_of(error: BaseException) -> str:
    """Return versions and places, without messages and values."""
    return "\n".join(
        [
            f"GroupDesk {__version__}, Python {platform.python_version()}, {platform.platform()}",
            where(error),
        ]
    )
