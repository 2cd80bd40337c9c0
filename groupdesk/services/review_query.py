# SPDX-License-Identifier: MIT
"""Lists of reviews and of the members in them, with what was known then and what is so now."""

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from groupdesk.domain.enums import WarningState
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.removal_states import RemovalState
from groupdesk.domain.review_enums import (
    ReviewChange,
    ReviewChoice,
    ReviewCriterion,
    ReviewEntryKind,
    ReviewLeftOut,
    ReviewStage,
    ReviewState,
)
from groupdesk.domain.review_records import (
    LeftOutMember,
    ReviewDetail,
    ReviewEntryRecord,
    ReviewFilter,
    ReviewProgress,
    ReviewRecord,
    ReviewRowRecord,
)
from groupdesk.domain.reviews import ReviewCriteria, ReviewPlan
from groupdesk.models import stored
from groupdesk.models.reviews import Review, ReviewRow
from groupdesk.services.ledger import Ledger
from groupdesk.services.removal_state import state_sql
from groupdesk.services.review_facts import members_of, preview_of, stages_of
from groupdesk.services.review_picking import look, oldest_list
from groupdesk.services.review_sql import (
    CHANGED_BY,
    CHANGES,
    JOINS,
    KEY,
    PROTECTED,
    SENT,
    STAGE,
    bounds,
    criteria_of,
    last_decision,
    next_day,
    plan_of,
    turned_order,
)

_REVIEWS = """
SELECT v.id, o.name, f.recorded_at, fo.name, coalesce((SELECT e.kind FROM review_entry e
    WHERE e.review_id = v.id AND e.kind IN ('paused', 'resumed') ORDER BY e.id DESC LIMIT 1), ''),
    f.facts, (SELECT json_group_array(json_array(g.id, g.name)) FROM (
        SELECT c.id, c.name FROM review_group x JOIN customer_group c ON c.id = x.group_id
        WHERE x.review_id = v.id ORDER BY c.name, c.id) g)
FROM review v JOIN operator o ON o.id = v.operator_id
LEFT JOIN review_entry f ON f.review_id = v.id AND f.kind = 'finished'
LEFT JOIN operator fo ON fo.id = f.operator_id
WHERE {0} ORDER BY f.id IS NOT NULL, v.id DESC
"""
_ENTRIES = """
SELECT e.id, e.kind, e.recorded_at, o.name, e.text, e.facts
FROM review_entry e JOIN operator o ON o.id = e.operator_id WHERE e.review_id = ? ORDER BY e.id
"""
_STAGES = f"""
SELECT {STAGE}, coalesce(d.kind, 'undecided'),
    CASE WHEN d.warning_id IS NULL THEN coalesce(d.due_on, '') ELSE '' END, count(*)
{JOINS} WHERE w.review_id = :review GROUP BY 1, 2, 3
"""
_ANY_CHANGE = "(" + " OR ".join(f"coalesce({sql}, 0)" for sql in CHANGES.values()) + ")"
_CHANGED = (
    "SELECT "
    + ", ".join(f"coalesce(sum({sql}), 0)" for sql in (*CHANGES.values(), _ANY_CHANGE))
    + f" {JOINS} WHERE w.review_id = :review"
)
_LAST_SENT = """(SELECT n.at FROM review_decision x
    JOIN warning_event n ON n.warning_id = x.warning_id AND n.state = 'sent'
    WHERE x.row_id = w.id AND x.kind = '{0}' ORDER BY x.id DESC LIMIT 1)"""
