# SPDX-License-Identifier: MIT
"""What can be done with evidence wherever it is shown: look at it in large, copy it, save it.

Each of these is custody: the log tells it, and it is done all the same where nothing can be
written, with a word that no entry says so.
"""

from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from uuid import uuid4

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from groupdesk.domain.enums import Action
from groupdesk.domain.errors import GroupDeskError, StorageError
from groupdesk.domain.records import EvidenceRecord, Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.file_names import file_name
from groupdesk.ui.theme_tokens import ToneName

Say = Callable[[str, ToneName], object]

_ENDINGS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/webp": "webp",
}
_FULL_SIZE = 1 << 20  # pixels; no display copy is as wide


class EvidenceActs(QObject):
    """Does it for one widget, which hears through `say` how it ended."""

    def __init__(self, context: UiContext, owner: QWidget, say: Say) -> None:
        """Belong to `owner`; without it nothing is said any more."""
        super().__init__(owner)
        self._context = context
        self._owner = owner
        self._say = say

    def open(self, records: Sequence[EvidenceRecord], at: int) -> None:
        """Show one of them in large; the others are a key away."""
        from groupdesk.ui.dialogs.picture_dialog import PictureDialog  # noqa: PLC0415

        PictureDialog(self._context, records, at, self._owner.window()).open()

    def viewed(self, evidence_id: int) -> None:
        """Have the log tell that it was looked at in large."""
        custody = self._context.desk.custody
        operation = uuid4()
        self._context.runner.run(
            self,
            lambda: custody.note(operation, Action.EVIDENCE_VIEW, evidence_id),
            self._on_noted,
            lambda error: self._on_failed(error, self.tr("That you look at this is not logged.")),
        )

    def copy(self, evidence_id: int, sha256: str) -> None:
        """Put a picture on the clipboard: our own copy of it, without metadata."""
        context, operation = self._context, uuid4()

        def work() -> tuple[Receipt | None, QImage]:
            receipt = None
            if not context.desk.ledger.refusal:
                receipt = context.desk.custody.note(operation, Action.EVIDENCE_COPY, evidence_id)
            return receipt, context.thumbnails.read(sha256, _FULL_SIZE)

        def copied(done: tuple[Receipt | None, QImage]) -> None:
            receipt, image = done
            self._on_noted(receipt)
            QGuiApplication.clipboard().setImage(image)
            self._say(self.tr("The picture was copied."), "ok")

        context.runner.run(self, work, copied, self._on_failed)

    def save(self, record: EvidenceRecord, *, original: bool = False) -> None:
        """Ask where to, and write the bytes there with their hash beside them.

        That is the redacted copy where there is one, unless the `original` is asked for.
        """
        copy = None
        if record.redacted_id and not original:
            try:
                copy = self._context.desk.evidence.get(record.redacted_id)
            except GroupDeskError as error:
                self._fail(error)
                return
        places = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(places) or str(Path.home())
        dialog = QFileDialog(self._owner.window(), self.tr("Save a copy"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name_of_copy(record, copy))
        evidence_id = record.id if copy is None else copy.id
        dialog.fileSelected.connect(lambda chosen: self.save_to(evidence_id, Path(chosen)))
        dialog.open()

    def save_to(self, evidence_id: int, path: Path) -> None:
        """Write the unchanged bytes and their hash."""
        custody, operation = self._context.desk.custody, uuid4()
        self._context.runner.run(
            self,
            lambda: custody.save_copy(operation, evidence_id, path),
            self._on_saved,
            self._fail,
        )

    def _on_saved(self, hashes: Path) -> None:
        self._say(
            self.tr("Saved; its SHA-256 stands beside it in “{0}”.").format(hashes.name), "ok"
        )

    def _on_noted(self, receipt: Receipt | None) -> None:
        if receipt is not None:
            self._context.done(receipt)

    def _fail(self, error: Exception) -> None:
        self._say(self._context.error_text(error), "danger")

    def _on_failed(self, error: Exception, unlogged: str = "") -> None:
        if unlogged and isinstance(error, StorageError):
            self._say(unlogged, "warning")
        else:
            self._fail(error)


def name_of_copy(record: EvidenceRecord, redacted: EvidenceRecord | None = None) -> str:
    """Return the name under which a copy is offered; no supplied name leads anywhere."""
    given = PurePosixPath(record.file_name)
    if redacted is not None:
        return file_name(f"{given.stem} redacted", _ENDINGS.get(redacted.media_type, "png"))
    ending = _ENDINGS.get(record.media_type) or given.suffix.lstrip(".") or "bin"
    return file_name(given.stem, ending)
