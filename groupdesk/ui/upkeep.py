# SPDX-License-Identifier: MIT
"""What the window looks after by itself: standings that lapse, checks of the log, backups.

And the text in screenshots, where that is read: see `picture_reader`.
"""

import logging
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Topic
from groupdesk.domain.errors import GroupDeskError, StorageError
from groupdesk.domain.findings import Finding, Verification, serious
from groupdesk.services import anchors
from groupdesk.services.lapses import bring_up_to_date
from groupdesk.services.standings import anything_due
from groupdesk.services.terms_over import any_term_over
from groupdesk.services.tidy import remove_what_was_left
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.banner import Banner
from groupdesk.ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from groupdesk.ui.picture_reader import PictureReader

_LOG = logging.getLogger(__name__)
_STANDINGS_EVERY = 60_000  # milliseconds
_SMALL = 50_000_000  # bytes of a database that is backed up while closing


class Upkeep(QObject):
    """Works beside the window and says in the status line how things are."""

    verified = Signal()
    """A check of the log has ended, whatever it found."""

    def __init__(
        self, context: UiContext, status: StatusLine, banner: Banner, parent: QObject
    ) -> None:
        """Say what is found in `status`, and in `banner` what a person must know."""
        super().__init__(parent)
        self._context = context
        self._status = status
        self._banner = banner
        self._verdict: Verification | None = None
        self._verified_at = ""
        self._refusal = ""
        self._lapsing = False  # a portion of what lapsed was recorded, others may follow
        self._sound = False  # the status line tells of a check that found nothing
        self._timer = QTimer(self)
        self._timer.setInterval(_STANDINGS_EVERY)
        self._timer.timeout.connect(self._refresh_standings)
        self._reader: PictureReader | None = None
        context.events.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Start, once the window was painted."""
        self.show_backup()
        self._show_refusal()
        self._refresh_standings(all_messages=True)
        self._timer.start()
        self._tidy()
        self.verify()
        from groupdesk.ui.picture_reader import PictureReader  # noqa: PLC0415  # after the paint

        self._reader = PictureReader(self._context, self._status, self)
        self._reader.begin()
        from groupdesk.ui.idle_chores import IdleChores  # noqa: PLC0415  # after the paint

        IdleChores(self._context, self)

    def end(self) -> None:
        """Back up what is small and remember the log's end outside; nothing else works by now."""
        self._timer.stop()
        desk = self._context.desk
        if desk.workspace.database.read_only:
            return
        desk.workspace.database.use_for_writing()
        try:
            small = desk.workspace.database.path.stat().st_size <= _SMALL
            if small and not desk.ledger.stopped and desk.backups.due():
                desk.backups.make(uuid.uuid4())
            if desk.anchor_file is not None:
                anchors.append(desk.anchor_file, desk.ledger, desk.workspace.value("id"))
        except (GroupDeskError, OSError) as error:
            _LOG.warning("no backup or anchor at closing: %s", type(error).__name__)

    def say_again(self) -> None:
        """Say everything in the window's present language."""
        self.show_backup()
        self._show_refusal()
        if self._reader is not None:
            self._reader.say_again()
        if self._verdict is not None:
            self._say_verdict(self._verdict)

    def _tidy(self) -> None:
        """Remove what killed processes left behind."""
        workspace = self._context.desk.workspace

        def failed(error: Exception) -> None:
            _LOG.warning("left-overs were not removed: %s", type(error).__name__)

        self._context.runner.run(
            self, lambda: remove_what_was_left(workspace), lambda _gone: None, failed
        )

    # ---- the log

    def verify(self, *, asked: bool = False) -> None:
        """Check database, log, rows and files beside the window; a finding stops all writing.

        When a person `asked` for it, the answer also stands in the banner.
        """
        self._sound = False
        self._status.show_log(self.tr("Checking the log…"), "muted")

        def succeed(verdict: Verification) -> None:
            self._on_verified(verdict, asked=asked)

        self._context.jobs.run(self, "verify", {}, lambda *_: None, succeed, self._on_not_verified)

    def _on_verified(self, verdict: Verification, *, asked: bool) -> None:
        desk = self._context.desk
        self._verdict = verdict
        self._verified_at = self._context.dates.time(desk.clock(), desk.clock())
        found = serious(verdict.findings)
        desk.ledger.stopped = found[0].code if found else None
        self._show_refusal()
        self._say_verdict(verdict)
        if asked and not found:
            text = self.tr(
                "%n entries checked, with all records and screenshots: nothing was changed.",
                "",
                verdict.entries,
            )
            notes = [self._words(finding) for finding in verdict.findings]
            self._banner.show_message(" ".join([text, *notes]), "ok", seconds=10)
        self.verified.emit()

    def _say_verdict(self, verdict: Verification) -> None:
        found = serious(verdict.findings)
        self._sound = not found
        if not found:
            self._say_sound(verdict)
            return
        first = self._words(found[0])
        self._status.show_log(first, "danger")
        more = self.tr("And %n more.", "", len(found) - 1) if len(found) > 1 else ""
        parts = [
            self.tr("The records were changed outside GroupDesk."),
            first,
            more,
            self.tr(
                "Nothing more is written until this is cleared up; everything can be read and"
                " printed."
            ),
        ]
        self._banner.show_message(" ".join(filter(None, parts)), "danger")

    def _say_sound(self, verdict: Verification) -> None:
        """Say what was checked when, and how many entries came after it."""
        said = [
            self.tr("Audit log verified {0}").format(self._verified_at),
            self.tr("%n entries", "", verdict.entries),
        ]
        try:
            later = self._context.desk.ledger.head()[0] - verdict.entries
        except StorageError:
            return  # what was found at the check still holds; the pages say what is wrong now
        if later > 0:
            said.append(self.tr("%n new since then", "", later))
        self._status.show_log(" · ".join(said), "ok")

    def _show_refusal(self) -> None:
        """Let nothing be begun that could not be written, and say why."""
        refusal = self._context.desk.ledger.refusal
        words = self._context.translations.words
        self._context.acts.refuse(words(f"refusal.{refusal}") if refusal else "")
        if refusal != self._refusal:
            self._refusal = refusal
            self._context.events.publish(frozenset(Topic))  # pages have buttons of their own

    def _words(self, finding: Finding) -> str:
        return finding.in_words(self._context.translations.words)

    def _on_not_verified(self, error: Exception) -> None:
        self._status.show_log(self._context.error_text(error), "warning")
        self.verified.emit()

    # ---- backups

    def show_backup(self) -> None:
        """Say when the last backup was made, and which workspace this is."""
        desk = self._context.desk
        newest = desk.backups.all()[:1]
        place = Path(desk.workspace.folder).name
        if not newest:
            self._status.show_place(self.tr("Not backed up yet · {0}").format(place))
            return
        when = self._context.dates.moment(from_text(newest[0].made_at), desk.clock())
        self._status.show_place(self.tr("Backed up {0} · {1}").format(when, place))

    def back_up(self) -> None:
        """Make a checked backup in the workspace's own folder."""
        operation, backups = uuid.uuid4(), self._context.desk.backups

        def done(_made: object) -> None:
            self._context.events.publish({Topic.BACKUPS, Topic.AUDIT})
            self._banner.show_message(self.tr("Backed up and checked."), seconds=6)

        def failed(error: Exception) -> None:
            self._banner.show_message(self._context.error_text(error), "danger")

        self._context.runner.run(self, lambda: backups.make(operation), done, failed)

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if Topic.BACKUPS in topics:
            self.show_backup()
        if self._sound and self._verdict is not None:
            self._say_sound(self._verdict)

    # ---- standings

    def _refresh_standings(self, *, all_messages: bool = False) -> None:
        """Record what lapsed, a portion in each turn, so that others can write in between.

        All messages are looked at after the start, later only where a standing's time has passed.
        """
        desk = self._context.desk
        if desk.ledger.refusal or (self._lapsing and not all_messages):
            return

        def work() -> int:
            if not all_messages:
                with desk.ledger.reading():
                    database, now = desk.workspace.database, desk.clock()
                    if not anything_due(database, now) and not any_term_over(database, now):
                        return 0
            return bring_up_to_date(desk.ledger, desk.clock())

        def done(count: int) -> None:
            if count:
                self._lapsing = True
                self._refresh_standings(all_messages=True)
            else:
                self._tell_of_lapses()

        def failed(error: Exception) -> None:
            self._tell_of_lapses()
            _LOG.warning("standings were not brought up to date: %s", type(error).__name__)

        self._context.runner.run(self, work, done, failed)

    def _tell_of_lapses(self) -> None:
        if self._lapsing:
            self._lapsing = False
            self._context.events.publish({Topic.MEMBERS, Topic.CASES, Topic.TASKS, Topic.AUDIT})
