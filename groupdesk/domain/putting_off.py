# SPDX-License-Identifier: MIT
"""Putting things off: the days one usually chooses, and the day past which it needs saying so."""

from datetime import date, timedelta
from typing import Final

from groupdesk.domain.due import WEEK_DAYS, TodoRecord
from groupdesk.domain.errors import ValidationError

MAX_DAYS: Final = 366
LAST_DAY_KINDS: Final = frozenset(
    {"appeal", "exit_answer", "exit_stay", "exit_leave", "rejoin_answer", "rejoin_trial"}
)
"""What somebody outside waits for: their due day was promised."""


def usual_days(today: date) -> dict[str, date]:
    """Return "tomorrow", "week" and, unless it is one of them, "monday", the next one."""
    tomorrow = today + timedelta(days=1)
    monday = tomorrow + timedelta(days=-tomorrow.weekday() % WEEK_DAYS)
    days = {"tomorrow": tomorrow, "monday": monday, "week": today + timedelta(days=WEEK_DAYS)}
    if monday in {tomorrow, days["week"]}:
        del days["monday"]
    return days


def passes_last_day(item: TodoRecord, until: date) -> bool:
    """Say whether a thing would come back only after the day by which it is to be done."""
    return item.kind in LAST_DAY_KINDS and bool(item.due_on) and item.due_on < until.isoformat()


def check_day(until: date, today: date) -> None:
    """Raise ValidationError("until", …) for a day that is not to come, or too far."""
    if until <= today:
        raise ValidationError("until", "put_off_past")
    if until > today + timedelta(days=MAX_DAYS):
        raise ValidationError("until", "put_off_far", days=MAX_DAYS)
