# SPDX-License-Identifier: MIT
"""What members ask of us: objections to decisions, to be answered by a day."""

from PySide6.QtCore import QEvent, QModelIndex, QTimer
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from groupdesk.domain.appeal_enums import AppealState
from groupdesk.domain.appeal_records import AppealCounts, AppealFilter, AppealRecord, AppealRow
from groupdesk.domain.case_records import CaseFilter
from groupdesk.domain.decision_enums import AppealEntryKind
from groupdesk.domain.enums import Topic
from groupdesk.ui.appeal_acts import AppealActs
from groupdesk.ui.appeal_words import AppealWords
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_delegates import CellDelegate, PillDelegate
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.pages.page import Page, Place
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.appeal_detail import AppealDetail
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.empty_state import EmptyState
from groupdesk.ui.widgets.list_detail import ListDetail
from groupdesk.ui.widgets.page_head import PageHead
from groupdesk.ui.widgets.record_table import RecordTable
from groupdesk.ui.widgets.search_field import SearchField

_DETAIL = 480  # pixels beside the list at first
_SEARCH_WAIT = 80  # milliseconds of rest before the list is searched
_STATE = 4  # the column of the pill
_LEAST = 64  # pixels of the narrowest column
_ALL_GROUPS, _THIS_GROUP = "all", "this"
Found = tuple[tuple[AppealRow, ...], AppealCounts]


