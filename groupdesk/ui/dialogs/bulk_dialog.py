# SPDX-License-Identifier: MIT
"""One change to all members who are chosen, with how many of them it would change."""

import uuid
from array import array

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from groupdesk.domain.enums import Language, MemberRole, Topic
from groupdesk.domain.errors import CancelledError, ValidationError
from groupdesk.domain.member_bulk import BulkChange, BulkDone, BulkPreview, tags_in
from groupdesk.domain.text import is_blank
from groupdesk.services.member_bulk import IN_A_THREAD
from groupdesk.ui.bulk_undo import BulkUndo
from groupdesk.ui.context import UiContext
from groupdesk.ui.jobs import JobHandle
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.text_area import TextArea

_COUNT_AFTER = 250  # milliseconds of rest before it is counted whom it would change
_COUNTED = 20_000
"""More are compared in a process of their own, or the window would stutter."""
_UNDO_SECONDS = 20
_TOPICS = frozenset({Topic.MEMBERS, Topic.AUDIT})


class BulkDialog(DialogFrame):
    """Changes many members in one step, or none of them."""

    saved = Signal()

    def __init__(
        self, context: UiContext, ids: "array[int]", parent: QWidget | None = None
    ) -> None:
        """Ask what is to be changed of the members with these ids."""
        super().__init__(parent, side=False)
        self._context = context
        self._ids = ids
        self._operation = uuid.uuid4()
        self._asked = 0
        self._counting: JobHandle | None = None
        self._running: JobHandle | None = None
        self.add_tags, self.remove_tags = QLineEdit(self), QLineEdit(self)
        self.account_owner = QLineEdit(self)
        self.nobody = QCheckBox(self)
        self.add_note = TextArea(3, self)
        self.role: ChoiceBox[MemberRole | None] = ChoiceBox(self)
        self.language: ChoiceBox[str | None] = ChoiceBox(self)
        self.key_customer: ChoiceBox[bool | None] = ChoiceBox(self)
        self.protected: ChoiceBox[bool | None] = ChoiceBox(self)
        self.fields = {
            "add_tags": FormField("", self.add_tags, self),
            "remove_tags": FormField("", self.remove_tags, self),
            "key_customer": FormField("", self.key_customer, self),
            "protected": FormField("", self.protected, self),
            "role": FormField("", self.role, self),
            "language": FormField("", self.language, self),
            "account_owner": FormField("", self.account_owner, self),
            "add_note": FormField("", self.add_note, self),
        }
        self._effect = label(role="strong", parent=self, wrap=True)
        self._build()
        self._timer = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._timer.timeout.connect(self._count)
        for line in (self.add_tags, self.remove_tags, self.account_owner):
            line.textChanged.connect(self._on_change)
        self.add_note.textChanged.connect(self._on_change)
        for box in (self.role, self.language, self.key_customer, self.protected):
            box.chosen.connect(self._on_change)
        self.nobody.toggled.connect(self._on_nobody)
        self._say()
        self.main_requested.connect(self._save)
        self.resize(620, 580)
        self.add_tags.setFocus()
        self.ask_before_leaving(self.change)

    def change(self) -> BulkChange:
        """Return what the form asks for."""
        owner = None if is_blank(self.account_owner.text()) else self.account_owner.text()
        return BulkChange(
            add_tags=tags_in(self.add_tags.text()),
            remove_tags=tags_in(self.remove_tags.text()),
            add_note=self.add_note.text,
            account_owner="" if self.nobody.isChecked() else owner,
            language=self.language.value,
            role=self.role.value,
            key_customer=self.key_customer.value,
            protected=self.protected.value,
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    # ---- building

    def _build(self) -> None:
        pairs = (("add_tags", "remove_tags"), ("key_customer", "protected"), ("role", "language"))
        for pair in pairs:
            row = QHBoxLayout()
            row.setSpacing(current_theme().size("space_m"))
            for key in pair:
                row.addWidget(self.fields[key], 1)
            self.form.addLayout(row)
        self.form.addWidget(self.fields["account_owner"])
        self.form.addWidget(self.nobody)
        self.form.addWidget(self.fields["add_note"])
        self.form.addWidget(self._effect)
        self.form.addStretch(1)
        self.add_cancel()

    def _say(self) -> None:
        words = self._context.translations.words
        self.set_head(
            self.tr("Change %n member(s)", "", len(self._ids)),
            self.tr("What you leave open stays as it is. What was before stays in the audit log."),
            sign="users",
        )
        self.set_main(self.tr("Change members"))
        same = self.tr("Leave as it is")
        for box in (self.key_customer, self.protected):
            box.set_choices([(same, None), (self.tr("Yes"), True), (self.tr("No"), False)])
        roles = [(words(f"member_role.{one.value}"), one) for one in reversed(MemberRole)]
        self.role.set_choices([(same, None), *roles])
        spoken = [(words(f"language.{one.value}"), one.value) for one in Language]
        self.language.set_choices([(same, None), (self.tr("as the group"), ""), *spoken])
        captions = {
            "add_tags": self.tr("&Add tags, with commas"),
            "remove_tags": self.tr("&Take tags away, with commas"),
            "key_customer": self.tr("&Key customer"),
            "protected": self.tr("&Protected"),
            "role": self.tr("&Role in the group"),
            "language": self.tr("&Language"),
            "account_owner": self.tr("Looked after &by, empty leaves it as it is"),
            "add_note": self.tr("Add a line to the &note"),
        }
        self.nobody.setText(self.tr("N&obody looks after them any more"))
        for key, caption in captions.items():
            self.fields[key].set_caption(caption)
        self._on_change()

    # ---- what it would do

    def _on_nobody(self, checked: bool) -> None:  # noqa: FBT001 — Qt's signature
        self.account_owner.setDisabled(checked)
        self._on_change()

    def _on_change(self) -> None:
        for field in self.fields.values():
            field.clear_error()
        empty = self.change().empty
        self.set_missing([self.tr("something to change")] if empty else [])
        self._effect.setText("")
        self._asked += 1
        self._stop_counting()
        if not empty:
            self._timer.start()

    def _count(self) -> None:
        asked, change, ids = self._asked, self.change(), self._ids
        bulk = self._context.desk.bulk

        def show(found: BulkPreview) -> None:
            if asked == self._asked:
                self._effect.setText(self._told(found))

        def failed(error: Exception) -> None:
            if asked == self._asked and isinstance(error, ValidationError):
                self.show_failure(error, self._context.error_text(error), self.fields)

        if len(ids) <= _COUNTED:
            self._context.runner.run(
                self, lambda: bulk.preview(ids, change), show, failed, pool="files"
            )
            return

        def progress(_stage: str, done: int, whole: int) -> None:
            if asked == self._asked:
                text = self.tr("Counting whom it changes: {0} of {1}…")
                self._effect.setText(text.format(f"{done:,}", f"{whole:,}"))

        args = {"ids": ids, "change": change}
        self._counting = self._context.jobs.run(
            self, "members.bulk_count", args, progress, show, failed
        )

    def _stop_counting(self) -> None:
        counting, self._counting = self._counting, None
        if counting is not None:
            counting.cancel()

    def _told(self, found: BulkPreview) -> str:
        if not found.changed:
            return self.tr("Nothing would change: all of them are like that already.")
        text = self.tr("%n member(s) would change.", "", found.changed)
        same = found.chosen - found.changed
        if same:
            text += " " + self.tr("%n stay(s) as they are.", "", same)
        if found.people < found.changed:
            text += " " + self.tr("These are %n person(s).", "", found.people)
        return text

    # ---- writing

    def _save(self) -> None:
        operation, ids, change = self._operation, self._ids, self.change()
        bulk = self._context.desk.bulk
        self._asked += 1
        self._stop_counting()
        if len(ids) <= IN_A_THREAD:
            self.set_busy(True)
            self._context.runner.run(
                self, lambda: bulk.run(operation, ids, change), self._on_saved, self._on_failed
            )
            return
        self.set_busy(True, stop=self._stop_saving)
        running = self._context.jobs.run(
            self,
            "members.bulk",
            {"operation": operation, "ids": ids, "change": change},
            lambda _stage, done, whole: self.show_progress(done, whole),
            self._on_saved,
            self._on_failed,
        )
        self._running = running if self.busy else None

    def _stop_saving(self) -> None:
        if self._running is not None:
            self._running.cancel()

    def _on_saved(self, done: BulkDone) -> None:
        self._rest()
        self._context.done(done.receipt)
        self._context.notify(
            self.tr("%n member(s) were changed.", "", done.members),
            action_text=self.tr("Undo"),
            action=BulkUndo(self._context, done).run,
            seconds=_UNDO_SECONDS,
        )
        self.saved.emit()
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._rest()
        if self._context.desk.ledger.was_saved(self._operation):
            # the answer was lost on its way, what it would have said was not
            self._context.events.publish(_TOPICS)
            self._context.notify(self.tr("The members were changed."), seconds=_UNDO_SECONDS)
            self.accept()
        elif isinstance(error, CancelledError):
            self.banner.show_message(self.tr("Stopped. Nobody was changed."), "muted")
        else:
            self.show_failure(error, self._context.error_text(error), self.fields)
        self._operation = uuid.uuid4()

    def _rest(self) -> None:
        self._running = None
        self.set_busy(False)
        self.set_hint("")
