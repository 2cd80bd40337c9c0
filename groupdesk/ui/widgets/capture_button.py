# SPDX-License-Identifier: MIT
"""The button that takes a picture of the screen: a part or all of it, at once or after a while."""

import sys

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QActionGroup, QImage
from PySide6.QtWidgets import QMenu, QWidget

from groupdesk.ui import screen_capture
from groupdesk.ui.icons import icon
from groupdesk.ui.screen_capture import DELAYS, ScreenCapture
from groupdesk.ui.widgets.buttons import Button, name_button


class CaptureButton(Button):
    """Opens a menu; where the system lets no program look at the screen it says what to do."""

    taken = Signal(QImage)
    refused = Signal(str)
    """Why there is no picture, and what to do."""

    def __init__(self, capture: ScreenCapture, parent: QWidget | None = None) -> None:
        """Take pictures with `capture`."""
        super().__init__("", parent)
        self.setProperty("kind", "ghost")
        self.setIcon(icon("monitor", "muted"))
        self._capture = capture
        self._menu = QMenu(self)
        self._part = self._menu.addAction(icon("crop", "muted"), "")
        self._whole = self._menu.addAction(icon("monitor", "muted"), "")
        self._window = self._menu.addAction(icon("app-window", "muted"), "")
        self._menu.addSeparator()
        self._delays = QActionGroup(self)
        self._later: dict[int, QAction] = {}
        for seconds in DELAYS:
            later = self._menu.addAction("")
            later.setCheckable(True)
            later.setData(seconds)
            self._delays.addAction(later)
            self._later[seconds] = later
        self._later[DELAYS[0]].setChecked(True)
        self._part.triggered.connect(lambda: self._start(whole=False))
        self._whole.triggered.connect(lambda: self._start(whole=True))
        self._window.triggered.connect(self._say_window)
        self.clicked.connect(self._on_clicked)
        capture.captured.connect(self.taken)
        capture.refused.connect(self._say_refused)
        self._translate()

    @property
    def menu_of_ways(self) -> QMenu:
        """The menu: a part, the whole screen, and the delays."""
        return self._menu

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _on_clicked(self) -> None:
        if screen_capture.possible():
            self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        else:
            self._say_refused()

    def _start(self, *, whole: bool) -> None:
        chosen = self._delays.checkedAction()
        self._capture.start(0 if chosen is None else int(chosen.data()), whole=whole)

    def _say_window(self) -> None:
        """Say how the system takes one window: no program is told where those of others are."""
        keys = self.tr("Alt+Print")
        if sys.platform == "darwin":
            keys = self.tr("Control+Shift+Command+4, then Space and a click")
        self.refused.emit(
            self.tr(
                "For a single window, go to it and press {0}. Then come back and paste the picture"
                " here with Ctrl+V."
            ).format(keys)
        )

    def _say_refused(self) -> None:
        self.refused.emit(
            self.tr(
                "This system lets no program look at the screen by itself. Take the picture with"
                " the system’s own key (Print, or Shift+Print for a part), then paste it here with"
                " Ctrl+V."
            )
        )

    def _translate(self) -> None:
        tip = self.tr("Take a picture of the screen")
        if sys.platform == "darwin":
            tip = self.tr(
                "Take a picture of the screen. If only the desktop is seen on it, allow GroupDesk"
                " in System Settings › Privacy & Security › Screen Recording."
            )
        name_button(self, tip)
        self._part.setText(self.tr("Part of the screen…"))
        self._whole.setText(self.tr("Whole screen"))
        self._window.setText(self.tr("One window: how to…"))
        for seconds, later in self._later.items():
            later.setText(
                self.tr("After %n seconds", "", seconds) if seconds else self.tr("At once")
            )
