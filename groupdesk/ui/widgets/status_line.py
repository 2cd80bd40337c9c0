# SPDX-License-Identifier: MIT
"""The line below the pages: the state of log and backup, and what is done beside them."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from groupdesk.ui.theme import current_theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.icon_label import IconLabel

_ICONS = {"ok": "shield-check", "danger": "shield-alert", "warning": "shield-alert"}


class StatusLine(QFrame):
    """Left what was checked, right what was saved where, between them what is being done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        theme = current_theme()
        self.setProperty("surface", "side")
        self._icon = IconLabel("shield", "muted", parent=self)
        self._left = ElidedLabel(role="secondary", parent=self)
        self._work = ElidedLabel(role="secondary", parent=self)
        self._work.hide()
        self._right = ElidedLabel(role="secondary", parent=self)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(theme.size("space_m"), 2, theme.size("space_m"), 2)
        row.setSpacing(theme.size("space_s"))
        row.addWidget(self._icon)
        row.addWidget(self._left, 1)
        row.addWidget(self._work)
        row.addWidget(self._right)

    def add_last(self, widget: QWidget) -> None:
        """Put something at the very end."""
        self._row.addWidget(widget)

    def show_log(self, text: str, tone: ToneName) -> None:
        """Say how the log stands: checking, sound, or what was found."""
        self._icon.set_icon(_ICONS.get(tone, "shield"), tone)
        self._left.setText(text)

    def show_place(self, text: str) -> None:
        """Say when the last backup was made and which workspace this is."""
        self._right.setText(text)

    def show_work(self, text: str) -> None:
        """Say what is done beside the window; nothing where the text is empty."""
        self._work.setText(text)
        self._work.setVisible(bool(text))

    @property
    def work_text(self) -> str:
        """What is said of work beside the window."""
        return self._work.text()

    @property
    def log_text(self) -> str:
        """What is said of the log."""
        return self._left.text()
