# SPDX-License-Identifier: MIT
"""The rules of a group as they are being written, kept as a draft between two versions."""

import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from groupdesk.domain.act_records import DraftRecord
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import RulebookRecord
from groupdesk.domain.rule_changes import RuleChange, draft_of, rule_changes
from groupdesk.domain.rulebook import RuleDraft, rule_problems
from groupdesk.domain.rulebook_draft import DRAFT_KIND, RulebookDraft
from groupdesk.ui.context import UiContext
from groupdesk.ui.draft_keeper import Contents, DraftKeeper
from groupdesk.ui.rules_history import RulesHistory, Step, StepKind

_log = logging.getLogger(__name__)


class RulesDraft(QObject):
    """What one group's rules will be; every change of them is written by itself soon after."""

    changed = Signal()
    """The rules are others than before."""
    kept = Signal()
    """They were written; `saved_at` says when."""

    def __init__(self, context: UiContext, group_id: int, parent: QObject) -> None:
        """Start empty; `refresh` reads versions and draft."""
        super().__init__(parent)
        self.group_id = group_id
        self.versions: tuple[RulebookRecord, ...] = ()
        self.rules: tuple[RuleDraft, ...] = ()
        self.based_on = 0
        self.note = ""
        self.saved_at = ""
        self.asked = False
        """Whether somebody asked to publish it: then what is missing counts as a problem, too."""
        self.history = RulesHistory()
        self._rules_service = context.desk.rules
        self._base: tuple[RuleDraft, ...] = ()
        self._changes: tuple[RuleChange, ...] | None = None
        self._problems: tuple[ValidationError, ...] | None = None
        self._loaded = False
        self._keeper = DraftKeeper(
            context, DRAFT_KIND, None, self._contents, self, group_id=group_id
        )
        self._keeper.kept.connect(self._on_kept)

    # ---- reading

    def refresh(self, *, again: bool = False) -> None:
        """Read the versions and the draft; what is not written yet stays, except `again`."""
        self.versions = self._rules_service.versions(self.group_id)
        if self._loaded and self._keeper.unsaved and not again:
            return
        found = self._keeper.load()
        now = self._restored(found)
        other = now.rules != self.rules
        if other or now.based_on != self.based_on:
            self.history.clear()
            self.asked = False
        self._take(now)
        self.saved_at = found.saved_at if found is not None and self._is_draft() else ""
        self._keeper.begin()
        self._loaded = True
        if other:
            self.changed.emit()

    @property
    def newest(self) -> int:
        """The version in force, 0 when none was published."""
        return self.versions[0].version if self.versions else 0

    @property
    def overtaken(self) -> bool:
        """Whether somebody published since the draft was begun, and it changes something."""
        return self.based_on != self.newest and bool(self.changes)

    @property
    def base(self) -> tuple[RuleDraft, ...]:
        """The rules of the version that the draft started from."""
        return self._base

    @property
    def changes(self) -> tuple[RuleChange, ...]:
        """What the draft changes in the version that it started from."""
        if self._changes is None:
            self._changes = rule_changes(self._base, self.rules)
        return self._changes

    @property
    def problems(self) -> tuple[ValidationError, ...]:
        """What keeps the draft from being published; what is only missing, once it was `asked`."""
        if self._problems is None:
            self._problems = tuple(rule_problems(self.rules))
        return tuple(
            problem
            for problem in self._problems
            if self.asked or not problem.code.endswith("_missing")
        )

    @property
    def draft_id(self) -> int | None:
        """The stored draft, which publishing drops."""
        return self._keeper.draft_id

    @property
    def unsaved(self) -> bool:
        """Whether something is not written yet."""
        return self._keeper.unsaved

    def rules_of(self, version: int) -> tuple[RuleDraft, ...]:
        """Return the rules of a published version, none for 0 and for an unknown one."""
        book = next((book for book in self.versions if book.version == version), None)
        return tuple(draft_of(rule) for rule in book.rules) if book else ()

    def shown(
        self, book: RulebookRecord | None
    ) -> tuple[tuple[RuleDraft, ...], tuple[RuleChange, ...], int]:
        """Return the rules of a version, what it changed, and its number; None is the draft."""
        if book is None:
            return self.rules, self.changes if self.newest else (), self.based_on + 1
        rules = self.rules_of(book.version)
        before = self.rules_of(book.version - 1) or rules
        return rules, rule_changes(before, rules), book.version

    # ---- writing

    def put(self, rules: Sequence[RuleDraft], step: Step | None = None) -> None:
        """Take these rules, as one `step` that can be undone; they are written soon."""
        self.history.note(step or Step(StepKind.EDIT), self._now())
        self._put(RulebookDraft(tuple(rules), self.based_on, self.note))

    def replace(self, at: int, rule: RuleDraft) -> None:
        """Put `rule` where another one stands."""
        step = Step(StepKind.EDIT, rule.code, at)
        self.put((*self.rules[:at], rule, *self.rules[at + 1 :]), step)

    def insert(self, at: int, rule: RuleDraft, kind: StepKind = StepKind.ADD) -> None:
        """Put `rule` before the one at `at`, or at the end."""
        self.put((*self.rules[:at], rule, *self.rules[at:]), Step(kind, rule.code, at))

    def remove(self, at: int) -> RuleDraft:
        """Take a rule out and return it."""
        rule = self.rules[at]
        step = Step(StepKind.REMOVE, rule.code, at)
        self.put((*self.rules[:at], *self.rules[at + 1 :]), step)
        return rule

    def move(self, at: int, to: int) -> None:
        """Put the rule at `at` where `to` will be its place."""
        rules = list(self.rules)
        rules.insert(to, rules.pop(at))
        self.put(rules, Step(StepKind.MOVE, self.rules[at].code, at))

    def rebase(self, rules: Sequence[RuleDraft]) -> None:
        """Take these rules as what changes the version in force now."""
        self.history.note(Step(StepKind.MERGE), self._now())
        self._put(RulebookDraft(tuple(rules), self.newest, self.note))

    def undo(self) -> Step | None:
        """Take the last step back and return it; None when there is none."""
        return self._turn(self.history.undo(self._now()))

    def redo(self) -> Step | None:
        """Do the step again that was undone last."""
        return self._turn(self.history.redo(self._now()))

    def set_note(self, note: str) -> None:
        """Keep the note for the next version."""
        self.note = note
        self._keeper.touch()

    def ask(self) -> None:
        """Let what is missing count: somebody wants to publish."""
        self.asked = True

    def leave(self, on_failure: Callable[[Exception], object]) -> None:
        """Write what is not written yet."""
        self._keeper.leave(lambda: None, on_failure)

    def settle(self, then: Callable[[], object]) -> None:
        """Call `then` once no write is under way; nothing is written by itself meanwhile."""
        self._keeper.settle(then)

    def keep_on(self) -> None:
        """Go on writing by itself after `settle`."""
        self._keeper.touch()

    def discard(self, told: str, undo_text: str, on_failure: Callable[[Exception], object]) -> None:
        """Go back to the version in force; the banner says `told` and offers to undo it."""
        self._keeper.discard(told, undo_text, lambda: self.refresh(again=True), on_failure)

    # ---- inside

    def _now(self) -> RulebookDraft:
        return RulebookDraft(self.rules, self.based_on, self.note)

    def _put(self, now: RulebookDraft) -> None:
        self._take(now)
        self._keeper.touch()
        self.changed.emit()

    def _turn(self, found: tuple[Step, RulebookDraft] | None) -> Step | None:
        if found is None:
            return None
        step, state = found
        self._put(RulebookDraft(state.rules, state.based_on, self.note))
        return step

    def _take(self, now: RulebookDraft) -> None:
        self.rules, self.based_on, self.note = now.rules, now.based_on, now.note
        self._base = self.rules_of(self.based_on)
        self._changes = self._problems = None

    def _contents(self) -> Contents:
        return self._now().to_payload(), ()

    def _restored(self, found: DraftRecord | None) -> RulebookDraft:
        """Return the draft, or the version in force where a draft changes nothing."""
        if found is not None:
            try:
                draft = RulebookDraft.from_payload(found.payload)
            except (KeyError, TypeError, ValueError, AttributeError):
                _log.warning("a draft of rules could not be read")
            else:
                if rule_changes(self.rules_of(draft.based_on), draft.rules):
                    return draft
        return RulebookDraft(self.rules_of(self.newest), self.newest)

    def _is_draft(self) -> bool:
        return bool(self.changes)

    def _on_kept(self, saved_at: str) -> None:
        self.saved_at = saved_at
        self.kept.emit()
