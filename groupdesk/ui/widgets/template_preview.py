# SPDX-License-Identifier: MIT
"""A template as its reader would see it, how courteous it is, and how long."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupdesk.domain.courtesy import COMFORTABLE_LENGTH, CourtesyCode
from groupdesk.domain.courtesy_offers import OFFERED
from groupdesk.domain.enums import Language, TemplateKind
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.domain.platform_texts import LENGTH_LIMITS
from groupdesk.domain.records import GroupRecord
from groupdesk.domain.template_fields import NOT_ASKED, TemplateFields
from groupdesk.domain.templates import FOR_KIND, FRAMES, names_in
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.template_samples import filled_sample, sample_values
from groupdesk.ui.template_words import readable
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.courtesy_panel import CourtesyPanel
from groupdesk.ui.widgets.courtesy_summary import CourtesySummary
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label, restyle
from groupdesk.ui.widgets.message_editor import MessageEditor
from groupdesk.ui.widgets.message_preview import MessagePreview
from groupdesk.words import Words

_MOST_MEMBERS = 50
_SAMPLE = 0


class TemplatePreview(QWidget):
    """Shows what is given to it with an invented member, or with one of the group."""

    asked = Signal()
    """Another reader was chosen: the owner says again what is to be shown."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start without a template."""
        super().__init__(parent)
        self._context = context
        self._group: GroupRecord | None = None
        self._members: list[tuple[str, int]] = []
        self._stale = True
        self._editor: MessageEditor | None = None
        self.reader: ChoiceBox[int] = ChoiceBox(self)
        self.reader_field = FormField("", self.reader, self)
        self.message = MessagePreview(context.desk.operator.name, "", self)
        self._length = label(role="secondary", parent=self, wrap=True)
        self._gaps = label(role="secondary", parent=self, wrap=True)
        restyle(self._gaps, "tone", "warning")
        self.courtesy = CourtesyPanel(context.translations, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_m"))
        summary = CourtesySummary(self.courtesy, self)
        for part in (
            self.reader_field,
            summary,
            self.message,
            self._length,
            self._gaps,
            self.courtesy,
        ):
            column.addWidget(part)
        column.addStretch(1)
        self.reader.chosen.connect(self.asked)
        self._translate()

    @property
    def length_text(self) -> str:
        """What is said of the length."""
        return self._length.text()

    @property
    def gaps_text(self) -> str:
        """What is said of the places that a writer fills in."""
        return self._gaps.text()

    def attach(self, editor: MessageEditor) -> None:
        """Mark words in the text of the template, and offer to put them better there."""
        self._editor = editor

    def show_group(self, group: GroupRecord | None) -> None:
        """Offer the members of this group as readers."""
        before, self._group = self._group, group
        if (before and before.id) != (group and group.id):
            self.reader.set_choices([])  # nobody of another group stays chosen
        elif not self._stale:
            return  # a hundred thousand members are not looked through for each template
        self._stale = False
        members = self._context.desk.members
        ids = members.ids(MemberFilter(group.id), limit=_MOST_MEMBERS) if group is not None else ()
        self._members = [(row.name, row.id) for row in members.rows(ids)]
        self._offer()

    def forget_members(self) -> None:
        """Read the members again when a group is shown next: they may be others by now."""
        self._stale = True

    def show_fields(self, fields: TemplateFields) -> None:
        """Show what is written, filled in."""
        context, kind, language = self._context, fields.kind, fields.language
        words = Words(language)
        detail = None
        if self.reader.value != _SAMPLE:
            detail = context.desk.members.detail(self.reader.value)
        filled = filled_sample(context, kind, language, fields.body, self._group, detail)
        text, places = readable(words, filled)
        self.message.set_message(context.desk.operator.name, text, places)
        self.message.setVisible(not is_blank(text))
        whole = filled_sample(
            context, kind, language, fields.body, self._group, detail, answered=True
        )
        values = sample_values(context, language, self._group, detail)
        if self._editor is not None:
            self.courtesy.advice.attach(self._editor, worded=_worded(kind, language))
        self.courtesy.look_at(
            whole.text,
            language,
            (values["rule_code"], values["rule_title"]),
            left_out=NOT_ASKED.get(kind, frozenset()) if kind not in FRAMES else frozenset(),
        )
        self._say_length(len(whole.text), fields)
        asked = self.tr(", ").join(filled.open)
        self._gaps.setText(self.tr("Filled in when a message is written: {0}").format(asked))
        self._gaps.setVisible(bool(asked))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        self.reader_field.set_caption(self.tr("As read &by"))
        self._offer()

    def _offer(self) -> None:
        self.reader.set_choices([(self.tr("Sample member"), _SAMPLE), *self._members])

    def _say_length(self, length: int, fields: TemplateFields) -> None:
        platform = self._group.platform if self._group else None
        limit = LENGTH_LIMITS.get(platform, 0) if platform else 0
        comfortable = COMFORTABLE_LENGTH[fields.language]
        text = self.tr("About {0} characters.").format(length)
        if platform is not None and limit:
            name = self._context.translations.words(f"platform.{platform}")
            said = self.tr("{0} takes {1}.") if length <= limit else self.tr("{0} takes only {1}.")
            text = self.tr("{0} {1}").format(text, said.format(name, f"{limit:,}"))
        if length > comfortable and not (limit and length > limit):
            said = self.tr("People read up to about {0} through on a phone.").format(comfortable)
            text = self.tr("{0} {1}").format(text, said)
        self._length.setText(text)
        restyle(self._length, "tone", "warning" if limit and length > limit else "")


def _worded(kind: TemplateKind, language: Language) -> frozenset[CourtesyCode]:
    """Return what can be offered a sentence that a message of this kind has values for."""
    words = Words(language)
    return frozenset(
        code
        for code in OFFERED
        if names_in(words.template(f"courtesy.{code}.offer")) <= FOR_KIND[kind]
    )
