# SPDX-License-Identifier: MIT
"""Keeps the unfinished work of a composer: while one writes, on leaving, and after a mistake."""

import logging
from collections.abc import Callable, Mapping
from typing import TypedDict

from PySide6.QtCore import QObject, QTimer, Signal

from groupdesk.domain.act_records import DraftRecord, EvidenceUse
from groupdesk.domain.enums import Topic
from groupdesk.domain.errors import GroupDeskError
from groupdesk.ui.context import UiContext

Contents = tuple[Mapping[str, object], tuple[EvidenceUse, ...]]
"""What a composer holds: its fields as JSON values, and its screenshots."""

AFTER_MILLISECONDS = 2_000
_UNDO_SECONDS = 20
_TOPICS = frozenset({Topic.DRAFTS})

_log = logging.getLogger(__name__)


class _Place(TypedDict):
    group_id: int | None
    membership_id: int | None


class DraftKeeper(QObject):
    """The draft of one kind for one member or group; what owns it is its parent.

    Two seconds after the last `touch` the contents are written; `leave` writes at once.
    """

    kept = Signal(str)
    """The stored time at which the draft was written."""

    def __init__(
        self,
        context: UiContext,
        kind: str,
        membership_id: int | None,
        contents: Callable[[], Contents],
        parent: QObject,
        *,
        group_id: int | None = None,
    ) -> None:
        """Keep what `contents` returns as the draft `kind` of a member, or of a group."""
        super().__init__(parent)
        self._context = context
        self._kind = kind
        self._place: _Place = {"group_id": group_id, "membership_id": membership_id}
        self._contents = contents
        self._pristine: Contents | None = None
        self._saved: Contents | None = None
        self._draft_id: int | None = None
        self._running = False
        self._waiting: list[Callable[[], object]] = []
        self._untold = False
        self._timer = QTimer(self, singleShot=True, interval=AFTER_MILLISECONDS)
        self._timer.timeout.connect(self._keep_quietly)

    @property
    def draft_id(self) -> int | None:
        """The draft's id, for the request that makes it superfluous; None while there is none."""
        return self._draft_id

    @property
    def worth_keeping(self) -> bool:
        """Whether there is a draft, or something that would be one."""
        return self._draft_id is not None or self._is_new()

    @property
    def unsaved(self) -> bool:
        """Whether the contents are others than the ones that were loaded or kept last."""
        return self._is_new()

    def load(self) -> DraftRecord | None:
        """Return the draft that was kept before. Raises StorageError."""
        found = self._context.desk.drafts.load(self._kind, **self._place)
        self._draft_id = found.id if found else None
        return found

    def begin(self) -> None:
        """Take the contents as they are now for nothing new: empty, or just restored."""
        self._pristine = self._contents()
        self._saved = self._pristine if self._draft_id else None

    def forget(self) -> None:
        """Take the contents for nothing new: an act took the draft with it."""
        self._draft_id = None
        self.begin()

    def touch(self) -> None:
        """Say that the contents may have changed."""
        self._timer.start()

    def stop(self) -> None:
        """Write nothing by itself from now on: the act itself is under way."""
        self._timer.stop()

    def settle(self, then: Callable[[], object]) -> None:
        """Call `then` once no write of the draft is under way, at once when none is."""
        self.stop()
        if self._running:
            self._waiting.append(then)
        else:
            then()

    def leave(
        self, on_left: Callable[[], object], on_failure: Callable[[Exception], object]
    ) -> None:
        """Write what is not written yet, then call `on_left`; nothing new writes nothing.

        Only now the pages hear of the draft: they are behind the composer, and loading them again
        at each writing would hold the window.
        """

        def left() -> None:
            if self._untold:
                self._untold = False
                self._context.events.publish(_TOPICS)
            on_left()

        def leave_now() -> None:
            if self._is_new():
                self._keep(left, on_failure)
            else:
                left()

        self.settle(leave_now)

    def discard(
        self,
        told: str,
        undo_text: str,
        on_left: Callable[[], object],
        on_failure: Callable[[Exception], object],
        on_restored: Callable[[], object] = lambda: None,
    ) -> None:
        """Drop the draft, call `on_left`, and offer to bring it back on the window's banner.

        `told` is what the banner says, `undo_text` stands on its button. `on_restored` is called
        once it is back; it must not need the composer, which is gone by then.
        """
        contents = self._contents()
        worth_undoing = self.worth_keeping
        context, kind, place = self._context, self._kind, self._place

        def restore() -> None:
            _write(context, kind, place, contents, on_restored)

        def gone(_nothing: None) -> None:
            context.events.publish(_TOPICS)
            on_left()
            if worth_undoing:
                context.notify(
                    told, "muted", action_text=undo_text, action=restore, seconds=_UNDO_SECONDS
                )

        def drop() -> None:
            draft_id = self._draft_id
            if draft_id is None:
                gone(None)
            else:
                discard = context.desk.drafts.discard
                context.runner.run(self, lambda: discard(draft_id), gone, on_failure)

        self.settle(drop)

    def _is_new(self) -> bool:
        known = self._pristine if self._draft_id is None else self._saved
        return self._contents() != known

    def _keep_quietly(self) -> None:
        if self._is_new() and not self._running:
            self._keep(lambda: None, _note_failure)

    def _keep(
        self, on_kept: Callable[[], object], on_failure: Callable[[Exception], object]
    ) -> None:
        contents = self._contents()
        payload, uses = contents
        desk, kind, place = self._context.desk, self._kind, self._place
        self._running = True

        def work() -> DraftRecord:
            return desk.drafts.save(kind, payload, **place, evidence=uses)

        def saved(draft: DraftRecord) -> None:
            if self._draft_id is None:
                self._context.events.own_draft()
            self._draft_id, self._saved = draft.id, contents
            self._untold = True
            self.kept.emit(draft.saved_at)
            self._end(on_kept)

        def failed(error: Exception) -> None:
            self._end(lambda: on_failure(error))

        self._context.runner.run(self, work, saved, failed)

    def _end(self, last: Callable[[], object]) -> None:
        self._running = False
        waiting, self._waiting = self._waiting, []
        last()
        for then in waiting:
            then()


def _note_failure(error: Exception) -> None:
    # Nobody asked for this write; leaving and the act itself say what is wrong with the disk.
    if not isinstance(error, GroupDeskError):
        raise error
    _log.warning("a draft was not written: %s", error.code)


def _write(
    context: UiContext,
    kind: str,
    place: _Place,
    contents: Contents,
    on_written: Callable[[], object],
) -> None:
    payload, uses = contents

    def done(_draft: DraftRecord) -> None:
        context.events.publish(_TOPICS)
        on_written()

    def failed(error: Exception) -> None:
        context.notify(context.error_text(error), "danger")

    def work() -> DraftRecord:
        return context.desk.drafts.save(kind, payload, **place, evidence=uses)

    context.runner.run(context.events, work, done, failed)
