# SPDX-License-Identifier: MIT
"""Add a list to the group, or compare the group with it: two choices, one sentence each."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.labels import label


class CompareChoice(QWidget):
    """Asked where a group has members already."""

    changed = Signal(bool)
    """Whether to compare, as a person chose it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with adding, which takes nobody out of the group."""
        super().__init__(parent)
        theme = current_theme()
        self.add = QRadioButton(self)
        self.compare = QRadioButton(self)
        self._about = (label(role="muted", wrap=True), label(role="muted", wrap=True))
        group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.size("space_xl"))
        grid.setVerticalSpacing(0)
        for column, choice in enumerate((self.add, self.compare)):
            group.addButton(choice)
            grid.addWidget(choice, 0, column)
            grid.addWidget(self._about[column], 1, column)
            grid.setColumnStretch(column, 1)
        self.add.setChecked(True)
        self.compare.toggled.connect(self.changed)
        self._translate()

    def start(self, *, asked: bool) -> None:
        """Begin anew with adding; show the choice only where there is one."""
        self.compare.blockSignals(True)  # noqa: FBT003 — Qt's signature
        self.add.setChecked(True)
        self.compare.blockSignals(False)  # noqa: FBT003
        self.setVisible(asked)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        said = (
            (
                self.add,
                self.tr("&Add to the group"),
                self.tr("New people come in, known ones are updated. Nobody leaves."),
            ),
            (
                self.compare,
                self.tr("Co&mpare with the group"),
                self.tr("Also shows who left, was renamed or has a new role."),
            ),
        )
        for about, (choice, name, text) in zip(self._about, said, strict=True):
            choice.setText(name)
            choice.setAccessibleDescription(text)
            about.setText(text)
