# SPDX-License-Identifier: MIT
"""Published rules as plain text, for the group itself: GroupDesk posts nothing anywhere."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from groupdesk.domain.enums import Language
from groupdesk.domain.records import GroupRecord, RulebookRecord
from groupdesk.ui.context import UiContext
from groupdesk.words import Words

_TOLD_SECONDS = 20


def rules_text(group_name: str, book: RulebookRecord, language: Language) -> str:
    """Return a version with its head and numbered rules.

    A rule without text in `language` is given in its other one.
    """
    words = Words(language.value)
    parts = [words("rules_post.head", group=group_name, version=book.version)]
    for number, rule in enumerate(book.rules, 1):
        title = rule.title(language.value)
        head = words("rules_post.rule", number=number, title=title, code=rule.code)
        parts.append(f"{head}\n{rule.text(language.value).strip()}")
    return "\n\n".join(parts)


def languages_of(book: RulebookRecord) -> tuple[Language, ...]:
    """Return the languages in which every rule of a version has title and text."""
    return tuple(
        one for one in Language if all(r.titles.get(one) and r.texts.get(one) for r in book.rules)
    )


def copy_rules(
    context: UiContext,
    group: GroupRecord,
    book: RulebookRecord,
    language: Language | None = None,
) -> None:
    """Put a version on the clipboard, in the group's language unless told; offer the other one."""
    whole = languages_of(book)
    used = language or (whole[0] if len(whole) == 1 else group.language)
    QGuiApplication.clipboard().setText(rules_text(group.name, book, used))
    other = next((one for one in whole if one is not used), None)
    words, translate = context.translations.words, QCoreApplication.translate
    name = words(f"language.{used.value}")
    context.notify(
        translate(
            "Rules", "Version {0} of the rules is copied in {1}: paste it into the group."
        ).format(book.version, name),
        action_text=""
        if other is None
        else translate("Rules", "Copy in {0}").format(words(f"language.{other.value}")),
        action=None if other is None else lambda: copy_rules(context, group, book, other),
        seconds=_TOLD_SECONDS,
    )
