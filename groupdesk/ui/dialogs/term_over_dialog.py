# SPDX-License-Identifier: MIT
"""The last day of a removal has passed: tell the member that they may come back, or say why not."""

from datetime import date
from uuid import uuid4

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from groupdesk.domain.enums import Language
from groupdesk.domain.records import Receipt
from groupdesk.domain.talk_enums import TaskState
from groupdesk.domain.templates import fill
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.message_values import language_of
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.words import Words

_TOLD_SECONDS = 8
_COPIED_SECONDS = 6


class TermOverDialog(DialogFrame):
    """Nobody is let in by this: the member asks, and the join check says how it stands."""

    def __init__(self, context: UiContext, task_id: int, parent: QWidget | None = None) -> None:
        """Ask what follows. Raises StateChangedError for what was decided already."""
        super().__init__(parent, side=False)
        self._context = context
        self._over = context.desk.terms_over.get(task_id)
        self._detail = context.desk.members.detail(self._over.membership_id)
        self._operation = uuid4()
        self._about = label(role="muted", parent=self, wrap=True)
        self.let_in = QRadioButton(self)
        self.keep_out = QRadioButton(self)
        self._choices = QButtonGroup(self)
        for choice in (self.let_in, self.keep_out):
            self._choices.addButton(choice)
        self._blocked = self._detail.marks.blocked
        (self.keep_out if self._blocked else self.let_in).setChecked(True)
        self.message = TextArea(5, self)
        self.message.set_text(self._message())
        self.copy = button("", icon_name="copy", parent=self)
        self.copy.clicked.connect(self._on_copy)
        self._message_field = FormField("", self.message, self)
        copying = QHBoxLayout()
        copying.setSpacing(current_theme().size("space_s"))
        copying.addStretch(1)
        copying.addWidget(self.copy)
        self.reason = TextArea(3, self)
        self.field = FormField("", self.reason, self)
        for part in (self._about, self.let_in, self.keep_out, self._message_field):
            self.form.addWidget(part)
        self.form.addLayout(copying)
        self.form.addWidget(self.field)
        self.form.addStretch(1)
        self.add_cancel()
        self.let_in.toggled.connect(self._check)
        self.reason.textChanged.connect(self._check)
        self.main_requested.connect(self._record)
        self._translate_dialog()
        self.resize(600, 640)
        (self.keep_out if self._blocked else self.let_in).setFocus()
        self.ask_before_leaving(lambda: self.reason.text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()

    def _message(self) -> str:
        language, _known = language_of(self._detail)
        return fill(
            Words(Language(language)).template("term_over_message.text"),
            {
                "member_name": self._over.member_name,
                "group_name": self._over.group_name,
                "manager_name": self._context.desk.operator.name,
            },
        ).text

    def _translate_dialog(self) -> None:
        over, today = self._over, self._context.desk.clock().date()
        last = self._context.dates.day(date.fromisoformat(over.until), today)
        self.set_head(
            self.tr("May {0} come back?").format(over.member_name),
            self.tr("{0} · case {1}").format(over.group_name, over.case_number),
            name=over.member_name,
        )
        self._about.setText(
            self.tr("The removal held until {0}. GroupDesk lets nobody in and tells nobody.")
            .format(last)
        )  # fmt: skip
        if self._blocked:
            told = self.tr(
                "{0} is on the blocklist, which keeps them out of all groups. Take them off it"
                " first where they may come back."
            )
            self.banner.show_message(told.format(over.member_name), "warning")
        self.let_in.setText(self.tr("&They may come back"))
        self.keep_out.setText(self.tr("&Keep them out; the join check goes on to warn"))
        self._message_field.set_caption(self.tr("&Message to the member"))
        self.copy.setText(self.tr("Copy message"))
        self._check()

    def _check(self) -> None:
        let_in = self.let_in.isChecked()
        self._message_field.setVisible(let_in)
        self.copy.setVisible(let_in)
        remark, reason = self.tr("&Remark: whether and how they were told"), self.tr("&Reason")
        self.field.set_caption(remark if let_in else reason)
        self.field.clear_error()
        missing = not let_in and is_blank(self.reason.text)
        self.set_missing([self.tr("a reason")] if missing else [])
        self.set_main(self.tr("Record"), "check")

    def _record(self) -> None:
        choice = TaskState.LET_IN if self.let_in.isChecked() else TaskState.KEPT_OUT
        operation, task, text = self._operation, self._over.task_id, self.reason.text
        terms_over = self._context.desk.terms_over
        self.set_busy(True)
        self._context.runner.run(
            self,
            lambda: terms_over.decide(operation, task, choice, text),
            self._on_recorded,
            self._on_failed,
        )

    def _on_recorded(self, receipt: Receipt) -> None:
        self.set_busy(False)
        let_in, name = self.let_in.isChecked(), self._over.member_name
        told = self.tr("{0} may come back.") if let_in else self.tr("{0} is kept out.")
        self.accept()
        self._context.done(receipt)
        self._context.notify(
            told.format(name),
            action_text=self.tr("They asked already…") if let_in else "",
            action=self._ask_back if let_in else None,
            seconds=_TOLD_SECONDS,
        )

    def _ask_back(self) -> None:
        over, behind = self._over, self.parentWidget() or self
        person = self._context.desk.members.row(over.membership_id).person_id
        MemberActs(self._context, behind).ask_back(over.group_id, person)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.show_failure(error, self._context.error_text(error), {"reason": self.field})

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.message.text)
        self.banner.show_message(
            self.tr("Copied. It is sent once you send it."), "accent", seconds=_COPIED_SECONDS
        )
