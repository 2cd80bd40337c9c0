# SPDX-License-Identifier: MIT
"""The message of a reminder or warning: template, language, text, and how courteous it is."""

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from groupdesk.domain.enums import Channel, Language, Severity, StepKind, TemplateKind
from groupdesk.domain.ladder import counts_until
from groupdesk.domain.records import MemberDetail, RuleRecord
from groupdesk.domain.rule_lists import gravest, name_all, say_many
from groupdesk.domain.templates import Filled, MessageTemplate, counterpart, fill, frame
from groupdesk.domain.text import MAX_REASON, is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.dates import Dates
from groupdesk.ui.message_values import language_of, message_fallbacks, message_values
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

    At position 0 it is a reminder that does not count. `sent_at` is None for a message that is
    sent now.
    """

    rules: tuple[RuleRecord, ...] = ()
    position: int = 1
    incident_on: date | None = None
    sent_at: datetime | None = None
    channel: Channel = Channel.PRIVATE

    @property
    def severity(self) -> Severity | None:
        """How grave the gravest of the rules is."""
        return gravest(rule.severity for rule in self.rules)


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
        self._inserted = self._begun_with = ""
        self._frame = ("", "")
        self.template = _narrow(QComboBox(self))
        self.language = _narrow(QComboBox(self))
        self.text = MessageEditor(9, self)
        self.again = button("", "link", parent=self)
        self.until = button("", "link", parent=self)
        self.framed = QCheckBox(self)
        self.framed.setChecked(True)
        self.courtesy = CourtesyPanel(context.translations, self)
        self.courtesy.attach(self.text)
        self.template_field = FormField("", self.template, self)
        self.language_field = FormField("", self.language, self)
        self.text_field = FormField("", self.text, self, note=self.again)
        for language in Language:
            self.language.addItem(_NAMES[language], language)
        self._own_language, self._knows_language = language_of(detail)
        self.language.setCurrentIndex(self.language.findData(self._own_language))
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
        return self._begun_with

    @property
    def is_own(self) -> bool:
        """Whether the text is no longer the template's."""
        return self.text.text != self._inserted

    def filled(self) -> Filled:
        """Return the message as it would be sent now, between its header and footer."""
        language, count = self.chosen_language, len(self._facts.rules)
        values, fallbacks = self._values(), message_fallbacks(language, count)
        header, footer = self._frame if self.framed.isChecked() else ("", "")
        return frame(
            fill(header, values, fallbacks),
            fill(name_all(self.text.text, count, language), values, fallbacks),
            fill(footer, values, fallbacks),
        )

    def missing(self) -> list[str]:
        """Return in words what the message lacks before it can be sent."""
        filled = self.filled()
        if is_blank(filled.text):
            return [self.tr("the message")]
        words = self._context.translations.words
        found = [words(f"placeholder.{name.partition('.')[0]}") for name in filled.missing]
        found = [self.tr("“{0}” in the message").format(name) for name in [*found, *filled.open]]
        if len(filled.text) > MAX_REASON:
            short = self.tr("a shorter message ({0} of {1} characters)")
            found.append(short.format(f"{len(filled.text):,}", f"{MAX_REASON:,}"))
        return found

    def set_facts(self, facts: MessageFacts) -> None:
        """Speak of something else; the template follows a step of another kind.

        A reminder of no rule is worded without one.
        """
        before, self._facts = self._facts, facts
        if not self._offered or self._wanted(before) != self._wanted(facts):
            self._offer()
        elif (len(before.rules) > 1) is not (len(facts.rules) > 1) and not self.is_own:
            self._insert()  # it says "this rule" or "these rules"
        if before.channel is not facts.channel:
            self._name_message()
        self._timer.start()

    def restore(self, language: str, template_id: str, text: str, *, framed: bool = True) -> None:
        """Take what a draft kept."""
        self.framed.setChecked(framed)
        if language in set(Language):
            self.language.setCurrentIndex(self.language.findData(Language(language)))
        at = self.template.findData(template_id)
        if at >= 0:
            self.template.setCurrentIndex(at)
            self._inserted = self._worded(self._offered[at])
        self._begun_with = template_id
        self.text.set_text(text)
        self.look()

    def begin_again(self, language: str, text: str, until: date | None) -> None:
        """Take the words of a message that counted until `until` and did not arrive.

        Another try counts from another day on: the date that they name is filled in anew.
        """
        if until is not None and "counts_until" in self._values() and language in set(Language):
            text = text.replace(Dates(Language(language).value).full_day(until), "{counts_until}")
        self.restore(language, "", text, framed=False)

    def look(self) -> None:
        """Show preview and courtesy at once."""
        self._timer.stop()
        filled = self.filled()
        self.again.setVisible(self.is_own and bool(self._offered))
        self.until.setVisible(self._hides_clean_slate(filled))
        if len(filled.text) > MAX_REASON:  # no message any more, and slow to lay out
            filled = Filled(f"{filled.text[:MAX_REASON]}…")
        names = [one for rule in self._facts.rules for one in (rule.code, *rule.titles.values())]
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
        column.addWidget(self.until, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.framed)
        column.addWidget(self.courtesy)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._on_text)
        self.template.activated.connect(lambda _at: self._insert())
        self.language.currentIndexChanged.connect(lambda _at: self._on_language())
        self.again.clicked.connect(self._insert)
        self.until.clicked.connect(self._add_clean_slate)
        self.framed.toggled.connect(lambda _on: self._on_text())
        self._timer.timeout.connect(self.look)

    def _translate(self) -> None:
        self.template_field.set_caption(self.tr("&Template"))
        self.language_field.set_caption(self.tr("&Language"))
        self.until.setText(self.tr("It does not say until when it co&unts: add it"))
        self.framed.setText(self.tr("With header and &footer"))
        self._name_message()
        self._name_language()
        self.text.speak(self._context.translations.words)
        self.again.setText(self.tr("Use the template again"))
        self.again.setToolTip(
            self.tr("Take the template's text in place of yours; Ctrl+Z undoes it")
        )

    def _name_message(self) -> None:
        spoken = self._facts.channel is Channel.PHONE
        self.text_field.set_caption(self.tr("What to say on the &phone"))
        if not spoken:
            self.text_field.set_caption(self.tr("&Message"))

    def _name_language(self) -> None:
        own = self.chosen_language is self._own_language
        if not self._knows_language:
            said = self.tr("Theirs is not known: the group’s") if own else ""
        else:
            theirs = self.tr("Theirs is {0}").format(_NAMES[self._own_language])
            said = self.tr("The member’s own") if own else theirs
        self.language_field.set_hint(said)

    # ---- the clean-slate date

    def _hides_clean_slate(self, filled: Filled) -> bool:
        """Say whether a warning keeps its clean-slate date from the member."""
        warning = self._kind(self._facts) is not TemplateKind.REMINDER
        until = self._values().get("counts_until", "")
        return warning and not is_blank(filled.text) and until not in filled.text

    def _add_clean_slate(self) -> None:
        """Add the sentence at the end, before a name that stands there alone."""
        words = Words(self.chosen_language)
        text = self.text.text.rstrip()
        body, break_, last = text.rpartition("\n")
        signed = break_ and last.strip() in {"{manager_name}", "——{manager_name}"}
        sentence = words.template("message.counts_until")
        if signed:
            self.text.set_text(f"{body.rstrip()}\n\n{sentence}\n{last}")
        else:
            self.text.set_text(f"{text}\n\n{sentence}")
        self.text.setFocus()
        self.look()

    # ---- templates

    def _kind(self, facts: MessageFacts) -> TemplateKind:
        steps = self._detail.group.ladder.steps
        kind = steps[facts.position - 1].kind if facts.position else StepKind.REMINDER
        return _KINDS.get(kind, TemplateKind.FINAL_WARNING)

    def _wanted(self, facts: MessageFacts) -> tuple[TemplateKind, bool]:
        """Return the kind of template, and whether it names the rule; a warning always does."""
        kind = self._kind(facts)
        return kind, bool(facts.rules) or kind is not TemplateKind.REMINDER

    def _offer(self) -> None:
        """Offer the templates for this step and language; an unchanged text follows."""
        untouched = not self.is_own or not self.text.text.strip()
        before = self._offered[self.template.currentIndex()] if self._offered else None
        kind, rule = self._wanted(self._facts)
        templates, group_id = self._context.desk.templates, self._detail.group.id
        language = self.chosen_language
        self._offered = templates.for_kind(kind, language, rule=rule, group_id=group_id)
        self._frame = templates.frame(language, group_id)
        self.framed.setVisible(any(self._frame))
        self.template.clear()
        for template in self._offered:
            self.template.addItem(template.name, template.id)
        if before is not None:
            self.template.setCurrentIndex(counterpart(before, self._offered))
        if untouched:
            self._insert()

    def _insert(self) -> None:
        at = self.template.currentIndex()
        if 0 <= at < len(self._offered):
            self._inserted = self._worded(self._offered[at])
            self._begun_with = self._offered[at].id
            self.text.set_text(self._inserted)
            self._timer.start()
            self.changed.emit()

    def _worded(self, template: MessageTemplate) -> str:
        """Return a template's words for one rule or for several."""
        several = len(self._facts.rules) > 1
        return say_many(template.body, template.language) if several else template.body

    def _values(self) -> dict[str, str]:
        facts, language = self._facts, self.chosen_language
        now = self._context.desk.clock()
        values = message_values(
            self._detail,
            self._context.desk.operator.name,
            language,
            facts.rules[0] if facts.rules else None,
            facts.incident_on or now.date(),
            facts.rules[1:],
        )
        if facts.incident_on is None:
            del values["incident_date"]  # nobody said when: the gap is shown, not guessed
        ladder = self._detail.group.ladder
        words = Words(language)
        values["reminder_note"] = words("reminder_note.friendly")
        if facts.position:
            severity = facts.severity or Severity.MINOR
            until = counts_until(ladder, facts.position, facts.sent_at or now, severity)
            values["step_name"] = step_name(words, ladder, facts.position)
            day = values["counts_until"] = Dates(language.value).full_day(until.date())
            values["reminder_note"] = words("reminder_note.counts", date=day)
        return values

    # ---- slots

    def _on_text(self) -> None:
        self.text_field.clear_error()
        self._timer.start()
        self.changed.emit()

    def _on_language(self) -> None:
        self._name_language()
        self._offer()
        self._timer.start()
        self.changed.emit()


def _narrow(combo: QComboBox) -> QComboBox:
    """Let a combo be narrower than its longest line."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    return combo
