# SPDX-License-Identifier: MIT
"""The log: who did what when, before and after; filters, and verify."""

from PySide6.QtCore import QDate, QEvent, QModelIndex, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from groupdesk.domain.act_records import AuditFilter, AuditRow
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Action, Topic
from groupdesk.ui.act_words import act_text, subject_text
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_delegates import CellDelegate
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.pages.page import Page
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.audit_detail import AuditDetailPanel
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.empty_state import EmptyState
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.list_detail import ListDetail
from groupdesk.ui.widgets.page_head import PageHead
from groupdesk.ui.widgets.record_table import RecordTable

_PAGE = 200
_FIRST_DAY = QDate(2000, 1, 1)  # stands for "from the beginning" in the date fields
_WIDTHS = (56, 124, 200, 0, 76)
_DETAIL = 360


class AuditPage(Page):
    """Newest entries first; more are read when the end of the list comes into view."""

    topics = frozenset({Topic.AUDIT})
    of_group = False

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build the page without loading anything."""
        super().__init__(context, parent)
        theme = current_theme()
        self._head = PageHead(parent=self)
        self._head.add_button(context.acts.button("audit.verify", "primary", self))
        self.group: ChoiceBox[int | None] = ChoiceBox(self)
        self.operator: ChoiceBox[int | None] = ChoiceBox(self)
        self.action: ChoiceBox[Action | None] = ChoiceBox(self)
        self.since = _date_field(self)
        self.until = _date_field(self)
        self.model: RecordModel[AuditRow] = RecordModel(self._cells, self)
        self.table = RecordTable(self)
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.table, "text"))
        self._empty = EmptyState("shield-check", self)
        self._below = QStackedWidget(self)
        self._below.addWidget(self.table)
        self._below.addWidget(self._empty)
        self.detail = AuditDetailPanel(context, self)
        left = QWidget(self)
        column = QVBoxLayout(left)
        edge = theme.size("space_l")
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(theme.size("space_m"))
        column.addWidget(self._head)
        column.addWidget(self._filters())
        column.addWidget(self._below, 1)
        self._split = ListDetail(left, self.detail, _DETAIL, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._split)
        self._filling = False
        self._connect()

    def reload(self) -> None:
        self._fill_filters()
        self._say()
        self._load()

    def take_focus(self) -> None:
        self.table.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.group.count():
            self.reload()
        super().changeEvent(event)

    # ---- building

    def _filters(self) -> QWidget:
        gap = current_theme().size("space_s")
        filters = QWidget(self)
        flow = FlowLayout(filters, gap)
        for field in (self.group, self.operator, self.action):
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            field.setMaximumWidth(2 * current_theme().size("thumbnail_width"))
            flow.addWidget(field)
        self._dates = [label(role="muted", parent=filters) for _day in (0, 1)]
        period = QWidget(filters)
        row = QHBoxLayout(period)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap)
        for head, day in zip(self._dates, (self.since, self.until), strict=True):
            head.setBuddy(day)
            row.addWidget(head)
            row.addWidget(day)
        flow.addWidget(period)
        return filters

    def _connect(self) -> None:
        for field in (self.group, self.operator, self.action):
            field.chosen.connect(self._on_filter)
        for day in (self.since, self.until):
            day.dateChanged.connect(self._on_filter)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.table.opened.connect(lambda _index: self._open())
        self.table.clicked.connect(lambda _index: self._split.open_detail())
        self._split.returned.connect(self.table.setFocus)
        self.table.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def _fill_filters(self) -> None:
        words, desk = self.context.translations.words, self.context.desk
        groups = [(group.name, group.id) for group in desk.groups.all()]
        people = [(name, ident) for ident, name in desk.audit.operators()]
        acts = [(words(f"action.{act.value}"), act) for act in desk.audit.actions()]
        acts.sort(key=lambda choice: _place_of(choice[0], words.language))
        self.group.set_choices([(self.tr("All groups"), None), *groups])
        self.operator.set_choices([(self.tr("Everybody"), None), *people])
        self.action.set_choices([(self.tr("All acts"), None), *acts])
        self.group.setAccessibleName(self.tr("Group"))
        self.operator.setAccessibleName(self.tr("Who"))
        self.action.setAccessibleName(self.tr("What was done"))
        self._filling = True
        for head, day, name, text in zip(
            self._dates,
            (self.since, self.until),
            (self.tr("&From"), self.tr("&To")),
            (self.tr("the start"), self.tr("today")),
            strict=True,
        ):
            head.setText(name)
            day.setAccessibleName(name.replace("&", ""))
            day.setSpecialValueText(text)
            day.setDisplayFormat(self.tr("d MMM yyyy"))
        self._filling = False

    # ---- loading

    def _filter(self) -> AuditFilter:
        def day(field: QDateEdit) -> str:
            chosen = field.date()
            return "" if chosen == _FIRST_DAY else chosen.toString(Qt.DateFormat.ISODate)

        return AuditFilter(
            group_id=self.group.value,
            operator_id=self.operator.value,
            action=self.action.value,
            since=day(self.since),
            until=day(self.until),
        )

    def _say(self) -> None:
        seq, head = self.context.desk.ledger.head()
        grouped = " ".join(head.hex()[at : at + 4] for at in range(0, 16, 4))
        self._head.set_texts(
            self.tr("Audit log"),
            self.tr("%n entries · fingerprint of the last one {0} …", "", seq).format(grouped),
        )
        self.table.setAccessibleName(self.tr("Audit log"))
        self._empty.set_texts(
            self.tr("No entry fits"), self.tr("Choose another group, person, act or time.")
        )

    def _load(self) -> None:
        kept = self.table.currentIndex().row()
        seq = self.model.record(kept).seq if 0 <= kept < self.model.rowCount() else 0
        heads = (
            self.tr("No."),
            self.tr("When"),
            self.tr("What was done"),
            self.tr("To whom or what"),
            self.tr("Who"),
        )
        rows = self.context.desk.audit.rows(self._filter(), limit=_PAGE)
        self.model.show_records(heads, rows)
        header = self.table.horizontalHeader()
        for number, width in enumerate(_WIDTHS):
            if width:
                self.table.setColumnWidth(number, width)
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        self._below.setCurrentWidget(self.table if rows else self._empty)
        if rows:
            at = next((n for n, row in enumerate(rows) if row.seq == seq), 0)
            self.table.selectRow(at)
        else:
            self.detail.show_entry(None)

    def _cells(self, row: AuditRow) -> list[Cell]:
        words, dates = self.context.translations.words, self.context.dates
        moment = dates.moment(from_text(row.at), self.context.desk.clock())
        subject = subject_text(words, row)
        if row.group_name and row.group_name != subject:
            subject = f"{subject} · {row.group_name}" if subject else row.group_name
        return [str(row.seq), moment, act_text(words, row), subject, row.operator]

    # ---- slots

    def _on_filter(self) -> None:
        if not self._filling:
            self._load()

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.detail.show_entry(self.model.record(current.row()).seq)

    def _open(self) -> None:
        self._split.open_detail()
        self.detail.setFocus()

    def _on_scrolled(self, value: int) -> None:
        bar = self.table.verticalScrollBar()
        if value < bar.maximum() or not self.model.rowCount():
            return
        last = self.model.record(self.model.rowCount() - 1).seq
        self.model.add_records(
            self.context.desk.audit.rows(self._filter(), before_seq=last, limit=_PAGE)
        )


def _place_of(text: str, language: str) -> str:
    """Return by what words stand in order: Chinese by how it is spoken."""
    if language != "zh":
        return text.casefold()
    from groupdesk.services.pinyin import sort_key  # noqa: PLC0415  # reads a table

    return sort_key(text)


def _date_field(parent: QWidget) -> QDateEdit:
    field = QDateEdit(_FIRST_DAY, parent)
    field.setMinimumDate(_FIRST_DAY)
    field.setCalendarPopup(True)
    return field