class RequestsPage(Page):
    """The open ones first, by the day they are to be answered; overdue in red."""

    topics = frozenset({Topic.APPEALS, Topic.MEMBERS, Topic.CASES, Topic.GROUPS})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build the page without loading anything."""
        super().__init__(context, parent)
        self._acts = AppealActs(context, self)
        self._asked = 0
        self._wanted = 0
        self._nobody_else = False  # in place of what is not to be found again
        self._head = PageHead(parent=self)
        self._head.add_button(context.acts.button("group.process", parent=self))
        self._head.add_button(context.acts.button("appeal.record", "primary", self))
        self.where = ChipRow("", parent=self)
        self.chips = ChipRow("", parent=self)
        self.search = SearchField("", self)
        self.table = RecordTable(self)
        self.model: RecordModel[AppealRow] = RecordModel(self._cells, self)
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setItemDelegateForColumn(0, CellDelegate(self.table, "text"))
        self.table.setItemDelegateForColumn(_STATE, PillDelegate(self.table))
        self.empty = EmptyState("scale", self)
        self.detail = AppealDetail(context, self)
        self._split = ListDetail(self._build_list(), self.detail, _DETAIL, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._split)
        self._later = QTimer(self, singleShot=True, interval=_SEARCH_WAIT)
        self._say_chips(AppealCounts(0, 0, 0, 0, 0))
        self._connect()

    # ---- Page

    def reload(self) -> None:
        self._say()
        self._load()

    def activate(self) -> None:
        acts, refusal = self.context.acts, self.context.desk.ledger.refusal
        acts.bind("member.find", self.search.activate)
        acts.bind("appeal.record", self._record, enabled=not refusal)
        acts.bind("appeal.add", lambda: self._with(self._acts.add), enabled=False)
        acts.bind("appeal.decide", lambda: self._with(self._acts.decide), enabled=False)
        acts.bind("appeal.letter", lambda: self._with(self._acts.letter), enabled=False)
        acts.bind("appeal.withdraw", lambda: self._with(self._withdraw), enabled=False)
        self._enable()

    def take_focus(self) -> None:
        listed = self._below.currentWidget() is self.table
        (self.table if listed else self.empty.button).setFocus()

    def show_appeal(self, appeal_id: int) -> None:
        """Show one appeal, whatever the list shows."""
        self._wanted = appeal_id
        self.where.set_current(_ALL_GROUPS)
        self.chips.set_current("all")
        self.search.clear()
        self._load()
        self._split.open_detail()

    def place(self) -> Place:
        return Place(chosen=self.appeal.row.id if self.appeal is not None else 0)

    def come_back(self, place: Place) -> None:
        self._wanted, self._nobody_else = place.chosen, True
        self.table.setCurrentIndex(QModelIndex())
        self._load()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.reload()
        super().changeEvent(event)

    @property
    def appeal(self) -> AppealRecord | None:
        """The appeal in front."""
        return self.detail.appeal

    def which(self) -> AppealFilter:
        """Return which appeals the list shows."""
        chip = self.chips.current
        here = self.where.current == _THIS_GROUP and self.group_id > 0
        return AppealFilter(
            group_id=self.group_id if here else None,
            state=AppealState.OPEN if chip == "open" else None,
            overdue=chip == "overdue",
            undelivered=chip == "undelivered",
            decided=chip == "decided",
            text=self.search.text(),
        )

    # ---- building

    def _build_list(self) -> QWidget:
        theme = current_theme()
        listed = QWidget(self)
        self._below = QStackedWidget(listed)
        self._below.addWidget(self.table)
        self._below.addWidget(self.empty)
        column = QVBoxLayout(listed)
        edge = theme.size("space_l")
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(theme.size("space_m"))
        column.addWidget(self._head)
        column.addWidget(self.search)
        column.addWidget(self.where)
        column.addWidget(self.chips)
        column.addWidget(self._below, 1)
        return listed

    def _connect(self) -> None:
        self.search.textChanged.connect(self._later.start)
        self._later.timeout.connect(self._load)
        self.where.chosen.connect(lambda _key: self._load())
        self.chips.chosen.connect(lambda _key: self._load())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self.table.opened.connect(self._on_opened)
        self.table.clicked.connect(self._on_clicked)
        self._split.returned.connect(self.table.setFocus)
        self.empty.acted.connect(self._on_empty)
        self.detail.case_requested.connect(self._go_to_case)
        self.detail.member_requested.connect(self._go_to_member)

    # ---- words

    def _said(self) -> AppealWords:
        context = self.context
        return AppealWords(context.translations.words, context.dates, context.desk.clock())

    def _say(self) -> None:
        desk = self.context.desk
        name = desk.groups.get(self.group_id).name if self.group_id > 0 else ""
        self._head.set_texts(
            self.tr("Requests"),
            self.tr("Objections of members, decided by somebody else than before."),
        )
        self.search.set_hint(self.tr("Name, pinyin, nickname, group or case number"))
        self.where.setAccessibleName(self.tr("Which groups"))
        self.where.set_chips(
            [
                Chip(_ALL_GROUPS, self.tr("All groups")),
                *([Chip(_THIS_GROUP, name)] if name else []),
            ]
        )
        self.where.setVisible(bool(name))

    def _say_chips(self, counts: AppealCounts) -> None:
        self.chips.setAccessibleName(self.tr("Which objections"))
        self.chips.set_chips(
            [
                Chip("all", self.tr("All"), counts.all),
                Chip("open", self.tr("Open"), counts.open),
                Chip("overdue", self.tr("Overdue"), counts.overdue),
                Chip("decided", self.tr("Decided"), counts.decided),
                Chip("undelivered", self.tr("Letter to send"), counts.undelivered),
            ]
        )

    def _cells(self, row: AppealRow) -> list[Cell]:
        said = self._said()
        is_open = row.state is AppealState.OPEN
        return [
            row.member_name,
            said.target_of(row),
            row.group_name,
            said.day(row.answer_by) if is_open else said.day_of(row.decided_at) or "–",
            said.state(row),
        ]

    # ---- loading

    def _load(self) -> None:
        """Ask in the thread beside; the newest question wins."""
        self._asked += 1
        asked, which, listed = self._asked, self.which(), self.context.desk.appeal_list

        def work() -> Found | None:
            return None if asked != self._asked else (listed.rows(which), listed.counts(which))

        def show(found: Found | None) -> None:
            if asked == self._asked and found is not None:
                self._show(*found, which)

        self.context.runner.run(
            self,
            work,
            show,
            lambda error: self.context.notify(self.context.error_text(error), "danger"),
            pool="files",
        )

    def _show(self, rows: tuple[AppealRow, ...], counts: AppealCounts, which: AppealFilter) -> None:
        self._say_chips(counts)
        kept = self._wanted or (self.appeal.row.id if self.appeal is not None else 0)
        self._wanted = 0
        heads = (
            self.tr("Member"),
            self.tr("Objects to"),
            self.tr("Group"),
            self.tr("Due, or decided"),
            self.tr("State"),
        )
        self.model.show_records(heads, rows)
        self._size_columns()
        at = next((n for n, row in enumerate(rows) if row.id == kept), -1)
        focused = self.window().focusWidget()
        self._below.setCurrentWidget(self.table if rows else self.empty)
        if focused in {self.table, self.empty.button}:
            self.take_focus()
        if at < 0 and self._nobody_else:
            self.table.setCurrentIndex(QModelIndex())  # nor as the focus comes
        elif rows:
            self.table.selectRow(max(at, 0))
            self._nobody_else = False
        self._say_empty(nothing=not counts.all and not which.text)
        self._show_chosen()

    def _size_columns(self) -> None:
        columns = self.table.horizontalHeader()
        columns.setMinimumSectionSize(_LEAST)
        for at in range(self.model.columnCount()):
            columns.setSectionResizeMode(at, QHeaderView.ResizeMode.ResizeToContents)
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        columns.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        columns.setSectionResizeMode(_STATE, QHeaderView.ResizeMode.Fixed)
        widest = max((self._state_width(row) for row in self.model.records), default=0)
        columns.resizeSection(_STATE, max(widest, columns.sectionSizeHint(_STATE)))

    def _state_width(self, row: AppealRow) -> int:
        """Return how much room the pill of a row takes."""
        text, _tone = self._said().state(row)
        return self.table.fontMetrics().horizontalAdvance(text) + 4 * current_theme().size("pad")

    def _say_empty(self, *, nothing: bool) -> None:
        if nothing:
            self.empty.set_texts(
                self.tr("Nobody objects"),
                self.tr(
                    "When a member objects to a removal or a warning, record it here. How long they"
                    " have for it and what they are asked is said for each group."
                ),
                self.context.acts.action("appeal.record").text(),
            )
        else:
            self.empty.set_texts(
                self.tr("No objection fits"),
                self.tr("Take a filter away, or look in all groups."),
                self.tr("Show all objections"),
            )
        self._nothing = nothing

    def _show_chosen(self) -> None:
        at = self.table.currentIndex().row()
        if 0 <= at < self.model.rowCount():
            self.detail.show_appeal(self.model.record(at).id)
        else:
            self.detail.show_nothing()
        self._split.need_detail(needed=self.appeal is not None)
        self._enable()

    def _enable(self) -> None:
        acts, appeal = self.context.acts, self.appeal
        writable = not self.context.desk.ledger.refusal
        is_open = appeal is not None and appeal.row.state is AppealState.OPEN
        lettered = appeal is not None and appeal.row.has_letter
        for act_id in ("appeal.add", "appeal.decide", "appeal.withdraw"):
            acts.enable(act_id, writable and is_open)
        acts.enable("appeal.letter", writable and lettered)
        self.detail.show_acts()

    # ---- acts

    def _with(self, act: object) -> None:
        if self.appeal is not None and callable(act):
            act(self.appeal)

    def _withdraw(self, appeal: AppealRecord) -> None:
        self._acts.add(appeal, AppealEntryKind.WITHDRAWN)

    def _record(self) -> None:
        here = self.where.current == _THIS_GROUP and self.group_id > 0
        group = self.context.desk.groups.get(self.group_id) if here else None
        self._acts.record_of_member(group)

    def _go_to_case(self) -> None:
        if self.appeal is not None:
            self.context.go_to_cases(CaseFilter(text=f"#{self.appeal.row.case_number}"))

    def _go_to_member(self) -> None:
        if self.appeal is not None:
            row = self.appeal.row
            self.context.go_to(row.group_id, row.membership_id)

    # ---- slots

    def _on_empty(self) -> None:
        if self._nothing:
            self.context.acts.trigger("appeal.record")
            return
        self.where.set_current(_ALL_GROUPS)
        self.chips.set_current("all")
        self.search.clear()
        self._load()
        self.table.setFocus()

    def _on_opened(self, _index: QModelIndex) -> None:
        self._show_chosen()
        self._split.open_detail()
        self.detail.setFocus()

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._split.is_narrow:
            self._on_opened(index)
