# SPDX-License-Identifier: MIT
"""Beside a talk: what was agreed before, and questions that one would really ask."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Language
from groupdesk.domain.records import MemberDetail
from groupdesk.domain.talk_records import PARTS, Agreement
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.message_values import language_of
from groupdesk.ui.talk_words import TalkWords
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel
from groupdesk.words import Words

_NAMES = {Language.EN: "English", Language.ZH: "中文"}
_MOST = 4


class TalkGuide(QWidget):
    """The questions are in the member's language, or in the other one."""

    def __init__(
        self, context: UiContext, detail: MemberDetail, parent: QWidget | None = None
    ) -> None:
        """Read what was agreed with the member so far."""
        super().__init__(parent)
        theme = current_theme()
        self._context = context
        self._agreements = context.desk.follow_ups.agreements(detail.row.id)
        self._before = SectionLabel(parent=self)
        self._lines = [label(role="body", parent=self, wrap=True, selectable=True) for _ in "1234"]
        self._more = label(role="secondary", parent=self, wrap=True)
        self._head = SectionLabel(parent=self)
        self.languages = ChipRow(
            "", [Chip(one.value, name) for one, name in _NAMES.items()], parent=self
        )
        self.languages.set_current(language_of(detail)[0].value)
        self._parts = {part: label(role="strong", parent=self) for part in PARTS}
        self._questions = {
            part: label(role="body", parent=self, wrap=True, selectable=True) for part in PARTS
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_s"))
        for widget in (self._before, *self._lines, self._more):
            column.addWidget(widget)
        column.addSpacing(theme.size("space_s"))
        column.addWidget(self._head)
        column.addWidget(self.languages)
        for part in PARTS:
            column.addWidget(self._parts[part])
            column.addWidget(self._questions[part])
        column.addStretch(1)
        self.languages.chosen.connect(lambda _key: self._ask())
        self._translate()

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """The talks so far, the newest first."""
        return self._agreements

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        self._before.setText(self.tr("Talks so far"))
        self._head.setText(self.tr("Questions that help"))
        self.languages.setAccessibleName(self.tr("Language of the questions"))
        now = self._context.desk.clock()
        words = TalkWords(self._context.translations.words, self._context.dates, now)
        for shown, said in zip(self._lines, self._agreements, strict=False):
            shown.setText(visible(words.agreement(said)))
        for place, shown in enumerate(self._lines):
            shown.setVisible(place < len(self._agreements))
        first = self._agreements[-1] if self._agreements else None
        hidden = len(self._agreements) - _MOST
        if first is None:
            self._more.setText(self.tr("None yet: this is the first one."))
        else:
            day = from_text(first.at).astimezone(now.tzinfo).date()
            since = self._context.dates.day(day, now.date())
            self._more.setText(self.tr("%n more since {0}", "", max(hidden, 1)).format(since))
        self._more.setVisible(first is None or hidden > 0)
        self._ask()

    def _ask(self) -> None:
        words = Words(self.languages.current)
        for part in PARTS:
            self._parts[part].setText(words(f"talk_part.{part}"))
            questions = (words(f"talk_question.{part}.{number}") for number in ("one", "two"))
            self._questions[part].setText("\n".join(questions))
            self._questions[part].setAlignment(Qt.AlignmentFlag.AlignLeading)
