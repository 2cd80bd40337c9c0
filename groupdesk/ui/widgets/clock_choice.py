# SPDX-License-Identifier: MIT
"""A time of day that may be left open: a check, and half hours to choose from or type over."""

from typing import Final

from PySide6.QtCore import QEvent, QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from groupdesk.ui.theme import current_theme

_FIRST, _LAST = 8, 22
_USUAL: Final = "15:00"


class ClockChoice(QWidget):
    """Unchecked, any time will do."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a time."""
        super().__init__(parent)
        self.check = QCheckBox(self)
        self.box = QComboBox(self)
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setValidator(
            QRegularExpressionValidator(
                QRegularExpression("([01][0-9]|2[0-3]):[0-5][0-9]"), self.box
            )
        )
        self.box.addItems(
            [f"{hour:02}:{half}" for hour in range(_FIRST, _LAST) for half in ("00", "30")]
        )
        self.box.setCurrentText(_USUAL)
        self.box.setEnabled(False)
        self.box.setMinimumContentsLength(7)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().size("space_s"))
        row.addWidget(self.check)
        row.addWidget(self.box)
        self.setFocusProxy(self.check)
        self._translate()
        self.check.toggled.connect(self.box.setEnabled)
        self.check.toggled.connect(lambda _on: self.changed.emit())
        self.box.currentTextChanged.connect(lambda _text: self.changed.emit())

    @property
    def time(self) -> str:
        """The time, "15:00"; empty for any time. While one types it may be half a time."""
        return self.box.currentText() if self.check.isChecked() else ""

    def set_time(self, text: str) -> None:
        """Take a time, or "" for any."""
        self.check.setChecked(bool(text))
        if text:
            self.box.setCurrentText(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        self.check.setText(self.tr("at a certain t&ime"))
        self.box.setAccessibleName(self.tr("Time of the talk"))
