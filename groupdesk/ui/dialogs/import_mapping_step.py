# SPDX-License-Identifier: MIT
"""The mapping step of an import: what each column of an unknown table holds."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.import_records import (
    REPEATABLE,
    DateOrder,
    ImportField,
    ImportFormat,
    Mapping,
    MappingOrigin,
    NeedsMapping,
)
from groupdesk.domain.text import visible
from groupdesk.services.imports.dates import DateReader, order_told
from groupdesk.services.imports.detect import ENCODINGS
from groupdesk.services.imports.fields import guess_columns, key_of, secret_columns
from groupdesk.services.imports.read import ReadOptions
from groupdesk.ui.dialogs.import_texts import ImportTexts
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel

_IDENTITY = frozenset(
    {
        *(ImportField.NAME, ImportField.FIRST_NAME, ImportField.LAST_NAME, ImportField.NICKNAME),
        *(ImportField.EXTERNAL_ID, ImportField.EMAIL, ImportField.HANDLE, ImportField.PHONE),
    }
)
_DATES = frozenset({ImportField.JOINED_AT, ImportField.LAST_ACTIVE})
_DELIMITERS = (",", ";", "\t", "|")
_HEADER_CHOICES = 10
_SAMPLES = 3
_FEW_EMPTY = 3
"""Fewer empty columns than this are simply shown."""


class MappingStep(QWidget):
    """Shows each column with sample values and a field; the guess is chosen already."""

    changed = Signal()
    """Another field was chosen: `missing` may be another."""
    reread = Signal(ReadOptions)
    """The file is to be read in another way."""

    def __init__(self, texts: ImportTexts, parent: QWidget | None = None) -> None:
        """Start without a table."""
        super().__init__(parent)
        self._texts = texts
        self._needs: NeedsMapping | None = None
        self.encoding = QComboBox(self)
        self.delimiter = QComboBox(self)
        self.sheet = QComboBox(self)
        self.header = QComboBox(self)
        self.date_order = QComboBox(self)
        self._fields = {
            "encoding": FormField("", self.encoding, self),
            "delimiter": FormField("", self.delimiter, self),
            "sheet": FormField("", self.sheet, self),
            "header": FormField("", self.header, self),
            "date_order": FormField("", self.date_order, self),
        }
        self.combos: list[QComboBox] = []
        self.empty_button = button("", "link", parent=self)
        self._hidden = 0
        self._rows: list[tuple[QWidget, ...]] = []
        self._values: list[ElidedLabel] = []
        self._samples: Sequence[Sequence[str]] = ()
        self._intro = label(role="muted", wrap=True, parent=self)
        self._card = Card("card", self)
        self._grid_holder = QWidget(self._card)
        self._card.body.addWidget(self._grid_holder)
        row = QHBoxLayout()
        row.setSpacing(current_theme().size("space_m"))
        for field in self._fields.values():
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_m"))
        column.addWidget(self._intro)
        column.addLayout(row)
        column.addWidget(self._card)
        column.addStretch(1)
        for combo in (self.encoding, self.delimiter, self.sheet):
            combo.activated.connect(self._on_reading_changed)
        self.header.activated.connect(self._on_header_changed)
        self.date_order.activated.connect(self._on_field_changed)
        self.empty_button.clicked.connect(self._on_show_empty)
        self._translate()

    def show_table(self, needs: NeedsMapping) -> None:
        """Show a table and its guess."""
        self._needs = needs
        self._fill_reading(needs)
        self._fill_grid(needs.table.columns, needs.table.samples, needs.mapping.columns)
        self._translate()
        self.changed.emit()

    def set_texts(self, texts: ImportTexts) -> None:
        """Write in another language; what was chosen stays."""
        self._texts = texts
        if self._needs is None:
            return
        chosen = self._chosen()
        header, order = self.header.currentData(), self.date_order.currentData()
        self._fill_reading(self._needs)
        self.header.setCurrentIndex(max(0, self.header.findData(header)))
        self.date_order.setCurrentIndex(max(0, self.date_order.findData(order)))
        names, samples = self._columns()
        self._fill_grid(names, samples, chosen)

    @property
    def mapping(self) -> Mapping:
        """What was chosen. Raises ValueError before a table is shown."""
        if self._needs is None:
            raise ValueError("no table")
        order = self.date_order.currentData()
        return replace(
            self._needs.mapping,
            columns=self._chosen(),
            header_row=self.header.currentData(),
            date_order=DateOrder(order) if order else self._needs.mapping.date_order,
        )

    def missing(self) -> list[str]:
        """Return what has to be chosen before the list can be read."""
        chosen = [field for field in self._chosen() if field is not None]
        found = []
        if not _IDENTITY & set(chosen):
            found.append(self.tr("a column with a name, ID, e-mail, username or phone"))
        twice = [f for f in set(chosen) if f not in REPEATABLE and chosen.count(f) > 1]
        found += [
            self.tr("only one column for “{0}”").format(self._texts.field(field.value))
            for field in sorted(twice)
        ]
        if self._asks_order() and self.date_order.currentData() is None:
            found.append(self.tr("the order of day and month"))
        return found

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    # ---- building

    def _translate(self) -> None:
        captions = {
            "encoding": self.tr("&Encoding"),
            "delimiter": self.tr("C&olumns parted by"),
            "sheet": self.tr("&Sheet"),
            "header": self.tr("&Headings"),
            "date_order": self.tr("&Dates"),
        }
        for name, caption in captions.items():
            self._fields[name].set_caption(caption)
        origin = self._needs.origin if self._needs else MappingOrigin.GUESS
        if origin is MappingOrigin.KNOWN:
            said = self.tr(
                "GroupDesk knows this kind of list and has set its columns. What you change is"
                " remembered for the next one."
            )
        elif origin is MappingOrigin.REMEMBERED:
            said = self.tr(
                "The columns are set as you chose them for an earlier list of this kind. What you"
                " change is remembered for the next one."
            )
        else:
            said = self.tr(
                "GroupDesk does not know this kind of list. Say what each column holds; it is"
                " remembered for the next list with the same columns."
            )
        self._intro.setText(said)
        self._show_dates()
        self._name_empty_button()

    def _fill_reading(self, needs: NeedsMapping) -> None:
        texts = self._texts
        workbook = needs.format is ImportFormat.WORKBOOK
        pasted = needs.format is ImportFormat.PASTED
        self.encoding.clear()
        for code in dict.fromkeys((*ENCODINGS, needs.encoding) if needs.encoding else ENCODINGS):
            self.encoding.addItem(texts.encoding(code), code)
        self.encoding.setCurrentIndex(self.encoding.findData(needs.encoding))
        self._fields["encoding"].setVisible(not workbook and not pasted)
        self.delimiter.clear()
        names = (self.tr("comma"), self.tr("semicolon"), self.tr("tab"), self.tr("vertical bar"))
        for name, sign in zip(names, _DELIMITERS, strict=True):
            self.delimiter.addItem(name, sign)
        self.delimiter.setCurrentIndex(self.delimiter.findData(needs.mapping.delimiter))
        self._fields["delimiter"].setVisible(not workbook and not pasted)
        self.sheet.clear()
        for sheet in needs.sheets:
            shown = visible(sheet.name)
            self.sheet.addItem(
                self.tr("{0} (hidden)").format(shown) if sheet.hidden else shown, sheet.name
            )
        self.sheet.setCurrentIndex(self.sheet.findData(needs.mapping.sheet))
        self._fields["sheet"].setVisible(len(needs.sheets) > 1)
        self.header.clear()
        self.header.addItem(self.tr("none"), None)
        for at, row in enumerate(needs.table.first_lines[:_HEADER_CHOICES]):
            beginning = visible(" · ".join(cell for cell in row if cell.strip()))[:60]
            self.header.addItem(self.tr("row {0}: {1}").format(at + 1, beginning), at)
        self.header.setCurrentIndex(max(0, self.header.findData(needs.mapping.header_row)))
        self.header.setMinimumContentsLength(12)
        self.header.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.date_order.clear()
        if needs.dates_ambiguous:
            self.date_order.addItem(self.tr("choose…"), None)
        elif needs.mapping.date_order is None:
            self.date_order.addItem(self.tr("as the list tells"), None)
        for order in DateOrder:
            self.date_order.addItem(texts.date_order(order.value), order)
        self.date_order.setCurrentIndex(max(0, self.date_order.findData(needs.mapping.date_order)))

    def _fill_grid(
        self,
        names: Sequence[str],
        samples: Sequence[Sequence[str]],
        chosen: Sequence[ImportField | None],
    ) -> None:
        old = self._grid_holder
        self._grid_holder = QWidget(self._card)
        self._card.body.replaceWidget(old, self._grid_holder)
        old.hide()
        old.deleteLater()
        theme = current_theme()
        grid = QGridLayout(self._grid_holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.size("space_m"))
        grid.setVerticalSpacing(theme.size("space_s"))
        for column, stretch in enumerate((3, 5, 4)):
            grid.setColumnStretch(column, stretch)
        heads = (self.tr("Column"), self.tr("Values in it"), self.tr("Holds"))
        for column, head in enumerate(heads):
            grid.addWidget(SectionLabel(head, self._grid_holder), 0, column)
        self.combos, self._rows, self._values, self._samples = [], [], [], samples
        secret = secret_columns([names])
        keys = [key_of(name) for name in names]
        for at, name in enumerate(names):
            shown = visible(name) or self.tr("Column {0}").format(at + 1)
            if name.strip() and keys.count(keys[at]) > 1:
                shown = self.tr("{0} (column {1})").format(shown, at + 1)
            combo = self._combo(chosen[at] if at < len(chosen) else None)
            combo.setAccessibleName(self.tr("{0} holds").format(shown))
            caption = ElidedLabel(shown, "strong", self._grid_holder)
            values = ElidedLabel("", "muted", self._grid_holder)
            if at in secret:
                combo.setItemText(0, self.tr("– never kept –"))
                combo.setEnabled(False)
            for column, widget in enumerate((caption, values, combo)):
                grid.addWidget(widget, at + 1, column)
            self.combos.append(combo)
            self._values.append(values)
            self._rows.append((caption, values, combo))
        left = Qt.AlignmentFlag.AlignLeft
        grid.addWidget(self.empty_button, len(names) + 1, 0, 1, 3, left)
        self._show_values()
        self._show_empty(all_of_them=False)
        self._grid_holder.show()

    def _show_values(self) -> None:
        """Write what the columns hold; beside a date how it is read."""
        dates = self._dates()
        for at, field in enumerate(self._chosen()):
            samples = self._samples[at][:_SAMPLES] if at < len(self._samples) else ()
            said = " · ".join(samples)
            if field in _DATES and samples:
                moment = dates.read(samples[0])
                said = self._texts.date_read(samples[0], moment)
            self._values[at].setText(visible(said))
            self.combos[at].setAccessibleDescription(visible(said))

    def _show_dates(self) -> None:
        """Ask for the order of day and month where the chosen columns leave it open."""
        if self._needs is None:
            return
        sample = self._needs.date_sample if self._asks_order() else ""
        if not sample:
            chosen = [at for at, field in enumerate(self._chosen()) if field in _DATES]
            values = [v for at in chosen if at < len(self._samples) for v in self._samples[at]]
            _order, sample = order_told(values)
        self._fields["date_order"].setVisible(bool(sample))
        if self.date_order.currentData() is not None:
            hint = self._texts.date_read(sample, self._dates().read(sample))
        else:
            hint = self.tr("How is {0} meant?").format(sample)
        self._fields["date_order"].set_hint(hint if sample else "")

    def _dates(self) -> DateReader:
        order = self.date_order.currentData()
        return DateReader(DateOrder(order) if order else None, None)

    def _empty(self) -> list[int]:
        """Return the columns that hold nothing and for which nothing is chosen."""
        return [
            at
            for at, field in enumerate(self._chosen())
            if field is None
            and not (at < len(self._samples) and self._samples[at])
            and self.combos[at].isEnabled()
        ]

    def _show_empty(self, *, all_of_them: bool) -> None:
        hidden = set() if all_of_them else set(self._empty())
        if len(hidden) < _FEW_EMPTY:
            hidden = set()
        for at, widgets in enumerate(self._rows):
            for widget in widgets:
                widget.setVisible(at not in hidden)
        self._hidden = len(hidden)
        self._name_empty_button()

    def _name_empty_button(self) -> None:
        self.empty_button.setVisible(self._hidden > 0)
        self.empty_button.setText(self.tr("Show %n empty column(s)", "", self._hidden))

    def _combo(self, chosen: ImportField | None) -> QComboBox:
        combo = QComboBox(self._grid_holder)
        combo.addItem(self.tr("– leave out –"), None)
        for field in ImportField:
            combo.addItem(self._texts.field(field.value), field)
        combo.setCurrentIndex(0 if chosen is None else combo.findData(chosen))
        combo.currentIndexChanged.connect(self._on_field_changed)
        return combo

    def _chosen(self) -> tuple[ImportField | None, ...]:
        # Qt hands out a StrEnum as plain text
        found = (combo.currentData() for combo in self.combos)
        return tuple(None if one is None else ImportField(one) for one in found)

    def _asks_order(self) -> bool:
        return (
            self._needs is not None
            and self._needs.dates_ambiguous
            and bool(_DATES & {field for field in self._chosen() if field is not None})
        )

    def _columns(self) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """Return names and samples of the columns with the headings chosen now."""
        if self._needs is None:
            return (), ()
        table, row = self._needs.table, self.header.currentData()
        if row == self._needs.mapping.header_row:
            return table.columns, table.samples
        width = len(table.columns) if row is None else len(table.first_lines[row])
        start = 0 if row is None else row + 1
        names = ("",) * width if row is None else table.first_lines[row]
        data = [line for line in table.first_lines[start:] if len(line) == width]
        samples = tuple(
            tuple(dict.fromkeys(line[at].strip() for line in data if line[at].strip()))
            for at in range(width)
        )
        return names, samples

    # ---- slots

    def _on_field_changed(self) -> None:
        self._show_values()
        self._show_dates()
        self.changed.emit()

    def _on_show_empty(self) -> None:
        first = self._empty()[0]
        self._show_empty(all_of_them=True)
        self.combos[first].setFocus()

    def _on_header_changed(self) -> None:
        names, samples = self._columns()
        self._fill_grid(names, samples, guess_columns(names, samples))
        self._show_dates()
        self.changed.emit()

    def _on_reading_changed(self) -> None:
        self.reread.emit(
            ReadOptions(
                encoding=self.encoding.currentData() or None,
                delimiter=self.delimiter.currentData() or None,
                sheet=self.sheet.currentData() or None,
            )
        )
