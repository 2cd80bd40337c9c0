# SPDX-License-Identifier: MIT
"""What the placeholders of a message stand for, in the language of the message."""

from collections.abc import Sequence
from datetime import date

from groupdesk.domain.enums import Language, Term
from groupdesk.domain.process import Process
from groupdesk.domain.records import MemberDetail, RuleRecord
from groupdesk.domain.rule_lists import numbered, say_many
from groupdesk.domain.templates import PLACEHOLDERS
from groupdesk.ui.dates import Dates
from groupdesk.words import Words


def message_values(
    detail: MemberDetail,
    manager_name: str,
    language: Language,
    rule: RuleRecord | None,
    incident_on: date,
    further: Sequence[RuleRecord] = (),
) -> dict[str, str]:
    """Return the values that every kind of message to a member has.

    With `further` rules also those for what `rule_lists.name_all` writes. The helper is the
    group's owner where that is neither sender nor member, for a member who disagrees should
    reach another person.
    """
    owner = detail.group.owner_name
    values = {
        "member_name": detail.row.name,
        "group_name": detail.group.name,
        "incident_date": Dates(language.value).full_day(incident_on),
        "manager_name": manager_name,
        "helper_contact": owner if owner not in {manager_name, detail.row.name} else "",
        "recognition": " ".join(detail.marks.recognition.split()).rstrip(".。"),
    }
    if rule is not None:
        values |= _of_rule(rule, language)
        if further:
            values |= numbered([_of_rule(one, language) for one in (rule, *further)], language)
    return values


def message_fallbacks(language: Language, rules: int = 1) -> dict[str, str]:
    """Return what stands in for values that nobody filled in, in a message about `rules` rules."""
    words = Words(language)
    keys = {name: f"placeholder_fallback.{name}" for name in sorted(PLACEHOLDERS)}
    said = {name: words(key) for name, key in keys.items() if key in words}
    if rules < 2:
        return said
    return {name: say_many(text, language) for name, text in said.items()}


def notice_values(
    process: Process, language: Language, reason: str, term: Term, until: date | None
) -> dict[str, str]:
    """Return the values that only the notice of a removal has.

    It names no last day to object: nobody knows yet when the member gets it.
    """
    dates, words = Dates(language.value), Words(language)
    until_date = dates.full_day(until) if until else ""
    return {
        "reason": reason.strip(),
        "until_date": until_date,
        "return_note": words(f"return_note.{term.value}", until_date=until_date),
        "data_note": process.data_note.get(language) or words("data_note.own"),
        "appeal_until": words("appeal_until.days", days=process.appeal_days)
        if process.appeal_days
        else words("appeal_until.any_time"),
    }


def language_of(detail: MemberDetail) -> tuple[Language, bool]:
    """Return the language to write to a member in, and whether it is known to be theirs."""
    if detail.fields.language in set(Language):
        return Language(detail.fields.language), True
    return detail.group.language, False


def _of_rule(rule: RuleRecord, language: Language) -> dict[str, str]:
    return {
        "rule_code": rule.code,
        "rule_title": rule.title(language),
        "rule_text": rule.text(language) or rule.title(language),
        "rule_hint": rule.hints.get(language, ""),
    }
