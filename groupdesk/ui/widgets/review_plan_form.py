# SPDX-License-Identifier: MIT
"""What follows what in a review: reminder, last notice, and how long one waits after each."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.reviews import MAX_PER_DAY, MAX_WAIT, ReviewPlan
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.number_field import NumberField
from groupdesk.ui.widgets.section_label import SectionLabel


class ReviewPlanForm(QWidget):
    """Removal is always the last step."""

    changed = Signal()

    def __init__(self, context: UiContext, plan: ReviewPlan, parent: QWidget | None = None) -> None:
        """Begin with `plan`."""
        super().__init__(parent)
        self._context = context
        self._head = SectionLabel(parent=self)
        self.remind, self.last_notice = QCheckBox(self), QCheckBox(self)
        self.remind_wait = NumberField(0, MAX_WAIT, self)
        self.notice_wait = NumberField(0, MAX_WAIT, self)
        self.per_day = NumberField(1, MAX_PER_DAY, self)
        self.fields = {
            "remind_wait": FormField("", self.remind_wait, self),
            "notice_wait": FormField("", self.notice_wait, self),
            "per_day": FormField("", self.per_day, self),
        }
        self._then = label(role="secondary", parent=self, wrap=True)
        self._lay_out()
        self._begin(plan)
        for check in (self.remind, self.last_notice):
            check.toggled.connect(lambda _on: self._on_change())
        for number in (self.remind_wait, self.notice_wait, self.per_day):
            number.valueChanged.connect(lambda _value: self._on_change())
        self._say()

    @property
    def plan(self) -> ReviewPlan:
        """What follows what."""
        return ReviewPlan(
            remind=self.remind.isChecked(),
            remind_wait=self.remind_wait.value(),
            last_notice=self.last_notice.isChecked(),
            notice_wait=self.notice_wait.value(),
            per_day=self.per_day.value(),
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    # ---- inside

    def _lay_out(self) -> None:
        theme = current_theme()
        numbers = QHBoxLayout()
        numbers.setSpacing(theme.size("space_m"))
        for field in self.fields.values():
            numbers.addWidget(field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_m"))
        for part in (self._head, self.remind, self.last_notice):
            column.addWidget(part)
        column.addLayout(numbers)
        column.addWidget(self._then)

    def _begin(self, plan: ReviewPlan) -> None:
        self.remind.setChecked(plan.remind)
        self.last_notice.setChecked(plan.last_notice)
        self.remind_wait.setValue(plan.remind_wait)
        self.notice_wait.setValue(plan.notice_wait)
        self.per_day.setValue(plan.per_day)
        self._show_what_applies()

    def _say(self) -> None:
        words = self._context.translations.words
        self._head.setText(self.tr("What follows"))
        self.remind.setText(words("review_choice.remind"))
        self.last_notice.setText(words("review_choice.last_notice"))
        self.fields["remind_wait"].set_caption(self.tr("Days after a reminder"))
        self.fields["notice_wait"].set_caption(self.tr("Days after a last notice"))
        self.fields["per_day"].set_caption(self.tr("Messages a working day"))
        self._then.setText(
            self.tr("Removal is always the last step, and always a decision of yours.")
        )

    def _on_change(self) -> None:
        for field in self.fields.values():
            field.clear_error()
        self._show_what_applies()
        self.changed.emit()

    def _show_what_applies(self) -> None:
        self.remind_wait.setEnabled(self.remind.isChecked())
        self.notice_wait.setEnabled(self.last_notice.isChecked())
