# SPDX-License-Identifier: MIT
"""Which template tells the members of each language that they were removed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupdesk.domain.enums import Language, TemplateKind, Term
from groupdesk.domain.records import MemberDetail
from groupdesk.domain.templates import MessageTemplate, counterpart
from groupdesk.ui.context import UiContext
from groupdesk.ui.message_values import language_of
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label


class BulkNoticeChoice(QWidget):
    """One list for each language that the members are written to in."""

    changed = Signal()

    def __init__(
        self,
        context: UiContext,
        details: Sequence[MemberDetail],
        parent: QWidget | None = None,
        *,
        one_person: bool = False,
    ) -> None:
        """Begin with the first template of each language."""
        super().__init__(parent)
        self._context = context
        self._one_person = one_person
        spoken = [language_of(one)[0] for one in details]
        groups = {one.group.id for one in details}
        self._group_id = groups.pop() if len(groups) == 1 else None
        self._offered: tuple[bool, Term] | None = None
        self._counts = {one: spoken.count(one) for one in Language if one in spoken}
        self.boxes: dict[Language, ChoiceBox[MessageTemplate | None]] = {}
        self._fields: dict[Language, FormField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_s"))
        for language in self._counts:
            box: ChoiceBox[MessageTemplate | None] = ChoiceBox(self)
            box.chosen.connect(self.changed)
            self.boxes[language] = box
            self._fields[language] = FormField("", box, self)
            column.addWidget(self._fields[language])
        self._note = label(role="secondary", parent=self, wrap=True)
        column.addWidget(self._note)
        self._translate()

    @property
    def chosen(self) -> dict[Language, MessageTemplate]:
        """The template of each language in which something is sent."""
        found = {language: box.value for language, box in self.boxes.items()}
        return {language: one for language, one in found.items() if one is not None}

    @property
    def template_id(self) -> str:
        """The template of the language that most members are written to in."""
        most = max(self._counts, key=lambda one: self._counts[one])
        chosen = self.chosen.get(most)
        return chosen.id if chosen is not None else ""

    def payload(self) -> dict[str, str]:
        """Return what a draft keeps: the template of each language, empty for no notice."""
        return {
            language.value: one.id if (one := box.value) is not None else ""
            for language, box in self.boxes.items()
        }

    def restore(self, payload: Mapping[str, str]) -> None:
        """Take what a draft kept, as far as it is still offered."""
        for language, box in self.boxes.items():
            wanted = payload.get(language.value)
            for at in range(box.count()):
                one = box.value_at(at)
                if wanted == (one.id if one is not None else ""):
                    box.setCurrentIndex(at)

    def offer(self, *, breach: bool, term: Term) -> None:
        """Offer what fits ground and term; what was chosen stays where it does."""
        if self._offered == (breach, term):
            return
        new_term = self._offered is not None and self._offered[1] is not term
        first = self._offered is None
        self._offered = breach, term
        for language, box in self.boxes.items():
            found = self._context.desk.templates.for_kind(
                TemplateKind.REMOVAL_NOTICE,
                language,
                rule=breach,
                term=term,
                group_id=self._group_id,
            )
            before = None if first else box.value
            box.set_choices([(self.tr("No notice"), None), *((one.name, one) for one in found)])
            if not found or (before is None and not first):
                box.choose(None)
                continue
            own = [one for one in found if one.term is not None] if new_term else []
            at = counterpart(before, found) if before is not None else 0
            box.choose(own[0] if own else found[at])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        words = self._context.translations.words
        for language, field in self._fields.items():
            spoken = words(f"language.{language.value}")
            count = self._counts[language]
            caption = self.tr("Notice in {0}, to %n member(s)", "", count)
            if self._one_person:
                caption = self.tr("Notice in {0}, for %n group(s)", "", count)
            field.set_caption(caption.format(spoken))
            box = self.boxes[language]
            if box.count():
                box.setItemText(0, self.tr("No notice"))
        self._note.setText(
            self.tr(
                "Filled in with each member’s name, group and rule. GroupDesk tells nobody: the"
                " steps offer each notice to copy."
            )
        )
