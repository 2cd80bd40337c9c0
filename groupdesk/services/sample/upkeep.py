# SPDX-License-Identifier: MIT
"""How the sample's groups are looked after: why they are there, a review, a handover, turns."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

from groupdesk.domain.case_enums import CaseState
from groupdesk.domain.clock import to_text
from groupdesk.domain.due import TodoRecord
from groupdesk.domain.enums import Language, TemplateKind
from groupdesk.domain.handover_enums import HandoverSide
from groupdesk.domain.handover_records import EntryInput, HandoverRequest, Party, SignRequest
from groupdesk.domain.leaving_enums import HandoverEntryKind
from groupdesk.domain.review_enums import GroupNoteKind, ReviewChoice, ReviewCriterion
from groupdesk.domain.review_records import (
    DecideRequest,
    MessagesRequest,
    MessageTarget,
    ReviewFilter,
    ReviewMessage,
    ReviewRequest,
)
from groupdesk.domain.reviews import ReviewCriteria, ReviewPlan
from groupdesk.domain.template_enums import TemplateVariant
from groupdesk.domain.templates import fill
from groupdesk.domain.upkeep_records import GroupNoteRequest
from groupdesk.services.desk import Desk
from groupdesk.services.sample.acts import day_text
from groupdesk.services.sample.stage import Stage


def put_upkeep(stage: Stage, data: Mapping[str, Any]) -> None:
    """Put it all on the programme."""
    for act, name in (
        (_say_why, "why_there"),
        (_review, "review"),
        (_take_on, "taking_on"),
        (_hand_over, "handover"),
        (_mark, "mark"),
    ):
        for about in data[name]:
            moment = stage.at(about["ago"], about["hour"])
            stage.add(moment, partial(act, stage, stage.desks[about["by"]], about))


def _say_why(stage: Stage, desk: Desk, about: Mapping[str, Any]) -> None:
    desk.upkeep.group_notes.record(
        GroupNoteRequest(
            stage.operation(),
            (stage.group_ids[about["group"]],),
            GroupNoteKind(about["kind"]),
            about.get("purpose", ""),
            about.get("belongs", ""),
            about.get("why_now", ""),
            about.get("text", ""),
        )
    )


def _review(stage: Stage, desk: Desk, about: Mapping[str, Any]) -> None:
    """Look through a group: keep some, remind most, leave the last ones to be decided about."""
    started = desk.upkeep.reviews.start(
        ReviewRequest(
            stage.operation(),
            about["name"],
            (stage.group_ids[about["group"]],),
            ReviewCriteria(frozenset({ReviewCriterion.INACTIVE}), inactive_days=about["days"]),
            ReviewPlan(),
            about["note"],
        )
    )
    review = started.receipt.subject_id
    listing = desk.upkeep.review_list
    rows = list(listing.ids(review, ReviewFilter()))
    kept, reminded = rows[: about["keep"]], rows[about["keep"] : len(rows) - about["open"]]
    stage.clock.now += timedelta(minutes=11)
    _decide(stage, desk, review, ReviewChoice.KEEP, kept, about["keep_reason"])
    stage.clock.now += timedelta(minutes=4)
    _decide(stage, desk, review, ReviewChoice.REMIND, reminded, "")
    stage.clock.now += timedelta(minutes=30)
    language = Language(stage.groups[about["group"]]["language"])
    targets = desk.upkeep.review_messages.to_write(review, ReviewChoice.REMIND, reminded)
    messages = tuple(
        ReviewMessage(one.row_id, _message(stage, desk, about, one), language) for one in targets
    )
    desk.upkeep.review_messages.record(
        MessagesRequest(
            stage.operation(),
            review,
            ReviewChoice.REMIND,
            messages,
            listing.get(review).seen,
            sent_at=to_text(stage.clock()),
        )
    )


def _decide(
    stage: Stage, desk: Desk, review: int, choice: ReviewChoice, rows: list[int], reason: str
) -> None:
    if rows:
        seen = desk.upkeep.review_list.get(review).seen
        desk.upkeep.review_decisions.decide(
            DecideRequest(stage.operation(), review, choice, tuple(rows), seen, reason)
        )


def _message(stage: Stage, desk: Desk, about: Mapping[str, Any], target: MessageTarget) -> str:
    group = stage.groups[about["group"]]
    language = Language(group["language"])
    template = desk.templates.default(
        TemplateKind.REVIEW_REMINDER, language, variant=TemplateVariant.INACTIVE
    )
    day = date.fromisoformat(target.answer_by)
    values = {
        "member_name": target.name,
        "group_name": target.group_name,
        "manager_name": desk.operator.name,
        "helper_contact": group["helper"],
        "until_date": day_text(day, language, stage.clock()),
    }
    return fill(template.body, values).text


def _take_on(stage: Stage, desk: Desk, about: Mapping[str, Any]) -> None:
    """Take on the open cases of a group that nobody looks after."""
    for row in desk.cases.rows(group_id=stage.group_ids[about["group"]], state=CaseState.OPEN):
        if not desk.cases.get(row.number).owner_id:
            desk.case_acts.claim(stage.operation(), row.number)


def _hand_over(stage: Stage, desk: Desk, about: Mapping[str, Any]) -> None:
    """Open a book, write into it, and let whoever hands over sign it."""
    books = desk.leaving.handovers
    giver, taker = (Party(operator_id=stage.desks[about[side]].operator.id) for side in _SIDES)
    book = books.open(
        HandoverRequest(
            stage.operation(), giver, taker, stage.group_ids[about["group"]], note=about["note"]
        )
    ).subject_id
    for kind, text in about["entries"]:
        stage.clock.now += timedelta(minutes=3)
        books.add(EntryInput(stage.operation(), book, HandoverEntryKind(kind), text))
    stage.clock.now += timedelta(minutes=12)
    seat = stage.desks[about["giver"]].leaving.handovers
    digest = seat.get(book).digest
    seat.sign(SignRequest(stage.operation(), book, HandoverSide.GIVER, digest))


def _mark(stage: Stage, desk: Desk, about: Mapping[str, Any]) -> None:
    """Give what waits of some members to a colleague, or put it off."""
    found = [one for one in desk.todo.all() if _meant(one, about)]
    if not found:
        return
    if "to" in about:
        owner = stage.desks[about["to"]].operator.id
        desk.todo.marks.assign(stage.operation(), found, owner)
    else:
        until = (stage.today + timedelta(days=about["until_in"])).date()
        desk.todo.marks.put_off(stage.operation(), found, until)


def _meant(item: TodoRecord, about: Mapping[str, Any]) -> bool:
    return item.kind in about["kinds"] and item.member_name in about["members"]


_SIDES: Final = ("giver", "taker")
