# SPDX-License-Identifier: MIT
"""The fair-process list of a removal, to be read: as it was recorded, or what changed since."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupdesk.domain.fairness import FairLine, FairState
from groupdesk.ui.context import UiContext
from groupdesk.ui.fair_words import FairWords
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.check_list import CheckItem, CheckList
from groupdesk.ui.widgets.section_label import SectionLabel


class FairRecord(QWidget):
    """One line for each item, with the reason where it was missing."""

    def __init__(
        self, context: UiContext, parent: QWidget | None = None, *, since: bool = False
    ) -> None:
        """Start without lines; `since` says that they are what changed since."""
        super().__init__(parent)
        self._since = since
        self._context = context
        self._lines: tuple[FairLine, ...] = ()
        self.exceptions = 0
        """How many lines were gone on without."""
        self.head = SectionLabel(parent=self)
        self.list = CheckList(parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_s"))
        column.addWidget(self.head)
        column.addWidget(self.list)
        self.hide()

    def show_lines(self, lines: Sequence[FairLine]) -> None:
        """Show these lines, or nothing."""
        self._lines = tuple(lines)
        self.setVisible(bool(self._lines))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        asked = [line for line in self._lines if line.state is not FairState.NOT_NEEDED]
        self.exceptions = sum(line.state is not FairState.MET for line in asked)
        if self._since:
            self.head.setText(self.tr("Changed since, as it is now"))
        elif self.exceptions:
            self.head.setText(
                self.tr("Fair process, as recorded · %n exception(s)", "", self.exceptions)
            )
        else:
            self.head.setText(self.tr("Fair process, as recorded"))
        asked.sort(key=lambda line: line.state is FairState.MET)  # exceptions are in sight at once
        self.list.set_items([self._item(line) for line in asked])

    def _item(self, line: FairLine) -> CheckItem:
        said, key = FairWords(self._context), line.item.value
        if line.state is FairState.MET:
            return CheckItem(key, said.found(line), "done")
        missing = said.missing(line)
        why = self.tr("{0}; gone on without it: {1}").format(missing, line.override)
        if line.override:
            return CheckItem(key, why, "advice")
        return CheckItem(key, missing, "open")
