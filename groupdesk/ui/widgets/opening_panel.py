# SPDX-License-Identifier: MIT
"""How a private talk may begin: a template, filled in for this member, to copy."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from groupdesk.domain.enums import Language, TemplateKind
from groupdesk.domain.records import MemberDetail, RuleRecord
from groupdesk.domain.templates import MessageTemplate, counterpart, fill, frame
from groupdesk.ui.context import UiContext
from groupdesk.ui.message_values import message_fallbacks, message_values
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.preview_panel import PreviewPanel


class OpeningPanel(QWidget):
    """Offers the talk templates in both languages, the member's own first."""

    copied = Signal(str, str)
    """The text that was asked for, and the id of its template."""

    def __init__(
        self, context: UiContext, detail: MemberDetail, parent: QWidget | None = None
    ) -> None:
        """Begin with the friendly template."""
        super().__init__(parent)
        self._context = context
        self._detail = detail
        self._rule: RuleRecord | None = None
        self._templates: tuple[MessageTemplate, ...] = ()
        self.choice = QComboBox(self)
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.preview = PreviewPanel(
            context.translations, detail.row.name, context.desk.operator.name, self
        )
        self.copy_button = button("", icon_name="copy", parent=self)
        self._hint = label(role="secondary", parent=self, wrap=True)
        self._field = FormField("", self.choice, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_m"))
        column.addWidget(self._hint)
        column.addWidget(self._field)
        column.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.preview, 1)
        self.choice.currentIndexChanged.connect(lambda _at: self._show())
        self.copy_button.clicked.connect(self._on_copy)
        self._translate()
        self._offer()

    def set_rule(self, rule: RuleRecord | None) -> None:
        """Speak of this rule; without one, templates that name none are offered."""
        before, self._rule = self._rule, rule
        if (before is None) is not (rule is None):
            self._offer()
        else:
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        self._field.set_caption(self.tr("&Opening"))
        self.copy_button.setText(self.tr("&Copy opening"))
        self._hint.setText(self.tr("Ask for a talk first, in private, before you decide."))

    def _offer(self) -> None:
        before = self._templates[self.choice.currentIndex()] if self._templates else None
        known = self._detail.fields.language in set(Language)
        own = Language(self._detail.fields.language) if known else self._detail.group.language
        languages = sorted(Language, key=lambda language: language is not own)
        self._templates = tuple(
            template
            for language in languages
            for template in self._context.desk.templates.for_kind(
                TemplateKind.TALK,
                language,
                rule=self._rule is not None,
                group_id=self._detail.group.id,
            )
        )
        self.choice.blockSignals(True)  # noqa: FBT003 — Qt's signature
        self.choice.clear()
        for template in self._templates:
            self.choice.addItem(template.name)
        if before is not None:
            self.choice.setCurrentIndex(counterpart(before, self._templates))
        self.choice.blockSignals(False)  # noqa: FBT003
        self._show()

    def _show(self) -> None:
        template = self._templates[self.choice.currentIndex()]
        values = message_values(
            self._detail,
            self._context.desk.operator.name,
            template.language,
            self._rule,
            self._context.desk.clock().date(),
        )
        fallbacks = message_fallbacks(template.language)
        around = self._context.desk.templates.frame(template.language, self._detail.group.id)
        header, footer = (fill(part, values, fallbacks) for part in around)
        self.preview.show_filled(frame(header, fill(template.body, values, fallbacks), footer))

    def _on_copy(self) -> None:
        template = self._templates[self.choice.currentIndex()]
        self.copied.emit(self.preview.message.text, template.id)
