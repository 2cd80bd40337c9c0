# SPDX-License-Identifier: MIT
"""What stands on the cards of rules: titles in both languages, what is new, how often broken."""

from collections.abc import Mapping, Sequence

from groupdesk.domain.enums import Language
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.rule_changes import RuleChange, RuleChangeKind
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.rulebook_edits import gaps
from groupdesk.domain.text import is_blank
from groupdesk.ui.ladder_words import SEVERITY_TONES
from groupdesk.ui.widgets.rule_list import RuleLine
from groupdesk.words import Words


def change_word(words: Words, change: RuleChange | None, version: int) -> str:
    """Return "changed in v5", or nothing where nothing changed."""
    if change is None:
        return ""
    keys = {RuleChangeKind.ADDED: "new", RuleChangeKind.MOVED: "moved"}
    return words(f"rule_note.{keys.get(change.kind, 'changed')}", version=version)


def rule_lines(
    words: Words,
    rules: Sequence[RuleDraft],
    changes: Sequence[RuleChange],
    version: int,
    breaches: Mapping[str, int],
    marks: Mapping[int, str] | None = None,
) -> list[RuleLine]:
    """Return the cards of `version`; `breaches` counts by code, in the case of the code or not.

    `marks` are what is to be noticed, by row.
    """
    by_place = {c.position: c for c in changes if c.kind is not RuleChangeKind.REMOVED}
    counts = {code.casefold(): count for code, count in breaches.items()}
    lines = []
    for at, rule in enumerate(rules):
        change = by_place.get(at)
        notes = []
        if change is None or change.kind is not RuleChangeKind.ADDED:
            old = change.before if change and change.before else rule
            notes.append(_broken(words, counts.get(old.code.casefold(), 0)))
        notes.append(change_word(words, change, version))
        lines.append(
            RuleLine(
                rule.code,
                _titles(words, rule),
                " · ".join(filter(None, notes)),
                words(f"severity.{rule.severity.value}"),
                SEVERITY_TONES[rule.severity],
                (marks or {}).get(at, ""),
            )
        )
    return lines


def rule_marks(
    words: Words,
    rules: Sequence[RuleDraft],
    languages: Sequence[Language],
    problems: Sequence[ValidationError],
) -> dict[int, str]:
    """Return what is to be noticed of rules, by row: "to be corrected", "English missing"."""
    found: dict[int, list[str]] = {}
    for problem in problems:
        number = problem.field.removeprefix("rules.").partition(".")[0]
        if number.isdigit():
            found.setdefault(int(number), [words("rule_note.problem")])
    for at, rule in enumerate(rules):
        for language, parts in gaps(rule, languages).items():
            key = "missing" if {"title", "text"} <= set(parts) else "incomplete"
            name = words(f"rule_language.{language.value}")
            found.setdefault(at, []).append(words(f"rule_note.{key}", language=name))
    return {at: words("ladder.comma").join(said) for at, said in found.items()}


def _titles(words: Words, rule: RuleDraft) -> str:
    order = sorted(rule.titles, key=lambda language: language != words.language)
    titles = [rule.titles[language] for language in order if not is_blank(rule.titles[language])]
    return " · ".join(titles) or words("rule_note.untitled")


def _broken(words: Words, count: int) -> str:
    if not count:
        return words("rule_note.unbroken")
    return words("rule_note.broken", count=count)
