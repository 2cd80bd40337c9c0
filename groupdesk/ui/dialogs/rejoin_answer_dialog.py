# SPDX-License-Identifier: MIT
"""Answers somebody who wants to come back: yes, not yet, no, or withdrawn, with the letter."""

from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import DraftRecord
from groupdesk.domain.enums import Language, TemplateKind
from groupdesk.domain.errors import GroupDeskError, StateChangedError, ValidationError
from groupdesk.domain.leaving import MAX_DAYS
from groupdesk.domain.leaving_enums import RejoinEntryKind
from groupdesk.domain.records import Receipt
from groupdesk.domain.rejoin_records import RejoinAnswer, RejoinRecord
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.letter_dialog import LetterDialog
from groupdesk.ui.draft_keeper import Contents
from groupdesk.ui.rejoin_acts import letter_of
from groupdesk.ui.rejoin_words import letter_values, spoken, variant_of
from groupdesk.ui.widgets.act_draft_frame import ActDraftFrame
from groupdesk.ui.widgets.act_frame import TOLD_SECONDS
from groupdesk.ui.widgets.banner import Banner
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.day_choice import LATER, DayChoice
from groupdesk.ui.widgets.form_field import FormField, TakesError
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.letter_editor import LetterEditor
from groupdesk.ui.widgets.number_field import NumberField
from groupdesk.ui.widgets.rejoin_known import RejoinKnownPanel
from groupdesk.ui.widgets.text_area import TextArea

_ANSWERS = (
    RejoinEntryKind.APPROVED,
    RejoinEntryKind.LATER,
    RejoinEntryKind.DECLINED,
    RejoinEntryKind.WITHDRAWN,
)
_WITH_REASON = frozenset({RejoinEntryKind.LATER, RejoinEntryKind.DECLINED})


