# SPDX-License-Identifier: MIT
"""The list of what is due: sections of cards, so many of each as one can look through."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.due_card import DueCard
from groupdesk.ui.widgets.lately_panel import clear
from groupdesk.ui.widgets.section_label import SectionLabel

AT_ONCE: Final = 25
"""Cards of a section that are made at once; the others are said to be there."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section: how many things it has, and who makes the card of each."""

    key: str
    head: str
    count: int
    make: Callable[[int], Card]
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
        places = (at for at, one in enumerate(self.cards) if focused and one.isAncestorOf(focused))
        place, scrolled = next(places, -1), self.verticalScrollBar().value()
        on_card = any(one is focused for one in self.cards)
        if on_card:
            place = next(at for at, one in enumerate(self.cards) if one is focused)
        self.cards.clear()
        clear(self._column)
        for part in parts:
            if part.count:
                self._add(part)
        self._column.addStretch(1)
        self._column.activate()
        self.verticalScrollBar().setValue(scrolled)
        if place >= 0:
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

    def _add(self, part: Part) -> None:
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
            card = part.make(number)
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
