# SPDX-License-Identifier: MIT
"""The rules of a group as they are being written, kept as a draft between two versions."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from groupdesk.domain.act_records import DraftRecord
from groupdesk.domain.enums import Severity
from groupdesk.domain.records import RulebookRecord
from groupdesk.domain.rule_changes import RuleChange, draft_of, rule_changes
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.ui.context import UiContext
from groupdesk.ui.draft_keeper import Contents, DraftKeeper

KIND = "rulebook"

_log = logging.getLogger(__name__)
_TEXTS = ("titles", "texts", "hints", "examples", "consequences")


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
        self._rules_service = context.desk.rules
        self._base: tuple[RuleDraft, ...] = ()
        self._changes: tuple[RuleChange, ...] | None = None
        self._loaded = False
        self._keeper = DraftKeeper(context, KIND, None, self._contents, self, group_id=group_id)
        self._keeper.kept.connect(self._on_kept)

    # ---- reading

    def refresh(self, *, again: bool = False) -> None:
        """Read the versions and the draft; what is not written yet stays, except `again`."""
        self.versions = self._rules_service.versions(self.group_id)
        if self._loaded and self._keeper.unsaved and not again:
            return
        found = self._keeper.load()
        rules, based_on, note = self._restored(found)
        other = rules != self.rules
        self.rules, self.based_on, self.note = rules, based_on, note
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
    def changes(self) -> tuple[RuleChange, ...]:
        """What the draft changes in the version that it started from."""
        if self._changes is None:
            self._changes = rule_changes(self._base, self.rules)
        return self._changes

    @property
    def draft_id(self) -> int | None:
        """The stored draft, which publishing drops."""
        return self._keeper.draft_id

    @property
    def unsaved(self) -> bool:
        """Whether something is not written yet."""
        return self._keeper.unsaved

    # ---- writing

    def put(self, rules: Sequence[RuleDraft]) -> None:
        """Take these rules; they are written soon."""
        self.rules = tuple(rules)
        self._changes = None
        self._keeper.touch()
        self.changed.emit()

    def replace(self, at: int, rule: RuleDraft) -> None:
        """Put `rule` where another one stands."""
        self.put((*self.rules[:at], rule, *self.rules[at + 1 :]))

    def insert(self, at: int, rule: RuleDraft) -> None:
        """Put `rule` before the one at `at`, or at the end."""
        self.put((*self.rules[:at], rule, *self.rules[at:]))

    def remove(self, at: int) -> RuleDraft:
        """Take a rule out and return it."""
        rule = self.rules[at]
        self.put((*self.rules[:at], *self.rules[at + 1 :]))
        return rule

    def move(self, at: int, to: int) -> None:
        """Put the rule at `at` where `to` will be its place."""
        rules = list(self.rules)
        rules.insert(to, rules.pop(at))
        self.put(rules)

    def set_note(self, note: str) -> None:
        """Keep the note for the next version."""
        self.note = note
        self._keeper.touch()

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

    # ---- the stored form

    def _contents(self) -> Contents:
        payload = {
            "based_on": self.based_on,
            "note": self.note,
            "rules": [
                {
                    "code": rule.code,
                    "severity": rule.severity.value,
                    **{name: dict(getattr(rule, name)) for name in _TEXTS},
                }
                for rule in self.rules
            ],
        }
        return payload, ()

    def _restored(self, found: DraftRecord | None) -> tuple[tuple[RuleDraft, ...], int, str]:
        """Return the draft, or the version in force where a draft changes nothing."""
        if found is not None:
            try:
                rules, based_on, note = _read(found.payload)
            except (KeyError, TypeError, ValueError):
                _log.warning("a draft of rules could not be read")
            else:
                self._use_base(based_on)
                if rule_changes(self._base, rules):
                    return rules, based_on, note
        self._use_base(self.newest)
        return self._base, self.newest, ""

    def _use_base(self, version: int) -> None:
        book = next((book for book in self.versions if book.version == version), None)
        self._base = tuple(draft_of(rule) for rule in book.rules) if book else ()
        self._changes = None

    def _is_draft(self) -> bool:
        return bool(self.changes)

    def _on_kept(self, saved_at: str) -> None:
        self.saved_at = saved_at
        self.kept.emit()


def new_rule(rules: Sequence[RuleDraft]) -> RuleDraft:
    """Return an empty rule with the next free code."""
    return RuleDraft(
        _free_code({rule.code.strip().casefold() for rule in rules}), Severity.MINOR, {}, {}
    )


def with_starters(
    rules: Sequence[RuleDraft], starters: Sequence[RuleDraft]
) -> tuple[RuleDraft, ...]:
    """Return `rules` with the starter rules after them, except those whose title is there.

    A code that is taken is replaced by the next free one.
    """
    result = list(rules)
    codes = {rule.code.strip().casefold() for rule in rules}
    titles = {title.strip() for rule in rules for title in rule.titles.values()}
    for starter in starters:
        if titles.intersection(starter.titles.values()):
            continue
        taken = starter.code.casefold() in codes
        code = _free_code(codes) if taken else starter.code
        codes.add(code.casefold())
        result.append(replace(starter, code=code))
    return tuple(result)


def _free_code(taken: set[str]) -> str:
    return next(f"R{n}" for n in range(1, len(taken) + 2) if f"r{n}" not in taken)


def _read(payload: Mapping[str, Any]) -> tuple[tuple[RuleDraft, ...], int, str]:
    rules = tuple(
        RuleDraft(
            str(row["code"]),
            Severity(row["severity"]),
            *({str(lang): str(text) for lang, text in row[name].items()} for name in _TEXTS),
        )
        for row in payload["rules"]
    )
    return rules, int(payload["based_on"]), str(payload.get("note", ""))
