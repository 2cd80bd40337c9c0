# SPDX-License-Identifier: MIT
"""One open desk in a window: makes the context, opens the window, looks after it."""

import logging
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from groupdesk.services.desk import Desk
from groupdesk.settings import SettingsFile
from groupdesk.ui.acts import Acts
from groupdesk.ui.context import UiContext
from groupdesk.ui.data_events import DataEvents
from groupdesk.ui.late_jobs import LateJobs
from groupdesk.ui.main_window import MainWindow
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.pages import PAGES
from groupdesk.ui.screen_room import height_on_screen
from groupdesk.ui.tasks import Runner, TaskRunner
from groupdesk.ui.theme import Theme
from groupdesk.ui.thumbnails import Thumbnails
from groupdesk.ui.translations import Translations

if TYPE_CHECKING:
    from groupdesk.ui.jobs import Jobs
    from groupdesk.ui.upkeep import Upkeep

_LOG = logging.getLogger(__name__)
_PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".heic", ".heif", ".tif", ".tiff"}


class Session(QObject):
    """A window over one open desk."""

    left = Signal()
    """The person asked to leave this workspace for another one."""
    reopened = Signal()
    """The person asked to open the same workspace anew, as another operator."""
    verified = Signal()
    """A check of the log has ended, whatever it found."""

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        translations: Translations,
        settings: SettingsFile,
        *,
        runner: Runner | None = None,
        jobs: "Jobs | None" = None,
    ) -> None:
        """Put window and context together; `runner` and `jobs` are others in tests."""
        super().__init__()
        self.desk = desk
        self._threads = None if runner is not None else _threads(desk, self)
        self.window = MainWindow()
        used: Runner = runner or self._threads  # type: ignore[assignment]  # one of them is there
        self.context = UiContext(
            desk=desk,
            runner=used,
            jobs=jobs or LateJobs(self._child_jobs),
            theme=theme,
            translations=translations,
            events=DataEvents(desk.data_version, self),
            settings=settings,
            acts=Acts(self.window),
            thumbnails=Thumbnails(lambda: desk.evidence.store, used),
            notify=self.window.banner.show_message,
            report_bug=self._report_bug,
            go_to=self.window.go_to,
        )
        self._bug_shown = False
        self._closed = False
        self._acts = MemberActs(self.context, self.window)
        self._bind()

    def show(self) -> None:
        """Show the window with its first page; checks come after the first paint."""
        values = self.context.settings.values
        height = min(values.window_height, height_on_screen(self.window))
        self.window.resize(values.window_width, height)
        self.window.use(self.context, PAGES)
        self._show_place()
        if values.maximized:
            self.window.showMaximized()
        else:
            self.window.show()

    def close(self) -> None:
        """Finish the work that was begun, back up what is small, and let go of the desk."""
        if self._closed:
            return
        self._closed = True
        self.context.translations.changed.disconnect(self._on_language)
        self.context.events.stop()
        self.context.jobs.stop()
        if self._threads is not None:
            self._threads.shut_down()
        self.context.settings.save()
        self._upkeep.end()
        self.desk.close()

    def abandon(self) -> None:
        """Let go of a desk that could not be shown; nothing of it is backed up."""
        self._closed = True
        self.context.translations.changed.disconnect(self._on_language)
        self.context.events.stop()
        if self._threads is not None:
            self._threads.shut_down()
        self.window.deleteLater()
        self.deleteLater()
        self.desk.close()

    def _child_jobs(self) -> "Jobs":
        from groupdesk.ui.jobs import ChildJobs  # noqa: PLC0415  # after the first paint

        anchors = self.desk.anchor_file
        return ChildJobs(
            self.desk.workspace.folder,
            self,
            operator_id=self.desk.operator.id,
            anchor_folder=anchors.parent if anchors else None,
        )

    @cached_property
    def _upkeep(self) -> "Upkeep":
        from groupdesk.ui.upkeep import Upkeep  # noqa: PLC0415  # begins after the first paint

        upkeep = Upkeep(self.context, self.window.status, self.window.banner, self)
        upkeep.verified.connect(self.verified)
        return upkeep

    def _bind(self) -> None:
        window, acts = self.window, self.context.acts
        writable = not self.desk.workspace.database.read_only
        window.shown.connect(self._after_first_paint)
        window.closing.connect(self.close)
        window.files_dropped.connect(self._on_files)
        acts.bind("group.create", self._acts.create_group, enabled=writable, lasting=True)
        acts.bind("audit.verify", lambda: self._upkeep.verify(asked=True), lasting=True)
        acts.bind("backup.make", self._upkeep.back_up, enabled=writable, lasting=True)
        acts.bind("workspace.leave_sample", self.left.emit, lasting=True)
        acts.bind("workspace.reopen", self.reopened.emit, lasting=True)
        self.context.translations.changed.connect(self._on_language)

    def _after_first_paint(self) -> None:
        if self._threads is not None:
            self.desk.workspace.database.use_for_reading()
        self._upkeep.begin()

    def _on_language(self) -> None:
        if not self.window.place_banner.isHidden():
            self._show_place()
        self._upkeep.say_again()

    def _show_place(self) -> None:
        record = self.desk.workspace.record()
        place = self.window.place_banner
        if record.sample:
            place.show_message(
                self.tr("This is the sample workspace: try everything, nothing here is real."),
                "accent",
                action_text=self.tr("Leave the sample"),
                action=self.left.emit,
            )
        elif record.read_only:
            place.show_message(
                self.tr(
                    "This workspace can only be read here. Everything can be looked at and"
                    " printed; a print is not logged."
                ),
                "warning",
            )

    def _on_files(self, paths: list[Path]) -> None:
        """Import what was dropped on the window, or say where it belongs."""
        say = self.context.notify
        groups = {group.id: group for group in self.desk.groups.all()}
        group = groups.get(self.window.group_id)
        database = self.desk.workspace.database
        if database.read_only:
            say(self.context.translations.words(f"error.{database.refusal}"), "warning")
        elif group is None:
            say(self.tr("First make the group that the list belongs to."), "warning")
        elif all(path.suffix.lower() in _PICTURES for path in paths):
            say(
                self.tr(
                    "Screenshots belong to a warning, a talk or a removal: open one for the member"
                    " and drop them there."
                ),
                "warning",
                seconds=12,
            )
        else:
            self._acts.import_members(group, tuple(paths))

    def _report_bug(self, error: BaseException) -> None:
        from groupdesk.ui.dialogs.crash_dialog import CrashDialog  # noqa: PLC0415  # seldom needed

        _LOG.error("unexpected", exc_info=error)
        if self._bug_shown:
            return
        self._bug_shown = True
        dialog = CrashDialog(error, self.window)
        dialog.finished.connect(self._on_bug_read)
        dialog.open()

    def _on_bug_read(self) -> None:
        self._bug_shown = False


def _threads(desk: Desk, parent: QObject) -> TaskRunner:
    database = desk.workspace.database
    return TaskRunner(parent, thread_started=database.connect, thread_stopping=database.close)


def set_crash_hook(session: Callable[[], Session | None]) -> None:
    """Send what nobody caught to the crash dialog of the session that is open."""
    import sys  # noqa: PLC0415  # only this function touches the interpreter's hook

    def hook(_kind: type[BaseException], error: BaseException, _trace: object) -> None:
        current = session()
        if current is None or QApplication.instance() is None:
            _LOG.error("unexpected", exc_info=error)
        else:
            current.context.report_bug(error)

    sys.excepthook = hook
