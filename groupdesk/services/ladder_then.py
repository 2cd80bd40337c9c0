# SPDX-License-Identifier: MIT
"""The ladder on which a message was given, and where such a message stands on today's.

A warning keeps step, kind and days as they were. When a group's ladder changes, the step is found
again by its kind, so that nobody is moved up by the change.
"""

from functools import lru_cache

from groupdesk.domain.enums import StepKind
from groupdesk.domain.ladder import DEFAULT_LADDER, Ladder
from groupdesk.domain.logged_steps import logged_step
from groupdesk.models import stored
from groupdesk.models.care import LadderVersion
from groupdesk.models.moderation import MemberWarning


def ladder_then_sql(warning: str) -> str:
    """Return what finds the stored ladder of a message of a `customer_group g`, in SQL.

    `warning` is the name that the statement gives to `member_warning`. The ladder with which
    groups begin is an empty text, once a group has another one.
    """
    return f"""(CASE
    WHEN NOT EXISTS (SELECT 1 FROM ladder_version l WHERE l.group_id = g.id) THEN g.ladder
    WHEN {warning}.ladder_version IS NULL THEN ''
    ELSE (SELECT l.ladder FROM ladder_version l
        WHERE l.group_id = g.id AND l.version = {warning}.ladder_version)
END)"""


def ladder_then(found: object) -> Ladder:
    """Return the ladder that `ladder_then_sql` found."""
    return DEFAULT_LADDER if found == "" else stored.ladder(found)


def version_in_force(group_id: int) -> int | None:
    """Return the number of a group's ladder, None while it still has its first one."""
    last = (
        LadderVersion.select(LadderVersion.version)
        .where(LadderVersion.group == group_id)
        .order_by(LadderVersion.version.desc())
        .first()
    )
    return None if last is None else stored.number(last.version, 1)


def step_named(step: object, kind: object, then: object) -> str:
    """Return how the log names the step of a message, which `place_now` describes."""
    return logged_step(ladder_then(then), stored.number(step), stored.one_of(StepKind, kind))


def step_then(warning: MemberWarning) -> str:
    """Return how the log names the step of a message."""
    found = warning._meta.database.execute_sql(
        f"SELECT {ladder_then_sql('w')} FROM member_warning w"
        " JOIN membership m ON m.id = w.membership_id"
        " JOIN customer_group g ON g.id = m.group_id WHERE w.id = ?",
        (warning.id,),
    ).fetchone()
    return step_named(warning.step, warning.step_kind, found[0])


@lru_cache(maxsize=1024)  # few ladders, many messages
def place_now(step: object, kind: object, then: object, today: object) -> int:
    """Return where a message of that step stands on today's ladder.

    `then` is what `ladder_then_sql` found, `today` the ladder of the group. 0 for a reminder that
    never counted, and for a step that today's ladder has nothing as mild as.
    """
    position, known = stored.number(step), stored.one_of(StepKind, kind)
    if position == 0 or then == today:
        return position
    ladder = ladder_then(then)
    number = ladder.number(position) if position <= len(ladder.steps) else 1
    return stored.ladder(today).place(known, number)
