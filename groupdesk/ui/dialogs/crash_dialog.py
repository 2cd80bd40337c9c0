# SPDX-License-Identifier: MIT
"""What a bug of ours shows: that the data is safe, and a report to copy without member data."""

import platform

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
        self.set_head(
            self.tr("Something went wrong in GroupDesk"),
            self.tr("What was saved before is safe. What you see in open dialogs is still there."),
            sign="bug",
        )
        self.form.addWidget(
            label(
                self.tr(
                    "You can go on working. If it happens again, send the report below to the"
                    " people who look after GroupDesk. It holds no names and no messages."
                ),
                wrap=True,
            )
        )
        self._report = QPlainTextEdit(report_of(error), self)
        self._report.setReadOnly(True)
        self._report.setAccessibleName(self.tr("Report"))
        self.form.addWidget(self._report, 1)
        copy = self.add_left(button(self.tr("Copy report"), icon_name="copy"))
        copy.clicked.connect(self._copy)
        self.set_main(self.tr("Go on"))
        self.main_requested.connect(self.accept)
        self.resize(640, 420)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
        self.set_hint(self.tr("Copied"))


def report_of(error: BaseException) -> str:
    """Return versions and places, without messages and values."""
    return "\n".join(
        [
            f"GroupDesk {__version__}, Python {platform.python_version()}, {platform.platform()}",
            where(error),
        ]
    )
