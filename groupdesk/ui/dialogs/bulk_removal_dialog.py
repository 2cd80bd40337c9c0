# SPDX-License-Identifier: MIT
"""Decides on the removal of several members in one act, or of one person from all groups."""

import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from threading import Event

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import DraftRecord
from groupdesk.domain.enums import Topic
from groupdesk.domain.errors import (
    CancelledError,
    RefusedError,
    StateChangedError,
    StorageError,
    ValidationError,
)
from groupdesk.domain.records import MemberDetail, Receipt
from groupdesk.domain.removal_records import BatchLine, BatchMember, BatchPreview, BatchRequest
from groupdesk.domain.review_records import Reviewed
from groupdesk.domain.templates import fill_ins
from groupdesk.services.desk import Desk
from groupdesk.ui.bulk_notices import BulkNotices
from groupdesk.ui.bulk_removal_draft import (
    DRAFT_KIND,
    SaidOfOne,
    drafted_members,
    drafted_review,
)
from groupdesk.ui.bulk_removal_lines import BulkLines
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.bulk_removal_side import BulkRemovalSide
from groupdesk.ui.draft_keeper import Contents
from groupdesk.ui.removal_recorded import RemovalRecorded
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.bulk_removal_form import BulkRemovalForm
from groupdesk.ui.widgets.draft_frame import DraftFrame

_NAMED = 3
_WATCHED = frozenset({Topic.MEMBERS, Topic.GROUPS, Topic.RULES, Topic.CASES})
_LOOK_AFTER = 200  # milliseconds of rest before the dry run is made anew


