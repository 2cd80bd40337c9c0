# SPDX-License-Identifier: MIT
"""Customers whom it concerns that somebody leaves, and whether each was told."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.exit_records import ExitCustomer, ExitRecord
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.exit_words import ExitWords, spoken
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.pill import Pill
from groupdesk.ui.widgets.section_label import SectionLabel

_SHOWN = 50
"""Customers that are shown; all of them stand in the window that writes to them."""


class ExitCustomerList(QWidget):
    """A line each, with the way to the letter."""

    letter_requested = Signal(int)
    """The membership of a customer."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._context = context
        self._exit: ExitRecord | None = None
        self._can_write = False
        self._head = SectionLabel(parent=self)
        self._body = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current_theme().size("space_xs"))
        self._column.addWidget(self._head)
        self._column.addWidget(self._body)

    def show_exit(self, record: ExitRecord, *, can_write: bool) -> None:
        """Show the customers of `record`; without `can_write` nobody can be written to."""
        self._exit, self._can_write = record, can_write
        self._build()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._build()
        super().changeEvent(event)

    # ---- inside

    def _build(self) -> None:
        record = self._exit
        if record is None:
            return
        self.setVisible(bool(record.customers))
        row, context = record.row, self._context
        told = row.customers - row.customers_waiting
        self._head.setText(self.tr("Customers · {0} of {1} told").format(told, row.customers))
        old, self._body = self._body, QWidget(self)
        self._column.removeWidget(old)
        old.hide()
        old.deleteLater()
        self._column.addWidget(self._body)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_s"))
        said = spoken(context)
        for one in record.customers[:_SHOWN]:
            column.addLayout(self._line(one, said))
        rest = len(record.customers) - _SHOWN
        if rest > 0:
            column.addWidget(label(self.tr("and %n more", "", rest), "muted", self._body))

    def _line(self, one: ExitCustomer, said: ExitWords) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(current_theme().size("space_s"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(one.name, parent=self._body, wrap=True))
        about = said.customer_about(one)
        if about:
            words.addWidget(label(about, "secondary", self._body, wrap=True))
        line.addLayout(words, 1)
        state = Pill(parent=self._body)
        state.show_word(*said.customer(one))
        line.addWidget(state, 0, Qt.AlignmentFlag.AlignTop)
        if self._can_write and not one.gone:
            made = button(self.tr("Letter…"), "link", parent=self._body)
            made.setAccessibleName(self.tr("Letter to {0}").format(visible(one.name)))
            made.clicked.connect(partial(self.letter_requested.emit, one.membership_id))
            line.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return line
