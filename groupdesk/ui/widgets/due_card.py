# SPDX-License-Identifier: MIT
"""One thing to do as a card: what it is, when it is due, what can be done about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from groupdesk.domain.text import visible
from groupdesk.ui.refusals import refuse
from groupdesk.ui.theme import current_theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.buttons import button, icon_button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.pill import Pill

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


@dataclass(frozen=True, slots=True)
class CardText:
    """What stands on a card."""

    icon: str
    tone: ToneName
    title: str
    below: str
    due: str = ""
    pill: ToneName | None = None
    """The tone of what stands for the day, where it is more than a day."""
    tip: str = ""
    """What a click on the card does."""
    refused: str = ""
    """Why nothing of it can be done; empty while it can."""
    put_off: str = ""
    """The name of the button that puts it off; empty for none."""


class DueCard(Card):
    """Takes clicks and Enter as a whole, arrows to go on, S to put off, the menu key for all."""

    walked = Signal(int)
    """To the next card (1) or the one before (-1)."""
    put_off_asked = Signal(QPoint)
    """Where a menu of days is to open."""
    menu_asked = Signal(QPoint)

    def __init__(
        self,
        text: CardText,
        buttons: Sequence[tuple[str, Callable[[], object]]],
        parent: QWidget | None = None,
    ) -> None:
        """Show `text` with `buttons`."""
        super().__init__(parent=parent, clickable=True)
        theme = current_theme()
        self.setAccessibleName(visible(text.title))
        self.setAccessibleDescription(visible(" · ".join(filter(None, (text.below, text.due)))))
        self.setToolTip(text.tip)
        row = QHBoxLayout()
        row.setSpacing(theme.size("space_m"))
        row.addWidget(IconLabel(text.icon, text.tone, parent=self))
        words = QVBoxLayout()
        words.setSpacing(2)
        for shown, role in ((text.title, "strong"), (text.below, "secondary")):
            line = label(shown, role, self, wrap=True)  # type: ignore[arg-type]  # both are roles
            line.setMinimumHeight(theme.line("body"))
            words.addWidget(line)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        if text.pill:
            row.addWidget(Pill(text.due, text.pill, self))
        elif text.due:
            row.addWidget(label(text.due, "muted", self))
        for caption, act in buttons:
            made = button(caption, parent=self)
            made.clicked.connect(lambda _checked=False, act=act: act())
            made.setAccessibleName(visible(f"{caption}: {text.title}"))
            refuse(made, text.refused)
            made.installEventFilter(self)
            row.addWidget(made)
        self._clock: QPushButton | None = None
        if text.put_off:
            self._clock = icon_button("clock", text.put_off, self)
            self._clock.setAccessibleName(visible(f"{text.put_off}: {text.title}"))
            self._clock.clicked.connect(self._ask_for_day)
            self._clock.installEventFilter(self)
            row.addWidget(self._clock)

    def take_focus(self, *, on_button: bool = True) -> None:
        """Take the keyboard, on the first button that can be pressed or on the card itself."""
        made = [one for one in self.findChildren(QPushButton) if one.isEnabled()]
        target: QWidget = made[0] if on_button and made else self
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the keys of the card work on its buttons as well."""
        return (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and (self._take_key(event))
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.mapToGlobal(self.rect().center())
        self.menu_asked.emit(place)

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() not in _PLAIN:
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.walked.emit(_STEPS[key])
            return True
        if key == Qt.Key.Key_S and self._clock is not None:
            self._ask_for_day()
            return True
        return False

    def _ask_for_day(self) -> None:
        if self._clock is not None:
            self.put_off_asked.emit(self._clock.mapToGlobal(self._clock.rect().bottomLeft()))
