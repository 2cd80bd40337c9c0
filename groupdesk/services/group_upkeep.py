# SPDX-License-Identifier: MIT
"""The services of a desk that look after groups: reviews of their members, and clean-up."""

from functools import cached_property
from typing import TYPE_CHECKING

from groupdesk.services.ledger import Ledger

if TYPE_CHECKING:
    from groupdesk.services.clean_up import CleanUps
    from groupdesk.services.group_notes import GroupNotes
    from groupdesk.services.review_decisions import ReviewDecisions
    from groupdesk.services.review_imports import ReviewImports
    from groupdesk.services.review_messages import ReviewMessages
    from groupdesk.services.review_query import ReviewList
    from groupdesk.services.review_removals import ReviewRemovals
    from groupdesk.services.reviews import Reviews


class GroupUpkeep:
    """Made by `Desk`, and like it: each service when it is first asked for."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    @cached_property
    def reviews(self) -> "Reviews":
        """Starting reviews and what becomes of them."""
        from groupdesk.services.reviews import Reviews  # noqa: PLC0415

        return Reviews(self._ledger)

    @cached_property
    def review_list(self) -> "ReviewList":
        """Lists of reviews and of the members in them."""
        from groupdesk.services.review_query import ReviewList  # noqa: PLC0415

        return ReviewList(self._ledger)

    @cached_property
    def review_decisions(self) -> "ReviewDecisions":
        """What is decided about members in reviews."""
        from groupdesk.services.review_decisions import ReviewDecisions  # noqa: PLC0415

        return ReviewDecisions(self._ledger)

    @cached_property
    def review_messages(self) -> "ReviewMessages":
        """Reminders and last notices of reviews."""
        from groupdesk.services.review_messages import ReviewMessages  # noqa: PLC0415

        return ReviewMessages(self._ledger)

    @cached_property
    def review_imports(self) -> "ReviewImports":
        """What lists mean for reviews."""
        from groupdesk.services.review_imports import ReviewImports  # noqa: PLC0415

        return ReviewImports(self._ledger)

    @cached_property
    def review_removals(self) -> "ReviewRemovals":
        """What the removal of several begins with."""
        from groupdesk.services.review_removals import ReviewRemovals  # noqa: PLC0415

        return ReviewRemovals(self._ledger)

    @cached_property
    def clean_up(self) -> "CleanUps":
        """Groups that nobody seems to need."""
        from groupdesk.services.clean_up import CleanUps  # noqa: PLC0415

        return CleanUps(self._ledger)

    @cached_property
    def group_notes(self) -> "GroupNotes":
        """Why groups are there."""
        from groupdesk.services.group_notes import GroupNotes  # noqa: PLC0415

        return GroupNotes(self._ledger)
