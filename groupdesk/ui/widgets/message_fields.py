# SPDX-License-Identifier: MIT
"""The message of a reminder or warning: template, language, text, and how courteous it is."""

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from groupdesk.domain.enums import Language, Severity, StepKind, TemplateKind
from groupdesk.domain.ladder import counts_until
from groupdesk.domain.records import MemberDetail, RuleRecord
from groupdesk.domain.templates import Filled, MessageTemplate, fill
from groupdesk.ui.context import UiContext
from groupdesk.ui.dates import Dates
from groupdesk.ui.message_values import message_fallbacks, message_values
from groupdesk.ui.standing_words import step_name
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.courtesy_panel import CourtesyPanel
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.message_editor import MessageEditor
from groupdesk.words import Words

_LOOK_AFTER = 120  # milliseconds of rest before preview and courtesy follow the text
_NAMES = {Language.EN: "English", Language.ZH: "中文"}  # each in itself, as choosers show them
_KINDS = {
    StepKind.REMINDER: TemplateKind.REMINDER,
    StepKind.WARNING: TemplateKind.WARNING,
    StepKind.FINAL_WARNING: TemplateKind.FINAL_WARNING,
}


@dataclass(frozen=True, slots=True)
class MessageFacts:
    """What the form holds that a message speaks of; `incident_on` is None while unknown.

    `sent_at` is None for a message that is sent now.
    """

    rule: RuleRecord | None = None
    position: int = 1
    incident_on: date | None = None
    sent_at: datetime | None = None


