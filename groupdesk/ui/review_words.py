# SPDX-License-Identifier: MIT
"""Says in words how far a review is, whom it asks about, and what changed with a member since."""

from collections.abc import Sequence

from groupdesk.domain.review_enums import (
    ReviewChange,
    ReviewChoice,
    ReviewCriterion,
    ReviewStage,
    ReviewState,
)
from groupdesk.domain.review_records import NAMED, DecidedByOther, ReviewRecord, ReviewRowRecord
from groupdesk.domain.reviews import ReviewCriteria, ReviewPlan
from groupdesk.ui.context import UiContext
from groupdesk.ui.spoken_days import SpokenDays
from groupdesk.ui.theme_tokens import ToneName

_STATES: dict[ReviewState, ToneName] = {
    ReviewState.RUNNING: "accent",
    ReviewState.PAUSED: "warning",
    ReviewState.FINISHED: "muted",
}
_STAGES: dict[ReviewStage, ToneName] = {
    ReviewStage.TO_DECIDE: "accent",
    ReviewStage.TO_SEND: "accent",
    ReviewStage.PREPARED: "warning",
    ReviewStage.WAITING: "muted",
    ReviewStage.NEXT_STEP: "accent",
    ReviewStage.TO_REMOVE: "danger",
    ReviewStage.REMOVAL: "muted",
    ReviewStage.KEPT: "ok",
    ReviewStage.GONE: "muted",
}
_GLAD = {ReviewChange.ACTIVE_AGAIN, ReviewChange.RETURNED}
_TO_DO = (
    (ReviewStage.PREPARED, "prepared"),
    (ReviewStage.TO_DECIDE, "to_decide"),
    (ReviewStage.NEXT_STEP, "next_step"),
    (ReviewStage.TO_REMOVE, "to_remove"),
    (ReviewStage.TO_SEND, "to_send"),
    (ReviewStage.WAITING, "waiting"),
)


