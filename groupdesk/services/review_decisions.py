# SPDX-License-Identifier: MIT
"""What is decided about members in a review: one or many in one act, after a dry run."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Final, NamedTuple
from uuid import UUID

from groupdesk.domain import canonical
from groupdesk.domain.case_enums import CaseState
from groupdesk.domain.enums import Action, MemberRole, SubjectKind, Topic
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.review_enums import ReviewChoice, ReviewSkipped, ReviewStage
from groupdesk.domain.review_records import DecidePreview, DecideRequest, ReviewDone
from groupdesk.domain.reviews import ReviewPlan, working_days
from groupdesk.domain.text import MAX_REASON, is_blank, optional_text
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.reviews import Review
from groupdesk.services.beforehand import Beforehand
from groupdesk.services.cases import write_turn
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.review_sql import (
    CHANGES,
    FINISHED,
    JOINS,
    PROTECTED,
    SENT,
    STAGE,
    bounds,
    plan_of,
)
from groupdesk.services.reviews import (
    Progress,
    nothing_told,
    open_review,
    review_of,
)

MESSAGES: Final = frozenset({ReviewChoice.REMIND, ReviewChoice.LAST_NOTICE})
_BATCH: Final = 2_000
_COLUMNS = (
    "id", "row_id", "operator_id", "recorded_at", "kind", "reason", "due_on", "warning_id",
    "removal_id", "batch",
)  # fmt: skip
_INSERT = f"INSERT INTO review_decision ({', '.join(_COLUMNS)}) VALUES (?,?,?,?,?,?,?,?,?,?)"
_digest = canonical.row_digests(_COLUMNS)
_CHOSEN = f"""
SELECT w.id, m.id, m.person_id, m.name, g.name, {STAGE}, coalesce(d.kind, 'undecided'),
    coalesce(d.id, 0), coalesce(d.operator_id, 0), {SENT}, {PROTECTED}, m.role,
    g.archived_at IS NOT NULL, coalesce({CHANGES["active_again"]}, 0), m.group_id,
    coalesce(d.reason, ''), coalesce(d.warning_id, 0), w.facts, {CHANGES["leaving"]}
{JOINS} WHERE w.review_id = :review AND w.id IN (SELECT value FROM json_each(:rows)) ORDER BY w.id
"""
# Nobody writes to whoever is gone, or for a review that is over: their days are free.
_TAKEN = f"""
SELECT d.due_on, count(*) FROM review_decision d CROSS JOIN review_row w ON w.id = d.row_id
CROSS JOIN membership m ON m.id = w.membership_id
WHERE d.due_on >= ? AND d.warning_id IS NULL AND m.state = 'active'
    AND d.id = (SELECT max(x.id) FROM review_decision x WHERE x.row_id = d.row_id)
    AND w.review_id NOT IN (SELECT v.id FROM review v WHERE {FINISHED.format("v")})
GROUP BY d.due_on
"""
_ONLY_REMINDERS = """
SELECT DISTINCT c.id FROM review_decision x JOIN member_warning k ON k.id = x.warning_id
JOIN case_file c ON c.id = k.case_id
WHERE x.row_id IN (SELECT value FROM json_each(?)) AND c.state = 'open' AND c.rule_code = ''
    AND c.description IS NULL
    AND NOT EXISTS (SELECT 1 FROM talk t WHERE t.case_id = c.id)
    AND NOT EXISTS (SELECT 1 FROM removal r WHERE r.case_id = c.id)
    AND NOT EXISTS (SELECT 1 FROM member_warning o WHERE o.case_id = c.id AND NOT EXISTS (
        SELECT 1 FROM review_decision y WHERE y.warning_id = o.id AND y.row_id = x.row_id))
