# SPDX-License-Identifier: MIT
"""Reviews: the list, one of them, starting one, deciding about many, the messages, the end."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from groupdesk.domain.clock import to_text
from groupdesk.domain.errors import StorageError
from groupdesk.domain.records import Receipt
from groupdesk.domain.review_enums import (
    ReviewChoice,
    ReviewEntryKind,
    ReviewLeftOut,
    ReviewStage,
    ReviewState,
)
from groupdesk.domain.review_records import (
    DecideRequest,
    MessagesRequest,
    ReviewFilter,
    ReviewRecord,
    ReviewRequest,
)
from groupdesk.domain.reviews import ReviewCriteria
from groupdesk.models.people import Membership
from groupdesk.services.desk import Desk
from groupdesk.ui.dialogs.review_again_dialog import ReviewAgainDialog
from groupdesk.ui.dialogs.review_decide_dialog import ReviewDecideDialog
from groupdesk.ui.dialogs.review_left_out_dialog import ReviewLeftOutDialog
from groupdesk.ui.dialogs.review_messages_dialog import ReviewMessagesDialog
from groupdesk.ui.dialogs.review_print_dialog import ReviewPrintDialog
from groupdesk.ui.dialogs.review_sent_dialog import ReviewSentDialog
from groupdesk.ui.dialogs.review_start_dialog import ReviewStartDialog
from groupdesk.ui.dialogs.review_turn_dialog import ReviewTurnDialog
from groupdesk.ui.pages.reviews_page import ReviewsPage
from groupdesk.ui.review_letters import ReviewLetters
from tests.scenes import Stage, scene
from tests.scenes.groups import write

_NAMES = {"en": "Autumn look", "zh": "秋季成员梳理"}
KEEP, REMIND = ReviewChoice.KEEP, ReviewChoice.REMIND


def _decide(desk: Desk, review: int, choice: ReviewChoice, rows: list[int]) -> None:
    seen = desk.upkeep.review_list.get(review).seen
    desk.upkeep.review_decisions.decide(
        DecideRequest(uuid.uuid4(), review, choice, tuple(rows), seen, "–")
    )


def _start(stage: Stage) -> Receipt:
    """Start a review with members at every stage; the first one that was picked spoke again."""
    desk, name = stage.context.desk, _NAMES[stage.language]
    group = max(desk.groups.all(), key=lambda one: one.members)
    criteria = ReviewCriteria(inactive_days=30)
    made = desk.upkeep.reviews.start(ReviewRequest(uuid.uuid4(), name, (group.id,), criteria))
    review = made.receipt.subject_id
    ids = list(desk.upkeep.review_list.ids(review, ReviewFilter()))
    part = max(1, len(ids) // 8)
    _decide(desk, review, KEEP, ids[:part])
    _decide(desk, review, REMIND, ids[part : 4 * part])
    targets = desk.upkeep.review_messages.to_write(review, REMIND, ids)[:part]
    letters = ReviewLetters(stage.context, REMIND, targets)
    seen = desk.upkeep.review_list.get(review).seen
    now = to_text(desk.clock())
    desk.upkeep.review_messages.record(
        MessagesRequest(uuid.uuid4(), review, REMIND, letters.messages(targets), seen, sent_at=now)
    )
    _decide(desk, review, ReviewChoice.REMOVE, ids[4 * part : 5 * part])
    rows = desk.upkeep.review_list.rows(ids[-2:])
    with desk.ledger.writing():
        for row in rows:
            Membership.update(last_active=now).where(Membership.id == row.membership_id).execute()
    return made.receipt


def review(stage: Stage) -> ReviewRecord:
    """Return the sample's review, started when it is first asked for."""
    listing, name = stage.context.desk.upkeep.review_list, _NAMES[stage.language]
    known = [one for one in listing.all() if one.name == name]
    if not known:
        write(stage, lambda: _start(stage))
        known = [one for one in listing.all() if one.name == name]
    if known[0].state is ReviewState.PAUSED:
        reviews = stage.context.desk.upkeep.reviews
        write(stage, lambda: reviews.resume(uuid.uuid4(), known[0].id))
    return listing.get(known[0].id)


def _page(stage: Stage, shown: ReviewRecord, chip: str = "all") -> QWidget:
    page = stage.page("reviews")
    assert isinstance(page, ReviewsPage)
    page.show_review(shown.id)
    stage.idle(stage.session)
    page.view.chips.button(chip).click()
    stage.idle(stage.session)
    page.view._show_member()
    return stage.session.window


