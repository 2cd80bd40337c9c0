# SPDX-License-Identifier: MIT
"""What became of a line of the checklist when it was not simply done just now."""

from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.exit_records import ExitItemRecord, ExitRecord
from groupdesk.domain.records import Receipt
from groupdesk.domain.talk_enums import TaskState
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.exit_frames import ExitFrame
from groupdesk.ui.widgets.exit_groups import ExitGroups
from groupdesk.ui.widgets.form_field import FormField, TakesError
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.ui.widgets.time_choice import TimeChoice

RESULTS = (TaskState.DONE, TaskState.NOT_NEEDED, TaskState.COULD_NOT)
_Tick = tuple[UUID, int, tuple[int, ...], TaskState, str, str]


class ExitItemDialog(ExitFrame):
    """Done earlier or with a remark, not needed, or could not be done and why."""

    def __init__(
        self,
        context: UiContext,
        record: ExitRecord,
        item: ExitItemRecord,
        parent: QWidget | None = None,
        *,
        result: TaskState = TaskState.DONE,
    ) -> None:
        """Ask about `item` of `record`, at first with `result`."""
        super().__init__(context, parent, side=False)
        self.exit, self.item = record, item
        self.results = ChipRow("", parent=self)
        self.at = TimeChoice(context.desk.clock, required=True)
        self.text = TextArea(3, self)
        self.at_field = FormField("", self.at, self)
        self.text_field = FormField("", self.text, self)
        self.groups = ExitGroups(self, ticked=item.once)
        self._tasks = {one.exit_id: one.task_id for one in item.elsewhere if not one.done_at}
        names = {one.exit_id: one.group_name for one in item.elsewhere}
        self.groups.show_groups({ident: names[ident] for ident in self._tasks})
        for part in (self.results, self.at_field, self.groups, self.text_field):
            self.form.addWidget(part)
        self.form.addStretch(1)
        self.add_cancel()
        self._say_results()
        self.results.set_current(result.value)
        self._translate_dialog()
        self.results.chosen.connect(lambda _key: self._show_state())
        self.at.changed.connect(self._show_state)
        self.text.textChanged.connect(self._show_state)
        self.main_requested.connect(self._record)
        self.resize(560, 420)
        (self.at if result is TaskState.DONE else self.text).setFocus()
        self.ask_before_leaving(lambda: self.text.text)

    @property
    def outcome(self) -> TaskState:
        """What became of it."""
        return TaskState(self.results.current)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_results()
            self._translate_dialog()

    def _say_results(self) -> None:
        self.results.setAccessibleName(self.tr("What became of it"))
        texts = (self.tr("Done"), self.tr("Not needed"), self.tr("Could not be done"))
        self.results.set_chips(
            [Chip(one.value, text) for one, text in zip(RESULTS, texts, strict=True)]
        )

    def _translate_dialog(self) -> None:
        row = self.exit.row
        self.set_head(
            self.spoken().item(self.item),
            f"{row.member_name} · {row.group_name}",
            sign="list-checks",
        )
        self.at_field.set_caption(self.tr("&When"))
        self.at.set_caption(self.tr("When"))
        self.groups.set_caption(self.tr("The same in these &groups"))
        self.set_main(self.tr("Record"), "check")
        self._show_state()

    def _show_state(self) -> None:
        self.at_field.clear_error()
        self.text_field.clear_error()
        why = self.outcome is not TaskState.DONE
        self.text_field.set_caption(self.tr("W&hy") if why else self.tr("&Remark, may stay empty"))
        missing = []
        if self.at.to_come:
            missing.append(self.tr("a time that has passed"))
        if why and is_blank(self.text.text):
            missing.append(self.tr("why"))
        self.set_missing(missing)

    def _request(self, operation: UUID) -> _Tick:
        others = (self._tasks[ident] for ident in self.groups.chosen)
        ident, tasks = self.exit.row.id, (self.item.task_id, *others)
        return (operation, ident, tasks, self.outcome, self.at.moment(), self.text.text)

    def _record(self) -> None:
        tick = self.context.desk.leaving.exit_items.tick

        def work(asked: _Tick) -> Receipt:
            operation, ident, tasks, result, at, text = asked
            return tick(operation, ident, tasks, result, at=at, text=text)

        self.record(self._request, work)

    def on_recorded(self, _receipt: Receipt) -> None:
        self.tell(self.context.translations.words("exit_told.item"))

    def named_fields(self) -> dict[str, TakesError]:
        return {"at": self.at_field, "text": self.text_field}
