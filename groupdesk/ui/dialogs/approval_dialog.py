# SPDX-License-Identifier: MIT
"""Another operator answers a removal that waits for it: what it rests on, then yes or no."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Action
from groupdesk.domain.errors import RefusedError
from groupdesk.domain.records import Receipt
from groupdesk.domain.removal_records import ApprovalRow
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.refusals import refuse, why_not
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.evidence_gallery import EvidenceGallery
from groupdesk.ui.widgets.fact_list import FactList
from groupdesk.ui.widgets.fair_record import FairRecord
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel
from groupdesk.ui.widgets.text_area import TextArea

_TOLD_SECONDS = 8
_TEXTS = ("reason", "comment", "quoted", "notice")


class ApprovalDialog(DialogFrame):
    """Those who were asked about in one act are looked at one by one and answered together.

    Whoever asked reads why somebody else has to answer, and can withdraw the request.
    """

    answered = Signal()

    def __init__(
        self, context: UiContext, rows: Sequence[ApprovalRow], parent: QWidget | None = None
    ) -> None:
        """Ask about `rows`, at least one, all of the same act."""
        super().__init__(parent)
        self._context = context
        self._rows = tuple(rows)
        self._operation = uuid4()
        self._own = self._rows[0].own
        self.whom: ChoiceBox[int] = ChoiceBox(self)
        self._whom_field = FormField("", self.whom, self)
        self.facts = FactList(self)
        self._heads = {name: SectionLabel(parent=self) for name in _TEXTS}
        self._texts = {name: label(parent=self, wrap=True, selectable=True) for name in _TEXTS}
        self._pictures_head = SectionLabel(parent=self)
        self.pictures = EvidenceGallery(context, self)
        self.said = TextArea(3, self)
        self.field = FormField("", self.said, self)
        self.then = FairRecord(context, self)
        self.now = FairRecord(context, self, since=True)
        self.decline = self.add_right(button("", icon_name="ban", parent=self))
        self.switch = self.add_left(context.acts.button("operator.switch", parent=self))
        self.add_cancel()
        self._lay_out()
        self._connect()
        self._say()
        self._show_row()
        self.said.setFocus()
        self.ask_before_leaving(lambda: self.said.text)

    @property
    def row(self) -> ApprovalRow:
        """The request that is shown."""
        return self._rows[max(self.whom.currentIndex(), 0)]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._show_row()

    # ---- building

    def _lay_out(self) -> None:
        self._whom_field.setVisible(len(self._rows) > 1)
        self.form.addWidget(self._whom_field)
        self.form.addWidget(self.facts)
        for name in _TEXTS[:3]:
            self.form.addWidget(self._heads[name])
            self.form.addWidget(self._texts[name])
        self.form.addWidget(self._pictures_head)
        self.form.addWidget(self.pictures)
        self.form.addWidget(self._heads["notice"])
        self.form.addWidget(self._texts["notice"])
        self.form.addWidget(self.field)
        self.form.addStretch(1)
        self.side.addWidget(self.then)
        self.side.addWidget(self.now)
        self.side.addStretch(1)
        self.decline.setVisible(not self._own)

    def _connect(self) -> None:
        self.whom.chosen.connect(self._show_row)
        self.said.textChanged.connect(self._check)
        self.decline.clicked.connect(self._decline)
        self.switch.clicked.connect(self.reject)  # what was written is asked about first
        self.main_requested.connect(self._withdraw if self._own else self._approve)

    # ---- words

    def _say(self) -> None:
        first, count = self._rows[0], len(self._rows)
        asked = self._moment(first.removal.decided_at)
        title = (
            self.tr("Approve the removal of {0}?").format(first.removal.member_name)
            if count == 1
            else self.tr("Approve the removal of %n members?", "", count)
        )
        self.set_head(
            title,
            self.tr("Asked for by {0}, {1}").format(first.removal.operator, asked),
            name=first.removal.member_name,
        )
        self._whom_field.set_caption(self.tr("&Look at"))
        self.whom.set_choices(
            [
                (f"{row.removal.member_name} · {row.group_name}", at)
                for at, row in enumerate(self._rows)
            ]
        )
        heads = {
            "reason": self.tr("Reason, as the member reads it"),
            "comment": self.tr("Internal comment"),
            "quoted": self.tr("What was written"),
            "notice": self.tr("Notice to the member"),
        }
        for name, text in heads.items():
            self._heads[name].setText(text)
        self._pictures_head.setText(self.tr("Screenshots"))
        self.decline.setText(self.tr("Decline"))
        if self._own:
            self.set_main(self.tr("Withdraw request"), "undo-2", "danger")
            self.field.set_caption(self.tr("&Why you withdraw it"))
        else:
            self.set_main(self.tr("Approve removal"), "user-check", "danger")
            self.field.set_caption(self.tr("&Note, or the reason if you decline"))
        self._check()

    def _show_row(self) -> None:
        row = self.row
        self.facts.set_facts(self._facts(row))
        texts = {
            "reason": row.removal.reason,
            "comment": row.removal.comment,
            "quoted": row.quoted_text,
            "notice": row.removal.notice,
        }
        for name, text in texts.items():
            self._texts[name].setText(text)
            self._texts[name].setVisible(bool(text))
            self._heads[name].setVisible(bool(text))
        self.pictures.show_records(row.evidence)
        self.then.show_lines(row.removal.fair_process)
        self.now.show_lines(
            [line for line in row.fair_now if line.item in row.changed] if row.changed else ()
        )
        self._say_why_not(row)

    def _facts(self, row: ApprovalRow) -> list[tuple[str, str]]:
        words, dates, removal = self._context.translations.words, self._context.dates, row.removal
        title = row.rule_titles.get(words.language) or next(iter(row.rule_titles.values()), "")
        term = words(
            f"term.{removal.term.value}",
            date=dates.day(date.fromisoformat(removal.until), self._today())
            if removal.until
            else "",
        )
        if removal.blocks:
            term = self.tr("{0}; blocked in all groups").format(term)
        return [
            (self.tr("Group"), row.group_name),
            (self.tr("Case"), str(removal.case_number)),
            (self.tr("Ground"), words(f"ground.{removal.ground.value}")),
            (self.tr("Rule"), f"{removal.rule_code} {title}".strip()),
            (self.tr("How long"), term),
            (self.tr("Happened"), self._moment(row.happened_at)),
            (self.tr("Removed already"), self._moment(removal.already_removed_at)),
            (self.tr("Had left already"), self._moment(removal.left_at)),
            (
                self.tr("Meant all the same"),
                " ".join(words(f"removal_concern.{one.value}") for one in sorted(removal.sure)),
            ),
        ]

    def _say_why_not(self, row: ApprovalRow) -> None:
        """Say why the operator at the desk cannot answer, or nobody can approve any more."""
        words = self._context.translations.words
        code = row.not_mine or row.refusal
        name = row.removal.operator if row.not_mine else row.removal.member_name
        if code:
            text = self._context.error_text(RefusedError(code, name=name))
            self.banner.show_message(text, "accent" if row.own else "warning")
        elif row.worse:
            missing = ", ".join(words(f"fair_item.{item.value}") for item in row.worse)
            self.banner.show_message(
                self.tr(
                    "Missing by now, although it was there when this was asked for: {0}. Say in the"
                    " note why you approve all the same."
                ).format(missing),
                "warning",
            )
        else:
            self.banner.hide()

    def _check(self) -> None:
        self.field.clear_error()
        blank = is_blank(self.said.text)
        action = Action.REMOVAL_WITHDRAW if self._own else Action.REMOVAL_APPROVE
        denied = why_not(self._context, action)
        missing = []
        if self._own and blank:
            missing.append(self.tr("a reason"))
        elif not self._own:
            if denied or any(row.not_mine or row.refusal for row in self._rows):
                missing.append(self.tr("somebody who may approve"))
            elif blank and any(row.worse for row in self._rows):
                missing.append(self.tr("a note"))
        self.set_missing(missing)
        mine = any(row.not_mine for row in self._rows)
        reason = why_not(self._context, Action.REMOVAL_DECLINE) or (
            self.tr("Somebody else has to answer this request.") if mine else ""
        )
        if not reason and blank:
            reason = self.tr("To decline, write the reason first.")
        refuse(self.decline, reason)

    def _moment(self, stored: str) -> str:
        if not stored:
            return ""
        return self._context.dates.moment(from_text(stored), self._context.desk.clock())

    def _today(self) -> date:
        return self._context.desk.clock().date()

    # ---- recording

    def _approve(self) -> None:
        self._run(self._context.desk.approvals.approve, self._on_approved)

    def _decline(self) -> None:
        self._run(self._context.desk.approvals.decline, self._on_declined)

    def _withdraw(self) -> None:
        self._run(self._context.desk.approvals.withdraw, self._on_withdrawn)

    def _run(
        self,
        answer: Callable[[UUID, Sequence[int], str], Receipt],
        then: Callable[[Receipt], None],
    ) -> None:
        ids = [row.removal.id for row in self._rows]
        self.set_busy(True)
        self._context.runner.run(
            self, partial(answer, self._operation, ids, self.said.text), then, self._on_failed
        )

    def _on_approved(self, receipt: Receipt) -> None:
        from groupdesk.ui.dialogs.carry_out_dialog import CarryOutDialog  # noqa: PLC0415

        self._end(receipt, self.tr("Approved. It can be carried out now."))
        removal_id = self._rows[0].removal.id
        CarryOutDialog(self._context, removal_id, self.parentWidget()).open()

    def _on_declined(self, receipt: Receipt) -> None:
        self._end(receipt, self.tr("Declined. {0} stays a member.").format(self._names()))

    def _on_withdrawn(self, receipt: Receipt) -> None:
        self._end(receipt, self.tr("The request is withdrawn; nothing was carried out."))

    def _end(self, receipt: Receipt, told: str) -> None:
        self.set_busy(False)
        self.accept()
        self._context.done(receipt)
        self._context.notify(told, seconds=_TOLD_SECONDS)
        self.answered.emit()

    def _names(self) -> str:
        first, others = self._rows[0].removal.member_name, len(self._rows) - 1
        return first if not others else self.tr("{0} and {1} more").format(first, others)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        text = self._context.error_text(error)
        self.show_failure(error, text, {"note": self.field, "reason": self.field})


def waiting_with(context: UiContext, removal_id: int) -> tuple[ApprovalRow, ...]:
    """Return a waiting removal and those asked for in the same act; empty where it was answered."""
    return context.desk.approvals.of_act(removal_id)
