# SPDX-License-Identifier: MIT
"""What is decided about members in a review: one or many in one act, after a dry run."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Final

from groupdesk.domain.case_enums import CaseState
from groupdesk.domain.enums import Action, MemberRole, SubjectKind, Topic
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.review_enums import ReviewChoice, ReviewSkipped, ReviewStage
from groupdesk.domain.review_records import (
    NAMED,
    DecidePreview,
    DecideRequest,
    ReviewDone,
    ReviewNews,
)
from groupdesk.domain.reviews import MAX_AHEAD, ReviewPlan, working_days
from groupdesk.domain.text import MAX_REASON, is_blank, optional_text
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.reviews import Review
from groupdesk.services.beforehand import Beforehand
from groupdesk.services.cases import write_turn
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.review_picking import unread_since
from groupdesk.services.review_rows import (
    FURTHER,
    MESSAGES,
    Chosen,
    Made,
    chosen_rows,
    decided_in,
    decided_since,
    require_seen_decisions,
    write_decisions,
)
from groupdesk.services.review_sql import FINISHED, bounds, last_decision, plan_of
from groupdesk.services.reviews import Progress, nothing_told, open_review, review_of

# Nobody writes to whoever is gone, or for a review that is over: their days are free. So are those
# of the messages whose day is to be found anew. What is late is to be written today.
_TAKEN = f"""
SELECT max(d.due_on, :today), count(*) FROM review_decision d
CROSS JOIN review_row w ON w.id = d.row_id
CROSS JOIN membership m ON m.id = w.membership_id
JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
WHERE d.due_on IS NOT NULL AND d.row_id NOT IN (SELECT value FROM json_each(:rows))
    AND d.warning_id IS NULL AND m.state = 'active'
    AND d.id = (SELECT max(x.id) FROM review_decision x WHERE x.row_id = d.row_id)
    AND w.review_id NOT IN (SELECT v.id FROM review v WHERE {FINISHED.format("v")})
GROUP BY 1
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


@dataclass(frozen=True, slots=True)
class Judged:
    """What a decision would do about the rows that were chosen, and about which of them."""

    rows: Sequence[Chosen]
    """Those that it is about."""
    skipped: Mapping[ReviewSkipped, int]
    early: int
    days: Sequence[date]
    """For messages: on which day each is to be written, in the order of `rows`."""
    choice: ReviewChoice

    @property
    def active_again(self) -> Sequence[Chosen]:
        """Those who have become active again since they were picked."""
        return [row for row in self.rows if row.active_again]

    @property
    def written_to(self) -> dict[int, str]:
        """When the last message to any of them was sent, by group, where a further step follows."""
        sent: dict[int, str] = {}
        for row in self.rows if self.choice in FURTHER else ():
            if row.sent:
                at = row.sent.partition(" ")[2]
                sent[row.group_id] = max(at, sent.get(row.group_id, ""))
        return sent

    @property
    def active_to_go(self) -> int:
        """How many of those are to be removed."""
        return len(self.active_again) if self.choice is ReviewChoice.REMOVE else 0


