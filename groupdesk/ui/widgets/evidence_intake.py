# SPDX-License-Identifier: MIT
"""The ways by which screenshots reach an evidence area from anywhere in its window.

Ctrl+V, and drops of files and pictures. In a text field text wins: a picture is taken there only
when the clipboard holds no text.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from groupdesk.ui.incoming_pictures import holds_text, offers_pictures

_DRAGS = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop})
# WeChat's screenshot key can leave Alt stuck, so that Ctrl+V arrives as Ctrl+Alt+V.
_WITH_ALT = QKeySequence("Ctrl+Alt+V")


class EvidenceIntake(QObject):
    """Listens in one window for pictures that are pasted or dropped."""

    pasted = Signal()
    """Take what is on the clipboard."""
    hovered = Signal(bool)
    """A drag that could be dropped came, or went."""

    def __init__(
        self, window: QWidget, take: Callable[[QMimeData], object], parent: QObject
    ) -> None:
        """Hand what is dropped in `window` to `take`; `parent` is the evidence area."""
        super().__init__(parent)
        self._window = window
        self._take = take
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), window, self.pasted.emit)
        QShortcut(_WITH_ALT, window, self._on_alt)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        self.watch_fields()

    def watch_fields(self) -> None:
        """Take drops over the text fields that the window has now, too."""
        for kind in (QLineEdit, QPlainTextEdit, QTextEdit):
            for field in self._window.findChildren(kind):
                target = field.viewport() if isinstance(field, QAbstractScrollArea) else field
                target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _DRAGS and isinstance(event, QDropEvent):
            return self._drag(watched, event)
        if kind == QEvent.Type.DragLeave:
            self.hovered.emit(False)  # noqa: FBT003 — a signal's value
        elif kind == QEvent.Type.ShortcutOverride and watched is not self._window:
            clipboard = QGuiApplication.clipboard().mimeData()
            wanted = event.matches(QKeySequence.StandardKey.Paste)  # type: ignore[attr-defined]
            if wanted and offers_pictures(clipboard) and not holds_text(clipboard):
                event.ignore()  # the field must not keep the key from the window's shortcut
                return True
        return False

    def _drag(self, watched: QObject, event: QDropEvent) -> bool:
        mime = event.mimeData()
        over_text = watched is not self._window
        if not offers_pictures(mime) or (over_text and holds_text(mime)):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        dropped = event.type() == QEvent.Type.Drop
        self.hovered.emit(not dropped)
        if dropped:
            self._take(mime)
        return True

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        # Only where the focus is can a key be taken; one filter on one field costs nothing.
        if now is not None and now is not self._window and self._window.isAncestorOf(now):
            now.installEventFilter(self)

    def _on_alt(self) -> None:
        if not alt_is_held():
            self.pasted.emit()


def alt_is_held() -> bool:
    """Ask the system whether Alt is down now, whatever the key event said."""
    held = QGuiApplication.queryKeyboardModifiers() & Qt.KeyboardModifier.AltModifier
    return held != Qt.KeyboardModifier.NoModifier
