# SPDX-License-Identifier: MIT
"""The evidence that earlier acts on a person used, to look at while one writes."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.clock import from_text
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.evidence_thumbnail import EvidenceThumbnail
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel


class EvidenceShelf(QWidget):
    """Shows them newest first; Enter or a click opens one in large."""

    def __init__(
        self, context: UiContext, membership_id: int, parent: QWidget | None = None
    ) -> None:
        """Read what acts on the person of `membership_id` used, in any group."""
        super().__init__(parent)
        self._context = context
        self._records = context.desk.evidence.earlier(membership_id)
        self._attached: frozenset[int] = frozenset()
        theme = current_theme()
        self._here = label(role="secondary", parent=self, wrap=True)
        self._head = SectionLabel(parent=self)
        self._none = label(role="muted", parent=self, wrap=True)
        self._none.setVisible(not self._records)
        self._strip = QWidget(self)
        flow = FlowLayout(self._strip, theme.size("space_m"))
        self.thumbnails = [self._thumbnail(at) for at in range(len(self._records))]
        for thumbnail in self.thumbnails:
            flow.addWidget(thumbnail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_m"))
        for part in (self._here, self._head, self._none, self._strip):
            column.addWidget(part)
        column.addStretch(1)
        self._translate()

    @property
    def count(self) -> int:
        """How many pieces of evidence there are, the ones attached now and the earlier ones."""
        return len(self._attached | {record.id for record in self._records})

    def show_attached(self, uses: Sequence[EvidenceUse]) -> None:
        """Say how many pieces of evidence are attached to what is being written."""
        self._attached = frozenset(use.evidence_id for use in uses)
        self._translate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _thumbnail(self, at: int) -> EvidenceThumbnail:
        thumbnail = EvidenceThumbnail(self._context.thumbnails, self._records[at], self._strip)
        thumbnail.opened.connect(lambda: self._open(at))
        return thumbnail

    def _caption(self, at: int) -> str:
        record, now = self._records[at], self._context.desk.clock()
        added = from_text(record.added_at).astimezone(now.tzinfo).date()
        day = self._context.dates.day(added, now.date())
        return f"{day} · {record.caption or record.file_name}"

    def _translate(self) -> None:
        attached = len(self._attached)
        self._here.setText(
            self.tr("%n pieces of evidence attached here", "", attached)
            if attached
            else self.tr("No evidence attached here yet")
        )
        self._head.setText(self.tr("From earlier acts"))
        self._none.setText(self.tr("No earlier act on this person used any evidence."))
        for at, thumbnail in enumerate(self.thumbnails):
            thumbnail.set_caption(self._caption(at))

    def _open(self, at: int) -> None:
        from groupdesk.ui.dialogs.picture_dialog import PictureDialog  # noqa: PLC0415

        PictureDialog(self._context, self._records, at, self.window()).open()