class MessageFields(QWidget):
    """Follows the step with a fitting template until a person changes the text.

    A template that is chosen by hand takes the place of the text; Ctrl+Z brings it back.
    """

    changed = Signal()
    """The text, its language or its template is another one."""
    previewed = Signal(object)
    """The Filled message, some time after the last change."""

    def __init__(
        self, context: UiContext, detail: MemberDetail, parent: QWidget | None = None
    ) -> None:
        """Begin in the member's language, or in the group's where it is not known."""
        super().__init__(parent)
        self._context = context
        self._detail = detail
        self._facts = MessageFacts()
        self._offered: tuple[MessageTemplate, ...] = ()
        self._inserted = ""
        self.template = _narrow(QComboBox(self))
        self.language = _narrow(QComboBox(self))
        self.text = MessageEditor(9, self)
        self.again = button("", "link", parent=self)
        self.courtesy = CourtesyPanel(context.translations, self)
        self.template_field = FormField("", self.template, self)
        self.language_field = FormField("", self.language, self)
        self.text_field = FormField("", self.text, self, note=self.again)
        for language in Language:
            self.language.addItem(_NAMES[language], language)
        known = detail.fields.language in set(Language)
        first = Language(detail.fields.language) if known else detail.group.language
        self.language.setCurrentIndex(self.language.findData(first))
        self._timer = QTimer(self, singleShot=True, interval=_LOOK_AFTER)
        self._lay_out()
        self._connect()
        self._translate()

    # ---- what it holds

    @property
    def chosen_language(self) -> Language:
        """The language of the message."""
        return Language(self.language.currentData())

    @property
    def template_id(self) -> str:
        """The template that the text came from."""
        return str(self.template.currentData() or "")

    @property
    def is_own(self) -> bool:
        """Whether the text is no longer the template's."""
        return self.text.text != self._inserted

    def filled(self) -> Filled:
        """Return the message as it would be sent now."""
        return fill(self.text.text, self._values(), message_fallbacks(self.chosen_language))

    def set_facts(self, facts: MessageFacts) -> None:
        """Speak of something else; the template follows a step of another kind.

        A reminder of no rule is worded without one.
        """
        before, self._facts = self._facts, facts
        if not self._offered or self._wanted(before) != self._wanted(facts):
            self._offer()
        self._timer.start()

    def restore(self, language: str, template_id: str, text: str) -> None:
        """Take what a draft kept."""
        if language in set(Language):
            self.language.setCurrentIndex(self.language.findData(Language(language)))
        at = self.template.findData(template_id)
        if at >= 0:
            self.template.setCurrentIndex(at)
            self._inserted = self._offered[at].body
        self.text.set_text(text)
        self.look()

    def look(self) -> None:
        """Show preview and courtesy at once."""
        self._timer.stop()
        filled, rule = self.filled(), self._facts.rule
        self.again.setVisible(self.is_own and bool(self._offered))
        names = (rule.code, *rule.titles.values()) if rule else ()
        self.courtesy.look_at(filled.text, self.chosen_language, names)
        self.previewed.emit(filled)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    # ---- building

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_m"))
        column.addWidget(self.text_field)
        column.addWidget(self.courtesy)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._on_text)
        self.template.activated.connect(lambda _at: self._insert())
        self.language.currentIndexChanged.connect(lambda _at: self._on_language())
        self.again.clicked.connect(self._insert)
        self._timer.timeout.connect(self.look)

    def _translate(self) -> None:
        self.template_field.set_caption(self.tr("&Template"))
        self.language_field.set_caption(self.tr("&Language"))
        self.text_field.set_caption(self.tr("&Message"))
        self.text.speak(self._context.translations.words)
        self.again.setText(self.tr("Use the template again"))
        self.again.setToolTip(
            self.tr("Take the template's text in place of yours; Ctrl+Z undoes it")
        )

    # ---- templates

    def _kind(self, facts: MessageFacts) -> TemplateKind:
        steps = self._detail.group.ladder.steps
        kind = steps[facts.position - 1].kind if facts.position else StepKind.REMINDER
        return _KINDS.get(kind, TemplateKind.FINAL_WARNING)

    def _wanted(self, facts: MessageFacts) -> tuple[TemplateKind, bool]:
        """Return the kind of template, and whether it names the rule; a warning always does."""
        kind = self._kind(facts)
        return kind, facts.rule is not None or kind is not TemplateKind.REMINDER

    def _offer(self) -> None:
        """Offer the templates for this step and language; an unchanged text follows."""
        untouched = not self.is_own or not self.text.text.strip()
        tone_at = max(0, self.template.currentIndex())
        kind, rule = self._wanted(self._facts)
        self._offered = self._context.desk.templates.for_kind(kind, self.chosen_language, rule=rule)
        self.template.clear()
        for template in self._offered:
            self.template.addItem(template.name, template.id)
        self.template.setCurrentIndex(min(tone_at, len(self._offered) - 1))
        if untouched:
            self._insert()

    def _insert(self) -> None:
        at = self.template.currentIndex()
        if 0 <= at < len(self._offered):
            self._inserted = self._offered[at].body
            self.text.set_text(self._inserted)
            self._timer.start()
            self.changed.emit()

    def _values(self) -> dict[str, str]:
        facts, language = self._facts, self.chosen_language
        now = self._context.desk.clock()
        values = message_values(
            self._detail,
            self._context.desk.operator.name,
            language,
            facts.rule,
            facts.incident_on or now.date(),
        )
        if facts.incident_on is None:
            del values["incident_date"]  # nobody said when: the gap is shown, not guessed
        ladder = self._detail.group.ladder
        if facts.position:
            severity = facts.rule.severity if facts.rule else Severity.MINOR
            until = counts_until(ladder, facts.position, facts.sent_at or now, severity)
            values["step_name"] = step_name(Words(language), ladder, facts.position)
            values["counts_until"] = Dates(language.value).full_day(until.date())
        return values

    # ---- slots

    def _on_text(self) -> None:
        self.text_field.clear_error()
        self._timer.start()
        self.changed.emit()

    def _on_language(self) -> None:
        self._offer()
        self._timer.start()
        self.changed.emit()


def _narrow(combo: QComboBox) -> QComboBox:
    """Let a combo be narrower than its longest line."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    return combo
