# SPDX-License-Identifier: MIT
"""One piece of evidence of an area: its caption can be written, its place changed."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.records import EvidenceRecord
from groupdesk.ui.theme import current_theme
from groupdesk.ui.thumbnails import Thumbnails
from groupdesk.ui.widgets.evidence_thumbnail import EvidenceThumbnail

_MOST_CAPTION = 300


class EvidenceTile(EvidenceThumbnail):
    """Enter or a double click opens, F2 or a click on the line below edits the caption.

    Alt+Left and Alt+Right or dragging move it, Delete takes it out, Ctrl+C copies the picture,
    Alt+Enter leads to what is known of it, the menu key or a right click to all of these.
    """

    caption_edited = Signal(str)
    step_requested = Signal(int)
    """One place back (-1) or on (1)."""
    dragged = Signal(QPoint)
    """The pointer while the tile is dragged, in global coordinates."""
    chosen = Signal()
    """The focus is on it."""
    copy_requested = Signal()
    details_requested = Signal()
    menu_requested = Signal(QPoint)
    """Where the menu is to open, in global coordinates."""

    def __init__(
        self,
        thumbnails: Thumbnails,
        record: EvidenceRecord | None = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Stand for `record`, or for the file `name` that is on its way in."""
        super().__init__(thumbnails, None, parent, removable=True)
        self._use: EvidenceUse | None = None
        self._pressed: QPointF | None = None
        self._moving = False
        self._editor: _CaptionEditor | None = None
        self.set_caption(name)
        self.set_sign("hourglass")
        if record is not None:
            self.take(record)
        self._translate_own()

    @property
    def record(self) -> EvidenceRecord | None:
        """What it stands for; None while that is on its way in."""
        return self._record

    @property
    def use(self) -> EvidenceUse | None:
        """What is said of it here; a caption that is being written counts, too."""
        if self._use is None:
            return None
        return replace(self._use, caption=self.own_caption)

    @property
    def own_caption(self) -> str:
        """The caption that was written, empty when none was."""
        if self._editor is not None and self._editor.isVisibleTo(self):
            return self._editor.text().strip()
        return "" if self._use is None else self._use.caption

    def take(self, record: EvidenceRecord) -> None:
        """Stand for this from now on; what was said of it where it was used is said here, too."""
        self.set_sign("image")
        self.show_record(record)
        self._use = EvidenceUse(
            record.id,
            caption=record.caption,
            quoted_text=record.quoted_text,
            origin=record.origin,
            taken_at=record.taken_at,
        )

    def show_record(self, record: EvidenceRecord) -> None:
        super().show_record(record)
        if self._use is not None:  # a redacted copy was made: what is said here stays
            self.set_caption(self._use.caption or record.file_name)

    def say(self, origin: str, taken_at: str, quoted_text: str) -> None:
        """Keep where it is from, when it was taken and what it shows in words."""
        if self._use is not None:
            self._use = replace(
                self._use, origin=origin, taken_at=taken_at, quoted_text=quoted_text
            )

    def edit_caption(self) -> None:
        """Let the caption be written."""
        if self._use is None:
            return
        if self._editor is None:
            self._editor = _CaptionEditor(self)
            self._editor.setMaxLength(_MOST_CAPTION)
            self._editor.committed.connect(self._commit)
            self._name_editor()
        self._editor.setText(self._use.caption)
        self._place_editor()
        self._editor.show()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._editor.selectAll()

    # ---- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_editor()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.mapToGlobal(self.rect().center())
        self.menu_requested.emit(at)

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
        elif alt and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.details_requested.emit()
        elif alt and event.key() in steps:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            step = steps[Qt.Key(event.key())]
            self.step_requested.emit(-step if mirrored else step)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_own()

    # ---- inside

    def _commit(self, text: str) -> None:
        if self._use is None or self.record is None:
            return
        self._use = replace(self._use, caption=text.strip())
        self.set_caption(self._use.caption or self.record.file_name)
        self.caption_edited.emit(self._use.caption)

    def _place_editor(self) -> None:
        if self._editor is not None:
            height = self._editor.sizeHint().height()
            self._editor.setGeometry(0, self.height() - height, self.width(), height)

    def _name_editor(self) -> None:
        if self._editor is not None:
            self._editor.setAccessibleName(self.tr("Caption"))
            self._editor.setPlaceholderText(self.tr("Caption"))

    def _translate_own(self) -> None:
        self.setAccessibleDescription(
            self.tr(
                "Enter shows it large, F2 edits the caption, Alt+Left and Alt+Right move it,"
                " Alt+Enter says more about it, Delete takes it out."
            )
        )
        self._name_editor()


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
