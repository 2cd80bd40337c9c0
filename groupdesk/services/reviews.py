# SPDX-License-Identifier: MIT
"""Reviews of groups: starting one after a look, looking again, pausing, finishing."""

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Final
from uuid import UUID

from groupdesk.domain import canonical
from groupdesk.domain.enums import Action, SubjectKind, Topic
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.domain.review_enums import ReviewChange, ReviewCriterion, ReviewEntryKind
from groupdesk.domain.review_records import PickPreview, ReviewDone, ReviewRequest
from groupdesk.domain.reviews import Picked, ReviewCriteria
from groupdesk.domain.text import MAX_REASON, optional_text, require_text
from groupdesk.models.reviews import Review, ReviewEntry, ReviewGroup
from groupdesk.services.beforehand import Beforehand
from groupdesk.services.ledger import Entry, Ledger, require_in_use
from groupdesk.services.review_facts import preview_json, stages_json
from groupdesk.services.review_picking import Looked, look
from groupdesk.services.review_query import progress_of
from groupdesk.services.review_sql import FINISHED, criteria_of, plan_of

Progress = Callable[[str, int, int], object]
MAX_NAME: Final = 200
_BATCH = 2_000
_COLUMNS = ("id", "review_id", "membership_id", "picked_at", "facts")
_INSERT = f"INSERT INTO review_row ({', '.join(_COLUMNS)}) VALUES (?, ?, ?, ?, ?)"
_digest = canonical.row_digests(_COLUMNS)
_STATE = f"""SELECT {FINISHED.format("v")}, coalesce((SELECT e.kind FROM review_entry e
    WHERE e.review_id = v.id AND e.kind IN ('paused', 'resumed') ORDER BY e.id DESC LIMIT 1), '')
FROM review v WHERE v.id = ?"""


def nothing_told(_stage: str, _done: int, _all: int) -> None:
    """Take progress that nobody waits for."""


