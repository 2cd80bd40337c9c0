# SPDX-License-Identifier: MIT
"""The table of all lists: rows of one height, whole rows selected, fast with a million rows."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from groupdesk.ui.theme import current_theme

_Index = QModelIndex | QPersistentModelIndex


class RecordTable(QTableView):
    """A read-only table; Enter or a double click opens the row."""

    opened = Signal(QModelIndex)
    pointed = Signal(QModelIndex)
    """A row was clicked with no key held: with Ctrl or Shift, several are being chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a model."""
        super().__init__(parent)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(current_theme().size("row"))
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self.opened)
        self._with_key = False
        self.clicked.connect(self._on_clicked)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model.

        The header gets an empty selection of its own: with the table's it asks each cell of a
        selection for its flags, 9 s after Ctrl+A in a million rows.
        """
        super().setModel(model)
        header = self.horizontalHeader()
        if model is not None:
            header.setSelectionModel(QItemSelectionModel(model, header))

    def selectRow(self, row: int) -> None:
        """Choose this row alone, whatever keys are held.

        Qt's own asks the keyboard: while Ctrl is still down after Ctrl+Enter it would take a row
        that is chosen out again.
        """
        index = self.model().index(row, 0)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._with_key = event.modifiers() != Qt.KeyboardModifier.NoModifier
        super().mouseReleaseEvent(event)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Draw both rows whole: Qt draws one cell, the frame goes round all of them."""
        super().currentChanged(current, previous)
        for index in (previous, current):
            if index.isValid():
                row = self.visualRect(index)
                self.viewport().update(0, row.y(), self.viewport().width(), row.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.opened.emit(index)
            return
        super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        if not self._with_key:
            self.pointed.emit(index)
