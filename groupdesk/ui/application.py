# SPDX-License-Identifier: MIT
"""The running program: which workspace is open, and the way from one to another."""

import logging
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from groupdesk import logs, paths
from groupdesk.domain.errors import GroupDeskError
from groupdesk.services.first_look import exists, first_look
from groupdesk.settings import SettingsFile
from groupdesk.ui.first_rows import FirstRows
from groupdesk.ui.garbage import GarbageCollector
from groupdesk.ui.main_window import MainWindow
from groupdesk.ui.single_window import SingleWindow
from groupdesk.ui.theme import Theme, make_application
from groupdesk.ui.translations import Translations

if TYPE_CHECKING:
    from groupdesk.services.desk import Desk
    from groupdesk.ui.pages.page import Place
    from groupdesk.ui.session import Session
    from groupdesk.words import Words

Build = Callable[..., "Desk"]

_ROWS = 64  # as many as the members page reads before its first paint
_LONGEST_WAIT = 150  # milliseconds for a screen that does not paint: a window below others

_LOG = logging.getLogger(__name__)


class Application(QObject):
    """Opens workspaces one after another, each in a session of its own."""

    def __init__(self, qt: QApplication, build: Build) -> None:
        """Take over the application; `build` opens a desk in a folder."""
        super().__init__()
        self._qt = qt
        self._garbage = GarbageCollector(self)
        self._build = build
        self.settings = SettingsFile(paths.settings_file())
        self.theme = Theme(qt, self.settings.values.scheme)  # type: ignore[arg-type]  # checked text
        self.translations = Translations(qt)
        self.translations.set_language(self.settings.values.language)  # type: ignore[arg-type]
        self.session: Session | None = None
        self._single: SingleWindow | None = None
        self._first: list[QObject] = []
        sys.excepthook = self._on_crash

    def start(self, folder: Path | None, *, demo: bool) -> bool:
        """Open what was asked for; say whether there is a window to wait for."""
        if demo:
            return self.open_sample()
        chosen = folder or Path(self.settings.values.workspace or paths.default_workspace())
        if folder is None and not exists(chosen):
            self.first_start()
            return True
        return self.open(chosen)

    def open(self, folder: Path, *, operator_id: int = 0, place: "Place | None" = None) -> bool:
        """Open the workspace in `folder`; say whether this process has a window now.

        `operator_id` is who just signed in; without one, whoever worked there last, who is asked
        for their PIN if they have one. `place` is where to begin.
        """
        single = SingleWindow(folder, self)
        if folder.is_dir() and not single.take():
            if not single.show_first():
                self.first_start(lambda words: words("error.window_open_elsewhere"))
                return True
            return False
        operator = operator_id or self.settings.values.operator_in(folder)
        window = self._first_window(folder, operator, signed_in=bool(operator_id))
        # all that is not needed to show the first names, most of the program, is loaded now
        try:
            from groupdesk.ui.session import Session  # noqa: PLC0415

            desk = self._build(folder, operator_id=operator)
            session = Session(desk, self.theme, self.translations, self.settings, window=window)
        except Exception as error:  # noqa: BLE001  # whatever a damaged workspace brings about
            window.deleteLater()
            return self._cannot_open(single, error)
        try:
            session.show(place, signed_in=bool(operator_id))
        except Exception as error:  # noqa: BLE001  # as above
            session.abandon()
            return self._cannot_open(single, error)
        self._single = single
        last = self.settings.values.workspace
        if str(folder) != last and not desk.workspace.record().sample:
            self.settings.values.workspace = str(folder)
            self.settings.save()
        self.session = session
        session.left.connect(self._leave)
        session.reopened.connect(self._reopen)
        session.workbench.shown.connect(self._listen)
        if session.gate.screen is not None:
            self._listen()  # a second start brings this one to the front, locked as it is
        return True

    def _first_window(self, folder: Path, operator: int, *, signed_in: bool) -> MainWindow:
        """Return the window, with the first names painted where they can be read that early."""
        window = MainWindow()
        values = self.settings.values
        look = None if signed_in else first_look(folder, values.last_group, _ROWS, operator)
        if look is not None:
            rows = FirstRows(look, values)
            window.setCentralWidget(rows)
            waiting = QEventLoop()
            rows.painted.connect(waiting.quit)
            QTimer.singleShot(_LONGEST_WAIT, waiting, waiting.quit)
            window.appear(values)
            waiting.exec()
        return window

    def _cannot_open(self, single: SingleWindow, error: Exception) -> bool:
        """Say in the first start's window why the workspace is not shown."""
        single.release()
        if isinstance(error, GroupDeskError):
            code, values = error.code, error.values
            self.first_start(lambda words: words(f"error.{code}", **values))
        else:
            _LOG.error("a workspace could not be shown", exc_info=error)
            self.first_start(lambda words: words("cli.bug", path=paths.log_folder()))
        return True

    def open_sample(self) -> bool:
        """Open the sample workspace, making it first when there is none."""
        folder = paths.sample_workspace()
        if exists(folder):
            return self.open(folder)
        self.first_start(make_sample=True)
        return True

    def first_start(
        self, problem: "Callable[[Words], str] | None" = None, *, make_sample: bool = False
    ) -> None:
        """Offer the sample and an empty workspace; `problem` says why nothing could be opened."""
        from groupdesk.ui.dialogs.first_start_dialog import FirstStartDialog  # noqa: PLC0415

        dialog = FirstStartDialog(self.translations, self.settings, problem)
        dialog.ready.connect(lambda folder: self.open(Path(folder)))
        dialog.destroyed.connect(partial(self._forget, dialog))
        self._first.append(dialog)  # a window without a parent lives as long as somebody holds it
        dialog.open()
        self._show_icon()
        if make_sample:
            dialog.make_sample()

    def _on_crash(self, _kind: type[BaseException], error: BaseException, _trace: object) -> None:
        """Show what nobody caught in the crash dialog of the session that is open."""
        if self.session is None or QApplication.instance() is None:
            _LOG.error("unexpected", exc_info=error)
        else:
            self.session.context.report_bug(error)

    def _forget(self, dialog: QObject) -> None:
        self._first.remove(dialog)

    def _listen(self) -> None:
        self._show_icon()
        if self._single is not None and self.session is not None:
            self._single.listen(self._come_to_front)

    def _show_icon(self) -> None:
        """Draw the program's icon, in seven sizes: no window waits for it."""
        from groupdesk.ui.icons import app_icon  # noqa: PLC0415  # as late as it is drawn

        if self._qt.windowIcon().isNull():
            self._qt.setWindowIcon(app_icon())

    def _come_to_front(self) -> None:
        if self.session is None:
            return
        window = self.session.window
        window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
        window.raise_()
        window.activateWindow()

    def _leave(self) -> None:
        """Go from the sample to where work is done."""
        target = Path(self.settings.values.workspace or paths.default_workspace())
        self._switch(target if exists(target) else None)

    def _reopen(self, operator_id: int) -> None:
        """Open the same workspace anew for another operator, at the same place."""
        if self.session is not None:
            folder = self.session.desk.workspace.folder
            self.settings.values.choose_operator(folder, operator_id)
            self.settings.save()
            self._switch(folder, operator_id, self.session.workbench.place)

    def _switch(
        self, target: Path | None, operator_id: int = 0, place: "Place | None" = None
    ) -> None:
        quits = self._qt.quitOnLastWindowClosed()
        self._qt.setQuitOnLastWindowClosed(False)
        old, self.session = self.session, None
        if old is not None:
            old.window.close()
            old.window.deleteLater()
            old.deleteLater()
        if self._single is not None:
            self._single.release()
            self._single.deleteLater()
            self._single = None
        if target is None:
            self.first_start()
        else:
            self.open(target, operator_id=operator_id, place=place)
        self._qt.setQuitOnLastWindowClosed(quits)


def run(build: Build, folder: Path | None, *, demo: bool) -> int:
    """Show the window until it is closed; return the exit code."""
    qt, application = prepare(build)
    if not application.start(folder, demo=demo):
        return 0
    return qt.exec()


def prepare(build: Build) -> tuple[QApplication, Application]:
    """Make the application, with nothing open yet."""
    os.environ.pop("QT_IMAGEIO_MAXALLOC", None)
    _prepare_input_method()
    logs.start(paths.log_folder())
    qt = make_application(sys.argv[0])
    qt.setApplicationName(paths.APP_NAME)
    qt.setDesktopFileName("groupdesk")
    application = Application(qt, build)
    return qt, application


def _prepare_input_method() -> None:
    """Let Chinese be typed where fcitx runs without its Qt plugin: it speaks ibus, too."""
    if sys.platform.startswith("linux") and os.environ.get("QT_IM_MODULE") in {"fcitx", "fcitx5"}:
        from PySide6.QtCore import QLibraryInfo  # noqa: PLC0415  # only here

        folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
        if not any((folder / "platforminputcontexts").glob("*fcitx*")):
            os.environ["QT_IM_MODULE"] = "ibus"
