# SPDX-License-Identifier: MIT
"""What the register says of a member, each field changed where it stands."""

import uuid
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from groupdesk.domain.enums import Action, Language
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.member_bulk import tags_in
from groupdesk.domain.records import MemberDetail, Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.refusals import why_not
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.edit_in_place import EditInPlace
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.labels import plain_tooltip

_PLACES = {
    "name": (0, 0),
    "nickname": (0, 1),
    "company": (1, 0),
    "phone": (1, 1),
    "email": (2, 0),
    "account_owner": (3, 0),
    "tags": (4, 0),
    "note": (5, 0),
}
_WIDE = ("tags", "note")


class MemberFieldsPanel(QWidget):
    """Writes each change at once; what was there before goes to the log."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start with nobody."""
        super().__init__(parent)
        self._context = context
        self._detail: MemberDetail | None = None
        self.fields = {
            name: EditInPlace(self, lines=3 if name == "note" else 1) for name in _PLACES
        }
        self.language: ChoiceBox[str] = ChoiceBox(self)
        self._language_head = ElidedLabel(role="secondary", parent=self)
        self.key_customer, self.protected = QCheckBox(self), QCheckBox(self)
        self._build()
        for name, field in self.fields.items():
            field.submitted.connect(partial(self._submit, name))
        self.language.chosen.connect(lambda: self._save("language", self.language.value))
        self.key_customer.clicked.connect(lambda on: self._save("key_customer", on))
        self.protected.clicked.connect(lambda on: self._save("protected", on))
        self._translate()

    def show_member(self, detail: MemberDetail) -> None:
        """Show a member; what is being written about the same one stays."""
        if self._detail is not None and self._detail.row.id != detail.row.id:
            for field in self.fields.values():
                field.close_editor()
        self._detail = detail
        for name, field in self.fields.items():
            value = getattr(detail.fields, name)
            field.show_text(", ".join(value) if name == "tags" else value)
        if detail.fields.language in {"", *Language}:
            self.language.choose(detail.fields.language)
        self.key_customer.setChecked(detail.fields.key_customer)
        self.protected.setChecked(detail.fields.protected)
        self._say_refusal(detail)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    # ---- inside

    def _say_refusal(self, detail: MemberDetail) -> None:
        """Let nothing be begun that could not be written, and say why."""
        reason = why_not(self._context, Action.MEMBER_EDIT, detail.group)
        for field in self.fields.values():
            field.set_refusal(reason)
        for other in (self.language, self.key_customer, self.protected):
            other.setDisabled(bool(reason))
            other.setToolTip(plain_tooltip(reason))
            other.setAccessibleDescription(reason)

    def _build(self) -> None:
        theme = current_theme()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.size("space_l"))
        grid.setVerticalSpacing(theme.size("space_xs"))
        for name, (row, column) in _PLACES.items():
            wide = 2 if name in _WIDE else 1
            grid.addWidget(self.fields[name], row, column, 1, wide, Qt.AlignmentFlag.AlignTop)
        spoken = QHBoxLayout()
        spoken.setSpacing(theme.size("space_s"))
        self._language_head.setFixedWidth(theme.size("thumbnail_height"))
        spoken.addWidget(self._language_head)
        spoken.addWidget(self.language, 1)
        grid.addLayout(spoken, 2, 1)
        grid.addWidget(self.key_customer, 6, 0)
        grid.addWidget(self.protected, 6, 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)

    def _translate(self) -> None:
        captions = {
            "name": self.tr("Name"),
            "nickname": self.tr("Nickname"),
            "company": self.tr("Company"),
            "account_owner": self.tr("Looked after by"),
            "phone": self.tr("Phone"),
            "email": self.tr("E-mail"),
            "tags": self.tr("Tags"),
            "note": self.tr("Note"),
        }
        for name, caption in captions.items():
            self.fields[name].set_caption(caption, "–")
        words = self._context.translations.words
        spoken = [(words(f"language.{one.value}"), one.value) for one in Language]
        self.language.set_choices([(self.tr("as the group"), ""), *spoken])
        self._language_head.setText(self.tr("Language"))
        self.language.setAccessibleName(self.tr("Language"))
        self.key_customer.setText(self.tr("Key customer"))
        self.protected.setText(self.tr("Protected: cannot be removed"))

    def _submit(self, name: str, text: str) -> None:
        value: object = text
        if name == "tags":
            value = tags_in(text)
        self._save(name, value)

    def _save(self, name: str, value: object) -> None:
        detail = self._detail
        if detail is None:
            return
        members, operation = self._context.desk.members, uuid.uuid4()

        def failed(error: Exception) -> None:
            self._on_failed(detail, name, error)

        self._context.runner.run(
            self,
            lambda: members.change(operation, detail.row.id, **{name: value}),
            partial(self._on_saved, detail, name),
            failed,
        )

    def _on_saved(self, detail: MemberDetail, name: str, receipt: Receipt) -> None:
        if name in self.fields and detail is not None and self._is_shown(detail):
            self.fields[name].close_editor()
        self._context.done(receipt)

    def _on_failed(self, detail: MemberDetail, name: str, error: Exception) -> None:
        text = self._context.error_text(error)
        wrong = isinstance(error, ValidationError) and name in self.fields
        if wrong and self._is_shown(detail):
            self.fields[name].set_error(text)
            return
        self._context.notify(text, "danger")
        if self._detail is not None:
            self.show_member(self._detail)

    def _is_shown(self, detail: MemberDetail) -> bool:
        return self._detail is not None and self._detail.row.id == detail.row.id
