# SPDX-License-Identifier: MIT
"""Rules of one group for others: they land there as drafts, and nothing is published."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from groupdesk.domain.act_records import DraftRecord
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Severity
from groupdesk.domain.records import GroupRecord
from groupdesk.domain.rule_changes import draft_of, rule_changes
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.rulebook_compare import compare_rules
from groupdesk.domain.rulebook_draft import DRAFT_KIND, RulebookDraft
from groupdesk.domain.rulebook_edits import joined
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.ladder_words import ladder_sentence, severity_meaning
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.change_view import ChangeView
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.search_field import SearchField
from groupdesk.ui.widgets.section_label import SectionLabel

Payloads = Mapping[int, Mapping[str, object] | None]
_SEARCH_FROM = 8  # groups


class CopyRulesDialog(DialogFrame):
    """Tells for each group what it has now, and shows what the copy would change there."""

    copied = Signal(object, object)
    """The names of the groups, and the drafts they had before, by number, for Undo."""

    def __init__(
        self,
        context: UiContext,
        group: GroupRecord,
        source: str,
        rules: tuple[RuleDraft, ...],
        parent: QWidget | None = None,
    ) -> None:
        """Copy `rules` of `group`; `source` says which they are, "version 4" for instance."""
        super().__init__(parent)
        self._context = context
        self._group = group
        self._source = source
        self._rules = rules
        self._groups = {
            one.id: one
            for one in context.desk.groups.all()
            if one.id != group.id and one.archived_at is None
        }
        self._stored = context.desk.drafts.of_groups(DRAFT_KIND)
        self._published: dict[int, tuple[RuleDraft, ...]] = {}
        self._open = {
            key: draft
            for key in self._groups
            if (draft := self._draft_of(key, self._stored.get(key))) is not None
        }
        self._front = next(iter(self._groups), 0)
        self.checks: dict[int, QCheckBox] = {}
        self._rows: dict[int, QWidget] = {}
        self._facts: dict[int, ElidedLabel] = {}
        self.search = SearchField("", self)
        self._head = SectionLabel(parent=self)
        self._way_head = SectionLabel(parent=self)
        self.replace, self.append = QRadioButton(self), QRadioButton(self)
        self._ways = QButtonGroup(self)
        self.consent = QCheckBox(self)
        self._drafts_note = label(parent=self, wrap=True)
        self._name = label(role="section", parent=self, wrap=True)
        self._ladder = label(role="muted", parent=self, wrap=True)
        self.view = ChangeView(self)
        self._build()
        self.add_cancel()
        self.main_requested.connect(self._copy)
        self._say()
        side = current_theme().size("side_width")
        self.resize(4 * side, 3 * side)
        first = self.checks.get(self._front)
        (first or self.main_button).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    # ---- what is there

    def _published_of(self, group_id: int) -> tuple[RuleDraft, ...]:
        if group_id not in self._published:
            book = self._context.desk.rules.current(group_id)
            rules = tuple(draft_of(rule) for rule in book.rules) if book else ()
            self._published[group_id] = rules
        return self._published[group_id]

    def _draft_of(self, group_id: int, found: DraftRecord | None) -> RulebookDraft | None:
        """Return the draft that is open in a group; one that changes nothing is none."""
        if found is None:
            return None
        try:
            draft = RulebookDraft.from_payload(found.payload)
        except (KeyError, TypeError, ValueError, AttributeError):
            return None  # nothing of it can be shown, so nothing is lost with it
        return draft if rule_changes(self._published_of(group_id), draft.rules) else None

    def _result(self, group_id: int) -> tuple[RuleDraft, ...]:
        if self._replaces:
            return self._rules
        draft = self._open.get(group_id)
        return joined(draft.rules if draft else self._published_of(group_id), self._rules)

    def _draft_for(self, group_id: int) -> RulebookDraft:
        """Return the draft that the copy makes there.

        One that is open goes on from its version: what was published there since is not undone.
        """
        rules, newest = self._result(group_id), self._groups[group_id].rules_version
        draft = self._open.get(group_id)
        if draft is None:
            return RulebookDraft(rules, newest)
        return replace(draft, rules=rules, based_on=newest if self._replaces else draft.based_on)

    @property
    def _replaces(self) -> bool:
        return self.replace.isChecked()

    @property
    def targets(self) -> list[int]:
        """The groups that get a draft: those ticked, with an open draft only where agreed."""
        ticked = [key for key, check in self.checks.items() if check.isChecked()]
        return [key for key in ticked if key not in self._open or self.consent.isChecked()]

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        self.form.addWidget(self._head)
        self.form.addWidget(self.search)
        self.search.setVisible(len(self._groups) >= _SEARCH_FROM)
        for key, group in self._groups.items():
            row = QWidget(self)
            column = QVBoxLayout(row)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            check = QCheckBox(visible(group.name).replace("&", "&&"), row)
            facts = ElidedLabel(role="muted", parent=row)
            facts.setContentsMargins(theme.size("space_xl"), 0, 0, 0)
            column.addWidget(check)
            column.addWidget(facts)
            self.form.addWidget(row)
            self.checks[key], self._rows[key], self._facts[key] = check, row, facts
            check.toggled.connect(lambda _on, key=key: self._bring(key))
        self.form.addSpacing(theme.size("space_s"))
        self.form.addWidget(self._way_head)
        for way in (self.replace, self.append):
            self._ways.addButton(way)
            self.form.addWidget(way)
        self.replace.setChecked(True)
        self.form.addWidget(self._drafts_note)
        self.form.addWidget(self.consent)
        self.form.addStretch(1)
        for part in (self._name, self._ladder):
            self.side.addWidget(part)
        self.side.addWidget(self.view, 1)
        self.share_width(2, 3)
        self.search.textChanged.connect(self._filter)
        self._ways.buttonToggled.connect(lambda _way, on: self._show() if on else None)
        self.consent.toggled.connect(lambda _on: self._show())

    def _say(self) -> None:
        self.set_head(
            self.tr("Copy the rules to other groups"),
            self.tr("{0}, {1} · they land there as drafts; nothing is published").format(
                visible(self._group.name), self._source
            ),
            sign="send",
        )
        self._head.setText(self.tr("Groups"))
        self.search.set_hint(self.tr("Find a group"))
        self._way_head.setText(self.tr("What happens to the rules there"))
        self.replace.setText(self.tr("These take their &place"))
        self.append.setText(self.tr("They &stay, and these come after them"))
        self.consent.setText(self.tr("Change these drafts, &too"))
        self.view.setAccessibleName(self.tr("What changes there"))
        for key, group in self._groups.items():
            facts = self._has(group)
            self._facts[key].setText(facts)
            self.checks[key].setAccessibleDescription(facts)
        self._show()

    def _has(self, group: GroupRecord) -> str:
        """Return what a group has now."""
        if not group.rules_version:
            now = self.tr("no rules yet")
        else:
            context = self._context
            today = context.desk.clock()
            day = from_text(group.rules_published_at).astimezone(today.tzinfo).date()
            shown = context.dates.day(day, today.date())
            now = self.tr("version {0} of {1}").format(group.rules_version, shown)
        parts = [now]
        if group.ladder != self._group.ladder:
            parts.append(self.tr("another ladder"))
        if group.id in self._open:
            parts.append(self.tr("draft of yours open"))
        return " · ".join(parts)

    # ---- what follows

    def _filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        for key, group in self._groups.items():
            self._rows[key].setVisible(wanted in group.name.casefold())

    def _bring(self, group_id: int) -> None:
        self._front = group_id
        self._show()

    def _show(self) -> None:
        ticked = [key for key, check in self.checks.items() if check.isChecked()]
        drafts = [key for key in ticked if key in self._open]
        names = self.tr(", ").join(visible(self._groups[key].name) for key in drafts)
        self._drafts_note.setText(
            self.tr(
                "You have a draft open in: {0}. It stays as it is, and the copy is left out."
            ).format(names)
            if not self.consent.isChecked()
            else self.tr("Your draft is changed in: {0}. Undo brings it back.").format(names)
        )
        self._drafts_note.setVisible(bool(drafts))
        self.consent.setVisible(bool(drafts))
        count = len(self.targets)
        self.set_main(self.tr("Copy to %n group(s)", "", count), "send")
        self.set_missing([] if count else [self.tr("a group")])
        self._show_front()

    def _show_front(self) -> None:
        group = self._groups.get(self._front)
        if group is None:
            self._name.setText(self.tr("There is no other group yet."))
            self._ladder.hide()
            self.view.hide()
            return
        words = self._context.translations.words
        self._name.setText(group.name)
        self._ladder.setText(self._ladder_words(group))
        self._ladder.setVisible(bool(self._ladder.text()))
        now = self._open[group.id].rules if group.id in self._open else self._published_of(group.id)
        shown = compare_rules(now, self._result(group.id))
        self.view.show_changes(words, shown, self.tr("It has these rules already."))

    def _ladder_words(self, group: GroupRecord) -> str:
        """Return what the same severities mean in that group, where its ladder is another."""
        if group.ladder == self._group.ladder:
            return ""
        words = self._context.translations.words
        there, here = (
            [severity_meaning(words, ladder, severity) for severity in Severity]
            for ladder in (group.ladder, self._group.ladder)
        )
        other = [said for said, own in zip(there, here, strict=True) if said != own]
        told = self.tr("; ").join(other) or ladder_sentence(words, group.ladder)
        return self.tr("The ladder there is another one: {0}").format(told)

    def _copy(self) -> None:
        targets = self.targets
        payloads: dict[int, Mapping[str, object] | None] = {}
        before: dict[int, Mapping[str, object] | None] = {}
        for key in targets:
            payloads[key] = self._draft_for(key).to_payload()
            before[key] = self._stored[key].payload if key in self._stored else None
        names = [self._groups[key].name for key in targets]
        drafts = self._context.desk.drafts
        self.set_busy(True)

        def done(_nothing: None) -> None:
            self.set_busy(False)
            self.copied.emit(names, before)
            self.accept()

        def failed(error: Exception) -> None:
            self.set_busy(False)
            self.show_failure(error, self._context.error_text(error))

        self._context.runner.run(
            self, lambda: drafts.save_for_groups(DRAFT_KIND, payloads), done, failed
        )
