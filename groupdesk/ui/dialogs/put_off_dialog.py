# SPDX-License-Identifier: MIT
"""Asks for the day on which a thing to do is back on the list."""

from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from groupdesk.domain.due import TodoRecord
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.putting_off import check_day, passes_last_day
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.day_choice import LATER, DayChoice
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField


class PutOffDialog(DialogFrame):
    """A day; one past the last day of the thing is said to be that."""

    chosen = Signal(str)
    """The day, 2026-11-30."""

    def __init__(self, context: UiContext, item: TodoRecord, parent: QWidget | None = None) -> None:
        """Ask for a day for `item`."""
        super().__init__(parent, side=False)
        self._context = context
        self._item = item
        self.day = DayChoice(context, (1, *LATER), self)
        self.field = FormField("", self.day, self)
        self.form.addWidget(self.field)
        self.form.addStretch(1)
        self.add_cancel()
        self.day.changed.connect(self._on_day)
        self.main_requested.connect(self._choose)
        self._translate_dialog()
        self.resize(520, 300)
        self.day.chips.button(self.day.chips.current).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()

    def _translate_dialog(self) -> None:
        item = self._item
        below = " · ".join(part for part in (item.member_name, item.group_name) if part)
        self.set_head(self.tr("Put off"), visible(below), sign="clock")
        self.field.set_caption(self.tr("&Back on the list on"))
        self.day.set_caption(self.tr("Back on the list on"))
        self.set_main(self.tr("Put off"), "clock")
        self._on_day()

    def _on_day(self) -> None:
        self.field.clear_error()
        day = date.fromisoformat(self.day.day)
        if passes_last_day(self._item, day):
            today = self._context.desk.clock().date()
            last = self._context.dates.day(date.fromisoformat(self._item.due_on), today)
            self.banner.show_message(
                self.tr("Somebody waits for an answer by {0}; that is before this day.").format(
                    last
                ),
                "warning",
            )
        else:
            self.banner.dismiss()

    def _choose(self) -> None:
        try:
            check_day(date.fromisoformat(self.day.day), self._context.desk.clock().date())
        except ValidationError as error:
            self.field.set_error(self._context.error_text(error))
            self.day.edit.setFocus()
            return
        self.accept()
        self.chosen.emit(self.day.day)
