# SPDX-License-Identifier: MIT
"""Says how the trial of somebody who came back ended, with what happened in it beside."""

from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import DraftRecord
from groupdesk.domain.enums import Language, TemplateKind
from groupdesk.domain.leaving_enums import RejoinEntryKind
from groupdesk.domain.records import Receipt
from groupdesk.domain.rejoin_records import RejoinRecord, TrialOutcome
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.draft_keeper import Contents
from groupdesk.ui.rejoin_words import letter_values, spoken, variant_of
from groupdesk.ui.widgets.act_draft_frame import ActDraftFrame
from groupdesk.ui.widgets.act_frame import TOLD_SECONDS
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.day_choice import LATER, DayChoice
from groupdesk.ui.widgets.form_field import FormField, TakesError
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.letter_editor import LetterEditor
from groupdesk.ui.widgets.rejoin_trial import RejoinTrialPanel
from groupdesk.ui.widgets.text_area import TextArea

_OUTCOMES = (
    RejoinEntryKind.TRIAL_PASSED,
    RejoinEntryKind.TRIAL_LONGER,
    RejoinEntryKind.TRIAL_ENDED,
)


class RejoinTrialDialog(ActDraftFrame):
    """Nothing follows by itself: a talk or a removal is a decision of its own."""

    def __init__(
        self, context: UiContext, record: RejoinRecord, parent: QWidget | None = None
    ) -> None:
        """Ask about the trial of `record`."""
        super().__init__(
            context,
            f"rejoin_trial.{record.row.id}",
            None,
            parent,
            open_again=lambda: partial(_open, context, record.row.id, parent),
        )
        self.rejoin = record
        self._group = context.desk.groups.get(record.row.group_id)
        self.outcomes = ChipRow("", parent=self)
        self._follows = label(role="secondary", parent=self, wrap=True)
        self.until = DayChoice(context, LATER, self)
        self.text = TextArea(4, self)
        self.until_field = FormField("", self.until, self)
        self.text_field = FormField("", self.text, self)
        today = context.desk.clock().date()
        self.until.set_day((today + timedelta(days=LATER[-1])).isoformat())
        self._say_outcomes()
        self.letter = LetterEditor(
            context,
            record.row.group_id,
            record.language,
            self._values,
            self,
            kind=TemplateKind.REJOIN_ANSWER,
            variant=variant_of(self.kind),
        )
        self.letter.changed.connect(self.keeper.touch)
        self.letter.copied.connect(self._on_copied)
        for part in (
            *(self.outcomes, self._follows, self.until_field, self.text_field, self.letter),
        ):
            self.form.addWidget(part)
        self.form.addStretch(1)
        self.trial = RejoinTrialPanel(context, self)
        self.trial.show_trial(record.trial)
        self.side.addWidget(self.trial)
        self.side.addStretch(1)
        self._translate_dialog()
        self.outcomes.chosen.connect(lambda _key: self._follow())
        self.until.changed.connect(self._follow)
        self.text.textChanged.connect(self._follow)
        self.main_requested.connect(
            lambda: self.record(self._request, context.desk.leaving.rejoin_requests.trial)
        )
        self._follow()
        self.begin()
        self.resize(self.sizeHint())
        self.outcomes.button(self.outcomes.current).setFocus()

    @property
    def kind(self) -> RejoinEntryKind:
        """How it ended."""
        return RejoinEntryKind(self.outcomes.current)

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_outcomes()
            self._translate_dialog()
            self._follow()

    # ---- words and state

    def _say_outcomes(self) -> None:
        words = self.context.translations.words
        self.outcomes.setAccessibleName(self.tr("How the trial ended"))
        self.outcomes.set_chips(
            [Chip(one.value, words(f"rejoin_entry_kind.{one.value}")) for one in _OUTCOMES]
        )

    def _translate_dialog(self) -> None:
        row = self.rejoin.row
        self.set_head(
            self.tr("How did the trial of {0} go?").format(row.name),
            self.tr("{0} · until {1}").format(row.group_name, spoken(self.context).day(row.until)),
            name=row.name,
        )
        self.until_field.set_caption(self.tr("Trial goes on &until"))
        self.until.set_caption(self.tr("Trial goes on until"))
        self.set_main(self.tr("Record outcome"), "check")

    def _follow(self) -> None:
        for field in (self.until_field, self.text_field):
            field.clear_error()
        self.keeper.touch()
        kind = self.kind
        needed = kind is not RejoinEntryKind.TRIAL_PASSED
        self.until_field.setVisible(kind is RejoinEntryKind.TRIAL_LONGER)
        self.text_field.set_caption(
            self.tr("&Reason, shown to them") if needed else self.tr("&Note, may stay empty")
        )
        follows = {
            RejoinEntryKind.TRIAL_PASSED: self.tr("They are a member like all others."),
            RejoinEntryKind.TRIAL_LONGER: self.tr("On that day Today asks again."),
            RejoinEntryKind.TRIAL_ENDED: self.tr(
                "They stay in the group until you decide on a talk or a removal."
            ),
        }
        self._follows.setText(follows[kind])
        self.letter.follow(variant_of(kind))
        missing = []
        if needed and is_blank(self.text.text):
            missing.append(self.tr("a reason"))
        today = self.context.desk.clock().date()
        longer = kind is RejoinEntryKind.TRIAL_LONGER
        if longer and date.fromisoformat(self.until.day) <= today:
            missing.append(self.tr("a day after today"))
        self.set_missing(missing)

    def _values(self, language: Language) -> dict[str, str]:
        return letter_values(
            self.rejoin.row.name,
            self._group,
            self.context.desk.operator.name,
            language,
            reason=self.text.text,
            until=self.until.day if self.kind is RejoinEntryKind.TRIAL_LONGER else "",
            trial_days=0,
        )

    def _on_copied(self) -> None:
        told = self.tr("Copied. Record the outcome before you send the letter.")
        self.banner.show_message(told, "accent", seconds=TOLD_SECONDS)

    # ---- the draft

    def form_contents(self) -> Contents:
        return {
            "outcome": self.outcomes.current,
            "until": self.until.day,
            "text": self.text.text,
            "letter": self.letter.text if self.letter.own else "",
        }, ()

    def restore_form(self, draft: DraftRecord) -> None:
        kept = draft.payload
        if kept.get("outcome") in {one.value for one in _OUTCOMES}:
            self.outcomes.set_current(str(kept["outcome"]))
        self.until.set_day(str(kept.get("until", "")))
        self.text.set_text(str(kept.get("text", "")))
        self._follow()
        letter = str(kept.get("letter", ""))
        if letter:
            self.letter.area.set_text(letter)

    # ---- recording

    def _request(self, operation: UUID) -> TrialOutcome:
        longer = self.kind is RejoinEntryKind.TRIAL_LONGER
        return TrialOutcome(
            operation=operation,
            rejoin_id=self.rejoin.row.id,
            kind=self.kind,
            text=self.text.text,
            until=self.until.day if longer else "",
            letter=self.letter.text,
            letter_language=self.letter.chosen_language.value if self.letter.text.strip() else "",
            seen=self.rejoin.seen,
        )

    def on_recorded(self, receipt: Receipt) -> None:
        # see RejoinActs, which opens this dialog
        from groupdesk.ui.dialogs.letter_dialog import LetterDialog  # noqa: PLC0415
        from groupdesk.ui.rejoin_acts import RejoinActs, letter_of  # noqa: PLC0415

        context, behind, kind = self.context, self.parentWidget(), self.kind
        record = context.desk.leaving.rejoin_requests.get(receipt.subject_id)
        row, letter = record.row, None
        day = spoken(context).day(row.until)
        told = context.translations.words(f"rejoin_told.{kind.value}", name=row.name, date=day)
        if row.letter_waits and record.entries[-1].letter:
            letter = LetterDialog(context, letter_of(record), behind, told=told)
        if kind is RejoinEntryKind.TRIAL_ENDED and behind is not None:
            talk, acts = self.tr("Have a talk…"), RejoinActs(context, behind)

            def offer() -> None:
                context.notify(told, action_text=talk, action=lambda: acts.talk(row), seconds=20)

            if letter is None:
                offer()
            else:
                letter.finished.connect(lambda _how: offer())
        elif letter is None:
            self.tell(told)
        if letter is not None:
            letter.open()

    def named_fields(self) -> dict[str, TakesError]:
        return {
            "text": self.text_field,
            "reason": self.text_field,
            "until": self.until_field,
            "letter": self.letter.field,
        }


def _open(context: UiContext, rejoin_id: int, parent: QWidget | None) -> None:
    record = context.desk.leaving.rejoin_requests.get(rejoin_id)
    RejoinTrialDialog(context, record, parent).open()
