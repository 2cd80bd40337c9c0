# SPDX-License-Identifier: MIT
"""The cases of a group: numbers, who, which rule, open or closed; one case with its acts."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from groupdesk.domain.act_records import CaseRow, Incident
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import CaseState, NoticedHow, Topic
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_delegates import CellDelegate, MemberDelegate, PillDelegate
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.pages.page import Page
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.avatar import Avatar
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.empty_state import EmptyState
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.list_detail import ListDetail
from groupdesk.ui.widgets.page_head import PageHead
from groupdesk.ui.widgets.pill import Pill
from groupdesk.ui.widgets.record_table import RecordTable
from groupdesk.ui.widgets.section_label import SectionLabel
from groupdesk.ui.widgets.timeline_view import TimelineView

_STATES = {"all": None, "open": CaseState.OPEN, "closed": CaseState.CLOSED}
_WIDTHS = {1: 52, 3: 84, 4: 96}
_CLOSE, _REOPEN = "case.close", "case.reopen"
_PAGE = 200


class CasesPage(Page):
    """A case opens by itself with the first act; here it is read, printed and closed."""

    topics = frozenset({Topic.CASES, Topic.MEMBERS, Topic.RULES})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build the page without loading anything."""
        super().__init__(context, parent)
        theme = current_theme()
        self._acts = MemberActs(context, self)
        self._shown = 0
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
        listed = QWidget(self)
        column = QVBoxLayout(listed)
        edge = theme.size("space_l")
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(theme.size("space_m"))
        column.addWidget(self._head)
        column.addWidget(self.chips)
        column.addWidget(self._below, 1)
        self._split = ListDetail(
            listed, self._build_detail(), context.settings.values.detail_width, self
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._split)
        self.chips.chosen.connect(lambda _key: self._load())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_case())
        self.table.opened.connect(lambda _index: self._open())
        self.table.clicked.connect(lambda _index: self._split.open_detail())
        self.table.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._split.returned.connect(self.table.setFocus)

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
        acts.bind(_CLOSE, self._turn, enabled=False)
        acts.bind(_REOPEN, self._turn, enabled=False)
        self._enable()

    def take_focus(self) -> None:
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
        self._detail = QWidget(self)
        self._detail.setMinimumWidth(340)
        self._avatar = Avatar("", "avatar_head", self._detail)
        self._title = ElidedLabel(role="title", parent=self._detail)
        self._state = Pill(parent=self._detail)
        self._about = label(role="muted", parent=self._detail, wrap=True, selectable=True)
        self._outcome = label(parent=self._detail, wrap=True, selectable=True)
        self._quoted = label(parent=self._detail, wrap=True, selectable=True)
        self._timeline_head = SectionLabel(parent=self._detail)
        self.timeline = TimelineView(self.context, self._acts, self._detail)
        self._timeline_head.setBuddy(self.timeline)
        named = QHBoxLayout()
        named.setSpacing(theme.size("space_m"))
        named.addWidget(self._title)
        named.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        named.addStretch(1)
        who = QVBoxLayout()
        who.setSpacing(theme.size("space_xs"))
        who.addLayout(named)
        who.addWidget(self._about)
        head = QHBoxLayout()
        head.setSpacing(theme.size("space_m"))
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(who, 1)
        column = QVBoxLayout(self._detail)
        edge = theme.size("space_l")
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(theme.size("space_m"))
        column.addLayout(head)
        column.addLayout(self._build_acts())
        for part in (self._quoted, self._outcome, self._timeline_head):
            column.addWidget(part)
        column.addWidget(self.timeline, 1)
        return self._detail

    def _build_acts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current_theme().size("space_s"))
        acts = self.context.acts
        row.addWidget(acts.button("report.case", parent=self._detail))
        self._turns = [acts.button(act, parent=self._detail) for act in (_CLOSE, _REOPEN)]
        for turn in self._turns:
            row.addWidget(turn)
        row.addStretch(1)
        self._member = button("", "ghost", "user", self._detail)
        self._member.clicked.connect(self._go_to_member)
        row.addWidget(self._member)
        return row

    # ---- loading

    def _rows(self, before: int | None = None) -> tuple[CaseRow, ...]:
        return self.context.desk.cases.rows(
            group_id=self.group_id or None,
            state=_STATES[self.chips.current or "all"],
            before=before,
            language=self.context.translations.language,
            limit=_PAGE,
        )

    def _load(self) -> None:
        kept = self._shown
        counts = self.context.desk.cases.counts(self.group_id or None)
        is_open, closed = counts[CaseState.OPEN], counts[CaseState.CLOSED]
        self.chips.set_chips(
            [
                Chip("all", self.tr("All"), is_open + closed),
                Chip("open", self.tr("Open"), is_open),
                Chip("closed", self.tr("Closed"), closed),
            ]
        )
        heads = (
            self.tr("Member"),
            self.tr("No."),
            self.tr("Rule"),
            self.tr("State"),
            self.tr("Last act"),
        )
        shown = self._rows()
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
            self.table.selectRow(numbers.index(kept) if kept in numbers else 0)
        self._show_case()

    def _on_scrolled(self, value: int) -> None:
        if value == self.table.verticalScrollBar().maximum() and self.model.rowCount() >= _PAGE:
            last = self.model.record(self.model.rowCount() - 1).number
            self.model.add_records(self._rows(before=last))

    def _cells(self, row: CaseRow) -> list[Cell]:
        words, dates = self.context.translations.words, self.context.dates
        last = from_text(row.last_act or row.opened_at)
        rule = f"{row.rule_code} {row.rule_title}".strip()
        return [
            row.member_name,
            str(row.number),
            rule or "–",
            (
                words(row.state_word),
                "accent" if row.state is CaseState.OPEN else "muted",
            ),
            dates.relative(last, self.context.desk.clock()),
        ]

    def _show_case(self) -> None:
        case = self.case
        self._detail.setVisible(case is not None)
        self._enable()
        if case is None:
            self._shown = 0
            return
        words = self.context.translations.words
        incident = self.context.desk.cases.incident(case.number)
        self._avatar.set_name(case.member_name)
        self._title.setText(self.tr("Case {0}: {1}").format(case.number, case.member_name))
        is_open = case.state is CaseState.OPEN
        self._state.show_word(words(case.state_word), "accent" if is_open else "muted")
        self._about.setText(self._about_text(case, incident))
        self._quoted.setText(self.tr("“{0}”").format(incident.quoted_text))
        self._quoted.setVisible(bool(incident.quoted_text))
        self._outcome.setText(self.tr("Outcome: {0}").format(case.outcome))
        self._outcome.setVisible(bool(case.outcome))
        self._member.setText(self.tr("Open the member"))
        same = case.number == self._shown
        self._shown = case.number
        entries = self.context.desk.timeline.of_case(case.number)
        self.timeline.set_entries(entries, keep_position=same)

    def _about_text(self, case: CaseRow, incident: Incident) -> str:
        words, dates = self.context.translations.words, self.context.dates
        now = self.context.desk.clock()
        parts = [f"{case.rule_code} {case.rule_title}".strip()]
        parts.append(self.tr("opened {0}").format(dates.moment(from_text(case.opened_at), now)))
        if incident.happened_at:
            happened = dates.moment(from_text(incident.happened_at), now)
            said = self.tr("happened {0}")
            if incident.happened_assumed:
                said = self.tr("happened {0} (assumed: when the message was written)")
            parts.append(said.format(happened))
        if incident.noticed_how is not NoticedHow.UNKNOWN:
            parts.append(words(f"noticed_how.{incident.noticed_how.value}"))
        return " · ".join(filter(None, parts))

    # ---- acts

    def _enable(self) -> None:
        acts, case = self.context.acts, self.case
        writable = not self.context.desk.workspace.database.read_only
        acts.enable("report.case", case is not None)
        is_open = case is not None and case.state is CaseState.OPEN
        acts.enable(_CLOSE, writable and is_open)
        acts.enable(_REOPEN, writable and case is not None and not is_open)
        for turn, shown in zip(self._turns, (is_open, not is_open), strict=True):
            turn.setVisible(shown)

    def _open(self) -> None:
        self._split.open_detail()
        self.timeline.setFocus()

    def _go_to_member(self) -> None:
        if self.case is not None:
            self.context.go_to(self.case.group_id, self.case.membership_id)

    def _print(self) -> None:
        if self.case is not None:
            self._acts.print_case(self.case.number)

    def _turn(self) -> None:
        if self.case is not None:
            self._acts.turn_case(self.case)