def _open(stage: Stage, make: Callable[[QWidget], QWidget]) -> QWidget:
    dialog = make(stage.session.window)
    dialog.open()  # type: ignore[attr-defined]  # each is a dialog
    stage.idle(stage.session)
    return dialog


@scene("reviews-empty")
def empty(stage: Stage) -> QWidget:
    session = stage.empty()
    session.workbench.show_page("reviews")
    stage.idle(session)
    return session.window


@scene("reviews")
def overview(stage: Stage) -> QWidget:
    review(stage)
    page = stage.page("reviews")
    assert isinstance(page, ReviewsPage)
    page.show_all()
    stage.idle(stage.session)
    return stage.session.window


@scene("review")
def one(stage: Stage) -> QWidget:
    return _page(stage, review(stage))


@scene("review-changed")
def changed(stage: Stage) -> QWidget:
    return _page(stage, review(stage), "changed")


@scene("review-many")
def many(stage: Stage) -> QWidget:
    window = _page(stage, review(stage), "to_decide")
    page = stage.page("reviews")
    assert isinstance(page, ReviewsPage)
    page.view._choose_all()
    return window


@scene("review-start")
def start(stage: Stage) -> QWidget:
    group = stage.group("beta").id

    def make(window: QWidget) -> QWidget:
        return ReviewStartDialog(stage.context, lambda _id: None, window, group_id=group)

    dialog = _open(stage, make)
    assert isinstance(dialog, ReviewStartDialog)
    dialog._count()
    stage.idle(stage.session)
    return dialog


@scene("review-decide")
def decide(stage: Stage) -> QWidget:
    known = review(stage)
    ids = stage.context.desk.upkeep.review_list.ids(known.id, ReviewFilter())
    return _open(
        stage, lambda window: ReviewDecideDialog(stage.context, known, ids, REMIND, window)
    )


@scene("review-decide-error")
def decide_error(stage: Stage) -> QWidget:
    dialog = decide(stage)
    assert isinstance(dialog, ReviewDecideDialog)
    dialog._on_failed(StorageError("disk_full"))
    stage.idle(stage.session)
    return dialog


@scene("review-messages")
def messages(stage: Stage) -> QWidget:
    known, desk = review(stage), stage.context.desk
    ids = desk.upkeep.review_list.ids(known.id, ReviewFilter(stage=ReviewStage.TO_SEND))
    targets = desk.upkeep.review_messages.to_write(known.id, REMIND, ids)
    dialog = _open(
        stage, lambda window: ReviewMessagesDialog(stage.context, known, REMIND, targets, window)
    )
    assert isinstance(dialog, ReviewMessagesDialog)
    dialog._on_copy()
    return dialog


@scene("review-sent")
def sent(stage: Stage) -> QWidget:
    known = review(stage)
    return _open(stage, lambda window: ReviewSentDialog(stage.context, known, (1, 2), window))


@scene("review-again")
def again(stage: Stage) -> QWidget:
    known = review(stage)
    return _open(stage, lambda window: ReviewAgainDialog(stage.context, known, window))


@scene("review-left-out")
def left_out(stage: Stage) -> QWidget:
    known = review(stage)
    groups = [ident for ident, _ in known.groups]
    asked = (groups, known.criteria, ReviewLeftOut.UNKNOWN, known.id)
    return _open(stage, lambda window: ReviewLeftOutDialog(stage.context, *asked, parent=window))


@scene("review-finish")
def finish(stage: Stage) -> QWidget:
    known = review(stage)
    return _open(
        stage,
        lambda window: ReviewTurnDialog(stage.context, known, ReviewEntryKind.FINISHED, window),
    )


@scene("review-print")
def printed(stage: Stage) -> QWidget:
    known = review(stage)
    shown = _open(stage, lambda window: ReviewPrintDialog(stage.context, known, window))
    loop = QEventLoop()  # the pages are drawn a moment after they came
    QTimer.singleShot(150, loop.quit)
    loop.exec()
    return shown


@scene("review-paused")
def paused(stage: Stage) -> QWidget:
    reviews, known = stage.context.desk.upkeep.reviews, review(stage)
    write(stage, lambda: reviews.pause(uuid.uuid4(), known.id))
    return _page(stage, stage.context.desk.upkeep.review_list.get(known.id))


@scene("review-finished")
def finished(stage: Stage) -> QWidget:
    reviews, known = stage.context.desk.upkeep.reviews, review(stage)
    text = {"en": "Half of them answered.", "zh": "约一半成员作了答复。"}[stage.language]
    if not known.finished_at:
        write(stage, lambda: reviews.finish(uuid.uuid4(), known.id, text))
    return _page(stage, stage.context.desk.upkeep.review_list.get(known.id))
