# SPDX-License-Identifier: MIT
"""Why a step of a removal is open again although it was ticked."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from groupdesk.domain.records import Receipt
from groupdesk.domain.step_records import StepRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.reason_dialog import ReasonDialog


class ReopenDialog(ReasonDialog):
    """What was recorded stays to be read; the step is to be done once more."""

    def __init__(
        self, context: UiContext, step: StepRecord, title: str, parent: QWidget | None = None
    ) -> None:
        """Ask why; `title` names the step."""
        self._step, self._whose = step, title
        super().__init__(
            context, parent, say=self._name_all, work=self._reopening, told=self._told_text
        )

    def _name_all(self) -> None:
        self.set_head(self.tr("Open the step again"), self._whose, sign="undo-2")
        self.about.setText(
            self.tr("Who ticked it, when and with what result stays to be read in the log.")
        )
        self.field.set_caption(self.tr("&Why is it to be done again?"))
        self.set_main(self.tr("Open again"), "undo-2")

    def _reopening(self) -> Callable[[], Receipt]:
        operation, step, reason = self.operation, self._step, self.reason.text
        return lambda: self.context.desk.carrying_out.reopen(operation, step, reason)

    def _told_text(self) -> str:
        return self.tr("The step is open again.")
