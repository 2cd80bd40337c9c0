# SPDX-License-Identifier: MIT
"""A field for a whole number."""

from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from groupdesk.ui.theme import current_theme


class NumberField(QSpinBox):
    """A spin box whose text stands as far from the edge as that of other fields.

    The style sheet cannot say so: Qt gives the text the whole width of a spin box.
    """

    def __init__(self, low: int, high: int, parent: QWidget | None = None) -> None:
        """Ask for a number between `low` and `high`."""
        super().__init__(parent)
        self.setRange(low, high)
        self.line.setTextMargins(current_theme().size("pad_text"), 0, 0, 0)

    @property
    def line(self) -> QLineEdit:
        """The field inside, where Enter is pressed."""
        return self.lineEdit()
