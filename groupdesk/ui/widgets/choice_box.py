# SPDX-License-Identifier: MIT
"""A drop-down list whose values stay what they are: Qt would make plain text of an enum."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from groupdesk.domain.text import visible
from groupdesk.ui.widgets.labels import plain_tooltip

V = TypeVar("V")


class ChoiceBox(QComboBox, Generic[V]):
    """Texts in the window's language over values of the program.

    A text that is too long ends in an ellipsis, and is shown in full under the mouse.
    """

    chosen = Signal()
    """A person, or a test in their place, chose another value; filling the list is silent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._values: list[V] = []
        self._filling = False
        self.currentIndexChanged.connect(self._on_index)

    def set_choices(self, choices: Sequence[tuple[str, V]]) -> None:
        """Offer these texts and values; what was chosen stays chosen where it is still there."""
        before = self._values[self.currentIndex()] if self.currentIndex() >= 0 else None
        self._filling = True
        self.clear()
        self.addItems([visible(text) for text, _value in choices])
        self._values = [value for _text, value in choices]
        self._filling = False
        if before in self._values:
            self.choose(before)

    def choose(self, value: V) -> None:
        """Show a value, in silence. Raises ValueError for one that is not offered."""
        self._filling = True
        self.setCurrentIndex(self._values.index(value))
        self._filling = False

    @property
    def value(self) -> V:
        """The value chosen. Raises IndexError while nothing is offered."""
        return self._values[max(0, self.currentIndex())]

    def value_at(self, index: int) -> V:
        """Return the value in this place."""
        return self._values[index]

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self._shown(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            option = QStyleOptionComboBox()
            self.initStyleOption(option)
            if self._shown(option) != option.currentText:
                QToolTip.showText(event.globalPos(), plain_tooltip(option.currentText), self)
                return True
        return super().event(event)

    def _shown(self, option: QStyleOptionComboBox) -> str:
        """Return as much of the text as there is room for; Qt would cut a letter in two."""
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        margin = 2  # the style keeps a pixel free on both sides of the text
        return option.fontMetrics.elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room.width() - margin
        )

    def _on_index(self, index: int) -> None:
        if index >= 0 and not self._filling:
            self.chosen.emit()
