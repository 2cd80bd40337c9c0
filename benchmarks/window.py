# SPDX-License-Identifier: MIT
"""A child of `benchmarks.start`: shows one window and tells when all of it was painted."""

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from groupdesk.ui.main_window import MainWindow


def _painted() -> None:
    sys.stdout.write(f"{time.time()}\n")
    sys.stdout.flush()
    os._exit(0)


def bare() -> None:
    """Show a main window with a table of 64 rows, as small as it can be written."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent, QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:  # Qt's name
            super().paintEvent(event)
            QTimer.singleShot(0, _painted)  # the table is painted after its window

    app = QApplication([])
    model = QStandardItemModel()
    for number in range(64):
        model.appendRow([QStandardItem(f"{number} {column}") for column in range(4)])
    table = QTableView()
    table.setModel(model)
    window = Window()
    window.setCentralWidget(table)
    window.resize(1280, 800)
    window.show()
    app.exec()


def groupdesk(until: str, folder: str) -> None:
    """Start the program as its console script does, until its first rows or all of it is painted.

    The import of the class that tells of the paint comes when the program has it.
    """
    from groupdesk import app
    from groupdesk.__main__ import main

    start = app.run_window

    def run_window(folder: Path | None = None, *, demo: bool = False) -> int:
        from groupdesk.ui.application import Application

        if until == "first":
            from groupdesk.ui.first_rows import FirstRows

            _tell_of(FirstRows)
        else:
            window = Application._first_window

            def then(
                self: Application, folder: Path, operator: int, *, signed_in: bool
            ) -> "MainWindow":
                shown = window(self, folder, operator, signed_in=signed_in)
                from groupdesk.ui.workbench import Workbench

                _tell_of(Workbench)
                return shown

            Application._first_window = then  # type: ignore[method-assign]
        return start(folder, demo=demo)

    app.run_window = run_window
    sys.argv = ["groupdesk", "--workspace", folder]
    main()


def _tell_of(kind: "type[QWidget]") -> None:
    """Tell when a widget of this kind was painted, before what the program itself does next."""
    from PySide6.QtCore import QTimer

    paint = kind.paintEvent

    def painted(self: "QWidget", event: "QPaintEvent") -> None:
        QTimer.singleShot(0, _painted)
        paint(self, event)

    kind.paintEvent = painted  # type: ignore[method-assign]


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else groupdesk(sys.argv[1], sys.argv[2])
