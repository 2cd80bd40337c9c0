# SPDX-License-Identifier: MIT
"""What a person does at the window: keys, clicks, drops; and sees before going on."""

from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QWidget,
)

from groupdesk.ui.application import Application
from groupdesk.ui.context import UiContext
from groupdesk.ui.main_window import MainWindow
from groupdesk.ui.pages.page import Page
from groupdesk.ui.tour.player import TourError, Wait
from groupdesk.ui.workbench import Workbench

D = TypeVar("D", bound=QDialog)
P = TypeVar("P", bound=Page)
R = TypeVar("R")
Steps = Generator[Wait, None, R]

_BREATH = 10
"""Looks in a row at which nothing is at work: in between timers of the window come round, and it
is laid out and painted. Counted, not timed: a window that is held lets time pass, and no turn."""


class Hands:
    """Works the real window. Whatever takes time is a step that waits for what it shows."""

    def __init__(self, application: Application) -> None:
        """Work the window of `application`."""
        self._application = application

    @property
    def window(self) -> MainWindow:
        """The open window. Raises TourError when there is none."""
        if self._application.session is None:
            raise TourError("main window")
        return self._application.session.window

    @property
    def workbench(self) -> Workbench:
        """What the window holds. Raises TourError when there is none."""
        if self._application.session is None:
            raise TourError("main window")
        return self._application.session.workbench

    @property
    def context(self) -> UiContext:
        """The open desk. Raises TourError when there is none."""
        if self._application.session is None:
            raise TourError("main window")
        return self._application.session.context

    # ---- keys and mouse

    def act(self, act_id: str) -> None:
        """Press an act's shortcut. Raises TourError for an act that cannot be done now."""
        action = self.context.acts.action(act_id)
        if not action.isEnabled() or action.shortcut().isEmpty():
            raise TourError(act_id)
        self.press(action.shortcut(), self.window)

    def press(self, keys: QKeySequence | str, widget: QWidget | None = None) -> None:
        """Press keys where the focus is, or on `widget`."""
        target = widget or QApplication.focusWidget()
        if target is None:
            raise TourError(str(keys))
        QTest.keySequence(target, QKeySequence(keys))

    def click(self, button: QAbstractButton) -> None:
        """Click a button. Raises TourError for one that cannot be seen or clicked."""
        if not (button.isVisible() and button.isEnabled()):
            raise TourError(button.text() or button.toolTip())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def write(self, widget: QWidget, text: str) -> None:
        """Type a text as an input method hands it over, Chinese too."""
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(widget.focusProxy() or widget, event)

    def choose(self, combo: QComboBox, number: int) -> None:
        """Go to an entry of a combo box by the arrow keys."""
        combo.setFocus(Qt.FocusReason.OtherFocusReason)
        while combo.currentIndex() < number:
            before = combo.currentIndex()
            QTest.keyClick(combo, Qt.Key.Key_Down)
            if combo.currentIndex() == before:
                raise TourError(combo.accessibleName())

    def drop(self, widget: QWidget, paths: Sequence[Path]) -> None:
        """Drop files from the file manager. Raises TourError when they are not taken."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        place = widget.rect().center()
        both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(place, both, mime, buttons, modifiers)
        QApplication.sendEvent(widget, enter)
        event = QDropEvent(QPointF(place), both, mime, buttons, modifiers)
        if enter.isAccepted():
            QApplication.sendEvent(widget, event)
        if not (enter.isAccepted() and event.isAccepted()):
            raise TourError(", ".join(path.name for path in paths))

    # ---- what is waited for

    def until(self, what: str, seen: Callable[[], object], seconds: float = 30.0) -> Steps[None]:
        """Wait until something is there."""
        yield Wait(what, seen, seconds)

    def page(self, key: str, kind: type[P]) -> Steps[P]:
        """Go to a page by its shortcut."""
        self.act(f"page.{key}")
        yield Wait(kind.__name__, lambda: isinstance(self.workbench.page, kind))
        page = self.workbench.page
        assert isinstance(page, kind)  # noqa: S101  # just seen
        yield from self.rest()
        return page

    def dialog(self, kind: type[D]) -> Steps[D]:
        """Wait for a dialog of this kind."""
        found: list[D] = []

        def seen() -> bool:
            found[:] = [shown for shown in shown_windows() if isinstance(shown, kind)]
            return bool(found)

        yield Wait(kind.__name__, seen)
        yield from self.rest()
        return found[0]

    def gone(self, kind: type[QDialog]) -> Steps[None]:
        """Wait until no dialog of this kind is open."""
        yield Wait(
            f"{kind.__name__} closed",
            lambda: not any(isinstance(shown, kind) for shown in shown_windows()),
        )
        if self._application.session is not None and QApplication.activeWindow() is None:
            self.window.activateWindow()  # without a screen no window manager does so
        yield from self.rest()

    def rest(self) -> Steps[None]:
        """Let the threads finish and the window paint, until nothing was at work for a moment."""
        quiet = 0

        def rested() -> bool:
            nonlocal quiet
            quiet = 0 if self._at_work() else quiet + 1
            return quiet > _BREATH

        yield Wait("rest", rested)

    def save_as(self, path: Path) -> Steps[None]:
        """Write a file name into the file dialog and confirm it."""
        dialog = yield from self.dialog(QFileDialog)
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        if field is None:
            raise TourError("QFileDialog")
        field.selectAll()
        self.write(field, str(path))
        self.press("Return", field)
        yield from self.gone(QFileDialog)

    def _at_work(self) -> bool:
        session = self._application.session
        if session is None:
            return False
        page = session.workbench.page
        return not getattr(session.context.runner, "idle", True) or not (page is None or page.whole)


def shown_windows() -> list[QWidget]:
    """Return the window and the dialogs that can be seen."""
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
