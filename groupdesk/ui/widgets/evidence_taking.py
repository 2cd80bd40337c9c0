# SPDX-License-Identifier: MIT
"""How files and pictures become tiles: each as soon as it is known, all of it beside the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from groupdesk.domain.enums import EvidenceSource
from groupdesk.domain.errors import FileRefusedError, GroupDeskError
from groupdesk.domain.records import EvidenceRecord
from groupdesk.services.evidence import Intake
from groupdesk.services.evidence_staging import Files
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.evidence_strip import EvidenceStrip
from groupdesk.ui.widgets.evidence_thumbnail import shown_sha256
from groupdesk.ui.widgets.evidence_tile import EvidenceTile
from groupdesk.ui.widgets.known_evidence import Known
from groupdesk.workers.unopened import may_be_kept

_TILES_AT_ONCE = 5

T = TypeVar("T")
_Outcome = tuple[int, EvidenceRecord | FileRefusedError, QImage | None, Known | None]


@dataclass(frozen=True, slots=True)
class Taken:
    """What is to be said when all of a drop was taken in, or could not be."""

    twice: tuple[str, ...] = ()
    """Names of what has a tile already."""
    known: tuple[Known, ...] = ()
    """What has a new tile, and is in the records already or has a redacted copy."""
    refused: tuple[FileRefusedError, ...] = ()
    failure: Exception | None = None


class EvidenceTaking(QObject):
    """Takes in for one strip of tiles; several drops may be on their way at once."""

    ended = Signal(object)
    """A Taken: one drop is through."""

    def __init__(self, context: UiContext, strip: EvidenceStrip) -> None:
        """Show what comes in on `strip`."""
        super().__init__(strip)
        self._context = context
        self._strip = strip
        self.running = 0
        """How many drops are on their way in."""
        self.keepable: tuple[Path, ...] = ()
        """Which files of the last drop were refused, and can be kept unopened all the same."""
        self.source = EvidenceSource.FILE
        """By which way these came."""

    def take_files(
        self, paths: Sequence[Path], source: EvidenceSource, files: Files = Files.CHATS_KEPT
    ) -> None:
        """Take files in; `files` says what becomes of those that are no pictures."""
        evidence, given = self._context.desk.evidence, tuple(paths)
        drop = _Drop(self._context, self._strip, [path.name for path in given])
        tell = self._context.runner.relay(self, drop.hear)
        self.keepable, self.source = (), source

        def told(at: int, found: EvidenceRecord | FileRefusedError) -> None:
            tell((at, found, *self._shown_of(found)))

        def ended(intake: Intake) -> None:
            self.keepable = tuple(
                path
                for path, found in zip(given, drop.found, strict=True)
                if isinstance(found, FileRefusedError) and may_be_kept(found)
            )
            self._end(drop, Taken(tuple(drop.twice), tuple(drop.known), intake.refused))

        self._begin(lambda: evidence.take_files(given, source, files=files, told=told), ended, drop)

    def take_picture(self, encoded: Callable[[], bytes], name: str, source: EvidenceSource) -> None:
        """Take in a picture that is no file; `encoded` is called beside the window."""
        evidence = self._context.desk.evidence
        drop = _Drop(self._context, self._strip, [name])
        self.keepable, self.source = (), source

        def work() -> _Outcome:
            try:
                found: EvidenceRecord | FileRefusedError = evidence.take_bytes(
                    encoded(), name, source
                )
            except FileRefusedError as refusal:
                found = refusal
            return 0, found, *self._shown_of(found)

        def ended(outcome: _Outcome) -> None:
            drop.hear(outcome)
            refused = tuple(found for found in drop.found if isinstance(found, FileRefusedError))
            self._end(drop, Taken(tuple(drop.twice), tuple(drop.known), refused))

        self._begin(work, ended, drop)

    def _begin(self, work: Callable[[], T], ended: Callable[[T], object], drop: "_Drop") -> None:
        self.running += 1
        self._strip.changed.emit()
        self._context.runner.run(
            self,
            work,
            ended,
            lambda error: self._end(drop, Taken(failure=error)),
            pool="files",
        )

    def _end(self, drop: "_Drop", taken: Taken) -> None:
        self.running -= 1
        drop.end()
        self.ended.emit(taken)

    def _shown_of(
        self, found: EvidenceRecord | FileRefusedError
    ) -> tuple[QImage | None, Known | None]:
        """Read what its tile shows where the time for it is: in the thread that takes in."""
        if isinstance(found, FileRefusedError):
            return None, None
        context = self._context
        try:
            places = context.desk.evidence.places(found.id)
            known = Known(found, places) if places or found.redacted_id else None
            picture = context.thumbnails.read(shown_sha256(found)) if found.width else None
        except GroupDeskError:
            return None, None  # asked for again when it is shown, which says what is wrong
        return picture, known


class _Drop(QObject):
    """The tiles of files that came together, until each is there or refused.

    They are made a few at a time, so that fifty of them do not hold the window.
    """

    def __init__(self, context: UiContext, strip: EvidenceStrip, names: Sequence[str]) -> None:
        super().__init__(strip)
        self._thumbnails = context.thumbnails
        self._strip = strip
        self._names = tuple(names)
        self._tiles: list[EvidenceTile] = []
        self.found: list[EvidenceRecord | FileRefusedError | None] = [None] * len(names)
        self.twice: list[str] = []
        self.known: list[Known] = []
        self._more = QTimer(self, interval=0)
        self._more.timeout.connect(lambda: self._expect(len(self._tiles) + _TILES_AT_ONCE))
        strip.keep_room(len(strip.tiles) + len(names))
        self._expect(_TILES_AT_ONCE)
        self._more.start()

    def hear(self, outcome: _Outcome) -> None:
        """Show what became of one of them."""
        at, found, image, known = outcome
        self._expect(at + 1)
        self.found[at] = found
        tile = self._tiles[at]
        if isinstance(found, FileRefusedError):
            self._strip.forget(tile)
        elif self._strip.holds(found.id):
            self.twice.append(found.file_name)
            self._strip.forget(tile)
        else:
            if image is not None:
                self._thumbnails.keep(shown_sha256(found), image)
            if known is not None:
                self.known.append(known)
            self._strip.arrive(tile, found)

    def end(self) -> None:
        """Take away tiles for which nothing came."""
        self._more.stop()
        self._strip.keep_room(0)
        for tile, found in zip(self._tiles, self.found, strict=False):
            if found is None:
                self._strip.forget(tile)
        self.deleteLater()

    def _expect(self, count: int) -> None:
        """Have at least so many tiles."""
        self._tiles += self._strip.expect(self._names[len(self._tiles) : count])
        if len(self._tiles) == len(self._names):
            self._more.stop()
