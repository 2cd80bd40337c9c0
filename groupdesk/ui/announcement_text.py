# SPDX-License-Identifier: MIT
"""The words of an announcement: a template filled with the rules of a version."""

from dataclasses import dataclass

from groupdesk.domain.announcement import (
    BORDER,
    AnnouncementForm,
    changes_list,
    missing_in,
    plain,
    rules_list,
)
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Language, TemplateKind, Tone
from groupdesk.domain.ladder_notice import ladder_notice
from groupdesk.domain.records import GroupRecord, RulebookRecord
from groupdesk.domain.template_enums import TemplateVariant
from groupdesk.domain.templates import MessageTemplate, counterpart, fill
from groupdesk.ui.context import UiContext
from groupdesk.ui.dates import Dates
from groupdesk.ui.message_values import message_fallbacks
from groupdesk.words import Words

_MOST_CODES = 8


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to tell of `book`: how much, in which languages, in whose words."""

    book: RulebookRecord
    before: RulebookRecord | None
    form: AnnouncementForm
    languages: tuple[Language, ...]
    template: MessageTemplate
    ladder: bool


def wordings(
    context: UiContext, group: GroupRecord, form: AnnouncementForm, language: Language
) -> tuple[MessageTemplate, ...]:
    """Return the templates to choose from; the one that suits the form comes first."""
    wanted = TemplateVariant.CHANGES if form is AnnouncementForm.CHANGES else None
    found = [
        template
        for template in context.desk.templates.for_kind(
            TemplateKind.ANNOUNCEMENT, language, group_id=group.id
        )
        if template.variant is wanted
    ]
    first = Tone.SHORT if form is AnnouncementForm.SHORT else Tone.FRIENDLY
    return tuple(sorted(found, key=lambda template: template.tone is not first))


def announcement(context: UiContext, group: GroupRecord, wanted: Wanted) -> str:
    """Return the text in each language, one below the other."""
    texts = []
    for language in wanted.languages:
        template = _in_language(context, group, wanted, language)
        values = _values(context, group, wanted.book, language)
        values["rules_list"] = _rules(group, wanted, language)
        values["rules_changes"] = _changes(wanted, language)
        texts.append(fill(template.body, values, message_fallbacks(language)).text.strip())
    return BORDER.join(texts)


def welcome(
    context: UiContext, group: GroupRecord, book: RulebookRecord, name: str, wanted: Wanted
) -> str:
    """Return the private text with the rules for somebody who joined since."""
    texts = []
    for language in wanted.languages:
        words = Words(language.value)
        values = _values(context, group, book, language) | {"member_name": plain(name)}
        texts.append(
            words(
                "announcement.welcome",
                name=plain(name),
                group=values["group_name"],
                rules=_rules(group, wanted, language),
                helper=values["helper_contact"] or message_fallbacks(language)["helper_contact"],
                manager=values["manager_name"],
            )
        )
    return BORDER.join(texts)


def readers_note(wanted: Wanted, words: Words) -> str:
    """Return what readers of a language will miss, "" where they miss nothing."""
    said = []
    for language in wanted.languages:
        name = words(f"language.{language.value}")
        missing = missing_in(wanted.book.rules, language)
        if wanted.form is AnnouncementForm.CHANGES and not _changes(wanted, language):
            said.append(words("announcement_note.unchanged", language=name))
        elif missing and len(missing) < len(wanted.book.rules):
            codes = words("announcement_note.comma").join(missing[:_MOST_CODES])
            codes += "…" if len(missing) > _MOST_CODES else ""
            said.append(words("announcement_note.some", language=name, rules=codes))
        elif missing:
            said.append(words("announcement_note.all", language=name))
    return "\n".join(said)


def _in_language(
    context: UiContext, group: GroupRecord, wanted: Wanted, language: Language
) -> MessageTemplate:
    """Return the chosen wording, in another language its counterpart of the same tone."""
    chosen = wanted.template
    if chosen.language is language:
        return chosen
    offered = wordings(context, group, wanted.form, language)
    return offered[counterpart(chosen, offered)] if offered else chosen


def _values(
    context: UiContext, group: GroupRecord, book: RulebookRecord, language: Language
) -> dict[str, str]:
    manager, owner = context.desk.operator.name, group.owner_name
    zone = context.desk.clock().tzinfo
    published = from_text(book.published_at).astimezone(zone).date()
    return {
        "group_name": plain(group.name),
        "manager_name": plain(manager),
        "helper_contact": plain(owner) if owner != manager else "",
        "rules_version": str(book.version),
        "rules_date": Dates(language.value).full_day(published),
    }


def _rules(group: GroupRecord, wanted: Wanted, language: Language) -> str:
    words = Words(language.value)
    rules = wanted.book.rules
    ladder = ladder_notice(words, group.ladder, rules) if wanted.ladder else ""
    return rules_list(words, rules, language, wanted.form, ladder)


def _changes(wanted: Wanted, language: Language) -> str:
    before = wanted.before.rules if wanted.before is not None else ()
    return changes_list(Words(language.value), before, wanted.book.rules, language)
