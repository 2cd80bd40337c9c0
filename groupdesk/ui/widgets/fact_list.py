# SPDX-License-Identifier: MIT
"""What is known of a thing, line by line: what it is on the left, the value on the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from groupdesk.domain.text import visible
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.labels import label


class FactList(QWidget):
    """Values can be selected and copied; a screen reader hears each with its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        theme = current_theme()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.size("space_m"))
        self._grid.setVerticalSpacing(theme.size("space_xs"))
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[QLabel, QLabel]] = []

    def set_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these names and values; those without a value are left out."""
        shown = [(name, value) for name, value in facts if value]
        while len(self._lines) < len(shown):
            self._lines.append(self._line(len(self._lines)))
        for at, (name_label, value_label) in enumerate(self._lines):
            name, value = shown[at] if at < len(shown) else ("", "")
            name_label.setText(name)
            value_label.setText(value)
            value_label.setAccessibleName(visible(f"{name}: {value}"))
            name_label.setVisible(bool(value))
            value_label.setVisible(bool(value))

    @property
    def facts(self) -> dict[str, str]:
        """What is shown, by name."""
        return {name.text(): value.text() for name, value in self._lines if not value.isHidden()}

    def _line(self, row: int) -> tuple[QLabel, QLabel]:
        name = label(role="muted", parent=self)
        value = label(parent=self, wrap=True, selectable=True)
        value.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)
        return name, value
