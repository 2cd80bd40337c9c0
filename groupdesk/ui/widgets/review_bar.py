# SPDX-License-Identifier: MIT
"""How many members of a review are chosen, and what can be decided about all of them."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from groupdesk.domain.review_enums import ReviewChoice
from groupdesk.ui.context import UiContext
from groupdesk.ui.refusals import refuse
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.review_member import LOOKS
from groupdesk.ui.widgets.review_table import LETTERS


class ReviewBar(QFrame):
    """What a decision would do is shown before it is written."""

    decided = Signal(ReviewChoice)
    all_asked = Signal()
    """All that match are to be chosen."""
    dismissed = Signal()
    """One is enough."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._context = context
        self._counts = (0, 0)
        self._refusal = ""
        self.setProperty("surface", "panel")
        self.count = label(role="strong", parent=self)
        self.all_button = button("", "link", parent=self)
        self.one_button = button("", "link", parent=self)
        self.buttons: dict[ReviewChoice, QPushButton] = {
            choice: button("", icon_name=look, parent=self) for choice, look in LOOKS.items()
        }
        pad = current_theme().size("space_s")
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, pad, pad, pad)
        inner = QWidget(self)
        row = FlowLayout(inner)
        for part in (self.count, *self.buttons.values(), self.all_button, self.one_button):
            row.addWidget(part)
        column.addWidget(inner)
        for choice, made in self.buttons.items():
            made.clicked.connect(lambda _on=False, one=choice: self.decided.emit(one))
        self.all_button.clicked.connect(self.all_asked)
        self.one_button.clicked.connect(self.dismissed)
        self._say()

    def show_count(self, chosen: int, listed: int, *, refusal: str) -> None:
        """Say how many of the listed ones are chosen; a `refusal` says why nothing can be done."""
        self._counts = chosen, listed
        self._refusal = refusal
        for made in self.buttons.values():
            refuse(made, refusal)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        chosen, listed = self._counts
        words = self._context.translations.words
        many = chosen > 1
        self.count.setText(self.tr("%n chosen", "", chosen))
        self.all_button.setText(self.tr("Choose all %n that match", "", listed))
        self.all_button.setToolTip(self.tr("Choose all that match (Ctrl+A)"))
        self.one_button.setText(self.tr("Choose one only"))
        keys = {choice: letter.upper() for letter, choice in LETTERS.items()}
        for choice, made in self.buttons.items():
            made.setText(words(f"review_act.{choice.value}"))
            if made.isEnabled():
                made.setToolTip(f"{made.text()} ({keys[choice]})")
            made.setVisible(many)
        self.count.setVisible(many)
        self.one_button.setVisible(many)
        self.all_button.setVisible(listed > 1 and chosen < listed)
        self.setVisible(listed > 1 and not self._refusal)
