# SPDX-License-Identifier: MIT
"""What a person has to do, and where Today lists it: late, today, within a week, later."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from groupdesk.domain.clock import from_text
from groupdesk.domain.person_records import ReturnAlert

WEEK_DAYS: Final = 7
PATIENCE_DAYS: Final = 3
"""After so many days an answer that somebody waits for is late."""


class Section(StrEnum):
    """The parts of Today, in their order. Late and Today are what has to be done now."""

    LATE = "late"
    TODAY = "today"
    WEEK = "week"
    """Due within the seven days after today."""
    LATER = "later"
    """Due after that, or put off to a day to come."""
    OTHERS = "others"
    """What another operator is to do."""


NOW: Final = frozenset({Section.LATE, Section.TODAY})


@dataclass(frozen=True, slots=True)
class TodoRecord:
    """Something a person has to do: confirm a message, carry a removal out, follow a talk up."""

    kind: str
    id: int
    membership_id: int
    group_id: int
    member_name: str
    group_name: str
    due_on: str
    since: str
    done: int = 0
    of: int = 0
    due_time: str = ""
    """Of a planned talk, "15:00"; empty for any time that day."""
    about: str = ""
    """What was agreed, what a planned talk is to be about, why a step could not be done, until
    when a removal held, who asked for approval (empty for the operator at the desk), or why it
    was declined."""
    asked_by: str = ""
    """Of a removal to carry out: who asked for its approval; empty where none was needed."""
    by: str = ""
    """Who approved or declined it."""
    lets_back: bool = False
    """Of a removal to carry out: all that is left of it is to open the ways back."""
    alert: ReturnAlert | None = None
    """Of somebody who is back ("returned"), or is to be removed again ("to_remove")."""
    draft_at: str = ""
    """Of a message that did not arrive: when another one was kept as a draft."""
    batch: str = ""
    """Of a removal: the same in all that were decided, or declined, in one act."""
    members: int = 1
    """How many members it is about, where several were taken together."""
    others: "tuple[TodoRecord, ...]" = ()
    """What was taken together with it; all else is that of the first, or of all."""
    part_of: int = 0
    """The review whose message it is; 0 of none."""
    friendly: bool = False
    """Of a message: a reminder that does not count."""
    put_off: str = ""
    """The local day on which it comes back; empty while it stands where its day puts it."""
    put_off_by: str = ""
    """Who put it off."""
    owner_id: int = 0
    """Who is to do it; 0 while that is anybody."""
    owner: str = ""
    late_on: str = ""
    """Of what has no day but should not wait for long: the local day from which on it is late."""


def section_of(item: TodoRecord, today: date, operator_id: int) -> Section:
    """Return where a line stands for an operator; what has no day is to be done today."""
    day = today.isoformat()
    if item.owner_id not in {0, operator_id}:
        return Section.OTHERS
    if item.put_off > day:
        return Section.LATER
    if (item.due_on and item.due_on < day) or (item.late_on and item.late_on <= day):
        return Section.LATE
    if item.due_on <= day:
        return Section.TODAY
    if item.due_on <= (today + timedelta(days=WEEK_DAYS)).isoformat():
        return Section.WEEK
    return Section.LATER


def late_on(since: str, now: datetime) -> str:
    """Return the local day from which on something is late that waits since a stored moment."""
    began = from_text(since).astimezone(now.tzinfo).date()
    return (began + timedelta(days=PATIENCE_DAYS)).isoformat()


def in_order(items: Iterable[TodoRecord]) -> tuple[TodoRecord, ...]:
    """Return the longest due first; what has no day stands before what has one, as it came."""
    return tuple(sorted(items, key=lambda item: (item.due_on, item.due_time)))


def together(items: Iterable[TodoRecord]) -> tuple[TodoRecord, ...]:
    """Return what came of one act as one line, that of the first member.

    What was put off, or given to somebody, stands apart from the rest.
    """
    found: dict[object, list[TodoRecord]] = {}
    for number, item in enumerate(items):
        key = (item.kind, item.batch, item.put_off, item.owner_id) if item.batch else number
        found.setdefault(key, []).append(item)
    return tuple(_one(those) if len(those) > 1 else those[0] for those in found.values())


def _one(items: list[TodoRecord]) -> TodoRecord:
    return replace(
        items[0],
        done=sum(item.done for item in items),
        of=sum(item.of for item in items),
        members=sum(item.members for item in items),
        about=next((item.about for item in items if item.about), ""),
        others=tuple(items[1:]),
    )
