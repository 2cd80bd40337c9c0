# SPDX-License-Identifier: MIT
"""What must be meant before somebody is removed: a bot, one's own account, who has left."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from groupdesk.domain.removal_states import RemovalConcern
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme


class ConcernChecks(QWidget):
    """One box for each concern; nothing where there is none."""

    changed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start without concerns."""
        super().__init__(parent)
        self._context = context
        self._shown: frozenset[RemovalConcern] = frozenset()
        self.boxes = {one: QCheckBox(self) for one in RemovalConcern}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_xs"))
        for box in self.boxes.values():
            column.addWidget(box)
            box.toggled.connect(lambda _on: self.changed.emit())
        self.show_concerns(())
        self._translate()

    @property
    def sure(self) -> frozenset[RemovalConcern]:
        """What somebody said they mean, of what is asked."""
        return frozenset(one for one in self._shown if self.boxes[one].isChecked())

    @property
    def unsure(self) -> bool:
        """Whether something is asked and not answered."""
        return self.sure != self._shown

    def show_concerns(self, concerns: Iterable[RemovalConcern]) -> None:
        """Ask about these; an answer that was given stays."""
        self._shown = frozenset(concerns)
        for one, box in self.boxes.items():
            box.setVisible(one in self._shown)
        self.setVisible(bool(self._shown))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        words = self._context.translations.words
        for one, box in self.boxes.items():
            box.setText(
                self.tr("{0} I mean it all the same.").format(words(f"removal_concern.{one.value}"))
            )
