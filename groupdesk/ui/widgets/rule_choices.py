# SPDX-License-Identifier: MIT
"""Chooses the rules that a message is about: one, and further ones where they are needed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from groupdesk.domain.records import RuleRecord
from groupdesk.domain.rule_lists import MOST_RULES
from groupdesk.ui.theme import current_theme
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.buttons import button, icon_button, name_button
from groupdesk.ui.widgets.rule_choice import RuleChoice


class RuleChoices(QWidget):
    """The first rule is the one of the case; the others stand under it, each can be taken away."""

    chosen = Signal()
    """Another rule, or another number of them, is chosen."""

    def __init__(
        self,
        translations: Translations,
        rules: Sequence[RuleRecord],
        parent: QWidget | None = None,
    ) -> None:
        """Offer `rules`; begin with one choice."""
        super().__init__(parent)
        self._translations = translations
        self._offered = tuple(rules)
        self.first = RuleChoice(translations, rules, self)
        self.further: list[RuleChoice] = []
        self._removers: list[QPushButton] = []
        self._rows: list[QWidget] = []
        self.another = button("", "link", parent=self)
        """Offers a further rule; it stands where the form has room for it."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current_theme().size("space_xs"))
        self._column.addWidget(self.first)
        self.setFocusProxy(self.first)
        self.first.chosen.connect(self._on_chosen)
        self.another.clicked.connect(lambda: self._add().setFocus())
        self._translate()
        self._show_another()

    @property
    def rules(self) -> tuple[RuleRecord, ...]:
        """The rules that are chosen, each once, in order; none while the first is not chosen."""
        if self.first.rule is None:
            return ()
        found = {self.first.rule.id: self.first.rule}
        for choice in self.further:
            if choice.rule is not None:
                found.setdefault(choice.rule.id, choice.rule)
        return tuple(found.values())

    def choose(self, codes: Sequence[str]) -> None:
        """Choose the rules with these codes; those that are no longer in force are left out."""
        known = {rule.code for rule in self._offered}
        wanted = [code for code in codes if code in known]
        self.first.choose(wanted[0] if wanted else "")
        while self.further:
            self._take_away(self.further[-1])
        for code in wanted[1:MOST_RULES]:
            self._add().choose(code)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    # ---- inside

    def _add(self) -> RuleChoice:
        row = QWidget(self)
        choice = RuleChoice(self._translations, self._offered, row)
        remove = icon_button("x", "", row)
        inner = QHBoxLayout(row)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(current_theme().size("space_xs"))
        inner.addWidget(choice, 1)
        inner.addWidget(remove)
        self._column.insertWidget(1 + len(self._rows), row)
        self._rows.append(row)
        self.further.append(choice)
        self._removers.append(remove)
        choice.chosen.connect(self._on_chosen)
        remove.clicked.connect(lambda: self._on_remove(choice))
        row.show()  # at once, so that it can take the keyboard
        self._translate()
        self._show_another()
        return choice

    def _take_away(self, choice: RuleChoice) -> None:
        at = self.further.index(choice)
        self.further.pop(at)
        self._removers.pop(at)
        row = self._rows.pop(at)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._translate()
        self._show_another()

    def _on_remove(self, choice: RuleChoice) -> None:
        at = self.further.index(choice)
        self._take_away(choice)
        left = [self.first, *self.further]
        left[min(at + 1, len(left) - 1)].setFocus()
        self.chosen.emit()

    def _on_chosen(self) -> None:
        self._show_another()
        self.chosen.emit()

    def _show_another(self) -> None:
        room = len(self._rows) + 1 < min(MOST_RULES, len(self._offered))
        self.another.setVisible(room and self.first.rule is not None)

    def _translate(self) -> None:
        self.another.setText(self.tr("&Also another rule"))
        self.another.setToolTip(self.tr("The message then names all of them"))
        for number, (choice, remove) in enumerate(
            zip(self.further, self._removers, strict=True), 2
        ):
            choice.setAccessibleName(self.tr("Rule {0}").format(number))
            name_button(remove, self.tr("Take rule {0} away").format(number))
