# SPDX-License-Identifier: MIT
"""Somebody who is no longer in the group wants to come back: the way to record it."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupdesk.domain.enums import Action, MembershipState
from groupdesk.domain.records import MemberDetail
from groupdesk.ui.context import UiContext
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.refusals import refuse, why_not
from groupdesk.ui.widgets.buttons import button


class AskBackButton(QWidget):
    """Shown beside a former member of a group that is in use."""

    def __init__(self, context: UiContext, acts: MemberActs, parent: QWidget | None = None) -> None:
        """Start with nobody."""
        super().__init__(parent)
        self._context, self._acts = context, acts
        self._detail: MemberDetail | None = None
        self.button = button("", icon_name="log-in", parent=self)
        self.button.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch(1)
        self._say()

    def show_member(self, detail: MemberDetail | None) -> None:
        """Offer it for a former member."""
        self._detail = detail
        gone = detail is not None and detail.row.state is not MembershipState.ACTIVE
        self.setVisible(gone and detail is not None and not detail.group.archived_at)
        refuse(self.button, why_not(self._context, Action.REJOIN_RECORD))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.button.setText(self.tr("Wants to come back…"))

    def _ask(self) -> None:
        if self._detail is not None:
            row = self._detail.row
            self._acts.ask_back(row.group_id, row.person_id)
