# SPDX-License-Identifier: MIT
"""The field in which the words of a text mark are written, where they will stand."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.redaction import MOST_TEXT
from groupdesk.ui.widgets.text_area import TextArea

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAST_WIDTH = 260
_PASSING = {
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}


class RedactWords(TextArea):
    """Plain text only. Enter ends it, Shift+Enter begins a line, Esc leaves it as it was."""

    ended = Signal(bool)
    """Whether what was written counts."""

    def __init__(self, text: str, parent: QWidget) -> None:
        """Show `text`, all of it chosen."""
        super().__init__(2, parent)
        self.setPlainText(text)
        self.setAccessibleName(self.tr("Text on the picture"))
        self.setPlaceholderText(self.tr("Text; Enter ends it"))
        self.textChanged.connect(self._limit)

    def open_at(self, bounds: QRectF, room: QRect) -> None:
        """Lie over the words, inside the `room` that the parent has, and take the keyboard."""
        wide = min(room.width(), max(_LEAST_WIDTH, round(bounds.width())))
        high = min(room.height(), max(self.sizeHint().height(), round(bounds.height())))
        corner = QPoint(
            max(0, min(round(bounds.x()), room.width() - wide)),
            max(0, min(round(bounds.y()), room.height() - high)),
        )
        self.setGeometry(corner.x(), corner.y(), wide, high)
        self.show()
        self.setFocus()
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            saves = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.key() in {*_ENTER, Qt.Key.Key_Escape} and not saves:
                event.accept()  # else Esc would leave the dialog
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        begins_line = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit(False)  # noqa: FBT003 — a signal
        elif event.key() in _ENTER and not begins_line:
            self.ended.emit(True)  # noqa: FBT003 — a signal
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.ended.emit(True)  # noqa: FBT003 — a signal

    def _limit(self) -> None:
        if len(self.text) > MOST_TEXT:
            self.set_text(self.text[:MOST_TEXT])
