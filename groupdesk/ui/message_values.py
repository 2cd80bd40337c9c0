# SPDX-License-Identifier: MIT
"""What the placeholders of a message stand for, in the language of the message."""

from datetime import date

from groupdesk.domain.enums import Language
from groupdesk.domain.records import MemberDetail, RuleRecord
from groupdesk.domain.templates import PLACEHOLDERS
from groupdesk.ui.dates import Dates
from groupdesk.words import Words


def message_values(
    detail: MemberDetail,
    manager_name: str,
    language: Language,
    rule: RuleRecord | None,
    incident_on: date,
) -> dict[str, str]:
    """Return the values that every kind of message to a member has.

    The helper is the group's owner where that is somebody else than the sender, for a member
    who disagrees should reach another person.
    """
    owner = detail.group.owner_name
    values = {
        "member_name": detail.row.name,
        "group_name": detail.group.name,
        "incident_date": Dates(language.value).full_day(incident_on),
        "manager_name": manager_name,
        "helper_contact": owner if owner != manager_name else "",
    }
    if rule is not None:
        values |= {
            "rule_code": rule.code,
            "rule_title": rule.title(language),
            "rule_text": rule.text(language),
            "rule_hint": rule.hints.get(language, ""),
        }
    return values


def message_fallbacks(language: Language) -> dict[str, str]:
    """Return what stands in for values that nobody filled in."""
    words = Words(language)
    keys = {name: f"placeholder_fallback.{name}" for name in sorted(PLACEHOLDERS)}
    return {name: words(key) for name, key in keys.items() if key in words}
