# SPDX-License-Identifier: MIT
"""Somebody whose removal was lifted does not come back."""

from functools import partial

from PySide6.QtWidgets import QWidget

from groupdesk.domain.appeal_records import RejoinTask
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.reason_dialog import ReasonDialog


class StaysAwayDialog(ReasonDialog):
    """What they said is kept with the task."""

    def __init__(self, context: UiContext, task: RejoinTask, parent: QWidget | None = None) -> None:
        """End `task`."""
        self._task = task
        super().__init__(
            context,
            parent,
            say=self._say_texts,
            work=lambda: partial(
                context.desk.rejoins.give_up, self.operation, task.id, self.reason.text
            ),
            told=lambda: context.translations.words(
                "appeal_told.stays_away", name=task.member_name
            ),
        )

    def _say_texts(self) -> None:
        task = self._task
        name = task.member_name
        self.set_head(self.tr("{0} does not come back").format(name), task.group_name, name=name)
        self.about.setText(
            self.tr("The removal stays lifted; they may still be taken in another time.")
        )
        self.field.set_caption(self.tr("&What they said"))
        self.set_main(self.tr("Note it"), "check")
