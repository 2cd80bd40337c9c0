# SPDX-License-Identifier: MIT
"""The SQL of member lists: what a filter asks, and the order in which members stand.

Nothing is run here but small statements: ladders, and one member's wish to leave. Each list is an
array of ids; how they are read stands in `members`.
"""

import sqlite3
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from itertools import chain
from typing import NamedTuple

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import StepKind
from groupdesk.domain.ladder import Ladder
from groupdesk.domain.member_filter import GOOD, MAY_OBJECT, Conditions, MemberFilter
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.services.undelivered import MEMBERS_SQL

INACTIVE_DAYS = 90
_STEPS = {
    "warned": (StepKind.WARNING, StepKind.FINAL_WARNING),
    "at_risk": (StepKind.FINAL_WARNING,),
}
_FEW_STAYS = {"waiting", "undelivered", "leaving", MAY_OBJECT}
# Of a member who is there: nobody said since that they stay, or that it was a mistake.
_LEAVING = """
SELECT x.membership_id FROM exit_request x WHERE NOT EXISTS (SELECT 1 FROM exit_entry e
    WHERE e.exit_id = x.id AND e.kind IN ('withdrawn', 'mistaken'))
"""
_WISH = """
SELECT coalesce(max(x.id), 0) FROM exit_request x
JOIN membership m ON m.id = x.membership_id AND m.state = 'active'
WHERE x.membership_id = ? AND NOT EXISTS (SELECT 1 FROM exit_entry e
    WHERE e.exit_id = x.id AND e.kind IN ('withdrawn', 'mistaken'))
"""
_STATES = {
    "": "state = 'active'",
    "former": "state IN ('left', 'removed')",
    "left": "state = 'left'",
    "removed": "state = 'removed'",
    "any": "state IN ('active', 'left', 'removed')",
}
_ARCHIVED = "SELECT id FROM customer_group WHERE archived_at IS NOT NULL"
_NAME = ("sort_key", "id")


def _of(table: str, column: str) -> str:
    return f"(SELECT {column} FROM {table} WHERE {table}.id = membership.{_KEYS[table]})"


def _last(table: str, column: str) -> str:
    last = f"SELECT max({column}) FROM {table} WHERE {table}.membership_id = membership.id"
    return f"coalesce(({last}), '')"


_KEYS = {"person": "person_id", "account": "account_id", "customer_group": "group_id"}
_ROLES = "CASE role WHEN 'owner' THEN 0 WHEN 'admin' THEN 1 ELSE 2 END"


def _text(expression: str) -> tuple[str, ...]:
    """Sort by a text; whoever has none stays last either way."""
    return (f"lower(nullif({expression}, '')) ASC NULLS LAST", *_NAME)


SORTS: dict[str, tuple[str, ...]] = {
    "name": _NAME,
    "standing": ("standing_step DESC", *_NAME),
    "last_active": ("last_active DESC NULLS LAST", "id"),
    "cases": ("case_count DESC", *_NAME),
    "group": (_of("customer_group", "name"), "group_id", *_NAME),
    "nickname": _text("nickname"),
    "role": (_ROLES, *_NAME),
    "joined": ("joined_at IS NULL", "joined_at DESC", "id"),
    "messages": ("message_count IS NULL", "message_count DESC", *_NAME),
    "company": _text(_of("person", "company")),
    "account_owner": _text(_of("person", "account_owner")),
    "phone": _text(_of("person", "phone")),
    "email": _text(_of("person", "email")),
    "tags": (f"lower(nullif({_of('person', 'tags')}, '[]')) ASC NULLS LAST", *_NAME),
    "external_id": _text(_of("account", "external_id")),
    "decided": (
        f"max({_last('removal', 'decided_at')}, {_last('member_warning', 'prepared_at')}) DESC",
        *_NAME,
    ),
}
"""By the columns of the list, or by what was decided last about a member. A "-" in front turns the
order round; the unknown stays last.
"""