ORDER BY c.id
"""


class Chosen(NamedTuple):
    """A row that a decision is about, as it stands now."""

    id: int
    membership_id: int
    person_id: int
    name: str
    group_name: str
    stage: str
    choice: str
    decision_id: int
    operator_id: int
    sent: str | None
    protected: int
    role: str
    archived: int
    active_again: int
    group_id: int
    reason: str
    warning_id: int
    facts: str
    leaving: int


@dataclass(frozen=True, slots=True)
class Judged:
    """What a decision would do about the rows that were chosen."""

    chosen: Sequence[Chosen]
    rows: Sequence[Chosen]
    """Those that it is about."""
    skipped: Mapping[ReviewSkipped, int]
    early: int
    days: Sequence[date]
    """For messages: on which day each is to be written, in the order of `rows`."""


class ReviewDecisions:
    """Decisions about members in reviews. The last one about a member holds."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def preview(self, review_id: int, choice: ReviewChoice, rows: Sequence[int]) -> DecidePreview:
        """Say what a decision about these rows would do, writing nothing.

        Raises StateChangedError("review_gone").
        """
        with self._ledger.reading():
            review, now = review_of(review_id), self._ledger.clock()
            judged = self._judge(review, choice, rows, now)
            return DecidePreview(
                chosen=len(set(rows)),
                members=len(judged.rows),
                skipped=judged.skipped,
                early=judged.early,
                active_again=sum(row.active_again for row in judged.rows),
                days=tuple((day.isoformat(), n) for day, n in Counter(judged.days).items()),
                needs_reason=bool(judged.early),
                cases=len(self._cases(choice, judged)),
            )

    def decide(self, request: DecideRequest, progress: Progress = nothing_told) -> ReviewDone:
        """Record a decision about many members in one act, the receipt's subject is the review.

        Whom it cannot be about is left alone; see `ReviewSkipped`. Messages get a day on which they
        are to be written, spread over working days. Raises StateChangedError("review_decided",
        name=, operator=, count=) when others decided about some of them since `request.seen`;
        ValidationError("rows", "review_nobody_left") where nobody is left, ("reason",
        "review_early", count=) where a step comes before its turn without a reason; RefusedError
        for a review that rests or is over.
        """
        reason = optional_text("reason", request.reason, limit=MAX_REASON)
        if request.close_cases and not reason:
            raise ValidationError("reason", "outcome_missing")

        before = Beforehand(
            self._ledger,
            lambda now: self._judge(
                review_of(request.review_id), request.choice, request.rows, now
            ),
        )

        def work(entry: Entry) -> None:
            review = open_review(self._ledger, request.review_id)
            judged = before.value(entry)
            require_seen_decisions(self._ledger, judged.chosen, request.seen)
            if not judged.rows:
                raise ValidationError("rows", "review_nobody_left")
            if judged.early and is_blank(reason):
                raise ValidationError("reason", "review_early", count=judged.early)
            groups = {row.group_id for row in judged.rows}
            entry.about(
                SubjectKind.REVIEW,
                review.id,
                *TOPICS,
                group_id=groups.pop() if len(groups) == 1 else None,
            )
            entry.record(
                after={
                    "review": review.name,
                    "review_choice": request.choice.value,
                    "reason": reason,
                    "members": len(judged.rows),
                }
            )
            days = iter(judged.days)
            made = (
                Made(row, request.choice, reason, next(days, None), batch=str(request.operation))
                for row in judged.rows
            )
            write_decisions(self._ledger, entry, review, made, len(judged.rows), progress)
            if request.close_cases:
                self._close_cases(entry, self._cases(request.choice, judged), reason)

        receipt = self._ledger.run_long(
            request.operation, Action.REVIEW_DECIDE, work, again=before.again
        )
        members = decided_in(self._ledger, request.operation)
        return ReviewDone(receipt, members, len(set(request.rows)) - members)

    # ---- inside

    def _cases(self, choice: ReviewChoice, judged: Judged) -> list[int]:
        """Return the open cases that only reminders of this review are in, of those who stay."""
        if choice is not ReviewChoice.KEEP:
            return []
        ids = json.dumps([row.id for row in judged.rows])
        found = self._ledger.database.execute_sql(_ONLY_REMINDERS, (ids,))
        return [number for (number,) in found]

    @staticmethod
    def _close_cases(entry: Entry, numbers: Iterable[int], outcome: str) -> None:
        for number in numbers:
            entry.give_way()
            write_turn(entry, number, CaseState.CLOSED, outcome)
            entry.topics.add(Topic.CASES)

    def _judge(
        self,
        review: Review,
        choice: ReviewChoice,
        rows: Sequence[int],
        now: datetime,
    ) -> Judged:
        plan = plan_of(review)
        limits = bounds(plan, now)
        chosen = chosen_rows(self._ledger, review, rows, now)
        skipped: Counter[ReviewSkipped] = Counter()
        about: list[Chosen] = []
        early = 0
        for row in chosen:
            why_not = _skipped(row, choice)
            if why_not is None:
                about.append(row)
                early += _early(plan, choice, row, limits)
            else:
                skipped[why_not] += 1
        days: list[date] = []
        if choice in MESSAGES:
            taken = _taken(self._ledger.database, now.date())
            days = list(islice(working_days(now.date(), plan.per_day, taken), len(about)))
        return Judged(chosen, about, dict(skipped), early, days)


TOPICS: Final = (Topic.REVIEWS, Topic.TASKS)


class Made(NamedTuple):
    """A decision about one row, to be written."""

    row: Chosen
    choice: ReviewChoice
    reason: str
    day: date | None = None
    warning_id: int | None = None
    removal_id: int | None = None
    batch: str | None = None


