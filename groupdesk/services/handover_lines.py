# SPDX-License-Identifier: MIT
"""The lines of a handover book, part by part, as the records say now."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from groupdesk.domain.appeal_enums import AppealState
from groupdesk.domain.appeal_records import AppealFilter
from groupdesk.domain.case_enums import CaseState
from groupdesk.domain.handover_enums import BookPart
from groupdesk.domain.handover_records import BookLine, HandoverEntryRecord
from groupdesk.domain.handovers import BY_HAND
from groupdesk.domain.leaving_enums import ExitState, RejoinState
from groupdesk.models import stored
from groupdesk.services import case_query
from groupdesk.services.appeal_query import AppealList
from groupdesk.services.exit_rows import rows_where
from groupdesk.services.handover_scope import Scope
from groupdesk.services.ledger import Ledger
from groupdesk.services.rejoin_due import AGAINST
from groupdesk.services.rejoin_query import rows_where as rejoins_where
from groupdesk.services.removal_due import DECLINED
from groupdesk.services.review_sql import FINISHED
from groupdesk.services.same_person import KEY_SQL

MOST_RECOGNITION: Final = 30
"""How many recognitions the book tells, the newest ones."""
DECIDE: Final = "decide"
CLOSE: Final = "close"
"""What comes next in a case of which nothing is due; else the kind of the thing to do."""
_TOLD_APART = ("follow_up", "try_again", "plan")
_OF_READER = (DECLINED, AGAINST)
"""What only some are told at their own desk; a book reads the same for everybody."""
_OF_REQUESTS = ("appeal", "exit_", "rejoin", "review")
_TASKS = """
SELECT t.id, m.name, coalesce(k.agreement, ''), g.name, t.kind, coalesce(t.due_on, ''),
    coalesce(t.due_time, ''), coalesce(o.name, p.name, ''),
    coalesce((SELECT e.facts FROM task_event e WHERE e.task_id = t.id
        AND e.facts IS NOT NULL ORDER BY e.id DESC LIMIT 1), '{{}}'), k.not_held IS NOT NULL
FROM task t JOIN membership m ON m.id = t.membership_id
JOIN customer_group g ON g.id = m.group_id
LEFT JOIN case_file c ON c.id = t.case_id
LEFT JOIN talk k ON k.id = t.talk_id LEFT JOIN operator o ON o.id = k.operator_id
LEFT JOIN operator p ON p.id = (SELECT e.operator_id FROM task_event e WHERE e.task_id = t.id
    ORDER BY e.id LIMIT 1)
WHERE t.kind = ? AND t.done_at IS NULL AND (g.id IN {0}
    OR ? AND g.archived_at IS NULL AND ? IN (o.id, p.id, c.owner_id))
ORDER BY t.due_on, t.id
"""
_PEOPLE = f"""
SELECT c.id, coalesce(c.same_as_id, c.id), membership.name, c.company, g.name,
    {KEY_SQL}, c.protected, coalesce(c.account_owner, ''), c.phone, c.email,
    coalesce(a.handle, ''), g.id IN {{0}}
FROM membership JOIN person c ON c.id = membership.person_id
JOIN customer_group g ON g.id = membership.group_id
LEFT JOIN account a ON a.id = membership.account_id
WHERE membership.state = 'active' AND membership.is_bot = 0 AND (g.id IN {{0}}
    AND (coalesce(c.account_owner, '') <> '' OR c.protected OR {KEY_SQL})
    OR ? AND g.archived_at IS NULL AND coalesce(c.account_owner, '') <> '')
ORDER BY membership.sort_key, membership.id
"""
_REJOINS = """g.id IN {0} AND NOT EXISTS (SELECT 1 FROM rejoin_entry f WHERE f.rejoin_id = x.id
    AND f.kind IN ('declined', 'withdrawn', 'trial_passed', 'trial_ended'))"""
_REVIEWS = f"""
SELECT v.id, v.name, v.note, v.created_at, o.name FROM review v
JOIN operator o ON o.id = v.operator_id
WHERE NOT {FINISHED.format("v")} AND EXISTS (SELECT 1 FROM review_group x
    WHERE x.review_id = v.id AND x.group_id IN {{0}})
