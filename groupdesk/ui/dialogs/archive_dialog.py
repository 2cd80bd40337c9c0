# SPDX-License-Identifier: MIT
"""A group is put away, with the reason for it."""

import uuid

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.records import GroupRecord, Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.group_acts import restore_group
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.text_area import TextArea


class ArchiveDialog(DialogFrame):
    """Says what archiving means and what would rest with it, and asks for the reason."""

    def __init__(
        self, context: UiContext, group: GroupRecord, parent: QWidget | None = None
    ) -> None:
        """Ask why `group` is archived."""
        super().__init__(parent, side=False)
        self._context = context
        self._group = group
        self._operation = uuid.uuid4()
        desk = context.desk
        self._cases = desk.groups.figures(group.id).open_cases
        self._tasks = sum(item.group_id == group.id for item in desk.todo.all())
        self._meaning = label(parent=self, wrap=True)
        self._rests = label(role="muted", parent=self, wrap=True)
        self.reason = TextArea(parent=self)
        self.field = FormField("", self.reason, self)
        self.form.addWidget(self._meaning)
        self.form.addWidget(self._rests)
        self.form.addWidget(self.field, 1)
        self.add_cancel()
        self._say()
        self.reason.textChanged.connect(self._check)
        self.main_requested.connect(self._save)
        self.resize(560, 440)
        self.reason.setFocus()
        self.ask_before_leaving(lambda: self.reason.text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self.set_head(
            self.tr("Archive {0}").format(self._group.name),
            self.tr("%n member(s)", "", self._group.members),
            sign="archive",
        )
        self._meaning.setText(
            self.tr(
                "The group leaves the list of groups. Its members, cases and reports can still be"
                " looked at and printed, but nothing can be written in it until it is restored."
                " Nothing changes on the platform, and no member is told."
            )
        )
        rests = []
        if self._cases:
            rests.append(self.tr("%n open case(s)", "", self._cases))
        if self._tasks:
            rests.append(self.tr("%n thing(s) still to do", "", self._tasks))
        joined = self.tr(" and ").join(rests)
        self._rests.setText(self.tr("Until then this rests: {0}.").format(joined))
        self._rests.setVisible(bool(rests))
        self.field.set_caption(self.tr("&Reason"))
        self.field.set_hint(self.tr("It stands in the log, and on the page of the group."))
        self.set_main(self.tr("Archive group"), "archive")
        self._check()

    def _check(self) -> None:
        self.field.clear_error()
        self.set_missing([] if self.reason.text.strip() else [self.tr("a reason")])

    def _save(self) -> None:
        groups, reason = self._context.desk.groups, self.reason.text
        self.set_busy(True)
        self._context.runner.run(
            self,
            lambda: groups.archive(self._operation, self._group.id, reason),
            self._on_saved,
            self._on_failed,
        )

    def _on_saved(self, receipt: Receipt) -> None:
        self.set_busy(False)
        context, group = self._context, self._group
        context.done(receipt)
        context.notify(
            self.tr("{0} is archived.").format(group.name),
            seconds=12,
            action_text=self.tr("Undo"),
            action=lambda: restore_group(context, context.events, group),
        )
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        text = self._context.error_text(error)
        self.show_failure(error, text, {"reason": self.field})
