# SPDX-License-Identifier: MIT
"""Names who owns a group from now on, so that its only owner can leave it."""

from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.exit_records import ExitRecord
from groupdesk.domain.records import Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.exit_frames import ExitFrame
from groupdesk.ui.widgets.form_field import FormField, TakesError
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.member_name_field import MemberNameField

_Owner = tuple[UUID, int, int]


class ExitOwnerDialog(ExitFrame):
    """The register follows; on the platform a person does it."""

    def __init__(
        self, context: UiContext, record: ExitRecord, parent: QWidget | None = None
    ) -> None:
        """Ask who takes the group of `record` over."""
        super().__init__(context, parent, side=False)
        self.exit = record
        self._about = label(role="muted", parent=self, wrap=True)
        row = record.row
        self.who = MemberNameField(context, row.group_id, row.membership_id, self, member_only=True)
        self.who_field = FormField("", self.who, self)
        self.form.addWidget(self._about)
        self.form.addWidget(self.who_field)
        self.form.addStretch(1)
        self.add_cancel()
        self._translate_dialog()
        self.who.changed.connect(self._show_state)
        self.act_on_enter(self.who.edit)
        self.main_requested.connect(self._record)
        self.resize(560, 340)
        self.who.setFocus()
        self.ask_before_leaving(lambda: self.who.name)
        if record.replacement is not None:
            self.who.set_name(record.replacement.name)
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()
            self._show_state()

    def _translate_dialog(self) -> None:
        row, words = self.exit.row, self.context.translations.words
        self.set_head(self.tr("New owner of {0}").format(row.group_name), "", sign="crown")
        platform = words(f"platform.{row.platform.value}")
        self._about.setText(
            self.tr(
                "{0} is the only owner. Hand the group over in {1} first, then say here who owns it"
                " now."
            ).format(row.member_name, platform)
        )
        self.who_field.set_caption(self.tr("&Who owns the group from now on"))
        self.set_main(self.tr("Record new owner"), "check")

    def _show_state(self) -> None:
        self.who_field.clear_error()
        self.set_missing([] if self.who.membership_id else [self.tr("a member of the group")])

    def _request(self, operation: UUID) -> _Owner:
        return (operation, self.exit.row.id, self.who.membership_id)

    def _record(self) -> None:
        name = self.context.desk.leaving.exits.name_owner
        self.record(self._request, lambda asked: name(*asked))

    def on_recorded(self, _receipt: Receipt) -> None:
        words = self.context.translations.words
        row = self.exit.row
        self.tell(words("exit_told.owner", name=self.who.name, group=row.group_name))

    def named_fields(self) -> dict[str, TakesError]:
        return {"membership_id": self.who_field}
