# SPDX-License-Identifier: MIT
"""Publishes the draft of a group's rules as its next version."""

import uuid
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.records import GroupRecord, Receipt
from groupdesk.domain.rule_changes import RuleChange, draft_of
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.rulebook_compare import compare_rules
from groupdesk.domain.rulebook_edits import gaps, languages_used
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.change_view import ChangeView
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel


class PublishDialog(DialogFrame):
    """Shows what changed and asks for a note; what is published stays as it is for good."""

    published = Signal(object)
    """The Receipt."""
    refused = Signal(object)
    """A ValidationError that is about a rule; the dialog closed."""
    rebase_asked = Signal()
    """Somebody else published, and the person wants to take that over first; it closed."""

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
        self._overtaken = False
        self.changes: tuple[RuleChange, ...] = ()
        self.note = QLineEdit(note, self)
        self._note_field = FormField("", self.note, self)
        self._list_head = SectionLabel(parent=self)
        self.view = ChangeView(self)
        self.missing = label(role="secondary", parent=self, wrap=True)
        self.form.addWidget(self._list_head)
        self.form.addWidget(self.view, 1)
        self.form.addWidget(self.missing)
        self.form.addWidget(self._note_field)
        self.add_cancel()
        self.note.textChanged.connect(lambda _text: self._note_field.clear_error())
        self.main_requested.connect(self._publish)
        self._read()
        self._overtaken = self._based_on != based_on
        self._say()
        side = current_theme().size("side_width")
        self.resize(7 * side // 2, 2 * side)
        self.main_button.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room on the screen that all changes need."""
        layout, form = self.layout(), self.form.parentWidget()
        if not event.spontaneous() and layout is not None and form is not None:
            layout.activate()
            seen = form.parentWidget()
            scrolled = 0 if seen is None else form.height() - seen.height()
            more = max(0, scrolled) + self.view.hidden_height
            self.resize(self.width(), self.height() + more)
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    # ---- what is shown

    def _read(self) -> None:
        """Compare with the version that is in force now."""
        self._current = self._context.desk.rules.current(self._group.id)
        self._based_on = self._current.version if self._current else 0
        before = [draft_of(rule) for rule in self._current.rules] if self._current else []
        self._comparisons = compare_rules(before, self._rules)
        self.changes = tuple(comparison.change for comparison in self._comparisons)

    def _say(self) -> None:
        version, words = self._based_on + 1, self._context.translations.words
        self.set_head(
            self.tr("Publish version {0} of the rules").format(version),
            self.tr("{0} · a published version never changes").format(visible(self._group.name)),
            sign="list-ordered",
        )
        self._list_head.setText(
            self.tr("What changed since v{0}").format(self._based_on)
            if self._current
            else self.tr("The first version")
        )
        self.set_main(self.tr("Publish v{0}").format(version), "check")
        self.set_missing([] if self.changes else [self.tr("a change")])
        self.view.setAccessibleName(self._list_head.accessibleName())
        self.view.show_changes(words, self._comparisons, words("rule_compared.same"))
        self._note_field.set_caption(self.tr("&Note (optional)"))
        self._note_field.set_hint(
            self.tr("Why the rules changed, for the version list and the audit log.")
        )
        self.missing.setText(self._untranslated())
        self.missing.setVisible(bool(self.missing.text()))
        if self._overtaken:
            self._explain()

    def _untranslated(self) -> str:
        """Return which rules lack words in one of the languages that are in use."""
        words = self._context.translations.words
        languages = languages_used(self._rules, self._group.language)
        parts = []
        for language in languages:
            codes = [rule.code for rule in self._rules if language in gaps(rule, languages)]
            if codes:
                name = words(f"rule_language.{language.value}")
                parts.append(self.tr("{0}: {1}").format(name, self.tr(", ").join(codes)))
        if not parts:
            return ""
        return self.tr("Not translated in full: {0}. Members then get the other language.").format(
            self.tr("; ").join(parts)
        )

    def _explain(self) -> None:
        """Say that somebody else published since the draft was begun, and offer the way out."""
        current = self._current
        if current is None:
            return
        context = self._context
        when = context.dates.moment(from_text(current.published_at), context.desk.clock())
        self.banner.show_message(
            self.tr(
                "{0} published version {1} on {2}, after your draft was begun. Your draft is kept."
                " Published as it is, it would undo what is new there; the list shows it."
            ).format(current.published_by, current.version, when),
            "warning",
            action_text=self.tr("Take over what is new…"),
            action=self._ask_rebase,
        )

    def _ask_rebase(self) -> None:
        self.reject()
        self.rebase_asked.emit()

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
            self._overtaken = True
            self._read()
            self._say()
        else:
            self.banner.show_message(self._context.error_text(error), "danger")
