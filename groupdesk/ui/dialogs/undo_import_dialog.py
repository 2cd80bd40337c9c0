# SPDX-License-Identifier: MIT
"""A whole import is taken back, with the reason for it, or it is said what stands in the way."""

import uuid

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.departures import ListRecord, UndoBlock
from groupdesk.domain.enums import Topic
from groupdesk.domain.errors import CancelledError
from groupdesk.domain.records import GroupRecord, Receipt
from groupdesk.domain.text import is_blank, visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.jobs import JobHandle
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.text_area import TextArea

_TOPICS = frozenset({Topic.MEMBERS, Topic.GROUPS, Topic.AUDIT})


class UndoImportDialog(DialogFrame):
    """Says what would happen, and asks why."""

    def __init__(
        self,
        context: UiContext,
        group: GroupRecord,
        record: ListRecord,
        parent: QWidget | None = None,
    ) -> None:
        """Undo the import of `record` into `group`."""
        super().__init__(parent, side=False)
        self._context = context
        self._group = group
        self._record = record
        self._operation = uuid.uuid4()
        self._block: UndoBlock | None = context.desk.import_undo.blocked_by(record.id)
        self._effect = label(parent=self, wrap=True)
        self.blocked = label(role="strong", parent=self, wrap=True)
        self.reason = TextArea(4, self)
        self.field = FormField("", self.reason, self)
        self.forget = QCheckBox(self)
        mapped = self._block is None and context.desk.import_undo.has_mapping(record.id)
        self.forget.setVisible(mapped)
        self.forget.setChecked(mapped)  # a list that is taken back was often read wrongly
        self._running: JobHandle | None = None
        for part in (self._effect, self.blocked):
            self.form.addWidget(part)
        self.form.addWidget(self.field, 1)
        self.form.addWidget(self.forget)
        if self._block is not None:
            self.form.addStretch(1)
        self.add_cancel(closes=self._block is not None)
        self.reason.textChanged.connect(self._check)
        self.main_requested.connect(self._save)
        self._say()
        self.resize(580, 440)
        self.reason.setFocus()
        self.ask_before_leaving(lambda: self.reason.text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        record, context = self._record, self._context
        when = context.dates.moment(from_text(record.taken_at), context.desk.clock())
        title = self.tr("Undo the import of {0}").format(visible(record.file_name))
        self.set_head(title, f"{visible(self._group.name)} · {when}", sign="undo-2")
        counts = (f"{n:,}" for n in (record.new, record.changed, record.left))
        self._effect.setText(
            self.tr(
                "Members who came with this list are withdrawn ({0}), changed ones get back what"
                " was known before ({1}), and those recorded as gone are members again ({2})."
                " The import stays in the history and in the log, marked as undone."
            ).format(*counts)
        )
        self.blocked.setText(self._blocked_text())
        self.blocked.setVisible(self._block is not None)
        self._effect.setVisible(self._block is None)
        self.field.setVisible(self._block is None)
        self.field.set_caption(self.tr("&Why it is undone"))
        self.forget.setText(self.tr("&Ask about the columns again for the next list of this kind"))
        self.set_main(self.tr("Undo import"), "undo-2", "danger")
        self._check()

    def _blocked_text(self) -> str:
        block = self._block
        if block is None:
            return ""
        context = self._context
        when = context.dates.moment(from_text(block.at), context.desk.clock())
        if block.file:
            return self.tr(
                "This cannot be undone before the list that came after it: “{0}” ({1}, {2}, log"
                " entry {3}) found members as this list left them. Undo that one first."
            ).format(visible(block.file), block.operator, when, block.seq)
        return self.tr(
            "This cannot be undone any more, because something was done since to {0}: {1} ({2},"
            " {3}, log entry {4}). Correct the members one by one instead."
        ).format(
            visible(block.member_name),
            context.translations.words(f"action.{block.action}"),
            block.operator,
            when,
            block.seq,
        )

    def _check(self) -> None:
        self.field.clear_error()
        missing = [self.tr("a reason")] if is_blank(self.reason.text) else []
        self.set_missing([] if self._block else missing)
        self.main_button.setVisible(self._block is None)

    def _save(self) -> None:
        args = {
            "operation": self._operation,
            "snapshot_id": self._record.id,
            "reason": self.reason.text,
            "forget_mapping": self.forget.isChecked(),
        }
        self.set_busy(True, stop=self._stop)
        running = self._context.jobs.run(
            self, "import.undo", args, self._on_progress, self._on_saved, self._on_failed
        )
        self._running = running if self.busy else None

    def _stop(self) -> None:
        if self._running is not None:
            self._running.cancel()

    def _on_progress(self, stage: str, done: int, whole: int) -> None:
        self.show_progress(done, whole)
        if not whole:
            self.set_hint(self._context.translations.words(f"import_stage.{stage}") + "…")

    def _on_saved(self, receipt: Receipt) -> None:
        self._context.done(receipt)
        self._finish()

    def _finish(self) -> None:
        self.set_busy(False)
        said = self.tr("The import of {0} is undone.").format(visible(self._record.file_name))
        self._context.notify(said)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        if self._context.desk.ledger.was_saved(self._operation):
            # the answer was lost on its way, what it would have said was not
            self._context.events.publish(_TOPICS)
            self._finish()
            return
        self.set_busy(False)
        self.set_hint("")
        self._operation = uuid.uuid4()
        if isinstance(error, CancelledError):
            self.banner.show_message(self.tr("Stopped. The import is as it was."), "muted")
            return
        self.show_failure(error, self._context.error_text(error), {"reason": self.field})
