# SPDX-License-Identifier: MIT
"""A new group, or changes to one."""

import uuid

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from groupdesk.domain.enums import Language, Platform
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import GroupFields, GroupRecord, Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
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
        self.platform = QComboBox(self)
        self.language = QComboBox(self)
        self.size_limit = QSpinBox(self)
        self.size_limit.setRange(0, 1_000_000)
        self.owner = QLineEdit(self)
        self.purpose = TextArea(parent=self)
        self.belongs = TextArea(parent=self)
        self._fill_choices()
        self._build()
        if group is not None:
            self._show(group)
        self.name.textChanged.connect(self._check)
        self.main_requested.connect(self._save)
        self._check()
        self.resize(560, 560)
        self.name.setFocus()

    def _fill_choices(self) -> None:
        words = self._context.translations.words
        for platform in Platform:
            self.platform.addItem(words(f"platform.{platform.value}"), platform)
        for language in Language:
            self.language.addItem(words(f"language.{language.value}"), language)
        current = Language(self._context.translations.language)
        self.language.setCurrentIndex(self.language.findData(current))

    def _build(self) -> None:
        new = self._group is None
        title = self.tr("New group") if new else self.tr("Edit {0}").format(self._group_name())
        self.set_head(
            title,
            self.tr("One group on one platform. GroupDesk never touches the platform itself."),
            sign="users",
        )
        self.fields = {
            "name": FormField(self.tr("&Name, as members see it"), self.name, self),
            "platform": FormField(self.tr("&Platform"), self.platform, self),
            "language": FormField(self.tr("&Language of the group"), self.language, self),
            "size_limit": FormField(self.tr("&Size limit"), self.size_limit, self),
            "owner_name": FormField(self.tr("&Owner"), self.owner, self),
            "purpose": FormField(self.tr("P&urpose"), self.purpose, self),
            "belongs": FormField(self.tr("&Who belongs"), self.belongs, self),
        }
        self.size_limit.setSpecialValueText(self.tr("none"))
        self.form.addWidget(self.fields["name"])
        for pair in (("platform", "language"), ("size_limit", "owner_name")):
            row = QHBoxLayout()
            for key in pair:
                row.addWidget(self.fields[key], 1)
            self.form.addLayout(row)
        self.form.addWidget(self.fields["purpose"], 1)
        self.form.addWidget(self.fields["belongs"], 1)
        self.set_main(self.tr("Create group") if new else self.tr("Save changes"))

    def _group_name(self) -> str:
        return "" if self._group is None else self._group.name

    def _show(self, group: GroupRecord) -> None:
        self.name.setText(group.name)
        self.platform.setCurrentIndex(self.platform.findData(group.platform))
        self.language.setCurrentIndex(self.language.findData(group.language))
        self.size_limit.setValue(group.size_limit or 0)
        self.owner.setText(group.owner_name)
        self.purpose.setPlainText(group.purpose)
        self.belongs.setPlainText(group.belongs)

    def _check(self) -> None:
        self.fields["name"].clear_error()
        missing = [] if self.name.text().strip() else [self.tr("a name")]
        self.set_missing(missing)

    def _said(self) -> GroupFields:
        return GroupFields(
            name=self.name.text(),
            platform=self.platform.currentData(),
            language=self.language.currentData(),
            purpose=self.purpose.toPlainText(),
            belongs=self.belongs.toPlainText(),
            size_limit=self.size_limit.value() or None,
            owner_name=self.owner.text(),
        )

    def _save(self) -> None:
        said, operation, group = self._said(), self._operation, self._group
        groups = self._context.desk.groups
        self.set_busy(True)
        self._context.runner.run(
            self,
            lambda: (
                groups.create(operation, said)
                if group is None
                else groups.edit(operation, group.id, said)
            ),
            self._on_saved,
            self._on_failed,
        )

    def _on_saved(self, receipt: Receipt) -> None:
        self._context.done(receipt)
        self.saved.emit(receipt.subject_id)
        window = self.parentWidget()
        if self._group is None and window is not None and hasattr(window, "show_group"):
            window.show_group(receipt.subject_id)
        self.set_busy(False)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        text = self._context.error_text(error)
        if isinstance(error, ValidationError) and error.field in self.fields:
            self.fields[error.field].set_error(text)
        else:
            self.banner.show_message(text, "danger")
