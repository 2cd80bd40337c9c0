# SPDX-License-Identifier: MIT
"""The window itself: its place on the screen, and what is dropped on it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from groupdesk.settings import Settings
from groupdesk.ui.screen_room import height_on_screen, width_on_screen


class MainWindow(QMainWindow):
    """A window that outlives what it shows: the first look, then the workbench."""

    closing = Signal()
    files_dropped = Signal(list)
    """Paths of files that were dropped anywhere but in an evidence area."""

    def __init__(self) -> None:
        """Build an empty window."""
        super().__init__()
        self.setWindowTitle("GroupDesk")
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 480)

    def appear(self, values: Settings) -> None:
        """Come to the screen as large as it was the last time, if the screen is."""
        width = width_on_screen(self, values.window_width)
        self.resize(width, min(values.window_height, height_on_screen(self)))
        if values.maximized:
            self.showMaximized()
        else:
            self.show()

    def remember(self, values: Settings) -> None:
        """Write into the settings how large it is now."""
        values.maximized = self.isMaximized()
        if not self.isMaximized():
            values.window_width, values.window_height = self.width(), self.height()

    # ---- Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.files_dropped.emit(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
