# SPDX-License-Identifier: MIT
"""The notice to a removed member: from a template, filled in live, editable, copied by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.courtesy import detect_language
from groupdesk.domain.enums import Ground, Language, TemplateKind, Term
from groupdesk.domain.records import MemberDetail, RuleRecord
from groupdesk.domain.templates import Filled, MessageTemplate, counterpart, fill, frame
from groupdesk.ui.context import UiContext
from groupdesk.ui.message_values import message_fallbacks, message_values, notice_values
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.message_editor import MessageEditor
from groupdesk.ui.widgets.notice_courtesy import NoticeCourtesy

_CHECK_AFTER = 150  # milliseconds of rest before the text is looked at
_LONG = 1_000  # characters of a reason from which on the notice follows after a rest
_FOLLOW_AFTER = 80  # milliseconds of that rest


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """What the form holds that a notice speaks of."""

    ground: Ground
    rule: RuleRecord | None
    reason: str
    term: Term
    until: date | None
    incident_on: date


class NoticeEditor(QWidget):
    """Follows the form until a person changes the text; from then on it is theirs."""

    changed = Signal()
    copied = Signal()

    def __init__(
        self,
        context: UiContext,
        detail: MemberDetail,
        facts: NoticeFacts,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with the friendly template in the member's language."""
        super().__init__(parent)
        self._context = context
        self._detail = detail
        self._facts = facts
        self._process = context.desk.processes.of(detail.group.id)
        self._filled = Filled("")
        self._frame = ("", "")
        self._own = False
        self._filling = False
        self._offered: tuple[MessageTemplate, ...] = ()
        self.template = QComboBox(self)
        self.language = QComboBox(self)
        self.area = MessageEditor(5, self)
        self.again = button("", "link", parent=self)
        self.copy = button("", icon_name="copy", parent=self)
        self._told = label(role="secondary", parent=self, wrap=True)
        self._courtesy = NoticeCourtesy(context.translations, self)
        self._courtesy.attach(self.area, self._filled_in)
        self._timer = QTimer(self, singleShot=True, interval=_CHECK_AFTER)
        self._behind = QTimer(self, singleShot=True, interval=_FOLLOW_AFTER)
        self._build()
        for language in Language:
            self.language.addItem("", language.value)
        start = Language(detail.fields.language or detail.group.language)
        self.language.setCurrentIndex(self.language.findData(start.value))
        self._connect()
        self._translate()
        self._offer()
        self._check()

    # ---- what was written

    @property
    def text(self) -> str:
        """The notice as it stands."""
        if self._behind.isActive():
            self._catch_up()
        return self.area.text

    @property
    def chosen_language(self) -> Language:
        """The language that the template is in, or that a person's own text is written in."""
        if self._own and self.text.strip():
            return detect_language(self.text)
        return Language(self.language.currentData())

    @property
    def template_id(self) -> str:
        """The template that the text was begun with."""
        return str(self.template.currentData() or "")

    def set_facts(self, facts: NoticeFacts) -> None:
        """Follow the form."""
        if facts == self._facts:
            return
        kind_changed = (facts.ground is Ground.BREACH) != (self._facts.ground is Ground.BREACH)
        term_changed = facts.term is not self._facts.term
        self._facts = facts
        if kind_changed or term_changed:
            self._offer(for_term=term_changed)
        elif len(facts.reason) > _LONG:
            self._behind.start()  # writing goes first
        else:
            self._catch_up()
        self._timer.start()

    def payload(self) -> dict[str, object]:
        """Return what a draft keeps; the text only where it is a person's own."""
        return {
            "notice_language": self.language.currentData(),
            "notice_template": self.template.currentData() or "",
            "notice": self.text if self._own else None,
        }

    def restore(self, payload: Mapping[str, object]) -> None:
        """Take what a draft kept."""
        self.language.setCurrentIndex(self.language.findData(payload["notice_language"]))
        at = self.template.findData(payload["notice_template"])
        self.template.setCurrentIndex(max(at, 0))
        notice = payload["notice"]
        if isinstance(notice, str):
            self.area.set_text(notice)

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            self._check()
        super().changeEvent(event)

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        choices = QWidget(self)
        row = QHBoxLayout(choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("space_s"))
        row.addWidget(self.again)
        row.addWidget(self.template)
        row.addWidget(self.language)
        self.field = FormField("", self.area, self, note=choices)
        foot = QHBoxLayout()
        foot.setSpacing(theme.size("space_m"))
        foot.addWidget(self._told, 1)
        foot.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_s"))
        column.addWidget(self.field, 1)
        column.addWidget(self._courtesy)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.language.currentIndexChanged.connect(lambda _at: self._offer())
        self.template.currentIndexChanged.connect(lambda _at: self._on_template())
        self.area.textChanged.connect(self._on_text)
        self.again.clicked.connect(self._on_template)
        self.copy.clicked.connect(self._on_copy)
        self._timer.timeout.connect(self._check)
        self._behind.timeout.connect(self._catch_up)

    def _translate(self) -> None:
        words = self._context.translations.words
        self.field.set_caption(self.tr("Notice to the &member"))
        self._filling = True  # gaps in other words are no text of one's own
        self.area.speak(words)
        self._filling = False
        self.template.setAccessibleName(self.tr("Template of the notice"))
        self.language.setAccessibleName(self.tr("Language of the notice"))
        for at in range(self.language.count()):
            self.language.setItemText(at, words(f"language.{self.language.itemData(at)}"))
        self.again.setText(self.tr("Fill in again"))
        self.again.setToolTip(self.tr("Take the template's text in place of your own"))
        self.copy.setText(self.tr("Copy notice"))
        platform = words(f"platform.{self._detail.group.platform.value}")
        self._told.setText(
            self.tr("GroupDesk does not tell the member. Copy the notice and send it in {0}.")
            .format(platform)
        )  # fmt: skip

    # ---- filling in

    def _offer(self, *, for_term: bool = False) -> None:
        """Offer the templates of this language that fit; `for_term` first what is made for it."""
        breach = self._facts.ground is Ground.BREACH
        language = Language(self.language.currentData())
        before = self._offered[self.template.currentIndex()] if self._offered else None
        templates, group_id = self._context.desk.templates, self._detail.group.id
        self._offered = templates.for_kind(
            TemplateKind.REMOVAL_NOTICE,
            language,
            rule=breach,
            term=self._facts.term,
            group_id=group_id,
        )
        self._frame = templates.frame(language, group_id)
        at = counterpart(before, self._offered) if before is not None else 0
        if for_term:
            fits = [at for at, one in enumerate(self._offered) if one.term is not None]
            was_for_term = before is not None and before.term is not None
            at = fits[0] if fits else 0 if was_for_term else at
        self.template.blockSignals(True)  # noqa: FBT003 — Qt's signature
        self.template.clear()
        for template in self._offered:
            self.template.addItem(template.name, template.id)
        self.template.setCurrentIndex(at)
        self.template.blockSignals(False)  # noqa: FBT003
        if not self._own:
            self._fill()

    def _catch_up(self) -> None:
        self._behind.stop()
        self._fill()

    def _on_template(self) -> None:
        self._set_own(own=False)
        self._fill()
        self._timer.start()
        self.changed.emit()

    def _fill(self) -> None:
        if self._own or not self._offered:
            return
        body = self._offered[self.template.currentIndex()].body
        language = Language(self.language.currentData())
        values, fallbacks = self._values(language), message_fallbacks(language)
        header, footer = (fill(part, values, fallbacks) for part in self._frame)
        self._filled = frame(header, fill(body, values, fallbacks), footer)
        self._filling = True
        self.area.set_text(self._filled.text)
        self._filling = False

    def _filled_in(self, sentence: str) -> str:
        language = self.chosen_language
        return fill(sentence, self._values(language), message_fallbacks(language)).text

    def _values(self, language: Language) -> dict[str, str]:
        facts = self._facts
        values = message_values(
            self._detail, self._context.desk.operator.name, language, facts.rule, facts.incident_on
        )
        return values | notice_values(
            self._process,
            language,
            facts.reason,
            facts.term,
            facts.until,
        )

    # ---- slots

    def _on_text(self) -> None:
        # colouring the gaps tells of a change, too, and changes nothing
        if not self._filling and (self._own or self.area.text != self._filled.text):
            self._set_own(own=True)
            self.field.clear_error()
            self.changed.emit()
        self._timer.start()

    def _set_own(self, *, own: bool) -> None:
        self._own = own
        self.again.setVisible(own)

    def _check(self) -> None:
        rule = self._facts.rule
        self.again.setVisible(self._own)
        self.copy.setEnabled(bool(self.text.strip()))
        self._courtesy.look_at(
            self.text,
            Language(self.language.currentData()),
            breach=self._facts.ground is Ground.BREACH,
            rule_names=(rule.code, *rule.titles.values()) if rule else (),
            reason=self._facts.reason,
            pending=() if self._own else self._filled.missing,
        )

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self.copied.emit()