class ReviewWords(SpokenDays):
    """The words of one language at one moment."""

    @classmethod
    def of(cls, context: UiContext) -> "ReviewWords":
        """Return the words of this moment."""
        return cls(context.translations.words, context.dates, context.desk.clock())

    # ---- a review

    def state(self, review: ReviewRecord) -> tuple[str, ToneName]:
        """Return whether a review goes on, and its tone."""
        return self._words(f"review_state.{review.state.value}"), _STATES[review.state]

    def groups(self, review: ReviewRecord) -> str:
        """Return which groups a review looks at: the first one, and how many more."""
        names = [name for _, name in review.groups]
        if len(names) < 2:
            return "".join(names)
        return self._words("review_say.several", name=names[0], count=len(names) - 1)

    def settled(self, review: ReviewRecord) -> str:
        """Return how many nothing more is to be done about, of how many."""
        progress = review.progress
        return self._words("review_say.settled", done=progress.settled, count=progress.members)

    def to_do(self, review: ReviewRecord) -> list[str]:
        """Return what there is to do in a review, what comes first first; nothing once over."""
        if review.state is ReviewState.FINISHED:
            return []
        progress = review.progress
        found = []
        if progress.send_today:
            found.append(self._words("review_say.send_today", count=progress.send_today))
        for stage, key in _TO_DO:
            count = progress.stages.get(stage, 0)
            count -= progress.send_today if stage is ReviewStage.TO_SEND else 0
            if count:
                found.append(self._words(f"review_say.{key}", count=count))
        return found or [self._words("review_say.all_settled")]

    def criteria(self, criteria: ReviewCriteria) -> str:
        """Return whom a review picks, in one line."""
        days, newer = criteria.inactive_days, criteria.newer_days
        said = [
            self._words(f"review_say.{one.value}", count=days)
            for one in ReviewCriterion
            if one in criteria.pick
        ]
        if newer:
            said.append(self._words("review_say.newer", count=newer))
        return self._words("review_say.comma").join(said)

    def plan(self, plan: ReviewPlan) -> str:
        """Return what follows what, in one line."""
        steps = []
        if plan.remind:
            steps.append(self._words("review_say.plan_remind", count=plan.remind_wait))
        if plan.last_notice:
            steps.append(self._words("review_say.plan_notice", count=plan.notice_wait))
        steps.append(self._words(f"review_say.plan_{'remove' if steps else 'only_remove'}"))
        return self._words("review_say.plan_arrow").join(steps)

    # ---- what others did meanwhile

    def meanwhile(self, decided: Sequence[DecidedByOther]) -> str:
        """Return what others decided, each operator in a sentence; nothing for nothing."""
        said = []
        for operator in dict.fromkeys(one.operator for one in decided):
            names = self.some(
                [
                    self._words(
                        "review_say.meanwhile_of",
                        name=one.name,
                        choice=self._words(f"review_choice.{one.choice.value}"),
                    )
                    for one in decided
                    if one.operator == operator
                ]
            )
            said.append(self._words("review_say.meanwhile", operator=operator, names=names))
        return " ".join(said)

    def some(self, names: Sequence[str], count: int = 0) -> str:
        """Return the first names, and how many more there are of these, or of `count`."""
        shown = self._words("review_say.comma").join(names[:NAMED])
        more = max(count, len(names)) - NAMED
        return self._words("review_say.and_more", names=shown, count=more) if more > 0 else shown

    # ---- a member in it

    def why(self, row: ReviewRowRecord) -> str:
        """Return by which criteria a member was picked."""
        return self._words("review_say.comma").join(
            self._words(f"review_criterion.{one.value}") for one in row.why
        )

    def stage(self, row: ReviewRowRecord) -> tuple[str, ToneName]:
        """Return where a member stands, and its tone."""
        if _is_back(row):
            return self._words(f"review_change.{ReviewChange.ACTIVE_AGAIN.value}"), "ok"
        what = self._words(f"review_stage.{row.stage.value}")
        if row.stage is ReviewStage.TO_SEND:
            what = self._words(f"review_choice.{row.choice.value}")
            if row.send_on:
                what = self._words("review_say.send_on", what=what, day=self.day(row.send_on))
        elif row.stage is ReviewStage.GONE and ReviewChange.GROUP_ARCHIVED in row.changes:
            what = self._words(f"review_change.{ReviewChange.GROUP_ARCHIVED.value}")
        return what, _STAGES[row.stage]

    def active(self, moment: str) -> str:
        """Return when somebody was active last, as a day."""
        return self.day_of(moment) or self._words("review_say.unknown")

    def messages(self, count: int | None) -> str:
        """Return how many messages somebody wrote."""
        return self._words("review_say.unknown") if count is None else f"{count:,}"

    def change(self, row: ReviewRowRecord, change: ReviewChange) -> str:
        """Return what is another than when the member was picked."""
        if change is ReviewChange.ACTIVE_AGAIN and row.last_active:
            return self._words("review_say.active_since", day=self.day_of(row.last_active))
        what = self._words(f"review_change.{change.value}")
        if change is ReviewChange.RENAMED:
            return self._words("review_say.since", what=what, day=row.name_then)
        return what

    def changes_in_short(self, row: ReviewRowRecord) -> str:
        """Return all that is another, without days and names, and what `stage` says anyway."""
        return self._words("review_say.dot").join(
            self._words(f"review_change.{one.value}")
            for one in row.changes
            if not (one is ReviewChange.ACTIVE_AGAIN and _is_back(row))
        )

    def changes(self, row: ReviewRowRecord) -> str:
        """Return all that is another, in one line."""
        return self._words("review_say.dot").join(self.change(row, one) for one in row.changes)

    def decided(self, row: ReviewRowRecord) -> str:
        """Return what was decided last, by whom and when; empty before."""
        if row.choice is ReviewChoice.UNDECIDED or not row.decided_at:
            return ""
        return self._words(
            "review_say.decided",
            choice=self._words(f"review_choice.{row.choice.value}"),
            name=row.decided_by,
            day=self.day_of(row.decided_at),
        )

    def coming(self, row: ReviewRowRecord) -> str:
        """Return what the plan has next for a member, and from when on."""
        if row.stage is ReviewStage.WAITING:
            return self._words("review_say.next_from", day=self.day(row.next_on))
        if _is_back(row):
            return self._words("review_say.keep_active")
        if row.stage in {ReviewStage.NEXT_STEP, ReviewStage.TO_DECIDE}:
            return self._words(f"review_choice.{row.next_step.value}")
        return ""


def _is_back(row: ReviewRowRecord) -> bool:
    """Say whether a next step is asked about somebody who is active again."""
    asked = row.stage in {ReviewStage.NEXT_STEP, ReviewStage.TO_DECIDE}
    return asked and ReviewChange.ACTIVE_AGAIN in row.changes


def change_tone(row: ReviewRowRecord) -> ToneName:
    """Return in which tone the changes of a member are said: glad where they are here again."""
    return "ok" if _GLAD & set(row.changes) else "warning"
