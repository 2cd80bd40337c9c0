# SPDX-License-Identifier: MIT
"""Decides an appeal: how it ends and why, what follows from it, and the letter to the member."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QWidget

from groupdesk.domain.appeal_enums import AppealState
from groupdesk.domain.appeal_records import AppealRecord, DecisionRequest
from groupdesk.domain.appeals import require_shorter
from groupdesk.domain.decision_enums import AppealOutcome
from groupdesk.domain.enums import Language, SubjectKind, Term
from groupdesk.domain.errors import GroupDeskError, StateChangedError, ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.domain.template_enums import TemplateVariant
from groupdesk.domain.text import is_blank
from groupdesk.ui.appeal_words import letter_values
from groupdesk.ui.context import UiContext
from groupdesk.ui.message_values import message_values
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.appeal_facts import FirstDecision
from groupdesk.ui.widgets.appeal_frame import AppealFrame
from groupdesk.ui.widgets.appeal_said import AppealSaid
from groupdesk.ui.widgets.banner import Banner
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.form_field import FormField, TakesError
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.letter_editor import LetterEditor
from groupdesk.ui.widgets.text_area import TextArea

TOLD_SECONDS = 8
_OFFERED_DAYS = 14
_TERMS = (Term.UNTIL, Term.MAY_RETURN)


class AppealDecisionDialog(AppealFrame):
    """What is chosen here is written in one act with what follows from it."""

    def __init__(
        self, context: UiContext, appeal: AppealRecord, parent: QWidget | None = None
    ) -> None:
        """Decide `appeal`; where the operator took part in the first decision, ask why."""
        super().__init__(context, parent)
        self.appeal = appeal
        self._detail = context.desk.members.detail(appeal.row.membership_id)
        self.outcomes = ChipRow("", parent=self)
        self._follows = label(role="secondary", parent=self, wrap=True)
        self.term: ChoiceBox[Term] = ChoiceBox(self)
        self.until = QDateEdit(self)
        self.until.setCalendarPopup(True)
        self.until.setDate(self._first_day())
        self.term_field = FormField("", self.term, self)
        self.until_field = FormField("", self.until, self)
        self.reason = TextArea(3, self)
        self.reason_field = FormField("", self.reason, self)
        self.own = Banner(self)
        self.override = TextArea(2, self)
        self.override_field = FormField("", self.override, self)
        self.block = QCheckBox(self)
        self.block.setChecked(True)  # who may come back is to be let in
        self._say_outcomes()
        self.letter = LetterEditor(
            context, appeal.row.group_id, appeal.target.language, self._values, self
        )
        self._lay_out()
        self.said = AppealSaid(context, appeal, self)
        self.side.addWidget(self.said)
        self.side.addWidget(FirstDecision(context, appeal.target, self, appeal=appeal))
        self.side.addStretch(1)
        self.add_cancel()
        self._connect()
        self._translate_dialog()
        self._follow()
        self.resize(self.sizeHint())
        self.reason.setFocus()
        self.ask_before_leaving(self._contents)

    @property
    def outcome(self) -> AppealOutcome:
        """How the appeal ends."""
        return AppealOutcome(self.outcomes.current)

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_outcomes()
            self._translate_dialog()

    # ---- building

    def _lay_out(self) -> None:
        self._reduction = QWidget(self)
        row = QHBoxLayout(self._reduction)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().size("space_m"))
        row.addWidget(self.term_field, 1)
        row.addWidget(self.until_field)
        for part in (
            *(self.own, self.override_field, self.outcomes, self._follows, self._reduction),
            *(self.reason_field, self.block, self.letter),
        ):
            self.form.addWidget(part)
        self.form.addStretch(1)

    def _connect(self) -> None:
        self.outcomes.chosen.connect(lambda _key: self._follow())
        self.term.chosen.connect(self._follow)
        self.until.dateChanged.connect(lambda _day: self._follow())
        self.reason.textChanged.connect(self._follow)
        self.override.textChanged.connect(self._on_override)
        self.letter.changed.connect(self._show_state)
        self.letter.copied.connect(self._on_copied)
        self.main_requested.connect(self._record)

    def _first_day(self) -> QDate:
        """Return the day that is offered first for a shorter term: one that is shorter."""
        now = self.context.desk.clock().date()
        today, last = QDate(now.year, now.month, now.day), self.appeal.target.until
        day = today.addDays(_OFFERED_DAYS)
        if last:
            day = min(day, QDate.fromString(last, Qt.DateFormat.ISODate).addDays(-1))
        return max(day, today)

    # ---- words

    def _say_outcomes(self) -> None:
        words = self.context.translations.words
        self.outcomes.setAccessibleName(self.tr("How the appeal ends"))
        self.outcomes.set_chips(
            [Chip(one.value, words(f"appeal_outcome.{one.value}")) for one in self.appeal.outcomes]
        )

    def _translate_dialog(self) -> None:
        appeal, words = self.appeal, self.context.translations.words
        row, said = appeal.row, self.spoken()
        self.set_head(
            self.tr("Decide on the objection of {0}").format(row.member_name),
            f"{said.target(appeal.target)} · {row.group_name} · "
            + self.tr("answer by {0}").format(said.day(row.answer_by)),
            name=row.member_name,
        )
        self.term_field.set_caption(self.tr("From now on the member is"))
        self.term.set_choices([(words(f"appeal_new_term.{one.value}"), one) for one in _TERMS])
        self.until_field.set_caption(self.tr("&Until"))
        self.reason_field.set_caption(self.tr("&Reason, shown to the member"))
        self.override_field.set_caption(self.tr("&Why you decide all the same"))
        self.override_field.set_hint(self.tr("It is printed with the decision."))
        self.block.setText(self.tr("Take them off the &blocklist as well"))
        self.block.setToolTip(self.tr("Blocked for: {0}").format(appeal.block_reason))
        if appeal.own_part is not None:
            part = words(f"appeal_own_part.{appeal.own_part.value}")
            self.own.show_message(
                self.tr("{0} Somebody else should decide on the objection.").format(part),
                "warning",
            )
        self.override_field.setVisible(appeal.own_part is not None)
        self.set_main(self.tr("Record decision"), "check")
        self._show_state()

    def _what_follows(self) -> str:
        """Return what becomes of things when it is decided so."""
        appeal, outcome = self.appeal, self.outcome
        if appeal.lifted_meanwhile:
            return self.tr("It was lifted already while the appeal was open.")
        if outcome is AppealOutcome.KEPT:
            return self.tr("Nothing else changes.")
        if outcome is AppealOutcome.REDUCED:
            now = self.spoken().term(appeal.target.term, appeal.target.until)
            return self.tr("The removal stays on record with its first term; now: {0}.").format(now)
        if appeal.target.kind is not SubjectKind.REMOVAL:
            return self.tr("The message stays on record, struck through, and no longer counts.")
        if appeal.target.carried_out:
            return self.tr(
                "The removal stays on record, struck through. Letting the member back in becomes a"
                " task on Today."
            )
        return self.tr(
            "The removal stays on record, struck through. Steps that are open are called off."
        )

    # ---- following the form

    def _term(self) -> tuple[Term | None, date | None]:
        """Return the term that is chosen for a reduction, nothing for another outcome."""
        if self.outcome is not AppealOutcome.REDUCED:
            return None, None
        term, day = self.term.value, self.until.date()
        return term, date(day.year(), day.month(), day.day()) if term is Term.UNTIL else None

    def _values(self, language: Language) -> dict[str, str]:
        now = self.context.desk.clock()
        outcome, term = self.outcome, self._term() if self.term.count() else (None, None)
        reason = self.reason.text
        name = self.context.desk.operator.name
        values = message_values(self._detail, name, language, None, now.date())
        return values | letter_values(self.appeal, language, now, outcome, reason, term)

    def _on_override(self) -> None:
        self.override_field.clear_error()
        self._show_state()

    def _on_copied(self) -> None:
        self.banner.show_message(
            self.tr("Copied. Record the decision before you send the letter."),
            "accent",
            seconds=TOLD_SECONDS,
        )

    def _follow(self) -> None:
        for field in (self.term_field, self.until_field, self.reason_field):
            field.clear_error()
        reduced = self.outcome is AppealOutcome.REDUCED
        self._reduction.setVisible(reduced)
        self.until_field.setVisible(reduced and self.term.value is Term.UNTIL)
        self.block.setVisible(
            self.outcome is not AppealOutcome.KEPT and bool(self.appeal.block_reason)
        )
        self._follows.setText(self._what_follows())
        self.letter.follow(TemplateVariant(self.outcome.value))
        self._show_state()

    def _show_state(self) -> None:
        missing = []
        if self.appeal.own_part is not None and is_blank(self.override.text):
            missing.append(self.tr("why you decide"))
        if is_blank(self.reason.text):
            missing.append(self.tr("a reason"))
        problem = self._term_problem()
        if problem is not None:
            field = self.until_field if problem.field == "until" else self.term_field
            field.set_error(self.context.error_text(problem), focus=False)
            missing.append(self.tr("a shorter term"))
        self.set_missing(missing)

    def _term_problem(self) -> ValidationError | None:
        if self.outcome is not AppealOutcome.REDUCED:
            return None
        target = self.appeal.target
        until = date.fromisoformat(target.until) if target.until else None
        today = self.context.desk.clock().date()
        try:
            require_shorter((target.term or Term.MAY_RETURN, until), self._term(), today)
        except ValidationError as error:
            return error
        return None

    def _contents(self) -> object:
        own = self.letter.text if self.letter.own else ""
        return [self.outcomes.current, self.reason.text, self.override.text, own]

    # ---- recording

    def _request(self, operation: UUID) -> DecisionRequest:
        term, until = self._term()
        letter = self.letter.text
        return DecisionRequest(
            operation=operation,
            appeal_id=self.appeal.row.id,
            outcome=self.outcome,
            reason=self.reason.text,
            override_reason=self.override.text if self.appeal.own_part is not None else "",
            letter=letter,
            letter_language=self.letter.chosen_language.value if letter.strip() else "",
            term=term,
            until=until.isoformat() if until else "",
            seen=self.appeal.version,
            lift_block=not self.block.isHidden() and self.block.isChecked(),
        )

    def _record(self) -> None:
        self.record(self._request, self.context.desk.appeals.decide)

    def on_recorded(self, receipt: Receipt) -> None:
        from groupdesk.ui.dialogs.appeal_letter_dialog import (  # noqa: PLC0415
            AppealLetterDialog,
        )

        told = self.context.translations.words(f"appeal_told.{self.outcome.value}")
        appeal = self.context.desk.appeals.get(receipt.subject_id)
        if appeal.decision is not None and appeal.decision.letter:
            AppealLetterDialog(self.context, appeal, self.parentWidget(), told=told).open()
        else:
            self.tell(told)

    def on_refused(self, error: Exception) -> None:
        """Show what was added meanwhile; what was written here stays."""
        if not isinstance(error, StateChangedError):
            return
        try:
            appeal = self.context.desk.appeals.get(self.appeal.row.id)
        except GroupDeskError:
            return  # the banner says that it is gone
        if appeal.row.state is AppealState.OPEN:
            self.appeal = appeal
            self.said.show_appeal(appeal)

    def named_fields(self) -> dict[str, TakesError]:
        return {
            "reason": self.reason_field,
            "override_reason": self.override_field,
            "term": self.term_field,
            "until": self.until_field,
            "letter": self.letter.field,
        }
