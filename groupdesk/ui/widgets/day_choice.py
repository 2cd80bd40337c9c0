# SPDX-License-Identifier: MIT
"""A day to come: quick choices, a calendar for any other day, and a word on weekends."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QDate, QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.labels import label

NONE: Final = "none"
OTHER: Final = "other"
SOON: Final = (0, 1, 3, 7)
"""For a talk: today, tomorrow, in three days, in a week."""
LATER: Final = (3, 7, 30)
"""For a follow-up: in three days, in a week, in a month."""
_SATURDAY: Final = 5


class DayChoice(QWidget):
    """Chips say how far off, the calendar beside them says which day that is."""

    changed = Signal()

    def __init__(
        self,
        context: UiContext,
        days: tuple[int, ...],
        parent: QWidget | None = None,
        *,
        optional: bool = False,
    ) -> None:
        """Offer days so many days from today, the first one chosen; none where it is `optional`."""
        super().__init__(parent)
        theme = current_theme()
        self._context = context
        self._days = days
        self._optional = optional
        self._none = ""
        self.chips = ChipRow("", parent=self)
        self.setFocusProxy(self.chips)
        self.edit = QDateEdit(self)
        self.edit.setCalendarPopup(True)
        self.edit.setMinimumDate(_qdate(self._today()))
        self._told = label(role="secondary", parent=self)
        self.monday: QPushButton = button("", "link", parent=self)
        which = QWidget(self)
        row = FlowLayout(which, theme.size("space_s"))
        row.setContentsMargins(0, 0, 0, 0)
        instead = QWidget(self)
        middle = QHBoxLayout(instead)  # which keeps the link in line with the field
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(self.monday)
        for part in (self.edit, self._told, instead):
            row.addWidget(part)
        for part in (self._told, instead):
            part.setMinimumHeight(self.edit.sizeHint().height())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_s"))
        column.addWidget(self.chips)
        column.addWidget(which)
        self._name_all()
        self.chips.set_current(NONE if optional else str(days[0]))
        self._take(self._today() + timedelta(days=days[0]))
        self.chips.chosen.connect(self._on_chip)
        self.edit.dateChanged.connect(lambda _day: self._on_day())
        self.monday.clicked.connect(self._take_monday)
        self._show()

    @property
    def day(self) -> str:
        """The chosen day, 2026-11-30; empty for none."""
        return "" if self.chips.current == NONE else self._shown().isoformat()

    def set_day(self, text: str) -> None:
        """Choose a day, or none for an empty text; one that has passed becomes today."""
        if not text:
            if self._optional:
                self.chips.set_current(NONE)
                self._show()
            return
        day = max(date.fromisoformat(text), self._today())
        self._take(day)
        self._choose_chip(day)
        self._show()

    def set_caption(self, caption: str) -> None:
        """Name what the day is for."""
        self.setAccessibleName(caption.replace("&", ""))
        self.chips.setAccessibleName(caption.replace("&", ""))
        self.edit.setAccessibleName(caption.replace("&", ""))

    def name_none(self, text: str) -> None:
        """Say what it means that no day is chosen, in place of "No"."""
        self._none = text
        self._name_all()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name_all()
            self._show()
        super().changeEvent(event)

    # ---- inside

    def _name_all(self) -> None:
        far = {
            0: self.tr("Today"),
            1: self.tr("Tomorrow"),
            3: self.tr("In 3 days"),
            7: self.tr("In a week"),
            30: self.tr("In a month"),
        }
        chips = [Chip(str(days), far[days]) for days in self._days]
        if self._optional:
            chips.insert(0, Chip(NONE, self._none or self.tr("No")))
        self.chips.set_chips([*chips, Chip(OTHER, self.tr("Another day"))])
        self.edit.setDisplayFormat(self.tr("d MMM yyyy"))

    def _on_chip(self, key: str) -> None:
        if key not in {NONE, OTHER}:
            self._take(self._today() + timedelta(days=int(key)))
        self._show()
        if key == OTHER:
            self.edit.setFocus()
        self.changed.emit()

    def _on_day(self) -> None:
        self._choose_chip(self._shown())
        self._show()
        self.changed.emit()

    def _take_monday(self) -> None:
        day = self._shown()
        self._take(day + timedelta(days=7 - day.weekday()))
        self._on_day()
        self.edit.setFocus()

    def _choose_chip(self, day: date) -> None:
        days = (day - self._today()).days
        self.chips.set_current(str(days) if days in self._days else OTHER)

    def _show(self) -> None:
        chosen = self.chips.current != NONE
        day = self._shown()
        weekend = chosen and day.weekday() >= _SATURDAY
        self.edit.setVisible(chosen)
        said = self._context.dates.weekday(day)
        self._told.setText(self.tr("{0}, a weekend").format(said) if weekend else said)
        self._told.setVisible(chosen)
        monday = day + timedelta(days=7 - day.weekday())
        shown = self._context.dates.day(monday, self._today())
        self.monday.setText(self.tr("Take Monday, {0}").format(shown))
        self.monday.setVisible(weekend)

    def _take(self, day: date) -> None:
        with QSignalBlocker(self.edit):
            self.edit.setDate(_qdate(day))

    def _shown(self) -> date:
        day = self.edit.date()
        return date(day.year(), day.month(), day.day())

    def _today(self) -> date:
        return self._context.desk.clock().date()


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
