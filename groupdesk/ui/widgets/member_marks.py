# SPDX-License-Identifier: MIT
"""The pills behind a member's standing: what waits, was lost, or holds for the person."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupdesk.domain.records import MemberDetail
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.labels import plain_tooltip
from groupdesk.ui.widgets.pill import Pill

_MOST = 5


class MemberMarks(QWidget):
    """Shows as many as there are."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start without any."""
        super().__init__(parent)
        self._context = context
        self._detail: MemberDetail | None = None
        self.pills = [Pill(parent=self) for _mark in range(_MOST)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().size("space_s"))
        for pill in self.pills:
            row.addWidget(pill, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_member(self, detail: MemberDetail) -> None:
        """Show what holds for a member."""
        self._detail = detail
        for pill, (there, text, tone, tip) in zip(self.pills, self._said(detail), strict=True):
            pill.show_word(text if there else "", tone)
            pill.setToolTip(plain_tooltip(tip))
        self.setVisible(any(there for there, *_said in self._said(detail)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._detail is not None:
            self.show_member(self._detail)
        super().changeEvent(event)

    def _said(self, detail: MemberDetail) -> tuple[tuple[bool, str, ToneName, str], ...]:
        marks, words = detail.marks, self._context.translations.words
        lost = self.tr("A message did not arrive; the timeline offers to try again")
        undelivered = detail.row.undelivered and bool(detail.row.standing or detail.row.waiting)
        waits = words("not_removable.removal_waiting", name=detail.row.name)
        return (
            (bool(detail.removal_waiting), words("removal_state.waiting"), "accent", waits),
            (undelivered, words("standing.undelivered"), "danger", lost),
            (marks.blocked, self.tr("Blocklist"), "danger", self.tr("On the blocklist")),
            (marks.key_customer, self.tr("Key customer"), "accent", ""),
            (marks.protected, self.tr("Protected"), "ok", self.tr("Protected: cannot be removed")),
        )
