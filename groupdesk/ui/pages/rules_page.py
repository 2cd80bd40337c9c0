# SPDX-License-Identifier: MIT
"""The rules of a group: the draft as cards in their order, one rule beside them, the versions."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Topic
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import GroupRecord, RulebookRecord
from groupdesk.domain.rule_changes import RuleChange, RuleChangeKind, draft_of, rule_changes
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.services.starter_rules import starter_rules
from groupdesk.ui.context import UiContext
from groupdesk.ui.pages.page import Page
from groupdesk.ui.rule_lines import change_word, rule_lines
from groupdesk.ui.rules_copy import copy_rules
from groupdesk.ui.rules_draft import RulesDraft, new_rule, with_starters
from groupdesk.ui.rules_publisher import RulesPublisher
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.empty_state import EmptyState
from groupdesk.ui.widgets.ladder_card import LadderCard
from groupdesk.ui.widgets.list_detail import ListDetail
from groupdesk.ui.widgets.rule_editor import RuleEditor
from groupdesk.ui.widgets.rule_list import RuleList
from groupdesk.ui.widgets.rules_head import DRAFT, RulesHead

_EDITOR = 400  # pixels beside the list at first
_UNDO_SECONDS = 20


class RulesPage(Page):
    """Edits go to the draft, which keeps itself; what was published can only be read."""

    topics = frozenset({Topic.RULES, Topic.GROUPS, Topic.DRAFTS})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build the page without loading anything."""
        super().__init__(context, parent)
        self._group: GroupRecord | None = None
        self._drafts: dict[int, RulesDraft] = {}
        self._version = DRAFT
        acts = context.acts
        self._publisher = RulesPublisher(context, self)
        offered = (
            acts.button("rules.copy", parent=self),
            acts.button("rules.publish", "primary", self),
        )
        self.head = RulesHead(context, offered, self)
        self.list = RuleList(self)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._menu = acts.menu(("rules.move_up", "rules.move_down", "", "rules.remove"), self)
        self.empty = EmptyState("list-ordered", self)
        self.ladder = LadderCard(self)
        self.editor = RuleEditor(acts.button("rules.remove", parent=self), self)
        left = self._build_left()
        self._split = ListDetail(left, self.editor, _EDITOR, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._split)
        self._connect()

    # ---- Page

    def show_group(self, group_id: int) -> None:
        if group_id != self.group_id:
            self.leave()
            self._version = DRAFT
            self._split.back()
        super().show_group(group_id)

    def reload(self) -> None:
        self._group = self.context.desk.groups.get(self.group_id) if self.group_id else None
        if self._group is not None:
            draft = self._drafts.get(self.group_id)
            if draft is None:
                draft = self._drafts[self.group_id] = RulesDraft(self.context, self.group_id, self)
                draft.changed.connect(partial(self._on_changed, draft))
                draft.kept.connect(self._show_state)
            draft.refresh()
        self._show()

    def activate(self) -> None:
        acts = self.context.acts
        acts.bind("rules.publish", self._publish)
        acts.bind("rules.copy", self._copy)
        acts.bind("rules.starter", self._add_starters)
        acts.bind("rules.add", self._add)
        acts.bind("rules.move_up", lambda: self._move(self.list.row, self.list.row - 1))
        acts.bind("rules.move_down", lambda: self._move(self.list.row, self.list.row + 1))
        acts.bind("rules.remove", self._remove)
        acts.bind("rules.discard", self._discard)
        self._show_state()

    def take_focus(self) -> None:
        (self.list if self.list.lines else self.empty.button).setFocus()

    def leave(self) -> None:
        if self.draft is not None:
            self.draft.leave(self._on_failed)

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    # ---- building

    def _build_left(self) -> QWidget:
        theme, acts = current_theme(), self.context.acts
        left = QWidget(self)
        self._starter = acts.button("rules.starter", parent=left)
        self._row = QWidget(left)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("space_s"))
        row.addWidget(acts.button("rules.add", parent=left))
        row.addWidget(self._starter)
        row.addStretch()
        row.addWidget(acts.button("rules.discard", "ghost", left))
        column = QVBoxLayout(left)
        edge = theme.size("space_l")
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.size("space_m"))
        column.addWidget(self.head)
        column.addWidget(self.list)
        column.addWidget(self.empty, 1)
        column.addWidget(self._row)
        column.addWidget(self.ladder)
        column.addStretch()
        return left

    def _connect(self) -> None:
        self.head.version_chosen.connect(self._on_version)
        self.list.chosen.connect(lambda _row: self._show_rule())
        self.list.opened.connect(lambda _row: self._open())
        self.list.clicked.connect(lambda _index: self._on_clicked())
        self._split.returned.connect(self.list.setFocus)
        self.list.dropped.connect(self._move)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.empty.acted.connect(self._on_empty_act)
        self.editor.edited.connect(self._on_edited)
        self._publisher.busy_changed.connect(self._show_state)
        self._publisher.refused.connect(self._lead_to)

    # ---- what is shown

    @property
    def draft(self) -> RulesDraft | None:
        """The draft of the group in front."""
        return self._drafts.get(self.group_id)

    @property
    def _book(self) -> RulebookRecord | None:
        """The published version that is shown, None while the draft is."""
        draft = self.draft
        versions = draft.versions if draft and self._version != DRAFT else ()
        return next((book for book in versions if book.version == self._version), None)

    @property
    def _editable(self) -> bool:
        archived = self._group is not None and self._group.archived_at is not None
        writable = not (archived or self.context.desk.ledger.refusal)
        return self.draft is not None and self._book is None and writable

    def _shown(self) -> tuple[Sequence[RuleDraft], Sequence[RuleChange], int]:
        """Return the rules that are shown, what changed in them, and their version."""
        draft, book = self.draft, self._book
        if draft is None:
            return (), (), 0
        if book is None:
            return draft.rules, draft.changes if draft.newest else (), draft.based_on + 1
        before = next((b for b in draft.versions if b.version == book.version - 1), None)
        rules = [draft_of(rule) for rule in book.rules]
        old = [draft_of(rule) for rule in before.rules] if before else rules
        return rules, rule_changes(old, rules), book.version

    def _show(self) -> None:
        self.list.setAccessibleName(self.tr("Rules"))
        if self._group is not None:
            self.ladder.show_ladder(self.context.translations.words, self._group.ladder)
        self._show_list()
        self._show_rule()

    def _show_list(self) -> None:
        group, draft, book = self._group, self.draft, self._book
        rules, changes, version = self._shown()
        if group is None or draft is None:
            self.head.show_nothing()
        else:
            self.head.show_state(group.name, draft, book)
        known = book or (draft.versions[0] if draft and draft.versions else None)
        breaches = {rule.code: rule.breaches for rule in known.rules} if known else {}
        words = self.context.translations.words
        self.list.movable = self._editable
        self.list.set_lines(rule_lines(words, rules, changes, version, breaches))
        self.list.setVisible(bool(rules))
        self.empty.setVisible(not rules)
        self.ladder.setVisible(group is not None)
        self._row.setVisible(self._editable)
        self._starter.setVisible(bool(rules))
        self._split.need_detail(needed=bool(rules))
        if not rules:
            self._show_empty()

    def _show_empty(self) -> None:
        if self._group is None:
            self.empty.set_texts(
                self.tr("No group yet"),
                self.tr("A group holds its members, its rules and what was done."),
                self.tr("New group…"),
            )
            return
        self.empty.set_texts(
            self.tr("Start with the starter rules"),
            self.tr(
                "%n rule(s) for customer groups, ready in English and Chinese. Use them as they"
                " are or change what you like; nothing counts before you publish.",
                "",
                len(starter_rules()),
            ),
            self.tr("Use the starter rules") if self._editable else "",
        )

    def _show_rule(self) -> None:
        rules, _changes, _version = self._shown()
        row, group = self.list.row, self._group
        if group is not None and 0 <= row < len(rules):
            words, frozen = self.context.translations.words, not self._editable
            self.editor.show_rule(rules[row], words, group.ladder, group.language, frozen=frozen)
        self._show_state()

    def _show_state(self) -> None:
        """Show what follows from each edit: marks, what is kept, what can be done."""
        _rules, changes, version = self._shown()
        row, words = self.list.row, self.context.translations.words
        here = [c for c in changes if c.position == row and c.kind is not RuleChangeKind.REMOVED]
        mark = change_word(words, here[0] if here else None, version)
        self.editor.show_state(mark, self._saved() if self._editable else "")
        self._enable()

    def _saved(self) -> str:
        draft = self.draft
        if draft is None or not (draft.unsaved or draft.saved_at):
            return ""
        if draft.unsaved:
            return self.tr("Not kept yet…")
        dates, now = self.context.dates, self.context.desk.clock()
        at = from_text(draft.saved_at)
        today = at.astimezone(now.tzinfo).date() == now.date()
        when = dates.time(at, now) if today else dates.moment(at, now)
        return self.tr("Saved in the draft {0}").format(when)

    def _enable(self) -> None:
        acts, draft, row = self.context.acts, self.draft, self.list.row
        editable, count = self._editable, len(self.list.lines)
        changed = draft is not None and bool(draft.changes) and editable
        at_once = draft is not None and self._publisher.at_once(draft)
        text = self.tr("Publish v{0}") if at_once else self.tr("Publish v{0}…")
        newest = draft.newest if draft is not None else 0
        acts.action("rules.publish").setText(text.format(newest + 1))
        acts.enable("rules.publish", changed and not self._publisher.busy)
        acts.enable("rules.copy", newest > 0)
        acts.enable("rules.starter", editable)
        acts.enable("rules.add", editable)
        acts.enable("rules.move_up", editable and row > 0)
        acts.enable("rules.move_down", editable and 0 <= row < count - 1)
        acts.enable("rules.remove", editable and row >= 0)
        acts.enable("rules.discard", changed)

    # ---- choosing

    def _on_version(self, version: int) -> None:
        self._version = version
        self._show()

    def _open(self) -> None:
        self._split.open_detail()
        self.editor.write()

    def _on_clicked(self) -> None:
        self._split.open_detail()
        if self._split.is_narrow:
            self.editor.code.setFocus()

    def _show_menu(self, place: QPoint) -> None:
        if self._editable and self.list.indexAt(place).isValid():
            self._menu.popup(self.list.viewport().mapToGlobal(place))

    # ---- editing

    def _on_changed(self, draft: RulesDraft) -> None:
        if draft is self.draft and self._book is None:
            self._show_list()
            self._show_rule()

    def _on_edited(self, rule: RuleDraft) -> None:
        if self.draft is not None and self._editable:
            self.draft.replace(self.list.row, rule)

    def _on_empty_act(self) -> None:
        self.context.acts.trigger("rules.starter" if self._group else "group.create")
        self.list.setFocus()

    def _add(self) -> None:
        draft = self.draft
        if draft is not None:
            draft.insert(len(draft.rules), new_rule(draft.rules))
            self.list.select(len(draft.rules) - 1)
            self._open()

    def _add_starters(self) -> None:
        draft = self.draft
        if draft is None:
            return
        at = len(draft.rules)
        rules = with_starters(draft.rules, starter_rules())
        added = rules[at:]
        if not added:
            text = self.tr("All starter rules are in the list already.")
            self.context.notify(text, "muted", seconds=_UNDO_SECONDS)
            return
        draft.put(rules)
        self.list.select(at)
        if at:
            text = self.tr("%n starter rule(s) added.", "", len(added))
            self._offer_undo(
                text, draft, lambda: draft.put([r for r in draft.rules if r not in added])
            )

    def _move(self, row: int, to: int) -> None:
        if self.draft is not None and self._editable and 0 <= to < len(self.draft.rules):
            self.draft.move(row, to)
            self.list.select(to)

    def _remove(self) -> None:
        draft, row = self.draft, self.list.row
        if draft is not None and row >= 0:
            gone = draft.remove(row)
            text = self.tr("Rule {0} removed from the draft.").format(gone.code)
            self._offer_undo(text, draft, lambda: draft.insert(row, gone))

    def _offer_undo(self, text: str, draft: RulesDraft, undo: Callable[[], None]) -> None:
        def undo_and_keep() -> None:
            undo()
            draft.leave(self._on_failed)

        self.context.notify(
            text, "muted", action_text=self.tr("Undo"), action=undo_and_keep, seconds=_UNDO_SECONDS
        )

    def _discard(self) -> None:
        if self.draft is not None:
            told = self.tr("The draft was discarded.")
            self.draft.discard(told, self.tr("Undo"), self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self.context.notify(self.context.error_text(error), "danger")

    # ---- publishing

    def _copy(self) -> None:
        """Copy the version that is shown, or the one in force while the draft is."""
        draft = self.draft
        book = self._book or (draft.versions[0] if draft and draft.versions else None)
        if self._group is not None and book is not None:
            copy_rules(self.context, self._group, book)

    def _publish(self) -> None:
        if self._group is not None and self.draft is not None:
            self._publisher.publish(self._group, self.draft)

    def _lead_to(self, error: ValidationError) -> None:
        """Go to the rule and field that an error names, "rules.3.title" for instance."""
        text = self.context.error_text(error)
        _rules, _dot, place = error.field.partition(".")
        number = place.partition(".")[0]
        if not number.isdigit():
            self.context.notify(text, "warning")
            return
        self.list.select(int(number))
        self._split.open_detail()
        self.editor.show_error(error, text)
