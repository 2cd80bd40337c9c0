# SPDX-License-Identifier: MIT
"""Steps of removals in words: of one removal, or of several at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from groupdesk.domain.act_records import RemovalRecord
from groupdesk.domain.carrying_out import REMOVE, STEPS, step_words, term_then
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Platform
from groupdesk.domain.removal_states import RemovalState
from groupdesk.domain.step_records import StepRecord
from groupdesk.domain.talk_enums import TaskState
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.step_row import ShownStep

_NAMED = 5  # members that are named before the rest is counted


@dataclass(frozen=True, slots=True)
class OneStep:
    """The same step of one removal or several."""

    code: str
    platform: Platform
    pairs: tuple[tuple[RemovalRecord, StepRecord], ...]

    @property
    def open(self) -> tuple[StepRecord, ...]:
        """Those that are still to be done."""
        return tuple(
            step
            for removal, step in self.pairs
            if not step.done_at and removal.state is RemovalState.HOLDING
        )


def steps_together(removals: Sequence[RemovalRecord], platform: Platform) -> tuple[OneStep, ...]:
    """Return the steps of removals on one platform, each code once, in order."""
    by_code: dict[str, list[tuple[RemovalRecord, StepRecord]]] = {}
    for removal in removals:
        for step in removal.steps:
            by_code.setdefault(step.code, []).append((removal, step))
    codes = (code for code in STEPS if code in by_code)
    return tuple(OneStep(code, platform, tuple(by_code[code])) for code in codes)


class StepWords(QObject):
    """What a row says of a step."""

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        """Say it in the window's language."""
        super().__init__(parent)
        self._context = context

    def shown(self, number: int, step: OneStep, *, current: bool) -> ShownStep:
        """Return the step with this number as a row shows it."""
        words, many = self._context.translations.words, len(step.pairs) > 1
        removal, one = step.pairs[0]
        term = term_then(removal.decided_term or removal.term, removal.terms, one.done_at)
        head = words(f"step_title_many.{step.code}" if many else f"step_title.{step.code}")
        open_steps = step.open
        done = all(one.done_at for _, one in step.pairs)
        closed = not done and not open_steps
        return ShownStep(
            title=f"{number}. {head}",
            how=words(step_words(step.platform, step.code, term)),
            done=self._many(step) if many else self._done(step.pairs[0][1]),
            tried=self._many_tried(step) if many else self._tried(step.pairs[0][1]),
            is_done=done,
            current=current,
            closed=closed,
            can_reopen=done and not many and _can_reopen(*step.pairs[0]),
            may_skip=step.code != REMOVE,
        )

    def moment(self, text: str) -> str:
        """Return a stored moment as people say it."""
        return self._context.dates.moment(from_text(text), self._context.desk.clock())

    def by(self, removal: RemovalRecord) -> str:
        """Return who decided, and who approved it where that was needed, with the note on it."""
        decided, approval = self.moment(removal.decided_at), removal.approval
        if approval is None:
            return self.tr("Decided {0} by {1}").format(decided, removal.operator)
        told = self.tr("Asked for by {0}, approved {1} by {2}").format(
            removal.operator, self.moment(approval.at), approval.operator
        )
        return f"{told} · {visible(approval.note)}" if approval.note else told

    def why_not(self, removal: RemovalRecord) -> str:
        """Return why a removal is not to be carried out."""
        if removal.state is RemovalState.WAITING:
            return self.tr("This removal waits for approval. Do not carry it out yet.")
        when = self.moment(removal.reversed_at)
        if removal.state is RemovalState.LIFTED:
            return self.tr("This removal was lifted on {0}. Do not carry it out.").format(when)
        return self.tr("This removal never took effect. Do not carry it out.")

    def _done(self, step: StepRecord) -> str:
        if not step.done_at:
            return ""
        said = self.tr("Done {0} by {1}")
        if step.state is TaskState.NOT_NEEDED:
            said = self.tr("Not needed, {0} by {1}")
        text = said.format(self.moment(step.done_at), step.done_by)
        if step.turns and step.turns[-1].at != step.turns[-1].recorded_at:
            later = self.moment(step.turns[-1].recorded_at)
            text = self.tr("{0}, recorded {1}").format(text, later)
        words = self._context.translations.words
        result = words(f"step_why.{step.why}") if step.why else step.result
        return f"{text} · {result}" if result else text

    def _tried(self, step: StepRecord) -> str:
        if step.done_at or not step.turns:
            return ""
        last = step.turns[-1]
        said = {
            TaskState.COULD_NOT: self.tr("Tried {0} by {1}: {2}"),
            TaskState.REOPENED: self.tr("Opened again {0} by {1}: {2}"),
        }.get(last.state, "")
        if not last.text and last.state is TaskState.REOPENED:
            said = self.tr("Opened again {0} by {1}")
        return said.format(self.moment(last.at), last.operator, last.text)

    def _many(self, step: OneStep) -> str:
        """Say how many are done, and name those who are left."""
        done = sum(bool(one.done_at) for _, one in step.pairs)
        text = self.tr("{0} of {1} done").format(done, len(step.pairs)) if done else ""
        left = [removal.member_name for removal, one in step.pairs if one in step.open]
        if not done or not left:
            return text
        named = self.tr(", ").join(left[:_NAMED])
        more = len(left) - _NAMED
        still = self.tr("still open: {0}").format(named)
        if more > 0:
            still = self.tr("still open: {0} and %n more", "", more).format(named)
        return f"{text} · {still}"

    def _many_tried(self, step: OneStep) -> str:
        return "\n".join(
            self.tr("{0}: {1}").format(removal.member_name, self._tried(one))
            for removal, one in step.pairs
            if one.state is TaskState.COULD_NOT
        )


def _can_reopen(removal: RemovalRecord, step: StepRecord) -> bool:
    """Say whether a step was ticked since the decision: what came before it belongs to it."""
    return not (removal.already_removed_at and not step.turns)
