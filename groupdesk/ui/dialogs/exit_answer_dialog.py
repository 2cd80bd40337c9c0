# SPDX-License-Identifier: MIT
"""Answers a request to leave: agreed, asked to stay for now, or the member stays after all."""

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain import exits
from groupdesk.domain.act_records import DraftRecord
from groupdesk.domain.enums import Language, SubjectKind, TemplateKind
from groupdesk.domain.errors import GroupDeskError, StateChangedError
from groupdesk.domain.exit_records import ExitAnswer, ExitRecord
from groupdesk.domain.leaving_enums import ExitEntryKind
from groupdesk.domain.records import Receipt
from groupdesk.domain.template_enums import TemplateVariant
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.draft_keeper import Contents
from groupdesk.ui.exit_words import letter_values
from groupdesk.ui.message_values import message_values
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.day_choice import LATER, DayChoice
from groupdesk.ui.widgets.exit_facts import ExitFacts
from groupdesk.ui.widgets.exit_frames import ExitDraftFrame
from groupdesk.ui.widgets.exit_groups import ExitGroups
from groupdesk.ui.widgets.exit_notices import ExitNotices
from groupdesk.ui.widgets.form_field import FormField, TakesError
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.letter_editor import LetterEditor
from groupdesk.ui.widgets.member_name_field import MemberNameField
from groupdesk.ui.widgets.text_area import TextArea

KIND = "exit_answer"
_KINDS = (ExitEntryKind.APPROVED, ExitEntryKind.ASKED_TO_STAY, ExitEntryKind.WITHDRAWN)
_VARIANTS = {
    ExitEntryKind.APPROVED: TemplateVariant.APPROVED,
    ExitEntryKind.ASKED_TO_STAY: TemplateVariant.STAY,
    ExitEntryKind.WITHDRAWN: TemplateVariant.WITHDRAWN,
}


