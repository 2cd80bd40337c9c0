# SPDX-License-Identifier: MIT
"""What was said in a request to come back: why they ask, and what became of it since."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from groupdesk.domain.rejoin_records import RejoinRecord
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.rejoin_words import spoken
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.labels import LabelRole, label
from groupdesk.ui.widgets.section_label import SectionLabel


class RejoinSaid(QWidget):
    """All of it, in the order in which it was said."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._context = context
        self._rejoin: RejoinRecord | None = None
        self._body = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._body)

    @property
    def texts(self) -> list[str]:
        """All that is said, from top to bottom."""
        return [part.text() for part in self._body.findChildren(QLabel) if part.text()]

    def show_rejoin(self, record: RejoinRecord) -> None:
        """Show `record`."""
        self._rejoin = record
        old, self._body = self._body, QWidget(self)
        self._column.removeWidget(old)
        old.hide()
        old.deleteLater()
        self._column.addWidget(self._body)
        self._build(record)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._rejoin is not None:
            self.show_rejoin(self._rejoin)
        super().changeEvent(event)

    # ---- inside

    def _build(self, record: RejoinRecord) -> None:
        words, said = self._context.translations.words, spoken(self._context)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_xs"))
        column.addWidget(SectionLabel(self.tr("What they say"), self._body))
        channel = words(f"appeal_channel.{record.channel.value}")
        came = self.tr("{0} · {1} · recorded by {2}")
        moment = said.moment(record.row.asked_at)
        self._text(column, came.format(moment, channel, record.operator), "secondary")
        self._text(column, record.row.reason or self.tr("Nothing was said."))
        if not record.entries:
            return
        column.addSpacing(current_theme().size("space_m"))
        column.addWidget(SectionLabel(self.tr("Since then"), self._body))
        for entry in record.entries:
            by = self.tr("{0} · {1} · {2}")
            head = by.format(said.entry(entry), said.moment(entry.at), entry.operator)
            self._text(column, head, "muted")
            if entry.text:
                self._text(column, entry.text)
            if entry.override_reason:
                text = words("timeline.line.rejoin_override", text=entry.override_reason)
                self._text(column, text)
        letter = record.row.letter
        if record.row.has_letter:
            state = words(f"notice_state.{letter.value}") if letter else self.tr("not sent yet")
            self._text(column, self.tr("Letter: {0}").format(state), "secondary")

    def _text(self, column: QVBoxLayout, text: str, role: LabelRole = "body") -> None:
        column.addWidget(label(visible(text), role, self._body, wrap=True, selectable=True))
