# SPDX-License-Identifier: MIT
"""Letters to customers of somebody who leaves: each in its language, in a wording or one's own."""

from groupdesk.domain.enums import Language, TemplateKind, Tone
from groupdesk.domain.exit_records import ExitCustomer, ExitRecord, ToldCustomer
from groupdesk.domain.templates import MessageTemplate
from groupdesk.ui.context import UiContext
from groupdesk.ui.exit_words import customer_letter, language_of


class CustomerLetters:
    """What is written to each; a text of a person's own stays until another wording is chosen."""

    def __init__(self, context: UiContext, record: ExitRecord) -> None:
        """Write about `record`."""
        self._context = context
        self._exit = record
        self._own: dict[int, str] = {}
        self._offered: dict[Language, tuple[MessageTemplate, ...]] = {}
        self._chosen: dict[Language, MessageTemplate] = {}

    @property
    def own(self) -> dict[int, str]:
        """The texts of a person's own, by customer."""
        return dict(self._own)

    def language(self, one: ExitCustomer) -> Language:
        """Return the language of the letter to a customer."""
        return language_of(one, self._exit.language)

    def text(self, one: ExitCustomer, contact: str) -> str:
        """Return the letter that names `contact`: a person's own text, or ours."""
        own = self._own.get(one.membership_id)
        if own is not None:
            return own
        language = self.language(one)
        template = self.wording(language)
        body = template.body if template is not None else ""
        manager = self._context.desk.operator.name
        return customer_letter(body, self._exit, one, contact, manager, language)

    def told(self, one: ExitCustomer, contact: str) -> ToldCustomer:
        """Return a customer as told by the letter that names `contact`."""
        language = self.language(one).value
        return ToldCustomer(one.membership_id, self.text(one, contact), language)

    def keep(self, one: ExitCustomer, text: str) -> None:
        """Let a text of a person's own be the letter to a customer."""
        self._own[one.membership_id] = text

    def drop(self, one: ExitCustomer) -> None:
        """Let the letter to a customer be ours again."""
        self._own.pop(one.membership_id, None)

    def wording(self, language: Language) -> MessageTemplate | None:
        """Return the wording that letters in a language have, the friendly one at first."""
        found = self.wordings(language)
        if language not in self._chosen:
            friendly = [one for one in found if one.tone is Tone.FRIENDLY]
            for one in (friendly or list(found))[:1]:
                self._chosen[language] = one
        return self._chosen.get(language)

    def wordings(self, language: Language) -> tuple[MessageTemplate, ...]:
        """Return the wordings there are in a language."""
        if language not in self._offered:
            self._offered[language] = self._context.desk.templates.for_kind(
                TemplateKind.NEW_CONTACT, language, rule=False, group_id=self._exit.row.group_id
            )
        return self._offered[language]

    def choose(self, language: Language, wording: MessageTemplate) -> None:
        """Let letters in a language have this wording from now on."""
        self._chosen[language] = wording