class ExitAnswerDialog(ExitDraftFrame):
    """The letter follows what is chosen, until a person changes its text."""

    def __init__(
        self,
        context: UiContext,
        record: ExitRecord,
        parent: QWidget | None = None,
        *,
        kind: ExitEntryKind = ExitEntryKind.APPROVED,
    ) -> None:
        """Answer `record`, at first with `kind`."""
        row = record.row
        super().__init__(
            context,
            KIND,
            row.membership_id,
            parent,
            open_again=lambda: partial(_open, context, record.row.id, parent),
        )
        self.exit = record
        self._detail = context.desk.members.detail(row.membership_id)
        self.kinds = ChipRow("", parent=self)
        self._means = label(role="secondary", parent=self, wrap=True)
        self.together = ExitGroups(self)
        self.until = DayChoice(context, LATER, self, optional=True)
        self.who = MemberNameField(context, row.group_id, row.membership_id, self)
        self.reason = TextArea(2, self)
        self.until_field = FormField("", self.until, self)
        self.who_field = FormField("", self.who, self)
        self.reason_field = FormField("", self.reason, self)
        self._say_kinds()
        self.kinds.set_current(kind.value)
        self._suggest()
        self.letter = LetterEditor(
            context,
            row.group_id,
            record.language,
            self._values,
            self,
            kind=TemplateKind.EXIT_ANSWER,
            variant=_VARIANTS[kind],
        )
        self.notices = ExitNotices(context, self)
        self.facts = ExitFacts(context, self)
        self.letter.setHidden(record.operator_too)  # nobody writes to themselves
        self._lay_out()
        self._connect()
        self._show_record()
        self._translate_dialog()
        self.begin()
        self._follow()
        self.resize(self.sizeHint())
        self.kinds.button(self.kinds.current).setFocus()

    @property
    def kind(self) -> ExitEntryKind:
        """What becomes of the request."""
        return ExitEntryKind(self.kinds.current)

    @property
    def _named(self) -> bool:
        """Whether it is asked who takes over: from a member like any other nobody does."""
        if self.kind is ExitEntryKind.APPROVED:
            return self.exit.hands_over
        return self.kind is ExitEntryKind.ASKED_TO_STAY

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_kinds()
            self._translate_dialog()
            self._follow()

    # ---- building

    def _lay_out(self) -> None:
        for part in (
            *(self.kinds, self._means, self.together, self.until_field, self.who_field),
            *(self.reason_field, self.letter),
        ):
            self.form.addWidget(part)
        self.form.addStretch(1)
        self.side.addWidget(self.facts)
        self.side.addWidget(self.notices)
        self.side.addStretch(1)

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._on_kind)
        for signal in (self.until.changed, self.who.changed, self.reason.textChanged):
            signal.connect(self._on_changed)
        self.letter.changed.connect(self._on_changed)
        self.letter.copied.connect(self._on_copied)
        self.notices.owner_requested.connect(self._name_owner)
        self.notices.exit_requested.connect(self._leave_for)
        self.main_requested.connect(lambda: self.record(self._request, self._work))

    def _suggest(self) -> None:
        """Offer the day that they wish, or that is usual here, and whoever was named before."""
        record, today = self.exit, self.context.desk.clock().date()
        usual = exits.last_day(record.way.stay_days, today).isoformat()
        staying = self.kind is ExitEntryKind.ASKED_TO_STAY
        wish = max(record.row.wish_on, today.isoformat()) if record.row.wish_on else ""
        self.until.set_day(usual if staying else wish)
        if not self.who.name:
            self.who.set_name(record.row.replacement_name)

    # ---- words and state

    def _say_kinds(self) -> None:
        self.kinds.setAccessibleName(self.tr("Answer"))
        texts = {
            ExitEntryKind.APPROVED: self.tr("May leave"),
            ExitEntryKind.ASKED_TO_STAY: self.tr("Ask to stay for now"),
            ExitEntryKind.WITHDRAWN: self.tr("Stays after all"),
        }
        self.kinds.set_chips([Chip(one.value, texts[one]) for one in _KINDS])

    def _translate_dialog(self) -> None:
        row = self.exit.row
        self.set_head(
            self.tr("Answer {0}").format(row.member_name),
            self.tr("{0} · asked {1}").format(row.group_name, self.spoken().moment(row.asked_at)),
            name=row.member_name,
        )
        self.together.set_caption(self.tr("Answered with it, asked at the same time"))
        self.who_field.set_caption(self.tr("&Who takes over"))
        self.until_field.set_caption(self.tr("A las&t day"))
        self.until.name_none(self.tr("Any day"))
        self.until.set_caption(self.tr("A last day"))
        self.reason_field.set_caption(self.tr("&Note, may stay empty"))
        self.reason_field.set_hint(self.tr("For the records; the letter says it only if you do."))
        self.set_main(self.tr("Record answer"), "check")

    def _show_record(self) -> None:
        self.facts.show_exit(self.exit)
        self.notices.show_outlook(self.exit)
        self.together.show_exit(self.exit, exits.IN_FORCE)

    def _on_kind(self, _key: str) -> None:
        self._suggest()
        self._on_changed()

    def _on_changed(self) -> None:
        for field in (self.until_field, self.who_field, self.reason_field):
            field.clear_error()
        self.keeper.touch()
        self._follow()

    def _follow(self) -> None:
        kind = self.kind
        means = {
            ExitEntryKind.APPROVED: self.tr("The last day may stay open: then any day is fine."),
            ExitEntryKind.ASKED_TO_STAY: self.tr(
                "They stay until the person you name has taken over, at most through the day you"
                " set. They are free to leave sooner."
            ),
            ExitEntryKind.WITHDRAWN: self.tr("The request ends; nothing else changes."),
        }
        self._means.setText(means[kind])
        named = self._named
        self.who_field.setVisible(named)
        self.until_field.setVisible(kind is not ExitEntryKind.WITHDRAWN)
        self.letter.follow(_VARIANTS[kind])
        staying = kind is ExitEntryKind.ASKED_TO_STAY
        missing = []
        if staying and not self.until.day:
            missing.append(self.tr("the last day"))
        if staying and is_blank(self.who.name):
            missing.append(self.tr("who takes over"))
        elif named and self.who.doubtful:
            missing.append(self.tr("whether a customer takes over"))
        self.set_missing(missing)

    def _values(self, language: Language) -> Mapping[str, str]:
        goes = self.kind is not ExitEntryKind.WITHDRAWN
        asked = self.context.desk.clock().date()
        name = self.context.desk.operator.name
        values = message_values(self._detail, name, language, None, asked)
        return values | letter_values(
            self.exit,
            language,
            until=self.until.day if goes else "",
            replacement=self.who.name if self._named else "",
            reason=self.reason.text,
            manager=name,
        )

    def _on_copied(self) -> None:
        self.banner.show_message(
            self.tr("Copied. Record the answer before you send the letter."), "accent", seconds=8
        )

    def _name_owner(self) -> None:
        from groupdesk.ui.dialogs.exit_owner_dialog import ExitOwnerDialog  # noqa: PLC0415

        dialog = ExitOwnerDialog(self.context, self.exit, self)
        dialog.accepted.connect(self._read_again)
        dialog.open()

    def _leave_for(self, exit_id: int) -> None:
        self.reject()
        self.context.go_to_request(SubjectKind.EXIT, exit_id)

    def _read_again(self) -> None:
        try:
            self.exit = self.context.desk.leaving.exits.get(self.exit.row.id)
        except GroupDeskError as error:
            self.banner.show_message(self.context.error_text(error), "danger")
        else:
            self._show_record()

    # ---- the draft

    def form_contents(self) -> Contents:
        return {
            "exit": self.exit.row.id,
            "kind": self.kinds.current,
            "until": self.until.day,
            "who": self.who.name,
            "reason": self.reason.text,
            "letter": self.letter.text if self.letter.own else "",
        }, ()

    def restore_form(self, draft: DraftRecord) -> None:
        kept = draft.payload
        if kept.get("exit") != self.exit.row.id or kept.get("kind") not in set(_KINDS):
            return
        self.kinds.set_current(str(kept["kind"]))
        self.until.set_day(str(kept.get("until", "")))
        self.who.set_name(str(kept.get("who", "")))
        self.reason.set_text(str(kept.get("reason", "")))
        self._follow()
        letter = str(kept.get("letter", ""))
        if letter:
            self.letter.area.set_text(letter)

    # ---- recording

    def _request(self, operation: UUID) -> ExitAnswer:
        goes = self.kind is not ExitEntryKind.WITHDRAWN
        letter = "" if self.exit.operator_too else self.letter.text
        others = self.together.chosen
        return ExitAnswer(
            operation=operation,
            exit_ids=(self.exit.row.id, *others),
            kind=self.kind,
            text=self.reason.text,
            until=self.until.day if goes else "",
            replacement_name=self.who.name if self._named else "",
            replacement_id=self.who.membership_id if self._named else 0,
            letter=letter,
            letter_language=self.letter.chosen_language.value if letter.strip() else "",
            seen=max(self.exit.seen, *(one.seen for one in self.exit.earlier if one.together), 0),
        )

    def _work(self, request: ExitAnswer) -> Receipt:
        return self.context.desk.leaving.exits.answer(request)

    def on_recorded(self, receipt: Receipt) -> None:
        from groupdesk.ui.exit_acts import ExitActs  # noqa: PLC0415  # which opens this dialog

        row = self.exit.row
        told = self.context.translations.words(
            f"exit_told.{self.kind.value}",
            name=row.member_name,
            date=self.spoken().day(self.until.day),
        )
        record = self.context.desk.leaving.exits.get(receipt.subject_id)
        behind = self.parentWidget()
        written = not self.exit.operator_too and not is_blank(self.letter.text)
        if record.row.has_letter and written and behind is not None:
            ExitActs(self.context, behind).letter(record, told=told)
        else:
            self.tell(told)

    def on_refused(self, error: Exception) -> None:
        if isinstance(error, StateChangedError):
            self._read_again()

    def named_fields(self) -> dict[str, TakesError]:
        return {
            "until": self.until_field,
            "replacement_name": self.who_field,
            "text": self.reason_field,
            "letter": self.letter.field,
        }


def _open(context: UiContext, exit_id: int, parent: QWidget | None) -> None:
    record = context.desk.leaving.exits.get(exit_id)
    ExitAnswerDialog(context, record, parent).open()
