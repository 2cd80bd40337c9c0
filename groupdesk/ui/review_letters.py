# SPDX-License-Identifier: MIT
"""The messages of a review: one wording for each language and reason, filled in for each member."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from groupdesk.domain.enums import Language, TemplateKind
from groupdesk.domain.review_enums import ReviewChoice, ReviewCriterion
from groupdesk.domain.review_records import MessageTarget, ReviewMessage
from groupdesk.domain.template_enums import TemplateVariant
from groupdesk.domain.templates import Filled, MessageTemplate, fill, frame
from groupdesk.ui.context import UiContext
from groupdesk.ui.dates import Dates
from groupdesk.ui.message_values import message_fallbacks

_KINDS = {
    ReviewChoice.REMIND: TemplateKind.REVIEW_REMINDER,
    ReviewChoice.LAST_NOTICE: TemplateKind.REVIEW_NOTICE,
}


class Wording(NamedTuple):
    """Whom one wording is for: those who are written to in a language for a reason."""

    language: Language
    variant: TemplateVariant


class ReviewLetters:
    """A wording is a template, or what a person made of it; it holds for all it is for."""

    def __init__(
        self, context: UiContext, choice: ReviewChoice, targets: Sequence[MessageTarget]
    ) -> None:
        """Begin with the friendly template of each wording that the targets need."""
        desk = context.desk
        self._manager = desk.operator.name
        groups = {one.group_id for one in targets}
        self._owners = {ident: desk.groups.get(ident).owner_name for ident in groups}
        self._for = {one.row_id: wording_of(one) for one in targets}
        self.counts: dict[Wording, int] = {}
        for wording in self._for.values():
            self.counts[wording] = self.counts.get(wording, 0) + 1
        self._offered = {
            one: desk.templates.for_kind(
                _KINDS[choice],
                one.language,
                variant=one.variant,
                group_id=next(iter(groups)) if len(groups) == 1 else None,
            )
            for one in self.counts
        }
        self._frames = {
            (one.language, group): desk.templates.frame(one.language, group)
            for one in self.counts
            for group in groups
        }
        self.bodies = {
            one: offered[0].body if offered else "" for one, offered in self._offered.items()
        }
        self.chosen = {
            one: offered[0].id if offered else "" for one, offered in self._offered.items()
        }

    def offered(self, wording: Wording) -> tuple[MessageTemplate, ...]:
        """Return the templates that a wording can be begun with."""
        return self._offered[wording]

    def of(self, target: MessageTarget) -> Wording:
        """Return which wording a member is written to in."""
        return self._for[target.row_id]

    def filled(self, target: MessageTarget) -> Filled:
        """Return the message as the member will read it."""
        wording = self.of(target)
        language, owner = wording.language, self._owners[target.group_id]
        values = {
            "member_name": target.name,
            "group_name": target.group_name,
            "manager_name": self._manager,
            "helper_contact": owner if owner != self._manager else "",
            "until_date": Dates(language.value).full_day(date.fromisoformat(target.answer_by)),
        }
        fallbacks = message_fallbacks(language)
        header, footer = (
            fill(part, values, fallbacks) for part in self._frames[language, target.group_id]
        )
        return frame(header, fill(self.bodies[wording], values, fallbacks), footer)

    def messages(self, targets: Iterable[MessageTarget]) -> tuple[ReviewMessage, ...]:
        """Return the messages to these members, to be recorded."""
        return tuple(
            ReviewMessage(
                one.row_id,
                self.filled(one).text,
                self.of(one).language,
                self.chosen[self.of(one)],
            )
            for one in targets
        )


def wording_of(target: MessageTarget) -> Wording:
    """Return in which language a member is written to, and for which reason."""
    known = target.language in set(Language)
    why = set(target.why)
    if ReviewCriterion.OFF_PURPOSE in why:
        variant = TemplateVariant.OFF_PURPOSE
    elif why & {ReviewCriterion.INACTIVE, ReviewCriterion.NEVER_SPOKE}:
        variant = TemplateVariant.INACTIVE
    else:
        variant = TemplateVariant.OVER_SIZE
    return Wording(Language(target.language) if known else Language.EN, variant)