class ReviewDecisions:
    """Decisions about members in reviews. The last one about a member holds."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def preview(
        self, review_id: int, choice: ReviewChoice, rows: Sequence[int], first_day: str = ""
    ) -> DecidePreview:
        """Say what a decision about these rows would do, writing nothing.

        Raises StateChangedError("review_gone"), ValidationError("first_day", "review_first_day").
        """
        with self._ledger.reading():
            review, now = review_of(review_id), self._ledger.clock()
            judged = self._judge(review, choice, rows, now, first_day)
            return DecidePreview(
                chosen=len(set(rows)),
                members=len(judged.rows),
                skipped=judged.skipped,
                early=judged.early,
                names=tuple(row.name for row in judged.rows[:NAMED]),
                active_again=tuple(row.id for row in judged.active_again),
                active_names=tuple(row.name for row in judged.active_again[:NAMED]),
                unread=unread_since(self._ledger.database, judged.written_to),
                days=tuple((day.isoformat(), n) for day, n in Counter(judged.days).items()),
                needs_reason=bool(judged.early or judged.active_to_go),
                cases=len(self._cases(choice, judged)),
            )

    def anew(self, review_id: int, rows: Sequence[int], seen: int) -> ReviewNews:
        """Return what others decided about these rows after the decision `seen`.

        Raises StateChangedError("review_gone").
        """
        with self._ledger.reading():
            return ReviewNews(
                last_decision(self._ledger.database, review_of(review_id).id),
                decided_since(self._ledger, review_id, rows, seen),
            )

    def decide(self, request: DecideRequest, progress: Progress = nothing_told) -> ReviewDone:
        """Record a decision about many members in one act, the receipt's subject is the review.

        Whom it cannot be about is left alone; see `ReviewSkipped`. Messages get a day on which they
        are to be written, spread over working days. Raises StateChangedError("review_decided",
        name=, operator=, count=) when others decided about some of them since `request.seen`;
        ValidationError("rows", "review_nobody_left") where nobody is left, ("reason",
        "review_early", count=) where a step comes before its turn without a reason, ("reason",
        "review_active", count=) where somebody is to go who is active again, ("first_day",
        "review_first_day"); RefusedError for a review that rests or is over.
        """
        reason = optional_text("reason", request.reason, limit=MAX_REASON)
        if request.close_cases and not reason:
            raise ValidationError("reason", "outcome_missing")

        before = Beforehand(
            self._ledger,
            lambda now: self._judge(
                review_of(request.review_id), request.choice, request.rows, now, request.first_day
            ),
        )

        def work(entry: Entry) -> None:
            review = open_review(self._ledger, request.review_id)
            judged = before.value(entry)
            require_seen_decisions(self._ledger, review.id, request.rows, request.seen)
            if not judged.rows:
                raise ValidationError("rows", "review_nobody_left")
            if judged.early and is_blank(reason):
                raise ValidationError("reason", "review_early", count=judged.early)
            if judged.active_to_go and is_blank(reason):
                raise ValidationError("reason", "review_active", count=judged.active_to_go)
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
        first_day: str,
    ) -> Judged:
        plan, today = plan_of(review), now.date()
        first = _first_day(first_day, today)
        limits = bounds(plan, now)
        chosen = chosen_rows(self._ledger, review, rows, now)
        skipped: Counter[ReviewSkipped] = Counter()
        about: list[Chosen] = []
        early = 0
        for row in chosen:
            why_not = _skipped(row, choice, moving=first is not None)
            if why_not is None:
                about.append(row)
                early += _early(plan, choice, row, limits)
            else:
                skipped[why_not] += 1
        days: list[date] = []
        if choice in MESSAGES:
            taken = _taken(self._ledger.database, today, about)
            free = working_days(first or today, plan.per_day, taken, meant=first is not None)
            days = list(islice(free, len(about)))
        return Judged(about, dict(skipped), early, days, choice)


TOPICS: Final = (Topic.REVIEWS, Topic.TASKS)


def _early(plan: ReviewPlan, choice: ReviewChoice, row: Chosen, limits: Mapping[str, str]) -> bool:
    """Say whether a step about a member comes before its turn."""
    kind, _, at = (row.sent or "").partition(" ")
    if not kind:
        return plan.early(choice, None, over=False)
    sent = stored.one_of(ReviewChoice, kind)
    by = limits["remind_by" if sent is ReviewChoice.REMIND else "notice_by"]
    return plan.early(choice, sent, over=at < by)


def _first_day(text: str, today: date) -> date | None:
    """Return the day on which to begin, None where none was chosen."""
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ValidationError("first_day", "review_first_day") from None
    if not today <= day <= today + timedelta(days=MAX_AHEAD):
        raise ValidationError("first_day", "review_first_day")
    return day


def _skipped(row: Chosen, choice: ReviewChoice, *, moving: bool) -> ReviewSkipped | None:
    """Return why a decision leaves a member alone, None where it does not.

    `moving`: a message that is planned already gets another day.
    """
    further = choice in FURTHER
    back = choice is ReviewChoice.UNDECIDED
    moved = moving and row.stage == ReviewStage.TO_SEND.value
    again = row.choice == choice.value and row.stage != ReviewStage.TO_DECIDE.value and not moved
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


def _taken(database: WorkspaceDatabase, today: date, about: Sequence[Chosen]) -> dict[date, int]:
    """Return how many other messages are planned for which day already, over all reviews."""
    ids = json.dumps([row.id for row in about])
    values = {"today": today.isoformat(), "rows": ids}
    rows = database.connection().execute(_TAKEN, values)
    return {stored.day(day): stored.number(count) for day, count in rows}
