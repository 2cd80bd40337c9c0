# SPDX-License-Identifier: MIT
"""The table of an import's preview: each line can be ticked with the mouse or the space bar."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStyleOptionViewItem

from groupdesk.ui.item_delegates import CellDelegate, Index
from groupdesk.ui.item_models.import_lines import TICK
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.record_table import RecordTable


class TickDelegate(CellDelegate):
    """A check box in the middle of the cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        self.paint_ground(painter, option, index, theme)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        side = theme.size("indicator") + 2
        place = QRect(0, 0, side, side)
        place.moveCenter(option.rect.center())
        box = QStyleOptionButton()
        box.rect = place
        box.state = QStyle.StateFlag.State_Enabled
        on = Qt.CheckState(state) == Qt.CheckState.Checked
        box.state |= QStyle.StateFlag.State_On if on else QStyle.StateFlag.State_Off
        view = option.widget
        view.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, view
        )


class LinesTable(RecordTable):
    """Space and a click in the first column take a line in or leave it out."""

    toggled = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.toggled.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == TICK:
            self.toggled.emit(index.row())
