# SPDX-License-Identifier: MIT
"""A line between the cards of what is due: the head of a section, or what leads to more of it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.section_label import SectionLabel

Acts = Sequence[tuple[str, Callable[[], object]]]
"""What can be done with a section, each with its name."""


class DueRow(QWidget):
    """Stays where it is while what it says changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._acts: Acts = ()
        self._links: list[QPushButton] = []
        self._label: SectionLabel | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)

    def say(self, text: str, acts: Acts, *, first: bool) -> None:
        """Show a head, or none, with its acts; the `first` line of a list has nothing above."""
        above = 0 if first or not text else current_theme().size("space_m")
        self._row.setContentsMargins(0, above, 0, 0)
        if text and self._label is None:
            self._label = SectionLabel(parent=self)
            self._row.insertWidget(0, self._label)
        if self._label is not None and self._label.accessibleName() != text:
            self._label.setText(text)
        for link in self._links[len(acts) :]:
            self._row.removeWidget(link)
            link.hide()
            link.deleteLater()
        del self._links[len(acts) :]
        self._acts = acts
        for number, (name, _act) in enumerate(acts):
            if number == len(self._links):
                self._links.append(self._link(number, leading=not text))
            self._links[number].setText(name)

    def _link(self, number: int, *, leading: bool) -> QPushButton:
        made = button("", "link", parent=self)
        made.clicked.connect(partial(self._do, number))
        self._row.insertWidget(0 if leading else -1, made)
        return made

    def _do(self, number: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 — a slot
        self._acts[number][1]()
