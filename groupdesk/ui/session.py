# SPDX-License-Identifier: MIT
"""One open desk in a window: makes the context, opens the window, looks after it."""

import logging
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from groupdesk.services.desk import Desk
from groupdesk.services.opening import asks_for_pin
from groupdesk.settings import SettingsFile
from groupdesk.ui.acts import Acts
from groupdesk.ui.context import UiContext
from groupdesk.ui.data_events import DataEvents
from groupdesk.ui.gate import Gate
from groupdesk.ui.late_jobs import LateJobs
from groupdesk.ui.main_window import MainWindow
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.pages import PAGES
from groupdesk.ui.pages.page import Place
from groupdesk.ui.tasks import Runner, TaskRunner
from groupdesk.ui.theme import Theme
from groupdesk.ui.thumbnails import Thumbnails
from groupdesk.ui.translations import Translations
from groupdesk.ui.workbench import Workbench

if TYPE_CHECKING:
    from groupdesk.ui.idle_watch import IdleWatch
    from groupdesk.ui.jobs import Jobs
    from groupdesk.ui.lately import Lately
    from groupdesk.ui.notifier import Notifier
    from groupdesk.ui.palette.palette import Palette
    from groupdesk.ui.upkeep import Upkeep

_LOG = logging.getLogger(__name__)
_PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".heic", ".heif", ".tif", ".tiff"}