_ROWS = f"""
SELECT w.id, w.review_id, m.id, m.person_id, g.id, g.name, m.name, w.facts, w.picked_at, {STAGE},
    coalesce(m.last_active, ''), m.message_count, coalesce(m.joined_at, ''), {KEY}, {PROTECTED},
    coalesce(d.kind, 'undecided'), coalesce(d.reason, ''), coalesce(d.recorded_at, ''),
    coalesce((SELECT o.name FROM operator o WHERE o.id = d.operator_id), ''),
    CASE WHEN d.warning_id IS NULL THEN coalesce(d.due_on, '') ELSE '' END,
    coalesce(d.warning_id, 0), coalesce(e.state, ''), {SENT},
    coalesce({_LAST_SENT.format("remind")}, ''), coalesce({_LAST_SENT.format("last_notice")}, ''),
    coalesce(r.id, d.removal_id, 0),
    (SELECT {state_sql("z")} FROM removal z WHERE z.id = coalesce(r.id, d.removal_id)),
    {", ".join(CHANGES.values())}
{JOINS} WHERE w.id IN (SELECT value FROM json_each(:ids))
"""
SORTS: Final = {
    "name": ("m.sort_key", "w.id"),
    "group": ("g.name", "g.id", "m.sort_key", "w.id"),
    "last_active": ("m.last_active IS NOT NULL", "m.last_active", "w.id"),
    "messages": ("m.message_count IS NULL", "m.message_count", "m.sort_key", "w.id"),
    "joined": ("m.joined_at IS NULL", "m.joined_at", "w.id"),
    "stage": (STAGE, "m.sort_key", "w.id"),
    "send_on": ("d.due_on IS NULL", "d.due_on", "w.id"),
    "decided": ("d.recorded_at IS NULL", "d.recorded_at DESC", "w.id"),
}
"""By the columns of the list. "last_active" has the longest silent first, the unknown before."""
_ASKED: Final = {
    "stage": f"{STAGE} = :stage",
    "choice": "coalesce(d.kind, 'undecided') = :choice",
    "criterion": "EXISTS (SELECT 1 FROM json_each(w.facts, '$.why') WHERE value = :criterion)",
    "group_id": "m.group_id = :group_id",
    "send_by": f"{STAGE} = 'to_send' AND d.due_on <= :send_by",
    "snapshot_id": CHANGED_BY,
}
"""What a filter asks of rows, by the names of its fields."""


