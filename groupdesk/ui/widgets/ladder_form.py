# SPDX-License-Identifier: MIT
"""A ladder while it is edited: its steps, and where breaches of each severity start."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from groupdesk.domain.enums import Severity
from groupdesk.domain.ladder import Ladder
from groupdesk.domain.ladder_edits import with_start
from groupdesk.ui.standing_words import step_name
from groupdesk.ui.theme import current_theme
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.ladder_rows import LadderRows
from groupdesk.ui.widgets.section_label import SectionLabel

_NAME_LENGTH = 6  # characters of a step that are shown at least


class LadderForm(QWidget):
    """Whatever is entered is a ladder; whether it can work is for others to say."""

    changed = Signal()

    def __init__(self, translations: Translations, parent: QWidget | None = None) -> None:
        """Start with the ladder with which groups begin."""
        super().__init__(parent)
        theme = current_theme()
        self._translations = translations
        self.rows = LadderRows(translations, self)
        self.starts: dict[Severity, ChoiceBox[int]] = {}
        self._names: dict[Severity, QLabel] = {}
        row = QHBoxLayout()
        row.setSpacing(theme.size("space_s"))
        for severity in Severity:
            choice: ChoiceBox[int] = ChoiceBox(self)
            choice.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            choice.setMinimumContentsLength(_NAME_LENGTH)
            name = label(role="secondary", parent=self)
            name.setBuddy(choice)
            self.starts[severity], self._names[severity] = choice, name
            cell = QVBoxLayout()
            cell.setSpacing(theme.size("space_xs"))
            cell.addWidget(name)
            cell.addWidget(choice)
            row.addLayout(cell, 1)
            choice.chosen.connect(lambda of=severity: self._on_start(of))
        self._head = SectionLabel(parent=self)
        starts = QVBoxLayout()
        starts.setSpacing(theme.size("space_s"))
        starts.addWidget(self._head)
        starts.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_l"))
        column.addWidget(self.rows)
        column.addLayout(starts)
        self.rows.changed.connect(self._on_changed)
        self._translate()

    @property
    def ladder(self) -> Ladder:
        """The ladder as it is now."""
        return self.rows.ladder

    def set_ladder(self, ladder: Ladder) -> None:
        """Show another ladder, in silence."""
        self.rows.set_ladder(ladder)
        self._show_starts()

    def take_focus(self) -> None:
        """Go to the first step."""
        self.rows.rows[0].take_focus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        words = self._translations.words
        self._head.setText(self.tr("Where breaches start"))
        for severity, choice in self.starts.items():
            said = words(f"severity.{severity.value}")
            self._names[severity].setText(said)
            choice.setAccessibleName(self.tr("{0}: starts at").format(said))
        self._show_starts()

    def _show_starts(self) -> None:
        words, ladder = self._translations.words, self.ladder
        steps = [
            (f"{n}. {step_name(words, ladder, n)}", n) for n in range(1, len(ladder.steps) + 1)
        ]
        for severity, choice in self.starts.items():
            choice.set_choices(steps)
            choice.choose(ladder.starts[severity])

    def _on_start(self, severity: Severity) -> None:
        self.rows.change_to(with_start(self.ladder, severity, self.starts[severity].value))

    def _on_changed(self) -> None:
        self._show_starts()
        self.changed.emit()