ORDER BY v.created_at, v.id
"""
_RECOGNITION = """
SELECT r.id, m.name, r.text, g.name, r.happened_on, o.name FROM recognition r
JOIN membership m ON m.id = r.membership_id JOIN customer_group g ON g.id = m.group_id
JOIN operator o ON o.id = r.operator_id
WHERE g.id IN {0} AND m.state = 'active' AND NOT EXISTS (SELECT 1 FROM reversal v
    WHERE v.target_kind = 'recognition' AND v.target_id = r.id)
ORDER BY r.happened_on DESC, r.id DESC LIMIT ?
"""
_LANGUAGES = "SELECT id, language FROM customer_group"
_COMING_BACK: Final = {
    RejoinState.OPEN: "rejoin",
    RejoinState.LATER: "rejoin",
    RejoinState.APPROVED: "rejoin_approved",
    RejoinState.ON_TRIAL: "rejoin_trial",
}
_ASKING = frozenset({ExitState.OPEN, ExitState.APPROVED, ExitState.STAYING})
Lines = tuple[BookLine, ...]


def own_parts(scope: Scope, entries: Iterable[HandoverEntryRecord]) -> Mapping[BookPart, Lines]:
    """Return the parts that even two books about the same group do not have in common."""
    return {BookPart.TASKS: _tasks(scope), BookPart.ENTRIES: _by_hand(entries)}


def parts_of(ledger: Ledger, scope: Scope) -> Mapping[BookPart, Lines]:
    """Return the other parts of a book; of a group, whoever hands over; the caller reads."""
    customers, protected = _people(ledger, scope)
    makers: Mapping[BookPart, Callable[[], Lines]] = {
        BookPart.CASES: lambda: _cases(ledger, scope),
        BookPart.PROMISES: lambda: _promises(ledger, scope),
        BookPart.TALKS: lambda: _talks(ledger, scope),
        BookPart.CUSTOMERS: lambda: customers,
        BookPart.PROTECTED: lambda: protected,
        BookPart.REQUESTS: lambda: _requests(ledger, scope),
        BookPart.RECOGNITION: lambda: _recognition(ledger, scope),
    }
    return {part: make() for part, make in makers.items()}


def _cases(ledger: Ledger, scope: Scope) -> Lines:
    due: dict[int, str] = {}
    for item in scope.todo:
        if item.kind not in _OF_READER:
            due.setdefault(item.membership_id, item.kind)
    where = f"c.state = ? AND (c.group_id IN {scope.among} AND (NOT ? OR c.owner_id IS NULL)"
    where += " OR ? AND g.archived_at IS NULL AND c.owner_id = ?)"
    rows = ledger.database.execute_sql(
        f"{case_query.ROW_SQL} WHERE {where} ORDER BY c.id",
        (CaseState.OPEN.value, scope.whole, scope.whole, scope.giver.operator_id),
    ).fetchall()
    languages = dict(ledger.database.execute_sql(_LANGUAGES).fetchall())
    found = []
    for row in (case_query.row(row, languages[row[1]]) for row in rows):
        following = CLOSE if row.carried_out else due.get(row.membership_id, DECIDE)
        found.append(
            BookLine(
                key=f"case:{row.number}",
                who=row.member_name,
                what=" ".join(part for part in (row.rule_code, row.rule_title) if part),
                group=row.group_name,
                label=following,
                day=row.opened_at,
                by=row.owner,
            )
        )
    return tuple(found)


def _promises(ledger: Ledger, scope: Scope) -> Lines:
    return tuple(
        BookLine(
            key=f"task:{ident}",
            who=str(who),
            what=str(agreed),
            group=str(group),
            label="try_again" if not_held else "follow_up",
            day=stored.known_day(due),
            by=str(by),
        )
        for ident, who, agreed, group, _kind, due, _time, by, _facts, not_held in _open_tasks(
            ledger, scope, "follow_up"
        )
    )


def _talks(ledger: Ledger, scope: Scope) -> Lines:
    return tuple(
        BookLine(
            key=f"task:{ident}",
            who=str(who),
            what=str(stored.fields(facts).get("problem", "")),
            group=str(group),
            label="plan",
            day=" ".join(part for part in (stored.known_day(due), str(clock)) if part),
            by=str(by),
        )
        for ident, who, _agreed, group, _kind, due, clock, by, facts, _held in _open_tasks(
            ledger, scope, "talk"
        )
    )


def _open_tasks(ledger: Ledger, scope: Scope, kind: str) -> list[tuple[object, ...]]:
    sql = _TASKS.format(scope.among)
    values = (kind, scope.whole, scope.giver.operator_id)
    return list(ledger.database.execute_sql(sql, values).fetchall())


def _people(ledger: Ledger, scope: Scope) -> tuple[Lines, Lines]:
    """Return key customers and those that somebody looks after, and who is protected."""
    rows = ledger.database.execute_sql(_PEOPLE.format(scope.among), (scope.whole,)).fetchall()
    customers: dict[int, BookLine] = {}
    protected: dict[int, BookLine] = {}
    for _id, root, name, company, group, key, safe, owner, phone, mail, handle, inside in rows:
        line = BookLine(
            key=f"person:{root}",
            who=str(name),
            what=str(company),
            group=str(group),
            label="key" if key else "",
            by=str(owner),
            contact=" · ".join(str(part) for part in (phone, mail, handle) if part),
        )
        theirs = scope.giver.is_called(owner)
        if (theirs if scope.whole and not (inside and key) else key or owner) and (
            inside or theirs
        ):
            customers.setdefault(root, line)
        if safe and inside:
            protected.setdefault(root, line._replace(contact=""))
    return tuple(customers.values()), tuple(protected.values())


def _tasks(scope: Scope) -> Lines:
    found = []
    for item in scope.todo:
        if item.kind in (*_TOLD_APART, *_OF_READER) or item.kind.startswith(_OF_REQUESTS):
            continue
        own = scope.owner_of(item) == scope.giver.operator_id > 0
        if item.group_id not in scope.groups and not (scope.whole and own):
            continue
        found.append(
            BookLine(
                key=f"todo:{item.kind}:{item.id}",
                who=item.member_name,
                group=item.group_name,
                label=item.kind,
                day=item.due_on or item.since,
                by=scope.giver.name if own else "",
            )
        )
    return tuple(found)


def _requests(ledger: Ledger, scope: Scope) -> Lines:
    database = ledger.database
    found = [
        BookLine(
            key=f"appeal:{one.id}",
            who=one.member_name,
            group=one.group_name,
            label="appeal",
            day=one.answer_by,
        )
        for one in AppealList(ledger).rows(AppealFilter(state=AppealState.OPEN))
        if one.group_id in scope.groups
    ]
    for row, _entries in rows_where(ledger, f"g.id IN {scope.among} AND m.state = 'active'"):
        if row.state in _ASKING:
            found.append(
                BookLine(
                    key=f"exit:{row.id}",
                    who=row.member_name,
                    what=row.replacement_name,
                    group=row.group_name,
                    label=f"exit_{row.state.value}",
                    day=row.until or row.answer_by,
                )
            )
    for one in rejoins_where(ledger, _REJOINS.format(scope.among)):
        back = one.row
        label = _COMING_BACK.get(back.state)
        if label is not None:
            key, day = f"rejoin:{back.id}", back.until or back.asked_at
            found.append(BookLine(key, back.name, back.reason, back.group_name, label, day))
    found += [
        BookLine(f"review:{ident}", "", str(name), "", "review", str(since), str(by))
        for ident, name, _note, since, by in database.execute_sql(_REVIEWS.format(scope.among))
    ]
    return tuple(found)


def _recognition(ledger: Ledger, scope: Scope) -> Lines:
    rows = ledger.database.execute_sql(_RECOGNITION.format(scope.among), (MOST_RECOGNITION,))
    return tuple(
        BookLine(f"recognition:{ident}", str(who), str(text), str(group), "", str(day), str(by))
        for ident, who, text, group, day, by in rows
    )


def _by_hand(entries: Iterable[HandoverEntryRecord]) -> Lines:
    return tuple(
        BookLine(
            key=f"entry:{one.id}", what=one.text, label=one.kind.value, day=one.at, by=one.operator
        )
        for one in entries
        if one.kind in BY_HAND and not one.struck
    )