class ReviewList:
    """Reads the reviews of a workspace."""

    def __init__(self, ledger: Ledger) -> None:
        """Read through `ledger`."""
        self._ledger = ledger

    def all(self) -> tuple[ReviewRecord, ...]:
        """Return all reviews, those that go on first, then the newest first.

        What changed with the members in them is told by `get` and `detail` alone.
        """
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(_REVIEWS.format("1")).fetchall()
            return tuple(self._record(row, changes=False) for row in rows)

    def get(self, review_id: int) -> ReviewRecord:
        """Return one review. Raises StateChangedError("review_gone")."""
        with self._ledger.reading():
            return self._one(review_id)

    def detail(self, review_id: int) -> ReviewDetail:
        """Return one review with its entries. Raises StateChangedError("review_gone")."""
        with self._ledger.reading():
            review, entries = self._one(review_id), self.entries(review_id)
        started = next((entry.picked for entry in entries if entry.picked), None)
        if started is None:
            raise StateChangedError("review_gone")
        return ReviewDetail(review, started, entries)

    def entries(self, review_id: int) -> tuple[ReviewEntryRecord, ...]:
        """Return what became of a review, the oldest first; none where there is no review."""
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(_ENTRIES, (review_id,)).fetchall()
        return tuple(map(_entry, rows))

    def seen(self, review_id: int) -> int:
        """Return the last decision in a review: see `ReviewRecord.seen`."""
        with self._ledger.reading():
            return last_decision(self._ledger.database, review_id)

    def ids(self, review_id: int, which: ReviewFilter, sort: str = "last_active") -> "array[int]":
        """Return the ids of the rows that a filter shows, in the order of a column of SORTS.

        A "-" in front turns the order round. Raises KeyError for an unknown column,
        StateChangedError("review_gone").
        """
        order = ", ".join(turned_order(SORTS[sort.removeprefix("-")], turned=sort.startswith("-")))
        with self._ledger.reading():
            condition, values = self._where(review_id, which)
            rows = self._ledger.database.connection().execute(
                f"SELECT w.id {JOINS} WHERE {condition} ORDER BY {order}", values
            )
            return array("q", (ident for (ident,) in rows))

    def rows(self, ids: Sequence[int]) -> list[ReviewRowRecord]:
        """Return these rows of one review, in their order; ids that are gone are left out."""
        if not ids:
            return []
        with self._ledger.reading():
            now = self._ledger.clock()
            review = _review_of_row(ids[0])
            if review is None:
                return []
            plan = plan_of(review)
            values = bounds(plan, now) | {"ids": json.dumps(list(ids))}
            found = self._ledger.database.connection().execute(_ROWS, values).fetchall()
        by_id = {row[0]: _row(row, plan, now) for row in found}
        return [by_id[ident] for ident in ids if ident in by_id]

    def left_out(
        self,
        groups: Sequence[int],
        criteria: ReviewCriteria,
        reason: ReviewLeftOut,
        review_id: int = 0,
        by_hand: Iterable[int] = (),
    ) -> tuple[LeftOutMember, ...]:
        """Return whom a review of these groups leaves out for a reason, as of now, by name.

        `review_id` is the review that looks, where it was started already.
        """
        with self._ledger.reading():
            now = self._ledger.clock()
            return look(
                self._ledger, groups, criteria, now, frozenset(by_hand), review_id
            ).left_out(reason)

    def _one(self, review_id: int) -> ReviewRecord:
        sql = _REVIEWS.format("v.id = ?")
        row = self._ledger.database.execute_sql(sql, (review_id,)).fetchone()
        if row is None:
            raise StateChangedError("review_gone")
        record = self._record(row, changes=True)
        return replace(record, list_at=oldest_list(self._ledger, [one for one, _ in record.groups]))

    def _record(self, row: tuple[Any, ...], *, changes: bool) -> ReviewRecord:
        ident, operator, finished_at, finished_by, last, facts, groups = row
        review = Review.get(Review.id == ident)
        plan = plan_of(review)
        return ReviewRecord(
            id=ident,
            name=review.name,
            note=review.note,
            criteria=criteria_of(review),
            plan=plan,
            state=_state(finished_at, last),
            operator=operator,
            created_at=stored.moment_text(review.created_at),
            groups=tuple((stored.number(g), str(name)) for g, name in stored.rows(groups, 2)),
            progress=self._progress(ident, plan, facts, changes=changes),
            finished_at=stored.known_moment(finished_at),
            finished_by=finished_by or "",
            seen=last_decision(self._ledger.database, ident),
        )

    def _progress(
        self, review_id: int, plan: ReviewPlan, finished: str | None, *, changes: bool
    ) -> ReviewProgress:
        """Return how far a review is; of one that is over, where all stood then."""
        now = self._ledger.clock()
        if not finished:
            return progress_of(self._ledger, review_id, plan, now, changes=changes)
        choices: Mapping[ReviewChoice, int] = {}
        if changes:  # of one review: these are not many, and nobody decides any more
            choices = progress_of(self._ledger, review_id, plan, now, changes=False).choices
        stages = stages_of(finished)
        return ReviewProgress(sum(stages.values()), stages, choices)

    def _where(self, review_id: int, which: ReviewFilter) -> tuple[str, dict[str, object]]:
        review = Review.get_or_none(Review.id == review_id)
        if review is None:
            raise StateChangedError("review_gone")
        now = self._ledger.clock()
        values: dict[str, object] = {**bounds(plan_of(review), now), "review": review_id}
        parts = ["w.review_id = :review"]
        for name, part in _ASKED.items():
            wanted = getattr(which, name)
            if wanted:
                parts.append(part)
                values[name] = wanted
        if which.changed:
            parts.append(_ANY_CHANGE)
        if which.change is not None:
            parts.append(CHANGES[which.change.value])
        if which.text.strip():
            _add_words(which.text, parts, values)
        return " AND ".join(parts), values


def progress_of(
    ledger: Ledger, review_id: int, plan: ReviewPlan, now: datetime, *, changes: bool = True
) -> ReviewProgress:
    """Return how far a review is, with what changed where that is asked for. The caller reads."""
    connection = ledger.database.connection()
    today = now.date().isoformat()
    values: dict[str, object] = {**bounds(plan, now), "review": review_id}
    stages: dict[ReviewStage, int] = {}
    choices: dict[ReviewChoice, int] = {}
    days: dict[str, int] = {}
    for stage_text, choice_text, day, count in connection.execute(_STAGES, values):
        stage = stored.one_of(ReviewStage, stage_text)
        choice = stored.one_of(ReviewChoice, choice_text)
        stages[stage] = stages.get(stage, 0) + count
        choices[choice] = choices.get(choice, 0) + count
        if stage is ReviewStage.TO_SEND:
            days[day] = days.get(day, 0) + count
    changed: dict[ReviewChange, int] = {}
    changed_at_all = 0
    if changes:
        *counted, changed_at_all = connection.execute(_CHANGED, values).fetchone()
        changed = {ReviewChange(name): n for name, n in zip(CHANGES, counted, strict=True) if n}
    send_today = sum(count for day, count in days.items() if day <= today)
    next_day = min(days) if days and not send_today else ""
    return ReviewProgress(
        sum(stages.values()),
        stages,
        choices,
        send_today,
        next_day,
        days.get(next_day, 0) if next_day else 0,
        changed,
        changed_at_all,
    )


