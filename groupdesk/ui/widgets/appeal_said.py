# SPDX-License-Identifier: MIT
"""What was said in an appeal: the statement, questions and answers, the dialogue since."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from groupdesk.domain.appeal_records import AppealRecord
from groupdesk.domain.records import EvidenceRecord
from groupdesk.domain.text import visible
from groupdesk.ui.appeal_words import AppealWords
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.labels import LabelRole, label
from groupdesk.ui.widgets.section_label import SectionLabel
from groupdesk.ui.widgets.thumbnail import Thumbnail


class AppealSaid(QWidget):
    """All of it, in the order in which it was said; screenshots open large."""

    def __init__(
        self, context: UiContext, appeal: AppealRecord | None = None, parent: QWidget | None = None
    ) -> None:
        """Show `appeal`."""
        super().__init__(parent)
        self._context = context
        self._appeal: AppealRecord | None = None
        self._body = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._body)
        if appeal is not None:
            self.show_appeal(appeal)

    def show_appeal(self, appeal: AppealRecord) -> None:
        """Show another one, or the same as it is now."""
        self._appeal = appeal
        old, self._body = self._body, QWidget(self)
        self._column.removeWidget(old)
        old.hide()
        old.deleteLater()
        self._column.addWidget(self._body)
        self._build(appeal)

    @property
    def texts(self) -> list[str]:
        """All that is said, from top to bottom."""
        return [part.text() for part in self._body.findChildren(QLabel) if part.text()]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._appeal is not None:
            self.show_appeal(self._appeal)
        super().changeEvent(event)

    # ---- inside

    def _build(self, appeal: AppealRecord) -> None:
        context = self._context
        words = context.translations.words
        said = AppealWords(words, context.dates, context.desk.clock())
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_xs"))
        channel = words(f"appeal_channel.{appeal.channel.value}")
        self._head(column, self.tr("What the member says"))
        came = self.tr("{0} · {1} · recorded by {2}")
        moment = said.moment(appeal.row.received_at)
        self._text(column, came.format(moment, channel, appeal.operator), "secondary")
        self._text(column, appeal.statement)
        for text, told in (
            (appeal.late_reason, self.tr("Heard although it came %n day(s) late: {0}", "",
                                         appeal.days_late)),
            (appeal.again_reason, self.tr("Heard once more: {0}")),
        ):  # fmt: skip
            if text:
                self._text(column, told.format(text), "muted")
        answered = [one for one in appeal.answers if one.answer.strip()]
        if answered:
            self._head(column, self.tr("Questions and answers"))
        for question, answer in answered:
            self._text(column, question, "muted")
            self._text(column, answer)
        if appeal.evidence:
            self._head(column, self.tr("What the member shows"))
            self._pictures(column, appeal.evidence)
        if appeal.entries:
            self._head(column, self.tr("Since then"))
        for entry in appeal.entries:
            kind = words(f"appeal_entry_kind.{entry.kind.value}")
            by = self.tr("{0} · {1} · {2}").format(kind, said.moment(entry.at), entry.operator)
            self._text(column, by, "muted")
            if entry.text:
                self._text(column, entry.text)

    def _head(self, column: QVBoxLayout, text: str) -> None:
        if column.count():
            column.addSpacing(current_theme().size("space_m"))
        column.addWidget(SectionLabel(text, self._body))

    def _text(self, column: QVBoxLayout, text: str, role: LabelRole = "body") -> None:
        column.addWidget(label(text, role, self._body, wrap=True, selectable=True))

    def _pictures(self, column: QVBoxLayout, pictures: tuple[EvidenceRecord, ...]) -> None:
        strip = QWidget(self._body)
        flow = FlowLayout(strip, current_theme().size("space_s"))
        flow.setContentsMargins(0, 0, 0, 0)
        for at, record in enumerate(pictures):
            tile = Thumbnail(visible(record.caption or record.file_name), strip)
            tile.opened.connect(lambda at=at: self._open(at))
            flow.addWidget(tile)
            self._context.thumbnails.load(tile, record.sha256, tile.set_picture)
        column.addWidget(strip)

    def _open(self, at: int) -> None:
        from groupdesk.ui.dialogs.picture_dialog import PictureDialog  # noqa: PLC0415

        if self._appeal is not None:
            PictureDialog(self._context, self._appeal.evidence, at, self.window()).open()
