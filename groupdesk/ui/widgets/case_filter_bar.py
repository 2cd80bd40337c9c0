# SPDX-License-Identifier: MIT
"""Says which cases a list shows: text, chips with counts, group, rule and age; all combine."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from groupdesk.domain.case_enums import CaseOwner, CaseState
from groupdesk.domain.case_records import CaseCounts, CaseFilter
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import icon_button, name_button
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.search_field import SearchField

RuleIds = tuple[int, ...]
_STATES = {"all": None, "open": CaseState.OPEN, "closed": CaseState.CLOSED}
_AGES = (0, 7, 30, 90, 365)
_MARKS = (*CaseOwner, "waiting", "evidence")


class CaseFilterBar(QWidget):
    """What it says is a CaseFilter."""

    changed = Signal()
    """A person asked for others; `show_filter` is silent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with all cases of the group in front."""
        super().__init__(parent)
        theme = current_theme()
        self._group = ""
        self._rules: tuple[tuple[RuleIds, str], ...] = ()
        self._counts = CaseCounts({}, {}, 0, 0)
        self._silent = False
        self.search = SearchField("", self)
        self.sort_button = icon_button("arrow-down-up", "", self)
        self.everywhere: ChoiceBox[bool] = ChoiceBox(self)
        self.rule: ChoiceBox[RuleIds | None] = ChoiceBox(self)
        self.states = ChipRow("", parent=self)
        self.age: ChoiceBox[int] = ChoiceBox(self)
        marks = QWidget(self)
        flow = FlowLayout(marks, theme.size("space_s"))
        self.marks = {key: self._mark(key, marks) for key in _MARKS}
        for mark in self.marks.values():
            flow.addWidget(mark)
        top, boxes, states = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (top, boxes, states):
            row.setSpacing(theme.size("space_s"))
        top.addWidget(self.search, 1)
        top.addWidget(self.sort_button)
        for box in (self.everywhere, self.rule, self.age):
            box.setMinimumContentsLength(6)
            box.chosen.connect(self._on_change)
        boxes.addWidget(self.everywhere, 1)
        boxes.addWidget(self.rule, 1)
        states.addWidget(self.states, 1)
        states.addWidget(self.age)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_s"))
        column.addLayout(top)
        column.addLayout(boxes)
        column.addLayout(states)
        column.addWidget(marks)
        self.search.textChanged.connect(self._on_change)
        self.states.chosen.connect(self._on_change)
        self._translate()

    def which(self, group_id: int | None) -> CaseFilter:
        """Return what is asked; of the group in front unless all groups are asked for."""
        owner = next((one for one in CaseOwner if self.marks[one].isChecked()), None)
        return CaseFilter(
            group_id=None if self.everywhere.value else group_id,
            state=_STATES[self.states.current or "all"],
            owner=owner,
            waiting=self.marks["waiting"].isChecked(),
            evidence=self.marks["evidence"].isChecked(),
            rules=self.rule.value,
            older_days=self.age.value,
            text=self.search.text(),
        )

    def show_filter(self, which: CaseFilter) -> None:
        """Ask for these, in silence; a rule that no case names is not asked for."""
        self._silent = True
        self.search.setText(which.text)
        self.states.set_current(next(key for key, one in _STATES.items() if one is which.state))
        for key, mark in self.marks.items():
            mark.setChecked(key == which.owner)
        self.marks["waiting"].setChecked(which.waiting)
        self.marks["evidence"].setChecked(which.evidence)
        self.everywhere.choose(which.group_id is None)
        known = {ids for ids, _text in self._rules}
        self.rule.choose(which.rules if which.rules in known else None)
        if which.older_days in _AGES:
            self.age.choose(which.older_days)
        self._silent = False

    def show_group(self, name: str) -> None:
        """Name the group in front."""
        self._group = name
        self._fill()

    def show_rules(self, rules: Sequence[tuple[RuleIds, str]]) -> None:
        """Offer the rules that cases are about: their ids and how to say them."""
        if tuple(rules) != self._rules:  # a list that somebody has open stays open
            self._rules = tuple(rules)
            self._fill()

    def show_counts(self, counts: CaseCounts) -> None:
        """Show how many cases each chip would show."""
        self._counts = counts
        self._count()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    # ---- inside

    def _mark(self, key: str, parent: QWidget) -> QPushButton:
        made = QPushButton(parent)
        made.setProperty("kind", "chip")
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.toggled.connect(lambda on: self._on_mark(key, on=on))
        return made

    def _on_mark(self, key: str, *, on: bool) -> None:
        if self._silent:
            return
        self._silent = True
        if on and key in set(CaseOwner):
            for other in set(CaseOwner) - {key}:
                self.marks[other].setChecked(False)
        self._silent = False
        self.changed.emit()

    def _on_change(self, _said: object = None) -> None:
        if not self._silent:
            self.changed.emit()

    def _fill(self) -> None:
        self.everywhere.set_choices(
            [(self._group or self.tr("This group"), False), (self.tr("All groups"), True)]
        )
        self.rule.set_choices([(self.tr("All rules"), None), *((t, ids) for ids, t in self._rules)])
        self.age.set_choices(
            [
                (self.tr("Of any age"), 0),
                *((self.tr("Older than %n day(s)", "", days), days) for days in _AGES[1:]),
            ]
        )

    def _count(self) -> None:
        states, owners = self._counts.states, self._counts.owners
        self.states.set_chips(
            [
                Chip("all", self.tr("All"), states.get(None, 0)),
                Chip("open", self.tr("Open"), states.get(CaseState.OPEN, 0)),
                Chip("closed", self.tr("Closed"), states.get(CaseState.CLOSED, 0)),
            ]
        )
        said = {
            CaseOwner.MINE: (self.tr("Mine"), owners.get(CaseOwner.MINE, 0)),
            CaseOwner.NOBODY: (self.tr("Unclaimed"), owners.get(CaseOwner.NOBODY, 0)),
            CaseOwner.SOMEBODY: (self.tr("Claimed"), owners.get(CaseOwner.SOMEBODY, 0)),
            "waiting": (self.tr("Waiting"), self._counts.waiting),
            "evidence": (self.tr("With screenshots"), self._counts.evidence),
        }
        for key, (text, count) in said.items():
            self.marks[key].setText(f"{text} {count}")

    def _translate(self) -> None:
        self.search.set_hint(self.tr("Search number, member, rule, quoted text…"))
        self.states.setAccessibleName(self.tr("State"))
        name_button(self.sort_button, self.tr("Sort by"))
        self.everywhere.setAccessibleName(self.tr("Group"))
        self.rule.setAccessibleName(self.tr("Rule"))
        self.age.setAccessibleName(self.tr("Age"))
        self.marks["waiting"].setToolTip(
            self.tr("A message to confirm, a talk to follow up or a removal to carry out")
        )
        self._fill()
        self._count()