def _row(row: tuple[Any, ...], plan: ReviewPlan, now: datetime) -> ReviewRowRecord:
    (ident, review, member, person, group, group_name, name, facts_text, picked_at, stage, active,
     messages, joined, key, protected, choice, reason, decided_at, decided_by, send_on, warning,
     message, sent, reminded_at, noticed_at, removal, removal_state, *changed) = row  # fmt: skip
    facts = stored.fields(facts_text)
    kind, _, sent_at = str(sent or "").partition(" ")
    last = stored.one_of(ReviewChoice, kind) if kind else None
    return ReviewRowRecord(
        id=ident,
        review_id=review,
        membership_id=member,
        person_id=person,
        group_id=group,
        group_name=group_name,
        name=name,
        name_then=str(facts.get("name", name)),
        why=why_of(facts),
        picked_at=stored.moment_text(picked_at),
        stage=stored.one_of(ReviewStage, stage),
        last_active=stored.known_moment(active),
        last_active_then=stored.known_moment(facts.get("last_active")),
        messages=messages,
        messages_then=facts.get("messages"),
        joined_at=stored.known_moment(joined),
        key_customer=bool(key),
        protected=bool(protected),
        choice=stored.one_of(ReviewChoice, choice),
        reason=reason,
        decided_at=stored.known_moment(decided_at),
        decided_by=decided_by,
        send_on=stored.known_day(send_on),
        warning_id=warning,
        message_state=stored.one_of(WarningState, message) if message else None,
        sent_at=stored.known_moment(sent_at),
        next_on=next_day(sent_at, plan.wait(last), now) if last else "",
        next_step=plan.next_after(last),
        reminded_at=stored.known_moment(reminded_at),
        noticed_at=stored.known_moment(noticed_at),
        removal_id=removal,
        removal_state=stored.one_of(RemovalState, removal_state) if removal_state else None,
        changes=tuple(
            ReviewChange(name) for name, is_so in zip(CHANGES, changed, strict=True) if is_so
        ),
    )


def why_of(facts: dict[str, Any]) -> tuple[ReviewCriterion, ...]:
    """Return by which criteria a member was picked."""
    return tuple(stored.one_of(ReviewCriterion, one) for one in facts.get("why", ()))


def _entry(row: tuple[Any, ...]) -> ReviewEntryRecord:
    ident, kind_text, at, operator, text, facts = row
    kind = stored.one_of(ReviewEntryKind, kind_text)
    looked = kind in {ReviewEntryKind.STARTED, ReviewEntryKind.LOOKED_AGAIN}
    return ReviewEntryRecord(
        id=ident,
        kind=kind,
        at=stored.moment_text(at),
        operator=operator,
        text=text,
        picked=preview_of(facts) if looked else None,
        stages=stages_of(facts) if kind is ReviewEntryKind.FINISHED else {},
        members=members_of(facts) if kind is ReviewEntryKind.ADDED else 0,
    )


def _state(finished_at: str | None, last: str) -> ReviewState:
    if finished_at:
        return ReviewState.FINISHED
    return ReviewState.PAUSED if last == ReviewEntryKind.PAUSED.value else ReviewState.RUNNING


def _review_of_row(row_id: int) -> Review | None:
    row = ReviewRow.get_or_none(ReviewRow.id == row_id)
    return None if row is None else Review.get(Review.id == row.review_id)


def _add_words(text: str, parts: list[str], values: dict[str, object]) -> None:
    # with its pinyin, search takes as long to load as a third of a start
    from groupdesk.services import search  # noqa: PLC0415

    found = search.matching_ids_sql(text)
    if found is None:
        return
    sql, given = found
    for place, value in enumerate(given):
        sql = sql.replace("?", f":word{place}", 1)
        values[f"word{place}"] = value
    parts.append(f"m.id IN (SELECT membership.id FROM membership WHERE {sql})")
