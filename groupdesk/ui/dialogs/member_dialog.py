# SPDX-License-Identifier: MIT
"""One member by hand: only a name is needed."""

import uuid
from dataclasses import asdict

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from groupdesk.domain.enums import Language, MemberRole
from groupdesk.domain.member_bulk import tags_in
from groupdesk.domain.records import GroupRecord, MemberDetail, MemberFields, Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.group_acts import tell_let_in
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.join_panel import JoinPanel
from groupdesk.ui.widgets.text_area import TextArea

_LINES = (
    *("name", "nickname", "external_id", "handle", "phone", "email", "company"),
    *("account_owner", "tags"),
)
_LOOKED_UP = frozenset({"name", "external_id", "phone", "email"})
_PAIRS = (
    ("name", "nickname"),
    ("external_id", "handle"),
    ("phone", "email"),
    ("company", "account_owner"),
    ("role", "language"),
    ("tags",),
)


class MemberDialog(DialogFrame):
    """Adds a member, or changes what the register says of one."""

    saved = Signal(int)
    """The membership's id."""

    def __init__(
        self,
        context: UiContext,
        group: GroupRecord,
        detail: MemberDetail | None,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for a new member of `group`, or show the fields of `detail`."""
        super().__init__(parent, side=detail is None)
        self._context = context
        self._group = group
        self._detail = detail
        self._operation = uuid.uuid4()
        self.lines = {key: QLineEdit(self) for key in _LINES}
        self.role: ChoiceBox[MemberRole] = ChoiceBox(self)
        self.language: ChoiceBox[str] = ChoiceBox(self)
        self.note = TextArea(parent=self)
        self.key_customer = QCheckBox(self)
        self.protected = QCheckBox(self)
        self.fields = {key: FormField("", line, self) for key, line in self.lines.items()}
        self.fields["role"] = FormField("", self.role, self)
        self.fields["language"] = FormField("", self.language, self)
        self.fields["note"] = FormField("", self.note, self)
        self.check = JoinPanel(context, group, self) if detail is None else None
        self._build()
        for key, line in self.lines.items():
            line.textChanged.connect(self.fields[key].clear_error)
            if self.check is not None and key in _LOOKED_UP:
                line.textChanged.connect(self._look_up)
        self.lines["name"].textChanged.connect(self._check)
        self._say()
        if detail is not None:
            self._show(detail.fields)
        self._shown = self._said()
        self.main_requested.connect(self._save)
        self.act_on_enter(self.lines["name"])
        self.resize(640 if detail is not None else 900, 690)
        self.lines["name"].setFocus()
        self.ask_before_leaving(self._said)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    # ---- building

    def _build(self) -> None:
        for pair in _PAIRS:
            self._row(*(self.fields[key] for key in pair))
        self.form.addWidget(self.fields["note"], 1)
        if self.check is not None:
            self.side.addWidget(self.check, 1)
        self._row(self.key_customer, self.protected)
        self.add_cancel()

    def _row(self, *parts: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(current_theme().size("space_m"))
        for part in parts:
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        self.form.addLayout(row)

    def _say(self) -> None:
        words = self._context.translations.words
        self.role.set_choices(
            [(words(f"member_role.{role.value}"), role) for role in reversed(MemberRole)]
        )
        self.language.set_choices(
            [
                (self.tr("as the group"), ""),
                *((words(f"language.{one.value}"), one.value) for one in Language),
            ]
        )
        for key, caption in self._captions().items():
            self.fields[key].set_caption(caption)
        self.key_customer.setText(self.tr("&Key customer"))
        self.protected.setText(self.tr("Prote&cted: nobody removes this person"))
        detail = self._detail
        if detail is None:
            self.set_head(
                self.tr("Add a member to {0}").format(self._group.name),
                self.tr(
                    "A name is enough. With the platform's ID, later lists find the same person."
                ),
                sign="user-plus",
            )
            self.set_main(self.tr("Add member"), "user-plus")
        else:
            self.set_head(
                self.tr("Edit {0}").format(detail.row.name),
                self.tr("What was there before stays in the audit log."),
                name=detail.row.name,
            )
            self.set_main(self.tr("Save changes"))
        self._check()

    def _captions(self) -> dict[str, str]:
        return {
            "name": self.tr("&Name"),
            "nickname": self.tr("N&ickname in the group"),
            "external_id": self.tr("Platform I&D"),
            "handle": self.tr("&Username"),
            "phone": self.tr("&Phone"),
            "email": self.tr("&E-mail"),
            "company": self.tr("Compan&y"),
            "account_owner": self.tr("Looked &after by"),
            "tags": self.tr("&Tags, with commas"),
            "role": self.tr("&Role"),
            "language": self.tr("&Language"),
            "note": self.tr("N&ote"),
        }

    def _show(self, fields: MemberFields) -> None:
        for key in _LINES:
            value = getattr(fields, key)
            self.lines[key].setText(", ".join(value) if key == "tags" else value)
        self.role.choose(fields.role)
        self.language.choose(fields.language)
        self.note.setPlainText(fields.note)
        self.key_customer.setChecked(fields.key_customer)
        self.protected.setChecked(fields.protected)

    def _look_up(self) -> None:
        if self.check is not None:
            self.check.look_up(self._said())

    def _check(self) -> None:
        missing = [] if self.lines["name"].text().strip() else [self.tr("a name")]
        self.set_missing(missing)

    def _said(self) -> MemberFields:
        text = {key: line.text() for key, line in self.lines.items()}
        tags = tags_in(text.pop("tags"))
        return MemberFields(
            **text,
            tags=tags,
            role=self.role.value,
            note=self.note.toPlainText(),
            language=self.language.value,
            key_customer=self.key_customer.isChecked(),
            protected=self.protected.isChecked(),
        )

    def _save(self) -> None:
        said, operation, detail = self._said(), self._operation, self._detail
        changed = self._changed(said)
        if detail is not None and not changed:
            self.accept()
            return
        members, group_id = self._context.desk.members, self._group.id
        answer = self.check.answer if self.check is not None else None
        self.set_busy(True)
        self._context.runner.run(
            self,
            lambda: (
                members.add(operation, group_id, said, answer)
                if detail is None
                else members.change(operation, detail.row.id, **changed)
            ),
            self._on_saved,
            self._on_failed,
        )

    def _changed(self, said: MemberFields) -> dict[str, object]:
        """Return what a person changed here: the rest may be another by now, and stays."""
        shown = asdict(self._shown)
        return {key: now for key, now in asdict(said).items() if now != shown[key]}

    def _on_saved(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self._context.done(receipt)
        self.saved.emit(receipt.subject_id)
        if self._detail is not None:
            self._context.notify(self.tr("Saved."), seconds=6)
        else:
            text = self.tr("{0} was added.").format(self.lines["name"].text().strip())
            tell_let_in(self._context, self._group, self.parentWidget(), text)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        text = self._context.error_text(error)
        fields = dict(self.fields)
        if self.check is not None:
            fields["let_in_reason"] = self.check.field
        self.show_failure(error, text, fields)
