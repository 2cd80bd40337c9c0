# SPDX-License-Identifier: MIT
"""Chips of which one is chosen: filters with counts, channels, tabs beside a form."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from groupdesk.domain.text import visible
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.flow_layout import FlowLayout


@dataclass(frozen=True, slots=True)
class Chip:
    """One choice; a count of None is not shown."""

    key: str
    text: str
    count: int | None = None

    @property
    def caption(self) -> str:
        """What stands on the chip."""
        return self.text if self.count is None else f"{self.text} {self.count}"


_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class ChipRow(QWidget):
    """A row of chips; one Tab stop, long rows go on in a second line.

    Arrow keys go from chip to chip as they are read, also from line to line, and from the last
    one to the first; Home and End choose these.
    """

    chosen = Signal(str)
    """The key of the chip that a person chose; `set_current` does not emit it."""

    def __init__(
        self, name: str, chips: Sequence[Chip] = (), parent: QWidget | None = None
    ) -> None:
        """Show `chips`, the first one chosen; `name` tells screen readers what is chosen here."""
        super().__init__(parent)
        self.setAccessibleName(name)
        # so that Alt and the letter of its head lead here; Tab goes to the chips
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._layout = FlowLayout(self, current_theme().size("space_s"))
        self._group.buttonToggled.connect(self._on_toggled)
        self._silent = False
        self.set_chips(chips)

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show these chips; what was chosen stays chosen where it still exists."""
        current = self.current
        if [chip.key for chip in chips] == list(self._buttons):
            for chip in chips:
                self._buttons[chip.key].setText(_escaped(chip.caption))
            return
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons.clear()
        for chip in chips:
            button = _ChipButton(_escaped(chip.caption), self)
            button.setProperty("kind", "chip")
            button.setCheckable(True)
            button.setAutoDefault(False)
            self._buttons[chip.key] = button
            self._group.addButton(button)
            self._layout.addWidget(button)
        if chips:
            self.set_current(current if current in self._buttons else chips[0].key)

    @property
    def current(self) -> str:
        """The key of the chosen chip, empty while there are none."""
        button = self._group.checkedButton()
        return next((key for key, other in self._buttons.items() if other is button), "")

    def set_current(self, key: str) -> None:
        """Choose a chip. Raises KeyError for an unknown key."""
        self._silent = True
        self._buttons[key].setChecked(True)
        self._silent = False

    def button(self, key: str) -> QPushButton:
        """Return one chip, for its tooltip or to disable it."""
        return self._buttons[key]

    def choose_by_key(self, key: int) -> bool:
        """Choose the chip to which a key leads; False for a key that leads to none."""
        offered = [button for button in self._buttons.values() if button.isEnabled()]
        places = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(offered) - 1}
        current = self._group.checkedButton()
        if current in offered:
            at = offered.index(current)
            places |= {one: (at + step) % len(offered) for one, step in _STEPS.items()}
        at = places.get(Qt.Key(key), -1)
        if not 0 <= at < len(offered):
            return False
        offered[at].setChecked(True)
        offered[at].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the chosen chip."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus(event.reason())

    def _on_toggled(self, button: QPushButton, checked: bool) -> None:  # noqa: FBT001 — a slot
        if checked and not self._silent:
            self.chosen.emit(next(key for key, other in self._buttons.items() if other is button))


class _ChipButton(QPushButton):
    """Leaves the arrow keys to the row: Qt would look for the nearest chip on the screen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.parentWidget()
        if not (isinstance(row, ChipRow) and row.choose_by_key(event.key())):
            super().keyPressEvent(event)


def _escaped(text: str) -> str:
    """Keep an & of a name from becoming a mnemonic, and name what would turn it round."""
    return visible(text).replace("&", "&&")
