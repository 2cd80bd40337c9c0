# SPDX-License-Identifier: MIT
"""What is known of a request to leave, line by line."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.exit_records import ExitRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.exit_words import spoken
from groupdesk.ui.widgets.fact_list import FactList


class ExitFacts(FactList):
    """Why, since when and by when; the answer that holds, and the letter about it."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._context = context
        self._exit: ExitRecord | None = None

    def show_exit(self, record: ExitRecord) -> None:
        """Show `record`."""
        self._exit = record
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        record = self._exit
        if record is None:
            return
        context, row, answer = self._context, record.row, record.answer
        words = context.translations.words
        said = spoken(context)
        channel = words(f"appeal_channel.{record.channel.value}")
        takes_over = row.replacement_name
        if takes_over and record.replacement is None:
            takes_over = self.tr("{0} (not in this group)").format(takes_over)
        elif record.replacement is not None and record.replacement.leaving:
            takes_over = self.tr("{0} (wants to leave, too)").format(takes_over)
        letter = ""
        if row.has_letter:
            letter = words(f"notice_state.{row.letter.value}") if row.letter else ""
            letter = letter or self.tr("written, not sent yet")
        self.set_facts(
            [
                (self.tr("Reason"), said.reason(row)),
                (self.tr("In their words"), row.reason_text),
                (self.tr("Asked"), f"{said.moment(row.asked_at)} · {channel}"),
                (self.tr("Recorded by"), record.operator),
                (self.tr("Would like to leave"), said.day(row.wish_on)),
                (
                    self.tr("Answer"),
                    f"{words(f'exit_entry_kind.{answer.kind.value}')} · {answer.operator}"
                    if answer is not None
                    else "",
                ),
                (self.tr("Last day"), said.day(row.until)),
                (self.tr("Takes over"), takes_over),
                (self.tr("Note"), answer.text if answer is not None else ""),
                (self.tr("Letter"), letter),
                (self.tr("Left"), said.moment(row.left_at)),
            ]
        )
