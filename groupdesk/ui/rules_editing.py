# SPDX-License-Identifier: MIT
"""What a person does to the draft of rules: order, copies, starter rules, undo."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import Topic
from groupdesk.domain.records import GroupRecord
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.rulebook_draft import DRAFT_KIND
from groupdesk.domain.rulebook_edits import free_code, new_rule, renumbered
from groupdesk.services.starter_rules import starter_rules
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.copy_rules_dialog import CopyRulesDialog, Payloads
from groupdesk.ui.dialogs.renumber_dialog import RenumberDialog
from groupdesk.ui.dialogs.starter_dialog import StarterDialog
from groupdesk.ui.rules_draft import RulesDraft
from groupdesk.ui.rules_history import Step, StepKind
from groupdesk.ui.say_aloud import say_aloud
from groupdesk.ui.widgets.rule_list import RuleList

UNDO_SECONDS = 20
_TOPICS = frozenset({Topic.DRAFTS, Topic.RULES})


class RulesEditing(QObject):
    """Works on the draft in front; each act is told, and one step that Ctrl+Z takes back."""

    written = Signal()
    """A new rule is there, to be written."""
    said = Signal(str)
    """What just happened, in a few words."""

    def __init__(self, context: UiContext, cards: RuleList, page: QWidget) -> None:
        """Work on what `cards` shows; dialogs open over `page`."""
        super().__init__(page)
        self._context = context
        self._list = cards
        self._page = page
        self.draft: RulesDraft | None = None
        self.group: GroupRecord | None = None

    # ---- one rule

    def add(self) -> None:
        """Add an empty rule at the end."""
        if self.draft is not None:
            self._insert(self.draft, len(self.draft.rules))

    def insert(self) -> None:
        """Add an empty rule above the current one."""
        if self.draft is not None:
            self._insert(self.draft, max(self._list.row, 0))

    def duplicate(self) -> None:
        """Put a copy of the current rule below it, under the next free code."""
        draft, row = self.draft, self._list.row
        if draft is not None and row >= 0:
            rule = draft.rules[row]
            copy = replace(rule, code=free_code(draft.rules))
            draft.insert(row + 1, copy, StepKind.DUPLICATE)
            self._list.select(row + 1)
            self._say(self.tr("{0} is a copy of {1}.").format(copy.code, rule.code))

    def remove(self) -> None:
        """Take the current rule out; the banner offers to undo that."""
        draft, row = self.draft, self._list.row
        if draft is not None and row >= 0:
            gone = draft.remove(row)
            text = self.tr("Rule {0} removed from the draft.").format(gone.code)

            def put_back() -> None:
                if gone not in draft.rules:  # Ctrl+Z may have been quicker
                    draft.insert(min(row, len(draft.rules)), gone)

            self._offer_undo(text, draft, put_back)
            say_aloud(self._list, text)

    def move(self, row: int, to: int) -> None:
        """Move a rule to another row; a row outside the list is the end on that side."""
        draft = self.draft
        if draft is None or not 0 <= row < len(draft.rules):
            return
        to = min(max(to, 0), len(draft.rules) - 1)
        if to == row:
            return
        code = draft.rules[row].code
        draft.move(row, to)
        self._list.select(to)
        self._say(self.tr("{0} is now rule {1} of {2}.").format(code, to + 1, len(draft.rules)))

    def move_by(self, by: int) -> None:
        """Move the current rule up or down by so many rows."""
        self.move(self._list.row, self._list.row + by)

    def move_to_end(self, *, top: bool) -> None:
        """Move the current rule to the top, or to the end."""
        self.move(self._list.row, 0 if top else len(self._list.lines) - 1)

    def fill(self, rule: RuleDraft) -> None:
        """Take a rule whose missing words came from its other language."""
        draft, row = self.draft, self._list.row
        if draft is not None and row >= 0 and rule != draft.rules[row]:
            rules = (*draft.rules[:row], rule, *draft.rules[row + 1 :])
            draft.put(rules, Step(StepKind.FILL, rule.code, row))
            self._say(self.tr("The missing words are filled in from the other language."))

    # ---- all rules

    def undo(self) -> None:
        """Take the last step in the draft back."""
        self._turn(self.draft.undo() if self.draft else None, self.tr("Undone: {0}."))

    def redo(self) -> None:
        """Do the step again that was undone last."""
        self._turn(self.draft.redo() if self.draft else None, self.tr("Done again: {0}."))

    def renumber(self) -> None:
        """Ask, then give the rules codes in their order."""
        draft, group = self.draft, self.group
        if draft is None or group is None:
            return
        dialog = RenumberDialog(self._context, group.name, draft.rules, self._page)
        dialog.taken.connect(lambda rules: self._take(rules, StepKind.RENUMBER))
        dialog.open()

    @property
    def in_order(self) -> bool:
        """Whether renumbering would change nothing."""
        return self.draft is None or renumbered(self.draft.rules) == self.draft.rules

    def start(self) -> None:
        """Take the starter rules for customers into an empty draft."""
        if self.draft is not None and not self.draft.rules:
            self._take(starter_rules(), StepKind.STARTER)

    def choose_starters(self) -> None:
        """Offer the starter rulebooks."""
        draft, group = self.draft, self.group
        if draft is None or group is None:
            return
        dialog = StarterDialog(self._context, group.name, draft.rules, group.language, self._page)
        dialog.taken.connect(lambda rules: self._take(rules, StepKind.STARTER))
        dialog.open()

    def send(self, source: str, rules: Sequence[RuleDraft]) -> None:
        """Offer these rules to other groups."""
        if self.group is not None:
            dialog = CopyRulesDialog(self._context, self.group, source, tuple(rules), self._page)
            dialog.copied.connect(self._on_sent)
            dialog.open()

    def discard(self) -> None:
        """Go back to the version in force; the banner offers to undo that."""
        if self.draft is not None:
            told = self.tr("The draft was discarded.")
            self.draft.discard(told, self.tr("Undo"), self.tell_failure)

    def tell_failure(self, error: Exception) -> None:
        """Say on the window what went wrong."""
        self._context.notify(self._context.error_text(error), "danger")

    # ---- inside

    def _insert(self, draft: RulesDraft, at: int) -> None:
        draft.insert(at, new_rule(draft.rules))
        self._list.select(at)
        self.written.emit()

    def _take(self, rules: Sequence[RuleDraft], kind: StepKind) -> None:
        draft = self.draft
        if draft is None:
            return
        before = draft.rules
        draft.put(rules, Step(kind))
        kept = draft.rules[: len(before)] == before
        self._list.select(len(before) if kept and len(draft.rules) > len(before) else 0)
        if before:
            text = self.tr("The draft now has %n rule(s).", "", len(draft.rules))
            self._offer_undo(text, draft, lambda: draft.put(before, Step(kind)))

    def _turn(self, step: Step | None, told: str) -> None:
        if step is None:
            return
        if 0 <= step.row < len(self._list.lines):
            self._list.select(step.row)
        self._say(told.format(self.step_name(step)))

    def step_name(self, step: Step) -> str:
        """Return what a step did, as it stands after "Undo"."""
        return self._context.translations.words(f"rule_step.{step.kind.value}", code=step.code)

    def _on_sent(self, names: Sequence[str], before: Payloads) -> None:
        drafts, context = self._context.desk.drafts, self._context

        def put_back() -> None:
            context.runner.run(
                self,
                lambda: drafts.save_for_groups(DRAFT_KIND, before),
                lambda _nothing: context.events.publish(_TOPICS),
                self.tell_failure,
            )

        context.events.publish(_TOPICS)
        listed = self.tr(", ").join(names)
        context.notify(
            self.tr("The rules are a draft now in: {0}. Nothing is published.").format(listed),
            action_text=self.tr("Undo"),
            action=put_back,
            seconds=UNDO_SECONDS,
        )

    def _offer_undo(self, text: str, draft: RulesDraft, undo: Callable[[], object]) -> None:
        def undo_and_keep() -> None:
            undo()
            draft.leave(self.tell_failure)

        self._context.notify(
            text, "muted", action_text=self.tr("Undo"), action=undo_and_keep, seconds=UNDO_SECONDS
        )

    def _say(self, text: str) -> None:
        self.said.emit(text)
        say_aloud(self._list, text)
