# SPDX-License-Identifier: MIT
"""The step of an import that asks which of several groups in one file is meant."""

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QVBoxLayout, QWidget

from groupdesk.domain.import_records import GroupChoice, ImportFormat, NeedsGroup
from groupdesk.ui.item_delegates import CellDelegate
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.record_table import RecordTable
from groupdesk.words import Words


class GroupStep(QWidget):
    """A table of the groups, one of them chosen."""

    changed = Signal()
    """Another group is chosen."""
    opened = Signal()
    """The chosen group is to be read, by Enter or a double click."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Start without groups."""
        super().__init__(parent)
        self._words = words
        self._needs: NeedsGroup | None = None
        self.text = label(role="secondary", wrap=True, parent=self)
        self.table = RecordTable(self)
        self.table.setProperty("framed", True)  # noqa: FBT003 — Qt's signature
        self.model: RecordModel[GroupChoice] = RecordModel(self._cells, self)
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setItemDelegateForColumn(0, CellDelegate(self.table, "text"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_m"))
        column.addWidget(self.text)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self.table.opened.connect(self._on_opened)
        self._translate()

    @property
    def file_name(self) -> str:
        """The name of the file with the groups."""
        return self._needs.file_name if self._needs else ""

    @property
    def place(self) -> int | None:
        """The place of the chosen group in the file, None while none is chosen."""
        rows = self.table.selectionModel().selectedRows()
        return rows[0].row() if rows else None

    def show_groups(self, needs: NeedsGroup, like: str) -> None:
        """Show the groups of a file; the one called `like` is chosen if there is just one."""
        self._needs = needs
        self._translate()
        same = [at for at, one in enumerate(needs.groups) if one.name.strip() == like.strip()]
        if len(same) == 1:
            self.table.selectRow(same[0])
            self.table.scrollTo(self.model.index(same[0], 0))

    def set_words(self, words: Words) -> None:
        """Write in another language; the choice stays."""
        self._words = words
        place = self.place
        self._translate()
        if place is not None:
            self.table.selectRow(place)

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.set_words(self._words)
        super().changeEvent(event)

    def _on_selection(self) -> None:
        self.changed.emit()

    def _on_opened(self, index: QModelIndex) -> None:
        self.table.selectRow(index.row())  # the keyboard may stand on a row that is not selected
        self.opened.emit()

    def _cells(self, group: GroupChoice) -> tuple[Cell, ...]:
        kind = self._words(f"import_format.{group.format.value}")
        name = group.name or self.tr("(no name)")
        if group.format is ImportFormat.TELEGRAM_CONTACTS:
            name = self.tr("Contacts")
        return (name, kind, f"{group.count:,}")

    def _translate(self) -> None:
        self.text.setText(
            self.tr("This file holds several groups. Choose the one whose people are meant.")
        )
        self.table.setAccessibleName(self.tr("Groups in the file"))
        heads = (self.tr("Group"), self.tr("Source"), self.tr("People"))
        self.model.show_records(heads, self._needs.groups if self._needs else ())
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        row = current_theme().size("row")
        for section, width in ((1, 7 * row), (2, 3 * row)):
            header.resizeSection(section, width)
