# SPDX-License-Identifier: MIT
"""The pictures that earlier acts on a person used, to be used again without a second file."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.decision_enums import EvidenceKind
from groupdesk.domain.records import EvidenceRecord
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.icons import icon
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.evidence_thumbnail import shown_sha256, sign_of
from groupdesk.ui.widgets.labels import label

_RECORD = Qt.ItemDataRole.UserRole


class EarlierEvidence(QFrame):
    """A popup of pictures: a click or Enter takes one, arrow keys go between them, Esc closes."""

    chosen = Signal(object)
    """The EvidenceRecord that was picked."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        """Start without pictures."""
        super().__init__(parent, Qt.WindowType.Popup)
        self._context = context
        self.setProperty("surface", "card")
        theme = current_theme()
        self._head = label(role="secondary", parent=self, wrap=True)
        self._list = QListWidget(self)
        self._list.setViewMode(QListView.ViewMode.IconMode)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setMovement(QListView.Movement.Static)
        self._list.setEditTriggers(QListWidget.EditTrigger.NoEditTriggers)
        self._list.setIconSize(QSize(theme.size("thumbnail_width"), theme.size("thumbnail_height")))
        self._list.setSpacing(theme.size("space_xs"))
        self._list.setUniformItemSizes(True)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.itemClicked.connect(self._on_chosen)
        self._list.itemActivated.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.size("space_m"),) * 4)
        column.setSpacing(theme.size("space_s"))
        column.addWidget(self._head)
        column.addWidget(self._list)

    def show_records(
        self, records: Sequence[EvidenceRecord], taken: Collection[int], below: QWidget
    ) -> None:
        """Open under `below` with the pictures that are not among the ids `taken`."""
        theme = current_theme()
        self._head.setText(self.tr("Used before for this person. Choose one to use it again."))
        self._list.setAccessibleName(self.tr("Earlier evidence"))
        self._list.clear()
        for record in records:
            if record.id not in taken:
                self._add(record)
        width = 3 * (theme.size("thumbnail_width") + theme.size("space_xl"))
        rows = min(3, (self._list.count() + 2) // 3)
        height = rows * (theme.size("thumbnail_height") + 2 * theme.size("row"))
        self._list.setFixedSize(width, height)
        self.adjustSize()
        corner = below.mapToGlobal(QPoint(below.width() - self.width(), below.height() + 2))
        screen = below.screen().availableGeometry()
        left = min(max(corner.x(), screen.left()), screen.right() - self.width())
        above = below.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2
        top = corner.y() if corner.y() + self.height() < screen.bottom() else above
        self.move(left, max(screen.top(), top))
        self.show()
        self._list.setCurrentRow(0)
        self._list.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            item = self._list.currentItem()
            if item is not None:
                self._on_chosen(item)
            return
        super().keyPressEvent(event)

    def _add(self, record: EvidenceRecord) -> None:
        day = from_text(record.added_at).astimezone(self._context.desk.clock().tzinfo).date()
        today = self._context.desk.clock().date()
        name = visible(record.caption or record.file_name)
        item = QListWidgetItem(f"{name}\n{self._context.dates.day(day, today)}")
        item.setData(_RECORD, record)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        opened = record.kind is EvidenceKind.PICTURE
        item.setIcon(icon("image" if opened else sign_of(record), "muted"))
        theme = current_theme()
        item.setSizeHint(
            QSize(
                theme.size("thumbnail_width") + theme.size("space_m"),
                theme.size("thumbnail_height") + 2 * theme.line("body") + theme.size("space_m"),
            )
        )
        self._list.addItem(item)

        def show(picture: QPixmap) -> None:
            # The list may have been filled anew before the picture came.
            if not picture.isNull() and self._list.row(item) >= 0:
                item.setIcon(QIcon(picture))

        if opened:
            self._context.thumbnails.load(self, shown_sha256(record), show)

    def _on_chosen(self, item: QListWidgetItem) -> None:
        record = item.data(_RECORD)
        self._list.takeItem(self._list.row(item))
        if self._list.count() == 0:
            self.hide()
        self.chosen.emit(record)
