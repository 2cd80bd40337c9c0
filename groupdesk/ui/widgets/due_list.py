# SPDX-License-Identifier: MIT
"""The list of what is due: sections of cards, so many of each as one can look through."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.due_card import DueCard
from groupdesk.ui.widgets.section_label import SectionLabel

AT_ONCE: Final = 25
"""Cards of a section that are made at once; the others are said to be there."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section: how many things it has, and the card of each."""

    key: str
    head: str
    count: int
    card: Callable[[int], tuple[Hashable, Callable[[], Card]]]
    """What a card says, and who makes it: one that says the same stays as it is."""
    acts: Sequence[tuple[str, Callable[[], object]]] = ()
    """What can be done with all of it, beside the head."""


class DueList(QScrollArea):
    """Keeps place and keyboard where a person is at work when it is shown anew."""

    more_asked = Signal()
    """A section shows more than before; the list wants its parts again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        theme = current_theme()
        self.cards: list[Card] = []
        self._shown: dict[str, int] = {}
        self._known: dict[Hashable, Card] = {}
        self._part_of: dict[Card, str] = {}
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, theme.size("space_s"), theme.size("space_l"))
        self._column.setSpacing(theme.size("space_s"))
        inner = QWidget(self)
        inner.setProperty("surface", "clear")
        inner.setLayout(self._column)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these sections in place of what was there; empty ones are left out."""
        focused = self.window().focusWidget()  # of this window, also while a dialog is in front
        place = next(
            (at for at, one in enumerate(self.cards) if focused and _has(one, focused)), -1
        )
        worked_on = self.cards[place] if place >= 0 else None
        stood = self._part_of.get(worked_on) if worked_on else None
        on_card, scrolled = worked_on is focused, self.verticalScrollBar().value()
        before, self._known = self._known, {}
        kept = {card: key for key, card in before.items()}
        self.cards.clear()
        self._part_of.clear()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in kept:
                widget.hide()
                widget.deleteLater()
        for part in parts:
            if part.count:
                self._add(part, before)
        for card in before.values():  # nobody asked for them any more
            card.hide()
            card.deleteLater()
        self._column.addStretch(1)
        self._column.activate()
        self.verticalScrollBar().setValue(scrolled)
        if place >= 0 and (worked_on is None or self._part_of.get(worked_on) != stood):
            self.focus_on(place, on_button=not on_card)

    def focus_on(self, place: int, *, on_button: bool = True) -> bool:
        """Put the keyboard on a card, the last one where there are fewer; say whether any is."""
        if not self.cards:
            return False
        card = self.cards[max(0, min(place, len(self.cards) - 1))]
        if isinstance(card, DueCard):
            card.take_focus(on_button=on_button)
        else:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(card)
        return True

    def walk(self, card: Card, step: int) -> None:
        """Go from a card to the next one, and stay at the ends."""
        at = self.cards.index(card) + step
        if 0 <= at < len(self.cards):
            self.focus_on(at, on_button=not card.hasFocus())

    def _add(self, part: Part, before: dict[Hashable, Card]) -> None:
        theme = current_theme()
        if self._column.count():
            self._column.addSpacing(theme.size("space_s"))
        row = QHBoxLayout()
        holder = QWidget(self.widget())
        holder.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(SectionLabel(f"{part.head}  {part.count}", holder))
        row.addStretch(1)
        for text, act in part.acts:
            made = button(text, "link", parent=holder)
            made.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(made)
        self._column.addWidget(holder)
        shown = min(part.count, self._shown.get(part.key, AT_ONCE))
        for number in range(shown):
            key, make = part.card(number)
            card = before.pop(key, None) or make()
            self._known[key] = card
            self._part_of[card] = part.key
            self.cards.append(card)
            self._column.addWidget(card)
            card.show()  # at once, so that it can take the keyboard
        if shown < part.count:
            more = button(self.tr("and %n more", "", part.count - shown), "link", parent=self)
            more.clicked.connect(partial(self._show_more, part.key, shown + AT_ONCE))
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)

    def _show_more(self, key: str, count: int) -> None:
        self._shown[key] = count
        before = len(self.cards)
        self.more_asked.emit()
        self.focus_on(min(before, len(self.cards) - 1))


def _has(card: Card, widget: QWidget) -> bool:
    return card is widget or card.isAncestorOf(widget)
