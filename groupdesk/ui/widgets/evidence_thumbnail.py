# SPDX-License-Identifier: MIT
"""A piece of evidence in small: the picture, its redacted copy where there is one, or a file."""

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QWidget

from groupdesk.domain.decision_enums import EvidenceKind
from groupdesk.domain.records import EvidenceRecord
from groupdesk.domain.text import visible
from groupdesk.ui.thumbnails import Thumbnails
from groupdesk.ui.widgets.labels import plain_tooltip
from groupdesk.ui.widgets.thumbnail import Thumbnail

REDACTED_SIGN = "eye-off"
_SIGNS = {"audio": "file-headphone", "video": "file-play", "text": "file-text"}
_OTHER_SIGNS = {"application/pdf": "file-text", "application/zip": "file-archive"}


class EvidenceThumbnail(Thumbnail):
    """Shows what is safe to show: a redacted copy before its original, a file as a sign only."""

    def __init__(
        self,
        thumbnails: Thumbnails,
        record: EvidenceRecord | None,
        parent: QWidget | None = None,
        *,
        removable: bool = False,
    ) -> None:
        """Load the picture of `record`; without one it is still on its way."""
        super().__init__("", parent, removable=removable)
        self._thumbnails = thumbnails
        self._record = record
        if record is not None:
            self.show_record(record)

    def show_record(self, record: EvidenceRecord) -> None:
        """Show this piece of evidence."""
        self._record = record
        self.set_caption(record.caption or record.file_name)
        self.set_mark(REDACTED_SIGN if record.redacted_id else "")
        if record.kind is EvidenceKind.FILE:
            self.set_sign(sign_of(record), size_text(record.size))
        else:
            self._thumbnails.load(self, shown_sha256(record), self.set_picture)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_name()
            if self._record is not None and self._record.kind is EvidenceKind.FILE:
                self.set_sign(sign_of(self._record), size_text(self._record.size))

    def set_caption(self, caption: str) -> None:
        super().set_caption(caption)
        self._say_name()

    def _say_name(self) -> None:
        record = self._record
        if record is None:
            return
        if record.kind is EvidenceKind.FILE:
            name = self.tr("File {0}, kept unopened").format(self.caption)
        elif record.redacted_id:
            name = self.tr("Redacted screenshot {0}").format(self.caption)
            about = self.tr("Reports show this redacted copy; the original is kept.")
            self.setToolTip(plain_tooltip(f"{self.caption}\n{about}"))
        else:
            return
        self.setAccessibleName(visible(name))


def shown_sha256(record: EvidenceRecord) -> str:
    """Return the hash of what is shown by default: the redacted copy, where there is one."""
    return record.redacted_sha256 or record.sha256


def sign_of(record: EvidenceRecord) -> str:
    """Return the icon of a file that is kept unopened."""
    known = _OTHER_SIGNS.get(record.media_type)
    return known or _SIGNS.get(record.media_type.partition("/")[0], "file")


def size_text(size: int) -> str:
    """Return a number of bytes in words of the window's language."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