def chosen_rows(ledger: Ledger, review: Review, rows: Iterable[int], now: datetime) -> list[Chosen]:
    """Return rows of a review as they stand, in the order of their ids. The caller reads."""
    values: dict[str, object] = {**bounds(plan_of(review), now)}
    values |= {"review": review.id, "rows": json.dumps(sorted(set(rows)))}
    found = ledger.database.connection().execute(_CHOSEN, values).fetchall()
    return [Chosen._make(row) for row in found]


def require_seen_decisions(ledger: Ledger, chosen: Iterable[Chosen], seen: int) -> None:
    """Raise StateChangedError("review_decided") where others decided after the decision `seen`."""
    newer = [
        row for row in chosen if row.decision_id > seen and row.operator_id != ledger.operator.id
    ]
    if newer:
        last = max(newer, key=lambda row: row.decision_id)
        name = ledger.database.execute_sql(
            "SELECT name FROM operator WHERE id = ?", (last.operator_id,)
        ).fetchone()
        raise StateChangedError(
            "review_decided", name=last.name, operator=str(name[0]), count=len(newer)
        )


def decided_in(ledger: Ledger, operation: UUID) -> int:
    """Return about how many members an act decided: also one that came twice."""
    with ledger.reading():
        row = ledger.database.execute_sql(
            "SELECT count(*) FROM review_decision WHERE batch = ?",
            (str(operation),),
        ).fetchone()
    return int(row[0])


def write_decisions(
    ledger: Ledger,
    entry: Entry,
    review: Review,
    made: Iterable[Made],
    count: int,
    progress: Progress = nothing_told,
) -> None:
    """Write decisions and payloads; it is the hot part, and spells each as models would."""
    connection = ledger.database.connection()
    first = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM review_decision").fetchone()[0]
    numbered: Iterator[tuple[int, Made]] = enumerate(made, first)
    by, now = entry.operator.id, entry.now_text
    done = 0
    while part := list(islice(numbered, _BATCH)):
        rows = []
        for ident, one in part:
            row = one.row
            due_on = one.day.isoformat() if one.day else None
            stored_row = (
                ident, row.id, by, now, one.choice.value, one.reason, due_on, one.warning_id,
                one.removal_id, one.batch,
            )  # fmt: skip
            rows.append(stored_row)
            after = {
                "review": review.name,
                "member": row.name,
                "group": row.group_name,
                "review_choice": one.choice.value,
            }
            if due_on:
                after["due_on"] = due_on
            digests = {f"review_decision:{ident}": _digest(stored_row)}
            before = {"review_choice": row.choice} if row.decision_id else None
            body = canonical.canonical_texts(after, digests, before)
            entry.payloads.append((row.person_id, body))
        connection.executemany(_INSERT, rows)
        done += len(rows)
        progress("write", done, count)
        entry.give_way()


def _early(plan: ReviewPlan, choice: ReviewChoice, row: Chosen, limits: Mapping[str, str]) -> bool:
    """Say whether a step about a member comes before its turn."""
    kind, _, at = (row.sent or "").partition(" ")
    if not kind:
        return plan.early(choice, None, over=False)
    sent = stored.one_of(ReviewChoice, kind)
    by = limits["remind_by" if sent is ReviewChoice.REMIND else "notice_by"]
    return plan.early(choice, sent, over=at < by)


def _skipped(row: Chosen, choice: ReviewChoice) -> ReviewSkipped | None:
    """Return why a decision leaves a member alone, None where it does not."""
    further = choice in MESSAGES or choice is ReviewChoice.REMOVE
    back = choice is ReviewChoice.UNDECIDED
    again = row.choice == choice.value and row.stage != ReviewStage.TO_DECIDE.value
    checks = (
        (ReviewSkipped.GROUP_ARCHIVED, row.archived),
        (ReviewSkipped.REMOVAL, row.stage == ReviewStage.REMOVAL.value),
        (ReviewSkipped.GONE, row.stage == ReviewStage.GONE.value),
        (ReviewSkipped.NOTHING, back and row.choice == choice.value),
        (ReviewSkipped.PROTECTED, further and row.protected),
        (ReviewSkipped.LEAVING, further and row.leaving),
        (ReviewSkipped.OWNER, choice is ReviewChoice.REMOVE and row.role == MemberRole.OWNER.value),
        (ReviewSkipped.PREPARED, further and row.stage == ReviewStage.PREPARED.value),
        (ReviewSkipped.SAME, again and not back),
    )
    return next((reason for reason, holds in checks if holds), None)


def _taken(database: WorkspaceDatabase, today: date) -> dict[date, int]:
    """Return how many messages are planned for which day already, over all reviews."""
    rows = database.execute_sql(_TAKEN, (today.isoformat(),))
    return {stored.day(day): stored.number(count) for day, count in rows}
