# SPDX-License-Identifier: MIT
"""Why a group is there, as somebody wrote it down when it was opened or joined."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.upkeep_records import GroupNoteRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.group_words import note_lines
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel

_SHOWN = 4


class GroupNotesCard(Card):
    """The newest notes, each with its day; or that nobody wrote any."""

    def __init__(self, context: UiContext, note_button: QPushButton, parent: QWidget) -> None:
        """Show nothing yet; `note_button` writes a note."""
        super().__init__(parent=parent)
        self._context = context
        self._head = SectionLabel(parent=self)
        self.notes = label(parent=self, wrap=True, selectable=True)
        self._head.setBuddy(self.notes)
        self.body.addWidget(self._head)
        self.body.addWidget(self.notes)
        note_button.setParent(self)
        self.body.addWidget(note_button, 0, Qt.AlignmentFlag.AlignLeading)

    def show_notes(self, notes: Sequence[GroupNoteRecord]) -> None:
        """Show the newest of these, which come newest first."""
        self._head.setText(self.tr("Why this group"))
        nothing = self.tr("Nobody wrote down why this group is there.")
        texts = [self._text(note) for note in notes[:_SHOWN]]
        if len(notes) > _SHOWN:
            texts.append(self.tr("and %n earlier note(s)", "", len(notes) - _SHOWN))
        self.notes.setText("\n\n".join(texts) or nothing)

    def _text(self, note: GroupNoteRecord) -> str:
        now = self._context.desk.clock()
        moment = from_text(note.at).astimezone(now.tzinfo)
        day = self._context.dates.day(moment.date(), now.date())
        kind = self._context.translations.words(f"group_note_kind.{note.kind.value}")
        head = self.tr("{0} · {1} · {2}").format(kind, day, note.operator)
        return "\n".join([head, *note_lines(self._context.translations.words, note)])
