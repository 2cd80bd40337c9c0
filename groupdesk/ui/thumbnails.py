# SPDX-License-Identifier: MIT
"""Pictures of evidence for the screen: our own re-encoded copies, decoded beside the window."""

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QImage, QImageReader, QPixmap

from groupdesk.ui.tasks import Runner

if TYPE_CHECKING:
    from groupdesk.services.evidence_store import EvidenceStore

_KEPT = 200
_ALLOCATION_MEGABYTES = 320


class Thumbnails:
    """Loads thumbnails and display copies; keeps the last ones."""

    def __init__(self, store: "Callable[[], EvidenceStore]", runner: Runner) -> None:
        """Load from `store`, asked for when needed, with the files pool of `runner`."""
        self._store = store
        self._runner = runner
        self._kept: OrderedDict[tuple[str, int], QPixmap] = OrderedDict()
        QImageReader.setAllocationLimit(_ALLOCATION_MEGABYTES)

    def load(
        self, owner: QObject, sha256: str, on_loaded: Callable[[QPixmap], object], width: int = 0
    ) -> None:
        """Call `on_loaded` with the thumbnail, or with the display copy at `width` pixels.

        At once when it was loaded before; an empty pixmap when the file is gone or unreadable.
        """
        key = (sha256, width)
        known = self._kept.get(key)
        if known is not None:
            self._kept.move_to_end(key)
            on_loaded(known)
            return

        def loaded(image: QImage) -> None:
            self.keep(sha256, image, width)
            on_loaded(self._kept[key])

        self._runner.run(
            owner,
            lambda: self.read(sha256, width),
            loaded,
            lambda _error: on_loaded(QPixmap()),
            pool="files",
        )

    def read(self, sha256: str, width: int = 0) -> QImage:
        """Read and decode what `load` shows; in any thread. Raises as EvidenceStore.display."""
        store = self._store()
        path = store.display(sha256) if width else store.thumbnail(sha256)
        return _decode(path, width)

    def keep(self, sha256: str, image: QImage, width: int = 0) -> None:
        """Have what was read at hand for `load`."""
        self._kept[sha256, width] = QPixmap.fromImage(image)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)


def _decode(path: Path, width: int) -> QImage:
    # The format is fixed to what we wrote: Qt would otherwise believe the contents.
    form = b"png" if path.suffix == ".png" else b"jpeg"
    reader = QImageReader(str(path), form)
    size = reader.size()
    if width and size.width() > width:
        reader.setScaledSize(QSize(width, max(1, size.height() * width // size.width())))
    return reader.read()
