# SPDX-License-Identifier: MIT
"""A short word on a coloured ground: a standing, a severity, how late."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupdesk.ui.theme import current_theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.labels import PlainLabel, restyle


class Pill(PlainLabel):
    """A label as wide as its word, on a round ground."""

    def __init__(
        self, text: str = "", tone: ToneName = "muted", parent: QWidget | None = None
    ) -> None:
        """Show `text` in the colours of `tone`."""
        super().__init__(text, parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("pill", True)  # noqa: FBT003 — Qt's signature
        self.setFont(current_theme().font("pill"))
        self._tone: ToneName = tone
        restyle(self, "tone", tone)

    def show_word(self, text: str, tone: ToneName) -> None:
        """Show another word; an empty one hides the pill."""
        self.setText(text)
        self._tone = tone
        restyle(self, "tone", tone)
        self.setVisible(bool(text))

    def sizeHint(self) -> QSize:
        theme = current_theme()
        width = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(width + 2 * theme.size("radius_pill"), theme.line("pill") + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        # the style sheet draws square corners where a radius is more than half of the height
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_theme().color(f"{self._tone}_soft"))
        painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)
        painter.end()
        super().paintEvent(event)
