# SPDX-License-Identifier: MIT
"""A short word on a coloured ground: a standing, a severity, how late."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.labels import restyle


class Pill(QLabel):
    """A label as wide as its word."""

    def __init__(
        self, text: str = "", tone: ToneName = "muted", parent: QWidget | None = None
    ) -> None:
        """Show `text` in the colours of `tone`."""
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("pill", True)  # noqa: FBT003 — Qt's signature
        self.setProperty("tone", tone)

    def show_word(self, text: str, tone: ToneName) -> None:
        """Show another word; an empty one hides the pill."""
        self.setText(text)
        restyle(self, "tone", tone)
        self.setVisible(bool(text))
