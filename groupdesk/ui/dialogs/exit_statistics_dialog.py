# SPDX-License-Identifier: MIT
"""Why people leave, when, and how long they stayed: small charts, and the same as a table."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QEvent, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDateEdit, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.enums import Action, Language, Topic
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.exit_statistics import Count, whole
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import visible
from groupdesk.services.exit_statistics import ExitFigures, table
from groupdesk.ui.context import UiContext
from groupdesk.ui.file_names import file_name
from groupdesk.ui.item_delegates import CellDelegate
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.refusals import refuse, role_refusal
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.bars import Bars
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.month_columns import MonthColumns
from groupdesk.ui.widgets.record_table import RecordTable
from groupdesk.ui.widgets.section_label import SectionLabel

_WAIT = 300  # ms after the last change of a day
_MOST_MONTHS = 18  # bars; of a longer time each year has one
_CHARTS = ("why", "stay", "month")


class ExitStatisticsDialog(DialogFrame):
    """Asks which groups and which time; what is shown can be saved and printed."""

    def __init__(
        self, context: UiContext, group_id: int = 0, parent: QWidget | None = None
    ) -> None:
        """Show the last twelve months of a group, or of all groups for 0."""
        super().__init__(parent, side=False)
        self._context = context
        self._asked = 0
        self.figures: ExitFigures | None = None
        today = context.desk.clock().date()
        self.group: ChoiceBox[int] = ChoiceBox(self)
        self.since = QDateEdit(QDate(today.year, today.month, 1).addMonths(-11), self)
        self.until = QDateEdit(QDate(today.year, today.month, today.day), self)
        self.fields = {
            "group": FormField("", self.group, self),
            "since": FormField("", self.since, self),
            "until": FormField("", self.until, self),
        }
        self.periods = ChipRow("", parent=self)
        self.short = label(role="section", parent=self, wrap=True)
        self.notes = label(role="secondary", parent=self, wrap=True)
        self._heads = {key: SectionLabel(parent=self) for key in _CHARTS}
        self.charts = {key: Bars(self) for key in ("why", "stay")}
        self.columns = MonthColumns(self)
        self.model: RecordModel[list[object]] = RecordModel(self._cells, self)
        self.table = RecordTable(self)
        self.save_button = button("", icon_name="download", parent=self)
        self._later = QTimer(self, singleShot=True, interval=_WAIT)
        self._build()
        self._say()
        self.group.choose(group_id)
        self._connect()
        self.resize(1000, 760)
        self.group.setFocus()
        self._load()

    @property
    def period(self) -> tuple[date, date]:
        """The first and the last day that are chosen."""
        return _day(self.since), _day(self.until)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < current_theme().size("narrow")
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._side_by_side.setDirection(way)

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        row = QHBoxLayout()
        row.setSpacing(theme.size("space_m"))
        for key, share in (("group", 2), ("since", 1), ("until", 1)):
            row.addWidget(self.fields[key], share, Qt.AlignmentFlag.AlignTop)
        for field in (self.since, self.until):
            field.setCalendarPopup(True)
        self._side_by_side = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._side_by_side.setSpacing(2 * theme.size("space_l"))
        for key, chart in self.charts.items():
            column = QVBoxLayout()
            column.setSpacing(theme.size("space_s"))
            for part in (self._heads[key], chart):
                column.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
            column.addStretch(1)
            self._side_by_side.addLayout(column, 1)
        self.table.setProperty("framed", True)  # noqa: FBT003 — Qt's signature
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.table, "text"))
        self.table.setMinimumHeight(6 * theme.size("row"))
        self.form.addLayout(row)
        self.form.addWidget(self.periods)
        self.form.addWidget(self.short)
        self.form.addLayout(self._side_by_side)
        self.form.addWidget(self._heads["month"])
        self.form.addWidget(self.columns)
        self.form.addWidget(self.notes)
        self.form.addWidget(self.table, 1)
        self.add_left(self.save_button)
        self.add_cancel(closes=True)

    def _connect(self) -> None:
        self.group.chosen.connect(self._load)
        for day in (self.since, self.until):
            day.dateChanged.connect(self._on_day)
        self._later.timeout.connect(self._load)
        self.periods.chosen.connect(self._take_period)
        self.save_button.clicked.connect(self._choose_file)
        self.main_requested.connect(self._print)
        self._context.events.changed.connect(self._on_changed)

    def _say(self) -> None:
        self.set_head(
            self.tr("Why people leave"),
            self.tr("Who left by themselves; removals and bots are not counted."),
            sign="door-open",
        )
        self.fields["group"].set_caption(self.tr("&Group"))
        self.fields["since"].set_caption(self.tr("&From"))
        self.fields["until"].set_caption(self.tr("&To"))
        for field in (self.since, self.until):
            field.setDisplayFormat(self.tr("d MMM yyyy"))
        groups = self._context.desk.groups
        self.group.set_choices(
            [
                (self.tr("All groups"), 0),
                *((visible(one.name), one.id) for one in (*groups.all(), *groups.archived())),
            ]
        )
        self.periods.setAccessibleName(self.tr("Time"))
        self.periods.set_chips(
            [
                Chip("months", self.tr("Last 12 months")),
                Chip("year", self.tr("This year")),
                Chip("before", self.tr("Last year")),
                Chip("all", self.tr("From the beginning")),
                Chip("own", self.tr("Other dates")),
            ]
        )
        heads = (self.tr("Why"), self.tr("How long they stayed"), self.tr("When"))
        for key, head in zip(_CHARTS, heads, strict=True):
            self._heads[key].setText(head)
        self.table.setAccessibleName(self.tr("The same numbers as a table"))
        self.save_button.setText(self.tr("&Save the numbers…"))
        self.set_main(self.tr("Show for print…"), "printer")

    # ---- what is asked

    def _on_day(self) -> None:
        self.periods.set_current("own")
        self._later.start()

    def _take_period(self, key: str) -> None:
        if key == "own":
            return
        today = self._context.desk.clock().date()
        first, last = today.replace(month=1, day=1), today
        if key == "months":
            month = QDate(today.year, today.month, 1).addMonths(-11)
            first = date(month.year(), month.month(), 1)
        elif key == "before":
            first, last = date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
        elif key == "all":
            numbers = self._context.desk.leaving.exit_statistics
            first = numbers.first_day(self.group.value) or first
        for field, day in ((self.since, first), (self.until, last)):
            field.setDate(QDate(day.year, day.month, day.day))
        self.periods.set_current(key)
        self._load()

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if topics & {Topic.MEMBERS, Topic.REQUESTS, Topic.GROUPS}:
            self._load()

    def _load(self) -> None:
        self._later.stop()
        self._asked += 1
        asked, numbers = self._asked, self._context.desk.leaving.exit_statistics
        group, (since, until) = self.group.value, self.period
        self.fields["until"].clear_error()

        def show(figures: ExitFigures) -> None:
            if asked == self._asked:
                self.figures = figures
                self._show()

        def fail(error: Exception) -> None:
            if asked != self._asked:
                return
            text = self._context.error_text(error)
            if isinstance(error, ValidationError):
                self.figures = None
                self.fields["until"].set_error(text, focus=False)
                self.set_missing([self.tr("a time that can be")])
                self._show_parts(on=False)
                self.short.clear()
            else:
                self.banner.show_message(text, "danger")

        self._context.runner.run(
            self, lambda: numbers.of(group, since, until), show, fail, pool="files"
        )

    # ---- what is shown

    def _show(self) -> None:
        figures = self.figures
        if figures is None:
            return
        words, found = self._context.translations.words, figures.statistics
        self.set_missing([])
        self.short.setText(self._in_short(figures))
        self._bars("why", {words(why.word): n for why, n in found.whys.items()})
        times = [(name, count.exits) for name, count in self._by_time(found.months).items()]
        self.columns.set_columns(self._heads["month"].text(), times)
        self._bars(
            "stay", {words(f"stay_range.{one.value}"): n for one, n in found.stays.ranges.items()}
        )
        notes = [
            words(f"exit_report.unknown_{name}", count=count)
            for name, count in (("joined", found.stays.unknown), ("day", found.day_unknown))
            if count
        ]
        self.notes.setText("\n".join(notes))
        heads = [words(f"exit_table.{key}") for key in ("what", "which", "exits", "persons")]
        self.model.show_records(heads, table(figures, words))
        self._show_parts(on=found.total.exits > 0)
        self.notes.setVisible(bool(notes))
        wide = current_theme().size("row")
        for column, rows in enumerate((5, 9, 3, 3)):
            self.table.setColumnWidth(column, rows * wide)
        self.table.horizontalHeader().setStretchLastSection(True)

    def _show_parts(self, *, on: bool) -> None:
        charts = (*self._heads.values(), *self.charts.values(), self.columns)
        for part in (*charts, self.notes, self.table):
            part.setVisible(on)
        words, operator = self._context.translations.words, self._context.desk.ledger.operator
        refuse(self.save_button, role_refusal(words, operator, Action.EXIT_NUMBERS))
        if self.figures is None:
            self.save_button.setEnabled(False)

    def _in_short(self, figures: ExitFigures) -> str:
        found = figures.statistics
        if not found.total.exits:
            return self._context.translations.words("exit_report.none")
        exits = self.tr("%n time(s) somebody left", "", found.total.exits)
        text = self.tr("{0}, %n person(s).", "", found.total.persons).format(exits)
        stays = found.stays
        if stays.median is None:
            return text
        lasted = self.tr("Half of them stayed no longer than %n day(s)", "", whole(stays.median))
        if stays.known == found.total.exits == 1:
            lasted = self.tr("It lasted %n day(s)", "", whole(stays.median))
        if stays.low is not None and stays.high is not None:
            lasted = self.tr("{0}; half of them between {1} and {2} days").format(
                lasted, whole(stays.low), whole(stays.high)
            )
        return self.tr("{0} {1}.").format(text, lasted)

    def _bars(self, key: str, counts: Mapping[str, Count]) -> None:
        bars = [(name, count.exits) for name, count in counts.items()]
        self.charts[key].set_bars(self._heads[key].text(), bars)

    def _by_time(self, months: Mapping[date, Count]) -> dict[str, Count]:
        if len(months) <= _MOST_MONTHS:
            return {f"{month:%Y-%m}": count for month, count in months.items()}
        years: dict[str, Count] = {}
        for month, count in months.items():
            year = str(month.year)
            years[year] = Count(years.get(year, Count()).exits + count.exits)
        return years

    def _cells(self, row: Sequence[object]) -> tuple[Cell, ...]:
        return tuple(
            f"{cell:,}" if isinstance(cell, int) else f"{cell:g}" if isinstance(cell, float)
            else str(cell)
            for cell in row
        )  # fmt: skip

    # ---- what leaves the house

    def _where(self) -> str:
        group = self.group.value
        if group and self.figures is not None:
            return self.figures.names.get(group, "")
        return self.tr("All groups")

    def _print(self) -> None:
        from groupdesk.ui.dialogs.exit_report_dialog import ExitReportDialog  # noqa: PLC0415

        ExitReportDialog(self._context, self.group.value, self._where(), self.period, self).open()

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the numbers"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setNameFilter(self.tr("Tables (*.csv)"))
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(documents))
        days = [day.isoformat() for day in self.period]
        title = self.tr("Exits {0} {1} to {2}").format(self._where(), *days)
        dialog.selectFile(file_name(title, "csv"))
        dialog.fileSelected.connect(lambda chosen: self.save_to(Path(chosen)))
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Write the numbers that are shown into a file."""
        figures, numbers = self.figures, self._context.desk.leaving.exit_statistics
        if figures is None:
            return
        operation = uuid.uuid4()
        language = Language(self._context.translations.language)
        self.set_busy(True)

        def saved(receipt: Receipt | None) -> None:
            self.set_busy(False)
            if receipt is not None:
                self._context.done(receipt)
            self.banner.show_message(self.tr("Saved as {0}.").format(visible(str(path))))

        def failed(error: Exception) -> None:
            self.set_busy(False)
            self.banner.show_message(self._context.error_text(error), "danger")

        self._context.runner.run(
            self, lambda: numbers.save(operation, figures, path, language), saved, failed
        )


def _day(field: QDateEdit) -> date:
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())
