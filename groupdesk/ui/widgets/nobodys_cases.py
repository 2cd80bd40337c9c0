# SPDX-License-Identifier: MIT
"""One line that says how many open cases nobody looks after, and leads to them."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupdesk.domain.case_enums import CaseOwner, CaseState
from groupdesk.domain.case_records import CaseFilter
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.buttons import button


class NobodysCases(QWidget):
    """There for those who share the work: who works alone looks after everything anyway."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start hidden, until there are some."""
        super().__init__(parent)
        self._context = context
        self._count = 0
        self.link = button("", "link", parent=self)
        self.link.clicked.connect(self._show_them)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.link)
        row.addStretch(1)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many there are; of none nothing is said."""
        self._count = count
        self._say()
        self.setVisible(bool(self._count))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.link.setText(self.tr("%n open case(s) nobody looks after", "", self._count))

    def _show_them(self) -> None:
        self._context.go_to_cases(CaseFilter(state=CaseState.OPEN, owner=CaseOwner.NOBODY))
