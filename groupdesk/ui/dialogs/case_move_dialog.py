# SPDX-License-Identifier: MIT
"""Puts right where something stands: an act in the wrong case, a case about the wrong person."""

from functools import partial
from uuid import uuid4

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import CaseRow
from groupdesk.domain.case_records import CaseFilter
from groupdesk.domain.enums import SubjectKind
from groupdesk.domain.records import MemberDetail, Receipt, TimelineEntry
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.reason_dialog import ReasonDialog
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.text_area import TextArea

_TOLD_SECONDS = 8
_NEW = 0


class CaseMoveDialog(DialogFrame):
    """The other cases of the member are offered, and a new one; both cases tell the reason."""

    def __init__(
        self, context: UiContext, entry: TimelineEntry, title: str, parent: QWidget | None = None
    ) -> None:
        """Move a talk or a message, which is called `title`."""
        super().__init__(parent, side=False)
        self._context = context
        self._entry = entry
        self._named = title
        self._operation = uuid4()
        language = context.translations.language
        self._case = context.desk.cases.get(entry.case_number, language)
        rows = context.desk.cases.rows(membership_id=self._case.membership_id, language=language)
        self._rows = [row for row in rows if row.number != entry.case_number]
        self.to: ChoiceBox[int] = ChoiceBox(self)
        self.reason = TextArea(4, self)
        self._to_field = FormField("", self.to, self)
        self._reason_field = FormField("", self.reason, self)
        self.form.addWidget(self._to_field)
        self.form.addWidget(self._reason_field, 1)
        self.add_cancel()
        self._say()
        self.to.chosen.connect(self._check)
        self.reason.textChanged.connect(self._check)
        self.main_requested.connect(self._save)
        self.resize(560, 420)
        self.to.setFocus()
        self.ask_before_leaving(lambda: self.reason.text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        words, case = self._context.translations.words, self._case
        choices = []
        for row in self._rows:
            rule = f"{row.rule_code} {row.rule_title}".strip() or self.tr("No rule")
            said = self.tr("Case {0}: {1} · {2}").format(row.number, rule, words(row.state_word))
            choices.append((said, row.number))
        self.to.set_choices([*choices, (self.tr("A new case"), _NEW)])
        self.set_head(
            self.tr("Move out of case {0}").format(case.number), self._named, name=case.member_name
        )
        self._to_field.set_caption(self.tr("Where it &belongs"))
        self._to_field.set_hint(
            self.tr("What it says stays as it is, and it counts as before. Both cases tell this.")
        )
        self._reason_field.set_caption(self.tr("&Reason"))
        self.set_main(self.tr("Move"), "arrow-right-left")
        self._check()

    def _check(self) -> None:
        self._reason_field.clear_error()
        self._to_field.clear_error()
        self.set_missing([self.tr("a reason")] if is_blank(self.reason.text) else [])

    def _save(self) -> None:
        self.set_busy(True)
        self._context.runner.run(
            self,
            partial(
                self._context.desk.case_corrections.move_act,
                self._operation,
                SubjectKind(self._entry.kind),
                self._entry.id,
                self.to.value,
                self.reason.text,
                from_=self._entry.case_number,
            ),
            self._on_saved,
            self._on_failed,
        )

    def _on_saved(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self.accept()
        self._context.done(receipt)
        number, go_to = receipt.subject_id, self._context.go_to_cases
        self._context.notify(
            self.tr("It stands in case {0} now.").format(number),
            seconds=_TOLD_SECONDS,
            action_text=self.tr("Go to the case"),
            action=lambda: go_to(CaseFilter(text=f"#{number}")),
        )

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        fields = {"reason": self._reason_field, "case": self._to_field}
        self.show_failure(error, self._context.error_text(error), fields)


class CaseWrongPersonDialog(ReasonDialog):
    """A case goes on about somebody else; nothing of it stays with who it was about."""

    def __init__(
        self,
        context: UiContext,
        case: CaseRow,
        right: MemberDetail,
        parent: QWidget | None = None,
    ) -> None:
        """Let `case` go on about `right`."""
        self._case, self._meant = case, right
        super().__init__(
            context,
            parent,
            say=self._say_texts,
            work=lambda: partial(
                context.desk.case_corrections.wrong_person,
                self.operation,
                case.number,
                right.row.id,
                self.reason.text,
            ),
            told=lambda: self.tr("Case {0} is closed; it goes on about {1}.").format(
                case.number, right.row.name
            ),
        )

    def _say_texts(self) -> None:
        case, right = self._case, self._meant.row
        self.set_head(
            self.tr("Case {0} is about somebody else").format(case.number),
            self.tr("{0}, not {1}").format(right.name, case.member_name),
            name=right.name,
        )
        self.about.setText(
            self.tr(
                "A new case about {0} takes what was said and shown. Case {1} is closed and leaves"
                " nothing in the timeline of {2}."
            ).format(right.name, case.number, case.member_name)
        )
        self.field.set_caption(self.tr("&How the mix-up came about"))
        self.set_main(self.tr("Change the person"), "user-check")
