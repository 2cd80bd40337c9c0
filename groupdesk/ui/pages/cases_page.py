# SPDX-License-Identifier: MIT
"""The cases of a group: numbers, who, which rule, open or closed; one case with its acts."""

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from groupdesk.domain.act_records import CaseRow
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import CaseState, Topic
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_delegates import CellDelegate, MemberDelegate, PillDelegate
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.pages.page import Page
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.empty_state import EmptyState
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.page_head import PageHead
from groupdesk.ui.widgets.pill import Pill
from groupdesk.ui.widgets.record_table import RecordTable
from groupdesk.ui.widgets.section_label import SectionLabel
from groupdesk.ui.widgets.timeline_view import TimelineView

_STATES = {"all": None, "open": CaseState.OPEN, "closed": CaseState.CLOSED}
_WIDTHS = {1: 64, 3: 90, 4: 120}


class CasesPage(Page):
    """A case opens by itself with the first act; here it is read, printed and closed."""

    topics = frozenset({Topic.CASES})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build the page without loading anything."""
        super().__init__(context, parent)
        theme = current_theme()
        self._acts = MemberActs(context, self)
        self._head = PageHead(parent=self)
        self.chips = ChipRow("", parent=self)
        self.model: RecordModel[CaseRow] = RecordModel(self._cells, self)
        self.table = RecordTable(self)
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setItemDelegateForColumn(0, MemberDelegate(self.table))
        self.table.setItemDelegateForColumn(3, PillDelegate(self.table))
        self._empty = EmptyState("folder-open", self)
        self._below = QStackedWidget(self)
        self._below.addWidget(self.table)
        self._below.addWidget(self._empty)
        left = QWidget(self)
        column = QVBoxLayout(left)
        edge = theme.size("space_l")
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(theme.size("space_m"))
        column.addWidget(self._head)
        column.addWidget(self.chips)
        column.addWidget(self._below, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(left)
        split.addWidget(self._build_detail())
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)
        self.chips.chosen.connect(lambda _key: self._load())
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.table.opened.connect(lambda _index: self._print())

    def reload(self) -> None:
        desk = self.context.desk
        name = desk.groups.get(self.group_id).name if self.group_id else ""
        self._head.set_texts(
            self.tr("Cases of {0}").format(name) if name else self.tr("Cases"),
            self.tr("A case opens by itself with the first reminder, talk, warning or removal."),
        )
        self.chips.setAccessibleName(self.tr("Filter"))
        self._timeline_head.setText(self.tr("What was done"))
        self.table.setAccessibleName(self.tr("Cases"))
        self._load()

    def activate(self) -> None:
        acts = self.context.acts
        acts.bind("report.case", self._print, enabled=False)
        acts.bind("case.close", self._turn, enabled=False)
        acts.bind("case.reopen", self._turn, enabled=False)
        self._enable()
        self.table.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.reload()
        super().changeEvent(event)

    @property
    def case(self) -> CaseRow | None:
        """The case in front."""
        row = self.table.currentIndex().row()
        return self.model.record(row) if 0 <= row < self.model.rowCount() else None

    # ---- building

    def _build_detail(self) -> QWidget:
        theme = current_theme()
        self._detail = QFrame(self)
        self._detail.setMinimumWidth(340)
        self._title = label(role="title", parent=self._detail, wrap=True)
        self._state = Pill(parent=self._detail)
        self._about = label(role="muted", parent=self._detail, wrap=True, selectable=True)
        self._quoted = label(role="body", parent=self._detail, wrap=True, selectable=True)
        self._timeline_head = SectionLabel(parent=self._detail)
        self.timeline = TimelineView(self.context, self._acts, self._detail)
        named = QHBoxLayout()
        named.addWidget(self._title, 1)
        named.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        acts = self.context.acts
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.size("space_s"))
        for act_id in ("report.case", "case.close", "case.reopen"):
            buttons.addWidget(acts.button(act_id, parent=self._detail))
        buttons.addStretch(1)
        column = QVBoxLayout(self._detail)
        edge = theme.size("space_l")
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(theme.size("space_m"))
        column.addLayout(named)
        column.addWidget(self._about)
        column.addLayout(buttons)
        column.addWidget(self._quoted)
        column.addWidget(self._timeline_head)
        column.addWidget(self.timeline, 1)
        return self._detail

    # ---- loading

    def _load(self) -> None:
        kept = self.case
        language = self.context.translations.language
        rows = self.context.desk.cases.rows(group_id=self.group_id or None, language=language)
        self.chips.set_chips(
            [
                Chip("all", self.tr("All"), len(rows)),
                Chip("open", self.tr("Open"), sum(r.state is CaseState.OPEN for r in rows)),
                Chip("closed", self.tr("Closed"), sum(r.state is CaseState.CLOSED for r in rows)),
            ]
        )
        wanted = _STATES[self.chips.current or "all"]
        shown = [row for row in rows if wanted in {None, row.state}]
        heads = (
            self.tr("Member"),
            self.tr("No."),
            self.tr("Rule"),
            self.tr("State"),
            self.tr("Last act"),
        )
        self.model.show_records(heads, shown)
        header = self.table.horizontalHeader()
        for number in (0, 2):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        for number, width in _WIDTHS.items():
            self.table.setColumnWidth(number, width)
        self._below.setCurrentWidget(self.table if shown else self._empty)
        self._empty.set_texts(
            self.tr("No case"), self.tr("Warn or talk to a member: the case opens by itself.")
        )
        if shown:
            numbers = [row.number for row in shown]
            at = numbers.index(kept.number) if kept and kept.number in numbers else 0
            self.table.selectRow(at)
        self._show_case()

    def _cells(self, row: CaseRow) -> list[Cell]:
        words, dates = self.context.translations.words, self.context.dates
        last = from_text(row.last_act or row.opened_at)
        rule = f"{row.rule_code} {row.rule_title}".strip()
        return [
            row.member_name,
            str(row.number),
            rule or "–",
            (
                words(f"case_state.{row.state.value}"),
                "accent" if row.state is CaseState.OPEN else "muted",
            ),
            dates.relative(last, self.context.desk.clock()),
        ]

    def _show_case(self) -> None:
        case = self.case
        self._detail.setVisible(case is not None)
        self._enable()
        if case is None:
            return
        words, dates = self.context.translations.words, self.context.dates
        now = self.context.desk.clock()
        incident = self.context.desk.cases.incident(case.number)
        self._title.setText(self.tr("Case {0}: {1}").format(case.number, case.member_name))
        is_open = case.state is CaseState.OPEN
        self._state.show_word(
            words(f"case_state.{case.state.value}"), "accent" if is_open else "muted"
        )
        parts = [case.group_name, f"{case.rule_code} {case.rule_title}".strip()]
        parts.append(self.tr("opened {0}").format(dates.moment(from_text(case.opened_at), now)))
        if incident.happened_at:
            happened = dates.moment(from_text(incident.happened_at), now)
            parts.append(self.tr("happened {0}").format(happened))
        parts.append(words(f"noticed_how.{incident.noticed_how.value}"))
        if case.outcome:
            parts.append(self.tr("outcome: {0}").format(case.outcome))
        self._about.setText(" · ".join(filter(None, parts)))
        self._quoted.setText(self.tr("“{0}”").format(incident.quoted_text))
        self._quoted.setVisible(bool(incident.quoted_text))
        self.timeline.set_entries(self.context.desk.timeline.of_case(case.number))

    # ---- acts

    def _enable(self) -> None:
        acts, case = self.context.acts, self.case
        writable = not self.context.desk.workspace.database.read_only
        acts.enable("report.case", case is not None)
        is_open = case is not None and case.state is CaseState.OPEN
        acts.enable("case.close", writable and is_open)
        acts.enable("case.reopen", writable and case is not None and not is_open)

    def _on_current(self, _current: QModelIndex) -> None:
        self._show_case()

    def _print(self) -> None:
        if self.case is not None:
            self._acts.print_case(self.case.number)

    def _turn(self) -> None:
        if self.case is not None:
            self._acts.turn_case(self.case)
