# SPDX-License-Identifier: MIT
"""A new group, or changes to one."""

import uuid

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from groupdesk.domain.enums import Language, Platform
from groupdesk.domain.records import GroupFields, GroupRecord, Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.growing_text import GrowingText
from groupdesk.ui.widgets.number_field import NumberField
from groupdesk.ui.widgets.text_area import TextArea


class GroupDialog(DialogFrame):
    """Asks for name and platform; what else can be said may follow later."""

    saved = Signal(int)
    """The group's id."""

    def __init__(
        self, context: UiContext, group: GroupRecord | None, parent: QWidget | None = None
    ) -> None:
        """Ask for a new group, or show the fields of `group`."""
        super().__init__(parent, side=False)
        self._context = context
        self._group = group
        self._operation = uuid.uuid4()
        self.name = QLineEdit(self)
        self.platform: ChoiceBox[Platform] = ChoiceBox(self)
        self.language: ChoiceBox[Language] = ChoiceBox(self)
        self.size_limit = NumberField(0, 1_000_000, self)
        self.owner = QLineEdit(self)
        self.purpose = GrowingText(2, 6, self)
        self.belongs = GrowingText(2, 6, self)
        self.policy = GrowingText(3, 8, self)
        self.why_now = GrowingText(2, 6, self)
        self.external_id = QLineEdit(self)
        self.fields = {
            "name": FormField("", self.name, self),
            "platform": FormField("", self.platform, self),
            "language": FormField("", self.language, self),
            "external_id": FormField("", self.external_id, self),
            "size_limit": FormField("", self.size_limit, self),
            "owner_name": FormField("", self.owner, self),
            "purpose": FormField("", self.purpose, self),
            "belongs": FormField("", self.belongs, self),
            "why_now": FormField("", self.why_now, self),
            "policy": FormField("", self.policy, self),
        }
        self._build()
        for field in self.fields.values():
            if isinstance(field.field, QLineEdit | TextArea):
                field.field.textChanged.connect(field.clear_error)
        self.name.textChanged.connect(self._check)
        self._say()
        if group is None:
            self.language.choose(Language(context.translations.language))
        else:
            self._show(group)
        self._seen = None if group is None else self._said()
        self.main_requested.connect(self._save)
        self.resize(600, 660)
        self.name.setFocus()
        self.ask_before_leaving(lambda: (self._said(), self.why_now.toPlainText()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    # ---- building

    def _build(self) -> None:
        self.form.addWidget(self.fields["name"])
        for together in (("platform", "external_id"), ("language", "size_limit", "owner_name")):
            row = QHBoxLayout()
            row.setSpacing(current_theme().size("space_m"))
            for key in together:
                row.addWidget(self.fields[key], 1, Qt.AlignmentFlag.AlignTop)
            self.form.addLayout(row)
        for key in ("purpose", "belongs", "why_now", "policy"):
            self.form.addWidget(self.fields[key])
        self.fields["why_now"].setVisible(self._group is None)
        self.form.addStretch(1)
        self.add_cancel()

    def _say(self) -> None:
        words = self._context.translations.words
        self.platform.set_choices([(words(f"platform.{one.value}"), one) for one in Platform])
        self.language.set_choices([(words(f"language.{one.value}"), one) for one in Language])
        group = self._group
        self.set_head(
            self.tr("New group") if group is None else self.tr("Edit {0}").format(group.name),
            self.tr("One group on one platform. GroupDesk never touches the platform itself."),
            sign="users",
        )
        self.fields["name"].set_caption(self.tr("&Name, as members see it"))
        self.fields["platform"].set_caption(self.tr("&Platform"))
        self.fields["language"].set_caption(self.tr("&Language of the group"))
        self.fields["size_limit"].set_caption(self.tr("&Size limit"))
        self.fields["owner_name"].set_caption(self.tr("&Owner"))
        self.fields["purpose"].set_caption(self.tr("P&urpose"))
        self.fields["belongs"].set_caption(self.tr("&Who belongs"))
        self.fields["why_now"].set_caption(self.tr("Wh&y now"))
        self.fields["why_now"].set_hint(
            self.tr("May stay empty. It is kept as it is today, for when the group is looked at.")
        )
        self.fields["policy"].set_caption(self.tr("Pol&icy"))
        self.fields["policy"].set_hint(
            self.tr("How this group is looked after: who decides what, and how you go about it.")
        )
        self.fields["external_id"].set_caption(self.tr("Platform I&D"))
        self.external_id.setPlaceholderText(self.tr("if the platform shows one"))
        self.size_limit.setSpecialValueText(self.tr("none"))
        self.set_main(self.tr("Create group") if group is None else self.tr("Save changes"))
        self._check()

    def _show(self, group: GroupRecord) -> None:
        self.name.setText(group.name)
        self.platform.choose(group.platform)
        self.language.choose(group.language)
        self.size_limit.setValue(group.size_limit or 0)
        self.owner.setText(group.owner_name)
        self.purpose.setPlainText(group.purpose)
        self.belongs.setPlainText(group.belongs)
        self.policy.setPlainText(group.policy)
        self.external_id.setText(group.external_id)

    # ---- saving

    def _check(self) -> None:
        missing = [] if self.name.text().strip() else [self.tr("a name")]
        self.set_missing(missing)

    def _said(self) -> GroupFields:
        return GroupFields(
            name=self.name.text(),
            platform=self.platform.value,
            language=self.language.value,
            purpose=self.purpose.toPlainText(),
            belongs=self.belongs.toPlainText(),
            size_limit=self.size_limit.value() or None,
            owner_name=self.owner.text(),
            external_id=self.external_id.text(),
            policy=self.policy.toPlainText(),
        )

    def _save(self) -> None:
        said, operation, group, seen = self._said(), self._operation, self._group, self._seen
        groups, why_now = self._context.desk.groups, self.why_now.toPlainText()
        self.set_busy(True)
        self._context.runner.run(
            self,
            lambda: (
                groups.create(operation, said, why_now)
                if group is None
                else groups.edit(operation, group.id, said, seen)
            ),
            self._on_saved,
            self._on_failed,
        )

    def _on_saved(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self._context.done(receipt)
        self.saved.emit(receipt.subject_id)
        if self._group is None:
            self._context.go_to(receipt.subject_id, 0)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        text = self._context.error_text(error)
        self.show_failure(error, text, self.fields)
