# SPDX-License-Identifier: MIT
"""The lists that a group was given: when, what each changed, how large the group was, and undo."""

from PySide6.QtCore import QEvent, QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.departures import ListLine, ListRecord
from groupdesk.domain.enums import Action, Topic
from groupdesk.domain.import_preview import LineKind
from groupdesk.domain.records import GroupRecord
from groupdesk.domain.text import visible
from groupdesk.services.imports.history import LIST_KINDS
from groupdesk.ui.act_words import called
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.import_texts import ImportTexts
from groupdesk.ui.dialogs.undo_import_dialog import UndoImportDialog
from groupdesk.ui.item_delegates import CellDelegate
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.refusals import refuse, why_not
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.record_table import RecordTable
from groupdesk.ui.widgets.section_label import SectionLabel
from groupdesk.ui.widgets.size_chart import SizeChart

_PAGE = 500
_LISTS_SHOWN = 4  # rows of the upper table; more are scrolled to
_NUMBERS = ("new", "changed", "left", "rejected")


class ListsDialog(DialogFrame):
    """Lists above, what the chosen one did below."""

    def __init__(
        self, context: UiContext, group: GroupRecord, parent: QWidget | None = None
    ) -> None:
        """Show the lists of `group`."""
        super().__init__(parent, side=False)
        self._context = context
        self._group = group
        self._chart_head = SectionLabel(parent=self)
        self.chart = SizeChart(self)
        self.model: RecordModel[ListRecord] = RecordModel(self._cells, self)
        self.table = RecordTable(self)
        self.table.setProperty("framed", True)  # noqa: FBT003 — Qt's signature
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.table, "text"))
        self.said = label(role="muted", parent=self, wrap=True, selectable=True)
        self.chips = ChipRow("", parent=self)
        self.line_model: RecordModel[ListLine] = RecordModel(self._line_cells, self)
        self.lines = RecordTable(self)
        self.lines.setProperty("framed", True)  # noqa: FBT003
        self.lines.setModel(self.line_model)
        self.lines.setItemDelegate(CellDelegate(self.lines, "text"))
        self.more = button("", "link", parent=self)
        self.undo = self.add_left(button("", icon_name="undo-2", parent=self))
        self.add_cancel(closes=True)
        self.main_button.hide()
        self._build()
        self._connect()
        self._translate_dialog()
        self._load()
        self.resize(960, 760)
        self.table.setFocus()

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()
            self._load()

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        row = theme.size("row")
        self.table.setFixedHeight((_LISTS_SHOWN + 1) * row)
        head = QHBoxLayout()
        head.addWidget(self.chips, 1)
        for part in (self._chart_head, self.chart, self.table, self.said):
            self.form.addWidget(part)
        self.form.addLayout(head)
        self.form.addWidget(self.lines, 1)
        self.form.addWidget(self.more)
        self.lines.setMinimumHeight(3 * row)

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._on_list)
        self.chips.chosen.connect(lambda _key: self._show_lines())
        self.lines.opened.connect(self._on_line)
        self.more.clicked.connect(self._more_lines)
        self.undo.clicked.connect(self._undo)
        self._context.events.changed.connect(self._on_changed)

    def _translate_dialog(self) -> None:
        self.set_head(
            self.tr("Member lists of {0}").format(visible(self._group.name)),
            self.tr("What each imported list changed. The latest can be undone first."),
            sign="history",
        )
        self._chart_head.setText(self.tr("Members after each list"))
        self.table.setAccessibleName(self.tr("Imported lists"))
        self.lines.setAccessibleName(self.tr("What the list changed"))
        self.chips.setAccessibleName(self.tr("Kinds of changes"))
        self.undo.setText(self.tr("&Undo this import…"))
        self.more.setText(self.tr("Show &more"))

    # ---- lists

    def _load(self, row: int = 0) -> None:
        lists = self._context.desk.lists.of_group(self._group.id)
        heads = (
            self.tr("Date"), self.tr("File"), self.tr("New"), self.tr("Changed"),
            self.tr("Left"), self.tr("Rejected"), self.tr("By"), "",
        )  # fmt: skip
        self.model.show_records(heads, lists)
        header = self.table.horizontalHeader()
        for column, width in enumerate((150, 0, 64, 80, 64, 80, 96, 84)):
            mode = QHeaderView.ResizeMode.Interactive if width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
            if width:
                self.table.setColumnWidth(column, width * current_theme().size("row") // 38)
        self._show_chart()
        for part in (self.chips, self.lines, self._chart_head, self.chart, self.table):
            part.setVisible(bool(lists))
        if lists:
            self.table.selectRow(min(row, len(lists) - 1))
        self._show_list()

    def _show_chart(self) -> None:
        dates, now = self._context.dates, self._context.desk.clock()
        points = []
        for size in self._context.desk.lists.sizes(self._group.id):
            at = from_text(size.at)
            day = dates.day(at.astimezone(now.tzinfo).date(), now.date())
            points.append((at, size.members, day))
        self.chart.set_points(self._chart_head.text(), points)

    def _cells(self, record: ListRecord) -> tuple[Cell, ...]:
        dates, now = self._context.dates, self._context.desk.clock()
        numbers = (f"{n:,}" if (n := getattr(record, name)) else "–" for name in _NUMBERS)
        return (
            dates.moment(from_text(record.taken_at), now),
            record.file_name,
            *numbers,
            record.operator,
            self.tr("undone") if record.undone_at else "",
        )

    def _current(self) -> ListRecord | None:
        row = self.table.currentIndex().row()
        return self.model.record(row) if 0 <= row < len(self.model.records) else None

    def _show_list(self) -> None:
        record = self._current()
        words = self._context.translations.words
        refused = why_not(self._context, Action.IMPORT_UNDO) or self._context.acts.group_refusal
        refuse(self.undo, refused)
        if record is None or record.undone_at:
            self.undo.setEnabled(False)
        if record is None:
            self.said.setText(self.tr("No list was imported into this group yet."))
            self.line_model.show_records((), ())
            self.more.hide()
            return
        parts = [visible(record.file_name)]
        if f"import_format.{record.format}" in words:
            parts.append(words(f"import_format.{record.format}"))
        parts.append(self.tr("%n row(s) brought nothing new", "", record.unchanged))
        said = " · ".join(parts)
        if record.undone_at:
            when = self._context.dates.moment(
                from_text(record.undone_at), self._context.desk.clock()
            )
            undone = self.tr("Undone {0} by {1}: {2}")
            said += "\n" + undone.format(when, record.undone_by, visible(record.undo_reason))
        self.said.setText(said)
        counts = {LineKind.NEW: record.new, LineKind.CHANGED: record.changed}
        counts[LineKind.LEFT] = record.left
        texts = self._texts()
        self.chips.set_chips([Chip(k.value, texts.kind(k), counts[k]) for k in LIST_KINDS])
        for kind in LIST_KINDS:
            self.chips.button(kind.value).setEnabled(counts[kind] > 0)
        first = next((kind for kind in LIST_KINDS if counts[kind]), LineKind.NEW)
        self.chips.set_current(first.value)
        self._show_lines()

    # ---- lines

    def _texts(self) -> ImportTexts:
        context = self._context
        return ImportTexts(context.translations.words, context.dates, context.desk.clock())

    def _kind(self) -> LineKind:
        return LineKind(self.chips.current or LineKind.NEW.value)

    def _show_lines(self) -> None:
        record = self._current()
        if record is None:
            return
        heads = (self.tr("Member"), self.tr("What the list changed"))
        self.line_model.show_records(heads, self._page(record, 0))
        header = self.lines.horizontalHeader()
        self.lines.setColumnWidth(0, 230 * current_theme().size("row") // 38)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._show_more(record)

    def _more_lines(self) -> None:
        record = self._current()
        if record is not None:
            self.line_model.add_records(self._page(record, len(self.line_model.records)))
            self._show_more(record)

    def _page(self, record: ListRecord, start: int) -> tuple[ListLine, ...]:
        return self._context.desk.lists.lines(record.id, self._kind(), start, _PAGE)

    def _show_more(self, record: ListRecord) -> None:
        shown = len(self.line_model.records)
        self.more.setVisible(shown > 0 and shown % _PAGE == 0 and shown < _of(record, self._kind()))

    def _line_cells(self, line: ListLine) -> tuple[Cell, ...]:
        texts = self._texts()
        name = called(self._context.translations.words, line.name, line.nickname)
        if line.how is not None:
            return name, texts.departure(line.how, line.case_number)
        make = texts.told if self._kind() is LineKind.NEW else texts.change
        return name, " · ".join(map(make, line.changes))

    # ---- slots

    def _on_list(self, current: QModelIndex) -> None:
        if current.isValid():
            self._show_list()

    def _on_line(self, index: QModelIndex) -> None:
        member = self.line_model.record(index.row()).membership_id
        record = self._current()
        if record is None or (record.undone_at and self._kind() is LineKind.NEW):
            return  # whoever was withdrawn stands in no list of members
        self.accept()
        self._context.go_to(self._group.id, member)

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if Topic.MEMBERS in topics:
            self._load(max(0, self.table.currentIndex().row()))

    def _undo(self) -> None:
        record = self._current()
        if record is not None:
            UndoImportDialog(self._context, self._group, record, self).open()


def _of(record: ListRecord, kind: LineKind) -> int:
    return int(getattr(record, kind.value))
