# SPDX-License-Identifier: MIT
"""Two versions of a group's rules, or the draft and a version, word by word."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.records import RulebookRecord
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.rulebook_compare import RuleComparison, compare_rules
from groupdesk.domain.text import visible
from groupdesk.ui.comparison_words import comparison_text
from groupdesk.ui.context import UiContext
from groupdesk.ui.rules_draft import RulesDraft
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button, icon_button, name_button
from groupdesk.ui.widgets.change_view import ChangeView
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField

DRAFT = 0
"""Stands for the draft among the versions."""


class CompareDialog(DialogFrame):
    """Reads only. F7 goes to the next change, Shift+F7 to the one before."""

    def __init__(
        self,
        context: UiContext,
        group_name: str,
        draft: RulesDraft,
        shown: tuple[int, int],
        parent: QWidget | None = None,
    ) -> None:
        """Compare two of the versions of `draft`; `shown` names the older and the newer one."""
        super().__init__(parent, side=False)
        self._context = context
        self._group_name = group_name
        self._versions = draft.versions
        self._draft: tuple[RuleDraft, ...] | None = draft.rules if draft.changes else None
        self._rules = {book.version: draft.rules_of(book.version) for book in draft.versions}
        self._comparisons: tuple[RuleComparison, ...] = ()
        self.old: ChoiceBox[int] = ChoiceBox(self)
        self.new: ChoiceBox[int] = ChoiceBox(self)
        self._old_field, self._new_field = (
            FormField("", box, self) for box in (self.old, self.new)
        )
        self.swap = icon_button("arrow-left-right", "", self)
        self.view = ChangeView(self)
        self.form.addLayout(self._build_choice())
        self.form.addWidget(self.view, 1)
        self.previous = self.add_left(button("", "ghost", "chevron-up", self))
        self.next = self.add_left(button("", "ghost", "chevron-down", self))
        self.add_cancel(closes=True)
        self.swap.clicked.connect(self._swap)
        self.next.clicked.connect(lambda: self.view.go(1))
        self.previous.clicked.connect(lambda: self.view.go(-1))
        for keys, by in (("F7", 1), ("Shift+F7", -1)):
            QShortcut(QKeySequence(keys), self, lambda by=by: self.view.go(by))
        for box in (self.old, self.new):
            box.chosen.connect(self._compare)
        self.view.moved.connect(self._say_place)
        self.main_requested.connect(self._copy)
        self._say()
        self.old.choose(shown[0])
        self.new.choose(shown[1])
        self._compare()
        side = current_theme().size("side_width")
        self.resize(4 * side, 3 * side)
        self.view.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._compare()

    # ---- building

    def _build_choice(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current_theme().size("space_m"))
        row.addWidget(self._old_field, 1)
        row.addWidget(self.swap)
        row.addWidget(self._new_field, 1)
        return row

    def _say(self) -> None:
        self.set_head(
            self.tr("Compare versions"),
            self.tr("{0} · what went is struck out, what came is underlined").format(
                visible(self._group_name)
            ),
            sign="git-compare",
        )
        self.set_main(self.tr("Copy as text"), "copy")
        self._old_field.set_caption(self.tr("&From"))
        self._new_field.set_caption(self.tr("&To"))
        name_button(self.swap, self.tr("Swap the two"))
        self.view.setAccessibleName(self.tr("What changed"))
        self.next.setText(self.tr("Next change"))
        self.next.setToolTip(self.tr("Next change (F7)"))
        self.previous.setText(self.tr("Previous change"))
        self.previous.setToolTip(self.tr("Previous change (Shift+F7)"))
        choices = [(self._name(book), book.version) for book in self._versions]
        if self._draft is not None:
            choices.insert(0, (self.tr("Draft"), DRAFT))
        for box in (self.old, self.new):
            box.set_choices(choices)

    def _name(self, book: RulebookRecord) -> str:
        context = self._context
        now = context.desk.clock()
        day = from_text(book.published_at).astimezone(now.tzinfo).date()
        told = self.tr("v{0} · {1}").format(book.version, context.dates.day(day, now.date()))
        return f"{told} · {book.note}" if book.note else told

    # ---- comparing

    def _rules_of(self, version: int) -> tuple[RuleDraft, ...]:
        return (self._draft or ()) if version == DRAFT else self._rules[version]

    def _compare(self) -> None:
        before, after = (self._rules_of(box.value) for box in (self.old, self.new))
        self._comparisons = compare_rules(before, after)
        words = self._context.translations.words
        self.view.show_changes(words, self._comparisons, words("rule_compared.same"))

    def _swap(self) -> None:
        old, new = self.old.value, self.new.value
        self.old.choose(new)
        self.new.choose(old)
        self._compare()

    def _say_place(self) -> None:
        count, at = self.view.count, self.view.current
        self.next.setEnabled(count > 0)
        self.previous.setEnabled(count > 0)
        if not count:
            self.set_hint("")
        elif at < 0:
            self.set_hint(self.tr("%n change(s)", "", count))
        else:
            self.set_hint(self.tr("Change {0} of {1}").format(at + 1, count))

    def _copy(self) -> None:
        words = self._context.translations.words
        head = self.tr("Rules of {0}: {1} compared with {2}").format(
            self._group_name, self.new.currentText(), self.old.currentText()
        )
        QGuiApplication.clipboard().setText(comparison_text(words, head, self._comparisons))
        self.banner.show_message(self.tr("The comparison is copied as text."), seconds=8)
