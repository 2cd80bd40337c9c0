# SPDX-License-Identifier: MIT
"""Acts on reviews of many members, for a process of their own."""

from typing import Any, Final

from groupdesk.domain.review_records import DecidePreview, PickPreview, ReviewDone
from groupdesk.services.jobs import JobContext

IN_A_THREAD: Final = 2_000
"""More members than these are looked at or decided about in another process."""


def preview_job(context: JobContext, args: dict[str, Any]) -> PickPreview:
    """Count whom a review would pick: `groups`, `criteria`, `by_hand`."""
    reviews = context.desk.upkeep.reviews
    return reviews.preview(args["groups"], args["criteria"], args.get("by_hand", ()))


def start_job(context: JobContext, args: dict[str, Any]) -> ReviewDone:
    """Start a review: `request`."""
    return context.desk.upkeep.reviews.start(args["request"], context.progress)


def preview_again_job(context: JobContext, args: dict[str, Any]) -> PickPreview:
    """Count what a look again would find: `review_id`."""
    return context.desk.upkeep.reviews.preview_again(args["review_id"])


def look_again_job(context: JobContext, args: dict[str, Any]) -> ReviewDone:
    """Look again at the groups of a review: `operation`, `review_id`."""
    reviews = context.desk.upkeep.reviews
    return reviews.look_again(args["operation"], args["review_id"], context.progress)


def decide_preview_job(context: JobContext, args: dict[str, Any]) -> DecidePreview:
    """Say what a decision would do: `review_id`, `choice`, `rows`, `first_day`."""
    decisions = context.desk.upkeep.review_decisions
    return decisions.preview(args["review_id"], args["choice"], args["rows"], args["first_day"])


def decide_job(context: JobContext, args: dict[str, Any]) -> ReviewDone:
    """Record a decision about many: `request`."""
    return context.desk.upkeep.review_decisions.decide(args["request"], context.progress)


def record_job(context: JobContext, args: dict[str, Any]) -> ReviewDone:
    """Record messages of a review: `request`."""
    return context.desk.upkeep.review_messages.record(args["request"], context.progress)
