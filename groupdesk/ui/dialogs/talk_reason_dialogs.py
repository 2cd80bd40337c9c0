# SPDX-License-Identifier: MIT
"""Dialogs that ask why: a planned talk is called off, recognition is taken back."""

from functools import partial

from PySide6.QtWidgets import QWidget

from groupdesk.domain.talk_records import PlannedTalk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.reason_dialog import ReasonDialog
from groupdesk.ui.talk_words import TalkWords


class CallOffDialog(ReasonDialog):
    """A planned talk is no longer needed, or cannot be held."""

    def __init__(
        self, context: UiContext, plan: PlannedTalk, parent: QWidget | None = None
    ) -> None:
        """Call `plan` off."""
        self._plan = plan
        super().__init__(
            context,
            parent,
            say=self._say_texts,
            work=lambda: partial(
                context.desk.talk_plans.call_off, self.operation, plan.task_id, self.reason.text
            ),
            told=lambda: self.tr("The talk with {0} is called off.").format(plan.member_name),
        )

    def _say_texts(self) -> None:
        plan, context = self._plan, self.context
        words = TalkWords(context.translations.words, context.dates, context.desk.clock())
        self.set_head(
            self.tr("Call the talk with {0} off").format(plan.member_name),
            f"{words.planned(plan)} · {plan.group_name}",
            name=plan.member_name,
        )
        self.about.setText(
            self.tr(
                "That it was planned stays on record, with your reason. Did you ask and get no"
                " answer? Then hold the talk and say that it did not take place."
            )
        )
        self.field.set_caption(self.tr("&Why it is called off"))
        self.set_main(self.tr("Call off"), "calendar-x")


class TakeBackDialog(ReasonDialog):
    """What was recognised was not so."""

    def __init__(
        self, context: UiContext, recognition_id: int, text: str, parent: QWidget | None = None
    ) -> None:
        """Take recognition back; `text` is what was written."""
        self._text = text
        super().__init__(
            context,
            parent,
            say=self._say_texts,
            work=lambda: partial(
                context.desk.recognition.take_back,
                self.operation,
                recognition_id,
                self.reason.text,
            ),
            told=lambda: self.tr("The recognition is taken back."),
        )

    def _say_texts(self) -> None:
        self.set_head(self.tr("Take this recognition back"), self._text, sign="undo-2")
        self.about.setText(
            self.tr("It stays on record, struck through, and is no longer shown before a warning.")
        )
        self.field.set_caption(self.tr("&Why it is taken back"))
        self.set_main(self.tr("Take back"), "undo-2")
