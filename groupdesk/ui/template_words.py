# SPDX-License-Identifier: MIT
"""Templates in words: what they are for, whose they are, and what is not filled in yet."""

from collections.abc import Sequence

from groupdesk.domain.enums import Language, TemplateKind, Term
from groupdesk.domain.template_enums import TemplateOrigin, TemplateVariant
from groupdesk.domain.template_fields import VARIANTS
from groupdesk.domain.templates import PLACEHOLDERS, Filled, MessageTemplate, fill_in
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.words import Words

LANGUAGE_NAMES = {Language.EN: "English", Language.ZH: "中文"}
"""Each language in itself, as choosers show them."""

_BRACKETS = {"en": ("[", "]"), "zh": ("【", "】")}

Use = tuple[TemplateVariant | None, Term | None]
"""Which outcome a template is written for; both are None for any."""


def uses_of(words: Words, kind: TemplateKind) -> Sequence[tuple[str, Use]]:
    """Return the outcomes that templates of a kind are written for; empty where it has none."""
    if kind is TemplateKind.REMOVAL_NOTICE:
        named: list[tuple[str, Use]] = [(words(f"term.{term}"), (None, term)) for term in Term]
    else:
        named = [
            (words(f"template_variant.{variant}"), (variant, None))
            for variant in VARIANTS.get(kind, ())
        ]
    first = "rules" if kind is TemplateKind.ANNOUNCEMENT else "any"
    return [(words(f"template_use.{first}"), (None, None)), *named] if named else []


def kind_text(words: Words, template: MessageTemplate) -> str:
    """Return what a template is for, with the outcome where it has one."""
    kind = words(f"template_kind.{template.kind}")
    if template.variant is not None:
        return words(
            "template_use.of", kind=kind, use=words(f"template_variant.{template.variant}")
        )
    if template.term is not None:
        return words("template_use.of", kind=kind, use=words(f"term.{template.term}"))
    return kind


def mark_of(words: Words, template: MessageTemplate, group: str) -> tuple[str, ToneName]:
    """Return the word that tells a template from one as it came, and its tone; "" for such a one.

    `group` is the name of the group whose own it is.
    """
    if template.hidden:
        return words("template_mark.hidden"), "muted"
    if group:
        return group, "accent"
    if template.origin is TemplateOrigin.BUILT_IN:
        return "", "muted"
    tone: ToneName = "accent" if template.origin is TemplateOrigin.OWN else "warning"
    return words(f"template_mark.{template.origin}"), tone


def readable(words: Words, filled: Filled) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a message with its gaps in words, [Reason], and where they are now.

    What is no placeholder stays as it was written.
    """
    first, last = _BRACKETS[words.language]
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    done = length = 0
    for start, end in filled.gaps:
        piece = filled.text[start:end]
        asked = fill_in(piece)
        if asked is not None:
            said = f"{first}{' / '.join(asked.choices) or asked.label}{last}"
        elif piece[1:-1] in PLACEHOLDERS:
            said = f"{first}{words(f'placeholder.{piece[1:-1]}')}{last}"
        else:
            said = piece
        at = length + start - done
        places.append((at, at + len(said)))
        parts += (filled.text[done:start], said)
        length, done = at + len(said), end
    return "".join([*parts, filled.text[done:]]), tuple(places)
