# SPDX-License-Identifier: MIT
"""How many members know of the rules in force, in a line under them, and the way to the list."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from groupdesk.domain.enums import Topic
from groupdesk.domain.told_records import VersionTold
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.told_words import told_summary
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label


class ToldLine(QWidget):
    """Counts beside the window, so that a large group does not hold the page up."""

    def __init__(self, context: UiContext, act: QPushButton, parent: QWidget) -> None:
        """Start empty, with `act` at the end of the line."""
        super().__init__(parent)
        self._context = context
        self._told: VersionTold | None = None
        self._group = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().size("space_s"))
        self._text = label(role="secondary", parent=self, wrap=True)
        row.addWidget(IconLabel("megaphone", "muted", parent=self))
        row.addWidget(self._text, 1)
        row.addWidget(act)
        context.events.changed.connect(self._on_changed)
        self.hide()

    @property
    def text(self) -> str:
        """What the line says."""
        return self._text.text()

    def show_group(self, group_id: int, version: int) -> None:
        """Count for a group; without a published version there is nothing to say."""
        if group_id != self._group or not version:
            self._told = None
            self._say()
        self._group = group_id if version else 0
        self._count()

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if Topic.MEMBERS in topics:
            self._count()

    def _count(self) -> None:
        announcements, group_id = self._context.desk.announcements, self._group
        if not group_id:
            return

        def show(told: VersionTold | None) -> None:
            if group_id == self._group:
                self._told = told
                self._say()

        self._context.runner.run(
            self,
            lambda: announcements.newest(group_id),
            show,
            lambda error: self._text.setText(self._context.error_text(error)),
            pool="files",
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        told, words = self._told, self._context.translations.words
        self._text.setText("" if told is None else told_summary(told, words))
        self.setVisible(told is not None)
