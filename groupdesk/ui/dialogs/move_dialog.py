# SPDX-License-Identifier: MIT
"""Moves a planned talk or a follow-up to another day; the day it had stays on record."""

from functools import partial
from uuid import uuid4

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from groupdesk.domain.records import Receipt
from groupdesk.domain.talk_records import DueTalk, PlannedTalk
from groupdesk.ui.context import UiContext
from groupdesk.ui.talk_words import TalkWords
from groupdesk.ui.widgets.clock_choice import ClockChoice
from groupdesk.ui.widgets.day_choice import LATER, DayChoice
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField

_TOLD_SECONDS = 8
_TOMORROW = (1, *LATER)


class MoveDialog(DialogFrame):
    """A day, for a talk also a time, and why, if there is something to say."""

    def __init__(
        self, context: UiContext, task: PlannedTalk | DueTalk, parent: QWidget | None = None
    ) -> None:
        """Ask for another day for `task`."""
        super().__init__(parent, side=False)
        self.context = context
        self._task = task
        self._operation = uuid4()
        self.day = DayChoice(context, _TOMORROW, self)
        self.at = ClockChoice(self)
        self.reason = QLineEdit(self)
        self.day_field = FormField("", self.day, self)
        self.reason_field = FormField("", self.reason, self)
        self.form.addWidget(self.day_field)
        if isinstance(task, PlannedTalk):
            self.form.addWidget(self.at, 0, Qt.AlignmentFlag.AlignLeading)
            self.at.set_time(task.due_time)
        else:
            self.at.hide()
        self.form.addWidget(self.reason_field)
        self.form.addStretch(1)
        self.add_cancel()
        self.at.changed.connect(self.day_field.clear_error)
        self.day.changed.connect(self.day_field.clear_error)
        self.reason.textChanged.connect(lambda _text: self.reason_field.clear_error())
        self.main_requested.connect(self._record)
        self.act_on_enter(self.reason)
        self._translate_dialog()
        self.resize(560, 400)
        self.day.chips.button(self.day.chips.current).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()

    def _translate_dialog(self) -> None:
        task, words = self._task, self._words()
        plan = isinstance(task, PlannedTalk)
        head = self.tr("Move the talk with {0}") if plan else self.tr("Follow up {0} another day")
        when = words.when(task.due_on, task.due_time if isinstance(task, PlannedTalk) else "")
        self.set_head(
            head.format(task.member_name),
            self.tr("Until now: {0} · {1}").format(when, task.group_name),
            sign="calendar-clock",
        )
        self.day_field.set_caption(self.tr("&New day"))
        self.day.set_caption(self.tr("New day"))
        self.reason_field.set_caption(self.tr("&Why, if there is something to say"))
        self.set_main(self.tr("Move"), "calendar-clock")

    def _words(self) -> TalkWords:
        context = self.context
        return TalkWords(context.translations.words, context.dates, context.desk.clock())

    def _record(self) -> None:
        self.set_busy(True)
        move = self.context.desk.todo.move
        work = partial(
            move,
            self._operation,
            self._task.task_id,
            self.day.day,
            self.at.time,
            self.reason.text(),
        )
        self.context.runner.run(self, work, self._on_recorded, self._on_failed)

    def _on_recorded(self, receipt: Receipt) -> None:
        self.set_busy(False)
        when = self._words().when(self.day.day, self.at.time)
        self.accept()
        self.context.done(receipt)
        self.context.notify(self.tr("Moved to {0}.").format(when), seconds=_TOLD_SECONDS)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        fields = {
            "due_on": self.day_field,
            "due_time": self.day_field,
            "reason": self.reason_field,
        }
        self.show_failure(error, self.context.error_text(error), dict(fields))
