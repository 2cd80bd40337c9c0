# SPDX-License-Identifier: MIT
"""Publishes the draft of a group's rules as its next version."""

import uuid
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.records import GroupRecord, Receipt
from groupdesk.domain.rule_changes import RuleChange, RuleChangeKind, draft_of, rule_changes
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.pill import Pill
from groupdesk.ui.widgets.section_label import SectionLabel

_TONES: dict[RuleChangeKind, ToneName] = {
    RuleChangeKind.ADDED: "ok",
    RuleChangeKind.CHANGED: "accent",
    RuleChangeKind.MOVED: "muted",
    RuleChangeKind.REMOVED: "danger",
}


class PublishDialog(DialogFrame):
    """Lists what changed and asks for a note; what is published stays as it is for good."""

    published = Signal(object)
    """The Receipt."""
    refused = Signal(object)
    """A ValidationError that is about a rule; the dialog closed."""

    def __init__(
        self,
        context: UiContext,
        group: GroupRecord,
        rules: Sequence[RuleDraft],
        *,
        based_on: int,
        draft_id: int | None,
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Compare `rules` with the version in force; `based_on` is the one they started from."""
        super().__init__(parent, side=False)
        self._context = context
        self._group = group
        self._rules = tuple(rules)
        self._draft_id = draft_id
        self._operation = uuid.uuid4()
        self._rows: QWidget | None = None
        self.changes: tuple[RuleChange, ...] = ()
        self.note = QLineEdit(note, self)
        self._note_field = FormField(
            self.tr("&Note (optional)"),
            self.note,
            self,
            hint=self.tr("Why the rules changed, for the version list and the audit log."),
        )
        self._list_head = SectionLabel(parent=self)
        self._list = QVBoxLayout()
        self.form.addWidget(self._list_head)
        self.form.addLayout(self._list)
        self.form.addStretch(1)
        self.form.addWidget(self._note_field)
        cancel = self.add_right(button(self.tr("Cancel"), parent=self))
        cancel.clicked.connect(self.reject)
        self.note.textChanged.connect(lambda _text: self._note_field.clear_error())
        self.main_requested.connect(self._publish)
        self._compare()
        if self._based_on != based_on:
            self._explain()
        side, row = current_theme().size("side_width"), current_theme().size("row")
        self.resize(3 * side, 3 * side // 2 + min(len(self.changes), 8) * row)
        self.main_button.setFocus()

    # ---- what is shown

    def _compare(self) -> None:
        """List what the rules change in the version that is in force now."""
        current = self._context.desk.rules.current(self._group.id)
        self._current = current
        self._based_on = current.version if current else 0
        before = [draft_of(rule) for rule in current.rules] if current else []
        self.changes = rule_changes(before, self._rules)
        version = self._based_on + 1
        self.set_head(
            self.tr("Publish version {0} of the rules").format(version),
            self.tr("{0} · a published version never changes").format(self._group.name),
            sign="list-ordered",
        )
        self._list_head.setText(
            self.tr("What changed since v{0}").format(self._based_on)
            if current
            else self.tr("The first version")
        )
        self.set_main(self.tr("Publish v{0}").format(version), "check")
        self.set_missing([] if self.changes else [self.tr("a change")])
        self._fill()

    def _fill(self) -> None:
        if self._rows is not None:
            self._list.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = rows = QWidget(self)
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current_theme().size("space_m"))
        grid.setVerticalSpacing(current_theme().size("space_s"))
        grid.setColumnStretch(1, 1)
        words = self._context.translations.words
        top = Qt.AlignmentFlag.AlignTop
        for at, change in enumerate(self.changes):
            kind = words(f"rule_change.{change.kind.value}")
            grid.addWidget(Pill(kind, _TONES[change.kind], rows), at, 0, top)
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(label(self._name(change.rule), "body", rows, wrap=True))
            parts = self._parts(change)
            if parts:
                cell.addWidget(label(parts, "secondary", rows, wrap=True))
            grid.addLayout(cell, at, 1)
        self._list.addWidget(rows)

    def _name(self, rule: RuleDraft) -> str:
        language = self._context.translations.language
        title = rule.titles.get(language) or next(filter(None, rule.titles.values()), "")
        return f"{rule.code} {title}"

    def _parts(self, change: RuleChange) -> str:
        if change.before is None or change.kind is not RuleChangeKind.CHANGED:
            return ""
        words = self._context.translations.words
        was = {
            "code": change.before.code,
            "severity": words(f"severity.{change.before.severity.value}"),
        }
        named = [words(f"rule_part.{part}", before=was.get(part, "")) for part in change.parts]
        return self.tr(", ").join(named)

    def _explain(self) -> None:
        """Say that somebody else published since the draft was begun."""
        current = self._current
        if current is None:
            return
        context = self._context
        when = context.dates.moment(from_text(current.published_at), context.desk.clock())
        self.banner.show_message(
            self.tr(
                "{0} published version {1} on {2}, after your draft was begun. Your draft is kept."
                " The list now shows what it changes in that version; publish it, or go back and"
                " take over what is new there."
            ).format(current.published_by, current.version, when),
            "warning",
        )

    # ---- publishing

    def _publish(self) -> None:
        rules, note = self._context.desk.rules, self.note.text()
        self.set_busy(True)
        self._context.runner.run(
            self,
            lambda: rules.publish(
                self._operation,
                self._group.id,
                self._rules,
                note=note,
                based_on=self._based_on,
                draft_id=self._draft_id,
            ),
            self._on_published,
            self._on_failed,
        )

    def _on_published(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self.published.emit(receipt)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        if isinstance(error, ValidationError) and error.field == "note":
            self._note_field.set_error(self._context.error_text(error))
        elif isinstance(error, ValidationError):
            self.reject()
            self.refused.emit(error)
        elif isinstance(error, StateChangedError) and error.code == "rules_published":
            self._compare()
            self._explain()
        else:
            self.banner.show_message(self._context.error_text(error), "danger")
