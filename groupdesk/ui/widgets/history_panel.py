# SPDX-License-Identifier: MIT
"""The member's history beside a form, so that one writes with it in sight."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupdesk.domain.enums import Topic
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.records import TimelineEntry
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.timeline_view import TimelineView

_TOPICS = frozenset({Topic.MEMBERS, Topic.CASES})


class HistoryPanel(QWidget):
    """All acts on the person in this group; it follows what others record meanwhile."""

    reloaded = Signal()

    def __init__(
        self, context: UiContext, membership_id: int, parent: QWidget | None = None
    ) -> None:
        """Read and show the history."""
        super().__init__(parent)
        self._context = context
        self._membership_id = membership_id
        self.timeline = TimelineView(context, None, self)
        self._problem = label(role="error", parent=self, wrap=True)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_s"))
        column.addWidget(self._problem)
        column.addWidget(self.timeline, 1)
        self.setFocusProxy(self.timeline)
        context.events.changed.connect(self._on_changed)
        self.reload()

    @property
    def entries(self) -> tuple[TimelineEntry, ...]:
        """The history, newest first."""
        return self.timeline.entries

    def reload(self) -> None:
        """Read the history again."""
        try:
            entries = self._context.desk.timeline.of_member(self._membership_id, everywhere=True)
        except GroupDeskError as error:
            self._problem.setText(self._context.error_text(error))
            self._problem.show()
            return
        self._problem.hide()
        self.timeline.set_entries(entries, keep_position=True)
        self.reloaded.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and not self._problem.isHidden():
            self.reload()
        super().changeEvent(event)

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if topics & _TOPICS:
            self.reload()