class BulkRemovalDialog(DraftFrame):
    """All are recorded in one step, or nobody; who cannot be removed is left out and counted.

    Leaving keeps a draft: at the member who was registered first, in whatever order they were
    chosen, for this member stands for them on the page "Today".
    """

    def __init__(
        self,
        context: UiContext,
        details: Sequence[MemberDetail],
        parent: QWidget | None = None,
        *,
        everywhere: bool = False,
        reviewed: Reviewed | None = None,
        said: SaidOfOne | None = None,
    ) -> None:
        """Ask about these members; `everywhere`: they are one person in several groups.

        `reviewed` is the review in which their removal was decided on; `said` was in the window of
        one of them already.
        """
        self._review = reviewed.review_id if reviewed is not None else 0
        self._details = {one.row.id: one for one in details}
        super().__init__(
            context,
            DRAFT_KIND,
            min(self._details),
            parent,
            contents=self._all_contents,
            restore=self._restore_all,
            kept_text=lambda: self.tr(
                "The removal of %n member(s) is kept as a draft.", "", len(details)
            ),
            discarded_text=lambda: self.tr(
                "The draft for %n member(s) was discarded.", "", len(details)
            ),
            open_again=lambda: _opener(
                context,
                tuple(self._details),
                self.parentWidget(),
                everywhere=everywhere,
                reviewed=reviewed,
            ),
        )
        self._context = context
        self._everywhere = everywhere
        self._operation = uuid.uuid4()
        self._seen_seq = context.desk.ledger.head()[0]
        self._asked = 0
        self._looking = False
        self._key: object = None
        self._seen_key: object = None
        """What the dry run that is shown was made for."""
        self.lines = BulkLines(tuple(details), one_person=everywhere)
        self.removal = BulkRemovalForm(context, details, self, one_person=everywhere)
        self.list = BulkRemovalSide(context, self.lines, self)
        self.form.addWidget(self.removal)
        self.side.addWidget(self.list)
        self.share_width(5, 4)
        self._keep = self.add_cancel()
        self._timer = QTimer(self, singleShot=True, interval=_LOOK_AFTER)
        self._timer.timeout.connect(self._look)
        self._writing = QTimer(self, singleShot=True, interval=_LOOK_AFTER)
        self._writing.timeout.connect(self._show_notice)
        if reviewed is not None:
            self.removal.begin_with(reviewed.ground, reviewed.reasons, reviewed.comment)
        if said is not None:
            self.removal.go_on_from(said)
            self.lines.say_of(said.membership_id, said.overrides)
        self.begin()
        self.removal.changed.connect(self._on_form)
        self.list.changed.connect(self._on_list)
        self.list.shown.connect(self._show_notice)
        self.main_requested.connect(self._record)
        context.events.changed.connect(self._on_data)
        self.take_evidence_from(self.removal.evidence)
        self._say()
        self._look()
        self.resize(self.sizeHint())

    # ---- the draft

    def _all_contents(self) -> Contents:
        """Return what form and list hold."""
        said = {**self.removal.payload(), **self.lines.payload(), "everywhere": self._everywhere}
        said["review"] = self._review
        return said, self.removal.evidence.uses()

    def _restore_all(self, draft: DraftRecord) -> None:
        """Take back what form and list held; the members are those that are asked about now."""
        self.removal.restore(draft)
        self.lines.restore(draft.payload)
        self._review = self._review or drafted_review(draft)
        self.list.restore()
        if set(drafted_members(draft)) != set(self._details):
            self.banner.show_message(
                self.tr("This goes on from a draft that was about other members."), "accent"
            )

    # ---- Qt

    def sizeHint(self) -> QSize:
        """Return as much as the window behind has, or form and list beside each other."""
        wanted = super().sizeHint()
        window = self.parentWidget()
        if window is not None and window.isVisible():
            room = window.window().size()
            edge = current_theme().size("space_xl")
            return QSize(min(wanted.width() + 4 * edge, room.width()), room.height())
        return wanted

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    # ---- words

    def _say(self) -> None:
        details = self.lines.details
        groups = {one.group.id: one.group.name for one in details}
        first = details[0].row.name
        if self._everywhere:
            title = self.tr("Remove {0} from all groups").format(first)
        elif len(groups) == 1:
            title = self.tr("Remove %n member(s) from {0}", "", len(details))
            title = title.format(details[0].group.name)
        else:
            title = self.tr("Remove %n member(s)", "", len(details))
        about = self.tr("One decision; each has a case and a fair-process list of their own.")
        if len(groups) > 1:
            names = self.tr(", ").join(groups.values())
            about = self.tr("{0}: one decision, a case and a fair-process list in each.")
            about = about.format(names)
        self.set_head(title, about, name=first if self._everywhere else "", sign="users")
        self._show_state()

    def _show_state(self) -> None:
        """Say what is missing, and name the main button by what it would do."""
        going, words = self.lines.going, self._context.translations.words
        missing = self.removal.missing(sorted({line.group_id for line in going}))
        if self.lines.lines and not going:
            missing.append(self.tr("somebody who can be removed"))
        reasons = self.lines.open_reasons
        if reasons:
            missing.append(words("still_missing.answers", count=reasons))
        if self._notice_gaps():
            missing.append(self.tr("a notice without gaps"))
        if self._looking and not missing:
            missing.append(self.tr("a look at each of them"))
        self.set_missing(missing)
        asking = sum(line.asks_approval for line in going)
        if not asking:
            text = self.tr("Record %n removal(s)", "", len(going))
        elif asking == len(going):
            text = self.tr("Ask for approval of %n", "", asking)
        else:
            text = self.tr("Record {0}, ask for {1}").format(len(going) - asking, asking)
        self.set_main(text, "user-check" if asking else "user-minus", "danger")
        worth_keeping = self.keeper.worth_keeping
        self.discard_button.setEnabled(worth_keeping)
        if not self.busy:
            self._keep.setText(self.tr("Keep draft") if worth_keeping else self.tr("Close"))

    def _show_notice(self) -> None:
        filled = self.removal.notices().filled(self.list.current)
        self.list.one.show_notice(filled[0] if filled is not None else None)

    def _notice_gaps(self) -> bool:
        """Say whether a template asks for something that nobody fills in here."""
        return any(fill_ins(one.body) for one in self.removal.notice.chosen.values())

    # ---- the dry run

    def _on_list(self) -> None:
        self.keeper.touch()
        self._show_state()

    def _on_form(self) -> None:
        self.keeper.touch()
        self._writing.start()  # one who types does not read it
        request = self._request(())
        key = (
            request.ground,
            tuple(request.rules.items()),
            request.term,
            request.blocks,
            request.already_removed_at,
            request.until,
            request.incident.happened_at,
        )
        if key != self._key:
            self._key = key
            self._asked += 1
            self._looking = True
            self._timer.start()
        self._show_state()

    def _look(self) -> None:
        """Ask what would become of each; what is asked for by now is told."""
        self._timer.stop()
        self._asked += 1
        self._looking = True
        asked, key = self._asked, self._key
        request = self._request([BatchMember(ident) for ident in self._details])
        desk = self._context.desk

        def go_on(_done: int, _whole: int) -> None:
            if asked != self._asked:
                raise CancelledError

        def look() -> tuple[int, BatchPreview]:
            seen = desk.ledger.head()[0]  # what comes in between is told twice, and never missed
            return seen, desk.removal_batches.preview(request, go_on)

        def show(found: tuple[int, BatchPreview]) -> None:
            if asked == self._asked:
                self._looking = False
                self._seen_seq, preview = found
                changed = self.lines.follow(preview.lines, same_form=key == self._seen_key)
                self._seen_key = key
                self.list.follow()
                self._show_state()
                self._tell_changed(changed)

        def failed(error: Exception) -> None:
            if asked == self._asked and not isinstance(error, CancelledError):
                self.banner.show_message(self._context.error_text(error), "danger")

        self._context.runner.run(self, look, show, failed, pool="files")

    def _tell_changed(self, changed: Sequence[BatchLine]) -> None:
        """Name those of whom something is otherwise than was shown, and bring the first there."""
        if not changed:
            return
        names = self.tr(", ").join(line.member_name for line in changed[:_NAMED])
        if changed[_NAMED:]:
            names = self.tr("{0} and %n more", "", len(changed) - _NAMED).format(names)
        self.list.show_member(changed[0].membership_id)
        self.banner.show_message(
            self.tr(
                "Changed while this was open: {0}. Nothing was recorded yet; look at the list once"
                " more."
            ).format(names),
            "warning",
        )

    def _on_data(self, topics: frozenset[Topic]) -> None:
        """Look again when somebody changed a member, a group or its rules."""
        if topics & _WATCHED and self.isVisible() and not self.busy:
            self._look()

    def _request(self, members: Sequence[BatchMember]) -> BatchRequest:
        request = self.removal.request(
            self._operation, members, self.lines.shared, self._seen_seq, self.keeper.draft_id
        )
        return replace(request, review=self._review or None)

    # ---- recording

    def _record(self) -> None:
        self.set_busy(True)
        self.keeper.settle(self._send)

    def _send(self) -> None:
        members = [self.lines.member(line) for line in self.lines.going]
        request, notices = self._request(members), self.removal.notices()
        desk, details, stopped = self._context.desk, self._details, Event()

        def show(done: tuple[int, int]) -> None:
            self.show_progress(*done)

        tell = self._context.runner.relay(self, show)

        def progress(done: int, whole: int) -> None:
            if stopped.is_set():
                raise CancelledError
            tell((done, whole))

        def work() -> Receipt:
            told = [_told(one, details[one.membership_id], notices) for one in request.members]
            return _decide(desk, replace(request, members=tuple(told)), progress)

        self.set_busy(True, stop=stopped.set)
        self._context.runner.run(self, work, self._on_recorded, self._on_failed)

    def _on_recorded(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self.accept()
        self._context.events.acted.emit()
        # an act that was saved before, whatever was answered then, names no topics
        self._context.events.publish(receipt.topics or frozenset(Topic))
        RemovalRecorded(self._context, receipt.subject_id, self.parentWidget()).tell()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.keeper.touch()
        if isinstance(error, CancelledError):
            self.banner.show_message(self.tr("Stopped. Nobody was removed."), "muted")
        else:
            text = self._context.error_text(error)
            self.show_failure(error, text, self.removal.fields)
        if isinstance(error, StateChangedError | RefusedError | ValidationError):
            self._look()
        self._show_state()


def _told(member: BatchMember, detail: MemberDetail, notices: BulkNotices) -> BatchMember:
    """Return the member with the notice in their words."""
    filled = notices.filled(detail)
    if filled is None:
        return member
    return replace(member, notice=filled[0].text, notice_language=filled[1].value)


def _decide(desk: Desk, request: BatchRequest, progress: Callable[[int, int], None]) -> Receipt:
    """Record the removals; after an error of the disk, look whether they were saved."""
    try:
        return desk.removal_batches.decide(request, progress)
    except StorageError:
        with suppress(StorageError):
            if desk.ledger.was_saved(request.operation):
                return desk.removal_batches.decide(request)
        raise


def _opener(
    context: UiContext,
    ids: tuple[int, ...],
    window: QWidget | None,
    *,
    everywhere: bool,
    reviewed: Reviewed | None,
) -> Callable[[], object]:
    """Return what opens such a dialog again over the same window."""

    def open_again() -> None:
        from groupdesk.ui.member_acts import MemberActs  # noqa: PLC0415

        if window is not None:
            acts = MemberActs(context, window)
            acts.remove_many(ids, everywhere=everywhere, reviewed=reviewed)

    return open_again
