# SPDX-License-Identifier: MIT
"""Records that a member left on the platform: from which groups, and when."""

from contextlib import suppress
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.errors import GroupDeskError, StateChangedError
from groupdesk.domain.exit_records import ExitLeft, ExitRecord
from groupdesk.domain.exits import IN_FORCE
from groupdesk.domain.records import Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.exit_frames import ExitFrame
from groupdesk.ui.widgets.exit_groups import ExitGroups
from groupdesk.ui.widgets.form_field import FormField, TakesError
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.ui.widgets.time_choice import TimeChoice


class ExitLeftDialog(ExitFrame):
    """What is still open on the checklist may be done afterwards."""

    def __init__(
        self, context: UiContext, record: ExitRecord, parent: QWidget | None = None
    ) -> None:
        """Record it for `record`, and for what was asked in the same act."""
        super().__init__(context, parent, side=False)
        self.exit = record
        self._about = label(role="muted", parent=self, wrap=True)
        self.others = ExitGroups(self, ticked=False)
        self.others.show_exit(record, IN_FORCE)
        self.others.changed.connect(self._on_changed)
        self.at = TimeChoice(context.desk.clock, required=True)
        self.note = TextArea(2, self)
        self.at_field = FormField("", self.at, self)
        self.note_field = FormField("", self.note, self)
        for part in (self._about, self.at_field, self.others, self.note_field):
            self.form.addWidget(part)
        self.form.addStretch(1)
        self.add_cancel()
        self._translate_dialog()
        self.at.changed.connect(self._on_changed)
        self.main_requested.connect(self._record)
        self.resize(560, 420)
        self.at.setFocus()
        self.ask_before_leaving(lambda: self.note.text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()

    def _translate_dialog(self) -> None:
        row = self.exit.row
        self.set_head(
            self.tr("{0} has left").format(row.member_name), row.group_name, name=row.member_name
        )
        open_items = row.items - row.items_done
        about = [self.tr("The stay ends as their own wish, and stays in the records.")]
        if open_items or row.customers_waiting:
            about.append(self.tr("What is still open can be done afterwards; Today reminds you."))
        days = self.exit.way.check_days
        about.append(
            self.tr(
                "In %n day(s) you are asked whether messages of the group still come.", "", days
            )
        )
        between = self.context.translations.words("exit_next.and")
        self._about.setText(between.join(about))
        self.at_field.set_caption(self.tr("&When"))
        self.at.set_caption(self.tr("When"))
        self.others.set_caption(self.tr("Has left these groups as &well"))
        self.note_field.set_caption(self.tr("&Note, may stay empty"))
        self.set_main(self.tr("Record"), "check")

    def _on_changed(self) -> None:
        self.at_field.clear_error()
        self.set_missing([self.tr("a time that has passed")] if self.at.to_come else [])

    def _request(self, operation: UUID) -> ExitLeft:
        moment, text = self.at.moment(), self.note.text
        return ExitLeft(operation, (self.exit.row.id, *self.others.chosen), moment, text)

    def on_refused(self, error: Exception) -> None:
        if isinstance(error, StateChangedError):
            with suppress(GroupDeskError):  # what is refused is said all the same
                self.exit = self.context.desk.leaving.exits.get(self.exit.row.id)
                self.others.show_exit(self.exit, IN_FORCE)

    def _record(self) -> None:
        self.record(self._request, self.context.desk.leaving.exits.left)

    def on_recorded(self, receipt: Receipt) -> None:
        row = self.context.desk.leaving.exits.get(receipt.subject_id).row
        day = self.spoken().day(row.check_on)
        words = self.context.translations.words
        self.tell(words("exit_told.left", name=row.member_name, date=day))

    def named_fields(self) -> dict[str, TakesError]:
        return {"left_at": self.at_field, "text": self.note_field}
