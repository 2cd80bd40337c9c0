# SPDX-License-Identifier: MIT
"""The steps of a draft of rules, to be undone and done again."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from groupdesk.domain.rulebook_draft import RulebookDraft

_MOST: Final = 200


class StepKind(StrEnum):
    """What a step did; the words for it are `rule_step.…`."""

    EDIT = "edit"
    ADD = "add"
    DUPLICATE = "duplicate"
    REMOVE = "remove"
    MOVE = "move"
    RENUMBER = "renumber"
    STARTER = "starter"
    FILL = "fill"
    MERGE = "merge"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it did to which rule, and the row that shows it; -1 where none does."""

    kind: StepKind
    code: str = ""
    row: int = -1


class RulesHistory:
    """Typing in one rule is one step, however long it takes."""

    def __init__(self) -> None:
        """Start without steps."""
        self._done: list[tuple[Step, RulebookDraft]] = []
        self._undone: list[tuple[Step, RulebookDraft]] = []

    @property
    def next_undo(self) -> Step | None:
        """The step that `undo` takes back."""
        return self._done[-1][0] if self._done else None

    @property
    def next_redo(self) -> Step | None:
        """The step that `redo` does again."""
        return self._undone[-1][0] if self._undone else None

    def note(self, step: Step, before: RulebookDraft) -> None:
        """Remember what was there before a step."""
        self._undone.clear()
        last = self.next_undo
        same = last is not None and (last.kind, last.row) == (step.kind, step.row)
        if same and step.kind is StepKind.EDIT:
            return
        self._done.append((step, before))
        del self._done[:-_MOST]

    def undo(self, now: RulebookDraft) -> tuple[Step, RulebookDraft] | None:
        """Return the last step and what was there before it; None when there is no step."""
        return self._take(self._done, self._undone, now)

    def redo(self, now: RulebookDraft) -> tuple[Step, RulebookDraft] | None:
        """Return the step that was undone last and what it led to."""
        return self._take(self._undone, self._done, now)

    def clear(self) -> None:
        """Forget all steps: what they led from is no longer what is there."""
        self._done.clear()
        self._undone.clear()

    @staticmethod
    def _take(
        source: list[tuple[Step, RulebookDraft]],
        target: list[tuple[Step, RulebookDraft]],
        now: RulebookDraft,
    ) -> tuple[Step, RulebookDraft] | None:
        if not source:
            return None
        step, state = source.pop()
        target.append((step, now))
        return step, state