class Where(NamedTuple):
    """A condition on `membership`, its values, and how a statement names its table.

    Left to itself SQLite walks all members in the order of the list, however few are asked for.
    """

    sql: str
    values: list[object]
    source: str = "membership"


Ladders = dict[int, Ladder]
"""The ladders of the groups that are asked for."""


def order_by(sort: str) -> str:
    """Return what stands behind ORDER BY. Raises KeyError for a name that is none of SORTS."""
    parts = SORTS[sort.removeprefix("-")]
    return ", ".join(map(_turned, parts) if sort.startswith("-") else parts)


def read_ladders(connection: sqlite3.Connection, group_id: int | None) -> Ladders:
    """Read the ladder of one group or of all."""
    one, values = ("", ()) if group_id is None else (" WHERE id = ?", (group_id,))
    rows = connection.execute(f"SELECT id, ladder FROM customer_group{one}", values).fetchall()
    return {ident: stored.ladder(text) for ident, text in rows}


def where(which: MemberFilter, now: datetime, connection: sqlite3.Connection) -> Where:
    """Return what `which` asks of a membership, but for its words (see `search`)."""
    asked = which.conditions
    state = _STATES["former" if which.chip == "former" and not asked.state else asked.state]
    parts = [state]
    values: list[object] = []
    ladders: Ladders | None = None
    if which.group_id is not None:
        parts.insert(0, "group_id = ?")
        values.append(which.group_id)
    else:
        archived = connection.execute(_ARCHIVED).fetchall()
        if archived:
            parts.append(f"group_id NOT IN ({_numbers(tuple(chain(*archived)))})")
    if which.chip in _STEPS or asked.standing:  # of 2,000 groups they take a millisecond
        ladders = read_ladders(connection, which.group_id)
    if ladders is not None and which.chip in _STEPS:
        kinds = _STEPS[which.chip]
        parts.append("standing_step > 0")  # as the index says
        parts.append(_by_ladder(ladders, lambda ladder: _from_step(ladder, kinds)))
    elif which.chip in _FEW_STAYS:
        parts.append(_of_few(which.chip))
    elif which.chip == "inactive":
        parts.append("last_active <= ?")
        values.append(to_text(now - timedelta(days=INACTIVE_DAYS)))
    if ladders is not None and asked.standing:
        if GOOD not in asked.standing:
            parts.append("standing_step > 0")
        parts.append(_by_ladder(ladders, lambda ladder: _at_steps(ladder, asked.standing)))
    _add_times(asked, now, parts, values)
    if asked.role is not None:
        parts.append("role = ?")
        values.append(asked.role.value)
    _add_person(which, parts, values)
    return Where(" AND ".join(parts), values, _source(which))


def wish_to_leave(database: WorkspaceDatabase, membership_id: int) -> int:
    """Return the request of a member who is there and wants to leave, 0 for none."""
    found = database.execute_sql(_WISH, (membership_id,)).fetchone()
    return int(found[0])


def _of_few(chip: str) -> str:
    if chip == "waiting":
        return "waiting > 0"
    if chip == "undelivered":
        return f"membership.id IN ({MEMBERS_SQL})"
    if chip == "leaving":
        return f"membership.id IN ({_LEAVING})"
    from groupdesk.services.appeal_targets import MAY_OBJECT_SQL  # noqa: PLC0415  # see app

    return f"membership.id IN ({MAY_OBJECT_SQL})"


def _source(which: MemberFilter) -> str:
    asked = which.conditions
    if which.chip in {"undelivered", "leaving", MAY_OBJECT}:
        return "membership NOT INDEXED"  # those few are looked up by their ids
    if which.group_id is not None:
        return "membership"
    by_index = {
        "person_id": bool(asked.tag or asked.key_customer or asked.protected),
        "standing": which.chip in _STEPS or bool(asked.standing and GOOD not in asked.standing),
        "waiting": which.chip == "waiting",
        "state_last_active": which.chip == "inactive"
        or bool(asked.inactive_days or asked.activity_unknown),
    }
    for name, narrow in by_index.items():
        if narrow:
            return f"membership INDEXED BY membership_{name}"
    if asked.role is not None or asked.joined_from or asked.joined_to:
        return "membership NOT INDEXED"  # from one end to the other is three times as fast
    return "membership"


