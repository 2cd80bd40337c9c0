# SPDX-License-Identifier: MIT
"""Records that a member objects: what they say, their answers, what they show."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupdesk.domain.appeal_enums import AppealChannel
from groupdesk.domain.appeal_records import Answer, AppealRequest, AppealTarget
from groupdesk.domain.appeals import days_late
from groupdesk.domain.clock import from_text
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import is_blank
from groupdesk.ui.appeal_words import questions_for
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.appeal_facts import FirstDecision
from groupdesk.ui.widgets.appeal_frame import AppealFrame
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.evidence_area import EvidenceArea
from groupdesk.ui.widgets.form_field import FormField, TakesError
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.ui.widgets.time_choice import TimeChoice

TOLD_SECONDS = 8


class AppealDialog(AppealFrame):
    """The statement is the member's, word for word; what came late asks why it is heard."""

    def __init__(
        self, context: UiContext, target: AppealTarget, parent: QWidget | None = None
    ) -> None:
        """Record an objection to `target`."""
        super().__init__(context, parent)
        self.target = target
        self.received = TimeChoice(context.desk.clock, required=True)
        self.channel: ChoiceBox[AppealChannel] = ChoiceBox(self)
        self.statement = TextArea(5, self)
        self.received_field = FormField("", self.received, self)
        self.channel_field = FormField("", self.channel, self)
        self.statement_field = FormField("", self.statement, self)
        self.late = TextArea(2, self)
        self.late_field = FormField("", self.late, self)
        self.again = TextArea(2, self)
        self.again_field = FormField("", self.again, self)
        asked = questions_for(target, target.language)
        self.answers = [(text, TextArea(2, self)) for text in asked]
        self.copy = button("", "link", "copy", self)
        self.answer_fields = [
            FormField(text, area, self, note=self.copy if not at else None)
            for at, (text, area) in enumerate(self.answers)
        ]
        self.evidence = EvidenceArea(context, target.membership_id, self, compact=True)
        self._lay_out()
        self.side.addWidget(FirstDecision(context, target, self))
        self.side.addStretch(1)
        self.add_cancel()
        self._connect()
        self._translate_dialog()
        self._show_state()
        self.evidence.listen(self)
        self.resize(self.sizeHint())
        self.statement.setFocus()
        self.ask_before_leaving(self._contents)

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()
            self._show_state()

    # ---- building

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(current_theme().size("space_m"))
        first.addWidget(self.received_field)
        first.addWidget(self.channel_field, 1)
        self.form.addLayout(first)
        for part in (
            *(self.late_field, self.again_field, self.statement_field),
            *self.answer_fields,
            self.evidence,
        ):
            self.form.addWidget(part)
        self.form.addStretch(1)

    def _connect(self) -> None:
        self.received.changed.connect(self._on_changed)
        self.channel.chosen.connect(self._on_changed)
        for area in (self.statement, self.late, self.again):
            area.textChanged.connect(self._on_changed)
        self.evidence.changed.connect(self._show_state)
        self.copy.clicked.connect(self._copy_questions)
        self.main_requested.connect(self._record)

    # ---- words and state

    def _translate_dialog(self) -> None:
        target, words = self.target, self.context.translations.words
        self.set_head(
            self.tr("Objection of {0}").format(target.member_name),
            f"{self.spoken().target(target)} · {target.group_name}",
            name=target.member_name,
        )
        self.received_field.set_caption(self.tr("It came &in"))
        self.received.set_caption(self.tr("It came in"))
        self.channel_field.set_caption(self.tr("&How"))
        self.channel.set_choices(
            [(words(f"appeal_channel.{one.value}"), one) for one in AppealChannel]
        )
        self.statement_field.set_caption(self.tr("What the &member says"))
        self.statement_field.set_hint(self.tr("Word for word where you can."))
        self.late_field.set_caption(self.tr("Why it is heard although it came &late"))
        self.again_field.set_caption(self.tr("What is &new since the first decision on it"))
        self.copy.setText(self.tr("Copy questions"))
        self.copy.setToolTip(self.tr("Copy all questions, to send them to the member"))
        self.set_main(self.tr("Record objection"), "check")

    @property
    def days_late(self) -> int:
        """By how many days it came after the window."""
        last = self.target.last_day
        zone = self.context.desk.clock().tzinfo
        received = from_text(self.received.moment()).astimezone(zone).date()
        return days_late(received, date.fromisoformat(last) if last else None)

    def _on_changed(self) -> None:
        for field in (self.received_field, self.statement_field, self.late_field, self.again_field):
            field.clear_error()
        self._show_state()

    def _show_state(self) -> None:
        late, again = self.days_late, bool(self.target.decided_appeals)
        self.late_field.setVisible(bool(late))
        self.late_field.set_hint(
            self.tr("The window ended {0}; this is %n day(s) later.", "", late).format(
                self.spoken().day(self.target.last_day)
            )
            if late
            else ""
        )
        self.again_field.setVisible(again)
        missing = []
        if self.received.to_come:
            missing.append(self.tr("a time that has passed"))
        elif self.received.moment() < self.target.earliest:
            missing.append(self.tr("a time after the decision"))
        if late and is_blank(self.late.text):
            missing.append(self.tr("why it is heard although late"))
        if again and is_blank(self.again.text):
            missing.append(self.tr("what is new"))
        if is_blank(self.statement.text):
            missing.append(self.tr("what the member says"))
        if self.evidence.busy:
            missing.append(self.tr("screenshots on their way"))
        self.set_missing(missing)

    def _contents(self) -> object:
        texts = [area.text for area in (self.statement, self.late, self.again)]
        return [*texts, *(area.text for _question, area in self.answers), self.evidence.uses()]

    def _copy_questions(self) -> None:
        asked = [f"{number}. {text}" for number, (text, _area) in enumerate(self.answers, 1)]
        self.put_on_clipboard(
            "\n".join(asked),
            self.tr("Copied. The member has not been asked: send the questions in {0}.").format(
                self.context.translations.words(f"platform.{self.target.platform.value}")
            ),
        )

    # ---- recording

    def _request(self, operation: UUID) -> AppealRequest:
        return AppealRequest(
            operation=operation,
            target_kind=self.target.kind,
            target_id=self.target.id,
            received_at=self.received.moment(),
            channel=self.channel.value,
            statement=self.statement.text,
            answers=tuple(Answer(question, area.text) for question, area in self.answers),
            evidence=self.evidence.uses(),
            late_reason=self.late.text if self.days_late else "",
            again_reason=self.again.text if self.target.decided_appeals else "",
        )

    def _record(self) -> None:
        self.record(self._request, self.context.desk.appeals.record)

    def on_recorded(self, receipt: Receipt) -> None:
        row = self.context.desk.appeals.get(receipt.subject_id).row
        day = self.spoken().day(row.answer_by)
        self.tell(self.context.translations.words("appeal_told.recorded", date=day))

    def named_fields(self) -> dict[str, TakesError]:
        fields: dict[str, TakesError] = {
            "received_at": self.received_field,
            "statement": self.statement_field,
            "late_reason": self.late_field,
            "again_reason": self.again_field,
            "evidence": self.evidence,
        }
        if self.answer_fields:
            fields["answers"] = self.answer_fields[0]
        return fields
