# SPDX-License-Identifier: MIT
"""Reminders and last notices of reviews: many in one act, each with a text of its own.

They are friendly reminders that do not count, so whether each was sent is asked as everywhere.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from groupdesk.domain.act_records import WarningRequest
from groupdesk.domain.enums import Action, SubjectKind, Topic, WarningState
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.review_enums import ReviewChoice, ReviewStage
from groupdesk.domain.review_records import (
    MAX_MESSAGES,
    MessagesRequest,
    MessageTarget,
    ReviewDone,
    ReviewMessage,
)
from groupdesk.domain.text import optional_text
from groupdesk.models import stored
from groupdesk.models.people import Group, Membership, Person
from groupdesk.models.reviews import Review
from groupdesk.services import casework
from groupdesk.services.ledger import Entry, Ledger, require_in_use
from groupdesk.services.member_warnings import (
    TOPICS,
    check_message,
    write_event,
    write_message,
)
from groupdesk.services.review_query import why_of
from groupdesk.services.review_rows import (
    MESSAGES,
    Chosen,
    Made,
    chosen_rows,
    decided_in,
    require_seen_decisions,
    write_decisions,
)
from groupdesk.services.review_sql import plan_of
from groupdesk.services.reviews import Progress, nothing_told, open_review, payloads_of, review_of


class ReviewMessages:
    """The messages of reviews."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def to_write(
        self, review_id: int, choice: ReviewChoice, rows: Sequence[int]
    ) -> tuple[MessageTarget, ...]:
        """Return those of the rows to whom such a message is to be written, in their order.

        Raises StateChangedError("review_gone").
        """
        with self._ledger.reading():
            review, now = review_of(review_id), self._ledger.clock()
            due = {
                row.id: row
                for row in chosen_rows(self._ledger, review, rows, now)
                if _to_send(row, choice)
            }
            stays = _stays(row.membership_id for row in due.values())
            answer_by = now.date() + timedelta(days=plan_of(review).wait(choice))
            return tuple(
                _target(due[ident], stays[due[ident].membership_id], choice, answer_by)
                for ident in rows
                if ident in due
            )

    def record(self, request: MessagesRequest, progress: Progress = nothing_told) -> ReviewDone:
        """Record messages that were written, sent or only prepared, all or none.

        Others who want to write meanwhile are let go first; the receipt's subject is the first
        message. Raises ValidationError: "messages", "message", "channel_reason", "sent_at" for a
        moment in the future or before the review; StateChangedError("review_not_to_send", name=)
        for a member to whom none is to be written by now, ("review_decided", …) where others
        decided since; RefusedError for a review that rests or is over, or an archived group.
        """
        _check(request)
        if request.sent_at:
            casework.past_moment("sent_at", request.sent_at, self._ledger.clock())
        warnings = {one.row_id: _message(request, one) for one in request.messages}
        checked = {row: check_message(self._ledger, one) for row, one in warnings.items()}
        action = Action.WARNING_SEND if request.sent_at else Action.WARNING_PREPARE

        def work(entry: Entry) -> None:
            review = open_review(self._ledger, request.review_id)
            _require_since(review, request.sent_at, entry)
            chosen = chosen_rows(self._ledger, review, checked, entry.now)
            require_seen_decisions(self._ledger, review.id, checked, request.seen)
            if len(chosen) != len(checked):
                raise StateChangedError("review_gone")
            made, groups, first = [], set(), 0
            for done, row in enumerate(chosen, 1):
                entry.give_way()
                if not _to_send(row, request.choice):
                    raise StateChangedError("review_not_to_send", name=row.name)
                warning, stay = write_message(
                    self._ledger,
                    entry,
                    replace(checked[row.id], membership_id=row.membership_id),
                    sent_at=request.sent_at,
                    apart=True,
                )
                groups.add(stay.group_id)
                first = first or warning.id
                made.append(
                    Made(
                        row,
                        request.choice,
                        row.reason,
                        warning_id=warning.id,
                        batch=str(request.operation),
                    )
                )
                progress("write", done, len(chosen))
            require_in_use(*groups)
            write_decisions(self._ledger, entry, review, made, len(made))
            self._about(entry, first, groups)
            entry.record(after={"review": review.name, "members": len(made)})

        receipt = self._ledger.run_long(request.operation, action, work, again=lambda: None)
        return ReviewDone(receipt, decided_in(self._ledger, request.operation))

    def mark(
        self,
        operation: UUID,
        review_id: int,
        rows: Sequence[int],
        sent_at: str = "",
        note: str = "",
    ) -> ReviewDone:
        """Say of prepared messages that they were sent at a stored moment; without one: that not.

        Of whom no message is prepared any more is left alone. Raises ValidationError("sent_at", …)
        as `record`, ("rows", "review_nobody_left") where nobody is left.
        """
        said = optional_text("note", note)
        state = WarningState.SENT if sent_at else WarningState.NOT_SENT
        action = Action.WARNING_SEND if sent_at else Action.WARNING_NOT_SENT
        if sent_at:
            casework.past_moment("sent_at", sent_at, self._ledger.clock())

        def work(entry: Entry) -> None:
            review = review_of(review_id)
            _require_since(review, sent_at, entry)
            waiting = [
                row
                for row in chosen_rows(self._ledger, review, rows, entry.now)
                if row.warning_id and row.stage == ReviewStage.PREPARED.value
            ]
            if not waiting:
                raise ValidationError("rows", "review_nobody_left")
            groups = set()
            for row in waiting:
                entry.give_way()
                stay = write_event(self._ledger, entry, row.warning_id, state, sent_at, said)
                groups.add(stay.group_id)
            require_in_use(*groups)
            self._about(entry, waiting[0].warning_id, groups)
            entry.record(after={"review": review.name, "members": len(waiting)})

        receipt = self._ledger.run_long(operation, action, work, again=lambda: None)
        members = payloads_of(self._ledger, receipt)
        return ReviewDone(receipt, members, len(set(rows)) - members)

    @staticmethod
    def _about(entry: Entry, warning_id: int, groups: set[int]) -> None:
        one = next(iter(groups)) if len(groups) == 1 else None
        entry.about(SubjectKind.WARNING, warning_id, *TOPICS, Topic.REVIEWS, group_id=one)


