# SPDX-License-Identifier: MIT
"""Where the palette is typed into: an input method has its keys first, then the list, then acts."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from groupdesk.ui.icons import icon

_KEYS: Final = Qt.Key
_END: Final = 1_000_000
_STEPS: Final = {
    _KEYS.Key_Down: 1,
    _KEYS.Key_Up: -1,
    _KEYS.Key_Tab: 1,
    _KEYS.Key_Backtab: -1,
    _KEYS.Key_Home: -_END,
    _KEYS.Key_End: _END,
}
_PAGES: Final = {_KEYS.Key_PageDown: 1, _KEYS.Key_PageUp: -1}
_ENTER: Final = (_KEYS.Key_Return, _KEYS.Key_Enter)
_MOVING: Final = (_KEYS.Key_Left, _KEYS.Key_Right, _KEYS.Key_Backspace, _KEYS.Key_Delete)
_EDITING: Final = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.SelectAll,
)
"""Keys that belong to the field, whatever act has them elsewhere."""
_WITH: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_NONE: Final = Qt.KeyboardModifier.NoModifier
_PAD: Final = Qt.KeyboardModifier.KeypadModifier


class PaletteField(QLineEdit):
    """A line edit that keeps its window's shortcuts away and tells which keys were pressed."""

    stepped = Signal(int)
    """So many lines on, or back; very many mean the last and the first."""
    paged = Signal(int)
    entered = Signal()
    left = Signal()
    acted = Signal(QKeySequence)
    """Keys that may be those of an act."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._composing = False
        sign = QAction(icon("search", "muted"), "", self)
        self.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no act is done behind the palette's back
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.keyPressEvent(event)  # with Tab, by which Qt would go to the next field
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._composing = False
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing or not self._is_own(event):
            super().keyPressEvent(event)

    def _is_own(self, event: QKeyEvent) -> bool:
        """Say whether a key is none of a line edit's, after telling of it."""
        key, modifiers = _KEYS(event.key()), event.modifiers() & ~_PAD
        if modifiers == _NONE or key == _KEYS.Key_Backtab:
            return self._is_plain(event, key)
        editing = any(event.matches(keys) for keys in _EDITING)
        if editing or not modifiers & _WITH:
            return False
        return self._is_acts(event)

    def _is_plain(self, event: QKeyEvent, key: Qt.Key) -> bool:
        if key == _KEYS.Key_Escape:
            self.left.emit()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _PAGES:
            self.paged.emit(_PAGES[key])
        elif key in _ENTER:
            if not event.isAutoRepeat():
                self.entered.emit()
        elif _KEYS.Key_F1 <= key <= _KEYS.Key_F35:
            return self._is_acts(event)
        else:
            return False
        return True

    def _is_acts(self, event: QKeyEvent) -> bool:
        """Tell of keys with Ctrl or Alt; moving and deleting by words stays with the field."""
        if event.key() in _MOVING:
            return False
        if not event.isAutoRepeat():
            self.acted.emit(QKeySequence(event.keyCombination()))
        return True
