# SPDX-License-Identifier: MIT
"""The published versions of a ladder, to look at and to begin anew from."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.ladder_records import LadderRecord
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.ladder_words import ladder_lines
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.labels import label


class LadderVersions(QWidget):
    """A card for each version, the newest first; the chosen one shows its steps."""

    taken = Signal(object)
    """The LadderRecord that a person wants to begin from."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start without versions."""
        super().__init__(parent)
        self._context = context
        self.versions: tuple[LadderRecord, ...] = ()
        self._open = 0
        self._editable = True
        self.cards: list[Card] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current_theme().size("space_s"))
        self._column.addStretch(1)

    def show_versions(self, versions: Sequence[LadderRecord], *, editable: bool) -> None:
        """Show these, the newest one open."""
        self.versions, self._editable = tuple(versions), editable
        self._open = min(self._open, len(versions) - 1)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    # ---- inside

    def _fill(self) -> None:
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for at, version in enumerate(self.versions):
            card = self._card(at, version)
            self._column.insertWidget(at, card)
            self.cards.append(card)

    def _card(self, at: int, version: LadderRecord) -> Card:
        words = self._context.translations.words
        card = Card("card", self, clickable=True)
        chosen = at == self._open
        card.set_selected(chosen)
        name, when = self._named(at, version), self._when(version)
        card.body.addWidget(label(name, "section", card, wrap=True))
        card.body.addWidget(label(when, "secondary", card, wrap=True))
        if version.note:
            card.body.addWidget(label(visible(version.note), "body", card, wrap=True))
        if chosen:
            text = "\n".join(ladder_lines(words, version.ladder))
            card.body.addWidget(label(text, "muted", card, wrap=True))
            take = button(self.tr("&Begin from this one"), parent=card)
            take.setEnabled(self._editable)
            take.clicked.connect(lambda: self.taken.emit(version))
            card.body.addWidget(take)
        card.setAccessibleName(f"{name}, {when}")
        card.clicked.connect(lambda: self._on_card(at))
        return card

    def _named(self, at: int, version: LadderRecord) -> str:
        if not version.version:
            name = self.tr("The first ladder")
        else:
            name = self.tr("Version {0}").format(version.version)
        return self.tr("{0} · in force").format(name) if at == 0 else name

    def _when(self, version: LadderRecord) -> str:
        if not version.published_at:
            return self.tr("The one with which every group begins")
        when = self._context.dates.moment(
            from_text(version.published_at), self._context.desk.clock()
        )
        return self.tr("Published {0} by {1}").format(when, visible(version.published_by))

    def _on_card(self, at: int) -> None:
        self._open = at
        self._fill()
        self.cards[at].setFocus()
