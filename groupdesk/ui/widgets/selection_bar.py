# SPDX-License-Identifier: MIT
"""How many members are chosen, and what can be done with all of them at once."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from groupdesk.ui.acts import LOOKS
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import icon_button, name_button
from groupdesk.ui.widgets.labels import label


class SelectionBar(QFrame):
    """Shown under the list while more than one member is chosen."""

    dismissed = Signal()
    """Nobody is to be chosen any more."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self._count = 0
        self._said = label(role="strong", parent=self)
        self._close = icon_button("x", "", self)
        self._close.clicked.connect(self.dismissed)
        theme = current_theme()
        row = QHBoxLayout(self)
        edge = theme.size("space_s")
        row.setContentsMargins(theme.size("space_m"), edge, edge, edge)
        row.setSpacing(edge)
        row.addWidget(self._said)
        row.addStretch(1)
        for act_id in ("member.bulk", "member.export"):
            if act_id in LOOKS:
                row.addWidget(context.acts.button(act_id, parent=self))
        row.addWidget(self._close)
        self.hide()
        self._translate()

    def show_count(self, count: int) -> None:
        """Say how many are chosen; one alone needs no bar."""
        self._count = count
        self._translate()
        self.setVisible(count > 1)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        self._said.setText(self.tr("%n chosen", "", self._count))
        name_button(self._close, self.tr("Choose nobody"))
