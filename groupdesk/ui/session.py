# SPDX-License-Identifier: MIT
"""One open desk in a window: makes the context, opens the window, looks after it."""

import logging
import uuid
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Topic
from groupdesk.domain.errors import GroupDeskError
from groupdesk.services import anchors
from groupdesk.services.desk import Desk
from groupdesk.services.standings import refresh_due
from groupdesk.settings import SettingsFile
from groupdesk.ui.acts import Acts
from groupdesk.ui.context import UiContext
from groupdesk.ui.data_events import DataEvents
from groupdesk.ui.dialogs.crash_dialog import CrashDialog
from groupdesk.ui.jobs import ChildJobs, Jobs
from groupdesk.ui.main_window import MainWindow
from groupdesk.ui.pages import PAGES
from groupdesk.ui.tasks import Runner, TaskRunner
from groupdesk.ui.theme import Theme
from groupdesk.ui.thumbnails import Thumbnails
from groupdesk.ui.translations import Translations

_LOG = logging.getLogger(__name__)
_STANDINGS_EVERY = 60_000
_SMALL = 50_000_000  # bytes of a database that is backed up while closing


class Session(QObject):
    """A window over one open desk."""

    left = Signal()
    """The person asked to leave this workspace for another one."""

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        translations: Translations,
        settings: SettingsFile,
        *,
        runner: Runner | None = None,
        jobs: Jobs | None = None,
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
            jobs=jobs
            or ChildJobs(
                desk.workspace.folder,
                self,
                operator_id=desk.operator.id,
                anchor_folder=desk.anchor_file.parent if desk.anchor_file else None,
            ),
            theme=theme,
            translations=translations,
            events=DataEvents(desk.data_version, self),
            settings=settings,
            acts=Acts(self.window),
            thumbnails=Thumbnails(desk.evidence.store, used),
            notify=self.window.banner.show_message,
            report_bug=self._report_bug,
        )
        self._bug_shown = False
        self._clock = QTimer(self)
        self._clock.setInterval(_STANDINGS_EVERY)
        self._clock.timeout.connect(self._refresh_standings)
        self._bind()

    def show(self) -> None:
        """Show the window with its first page; checks come after the first paint."""
        values = self.context.settings.values
        self.window.resize(values.window_width, values.window_height)
        self.window.use(self.context, PAGES)
        if values.maximized:
            self.window.showMaximized()
        else:
            self.window.show()

    def close(self) -> None:
        """Finish the work that was begun, back up what is small, and let go of the desk."""
        self._clock.stop()
        self.context.jobs.stop()
        if self._threads is not None:
            self._threads.shut_down()
        self.context.settings.save()
        desk = self.desk
        if not desk.workspace.database.read_only:
            self._last_backup()
            if desk.anchor_file is not None:
                try:
                    anchors.append(desk.anchor_file, desk.ledger, desk.workspace.value("id"))
                except OSError:
                    _LOG.warning("the anchor could not be written")
        desk.close()

    def _bind(self) -> None:
        window, acts = self.window, self.context.acts
        window.shown.connect(self._after_first_paint)
        window.closing.connect(self.close)
        acts.bind("audit.verify", self.verify, enabled=True)
        acts.bind("backup.make", self.back_up, enabled=not self.desk.workspace.database.read_only)
        acts.bind("workspace.leave_sample", self._leave, enabled=True)
        self.context.translations.changed.connect(self._show_state)
        self.context.events.changed.connect(self._on_changed)

    # ---- after the first paint

    def _after_first_paint(self) -> None:
        if self._threads is not None:
            self.desk.workspace.database.use_for_reading()
        self._show_state()
        self._refresh_standings()
        self._clock.start()
        self.verify()

    def _show_state(self) -> None:
        record = self.desk.workspace.record()
        place = self.window.place_banner
        if record.sample:
            place.show_message(
                self.tr("This is the sample workspace: try everything, nothing here is real."),
                "accent",
                action_text=self.context.acts.action("workspace.leave_sample").text(),
                action=self._leave,
            )
        elif record.read_only:
            place.show_message(
                self.tr(
                    "This workspace can only be read here. Everything can be looked at and"
                    " printed; a print is not logged."
                ),
                "warning",
            )
        self._show_backup()

    def _show_backup(self) -> None:
        newest = self.desk.backups.all()[:1]
        place = Path(self.desk.workspace.folder).name
        if not newest:
            self.window.status.show_place(self.tr("Not backed up yet · {0}").format(place))
            return
        when = self.context.dates.moment(from_text(newest[0].made_at), self.desk.clock())
        self.window.status.show_place(self.tr("Backed up {0} · {1}").format(when, place))

    def verify(self) -> None:
        """Check database, log, rows and files beside the window; a finding stops all writing."""
        status = self.window.status
        status.show_log(self.tr("Checking the log…"), "muted")
        self.context.jobs.run(
            self, "verify", {}, lambda *_: None, self._on_verified, self._on_not_verified
        )

    def _on_verified(self, verdict: object) -> None:
        found = tuple(verdict.findings)  # type: ignore[attr-defined]  # a Verification
        entries = int(verdict.entries)  # type: ignore[attr-defined]
        serious = [finding for finding in found if finding.code != "clock_went_back"]
        if serious:
            self.desk.ledger.stopped = serious[0].code
            words = self.context.translations.words
            text = words(
                f"finding.{serious[0].code}", seq=serious[0].seq, subject=serious[0].subject
            )
            self.window.status.show_log(text, "danger")
            self.window.banner.show_message(
                self.tr(
                    "The check found that the records were changed outside GroupDesk: {0} Nothing"
                    " more is written until this is cleared up; everything can be read and printed."
                ).format(text),
                "danger",
            )
        else:
            self.desk.ledger.stopped = None
            now = self.context.dates.time(self.desk.clock(), self.desk.clock())
            self.window.status.show_log(
                self.tr("Audit chain verified {0} · {1} entries").format(now, f"{entries:,}"), "ok"
            )
        self._verdict = verdict

    def _on_not_verified(self, error: Exception) -> None:
        if isinstance(error, GroupDeskError):
            self.window.status.show_log(self.context.error_text(error), "warning")
        else:
            self._report_bug(error)

    def back_up(self) -> None:
        """Make a checked backup in the workspace's own folder."""
        operation = uuid.uuid4()
        self.context.runner.run(
            self,
            lambda: self.desk.backups.make(operation),
            lambda _made: self._on_backed_up(),
            lambda error: self.window.banner.show_message(self.context.error_text(error), "danger"),
        )

    def _on_backed_up(self) -> None:
        self._show_backup()
        self.context.events.publish({Topic.BACKUPS, Topic.AUDIT})
        self.window.banner.show_message(self.tr("Backed up and checked."), seconds=6)

    def _last_backup(self) -> None:
        size = self.desk.workspace.database.path.stat().st_size
        if size > _SMALL or not self.desk.backups.due():
            return
        self.desk.workspace.database.use_for_writing()
        try:
            self.desk.backups.make(uuid.uuid4())
        except GroupDeskError as error:
            _LOG.warning("no backup at closing: %s", error.code)

    def _refresh_standings(self) -> None:
        if self.desk.workspace.database.read_only:
            return

        def work() -> int:
            with self.desk.ledger.writing():
                return refresh_due(self.desk.workspace.database, self.desk.clock())

        def done(count: int) -> None:
            if count:
                self.context.events.publish({Topic.MEMBERS})

        self.context.runner.run(self, work, done, lambda error: _LOG.warning(type(error).__name__))

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if Topic.BACKUPS in topics:
            self._show_backup()

    def _leave(self) -> None:
        self.left.emit()

    def _report_bug(self, error: BaseException) -> None:
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
    return TaskRunner(
        parent,
        thread_started=lambda: _ignore(database.connect()),
        thread_stopping=lambda: _ignore(database.close()),
    )


def _ignore(_answer: object) -> None:
    """Take what a hook of the threads has no use for."""


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
