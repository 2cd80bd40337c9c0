# SPDX-License-Identifier: MIT
"""What a person writes into a template, and what of it is not taken."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from groupdesk.domain.courtesy_terms import CourtesyCode
from groupdesk.domain.enums import Language, TemplateKind, Term, Tone
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.template_enums import TemplateVariant
from groupdesk.domain.templates import FOR_KIND, FRAMES, MessageTemplate, fill, fill_ins, names_in
from groupdesk.domain.text import clean_line, is_blank, reject_unstorable, require_text

MAX_NAME: Final = 80
"""The longest name of a template, in characters."""
MAX_BODY: Final = 5_000
"""The longest text of a template, in characters."""

_WHY_REVIEWED = (
    TemplateVariant.INACTIVE,
    TemplateVariant.OFF_PURPOSE,
    TemplateVariant.OVER_SIZE,
)
VARIANTS: Final[Mapping[TemplateKind, tuple[TemplateVariant, ...]]] = {
    TemplateKind.EXIT_ANSWER: (
        TemplateVariant.APPROVED,
        TemplateVariant.STAY,
        TemplateVariant.WITHDRAWN,
    ),
    TemplateKind.REJOIN_ANSWER: (
        TemplateVariant.WELCOME,
        TemplateVariant.TRIAL,
        TemplateVariant.NOT_YET,
        TemplateVariant.DECLINED,
        TemplateVariant.PASSED,
        TemplateVariant.LONGER,
        TemplateVariant.ENDED,
    ),
    TemplateKind.APPEAL_ANSWER: (
        TemplateVariant.KEPT,
        TemplateVariant.REDUCED,
        TemplateVariant.LIFTED,
    ),
    TemplateKind.REVIEW_REMINDER: _WHY_REVIEWED,
    TemplateKind.REVIEW_NOTICE: _WHY_REVIEWED,
    TemplateKind.ANNOUNCEMENT: (TemplateVariant.CHANGES,),
}
"""The answers that a kind has, in the order in which they are offered."""

_OF_A_BREACH = frozenset(
    {CourtesyCode.NAMES_BEHAVIOUR, CourtesyCode.NAMES_RULE, CourtesyCode.SUGGESTS_BETTER}
)
_OF_A_MESSAGE = _OF_A_BREACH | {CourtesyCode.GREETING_OR_THANKS, CourtesyCode.SAYS_WHO_HELPS}
NOT_ASKED: Final[Mapping[TemplateKind, frozenset[CourtesyCode]]] = {
    TemplateKind.EXIT_ANSWER: _OF_A_BREACH,
    TemplateKind.NEW_CONTACT: _OF_A_BREACH,
    TemplateKind.REJOIN_ANSWER: _OF_A_BREACH,
    TemplateKind.APPEAL_ANSWER: _OF_A_BREACH,
    TemplateKind.REVIEW_REMINDER: _OF_A_BREACH,
    TemplateKind.REVIEW_NOTICE: _OF_A_BREACH,
    TemplateKind.ANNOUNCEMENT: _OF_A_BREACH,
    TemplateKind.HEADER: _OF_A_MESSAGE,
    TemplateKind.FOOTER: _OF_A_MESSAGE,
}
"""What the courtesy check need not look for: an answer speaks of no breach."""

UNASKED: Final = FRAMES | {TemplateKind.ANNOUNCEMENT}
"""The kinds in which nobody is asked anything, so that a fill-in would stay open for ever."""


@dataclass(frozen=True, slots=True)
class TemplateFields:
    """A wording as it is to be saved; `group_id` is None for all groups."""

    kind: TemplateKind
    language: Language
    tone: Tone
    name: str
    body: str
    group_id: int | None = None
    term: Term | None = None
    variant: TemplateVariant | None = None

    def checked(self) -> "TemplateFields":
        """Return the fields cleaned.

        Raises ValidationError for "name" or "body", the latter also for a placeholder that is
        unknown or that this kind of message has no value for, and for a "variant" of another
        kind.
        """
        name = clean_line(self.name)
        reject_unstorable("name", name)
        if is_blank(name):
            raise ValidationError("name", "template_name_missing")
        if len(name) > MAX_NAME:
            raise ValidationError("name", "text_too_long", limit=MAX_NAME, length=len(name))
        body = require_text("body", self.body, limit=MAX_BODY, code="template_body_missing")
        check_placeholders(self.kind, body)
        if self.variant is not None and self.variant not in VARIANTS.get(self.kind, ()):
            raise ValidationError("variant", "template_variant_of_other_kind")
        if self.term is not None and self.kind is not TemplateKind.REMOVAL_NOTICE:
            raise ValidationError("variant", "template_variant_of_other_kind")
        tone = Tone.FRIENDLY if self.kind in FRAMES else self.tone  # what has none is not sorted
        return replace(self, name=name, body=body, tone=tone)


def fields_of(template: MessageTemplate) -> TemplateFields:
    """Return what a person may change of a template."""
    return TemplateFields(
        template.kind,
        template.language,
        template.tone,
        template.name,
        template.body,
        template.group_id,
        template.term,
        template.variant,
    )


def check_placeholders(kind: TemplateKind, body: str) -> None:
    """Raise ValidationError for "body" where it asks for what a message of `kind` never has.

    "template_placeholder_unknown" with `text`, what is written; "template_placeholder_of_other"
    with `placeholder` and `template_kind`; "template_fill_in_of_other" with `text`, the label.
    """
    unknown = fill(body, {}).unknown
    if unknown:
        raise ValidationError("body", "template_placeholder_unknown", text=unknown[0])
    others = sorted(names_in(body) - FOR_KIND[kind])
    if others:
        raise ValidationError(
            "body",
            "template_placeholder_of_other",
            placeholder=others[0],
            template_kind=kind.value,
        )
    asked = fill_ins(body) if kind in UNASKED else ()
    if asked:
        raise ValidationError(
            "body", "template_fill_in_of_other", text=asked[0].label, template_kind=kind.value
        )
