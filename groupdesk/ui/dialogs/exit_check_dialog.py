# SPDX-License-Identifier: MIT
"""Asks some days after leaving whether messages of the group still come, and advises."""

from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from groupdesk.domain.exit_records import ExitRecord
from groupdesk.domain.leaving_enums import ExitItem
from groupdesk.domain.records import Receipt
from groupdesk.domain.talk_enums import TaskState
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.exit_words import still_come_letter
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.exit_frames import ExitFrame
from groupdesk.ui.widgets.exit_groups import ExitGroups
from groupdesk.ui.widgets.form_field import FormField, TakesError
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel
from groupdesk.ui.widgets.text_area import TextArea

RESULTS = (TaskState.DONE, TaskState.COULD_NOT, TaskState.NOT_NEEDED)
_KEYS = {
    TaskState.DONE: "stopped",
    TaskState.COULD_NOT: "still_come",
    TaskState.NOT_NEEDED: "not_known",
}
_Check = tuple[UUID, int, TaskState, str, tuple[int, ...]]


class ExitCheckDialog(ExitFrame):
    """Where they still come, the next thing to try is shown in the member's language."""

    def __init__(
        self,
        context: UiContext,
        record: ExitRecord,
        parent: QWidget | None = None,
        *,
        result: TaskState = TaskState.DONE,
    ) -> None:
        """Ask about `record`, at first with `result`."""
        super().__init__(context, parent, side=False)
        self.exit = record
        self._about = label(role="muted", parent=self, wrap=True)
        self.results = ChipRow("", parent=self)
        self._advice_head = SectionLabel(parent=self)
        self.advice = label(parent=self, wrap=True, selectable=True)
        self.copy = button("", icon_name="copy", parent=self)
        self.text = TextArea(2, self)
        self.text_field = FormField("", self.text, self)
        self.groups = ExitGroups(self)
        asked = (item for item in record.items if item.code == ExitItem.NOTIFICATIONS)
        others = [one for item in asked for one in item.elsewhere if not one.done_at]
        self.groups.show_groups({one.exit_id: one.group_name for one in others})
        for part in (self._about, self.results, self.groups, self._advice_head, self.advice):
            self.form.addWidget(part)
        self.form.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeading)
        self.form.addWidget(self.text_field)
        self.form.addStretch(1)
        self.add_cancel()
        self._say_results()
        self.results.set_current(result.value)
        self._translate_dialog()
        self.results.chosen.connect(lambda _key: self._show_state())
        self.text.textChanged.connect(self._show_state)
        self.copy.clicked.connect(self._on_copy)
        self.main_requested.connect(self._record)
        self.resize(560, 640)
        self.results.button(self.results.current).setFocus()
        self.ask_before_leaving(lambda: self.text.text)

    @property
    def outcome(self) -> TaskState:
        """What the member said."""
        return TaskState(self.results.current)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_results()
            self._translate_dialog()

    def _say_results(self) -> None:
        words = self.context.translations.words
        self.results.setAccessibleName(self.tr("Messages of the group"))
        self.results.set_chips(
            [Chip(one.value, words(f"notification_check.{_KEYS[one]}")) for one in RESULTS]
        )

    def _translate_dialog(self) -> None:
        row = self.exit.row
        self.set_head(
            self.tr("Do messages still come?"), f"{row.member_name} · {row.group_name}", sign="bell"
        )
        left = self.spoken().moment(row.left_at)
        self._about.setText(
            self.tr("{0} left {1}. Ask them whether the group is quiet now.").format(
                row.member_name, left
            )
        )
        self.groups.set_caption(self.tr("The same in these &groups"))
        self._advice_head.setText(self.tr("What they can try next"))
        self.copy.setText(self.tr("Copy advice"))
        self.set_main(self.tr("Record"), "check")
        self._show_state()

    @property
    def advice_text(self) -> str:
        """What to send to the member, in their language."""
        return still_come_letter(self.exit, self.context.desk.operator.name)

    def _show_state(self) -> None:
        self.text_field.clear_error()
        still = self.outcome is TaskState.COULD_NOT
        for part in (self._advice_head, self.advice, self.copy):
            part.setVisible(still)
        self.advice.setText(self.advice_text if still else "")
        nobody = self.outcome is TaskState.NOT_NEEDED
        self.text_field.set_caption(
            self.tr("W&hy nobody can say") if nobody else self.tr("&Note, may stay empty")
        )
        self.set_missing([self.tr("why")] if nobody and is_blank(self.text.text) else [])

    def _on_copy(self) -> None:
        self.put_on_clipboard(
            self.advice_text, self.tr("Copied. Send it to the member yourself, then record it.")
        )

    def _request(self, operation: UUID) -> _Check:
        also = self.groups.chosen
        return (operation, self.exit.row.id, self.outcome, self.text.text, also)

    def _record(self) -> None:
        check = self.context.desk.leaving.exit_items.check

        def work(asked: _Check) -> Receipt:
            operation, ident, result, text, also = asked
            return check(operation, ident, result, text, also=also)

        self.record(self._request, work)

    def on_recorded(self, _receipt: Receipt) -> None:
        row = self.context.desk.leaving.exits.get(self.exit.row.id).row
        words, day = self.context.translations.words, self.spoken().day(row.check_on)
        self.tell(words(f"exit_told.{_KEYS[self.outcome]}", date=day))

    def named_fields(self) -> dict[str, TakesError]:
        return {"text": self.text_field}
