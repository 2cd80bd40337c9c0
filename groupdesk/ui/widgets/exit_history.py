# SPDX-License-Identifier: MIT
"""What was recorded about a request to leave, the newest first, and what came of its letters."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupdesk.domain.exit_records import ExitRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.exit_words import spoken
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel


class ExitHistory(QWidget):
    """Each entry with its time and whoever recorded it."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._context = context
        self._exit: ExitRecord | None = None
        self._head = SectionLabel(parent=self)
        self._body = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current_theme().size("space_xs"))
        self._column.addWidget(self._head)
        self._column.addWidget(self._body)
        self.texts: tuple[str, ...] = ()

    def show_exit(self, record: ExitRecord) -> None:
        """Show the history of `record`."""
        self._exit = record
        self._build()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._build()
        super().changeEvent(event)

    def _build(self) -> None:
        record = self._exit
        if record is None:
            return
        context = self._context
        words = context.translations.words
        said = spoken(context)
        self._head.setText(self.tr("What was recorded"))
        old, self._body = self._body, QWidget(self)
        self._column.removeWidget(old)
        old.hide()
        old.deleteLater()
        self._column.addWidget(self._body)
        lines = [(one.at, said.entry(one), one.operator, one.text) for one in record.entries]
        for one in record.deliveries:
            state = words(f"notice_state.{one.state.value}")
            lines.append((one.at, self.tr("Letter: {0}").format(state), one.operator, one.note))
        reason = words(f"exit_reason.{record.first_reason.value}")
        asked = self.tr("Asked to leave: {0}").format(reason)
        lines.append((record.row.asked_at, asked, record.operator, record.first_text))
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        texts = []
        for at, what, operator, text in sorted(lines, key=lambda line: line[0], reverse=True):
            by = self.tr("{0} · {1}").format(said.moment(at), operator)
            texts += [what, by, *((text,) if text else ())]
            column.addWidget(label(what, parent=self._body, wrap=True))
            column.addWidget(label(by, "secondary", self._body, wrap=True))
            if text:
                column.addWidget(label(text, "muted", self._body, wrap=True, selectable=True))
            column.addSpacing(current_theme().size("space_s"))
        self.texts = tuple(texts)
