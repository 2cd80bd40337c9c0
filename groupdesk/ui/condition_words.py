# SPDX-License-Identifier: MIT
"""The conditions of a filter in words, as the chips over the list say them."""

from datetime import date

from groupdesk.domain.member_filter import GOOD, Conditions
from groupdesk.ui.dates import Dates
from groupdesk.words import Words


def condition_text(words: Words, dates: Dates, asked: Conditions, name: str, today: date) -> str:
    """Return what a chip says of one of `asked.asked`."""
    values: dict[str, object] = {"days": asked.inactive_days, "value": asked.tag}
    key = name
    if name == "standing":
        said = words("condition.or").join(standing_name(words, one) for one in asked.standing)
        values["value"] = said
    elif name == "inactive_days" and asked.activity_unknown:
        key = "inactive_or_unknown"
    elif name == "role" and asked.role is not None:
        values["value"] = words(f"member_role.{asked.role.value}")
    elif name in {"joined_from", "joined_to"}:
        return _joined(words, dates, asked, today)
    elif name in {"key_customer", "protected"} and not getattr(asked, name):
        key = f"not_{name}"
    elif name == "state":
        key = f"state.{asked.state}"
    return words(f"condition.{key}", **values)


def standing_name(words: Words, standing: str) -> str:
    """Return the name of one of `member_filter.STANDINGS`."""
    return words("standing.good") if standing == GOOD else words(f"step_kind.{standing}")


def _joined(words: Words, dates: Dates, asked: Conditions, today: date) -> str:
    start, end = (
        dates.day(date.fromisoformat(day), today) if day else ""
        for day in (asked.joined_from, asked.joined_to)
    )
    if start and end:
        return words("condition.joined_between", start=start, end=end)
    key = "joined_since" if start else "joined_until"
    return words(f"condition.{key}", start=start, end=end)
