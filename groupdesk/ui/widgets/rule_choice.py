# SPDX-License-Identifier: MIT
"""Chooses one of the rules in force, by list or by typing a piece of it in either language."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from groupdesk.domain.records import RuleRecord
from groupdesk.domain.text import visible
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.labels import plain_tooltip

_SEARCHED = Qt.ItemDataRole.UserRole + 1


class RuleChoice(QComboBox):
    """Shows code and title in the window's language; what was typed finds either language.

    A click anywhere in it shows the list. Enter and Tab take what was typed where it fits one
    rule, Enter the first of several.
    """

    chosen = Signal()
    """Another rule, or none, is chosen."""

    def __init__(
        self,
        translations: Translations,
        rules: Sequence[RuleRecord],
        parent: QWidget | None = None,
        *,
        optional: bool = False,
    ) -> None:
        """Offer `rules`; with `optional` the first line stands for no rule."""
        super().__init__(parent)
        self._translations = translations
        self._rules = tuple(rules)
        self._optional = optional
        self._last: RuleRecord | None = None
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        completer = _RuleCompleter(self)
        completer.setModel(self.model())
        completer.setCompletionRole(_SEARCHED)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        for _rule in range(len(self._rules) + optional):
            self.addItem("")
        self._translate()
        self.setCurrentIndex(0 if optional else -1)
        self.currentIndexChanged.connect(lambda _at: self._on_index())
        field = self.lineEdit()
        if field is not None:
            field.returnPressed.connect(self._take_first)
            field.editingFinished.connect(self._finish)
            field.installEventFilter(self)

    @property
    def rule(self) -> RuleRecord | None:
        """The rule that is chosen."""
        at = self.currentIndex() - self._optional
        return self._rules[at] if 0 <= at < len(self._rules) else None

    def choose(self, code: str) -> None:
        """Choose the rule with this code; one that is no longer in force chooses none."""
        codes = [rule.code for rule in self._rules]
        nothing = 0 if self._optional else -1
        self.setCurrentIndex(codes.index(code) + self._optional if code in codes else nothing)

    def choose_like(self, rule: RuleRecord) -> None:
        """Choose the rule that has code and titles of one in another group, if there is one."""
        if any((one.code, one.titles) == (rule.code, rule.titles) for one in self._rules):
            self.choose(rule.code)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        field = self.lineEdit()
        if field is not None and event.reason() != Qt.FocusReason.PopupFocusReason:
            field.selectAll()  # typing replaces what is there: it is a search

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            field = self.lineEdit()
            at_rest = field is not None and not field.isModified()
            if at_rest and event.button() == Qt.MouseButton.LeftButton and self.isEnabled():
                self.showPopup()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        language = self._translations.language
        if self._optional:
            self.setItemText(0, self.tr("No rule"))
            self.setItemData(0, self.tr("No rule"), _SEARCHED)
        for at, rule in enumerate(self._rules, int(self._optional)):
            self.setItemText(at, visible(f"{rule.code}  {rule.title(language)}"))
            self.setItemData(at, " ".join((rule.code, *rule.titles.values())), _SEARCHED)
            tip = plain_tooltip(rule.text(language))
            self.setItemData(at, tip, Qt.ItemDataRole.ToolTipRole)
        field = self.lineEdit()
        if field is not None:
            none = self.tr("This group has no published rules")
            choose = self.tr("Choose the rule that was broken")
            field.setPlaceholderText(choose if self._rules else none)
        self._put_back()

    def _matches(self) -> list[int]:
        """Return the places of what fits the text that was typed; none where nothing was."""
        field = self.lineEdit()
        typed = field.text().strip().casefold() if field is not None and field.isModified() else ""
        if not typed:
            return []
        searched = (str(self.itemData(at, _SEARCHED)).casefold() for at in range(self.count()))
        places = [at for at, text in enumerate(searched) if typed in text]
        exact = [at for at in places if self.itemText(at).casefold().split(" ")[0] == typed]
        return exact or places  # "R1" is rule R1, though R10 holds it too

    def _take_first(self) -> None:
        places = self._matches()
        if places:
            self.setCurrentIndex(places[0])

    def _finish(self) -> None:
        """Take the only rule that fits what was typed, or show what is chosen again."""
        places = self._matches()
        if len(places) == 1:
            self.setCurrentIndex(places[0])
        self._put_back()

    def _put_back(self) -> None:
        """Show what is chosen, from its beginning."""
        at = self.currentIndex()
        self.setEditText(self.itemText(at) if at >= 0 else "")
        field = self.lineEdit()
        if field is not None:
            field.setCursorPosition(0)

    def _on_index(self) -> None:
        field = self.lineEdit()
        if field is not None:
            field.setCursorPosition(0)  # a long title shows its beginning, with the code
        if self.rule != self._last:
            self._last = self.rule
            self.chosen.emit()


class _RuleCompleter(QCompleter):
    """Matches the words of both languages, puts in the words that are shown."""

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))
