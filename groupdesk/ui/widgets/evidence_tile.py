# SPDX-License-Identifier: MIT
"""One screenshot of an evidence area: its caption can be written, its place changed."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from groupdesk.domain.records import EvidenceRecord
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.thumbnail import Thumbnail

_MOST_CAPTION = 300


class EvidenceTile(Thumbnail):
    """Enter or a double click opens, F2 or a click on the line below edits the caption.

    Alt+Left and Alt+Right or dragging move it, Delete takes it out.
    """

    caption_edited = Signal(str)
    step_requested = Signal(int)
    """One place back (-1) or on (1)."""
    dragged = Signal(QPoint)
    """The pointer while the tile is dragged, in global coordinates."""

    def __init__(self, record: EvidenceRecord, parent: QWidget | None = None) -> None:
        """Stand for `record`; the picture comes later."""
        super().__init__(record.caption or record.file_name, parent, removable=True)
        self.record = record
        self._own = record.caption
        self._pressed: QPointF | None = None
        self._moving = False
        self._editor = _CaptionEditor(self)
        self._editor.setMaxLength(_MOST_CAPTION)
        self._editor.hide()
        self._editor.committed.connect(self._commit)
        self._translate_own()

    @property
    def own_caption(self) -> str:
        """The caption that was written, empty when none was; one being written counts, too."""
        return self._editor.text().strip() if self._editor.isVisibleTo(self) else self._own

    def edit_caption(self) -> None:
        """Let the caption be written."""
        self._editor.setText(self._own)
        self._place_editor()
        self._editor.show()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._editor.selectAll()

    # ---- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_editor()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            self._moving = False
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = (event.position() - self._pressed).manhattanLength()
        if self._moving or way >= QApplication.startDragDistance():
            self._moving = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        on_caption = event.position().y() > current_theme().size("thumbnail_height")
        if pressed is not None and not self._moving and on_caption:
            self.edit_caption()
        self._moving = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.position().y() <= current_theme().size("thumbnail_height"):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() == Qt.Key.Key_F2:
            self.edit_caption()
        elif alt and event.key() in steps:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            step = steps[Qt.Key(event.key())]
            self.step_requested.emit(-step if mirrored else step)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_own()

    # ---- inside

    def _commit(self, text: str) -> None:
        self._own = text.strip()
        self.set_caption(self._own or self.record.file_name)
        self.caption_edited.emit(self._own)

    def _place_editor(self) -> None:
        height = self._editor.sizeHint().height()
        self._editor.setGeometry(0, self.height() - height, self.width(), height)

    def _translate_own(self) -> None:
        self.setAccessibleDescription(
            self.tr(
                "Enter shows it large, F2 edits the caption, Alt+Left and Alt+Right move it,"
                " Delete takes it out."
            )
        )
        self._editor.setAccessibleName(self.tr("Caption"))
        self._editor.setPlaceholderText(self.tr("Caption"))


class _CaptionEditor(QLineEdit):
    """Enter and leaving keep what was written, Esc does not."""

    committed = Signal(str)

    def __init__(self, tile: EvidenceTile) -> None:
        super().__init__(tile)
        self._tile = tile

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._leave(keep=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._leave(keep=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.isVisible() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._leave(keep=True, focus=False)

    def _leave(self, *, keep: bool, focus: bool = True) -> None:
        text = self.text()
        self.hide()
        if keep:
            self.committed.emit(text)
        if focus:
            self._tile.setFocus(Qt.FocusReason.OtherFocusReason)
