# SPDX-License-Identifier: MIT
"""What a member is sent besides letters: the reminder of confidentiality, and the way out."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupdesk.domain.exit_records import ExitRecord
from groupdesk.domain.leaving_enums import ExitState
from groupdesk.ui.context import UiContext
from groupdesk.ui.exit_words import reminder, way_out
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel
from groupdesk.words import Words


class ExitHelp(QWidget):
    """Texts in the member's language, each with a button that copies it."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._context = context
        self._exit: ExitRecord | None = None
        self._way_head = SectionLabel(parent=self)
        self.way = label(parent=self, wrap=True, selectable=True)
        self.copy_way = button("", "link", "copy", self)
        self._keep_head = SectionLabel(parent=self)
        self.keep = label(parent=self, wrap=True, selectable=True)
        self.copy_keep = button("", "link", "copy", self)
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_xs"))
        for head, text, copy in (
            (self._keep_head, self.keep, self.copy_keep),
            (self._way_head, self.way, self.copy_way),
        ):
            if column.count():
                column.addSpacing(theme.size("space_m"))
            column.addWidget(head)
            column.addWidget(text)
            column.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeading)
        self.copy_way.clicked.connect(lambda: self._copy(self.way.text()))
        self.copy_keep.clicked.connect(lambda: self._copy(self.keep.text()))

    def show_exit(self, record: ExitRecord) -> None:
        """Show what `record` needs."""
        self._exit = record
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        record = self._exit
        if record is None:
            return
        words, platform = Words(record.language.value), record.row.platform
        named = self._context.translations.words(f"platform.{platform.value}")
        self._way_head.setText(self.tr("Cannot find the way to leave ({0})").format(named))
        helper = record.way.helper or record.group_owner
        asks = words("exit_way.help", helper=helper) if helper else ""
        self.way.setText(
            words("exit_next.and").join(filter(None, (way_out(platform, words), asks)))
        )
        self.copy_way.setText(self.tr("Copy this help"))
        self._keep_head.setText(self.tr("Reminder of confidentiality"))
        self.keep.setText(reminder(record, record.language))
        self.copy_keep.setText(self.tr("Copy reminder"))
        there = record.row.state is not ExitState.LEFT or bool(record.row.check_on)
        for part in (self._way_head, self.way, self.copy_way):
            part.setVisible(there)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._context.notify(
            self.tr("Copied. Send it to the member yourself."), "accent", seconds=8
        )
