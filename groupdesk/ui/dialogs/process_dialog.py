# SPDX-License-Identifier: MIT
"""How a group decides: who approves removals, how one objects, what becomes of one's data."""

from uuid import UUID, uuid4

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupdesk.domain.decision_enums import ApprovalNeed
from groupdesk.domain.enums import Action, Language
from groupdesk.domain.process import MAX_DAYS, MAX_QUESTIONS, Process
from groupdesk.domain.records import GroupRecord, Receipt
from groupdesk.domain.roles import may
from groupdesk.ui.appeal_words import QUESTIONS
from groupdesk.ui.context import UiContext
from groupdesk.ui.refusals import why_not
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.number_field import NumberField
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.words import Words

TOLD_SECONDS = 8


class ProcessDialog(DialogFrame):
    """What is saved holds from then on; what goes on already is not touched.

    Where the operator may not change it, it can be read.
    """

    def __init__(
        self, context: UiContext, group: GroupRecord, parent: QWidget | None = None
    ) -> None:
        """Show how `group` decides now."""
        super().__init__(parent, side=False)
        self.context, self.group = context, group
        self._seen = context.desk.processes.of(group.id)
        self._refused = why_not(context, Action.GROUP_PROCESS, group)
        seats = [one for one in context.desk.operators.all() if one.active and one.has_pin]
        yes = any(may(one.role, Action.REMOVAL_APPROVE) for one in seats)
        self._can_approve = len(seats) > 1 and yes
        self._operations: dict[str, UUID] = {}
        self.approval: ChoiceBox[ApprovalNeed] = ChoiceBox(self)
        self.appeal_days = NumberField(0, MAX_DAYS, self)
        self.answer_days = NumberField(1, MAX_DAYS, self)
        self.languages = ChipRow("", parent=self)
        self.questions = {one: TextArea(4, self) for one in Language}
        self.notes = {one: TextArea(3, self) for one in Language}
        self.approval_field = FormField("", self.approval, self)
        self.appeal_field = FormField("", self.appeal_days, self)
        self.answer_field = FormField("", self.answer_days, self)
        self.question_fields = {one: FormField("", area, self) for one, area in
                                self.questions.items()}  # fmt: skip
        self.note_fields = {one: FormField("", area, self) for one, area in self.notes.items()}
        self._about = label(role="muted", parent=self, wrap=True)
        self._lay_out()
        self.add_cancel(closes=bool(self._refused))
        self._say_choices()
        self._fill(self._seen)
        self._connect()
        self._translate_dialog()
        self._show_language()
        self.resize(self.sizeHint())
        self.approval.setFocus()
        if not self._refused:
            self.ask_before_leaving(self.process)

    # ---- what was chosen

    def process(self) -> Process:
        """Return what the fields hold."""
        return Process(
            approval=self.approval.value,
            appeal_days=self.appeal_days.value(),
            answer_days=self.answer_days.value(),
            questions={
                one: asked
                for one, area in self.questions.items()
                if (asked := tuple(filter(None, map(str.strip, area.text.splitlines()))))
            },
            data_note={
                one: area.text.strip() for one, area in self.notes.items() if area.text.strip()
            },
        )

    # ---- Qt

    def sizeHint(self) -> QSize:
        """Return room for all of it, or what the window behind has."""
        wanted = QSize(super().sizeHint().width(), 720)
        window = self.parentWidget()
        if window is not None and window.isVisible():
            wanted = wanted.boundedTo(window.window().size())
        return wanted

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_choices()
            self._translate_dialog()

    # ---- building

    def _lay_out(self) -> None:
        days = QHBoxLayout()
        days.setSpacing(current_theme().size("space_m"))
        for field in (self.appeal_field, self.answer_field):
            days.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.form.addWidget(self._about)
        self.form.addWidget(self.approval_field)
        self.form.addLayout(days)
        self.form.addWidget(self.languages)
        for part in (*self.question_fields.values(), *self.note_fields.values()):
            self.form.addWidget(part)
        self.form.addStretch(1)
        for choice in (self.approval, self.appeal_days, self.answer_days):
            choice.setEnabled(not self._refused)
        for area in (*self.questions.values(), *self.notes.values()):
            area.setReadOnly(bool(self._refused))
        self.main_button.setHidden(bool(self._refused))

    def _connect(self) -> None:
        self.languages.chosen.connect(lambda _key: self._show_language())
        for area in self.questions.values():
            area.textChanged.connect(self._show_state)
        self.approval.chosen.connect(self._show_state)
        self.appeal_days.valueChanged.connect(lambda _days: self._show_state())
        self.main_requested.connect(self._save)

    def _fill(self, process: Process) -> None:
        self.approval.choose(process.approval)
        self.appeal_days.setValue(process.appeal_days)
        self.answer_days.setValue(process.answer_days)
        for one in Language:
            self.questions[one].set_text("\n".join(process.questions.get(one, ())))
            self.notes[one].set_text(process.data_note.get(one, ""))
        self.languages.set_current(self.group.language.value)

    # ---- words and state

    def _say_choices(self) -> None:
        words = self.context.translations.words
        self.approval.set_choices(
            [(words(f"approval_need.{one.value}"), one) for one in ApprovalNeed]
        )
        self.languages.setAccessibleName(self.tr("Language of the texts"))
        self.languages.set_chips(
            [Chip(one.value, words(f"language.{one.value}")) for one in Language]
        )

    def _translate_dialog(self) -> None:
        self.set_head(self.tr("How decisions are made"), self.group.name, sign="scale")
        self._about.setText(
            self._refused
            or self.tr("It holds for removals and objections from now on, not for earlier ones.")
        )
        self.approval_field.set_caption(self.tr("A &second person approves"))
        self.appeal_field.set_caption(self.tr("Days to &object"))
        self.answer_field.set_caption(self.tr("Days to &answer"))
        self.answer_field.set_hint(self.tr("From the day on which the objection comes in."))
        self.appeal_days.setSpecialValueText(self.tr("At any time"))
        for one, field in self.question_fields.items():
            field.set_caption(self.tr("&Questions to a member who objects, one a line"))
            words = Words(one.value)
            own = " ".join(words(f"appeal_question.{key}") for key in QUESTIONS)
            field.set_hint(self.tr("Where there are none: {0}").format(own))
        for field in self.note_fields.values():
            field.set_caption(self.tr("What becomes of a removed member's &data"))
            field.set_hint(self.tr("For the notice of removal; may stay empty."))
        self.set_main(self.tr("Save"), "check")
        self._show_state()

    def _show_language(self) -> None:
        for one in Language:
            shown = one.value == self.languages.current
            self.question_fields[one].setVisible(shown)
            self.note_fields[one].setVisible(shown)

    def _show_state(self) -> None:
        days = self.appeal_days.value()
        self.appeal_field.set_hint(
            self.tr("From when the member was told; later ones are heard with a reason.")
            if days
            else self.tr("No objection is ever late.")
        )
        need = self.approval.value
        self.approval_field.set_hint("" if need is ApprovalNeed.NEVER else self._who_approves())
        process = self.process()
        most = max((len(asked) for asked in process.questions.values()), default=0)
        over = self.tr("at most %n question(s)", "", MAX_QUESTIONS)
        self.set_missing([over] if most > MAX_QUESTIONS else [])

    def _who_approves(self) -> str:
        if self._can_approve:
            return self.tr("Two operators with a PIN: one asks, another one says yes or no.")
        return self.tr(
            "So far nobody could say yes: it takes two operators with a PIN, one of them an admin"
            " or the owner. Until then every such removal would wait."
        )

    # ---- saving

    def _save(self) -> None:
        process = self.process()
        operation = self._operations.setdefault(repr(process), uuid4())
        processes, group_id, seen = self.context.desk.processes, self.group.id, self._seen
        self.set_busy(True)
        self.context.runner.run(
            self,
            lambda: processes.save(operation, group_id, process, seen),
            self._on_saved,
            self._on_failed,
        )

    def _on_saved(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self.accept()
        self.context.done(receipt)
        words = self.context.translations.words
        self.context.notify(
            words("appeal_told.process", group=self.group.name), seconds=TOLD_SECONDS
        )

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        language = Language(self.languages.current)
        fields = {
            "appeal_days": self.appeal_field,
            "answer_days": self.answer_field,
            "questions": self.question_fields[language],
            "data_note": self.note_fields[language],
        }
        self.show_failure(error, self.context.error_text(error), fields)
