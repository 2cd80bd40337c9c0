# SPDX-License-Identifier: MIT
"""What the member did well, in sight before anybody warns them. Quiet, and gone without any."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.talk_records import RecognitionRecord
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.talk_words import TalkWords
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel

_AT_ONCE = 2


class RecognitionPanel(QFrame):
    """The newest two, and a link for the others."""

    def __init__(
        self, context: UiContext, membership_id: int, parent: QWidget | None = None
    ) -> None:
        """Read what is on record of the person, over all groups."""
        super().__init__(parent)
        theme = current_theme()
        self._context = context
        self._records: tuple[RecognitionRecord, ...] = ()
        try:
            self._records = context.desk.recognition.of_member(membership_id)
        except GroupDeskError:
            self._records = ()  # the history beside the form says what is wrong
        self.setProperty("surface", "panel")
        self._head = SectionLabel(parent=self)
        self.lines = label(role="body", parent=self, wrap=True, selectable=True)
        self.all = button("", "link", parent=self)
        self.all.setCheckable(True)
        self.all.toggled.connect(lambda _on: self._translate())
        words = QVBoxLayout()
        words.setSpacing(theme.size("space_xs"))
        for part in (self._head, self.lines, self.all):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.size("space_s"),) * 4)
        row.setSpacing(theme.size("space_s"))
        row.addWidget(IconLabel("award", "ok", parent=self))
        row.addLayout(words, 1)
        self._translate()
        self.setVisible(bool(self._records))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        context = self._context
        words = TalkWords(context.translations.words, context.dates, context.desk.clock())
        hidden = len(self._records) - _AT_ONCE
        shown = self._records if self.all.isChecked() else self._records[:_AT_ONCE]
        self._head.setText(self.tr("What they did well"))
        self.lines.setText("\n".join(visible(words.recognition(one)) for one in shown))
        self.all.setText(
            self.tr("Show less")
            if self.all.isChecked()
            else self.tr("Show %n more", "", max(hidden, 1))
        )
        self.all.setVisible(hidden > 0)
