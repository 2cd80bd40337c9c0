# SPDX-License-Identifier: MIT
"""What a locked window shows: who works here, and nothing of the records."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.sign_in_form import SignInForm

if TYPE_CHECKING:
    from groupdesk.ui.context import UiContext


class LockScreen(QFrame):
    """Lies over the whole window until somebody signs in."""

    def __init__(self, context: "UiContext", window: QWidget, note: str = "") -> None:
        """Cover `window`, which shows nothing else meanwhile; `note` says why it is locked."""
        super().__init__(window)
        theme = current_theme()
        self.setProperty("surface", "side")
        self._note_text = note
        self.form = SignInForm(context, context.desk.operator.id, self)
        self.button = button("", "primary", "log-in", self)
        self._title = label(role="title", parent=self)
        self._note = label(note, "muted", self, wrap=True)
        card = Card(parent=self)
        card.setFixedWidth(theme.size("side_width") * 3 // 2)
        card.body.setSpacing(theme.size("space_m"))
        head = QHBoxLayout()
        head.setSpacing(theme.size("space_m"))
        head.addWidget(IconLabel("four-people", "accent", "icon_head", self))
        head.addWidget(self._title, 1)
        card.body.addLayout(head)
        card.body.addWidget(self._note)
        card.body.addWidget(self.form)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.addStretch(2)
        middle = QHBoxLayout()  # an alignment would keep the card from being as high as its words
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(3)
        self.button.clicked.connect(self.form.submit)
        self.form.busy_changed.connect(self.button.setDisabled)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self._translate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        self._title.setText(self.tr("Sign in to GroupDesk"))
        self._note.setText(
            self._note_text or self.tr("Names, records and drafts show once you have signed in.")
        )
        self.button.setText(self.tr("Sign in"))
