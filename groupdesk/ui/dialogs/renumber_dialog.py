# SPDX-License-Identifier: MIT
"""New codes in the order of the rules, and what that means for what was recorded so far."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.rulebook_edits import renumbered
from groupdesk.domain.text import visible
from groupdesk.ui.comparison_words import rule_name
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.labels import label


class RenumberDialog(DialogFrame):
    """Shows each code that changes. Only the draft changes; Undo takes it back."""

    taken = Signal(object)
    """The rules with their new codes."""

    def __init__(
        self,
        context: UiContext,
        group_name: str,
        rules: tuple[RuleDraft, ...],
        parent: QWidget | None = None,
    ) -> None:
        """Give `rules` codes in their order."""
        super().__init__(parent, side=False)
        self._context = context
        self._group_name = group_name
        self._result = renumbered(rules)
        self._said = label(parent=self, wrap=True)
        self.form.addWidget(self._said)
        grid = QGridLayout()
        grid.setColumnStretch(3, 1)
        grid.setHorizontalSpacing(current_theme().size("space_s"))
        self._names = []
        for row, (old, new) in enumerate(zip(rules, self._result, strict=True)):
            if old.code == new.code:
                continue
            grid.addWidget(label(old.code, "muted", self), row, 0)
            grid.addWidget(label("→", "muted", self), row, 1)
            grid.addWidget(label(new.code, "strong", self), row, 2)
            name = label("", "body", self, wrap=True)
            grid.addWidget(name, row, 3)
            self._names.append((name, new))
        self.form.addLayout(grid)
        self.form.addStretch(1)
        cancel = self.add_cancel()
        self.main_requested.connect(self._take)
        self._say()
        side = current_theme().size("side_width")
        self.resize(3 * side, 2 * side)
        cancel.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        words = self._context.translations.words
        self.set_head(self.tr("Renumber the rules"), visible(self._group_name), sign="list-restart")
        self._said.setText(
            self.tr(
                "What was recorded keeps its code: cases, warnings and removals go on naming the"
                " code and the text of the version that they were decided on. From the next"
                " version on, new cases name the new codes, so one code may stand for two rules in"
                " a member’s history; reports name the version beside it. The counts on this page"
                " follow each rule to its new code."
            )
        )
        for name, rule in self._names:
            name.setText(rule_name(words, rule).removeprefix(rule.code).strip())
        self.set_main(self.tr("Renumber"), "check")
        self.set_missing([] if self._names else [self.tr("a code that is out of order")])

    def _take(self) -> None:
        self.taken.emit(self._result)
        self.accept()