class Session(QObject):
    """A window over one open desk."""

    left = Signal()
    """The person asked to leave this workspace for another one."""
    reopened = Signal(int)
    """Another operator signed in: the same workspace is to be opened anew for this id."""
    verified = Signal()
    """A check of the log has ended, whatever it found."""

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        translations: Translations,
        settings: SettingsFile,
        *,
        window: MainWindow | None = None,
        runner: Runner | None = None,
        jobs: "Jobs | None" = None,
    ) -> None:
        """Put workbench and context together, in a window that may be on the screen already.

        `runner` and `jobs` are others in tests.
        """
        super().__init__()
        self.desk = desk
        self._threads = None if runner is not None else _threads(desk, self)
        self.window = window or MainWindow()
        self.workbench = Workbench()
        self._idle: IdleWatch | None = None
        self._notifier: Notifier | None = None
        self._lately: Lately | None = None
        self._palette: Palette | None = None
        used: Runner = runner or self._threads  # type: ignore[assignment]  # one of them is there
        self.context = UiContext(
            desk=desk,
            runner=used,
            jobs=jobs or LateJobs(self._child_jobs),
            theme=theme,
            translations=translations,
            events=DataEvents(
                desk.data_version,
                self,
                acts=lambda: desk.ledger.head()[0],
                drafts=desk.drafts.there,
            ),
            settings=settings,
            acts=Acts(self.window),
            thumbnails=Thumbnails(lambda: desk.evidence.store, used),
            notify=self.workbench.banner.show_message,
            report_bug=self._report_bug,
            go_to=self.workbench.go_to,
            go_to_cases=self.workbench.go_to_cases,
            go_to_request=self.workbench.go_to_request,
            go_to_review=self.workbench.go_to_review,
            notices_chosen=self._follow_notices,
            lock_after=self._lock_after,
        )
        self._bug_shown = False
        self._closed = False
        self._acts = MemberActs(self.context, self.window)
        self.gate = Gate(self.context, self.window, self.workbench)
        self._bind()

    def show(self, place: Place | None = None, *, signed_in: bool = False) -> None:
        """Show the usual page, or a place, in the window; checks come after the first paint.

        Whoever has a PIN is asked for it first, unless they just `signed_in`.
        """
        if not signed_in and asks_for_pin(self.desk):
            self.window.setCentralWidget(self.workbench)
            self.gate.lock()
            self.gate.unlocked.connect(partial(self._on_unlocked, place))
        else:
            self._fill(place)
        if not self.window.isVisible():
            self.window.appear(self.context.settings.values)
        if self.gate.screen is not None:
            self.gate.screen.form.take_focus()
        elif self.workbench.page is not None:
            self.workbench.page.take_focus()  # nothing could have the keys before it was shown
        if signed_in:
            self.gate.offer_pin()

    def _fill(self, place: Place | None) -> None:
        self.workbench.use(self.context, PAGES, place)
        self._show_place()
        if self.window.centralWidget() is not self.workbench:
            self.window.setCentralWidget(self.workbench)  # in place of the first look

    def _on_unlocked(self, place: Place | None) -> None:
        """Show what was not even loaded before the PIN; a window locked later has it already."""
        if not self.workbench.page_key:
            self._fill(place)
            if self.workbench.page is not None:
                self.workbench.page.take_focus()

    def close(self) -> None:
        """Finish the work that was begun, back up what is small, and let go of the desk."""
        if self._closed:
            return
        self._closed = True
        if self._notifier is not None:
            self._notifier.stop()
        self.workbench.leave()
        self.window.remember(self.context.settings.values)
        self.context.translations.changed.disconnect(self._on_language)
        self.context.events.stop()
        self.context.jobs.stop()
        try:
            if self._threads is not None:
                self._threads.shut_down()
        finally:  # also where what was done last is taken badly
            # the window is there until the events that wait are through: nothing asks a closed desk
            for timer in (*self.window.findChildren(QTimer), *self.findChildren(QTimer)):
                timer.stop()
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

        upkeep = Upkeep(self.context, self.workbench.status, self.workbench.banner, self)
        upkeep.verified.connect(self.verified)
        return upkeep

    def _bind(self) -> None:
        window, acts = self.window, self.context.acts
        writable = not self.desk.workspace.database.read_only
        self.workbench.shown.connect(self._after_first_paint)
        window.closing.connect(self.close)
        window.files_dropped.connect(self._on_files)
        acts.bind("window.find", self._find_anything, lasting=True)
        acts.action("window.find").setAutoRepeat(False)  # pressed again, the keys close it
        acts.bind("window.full", self._toggle_full, lasting=True)
        acts.bind("app.quit", window.close, lasting=True)
        acts.bind("group.create", self._acts.create_group, lasting=True)
        acts.bind("audit.verify", lambda: self._upkeep.verify(asked=True), lasting=True)
        acts.bind("backup.make", self._upkeep.back_up, enabled=writable, lasting=True)
        acts.bind("workspace.leave_sample", self.left.emit, lasting=True)
        acts.refused.connect(lambda text: self.context.notify(text, "warning", seconds=8))
        self.gate.switched.connect(self.reopened)
        if self.context.settings.values.lock_after:
            self._lock_after(self.context.settings.values.lock_after)
        self.context.translations.changed.connect(self._on_language)

    def _find_anything(self) -> None:
        from groupdesk.ui.palette.palette import Palette  # noqa: PLC0415  # when first asked for

        if self._palette is None:
            self._palette = Palette(self.context, self.workbench, self._remembered())
            self.gate.locking.connect(self._palette.leave)
        self._palette.open()

    def _remembered(self) -> "Lately":
        """Return what was in front in this session."""
        from groupdesk.ui.lately import Lately  # noqa: PLC0415  # after the first paint

        if self._lately is None:
            self._lately = Lately()
            self.workbench.moved.connect(self._lately.note_place)
        return self._lately

    def _toggle_full(self) -> None:
        (self.window.showNormal if self.window.isFullScreen() else self.window.showFullScreen)()

    def _lock_after(self, minutes: int) -> None:
        from groupdesk.ui.idle_watch import IdleWatch  # noqa: PLC0415  # off for most

        if self._idle is None:
            self._idle = IdleWatch(self)
            self._idle.idle.connect(self.gate.lock)
        self._idle.set_minutes(minutes)

    def _follow_notices(self) -> None:
        from groupdesk.ui.notifier import Notifier  # noqa: PLC0415  # off for most

        if self._notifier is None:
            gate = self.gate
            self._notifier = Notifier(self.context, self.window, lambda: gate.screen is not None)
        self._notifier.apply()

    def _after_first_paint(self) -> None:
        if self._threads is not None:
            self.desk.workspace.database.use_for_reading()
        self._upkeep.begin()
        self._remembered()
        if self.context.settings.values.notices:
            self._follow_notices()
        self.gate.tell_of_recoveries()

    def _on_language(self) -> None:
        if not self.workbench.place_banner.isHidden():
            self._show_place()
        self._upkeep.say_again()
        self.gate.show_role()

    def _show_place(self) -> None:
        record = self.desk.workspace.record()
        place = self.workbench.place_banner
        if record.sample:
            text = self.tr("This is the sample workspace: try everything, nothing here is real.")
            if record.read_only:
                text = self.tr(
                    "This is the sample workspace, and here it can only be read: look at everything"
                    " and print; nothing can be recorded."
                )
            place.show_message(
                text,
                "warning" if record.read_only else "accent",
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
        group_id = self.workbench.group_id
        group = self.desk.groups.get(group_id) if group_id else None
        ledger, words = self.desk.ledger, self.context.translations.words
        if ledger.refusal:
            say(words(f"error.{ledger.refusal}", reason=ledger.stopped), "warning")
        elif group is None:
            say(self.tr("First make the group that the list belongs to."), "warning")
        elif group.archived_at:
            say(words("error.group_archived", name=group.name), "warning")
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
