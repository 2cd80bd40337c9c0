# SPDX-License-Identifier: MIT
"""Which members of a review its list shows: by where they stand, by decision, by what changed."""

from typing import Final

from PySide6.QtWidgets import QWidget

from groupdesk.domain.review_enums import ReviewChoice, ReviewStage, ReviewState
from groupdesk.domain.review_records import ReviewFilter, ReviewRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.chip_row import Chip, ChipRow

_ALL = "all"
_CHIPS: Final[dict[str, ReviewFilter]] = {
    _ALL: ReviewFilter(),
    "to_decide": ReviewFilter(stage=ReviewStage.TO_DECIDE),
    "next_step": ReviewFilter(stage=ReviewStage.NEXT_STEP),
    "keep": ReviewFilter(choice=ReviewChoice.KEEP),
    "remind": ReviewFilter(choice=ReviewChoice.REMIND),
    "last_notice": ReviewFilter(choice=ReviewChoice.LAST_NOTICE),
    "remove": ReviewFilter(choice=ReviewChoice.REMOVE),
    "changed": ReviewFilter(changed=True),
}


class ReviewChips(ChipRow):
    """Of a review that is over, what changed since is not counted any more."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Show none yet."""
        super().__init__("", parent=parent)
        self._context = context

    @property
    def which(self) -> ReviewFilter:
        """Which rows are asked for."""
        return _CHIPS[self.current or _ALL]

    def begin(self, review: ReviewRecord) -> None:
        """Ask for those who are to be decided about, for all where nobody is, or it is over."""
        running = review.state is not ReviewState.FINISHED
        to_decide = running and review.progress.stages.get(ReviewStage.TO_DECIDE)
        self.set_current("to_decide" if to_decide else _ALL)

    def show_all(self) -> None:
        """Ask for all."""
        self.set_current(_ALL)

    def show_review(self, review: ReviewRecord) -> None:
        """Count how many of a review each chip shows."""
        words, progress = self._context.translations.words, review.progress
        over = review.state is ReviewState.FINISHED
        chips = [Chip(_ALL, self.tr("All"), progress.members)]
        for key, which in _CHIPS.items():
            if which.stage is not None:
                count = progress.stages.get(which.stage, 0)
                chips.append(Chip(key, words(f"review_stage.{which.stage.value}"), count))
            elif which.choice is not None:
                count = progress.choices.get(which.choice, 0)
                text = words(f"review_choice.{which.choice.value}")
                chips.append(Chip(key, text, count))
        changed = None if over else progress.changed
        chips.append(Chip("changed", self.tr("Changed since"), changed))
        self.setAccessibleName(self.tr("Which members"))
        self.set_chips(chips)
        for chip in chips:  # quiet where it would show nobody, in its place all the same
            there = chip.count != 0 or chip.key in {_ALL, self.current}
            self.button(chip.key).setEnabled(there)