def _check(request: MessagesRequest) -> None:
    if not request.messages:
        raise ValidationError("messages", "review_no_message")
    if request.choice not in MESSAGES:
        raise ValueError("no message belongs to this choice")
    if len(request.messages) > MAX_MESSAGES:
        raise ValidationError(
            "messages", "review_too_many", chosen=len(request.messages), most=MAX_MESSAGES
        )
    often = Counter(one.row_id for one in request.messages)
    if max(often.values()) > 1:
        raise ValidationError("messages", "review_message_twice")


def _message(request: MessagesRequest, one: ReviewMessage) -> WarningRequest:
    return WarningRequest(
        operation=request.operation,
        membership_id=0,
        rule_id=None,
        position=0,
        channel=request.channel,
        language=one.language,
        message=one.message,
        channel_reason=request.channel_reason,
        template=one.template,
    )


def _to_send(row: Chosen, choice: ReviewChoice) -> bool:
    """Say whether a message of this kind is to be written to a member."""
    due = row.stage == ReviewStage.TO_SEND.value and row.choice == choice.value
    return due and not (row.protected or row.archived or row.leaving)


def _require_since(review: Review, sent_at: str, entry: Entry) -> None:
    """Raise ValidationError for a message that was sent on a day before the review began."""
    if not sent_at:
        return
    zone = entry.now.tzinfo
    began = stored.moment(review.created_at).astimezone(zone).date()
    if stored.moment(sent_at).astimezone(zone).date() < began:
        raise ValidationError("sent_at", "review_sent_before")


def _stays(ids: Iterable[int]) -> dict[int, Membership]:
    rows = (
        Membership.select(Membership, Person, Group)
        .join(Person)
        .switch(Membership)
        .join(Group)
        .where(Membership.id.in_(list(ids)))
    )
    return {stay.id: stay for stay in rows}


def _target(row: Chosen, stay: Membership, choice: ReviewChoice, answer_by: date) -> MessageTarget:
    return MessageTarget(
        row_id=row.id,
        membership_id=stay.id,
        group_id=stay.group_id,
        name=stay.name,
        group_name=stay.group.name,
        language=stay.person.language or stay.group.language,
        choice=choice,
        why=why_of(stored.fields(row.facts)),
        last_active=stored.known_moment(stay.last_active),
        joined_at=stored.known_moment(stay.joined_at),
        answer_by=answer_by.isoformat(),
    )
