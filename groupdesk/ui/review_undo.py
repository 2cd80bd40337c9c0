# SPDX-License-Identifier: MIT
"""Says what was decided in a review, and takes it back where that is asked for at once."""

import uuid
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from groupdesk.domain.review_enums import ReviewChoice
from groupdesk.domain.review_records import DecideRequest, ReviewDone
from groupdesk.ui.context import UiContext
from groupdesk.ui.review_work import UNDO_SECONDS, Work, run


def tell_decided(
    context: UiContext,
    review_id: int,
    rows: Sequence[int],
    choice: ReviewChoice,
    done: ReviewDone,
    *,
    name: str = "",
    before: ReviewChoice = ReviewChoice.UNDECIDED,
) -> None:
    """Say what was decided about many, or about the one of this `name`, with a way back.

    `before` is what held for that one: the way back leads there.
    """
    words = context.translations.words
    said = (
        words(f"review_did_of.{choice.value}", name=name)
        if name
        else words(f"review_did.{choice.value}", count=done.members)
    )
    back = before if before is ReviewChoice.KEEP else ReviewChoice.UNDECIDED
    seen = context.desk.upkeep.review_list.seen(review_id)
    if choice is back:
        context.notify(said, seconds=UNDO_SECONDS)
        return
    context.notify(
        said,
        action_text=QCoreApplication.translate("ReviewUndo", "Undo"),
        action=lambda: _take_back(context, review_id, tuple(rows), back, seen),
        seconds=UNDO_SECONDS,
    )


def _take_back(
    context: UiContext, review_id: int, rows: tuple[int, ...], back: ReviewChoice, seen: int
) -> None:
    """Decide as it was before; what somebody else decided meanwhile stays, and is said."""
    desk = context.desk
    request = DecideRequest(uuid.uuid4(), review_id, back, rows, seen)

    def show(done: ReviewDone) -> None:
        context.done(done.receipt)
        text = context.translations.words("review_did.undecided", count=done.members)
        context.notify(text, seconds=UNDO_SECONDS)

    def failed(error: Exception) -> None:
        context.notify(context.error_text(error), "warning")

    work = Work(
        lambda: desk.upkeep.review_decisions.decide(request), "reviews.decide", {"request": request}
    )
    run(context, context.events, work, len(rows), show, failed)
