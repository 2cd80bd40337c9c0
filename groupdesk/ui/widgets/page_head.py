# SPDX-License-Identifier: MIT
"""The head of a page: its title, a quiet line under it, and its acts."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.ui.theme import current_theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.pill import Pill

_LEAST = 160  # pixels that a long title keeps beside its acts


class PageHead(QWidget):
    """Title and subtitle at the leading edge, buttons at the other, or below without room."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        """Show `title`; buttons follow with `add_button`."""
        super().__init__(parent)
        theme = current_theme()
        middle = Qt.TextElideMode.ElideMiddle  # groups of one customer often differ at the end
        self._title = ElidedLabel(title, "title", self, mode=middle)
        self._subtitle = ElidedLabel(subtitle, "muted", self)
        self.notice = Pill(parent=self)
        self.notice.hide()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.size("space_s"))
        self._top = top = QHBoxLayout()
        top.setSpacing(theme.size("space_m"))
        top.addWidget(self._title, 1)
        top.addLayout(self._buttons)
        self._wrapped = False
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_xs"))
        column.addLayout(top)
        below = QHBoxLayout()
        below.setSpacing(theme.size("space_m"))
        below.addWidget(self._subtitle)
        below.addWidget(self.notice)
        below.addStretch(1)
        column.addLayout(below)
        # as high in both languages: what stands below keeps its place
        self._subtitle.setMinimumHeight(theme.line("body"))
        self._subtitle.setVisible(bool(subtitle))

    def set_texts(self, title: str, subtitle: str = "") -> None:
        """Show another title and subtitle."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def set_notice(self, text: str, tone: ToneName) -> None:
        """Show what is to be noticed beside the subtitle; an empty text shows nothing."""
        self.notice.show_word(text, tone)

    def add_button(self, button: QWidget) -> None:
        """Add an act at the end of the first line."""
        self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    # ---- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # another text, or a button more
            self._place()
        return super().event(event)

    # ---- inside

    def _place(self) -> None:
        """Put the acts beside the title, or below where nothing of it would be seen."""
        title = self._title.fontMetrics().horizontalAdvance(self._title.text())
        beside = min(title, _LEAST) + self._top.spacing() + self._buttons.sizeHint().width()
        wrapped = beside > self.width()
        if wrapped == self._wrapped:
            return
        self._wrapped = wrapped
        above = current_theme().size("space_xs") if wrapped else 0
        self._buttons.setContentsMargins(0, above, 0, 0)
        old, new = (self._top, self._column) if wrapped else (self._column, self._top)
        old.removeItem(self._buttons)
        self._buttons.setParent(None)
        new.addLayout(self._buttons)
        self._buttons.setAlignment(
            Qt.AlignmentFlag.AlignLeading if wrapped else Qt.AlignmentFlag(0)
        )
