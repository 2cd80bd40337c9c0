# SPDX-License-Identifier: MIT
"""A picture of the screen, or of a part that is chosen on it; the windows go out of the way."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QImage, QPixmap, QScreen
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from groupdesk.ui.gate import ENDS_AT_LOCK
from groupdesk.ui.theme import current_theme

DELAYS = (0, 3, 5, 10)
"""Seconds that are offered; time to open what is to be seen."""

_SETTLE_MILLISECONDS = 350
"""Until our windows are gone from the screen, fading included."""

Grab = Callable[[QScreen], QPixmap]


def possible() -> bool:
    """Say whether a program may look at the screen here; under Wayland none may by itself."""
    return not QGuiApplication.platformName().startswith("wayland")


def grab_screen(screen: QScreen) -> QPixmap:
    """Return all that is on a screen."""
    return screen.grabWindow(0)


class ScreenCapture(QObject):
    """Takes one picture at a time for the window of `owner`."""

    captured = Signal(QImage)
    refused = Signal()
    """The system gave no picture."""

    def __init__(self, owner: QWidget, grab: Grab = grab_screen) -> None:
        """Belong to `owner`; `grab` takes a screen's picture."""
        super().__init__(owner)
        self._owner = owner
        self._grab = grab
        self._hidden: list[QWidget] = []
        self._focus: QWidget | None = None
        self._pickers: list[QWidget] = []
        self._whole = False
        self._left = 0
        self._count: _Countdown | None = None
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)

    @property
    def busy(self) -> bool:
        """Whether a picture is being taken."""
        return bool(self._hidden)

    def start(self, seconds: int = 0, *, whole: bool = False) -> None:
        """Hide our windows, wait, and take the `whole` screen or let a part be chosen on it."""
        if self.busy:
            return
        self._whole, self._left = whole, seconds
        self._focus = QApplication.focusWidget()
        self._hidden = _our_windows()
        for window in reversed(self._hidden):
            window.hide()
        if seconds:
            self._count = _Countdown(self._owner.screen(), self.cancel)
            self._count.show_seconds(seconds)
            self._second.start()
        else:
            QTimer.singleShot(_SETTLE_MILLISECONDS, self, self._take)

    def cancel(self) -> None:
        """Bring our windows back without a picture."""
        if self.busy:
            self._end(None)

    def _tick(self) -> None:
        self._left -= 1
        if self._left > 0 and self._count is not None:
            self._count.show_seconds(self._left)
            return
        self._second.stop()
        self._drop_count()
        QTimer.singleShot(_SETTLE_MILLISECONDS, self, self._take)

    def _take(self) -> None:
        if not self.busy:
            return
        from groupdesk.ui.widgets.region_picker import RegionPicker  # noqa: PLC0415

        own = self._owner.screen()
        screens = [own] if self._whole else QGuiApplication.screens()
        shots = [(screen, self._grab(screen)) for screen in screens]
        if any(shot.isNull() for _screen, shot in shots):
            self._end(None)
            self.refused.emit()
        elif self._whole:
            self._end(shots[0][1].toImage())
        else:
            for screen, shot in shots:
                picker = RegionPicker(screen, shot)
                picker.chosen.connect(self._end)
                picker.cancelled.connect(self.cancel)
                self._pickers.append(picker)
                picker.begin(active=screen is own)

    def _end(self, image: QImage | None) -> None:
        self._second.stop()
        self._drop_count()
        for picker in self._pickers:
            picker.hide()
            picker.deleteLater()
        self._pickers.clear()
        hidden, self._hidden = self._hidden, []
        for window in hidden:
            window.show()
        window = self._owner.window()
        window.raise_()
        window.activateWindow()
        if self._focus is not None and window.isAncestorOf(self._focus):
            self._focus.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self._focus = None
        if image is not None:
            image.setDevicePixelRatio(1.0)
            self.captured.emit(image)

    def _drop_count(self) -> None:
        if self._count is not None:
            self._count.hide()
            self._count.deleteLater()
            self._count = None


class _Countdown(QLabel):
    """The seconds that are left, in a corner; a click calls it off. Never takes the focus."""

    def __init__(self, screen: QScreen, cancel: Callable[[], object]) -> None:
        flags = Qt.WindowType.ToolTip | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, flags)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("surface", "card")
        self.setProperty(ENDS_AT_LOCK, "yes")
        self.setMargin(current_theme().size("space_m"))
        self._cancel = cancel
        self._room = screen.availableGeometry()

    def show_seconds(self, seconds: int) -> None:
        """Say how many are left."""
        self.setText(self.tr("Picture of the screen in %n s · click to call it off", "", seconds))
        self.adjustSize()
        place = QRect(self.rect())
        place.moveBottomRight(self._room.bottomRight())
        self.move(place.topLeft())
        self.show()

    def mousePressEvent(self, _event: object) -> None:
        self._cancel()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._cancel()


def _our_windows() -> list[QWidget]:
    """Return our visible windows, each before the dialogs over it."""
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    return sorted(windows, key=_depth)


def _depth(window: QWidget) -> int:
    depth, parent = 0, window.parentWidget()
    while parent is not None:
        depth, parent = depth + 1, parent.parentWidget()
    return depth
