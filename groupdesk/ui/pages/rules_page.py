# SPDX-License-Identifier: MIT
"""The rules of a group: the draft as cards in their order, one rule beside them, the versions."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Action, Topic
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import GroupRecord, RulebookRecord
from groupdesk.domain.rule_changes import RuleChange, RuleChangeKind
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.rulebook_edits import gaps, languages_used
from groupdesk.services.starter_rules import starter_rules
from groupdesk.ui.announcing import Announcing
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.compare_dialog import CompareDialog
from groupdesk.ui.pages.page import Page
from groupdesk.ui.refusals import why_not
from groupdesk.ui.rule_lines import change_word, rule_lines, rule_marks
from groupdesk.ui.rules_acts import CARD_ACTS, MORE_ACTS, RulesActs
from groupdesk.ui.rules_copy import copy_rules
from groupdesk.ui.rules_draft import RulesDraft
from groupdesk.ui.rules_editing import RulesEditing
from groupdesk.ui.rules_publisher import RulesPublisher
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.empty_state import EmptyState
from groupdesk.ui.widgets.ladder_card import LadderCard
from groupdesk.ui.widgets.list_detail import ListDetail
from groupdesk.ui.widgets.rule_editor import RuleEditor
from groupdesk.ui.widgets.rule_list import RuleList
from groupdesk.ui.widgets.rules_head import DRAFT, RulesHead

_EDITOR, _ROOMY_EDITOR = 400, 640  # pixels beside the list at first, and on a wide screen


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
        self.list = RuleList(self)
        self._publisher = RulesPublisher(context, self)
        self.editing = RulesEditing(context, self.list, self)
        self._acts = RulesActs(acts, self.editing, self._publisher)
        self.announcing = Announcing(context, self)
        offered = (
            acts.button("rules.compare", parent=self),
            acts.button("rules.announce", parent=self),
            acts.button("rules.publish", "primary", self),
        )
        self.head = RulesHead(context, offered, acts.menu(MORE_ACTS, self), self)
        self.menu = acts.menu(CARD_ACTS, self)
        self.empty = EmptyState("list-ordered", self)
        self.ladder = LadderCard(self, acts.button("ladder.edit", "link"))
        self.editor = RuleEditor(acts.button("rules.remove", parent=self), self)
        left = self._build_left()
        self._split = ListDetail(left, self.editor, _EDITOR, self, roomy_width=_ROOMY_EDITOR)
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
        self._acts.bind()
        self.announcing.bind()
        acts = self.context.acts
        acts.bind("rules.publish", self._publish)
        acts.bind("rules.compare", self._compare)
        acts.bind("rules.copy", self._copy)
        acts.bind("rules.send", self._send)
        self._show_state()

    def take_focus(self) -> None:
        (self.list if self.list.lines else self.empty.button).setFocus()

    def leave(self) -> None:
        if self.draft is not None:
            self.draft.leave(self.editing.tell_failure)

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    # ---- building

    def _build_left(self) -> QWidget:
        theme, acts = current_theme(), self.context.acts
        left = QWidget(self)
        self._row = QWidget(left)
        self.said = ElidedLabel(role="secondary", parent=self._row)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("space_s"))
        row.addWidget(acts.button("rules.add", parent=left))
        row.addWidget(acts.button("rules.starter", parent=left))
        row.addWidget(self.said, 1)
        row.addWidget(acts.icon_button("rules.undo", left))
        row.addWidget(acts.icon_button("rules.redo", left))
        column = QVBoxLayout(left)
        edge = theme.size("space_l")
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.size("space_m"))
        column.addWidget(self.head)
        column.addWidget(self.list)
        column.addWidget(self.empty, 1)
        column.addWidget(self._row)
        column.addWidget(self.announcing.line)
        column.addWidget(self.ladder)
        column.addStretch()
        return left

    def _connect(self) -> None:
        self.head.version_chosen.connect(self._on_version)
        self.list.chosen.connect(lambda _row: self._show_rule())
        self.list.opened.connect(lambda _row: self._open())
        self.list.clicked.connect(lambda _index: self._on_clicked())
        self.list.dropped.connect(self.editing.move)
        self.list.menu_asked.connect(self._show_menu)
        self.list.remove_asked.connect(partial(self.context.acts.trigger, "rules.remove"))
        self._split.returned.connect(self.list.setFocus)
        self.empty.acted.connect(self._on_empty_act)
        self.editor.edited.connect(self._on_edited)
        self.editor.filled.connect(self.editing.fill)
        self.editor.widen.clicked.connect(self._on_widen)
        self.editing.written.connect(self._open)
        self.editing.said.connect(self.said.setText)
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
        writable = not why_not(self.context, Action.RULES_PUBLISH, self._group)
        return self.draft is not None and self._book is None and writable

    def _shown(self) -> tuple[Sequence[RuleDraft], Sequence[RuleChange], int]:
        """Return the rules that are shown, what changed in them, and their version."""
        return self.draft.shown(self._book) if self.draft is not None else ((), (), 0)

    def _show(self) -> None:
        self.list.setAccessibleName(self.tr("Rules"))
        self.list.set_how(
            self.tr("Drag to another place, or Alt+Up and Alt+Down; Alt+Home and Alt+End.")
            if self._editable
            else ""
        )
        editable = self._editable
        self.editing.draft = self.draft if editable else None
        self.editing.group = self._group if editable else None
        self.announcing.show_group(self._group, self._book.version if self._book else DRAFT)
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
            self.head.show_overtaken(draft, self._take_over)
        known = book or (draft.versions[0] if draft and draft.versions else None)
        breaches = {rule.code: rule.breaches for rule in known.rules} if known else {}
        words = self.context.translations.words
        marks = {}
        if draft is not None and group is not None and self._editable:
            marks = rule_marks(words, rules, languages_used(rules, group.language), draft.problems)
        self.list.movable = self._editable
        self.list.set_lines(rule_lines(words, rules, changes, version, breaches, marks))
        self.list.setVisible(bool(rules))
        self.empty.setVisible(not rules)
        self.ladder.setVisible(group is not None)
        self._row.setVisible(self._editable)
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
                " are or change what you like; nothing counts before you publish. There are"
                " other sets for partners and for open communities.",
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
        rules, changes, version = self._shown()
        row, words = self.list.row, self.context.translations.words
        here = [c for c in changes if c.position == row and c.kind is not RuleChangeKind.REMOVED]
        mark = change_word(words, here[0] if here else None, version)
        saved, lacking, problems = "", {}, {}
        if self._editable and self._group is not None and 0 <= row < len(rules):
            saved = self._saved()
            lacking = gaps(rules[row], languages_used(rules, self._group.language))
            problems = self._problems(row)
        self.editor.show_state(mark, saved, lacking, problems)
        self._enable()

    def _problems(self, row: int) -> dict[str, str]:
        """Return what is wrong with a rule, by the key of its field."""
        found = self.draft.problems if self.draft else ()
        place = f"rules.{row}."
        return {
            self.editor.key_of(problem): self.context.error_text(problem)
            for problem in reversed(found)
            if problem.field.startswith(place)
        }

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
        self._acts.enable(
            self.draft, editable=self._editable, row=self.list.row, count=len(self.list.lines)
        )

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

    def _on_widen(self) -> None:
        self._split.open_alone()
        self.editor.write()

    def _show_menu(self, place: QPoint) -> None:
        if self._editable:
            self.menu.popup(place)

    # ---- editing

    def _on_changed(self, draft: RulesDraft) -> None:
        if draft is self.draft and self._book is None:
            self.said.setText("")
            self._show_list()
            self._show_rule()

    def _on_edited(self, rule: RuleDraft) -> None:
        if self.draft is not None and self._editable:
            self.draft.replace(self.list.row, rule)

    def _on_empty_act(self) -> None:
        if self._group is None:
            self.context.acts.trigger("group.create")
        else:
            self.editing.start()
        self.list.setFocus()

    # ---- versions

    def _copy(self) -> None:
        """Copy the version that is shown, or the one in force while the draft is."""
        draft = self.draft
        book = self._book or (draft.versions[0] if draft and draft.versions else None)
        if self._group is not None and book is not None:
            copy_rules(self.context, self._group, book)

    def _send(self) -> None:
        """Offer what is shown to other groups."""
        rules, _changes, _version = self._shown()
        book, group = self._book, self._group
        if group is not None and rules:
            source = self.tr("version {0}").format(book.version) if book else self.tr("the draft")
            self.editing.group = group
            self.editing.send(source, rules)

    def _compare(self) -> None:
        """Compare what is shown with what was there before it."""
        draft, book, group = self.draft, self._book, self._group
        if draft is None or group is None:
            return
        if book is not None:
            shown = (max(book.version - 1, 1), book.version)
        elif draft.changes:
            shown = (draft.based_on, DRAFT)
        else:
            shown = (draft.newest - 1, draft.newest)
        CompareDialog(self.context, group.name, draft, shown, self).open()

    def _publish(self) -> None:
        if self._group is not None and self.draft is not None:
            self._publisher.publish(self._group, self.draft)

    def _take_over(self) -> None:
        if self._group is not None and self.draft is not None:
            self._publisher.rebase(self._group, self.draft)

    def _lead_to(self, error: ValidationError) -> None:
        """Go to the rule and field that an error names, "rules.3.title" for instance."""
        _rules, _dot, place = error.field.partition(".")
        number = place.partition(".")[0]
        if not number.isdigit():
            self.context.notify(self.context.error_text(error), "warning")
            return
        self._show_list()
        self.list.select(int(number))
        self._split.open_detail()
        self._show_rule()
        self.editor.lead_to(error)
