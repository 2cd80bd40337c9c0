# SPDX-License-Identifier: MIT
"""The ladder of a group: its steps in a row, and what they mean in a sentence."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from groupdesk.domain.ladder import Ladder
from groupdesk.ui.ladder_words import ladder_sentence
from groupdesk.ui.standing_words import step_names
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel
from groupdesk.ui.widgets.standing_steps import StandingSteps
from groupdesk.words import Words


class LadderCard(Card):
    """Shows, and edits nothing itself."""

    def __init__(self, parent: QWidget | None = None, edit: QPushButton | None = None) -> None:
        """Start empty; `edit` is the button that leads to the editor."""
        super().__init__("panel", parent)
        self._head = SectionLabel(parent=self)
        self._steps = StandingSteps(self)
        self._sentence = label(role="muted", parent=self, wrap=True, selectable=True)
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        if edit is not None:
            head.addWidget(edit)
        self.body.addLayout(head)
        for part in (self._steps, self._sentence):
            self.body.addWidget(part)
        self._translate()

    def show_ladder(self, words: Words, ladder: Ladder) -> None:
        """Show the steps of a group."""
        self._steps.set_steps(step_names(words, ladder)[1:])
        self._sentence.setText(ladder_sentence(words, ladder))

    @property
    def sentence(self) -> str:
        """What the ladder says in words."""
        return self._sentence.text()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        self._head.setText(self.tr("Ladder"))
