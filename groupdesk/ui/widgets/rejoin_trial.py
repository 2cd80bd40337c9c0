# SPDX-License-Identifier: MIT
"""What happened since somebody came back: messages, warnings, talks, open cases."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupdesk.domain.rejoin_records import TrialFacts
from groupdesk.ui.context import UiContext
from groupdesk.ui.rejoin_words import spoken
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel


class RejoinTrialPanel(QWidget):
    """Shown while a trial runs."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._context = context
        self._facts: TrialFacts | None = None
        self._head = SectionLabel(parent=self)
        self.told = label(parent=self, wrap=True, selectable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_xs"))
        column.addWidget(self._head)
        column.addWidget(self.told)

    def show_trial(self, facts: TrialFacts | None) -> None:
        """Show what happened, or nothing where no trial runs."""
        self._facts = facts
        self.setVisible(facts is not None)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self._head.setText(self.tr("In the trial so far"))
        if self._facts is not None:
            self.told.setText("\n".join(spoken(self._context).trial(self._facts)))