def _add_times(asked: Conditions, now: datetime, parts: list[str], values: list[object]) -> None:
    if asked.inactive_days:
        unknown = " OR last_active IS NULL" if asked.activity_unknown else ""
        parts.append(f"(last_active <= ?{unknown})")
        values.append(to_text(now - timedelta(days=asked.inactive_days)))
    elif asked.activity_unknown:
        parts.append("last_active IS NULL")
    if asked.joined_from:
        parts.append("joined_at >= ?")
        values.append(to_text(_midnight(asked.joined_from, now)))
    if asked.joined_to:
        parts.append("joined_at < ?")
        values.append(to_text(_midnight(asked.joined_to, now) + timedelta(days=1)))


def _add_person(which: MemberFilter, parts: list[str], values: list[object]) -> None:
    """Ask the person, in one group each member's own, in all groups those few who are so."""
    asked = which.conditions
    of: list[tuple[str, bool, list[object]]] = []
    if asked.tag:
        tagged = (
            "tags <> '[]' AND instr(lower(tags), lower(?)) > 0 AND EXISTS"
            " (SELECT 1 FROM json_each(person.tags) WHERE lower(value) = lower(?))"
        )
        of.append((tagged, True, [_inside(asked.tag), asked.tag]))
    for column in ("key_customer", "protected"):
        wanted = getattr(asked, column)
        if wanted is not None:
            of.append((f"{column} = 1", wanted, []))
    for condition, wanted, given in of:
        negation = "" if wanted else "NOT "
        if which.group_id is None:
            parts.append(f"person_id {negation}IN (SELECT id FROM person WHERE {condition})")
        else:
            parts.append(
                f"{negation}EXISTS (SELECT 1 FROM person"
                f" WHERE person.id = membership.person_id AND {condition})"
            )
        values += given


def _inside(tag: str) -> str:
    """Return what the stored list of tags has to hold somewhere, to look no closer at the rest."""
    longest = max(tag.replace("\\", '"').split('"'), key=len)
    return longest if longest.isprintable() else ""


def _by_ladder(ladders: Ladders, condition: Callable[[Ladder], str]) -> str:
    """Return a condition on `standing_step` for members of groups with several ladders."""
    groups: dict[str, list[int]] = {}
    for group_id, ladder in ladders.items():
        groups.setdefault(condition(ladder), []).append(group_id)
    if not groups:
        return "0"
    most = max(groups, key=lambda one: len(groups[one]))
    others = [(one, found) for one, found in groups.items() if one != most]
    if not others:
        return most
    apart = _numbers(tuple(number for _, found in others for number in found))
    said = [f"({most} AND group_id NOT IN ({apart}))"]
    said += [f"({one} AND group_id IN ({_numbers(tuple(found))}))" for one, found in others]
    return f"({' OR '.join(said)})"


def _from_step(ladder: Ladder, kinds: tuple[StepKind, ...]) -> str:
    return f"standing_step >= {min(ladder.positions(*kinds), default=len(ladder.steps) + 1)}"


def _at_steps(ladder: Ladder, standing: tuple[str, ...]) -> str:
    kinds = [StepKind(name) for name in standing if name != GOOD]
    places = (*((0,) if GOOD in standing else ()), *ladder.positions(*kinds))
    return f"standing_step IN ({_numbers(places)})"


def _numbers(numbers: tuple[int, ...]) -> str:
    return ",".join(map(str, numbers))


def _midnight(day: str, now: datetime) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(), now.tzinfo)


def _turned(part: str) -> str:
    if part.endswith(" IS NULL"):
        return part  # unknown stays last either way
    if part.endswith(" ASC NULLS LAST"):
        return part.replace(" ASC ", " DESC ")
    if part.endswith(" DESC NULLS LAST"):  # as an index has them
        return part.replace(" DESC", "")
    return part.removesuffix(" DESC") if part.endswith(" DESC") else f"{part} DESC"
