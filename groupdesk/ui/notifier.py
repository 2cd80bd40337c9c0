# SPDX-License-Identifier: MIT
"""Tells of what is due on the desktop while the window is not in front, for whoever wants that."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from groupdesk.domain.due import TodoRecord
from groupdesk.domain.enums import Action
from groupdesk.domain.notifying import Bundle, NoticeRules, Told, look, time_of
from groupdesk.domain.roles import may
from groupdesk.domain.text import visible
from groupdesk.settings import Settings
from groupdesk.ui.context import UiContext
from groupdesk.ui.icons import app_icon

EVERY_MILLISECONDS = 60_000
_NAMES = 3
_USUAL = NoticeRules()


class Tray(Protocol):
    """What is used of QSystemTrayIcon."""

    activated: SignalInstance
    messageClicked: SignalInstance  # noqa: N815 — Qt's name

    def show(self) -> None:
        """Put the icon there."""

    def hide(self) -> None:
        """Take it away."""

    def setToolTip(self, text: str) -> None:
        """Say what it is."""

    def showMessage(self, title: str, text: str) -> None:
        """Tell of something."""


def has_tray() -> bool:
    """Say whether this desktop has a place for the icon and shows messages from it."""
    return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()


def make_tray(parent: QObject) -> Tray:
    """Return the desktop's own."""
    return QSystemTrayIcon(app_icon(), parent)


def in_front() -> bool:
    """Say whether any window of the program has the keyboard."""
    return QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive


class Notifier(QObject):
    """Looks once a minute while it is switched on; the icon is there just as long."""

    def __init__(
        self,
        context: UiContext,
        window: QWidget,
        locked: Callable[[], bool],
        *,
        tray: Callable[[QObject], Tray] | None = None,
        seen: Callable[[], bool] = in_front,
    ) -> None:
        """Do nothing until `apply`; `locked` says that nobody may look into the window now.

        `tray` and `seen` are others in tests.
        """
        super().__init__(window)
        self._context = context
        self._window = window
        self._locked = locked
        self._make_tray = tray or make_tray
        self._seen = seen
        self._tray: Tray | None = None
        self._menu: QMenu | None = None
        self._told = Told()
        self._sample = context.desk.workspace.record().sample
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.look)
        window.installEventFilter(self)

    def apply(self) -> None:
        """Follow the settings: begin, go on with other ones, or stop."""
        works_here = may(self._context.desk.operator.role, Action.TASK_DONE)
        if not self._context.settings.values.notices or self._sample or not works_here:
            self.stop()
            return
        if self._tray is None:
            self._tray = self._make_tray(self)
            self._tray.messageClicked.connect(self.open_today)
            self._tray.activated.connect(self._on_activated)
            self._menu = QMenu(self._window)
            self._menu.addAction("", self.open_today)
            self._menu.addAction("", self._switch_off)
            if isinstance(self._tray, QSystemTrayIcon):
                self._tray.setContextMenu(self._menu)
            self._tray.show()
        self._name()
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Take the icon away and look no more."""
        self._timer.stop()
        if self._tray is not None:
            self._tray.hide()
            if isinstance(self._tray, QObject):
                self._tray.deleteLater()
            self._tray = None
        if self._menu is not None:
            self._menu.deleteLater()
            self._menu = None

    def look(self) -> None:
        """Read what is due, and tell of what is new."""
        if self._tray is None or self._locked():
            return
        context = self._context
        read = context.desk.todo.lines
        context.runner.run(self, read, self._on_read, lambda _error: None, pool="read")

    def open_today(self) -> None:
        """Bring the window to the front, with Today in it."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        if not self._locked():
            self._context.acts.trigger("page.today")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        return super().eventFilter(watched, event)

    # ---- inside

    def _on_read(self, lines: tuple[TodoRecord, ...]) -> None:
        if self._tray is None or self._locked():
            return
        desk, values = self._context.desk, self._context.settings.values
        bundle, self._told = look(
            lines,
            desk.operator.id,
            self._told,
            desk.clock(),
            rules_of(values),
            seen=self._seen(),
        )
        if bundle is not None:
            text = self._text(bundle, names=values.notice_names)
            self._tray.showMessage(self._title(bundle), text)

    def _title(self, bundle: Bundle) -> str:
        title = self.tr("%n thing(s) due", "", bundle.things)
        return title + (self.tr(", %n of them late", "", bundle.late) if bundle.late else "")

    def _text(self, bundle: Bundle, *, names: bool) -> str:
        """Say no more than the person wants others to read on the screen."""
        if not names:
            return self.tr("Open Today to see them.")
        known = [one.member_name for one in bundle.items[:_NAMES]]
        return visible(" · ".join([*known, *(["…"] if bundle.things > _NAMES else [])]))

    def _name(self) -> None:
        if self._tray is not None and self._menu is not None:
            self._tray.setToolTip("GroupDesk")
            first, second = self._menu.actions()
            first.setText(self.tr("Open Today"))
            second.setText(self.tr("Switch notifications off"))

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason != QSystemTrayIcon.ActivationReason.Context:
            self.open_today()

    def _switch_off(self) -> None:
        self._context.settings.values.notices = False
        self._context.settings.save()
        self._context.events.chosen.emit()
        QTimer.singleShot(0, self, self.stop)  # once the menu that was used is closed


def rules_of(values: Settings) -> NoticeRules:
    """Return what was chosen in the settings."""
    return NoticeRules(
        only_late=values.notice_what == "late",
        quiet_from=time_of(values.notice_quiet_from, _USUAL.quiet_from),
        quiet_to=time_of(values.notice_quiet_to, _USUAL.quiet_to),
        quiet_weekends=values.notice_quiet_weekends,
    )
