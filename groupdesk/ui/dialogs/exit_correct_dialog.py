# SPDX-License-Identifier: MIT
"""Puts right why a member leaves: what was recorded first stays to be read."""

from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.exit_records import ExitCorrection, ExitRecord
from groupdesk.domain.leaving_enums import ExitReason, ExitState
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.exit_frames import ExitFrame
from groupdesk.ui.widgets.exit_groups import ExitGroups
from groupdesk.ui.widgets.form_field import FormField, TakesError
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.text_area import TextArea

_NOT_MISTAKEN = frozenset(ExitState) - {ExitState.MISTAKEN}


class ExitCorrectDialog(ExitFrame):
    """It begins with the reason that holds now, for all groups that were asked for in one act."""

    def __init__(
        self, context: UiContext, record: ExitRecord, parent: QWidget | None = None
    ) -> None:
        """Ask for the right reason of `record`."""
        super().__init__(context, parent, side=False)
        self.exit = record
        self._about = label(role="muted", parent=self, wrap=True)
        self.reasons = ChipRow("", parent=self)
        self.text = TextArea(3, self)
        self.groups = ExitGroups(self)
        self.why = TextArea(2, self)
        self.reason_field = FormField("", self.reasons, self)
        self.text_field = FormField("", self.text, self)
        self.why_field = FormField("", self.why, self)
        parts = (self._about, self.reason_field, self.text_field, self.groups, self.why_field)
        for part in parts:
            self.form.addWidget(part)
        self.form.addStretch(1)
        self.add_cancel()
        self._say_reasons()
        self.reasons.set_current(record.row.reason.value)
        self.text.set_text(record.row.reason_text)
        self.groups.show_exit(record, _NOT_MISTAKEN)
        self._translate_dialog()
        self.reasons.chosen.connect(lambda _key: self._show_state())
        for signal in (self.text.textChanged, self.why.textChanged, self.groups.changed):
            signal.connect(self._show_state)
        self.main_requested.connect(self._record)
        self.resize(560, 560)
        self.reasons.button(self.reasons.current).setFocus()
        self.ask_before_leaving(lambda: (self.reasons.current, self.text.text, self.why.text))

    @property
    def reason(self) -> ExitReason:
        """Why they want to leave."""
        return ExitReason(self.reasons.current)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_reasons()
            self._translate_dialog()

    def _say_reasons(self) -> None:
        words = self.context.translations.words
        self.reasons.setAccessibleName(self.tr("Reason"))
        self.reasons.set_chips(
            [Chip(one.value, words(f"exit_reason.{one.value}")) for one in ExitReason]
        )

    def _translate_dialog(self) -> None:
        row = self.exit.row
        self.set_head(
            self.tr("Correct the reason"), f"{row.member_name} · {row.group_name}", sign="pencil"
        )
        self._about.setText(
            self.tr(
                "From now on the numbers and the list go by this reason. What was recorded before"
                " stays in the history."
            )
        )
        self.reason_field.set_caption(self.tr("&Reason"))
        self.groups.set_caption(self.tr("&Groups of the same request that it holds for as well"))
        self.why_field.set_caption(self.tr("Why it is &corrected"))
        self.set_main(self.tr("Correct reason"), "check")
        self._show_state()

    def _show_state(self) -> None:
        for field in (self.reason_field, self.text_field, self.why_field):
            field.clear_error()
        other, row = self.reason is ExitReason.OTHER, self.exit.row
        self.text_field.set_caption(
            self.tr("In their &own words") if other else self.tr("In their &own words, if any")
        )
        missing = []
        same = (self.reason, self.text.text.strip()) == (row.reason, row.reason_text)
        if same and not self.groups.boxes:
            missing.append(self.tr("another reason"))
        if other and is_blank(self.text.text):
            missing.append(self.tr("their words"))
        if is_blank(self.why.text):
            missing.append(self.tr("why it is corrected"))
        self.set_missing(missing)

    def _request(self, operation: UUID) -> ExitCorrection:
        return ExitCorrection(
            operation=operation,
            exit_ids=(self.exit.row.id, *self.groups.chosen),
            reason=self.reason,
            reason_text=self.text.text,
            why=self.why.text,
        )

    def _record(self) -> None:
        self.record(self._request, self.context.desk.leaving.exit_reasons.correct)

    def on_recorded(self, _receipt: Receipt) -> None:
        self.tell(self.context.translations.words("exit_told.corrected"))

    def named_fields(self) -> dict[str, TakesError]:
        return {
            "reason": self.reason_field,
            "reason_text": self.text_field,
            "why": self.why_field,
        }
