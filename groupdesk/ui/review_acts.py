# SPDX-License-Identifier: MIT
"""Opens the dialogs that act on reviews, and decides about one member at once."""

import uuid
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from groupdesk.domain.enums import Language
from groupdesk.domain.records import Receipt
from groupdesk.domain.review_enums import ReviewChoice, ReviewEntryKind, ReviewStage
from groupdesk.domain.review_records import (
    DecidePreview,
    DecideRequest,
    MessageTarget,
    RemovalInput,
    ReviewDone,
    Reviewed,
    ReviewFilter,
    ReviewRecord,
    ReviewRowRecord,
)
from groupdesk.ui.context import UiContext
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.review_undo import tell_decided
from groupdesk.words import Words

_MESSAGES = (ReviewChoice.REMIND, ReviewChoice.LAST_NOTICE)


class ReviewActs:
    """One place that knows which dialog belongs to which act. Dialogs are imported when opened."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        """Open dialogs over `parent`'s window."""
        self._context, self._parent = context, parent
        self._members = MemberActs(context, parent)

    def start(
        self,
        on_started: Callable[[int], object],
        *,
        group_id: int = 0,
        like: ReviewRecord | None = None,
    ) -> None:
        """Ask for a new review, of a group at first or with the settings of another one."""
        from groupdesk.ui.dialogs.review_start_dialog import (  # noqa: PLC0415
            ReviewStartDialog,
        )

        ReviewStartDialog(
            self._context, on_started, self._window(), group_id=group_id, like=like
        ).open()

    def decide(self, review: ReviewRecord, rows: Sequence[int], choice: ReviewChoice) -> None:
        """Show what a decision about many would do."""
        from groupdesk.ui.dialogs.review_decide_dialog import (  # noqa: PLC0415
            ReviewDecideDialog,
        )

        ReviewDecideDialog(self._context, review, rows, choice, self._window()).open()

    def decide_one(
        self,
        review: ReviewRecord,
        row: ReviewRowRecord,
        choice: ReviewChoice,
        on_done: Callable[[], object],
    ) -> None:
        """Decide about one member at once, with a way back; where something is to be asked, ask."""
        decisions, ident = self._context.desk.upkeep.review_decisions, review.id
        request = DecideRequest(uuid.uuid4(), ident, choice, (row.id,), review.seen)

        def work() -> DecidePreview | ReviewDone:
            found = decisions.preview(ident, choice, (row.id,))
            asks = found.needs_reason or found.cases or not found.members
            return found if asks else decisions.decide(request)

        def show(done: DecidePreview | ReviewDone) -> None:
            if isinstance(done, DecidePreview):
                self.decide(review, (row.id,), choice)
                return
            self._context.done(done.receipt)
            tell_decided(
                self._context, ident, (row.id,), choice, done, name=row.name, before=row.choice
            )
            on_done()

        self._context.runner.run(self._parent, work, show, self._failed)

    def write_messages(self, review: ReviewRecord) -> None:
        """Write the messages whose day has come, reminders first; else those of the next day."""
        desk = self._context.desk
        listing, messages = desk.upkeep.review_list, desk.upkeep.review_messages
        day = review.progress.next_day or desk.clock().date().isoformat()

        def read() -> dict[ReviewChoice, tuple[MessageTarget, ...]]:
            ids = listing.ids(review.id, ReviewFilter(send_by=day))
            found = {one: messages.to_write(review.id, one, ids) for one in _MESSAGES}
            return {one: targets for one, targets in found.items() if targets}

        def show(found: dict[ReviewChoice, tuple[MessageTarget, ...]]) -> None:
            from groupdesk.ui.dialogs.review_messages_dialog import (  # noqa: PLC0415
                ReviewMessagesDialog,
            )

            if not found:
                text = self._context.translations.words("error.review_no_message")
                self._context.notify(text, "warning")
                return
            choice, targets = next(iter(found.items()))
            others = sum(map(len, found.values())) - len(targets)
            ReviewMessagesDialog(
                self._context, review, choice, targets, self._window(), others=others
            ).open()

        self._context.runner.run(self._parent, read, show, self._failed, pool="files")

    def confirm_sent(self, review: ReviewRecord, rows: Sequence[int] | None = None) -> None:
        """Ask whether prepared messages were sent, all of them or those of these rows."""
        from groupdesk.ui.dialogs.review_sent_dialog import ReviewSentDialog  # noqa: PLC0415

        if rows is None:
            which = ReviewFilter(stage=ReviewStage.PREPARED)
            rows = tuple(self._context.desk.upkeep.review_list.ids(review.id, which))
        ReviewSentDialog(self._context, review, rows, self._window()).open()

    def record_removals(self, review: ReviewRecord, beside: QWidget) -> None:
        """Record the removals that were decided on, those of one ground at a time."""
        removals = self._context.desk.upkeep.review_removals

        def show(found: tuple[RemovalInput, ...]) -> None:
            if len(found) == 1:
                self._remove(review.name, found[0])
            elif found:
                self._which(review.name, found, beside)
            else:
                text = self._context.translations.words("error.review_nobody_left")
                self._context.notify(text, "warning")

        self._context.runner.run(
            self._parent,
            lambda: removals.inputs(review.id),
            show,
            self._failed,
            pool="files",
        )

    def turn(self, review: ReviewRecord, kind: ReviewEntryKind) -> None:
        """Ask for the text of a pause, an end or a note."""
        from groupdesk.ui.dialogs.review_turn_dialog import ReviewTurnDialog  # noqa: PLC0415

        ReviewTurnDialog(self._context, review, kind, self._window()).open()

    def resume(self, review: ReviewRecord) -> None:
        """Go on with a review that rests."""
        reviews, operation = self._context.desk.upkeep.reviews, uuid.uuid4()

        def show(receipt: Receipt) -> None:
            self._context.done(receipt)

        self._context.runner.run(
            self._parent, lambda: reviews.resume(operation, review.id), show, self._failed
        )

    def look_again(self, review: ReviewRecord) -> None:
        """Show what a look at the groups finds now."""
        from groupdesk.ui.dialogs.review_again_dialog import (  # noqa: PLC0415
            ReviewAgainDialog,
        )

        ReviewAgainDialog(self._context, review, self._window()).open()

    def add_by_hand(self, review: ReviewRecord, on_told: Callable[[str], object]) -> None:
        """Put somebody on the list who is off purpose; `on_told` hears that it was done."""
        from groupdesk.ui.dialogs.member_choice_dialog import (  # noqa: PLC0415
            MemberChoiceDialog,
        )

        desk, first = self._context.desk, review.groups[0][0]

        def chosen(membership_id: int) -> None:
            operation = uuid.uuid4()

            def show(done: ReviewDone) -> None:
                self._context.done(done.receipt)
                on_told(desk.members.row(membership_id).name)

            self._context.runner.run(
                self._parent,
                lambda: desk.upkeep.reviews.add(operation, review.id, (membership_id,)),
                show,
                self._failed,
            )

        group = desk.groups.get(first)
        dialog = MemberChoiceDialog(self._context, group, self._window(), off_purpose=True)
        dialog.chosen.connect(chosen)
        dialog.open()

    def print(self, review: ReviewRecord) -> None:
        """Show the pages of a review."""
        from groupdesk.ui.dialogs.review_print_dialog import (  # noqa: PLC0415
            ReviewPrintDialog,
        )

        ReviewPrintDialog(self._context, review, self._window()).open()

    # ---- inside

    def _which(self, name: str, found: Sequence[RemovalInput], beside: QWidget) -> None:
        """Ask for the ground: each needs a reason and a screenshot of its own."""
        menu = QMenu(beside)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in found:
            words = self._context.translations.words
            ground = words(f"ground.{one.ground.value}")
            count = len(one.membership_ids) + one.waiting
            text = words("review_count.line", name=ground, count=f"{count:,}")
            menu.addAction(text, partial(self._remove, name, one))
        menu.popup(beside.mapToGlobal(beside.rect().bottomLeft()))

    def _remove(self, name: str, begun: RemovalInput) -> None:
        key = f"review_reason.{begun.ground.value}"
        reasons = {one: Words(one.value)(key) for one in Language}
        said = self._context.translations.words("review_say.decided_in", name=name)
        comment = " ".join((said, *begun.said))
        reviewed = Reviewed(begun.review_id, begun.ground, reasons, comment)
        self._members.remove_many(begun.membership_ids, reviewed=reviewed)

    def _failed(self, error: Exception) -> None:
        self._context.notify(self._context.error_text(error), "warning")

    def _window(self) -> QWidget:
        return self._parent.window()
