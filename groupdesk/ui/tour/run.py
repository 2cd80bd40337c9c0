# SPDX-License-Identifier: MIT
"""Runs the tour: a fresh folder, the sample in it, the main job, pictures and reports."""

import json
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from groupdesk.logs import where
from groupdesk.services.desk import Desk
from groupdesk.ui.application import Application, prepare
from groupdesk.ui.dialogs.crash_dialog import CrashDialog
from groupdesk.ui.dialogs.first_start_dialog import FirstStartDialog
from groupdesk.ui.pages import PAGES
from groupdesk.ui.tour.album import ALL, Album
from groupdesk.ui.tour.hands import Hands, Steps, shown_windows
from groupdesk.ui.tour.job import Job
from groupdesk.ui.tour.player import Player, TourError
from groupdesk.words import Words

_SCREEN = {"name": "tour", "x": 0, "y": 0, "width": 1600, "height": 1000, "dpr": 1}
_DPI = {"logicalDpi": 96, "logicalBaseDpi": 96}
_SAMPLE_SECONDS = 120.0  # on a slow machine; usually a few
_NARROW = (900, 680)


def run(build: Callable[..., Desk], words: Words, say: Callable[[str], object]) -> int:
    """Do the main job off screen and return the exit code; `say` is told each step.

    All that is written, settings and log included, goes to the folder that is named.
    """
    folder = _fresh_folder()
    say(words("start.no_screen", folder=folder))
    _stay_in(folder)
    qInstallMessageHandler(_pass_on)
    qt, application = prepare(build)
    qt.setQuitOnLastWindowClosed(False)
    tour = _Tour(folder, application, words, say)
    player = Player(tour.script())
    ends: list[Exception | None] = []

    def end(error: Exception | None) -> None:
        ends.append(error)
        if error is not None:
            tour.show_failure()
        tour.close()
        qt.quit()

    player.ended.connect(end)
    tour.watch(player)
    player.play()
    qt.exec()
    error = ends[0]
    if error is None:
        say(words("tour.finished", folder=folder))
        return 0
    what = str(error) if isinstance(error, TourError) else where(error)
    say(words("tour.failed", what=what, folder=folder))
    return 1


class _Tour:
    """The script around the job: first start before it, all pages after it."""

    def __init__(
        self,
        folder: Path,
        application: Application,
        words: Words,
        say: Callable[[str], object],
    ) -> None:
        self._application = application
        self._words = words
        self._say = say
        self._hands = Hands(application)
        self._album = Album(folder / "pictures", application, self._hands)
        self._job = Job(folder, self._hands, self._album, words, say)

    def script(self) -> Steps[None]:
        """Do it all."""
        hands, album, application = self._hands, self._album, self._application
        application.start(None, demo=False)
        welcome = yield from hands.dialog(FirstStartDialog)
        yield from album.take("first-start", welcome)
        hands.click(welcome.sample_button)
        yield from hands.until("sample", lambda: application.session, _SAMPLE_SECONDS)
        yield from hands.until("window", lambda: hands.workbench.status.log_text)
        self._say(self._words("tour.sample_open"))
        yield from self._job.show_somebody()
        yield from album.take("page-members", hands.window, ALL)
        yield from self._job.do()
        for key in PAGES:
            if key == "members":
                continue  # pictured before the job
            hands.act("group.open" if key == "group" else f"page.{key}")
            yield from album.take(f"page-{key}", hands.window, ALL)
        hands.window.resize(*_NARROW)
        hands.act("page.members")
        yield from album.take("narrow-members", hands.window, ALL[:1])

    def watch(self, player: Player) -> None:
        """End the tour when the program meets a bug: nobody is there to read of it."""
        usual = sys.excepthook

        def hook(
            kind: type[BaseException], error: BaseException, trace: TracebackType | None
        ) -> None:
            usual(kind, error, trace)
            player.fail(TourError(where(error)))

        def look() -> None:
            if any(isinstance(shown, CrashDialog) for shown in shown_windows()):
                player.fail(TourError("CrashDialog"))

        sys.excepthook = hook
        player.looked.connect(look)

    def show_failure(self) -> None:
        """Leave pictures of what was open."""
        self._album.take_failure()

    def close(self) -> None:
        """Close the window as Ctrl+Q does, with backup and anchor."""
        for dialog in shown_windows():
            if self._application.session is None or dialog is not self._hands.window:
                dialog.close()
        if self._application.session is not None:
            self._hands.window.close()


def _fresh_folder() -> Path:
    """Return a new folder where the person is, or beside other temporary files."""
    name = f"groupdesk-demo-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    folder = Path.cwd() / name
    try:
        folder.mkdir()
    except OSError:
        folder = Path(tempfile.mkdtemp(prefix=f"{name}-"))
    for part in ("pictures", "reports", "screenshots"):
        (folder / part).mkdir()
    return folder


def _stay_in(folder: Path) -> None:
    """Let this program and its child processes keep everything in `folder`, on a wide screen."""
    for variable, part in (("DATA", "data"), ("CONFIG", "settings"), ("STATE", "log")):
        os.environ[f"XDG_{variable}_HOME"] = str(folder / "own" / part)
    screen = folder / "own" / "screen.json"
    screen.parent.mkdir()
    screen.write_text(json.dumps({"screens": [_SCREEN | _DPI]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"


def _pass_on(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:  # noqa: ARG001
    """Write Qt's own warnings as usual, but not that nobody sees this screen."""
    if not text.startswith("This plugin does not support"):
        sys.stderr.write(f"{text}\n")
