# SPDX-License-Identifier: MIT
"""The letter that answers a member: from the templates of its kind."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import Language, TemplateKind
from groupdesk.domain.template_enums import TemplateVariant
from groupdesk.domain.templates import MessageTemplate
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.templated_message import Captions, TemplatedMessage

_LINES = 9

Values = Callable[[Language], Mapping[str, str]]


class LetterEditor(TemplatedMessage):
    """Each answer has templates of its own."""

    def __init__(
        self,
        context: UiContext,
        group_id: int,
        language: Language,
        values: Values,
        parent: QWidget | None = None,
        *,
        kind: TemplateKind = TemplateKind.APPEAL_ANSWER,
        variant: TemplateVariant = TemplateVariant.KEPT,
    ) -> None:
        """Write in `language`; `values` fills the placeholders, asked anew with each `follow`.

        `kind` says what is answered, `variant` which answer it is at first.
        """
        super().__init__(context, group_id, language, _LINES, parent)
        self._of_form = values
        self._kind = kind
        self._variant = variant
        self.begin()

    def follow(self, variant: TemplateVariant) -> None:
        """Take the template of another answer where it is one, and fill it in anew."""
        if variant is self._variant:
            self.fill_in()
            return
        self._variant = variant
        self.offer()

    def captions(self) -> Captions:
        return Captions(
            self.tr("&Letter to the member"),
            self.tr("Template of the letter"),
            self.tr("Language of the letter"),
            self.tr("Copy letter"),
            self.tr("GroupDesk does not tell the member. You send the letter once it is decided."),
        )

    def templates(self, language: Language) -> tuple[MessageTemplate, ...]:
        fitting = self._context.desk.templates.for_kind(
            self._kind, language, rule=False, group_id=self._group_id
        )
        return tuple(one for one in fitting if one.variant in {None, self._variant})

    def values(self, language: Language) -> Mapping[str, str]:
        return self._of_form(language)

    def look_at(self, text: str, language: Language, pending: Sequence[str]) -> None:
        reason = self.values(language).get("reason", "")
        self._courtesy.look_at(
            text,
            language,
            breach=False,
            rule_names=(),
            reason=reason,
            pending=pending,
            conduct=self._kind is TemplateKind.APPEAL_ANSWER,
        )