class Reviews:
    """The reviews of a workspace."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def preview(
        self,
        groups: Sequence[int],
        criteria: ReviewCriteria,
        by_hand: Iterable[int] = (),
    ) -> PickPreview:
        """Count whom a review of these groups would pick, writing nothing.

        Archived groups are left out. Raises ValidationError for the criteria.
        """
        criteria = _checked(criteria, by_hand)
        with self._ledger.reading():
            now = self._ledger.clock()
            return look(self._ledger, groups, criteria, now, frozenset(by_hand)).preview()

    def start(self, request: ReviewRequest, progress: Progress = nothing_told) -> ReviewDone:
        """Start a review, the receipt's subject: pick members out and write them down.

        Others who want to write meanwhile are let go first. Raises ValidationError: "name",
        "groups", for the criteria and the plan, "pick" ("review_nobody") where nobody fits;
        RefusedError for an archived group, StateChangedError("review_picked_other", was=, now=)
        when it would pick another number than was expected.
        """
        name = require_text("name", request.name, limit=MAX_NAME, code="review_name_missing")
        note = optional_text("note", request.note)
        criteria, plan = _checked(request.criteria, request.by_hand), request.plan.checked()
        groups = sorted(set(request.groups))
        if not groups:
            raise ValidationError("groups", "review_no_group")

        by_hand = frozenset(request.by_hand)
        before = Beforehand(
            self._ledger, lambda now: look(self._ledger, groups, criteria, now, by_hand)
        )

        def work(entry: Entry) -> None:
            require_in_use(*groups)
            looked = before.value(entry)
            found = looked.preview()
            _require_expected(found, request.expected)
            review = Review.create(
                name=name,
                note=note,
                criteria=_json(criteria.to_json()),
                plan=_json(plan.to_json()),
                operator=entry.operator.id,
                created_at=entry.now_text,
            )
            rows = [ReviewGroup.create(review=review.id, group=group) for group in groups]
            started = _add(entry, review.id, ReviewEntryKind.STARTED, "", preview_json(found))
            _about(entry, review, groups)
            entry.record(
                after={
                    "review": name,
                    "note": note,
                    "groups": len(groups),
                    "members": found.picked,
                    "looked_at": found.looked_at,
                    "left_out": sum(found.left_out.values()),
                    **criteria.to_json(),
                    **plan.to_json(),
                },
                rows=[review, *rows, started],
            )
            self._write_rows(entry, review, looked, looked.picking.picked, progress)

        receipt = self._ledger.run_long(
            request.operation, Action.REVIEW_START, work, again=before.again
        )
        return ReviewDone(receipt, payloads_of(self._ledger, receipt))

    def preview_again(self, review_id: int) -> PickPreview:
        """Count what a look again at the groups of a review would find, writing nothing.

        Raises StateChangedError("review_gone").
        """
        with self._ledger.reading():
            review = review_of(review_id)
            return self._again(review, self._look(review))

    def look_again(
        self, operation: UUID, review_id: int, progress: Progress = nothing_told
    ) -> ReviewDone:
        """Look again, after an import say: who fits by now and is not on the list is put on it.

        Who is on it stays on it, whatever changed. Raises StateChangedError("review_gone"),
        RefusedError for a review that rests or is over.
        """
        before = Beforehand(self._ledger, lambda _now: self._look(review_of(review_id)))

        def work(entry: Entry) -> None:
            review = open_review(self._ledger, review_id)
            looked = before.value(entry)
            found = self._again(review, looked)
            on_it = self._on_it(review_id)
            new = [one for one in looked.picking.picked if one.id not in on_it]
            added = _add(entry, review_id, ReviewEntryKind.LOOKED_AGAIN, "", preview_json(found))
            _about(entry, review, self._groups(review_id))
            entry.record(
                after={
                    "review": review.name,
                    "members": len(new),
                    "looked_at": found.looked_at,
                    "left_out": sum(found.left_out.values()),
                },
                rows=[added],
            )
            self._write_rows(entry, review, looked, new, progress)

        receipt = self._ledger.run_long(operation, Action.REVIEW_ENTRY, work, again=before.again)
        return ReviewDone(receipt, payloads_of(self._ledger, receipt))

    def add(self, operation: UUID, review_id: int, membership_ids: Sequence[int]) -> ReviewDone:
        """Put members on the list by hand, as off purpose.

        Who is on it, is in no group of the review, or is left out whatever they do (see
        `ReviewLeftOut`) is left alone. Raises ValidationError("ids", "review_nobody") where nobody
        is left, else as `look_again`.
        """
        chosen = frozenset(membership_ids)
        before = Beforehand(self._ledger, lambda _now: self._look(review_of(review_id), chosen))

        def work(entry: Entry) -> None:
            review = open_review(self._ledger, review_id)
            by_hand = chosen - self._on_it(review_id)
            looked = before.value(entry)
            picked = [
                Picked(one.id, (ReviewCriterion.OFF_PURPOSE,))
                for one in looked.picking.picked
                if one.id in by_hand
            ]
            if not picked:
                raise ValidationError("ids", "review_nobody")
            facts: dict[str, object] = {"members": len(picked)}
            added = _add(entry, review_id, ReviewEntryKind.ADDED, "", facts)
            _about(entry, review, self._groups(review_id))
            entry.record(after={"review": review.name, "members": len(picked)}, rows=[added])
            self._write_rows(entry, review, looked, picked, nothing_told)

        receipt = self._ledger.run_long(operation, Action.REVIEW_ENTRY, work, again=before.again)
        members = payloads_of(self._ledger, receipt)
        return ReviewDone(receipt, members, len(chosen) - members)

    def pause(self, operation: UUID, review_id: int, reason: str = "") -> Receipt:
        """Let a review rest: nothing of it is due. Raises RefusedError where it is over or does."""
        return self._turn(
            operation, review_id, ReviewEntryKind.PAUSED, optional_text("text", reason)
        )

    def resume(self, operation: UUID, review_id: int) -> Receipt:
        """Go on with a review. Raises RefusedError("review_not_paused") where it does not rest."""
        return self._turn(operation, review_id, ReviewEntryKind.RESUMED, "")

    def finish(self, operation: UUID, review_id: int, summary: str = "") -> Receipt:
        """End a review with a summary in words; where all stand is counted. It cannot be undone.

        Raises RefusedError("review_finished") where it is over.
        """
        text = optional_text("text", summary)
        return self._turn(operation, review_id, ReviewEntryKind.FINISHED, text)

    def note(self, operation: UUID, review_id: int, text: str) -> Receipt:
        """Write a note among operators, also on a review that is over. Raises ValidationError."""
        said = require_text("text", text, limit=MAX_REASON, code="note_missing")
        return self._turn(operation, review_id, ReviewEntryKind.NOTE, said)

    # ---- inside

    def _turn(self, operation: UUID, review_id: int, kind: ReviewEntryKind, text: str) -> Receipt:
        def work(entry: Entry) -> None:
            review = review_of(review_id)
            _require_turn(self._ledger, review_id, kind)
            facts: dict[str, object] | None = None
            if kind is ReviewEntryKind.FINISHED:
                plan = plan_of(review)
                progress = progress_of(self._ledger, review_id, plan, entry.now, changes=False)
                facts = stages_json(progress)
            added = _add(entry, review_id, kind, text, facts)
            _about(entry, review, ())
            entry.record(
                after={"review": review.name, "review_entry_kind": kind.value, "text": text}
                | _counted(facts),
                rows=[added],
            )

        return self._ledger.run(operation, Action.REVIEW_ENTRY, work)

    def _look(self, review: Review, by_hand: frozenset[int] = frozenset()) -> Looked:
        groups, now = self._groups(review.id), self._ledger.clock()
        return look(self._ledger, groups, criteria_of(review), now, by_hand, review.id)

    def _again(self, review: Review, looked: Looked) -> PickPreview:
        found = looked.preview(self._on_it(review.id))
        progress = progress_of(self._ledger, review.id, plan_of(review), self._ledger.clock())
        return PickPreview(
            looked_at=found.looked_at,
            picked=found.picked,
            fits_none=found.fits_none,
            left_out=found.left_out,
            why=found.why,
            groups=found.groups,
            already=found.already,
            changed={one: n for one, n in progress.changes.items() if n and one in _TOLD},
        )

    def _groups(self, review_id: int) -> list[int]:
        rows = ReviewGroup.select(ReviewGroup.group).where(ReviewGroup.review == review_id)
        return sorted(row.group_id for row in rows)

    def _on_it(self, review_id: int) -> frozenset[int]:
        rows = self._ledger.database.execute_sql(
            "SELECT membership_id FROM review_row WHERE review_id = ?", (review_id,)
        )
        return frozenset(ident for (ident,) in rows)

    def _write_rows(
        self,
        entry: Entry,
        review: Review,
        looked: Looked,
        picked: Sequence[Picked],
        progress: Progress,
    ) -> None:
        """Write rows and payloads; it is the hot part, and spells each as models would."""
        connection = self._ledger.database.connection()
        first = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM review_row").fetchone()[0]
        numbered = enumerate(picked, first)
        done = 0
        while part := list(islice(numbered, _BATCH)):
            rows = []
            for ident, one in part:
                member = looked.members[one.id]
                row = (ident, review.id, one.id, entry.now_text, member.facts(one.why))
                rows.append(row)
                after = {
                    "review": review.name,
                    "member": member.name,
                    "group": member.group_name,
                    "review_criterion": ", ".join(one.why),
                }
                body = canonical.canonical_texts(after, {f"review_row:{ident}": _digest(row)})
                entry.payloads.append((member.person_id, body))
            connection.executemany(_INSERT, rows)
            done += len(rows)
            progress("write", done, len(picked))
            entry.give_way()


_TOLD = frozenset(ReviewChange) - {ReviewChange.RENAMED, ReviewChange.GROUP_ARCHIVED}


def review_of(review_id: int) -> Review:
    """Return a review. Raises StateChangedError("review_gone") when there is none."""
    review = Review.get_or_none(Review.id == review_id)
    if review is None:
        raise StateChangedError("review_gone")
    return review


def open_review(ledger: Ledger, review_id: int) -> Review:
    """Return a review that goes on. Raises RefusedError where it rests or is over."""
    review = review_of(review_id)
    finished, last = ledger.database.execute_sql(_STATE, (review_id,)).fetchone()
    if finished:
        raise RefusedError("review_finished", name=review.name)
    if last == ReviewEntryKind.PAUSED.value:
        raise RefusedError("review_paused", name=review.name)
    return review


def payloads_of(ledger: Ledger, receipt: Receipt) -> int:
    """Return about how many members a log entry is: also for one that came twice."""
    with ledger.reading():
        row = ledger.database.execute_sql(
            "SELECT count(*) FROM audit_payload WHERE seq = ? AND person_id IS NOT NULL",
            (receipt.seq,),
        ).fetchone()
    return int(row[0])


def _require_turn(ledger: Ledger, review_id: int, kind: ReviewEntryKind) -> None:
    if kind is ReviewEntryKind.NOTE:
        return
    finished, last = ledger.database.execute_sql(_STATE, (review_id,)).fetchone()
    if finished:
        raise RefusedError("review_finished", name=review_of(review_id).name)
    paused = last == ReviewEntryKind.PAUSED.value
    if kind is ReviewEntryKind.PAUSED and paused:
        raise RefusedError("review_paused", name=review_of(review_id).name)
    if kind is ReviewEntryKind.RESUMED and not paused:
        raise RefusedError("review_not_paused", name=review_of(review_id).name)


def _checked(criteria: ReviewCriteria, by_hand: Iterable[int]) -> ReviewCriteria:
    """Return the criteria; who marks members by hand need ask for nothing else."""
    if ReviewCriterion.OFF_PURPOSE in criteria.pick and not tuple(by_hand):
        rest = criteria.pick - {ReviewCriterion.OFF_PURPOSE}
        if not rest:
            raise ValidationError("pick", "review_nobody_marked")
    return criteria.checked()


def _require_expected(found: PickPreview, expected: int | None) -> None:
    if not found.picked:
        raise ValidationError("pick", "review_nobody")
    if expected is not None and found.picked != expected:
        raise StateChangedError("review_picked_other", was=expected, now=found.picked)


def _add(
    entry: Entry,
    review_id: int,
    kind: ReviewEntryKind,
    text: str,
    facts: dict[str, object] | None,
) -> ReviewEntry:
    return ReviewEntry.create(
        review=review_id,
        operator=entry.operator.id,
        recorded_at=entry.now_text,
        kind=kind.value,
        text=text,
        facts=None if facts is None else _json(facts),
    )


def _about(entry: Entry, review: Review, groups: Sequence[int]) -> None:
    one = groups[0] if len(groups) == 1 else None
    entry.about(
        SubjectKind.REVIEW, review.id, Topic.REVIEWS, Topic.MEMBERS, Topic.TASKS, group_id=one
    )


def _counted(facts: dict[str, object] | None) -> dict[str, object]:
    return {} if facts is None else {"stages": facts["stages"]}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
