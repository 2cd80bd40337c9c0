# SPDX-License-Identifier: MIT
"""Scenes for pictures: each brings a page or dialog of the real window to the front.

A module in this folder adds scenes with `@scene("name")`; `tests/screenshots.py` finds them all.
"""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from groupdesk.app import build
from groupdesk.domain.clock import system_clock
from groupdesk.domain.enums import Language
from groupdesk.domain.records import GroupRecord, MemberDetail, MemberFilter
from groupdesk.services.desk import Desk
from groupdesk.services.first_look import exists
from groupdesk.services.opening import asks_for_pin
from groupdesk.services.sample import make_sample
from groupdesk.services.workspace import create_workspace
from groupdesk.settings import SettingsFile
from groupdesk.ui.context import UiContext
from groupdesk.ui.pages.page import Page
from groupdesk.ui.session import Session
from groupdesk.ui.tasks import TaskRunner
from groupdesk.ui.theme import Theme
from groupdesk.ui.translations import LanguageCode, Translations

Scene = Callable[["Stage"], QWidget]
SCENES: dict[str, Scene] = {}


def scene(name: str) -> Callable[[Scene], Scene]:
    """Add a scene under `name`; it returns the widget to be drawn."""

    def add(made: Scene) -> Scene:
        assert name not in SCENES, name
        SCENES[name] = made
        return made

    return add


class Stage:
    """The real window over a copy of the sample workspace, in one language."""

    def __init__(
        self,
        theme: Theme,
        translations: Translations,
        size: tuple[int, int],
        language: LanguageCode,
    ) -> None:
        self.theme = theme
        self.translations = translations
        self.size = size
        self.language = language
        self._folder = tempfile.TemporaryDirectory(prefix="groupdesk-scenes-")
        self.folder = Path(self._folder.name)
        self._open: tuple[str, Session] | None = None

    @property
    def session(self) -> Session:
        """The window over the sample workspace."""
        return self._session("sample")

    @property
    def context(self) -> UiContext:
        return self.session.context

    def page(self, key: str) -> Page:
        """Bring a page of the sample's window to the front and wait until it is filled."""
        self.session.workbench.show_page(key)
        self.idle(self.session)
        page = self.session.workbench.page
        assert page is not None
        return page

    def group(self, name: str = "") -> GroupRecord:
        """Return a group of the sample, the first one when no name is given."""
        groups = self.session.desk.groups.all()
        return next((group for group in groups if name in group.name), groups[0])

    def member(self, chip: str = "at_risk", group: GroupRecord | None = None) -> MemberDetail:
        """Return the first member whom a filter chip shows, of a group or of any."""
        groups = [group] if group else self.session.desk.groups.all()
        members = self.session.desk.members
        for found in groups:
            ids = members.ids(MemberFilter(found.id, chip))
            if ids:
                return members.detail(ids[0])
        raise LookupError(chip)

    def dialog(self, kind: type[QDialog] = QDialog) -> QDialog:
        """Return the dialog that was opened last, once its work is done."""
        self.idle(self.session)
        found = [
            widget
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, kind) and widget.isVisible()
        ]
        return found[-1]

    def empty(self) -> Session:
        """Return a window over a workspace in which nothing is."""
        return self._session("empty")

    def idle(self, session: Session | None = None) -> None:
        """Wait until all work that was given is done and shown."""
        runner = None if session is None else session.context.runner
        for _round in range(4):
            if isinstance(runner, TaskRunner) and not runner.idle:
                wait_for(runner, "idle_changed")
            settle()

    def close(self) -> None:
        """Close the window and throw the copies away."""
        self._close_session()
        self._folder.cleanup()

    def _session(self, kind: str) -> Session:
        if self._open is not None and self._open[0] == kind:
            return self._open[1]
        self._close_session()  # a process has one workspace open at a time
        session = Session(self._desk(kind), self.theme, self.translations, self._settings())
        self._open = (kind, session)
        session.show(signed_in=asks_for_pin(session.desk))  # a scene before may have set a PIN
        wait_for(session, "verified")
        self.idle(session)
        return session

    def _close_session(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog):
                widget.close()
        if self._open is not None:
            session = self._open[1]
            session.window.close()
            session.close()  # also where a dialog kept the window open
            session.deleteLater()
            self._open = None
        settle()

    def _settings(self) -> SettingsFile:
        settings = SettingsFile(self.folder / "settings.toml")
        settings.values.window_width, settings.values.window_height = self.size
        return settings

    def _desk(self, kind: str) -> Desk:
        folder = self.folder / kind
        if not folder.exists():
            if kind == "empty":
                create_workspace(folder, "Mei", Language(self.language), system_clock)
            else:
                shutil.copytree(sample(), folder)
        return build(folder, anchor_folder=self.folder / f"{kind}-anchors")


def sample() -> Path:
    """Return a sample workspace of today, made once a day."""
    day = f"{system_clock():%Y%m%d}"
    folder = Path(tempfile.gettempdir()) / f"groupdesk-sample-{day}"
    if not exists(folder):
        making = Path(tempfile.mkdtemp(prefix="groupdesk-making-")) / "sample"
        make_sample(making, system_clock, Language.EN)
        if not folder.exists():
            making.replace(folder)
    return folder


def settle() -> None:
    """Let all events that wait happen, and what they bring about."""
    for _round in range(3):
        loop = QEventLoop()
        QTimer.singleShot(0, loop.quit)
        loop.exec()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait_for(sender: QObject, signal: str) -> None:
    """Wait for a signal, half a minute at most."""
    loop = QEventLoop()
    getattr(sender, signal).connect(loop.quit)
    limit = QTimer(singleShot=True, interval=30_000)
    limit.timeout.connect(lambda: loop.exit(1))
    limit.start()
    if loop.exec():
        raise TimeoutError(signal)
    if isValid(sender):
        getattr(sender, signal).disconnect(loop.quit)
