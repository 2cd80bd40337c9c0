# SPDX-License-Identifier: MIT
"""Pieces of evidence side by side, to be looked at in large."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from groupdesk.domain.records import EvidenceRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.evidence_thumbnail import EvidenceThumbnail
from groupdesk.ui.widgets.flow_layout import FlowLayout


class EvidenceGallery(QWidget):
    """Wraps where there is little room; Enter or a click opens one in large."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._context = context
        self._records: tuple[EvidenceRecord, ...] = ()
        self._flow = FlowLayout(self, current_theme().size("space_m"))
        self.thumbnails: list[EvidenceThumbnail] = []

    def show_records(self, records: Sequence[EvidenceRecord]) -> None:
        """Show these instead of what was shown."""
        if tuple(records) == self._records:
            return
        self._records = tuple(records)
        for old in self.thumbnails:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.thumbnails = [self._thumbnail(at) for at in range(len(self._records))]
        for made in self.thumbnails:
            self._flow.addWidget(made)
            made.show()

    def _thumbnail(self, at: int) -> EvidenceThumbnail:
        made = EvidenceThumbnail(self._context.thumbnails, self._records[at], self)
        made.opened.connect(lambda: self._open(at))
        return made

    def _open(self, at: int) -> None:
        from groupdesk.ui.dialogs.picture_dialog import PictureDialog  # noqa: PLC0415

        PictureDialog(self._context, self._records, at, self.window()).open()