class RejoinAnswerDialog(ActDraftFrame):
    """A yes against what still holds asks why, and says how to lift it instead.

    Each request has a draft of its own.
    """

    def __init__(
        self, context: UiContext, record: RejoinRecord, parent: QWidget | None = None
    ) -> None:
        """Answer `record`."""
        super().__init__(
            context,
            f"rejoin_answer.{record.row.id}",
            None,
            parent,
            open_again=lambda: partial(_open, context, record.row.id, parent),
        )
        self.rejoin = record
        self._group = context.desk.groups.get(record.row.group_id)
        self.answers = ChipRow("", parent=self)
        self._follows = label(role="secondary", parent=self, wrap=True)
        self.until = DayChoice(context, LATER, self)
        self.trial = NumberField(0, MAX_DAYS, self)
        self.trial.setValue(record.known.usual_trial)
        self.held = Banner(self)
        self.override = TextArea(2, self)
        self.reason = TextArea(3, self)
        self.until_field = FormField("", self.until, self)
        self.trial_field = FormField("", self.trial, self)
        self.override_field = FormField("", self.override, self)
        self.reason_field = FormField("", self.reason, self)
        self._say_answers()
        self.letter = LetterEditor(
            context,
            record.row.group_id,
            record.language,
            self._values,
            self,
            kind=TemplateKind.REJOIN_ANSWER,
            variant=variant_of(self.kind, self.trial.value()),
        )
        self._begin()
        self._lay_out()
        self.known = RejoinKnownPanel(context, self)
        self.known.show_known(record.known)
        self.side.addWidget(self.known)
        self.side.addStretch(1)
        self._connect()
        self._translate_dialog()
        self._follow()
        self.begin()
        self.resize(self.sizeHint())
        (self.override if self.override.isVisibleTo(self) else self.reason).setFocus()

    @property
    def kind(self) -> RejoinEntryKind:
        """The answer that is chosen."""
        return RejoinEntryKind(self.answers.current)

    @property
    def asks_override(self) -> bool:
        """Whether this answer asks why, although something holds."""
        return self.kind is RejoinEntryKind.APPROVED and self.rejoin.known.needs_override

    @property
    def waits_for_another(self) -> bool:
        """Whether only somebody who may approve removals can give this answer."""
        return self.asks_override and self.rejoin.known.needs_approver > 0

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_answers()
            self._translate_dialog()
            self._follow()

    # ---- building

    def _begin(self) -> None:
        """Begin with what is usual in the group: a waiting time where it is not over."""
        cooled = self.rejoin.known.cooled_on
        today = self.context.desk.clock().date()
        self.until.set_day(cooled or (today + timedelta(days=LATER[-1])).isoformat())
        if cooled:
            self.answers.set_current(RejoinEntryKind.LATER.value)

    def _lay_out(self) -> None:
        for part in (
            *(self.answers, self._follows, self.until_field, self.trial_field, self.held),
            *(self.override_field, self.reason_field, self.letter),
        ):
            self.form.addWidget(part)
        self.form.addStretch(1)

    def _connect(self) -> None:
        self.answers.chosen.connect(lambda _key: self._follow())
        self.until.changed.connect(self._follow)
        self.trial.valueChanged.connect(lambda _days: self._follow())
        self.reason.textChanged.connect(self._follow)
        self.override.textChanged.connect(self._on_override)
        self.letter.changed.connect(self._on_letter)
        self.letter.copied.connect(self._on_copied)
        self.main_requested.connect(
            lambda: self.record(self._request, self.context.desk.leaving.rejoin_requests.answer)
        )

    # ---- words

    def _say_answers(self) -> None:
        words = self.context.translations.words
        self.answers.setAccessibleName(self.tr("The answer"))
        self.answers.set_chips(
            [Chip(one.value, words(f"rejoin_entry_kind.{one.value}")) for one in _ANSWERS]
        )

    def _translate_dialog(self) -> None:
        row = self.rejoin.row
        asked = spoken(self.context).day_of(row.asked_at)
        self.set_head(
            self.tr("Answer {0}, who wants to come back").format(row.name),
            self.tr("{0} · asked {1}").format(row.group_name, asked),
            name=row.name,
        )
        self.until_field.set_caption(self.tr("&Not before"))
        self.until.set_caption(self.tr("Not before"))
        self.trial_field.set_caption(self.tr("&Trial, in days"))
        self.trial_field.set_hint(self.tr("At its end Today asks how it went. 0: no trial."))
        self.override_field.set_caption(self.tr("&Why they may come back all the same"))
        if self.rejoin.known.needs_approver:
            self.held.show_message(
                self.context.translations.words(
                    "error.return_needs_approver", number=self.rejoin.known.needs_approver
                ),
                "warning",
            )
        elif self.rejoin.known.held:
            self.held.show_message(
                self.tr(
                    "A block or a removal holds. If it was wrong, or is over for you, lift it"
                    " first, at the case or the blocklist; else say here why."
                ),
                "warning",
            )
        elif self.rejoin.known.own:
            self.held.show_message(
                self.tr("This is your own request. Somebody else should answer it."), "warning"
            )
        self.set_main(self.tr("Record answer"), "check")

    def _what_follows(self) -> str:
        if self.kind is RejoinEntryKind.APPROVED:
            if self.rejoin.here:
                return self.tr("They are in the group already and are back with this.")
            return self.tr(
                "They become a task on Today until they are in the group again; a member list that"
                " shows them closes it, too."
            )
        if self.kind is RejoinEntryKind.LATER:
            return self.tr("On that day the request stands on Today again.")
        if self.kind is RejoinEntryKind.DECLINED:
            return self.tr("They may ask again another time.")
        return self.tr("The request ends; they may ask again another time.")

    # ---- following the form

    def _values(self, language: Language) -> dict[str, str]:
        return letter_values(
            self.rejoin.row.name,
            self._group,
            self.context.desk.operator.name,
            language,
            reason=self.reason.text,
            until=self.until.day if self.kind is RejoinEntryKind.LATER else "",
            trial_days=self._trial_days(),
        )

    def _trial_days(self) -> int:
        return self.trial.value() if self.kind is RejoinEntryKind.APPROVED else 0

    def _on_letter(self) -> None:
        self.keeper.touch()
        self._show_state()

    def _on_override(self) -> None:
        self.keeper.touch()
        self.override_field.clear_error()
        self._show_state()

    def _on_copied(self) -> None:
        self.banner.show_message(
            self.tr("Copied. Record the answer before you send the letter."),
            "accent",
            seconds=TOLD_SECONDS,
        )

    def _follow(self) -> None:
        for field in (self.until_field, self.trial_field, self.reason_field):
            field.clear_error()
        kind = self.kind
        self.until_field.setVisible(kind is RejoinEntryKind.LATER)
        self.trial_field.setVisible(kind is RejoinEntryKind.APPROVED)
        self.held.setVisible(self.asks_override)
        self.override_field.setVisible(self.asks_override and not self.waits_for_another)
        needed = kind in _WITH_REASON
        self.reason_field.set_caption(
            self.tr("&Reason, shown to them") if needed else self.tr("Note, may &stay empty")
        )
        self.keeper.touch()
        self._follows.setText(self._what_follows())
        self.letter.setVisible(kind is not RejoinEntryKind.WITHDRAWN)
        self.letter.follow(variant_of(kind, self._trial_days()))
        self._show_state()

    def _show_state(self) -> None:
        missing = []
        if self.waits_for_another:
            missing.append(self.tr("an admin or the owner"))
        elif self.asks_override and is_blank(self.override.text):
            missing.append(self.tr("why they may come back"))
        if self.kind in _WITH_REASON and is_blank(self.reason.text):
            missing.append(self.tr("a reason"))
        today = self.context.desk.clock().date()
        late = self.kind is RejoinEntryKind.LATER
        if late and date.fromisoformat(self.until.day) <= today:
            missing.append(self.tr("a day after today"))
        self.set_missing(missing)

    # ---- the draft

    def form_contents(self) -> Contents:
        return {
            "answer": self.answers.current,
            "until": self.until.day,
            "trial": self.trial.value(),
            "override": self.override.text,
            "reason": self.reason.text,
            "letter": self.letter.text if self.letter.own else "",
        }, ()

    def restore_form(self, draft: DraftRecord) -> None:
        kept = draft.payload
        if kept.get("answer") in {one.value for one in _ANSWERS}:
            self.answers.set_current(str(kept["answer"]))
        self.until.set_day(str(kept.get("until", "")))
        days = kept.get("trial")
        self.trial.setValue(days if isinstance(days, int) else self.trial.value())
        self.override.set_text(str(kept.get("override", "")))
        self.reason.set_text(str(kept.get("reason", "")))
        self._follow()
        letter = str(kept.get("letter", ""))
        if letter:
            self.letter.area.set_text(letter)

    # ---- recording

    def _request(self, operation: UUID) -> RejoinAnswer:
        kind = self.kind
        letter = self.letter.text if kind is not RejoinEntryKind.WITHDRAWN else ""
        return RejoinAnswer(
            operation=operation,
            rejoin_id=self.rejoin.row.id,
            kind=kind,
            text=self.reason.text,
            until=self.until.day if kind is RejoinEntryKind.LATER else "",
            trial_days=self._trial_days(),
            override_reason=self.override.text if self.asks_override else "",
            letter=letter,
            letter_language=self.letter.chosen_language.value if letter.strip() else "",
            seen=self.rejoin.seen,
        )

    def on_recorded(self, receipt: Receipt) -> None:
        record = self.context.desk.leaving.rejoin_requests.get(receipt.subject_id)
        row, kind = record.row, self.kind
        day = spoken(self.context).day(row.until)
        told = self.context.translations.words(
            f"rejoin_told.{kind.value}", name=row.name, group=row.group_name, date=day
        )
        if row.letter_waits and kind is not RejoinEntryKind.WITHDRAWN:
            letter = letter_of(record)
            LetterDialog(self.context, letter, self.parentWidget(), told=told).open()
        else:
            self.tell(told)

    def on_refused(self, error: Exception) -> None:
        """Show what is known by now, and ask what that asks for; what was written here stays."""
        blocked = isinstance(error, ValidationError) and error.field == "override_reason"
        if not (blocked or isinstance(error, StateChangedError)):
            return
        try:
            self.rejoin = self.context.desk.leaving.rejoin_requests.get(self.rejoin.row.id)
        except GroupDeskError:
            return  # the banner says that it is gone
        self.known.show_known(self.rejoin.known)
        self._translate_dialog()
        self._follow()

    def named_fields(self) -> dict[str, TakesError]:
        return {
            "text": self.reason_field,
            "reason": self.reason_field,
            "until": self.until_field,
            "trial_days": self.trial_field,
            "override_reason": self.override_field,
            "letter": self.letter.field,
        }


def _open(context: UiContext, rejoin_id: int, parent: QWidget | None) -> None:
    record = context.desk.leaving.rejoin_requests.get(rejoin_id)
    RejoinAnswerDialog(context, record, parent).open()
