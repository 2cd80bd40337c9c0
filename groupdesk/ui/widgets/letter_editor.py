# SPDX-License-Identifier: MIT
"""The decision letter: from the template of the answer, filled in live, editable, copied."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.courtesy import detect_language
from groupdesk.domain.enums import Language, TemplateKind
from groupdesk.domain.template_enums import TemplateVariant
from groupdesk.domain.templates import Filled, MessageTemplate, counterpart, fill, frame
from groupdesk.ui.context import UiContext
from groupdesk.ui.message_values import message_fallbacks
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.message_editor import MessageEditor
from groupdesk.ui.widgets.notice_courtesy import NoticeCourtesy

_CHECK_AFTER = 150  # milliseconds of rest before the text is looked at
_LINES = 9

Values = Callable[[Language], Mapping[str, str]]


class LetterEditor(QWidget):
    """Follows the decision until a person changes the text; from then on it is theirs."""

    changed = Signal()

    def __init__(
        self,
        context: UiContext,
        group_id: int,
        language: Language,
        values: Values,
        parent: QWidget | None = None,
    ) -> None:
        """Write in `language`; `values` fills the placeholders, asked anew with each `follow`."""
        super().__init__(parent)
        self._context = context
        self._group_id = group_id
        self._values = values
        self._variant = TemplateVariant.KEPT
        self._offered: tuple[MessageTemplate, ...] = ()
        self._filled = Filled("")
        self._own = False
        self._filling = False
        self.template: ChoiceBox[str] = ChoiceBox(self)
        self.language: ChoiceBox[Language] = ChoiceBox(self)
        self.area = MessageEditor(_LINES, self)
        self.again = button("", "link", parent=self)
        self.copy = button("", icon_name="copy", parent=self)
        self._told = label(role="secondary", parent=self, wrap=True)
        self.courtesy = NoticeCourtesy(context.translations, self)
        self.courtesy.attach(self.area, self._filled_in)
        self._timer = QTimer(self, singleShot=True, interval=_CHECK_AFTER)
        self._build()
        self.language.set_choices([(one.value, one) for one in Language])
        self.language.choose(language)
        self.template.chosen.connect(self._on_template)
        self.language.chosen.connect(self._offer)
        self.area.textChanged.connect(self._on_text)
        self.again.clicked.connect(self._on_template)
        self.copy.clicked.connect(self._on_copy)
        self._timer.timeout.connect(self._check)
        self._translate()
        self._offer()
        self._check()

    # ---- what was written

    @property
    def text(self) -> str:
        """The letter as it stands."""
        return self.area.text

    @property
    def chosen_language(self) -> Language:
        """The language that the template is in, or that a person's own text is written in."""
        if self._own and self.text.strip():
            return detect_language(self.text)
        return self.language.value

    @property
    def own(self) -> bool:
        """Whether a person changed the text, so that it follows nothing any more."""
        return self._own

    @property
    def missing(self) -> tuple[str, ...]:
        """The placeholders that are not filled in yet."""
        return () if self._own else self._filled.missing

    def follow(self, variant: TemplateVariant) -> None:
        """Take the template of another answer where it is one, and fill it in anew."""
        if variant is not self._variant:
            self._variant = variant
            self._offer()
        else:
            self._fill()
        self._timer.start()

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
        for part in (self.again, self.template, self.language):
            row.addWidget(part)
        self.field = FormField("", self.area, self, note=choices)
        foot = QHBoxLayout()
        foot.setSpacing(theme.size("space_m"))
        foot.addWidget(self._told, 1)
        foot.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_s"))
        column.addWidget(self.field, 1)
        column.addWidget(self.courtesy)
        column.addLayout(foot)

    def _translate(self) -> None:
        words = self._context.translations.words
        self.field.set_caption(self.tr("&Letter to the member"))
        self._filling = True  # gaps in other words are no text of one's own
        self.area.speak(words)
        self._filling = False
        self.template.setAccessibleName(self.tr("Template of the letter"))
        self.language.setAccessibleName(self.tr("Language of the letter"))
        self.language.set_choices([(words(f"language.{one.value}"), one) for one in Language])
        self.again.setText(self.tr("Fill in again"))
        self.again.setToolTip(self.tr("Take the template's text in place of your own"))
        self.copy.setText(self.tr("Copy letter"))
        self._told.setText(
            self.tr("GroupDesk does not tell the member. You send the letter once it is decided.")
        )

    # ---- filling in

    def _offer(self) -> None:
        templates, language = self._context.desk.templates, self.language.value
        before = self._chosen()
        fitting = templates.for_kind(
            TemplateKind.APPEAL_ANSWER, language, rule=False, group_id=self._group_id
        )
        self._offered = tuple(one for one in fitting if one.variant in {None, self._variant})
        self.template.set_choices([(one.name, one.id) for one in self._offered])
        if self._offered:
            at = counterpart(before, self._offered) if before is not None else 0
            self.template.choose(self._offered[at].id)
        self._fill()
        self._timer.start()

    def _chosen(self) -> MessageTemplate | None:
        at = self.template.currentIndex()
        return self._offered[at] if 0 <= at < len(self._offered) else None

    def _on_template(self) -> None:
        self._own = False
        self._fill()
        self._timer.start()
        self.changed.emit()

    def _fill(self) -> None:
        template = self._chosen()
        if self._own or template is None:
            return
        language = self.language.value
        values, fallbacks = self._values(language), message_fallbacks(language)
        around = self._context.desk.templates.frame(language, self._group_id)
        header, footer = (fill(part, values, fallbacks) for part in around)
        self._filled = frame(header, fill(template.body, values, fallbacks), footer)
        self._filling = True
        self.area.set_text(self._filled.text)
        self._filling = False

    def _filled_in(self, sentence: str) -> str:
        language = self.chosen_language
        return fill(sentence, self._values(language), message_fallbacks(language)).text

    # ---- slots

    def _on_text(self) -> None:
        # colouring the gaps tells of a change, too, and changes nothing
        if not self._filling and (self._own or self.area.text != self._filled.text):
            self._own = True
            self.field.clear_error()
            self.changed.emit()
        self._timer.start()

    def _check(self) -> None:
        self.again.setVisible(self._own)
        self.copy.setEnabled(bool(self.text.strip()))
        self.courtesy.look_at(
            self.text,
            self.chosen_language,
            breach=False,
            rule_names=(),
            reason=self._values(self.chosen_language).get("reason", ""),
            pending=self.missing,
        )

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
