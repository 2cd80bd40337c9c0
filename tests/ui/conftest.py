# SPDX-License-Identifier: MIT
"""A themed application in English for each test of the window."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.records import MemberDetail, MemberFilter
from groupdesk.services.desk import Desk
from groupdesk.settings import SettingsFile
from groupdesk.ui.acts import Acts
from groupdesk.ui.context import UiContext
from groupdesk.ui.data_events import DataEvents
from groupdesk.ui.jobs import ImmediateJobs
from groupdesk.ui.session import Session
from groupdesk.ui.tasks import ImmediateRunner
from groupdesk.ui.theme import Theme, current_theme
from groupdesk.ui.thumbnails import Thumbnails
from groupdesk.ui.translations import Translations
from tests.ui.desks import Clock, Notices, small_desk

if TYPE_CHECKING:
    from groupdesk.ui.jobs import Jobs

_PATIENCE = 60_000
"""Milliseconds."""


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Return the command line on which `make_application` makes the application."""
    return ["groupdesk", "-style", "fusion"]


@pytest.fixture(scope="session")
def _look(qapp: QApplication) -> tuple[Theme, Translations]:
    return Theme(qapp, "light"), Translations(qapp)


@pytest.fixture(autouse=True)
def theme(_look: tuple[Theme, Translations]) -> Iterator[Theme]:
    """Return the theme of the running application, light again after each test."""
    assert current_theme() is _look[0], "a test made a theme of its own and left it behind"
    yield _look[0]
    _look[0].set_scheme("light")


@pytest.fixture(autouse=True)
def translations(_look: tuple[Theme, Translations]) -> Iterator[Translations]:
    """Return the translations of the running application, English again after each test."""
    yield _look[1]
    _look[1].set_language("en")


@pytest.fixture(autouse=True)
def _no_window_outlives_its_test(theme: Theme, translations: Translations) -> Iterator[None]:
    """Delete what a test left open: a dialog would keep the keys from all later tests.

    It goes before the theme is light again, which it would have to follow. Lists and menus that
    came up go with what they belong to: a completer deletes its list, even one that is gone.
    """
    yield
    for popups in (False, True):
        for window in QApplication.topLevelWidgets():
            if popups or window.windowType() != Qt.WindowType.Popup:
                window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class PatientBot(QtBot):
    """Gives up late: where other work keeps the machine busy, nothing happens at once."""

    def waitActive(self, widget: QWidget, *, timeout: int = _PATIENCE) -> Any:
        return super().waitActive(widget, timeout=timeout)

    def waitExposed(self, widget: QWidget, *, timeout: int = _PATIENCE) -> Any:
        return super().waitExposed(widget, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = _PATIENCE, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Return what plays the person at the window."""
    return PatientBot(request)


@pytest.fixture
def clock() -> Clock:
    """Return the clock of the desk; it stands still until a test moves it."""
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """Return a real desk: one group with rules, one member."""
    opened = small_desk(tmp_path, clock)
    yield opened
    opened.close()


@pytest.fixture
def notices() -> Notices:
    """Return what the window's banner was told."""
    return Notices()


@pytest.fixture
def context(
    qtbot: QtBot,
    desk: Desk,
    theme: Theme,
    translations: Translations,
    notices: Notices,
    tmp_path: Path,
) -> Iterator[UiContext]:
    """Return the context of an open desk; work is done at once, a bug fails the test."""
    window = QWidget()
    qtbot.addWidget(window)
    runner = ImmediateRunner()

    def bug(error: BaseException) -> None:
        raise AssertionError("an error without words") from error

    yield UiContext(  # noqa: PT022 - and keep the window, which the acts and events belong to
        desk=desk,
        runner=runner,
        jobs=cast("Jobs", None),  # tests that start child processes bring their own
        theme=theme,
        translations=translations,
        events=DataEvents(desk.data_version, window),
        settings=SettingsFile(tmp_path / "settings.toml"),
        acts=Acts(window),
        thumbnails=Thumbnails(lambda: desk.evidence.store, runner),
        notify=notices,
        report_bug=bug,
    )


@pytest.fixture
def session(
    qtbot: QtBot, desk: Desk, theme: Theme, translations: Translations, tmp_path: Path
) -> Iterator[Session]:
    """Return the whole window over the desk, in front; all work is done at once."""
    settings = SettingsFile(tmp_path / "settings.toml")
    opened = Session(
        desk, theme, translations, settings, runner=ImmediateRunner(), jobs=ImmediateJobs(desk)
    )
    with qtbot.waitActive(opened.window), qtbot.waitSignal(opened.verified):
        opened.show()
        opened.window.activateWindow()
    yield opened
    opened.window.close()
    opened.window.deleteLater()
    opened.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def detail(desk: Desk) -> MemberDetail:
    """Return the desk's only member, 王小明."""
    return desk.members.detail(desk.members.ids(MemberFilter())[0])
