# SPDX-License-Identifier: MIT
"""Starter rulebooks: read them in both languages, then take one into the draft."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from groupdesk.domain.enums import Language
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.rulebook_edits import joined
from groupdesk.domain.text import visible
from groupdesk.services.starter_rules import StarterSet, starter_sets
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.rules_view import RulesView
from groupdesk.ui.widgets.section_label import SectionLabel


class StarterDialog(DialogFrame):
    """Nothing is published: the rules go to the draft, and Undo takes them out again."""

    taken = Signal(object)
    """The rules that the draft consists of now."""

    def __init__(
        self,
        context: UiContext,
        group_name: str,
        rules: tuple[RuleDraft, ...],
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        """Offer the sets to a draft that holds `rules`; the preview begins in `language`."""
        super().__init__(parent)
        self._context = context
        self._group_name = group_name
        self._rules = rules
        self._sets = {found.key: found for found in starter_sets()}
        self.choices: dict[str, QRadioButton] = {}
        self._abouts: dict[str, QLabel] = {}
        self._kinds, self._ways = QButtonGroup(self), QButtonGroup(self)
        self.append, self.replace = QRadioButton(self), QRadioButton(self)
        self._heads = [SectionLabel(parent=self) for _head in range(2)]
        self._effect = label(role="muted", parent=self, wrap=True)
        self.languages = ChipRow("", parent=self)
        self.preview = RulesView(self)
        self._build()
        self.main_requested.connect(self._take)
        self.add_cancel()
        self._say()
        self.languages.set_current(language.value)
        self._show()
        self.choices[next(iter(self._sets))].setFocus()
        side = current_theme().size("side_width")
        self.resize(4 * side, 7 * side // 2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._show()

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        self.form.addWidget(self._heads[0])
        for key in self._sets:
            choice, about = QRadioButton(self), label(role="muted", parent=self, wrap=True)
            about.setContentsMargins(theme.size("space_xl"), 0, 0, 0)
            self.choices[key] = choice
            self._abouts[key] = about
            self._kinds.addButton(choice)
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(choice)
            column.addWidget(about)
            self.form.addLayout(column)
        self.form.addSpacing(theme.size("space_s"))
        self.form.addWidget(self._heads[1])
        for way in (self.append, self.replace):
            self._ways.addButton(way)
            self.form.addWidget(way)
            way.setVisible(bool(self._rules))
        self._heads[1].setVisible(bool(self._rules))
        self.form.addWidget(self._effect)
        self.form.addStretch(1)
        self.side.addWidget(self.languages)
        self.side.addWidget(self.preview, 1)
        self.share_width(2, 3)
        self.choices[next(iter(self._sets))].setChecked(True)
        self.append.setChecked(True)
        for group in (self._kinds, self._ways):
            group.buttonToggled.connect(lambda _button, on: self._show() if on else None)
        self.languages.chosen.connect(lambda _key: self._show())

    def _say(self) -> None:
        words = self._context.translations.words
        self.set_head(
            self.tr("Starter rules"),
            self.tr("{0} · they go to the draft; nothing is published").format(
                visible(self._group_name)
            ),
            sign="library",
        )
        self._heads[0].setText(self.tr("For which kind of group"))
        self._heads[1].setText(self.tr("What happens to the rules in the draft"))
        for key, found in self._sets.items():
            count = self.tr("%n rule(s)", "", len(found.rules))
            name = found.names[words.language]
            self.choices[key].setText(self.tr("{0} · {1}").format(name, count))
            text = found.abouts[words.language]
            self._abouts[key].setText(text)
            self.choices[key].setAccessibleDescription(text)
        self.append.setText(self.tr("They &stay, and these come after them"))
        self.replace.setText(self.tr("These take their &place"))
        self.languages.setAccessibleName(self.tr("Language of the preview"))
        self.languages.set_chips(
            [Chip(one.value, words(f"language.{one.value}")) for one in Language]
        )
        self.preview.setAccessibleName(self.tr("The rules"))

    # ---- what follows

    @property
    def chosen(self) -> StarterSet:
        """The set that is chosen."""
        return next(self._sets[key] for key, one in self.choices.items() if one.isChecked())

    @property
    def rules(self) -> tuple[RuleDraft, ...]:
        """What the draft would consist of."""
        rules = self.chosen.rules
        return joined(self._rules, rules) if self.append.isChecked() else rules

    def _show(self) -> None:
        language = Language(self.languages.current)
        self.preview.show_rules(self.chosen.rules, language)
        whole, before = len(self.chosen.rules), len(self._rules)
        added = len(self.rules) - before if self.append.isChecked() else whole
        if not before:
            effect = ""
        elif not self.append.isChecked():
            effect = self.tr("%n rule(s) leave the draft. Undo brings them back.", "", before)
        elif added == whole:
            effect = self.tr("Codes that are taken are replaced by the next free ones.")
        else:
            effect = self.tr(
                "%n rule(s) are left out: their title is in the draft.", "", whole - added
            )
        self._effect.setText(effect)
        self._effect.setVisible(bool(effect))
        text = self.tr("Add %n rule(s)", "", added)
        if before and not self.append.isChecked():
            text = self.tr("Replace with %n rule(s)", "", added)
        self.set_main(text, "check")
        self.set_missing([] if added else [self.tr("a rule that is not in the draft")])

    def _take(self) -> None:
        self.taken.emit(self.rules)
        self.accept()
