# SPDX-License-Identifier: MIT
"""The list of what is due: sections of cards, so many of each as one can look through."""

from collections import deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.due_card import DueCard
from groupdesk.ui.widgets.due_row import Acts, DueRow

AT_ONCE: Final = 25
"""Cards of a section that are shown; the others are said to be there."""
AT_FIRST: Final = 4
"""Cards that are made when the list is shown anew; the others come one in a frame."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section: how many things it has, and the card of each."""

    key: str
    head: str
    count: int
    card: Callable[[int], tuple[Hashable, Callable[[], Card]]]
    """What a card says, and who makes it: one that says the same stays as it is."""
    acts: Acts = ()
    """What can be done with all of it, beside the head."""


class _Slot(NamedTuple):
    """One place in the column: what stands there, and who makes it where it is not there yet."""

    key: Hashable
    make: Callable[[], QWidget]
    text: str = ""
    acts: Acts = ()


class _Held(NamedTuple):
    """Where a person was at work before the list was shown anew."""

    place: int
    card: Card | None
    on_card: bool
    scrolled: int


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
        self._known: dict[Hashable, QWidget] = {}
        self._placed: list[QWidget] = []
        self._left: deque[tuple[int, _Slot]] = deque()
        self._held: _Held | None = None
        self._lent: QWidget | None = None
        """What Qt gave the keyboard to when the card that had it went."""
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._go_on)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, theme.size("space_s"), theme.size("space_l"))
        self._column.setSpacing(theme.size("space_s"))
        self._column.addStretch(1)
        inner = QWidget(self)
        inner.setProperty("surface", "clear")
        inner.setLayout(self._column)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)

    @property
    def whole(self) -> bool:
        """Whether each card that is wanted is in its place."""
        return not self._left

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these sections in place of what was there; empty ones are left out.

        What is new is made from the top, most of it card by card, so that the window is not held.
        """
        stayed = self._held is None or self.window().focusWidget() is self._lent
        self._held = self._held or self._hold()
        plan = list(self._plan(parts))
        wanted = {slot.key for slot in plan}
        for key in [key for key in self._known if key not in wanted]:
            self._drop(self._known.pop(key))
        if stayed:
            self._lent = self.window().focusWidget()
        self._left = deque(enumerate(plan))
        self._go_on(AT_FIRST)

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

    # ---- inside

    def _hold(self) -> _Held:
        focused = self.window().focusWidget()  # of this window, also while a dialog is in front
        scrolled = self.verticalScrollBar().value()
        for place, card in enumerate(self.cards):
            if focused is not None and (card is focused or card.isAncestorOf(focused)):
                return _Held(place, card, card is focused, scrolled)
        return _Held(-1, None, on_card=False, scrolled=scrolled)

    def _plan(self, parts: Sequence[Part]) -> Iterator[_Slot]:
        """Yield what is to stand in the column, from the top."""
        for part in parts:
            if not part.count:
                continue
            head, more = ("head", part.key), ("more", part.key)
            make = partial(DueRow, self.widget())
            yield _Slot(head, make, f"{part.head}  {part.count}", part.acts)
            shown = min(part.count, self._shown.get(part.key, AT_ONCE))
            for number in range(shown):
                key, make_card = part.card(number)
                yield _Slot((part.key, key), make_card)
            if shown < part.count:
                text = self.tr("and %n more", "", part.count - shown)
                act = partial(self._show_more, part.key, shown + AT_ONCE)
                yield _Slot(more, make, acts=[(text, act)])

    def _go_on(self, most: int = 1) -> None:
        """Put things in their places until so many new ones were made, and the rest later."""
        made = 0
        while self._left and made < most:
            at, slot = self._left.popleft()
            made += self._put(at, slot)
        self.cards = [one for one in self._placed if isinstance(one, Card)]
        self._column.activate()
        held = self._held
        if held is not None and self.verticalScrollBar().value() < held.scrolled:
            self.verticalScrollBar().setValue(held.scrolled)
        if self._left:
            self._turn.start(0)
            return
        self._held = None
        stayed = self.window().focusWidget() is self._lent  # nobody went elsewhere meanwhile
        if stayed and held is not None and held.card and held.card not in self._placed:
            self.focus_on(held.place, on_button=not held.on_card)

    def _put(self, at: int, slot: _Slot) -> bool:
        """Let something stand at a place of the column; say whether a card was made for it."""
        widget = self._known.get(slot.key)
        new = widget is None
        if widget is None:
            widget = self._known[slot.key] = slot.make()
        if isinstance(widget, DueRow):
            widget.say(slot.text, slot.acts, first=not at)
        if at >= len(self._placed) or self._placed[at] is not widget:
            if not new:
                self._placed.remove(widget)
                self._column.removeWidget(widget)
            self._placed.insert(at, widget)
            self._column.insertWidget(at, widget)
            widget.show()  # at once, so that it can take the keyboard
        return new and isinstance(widget, Card)

    def _drop(self, widget: QWidget) -> None:
        """Take away what nobody asked for any more."""
        self._placed.remove(widget)
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _show_more(self, key: str, count: int) -> None:
        self._shown[key] = count
        place = next(at for at, one in enumerate(self._placed) if one is self._known["more", key])
        before = sum(isinstance(one, Card) for one in self._placed[:place])
        self.more_asked.emit()
        self.focus_on(before)
