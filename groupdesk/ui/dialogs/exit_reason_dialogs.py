# SPDX-License-Identifier: MIT
"""Dialogs of one text about a request to leave: a note, a mistake, a line opened again."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from groupdesk.domain.exit_records import ExitAnswer, ExitItemRecord, ExitRecord
from groupdesk.domain.leaving_enums import ExitEntryKind
from groupdesk.domain.records import Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.reason_dialog import ReasonDialog
from groupdesk.ui.exit_words import spoken, ticked_with


class ExitNoteDialog(ReasonDialog):
    """Among operators, or that it was recorded by mistake."""

    def __init__(
        self,
        context: UiContext,
        record: ExitRecord,
        parent: QWidget | None = None,
        *,
        mistaken: bool = False,
    ) -> None:
        """Ask for a note about `record`, or why it was a mistake."""
        self._exit, self._mistaken = record, mistaken
        super().__init__(
            context, parent, say=self._say_texts, work=self._writing, told=self._told_text
        )

    @property
    def _kind(self) -> ExitEntryKind:
        return ExitEntryKind.MISTAKEN if self._mistaken else ExitEntryKind.NOTE

    def wanted(self) -> str:
        return super().wanted() if self._mistaken else self.tr("a note")

    def _say_texts(self) -> None:
        row = self._exit.row
        about = f"{row.member_name} · {row.group_name}"
        if self._mistaken:
            self.set_head(self.tr("Recorded by mistake"), about, sign="undo-2")
            self.about.setText(self.tr("It stays on record, counts for nothing, and cannot go on."))
            self.field.set_caption(self.tr("&What went wrong"))
        else:
            self.set_head(self.tr("Note on the request to leave"), about, name=row.member_name)
            self.about.setText(self.tr("For the operators; the member does not see it."))
            self.field.set_caption(self.tr("&Note"))
        self.set_main(self.tr("Record"), "check")

    def _writing(self) -> Callable[[], Receipt]:
        request = ExitAnswer(self.operation, (self._exit.row.id,), self._kind, self.reason.text)
        return partial(self.context.desk.leaving.exits.answer, request)

    def _told_text(self) -> str:
        return self.context.translations.words(f"exit_told.{self._kind.value}")


class ExitReopenDialog(ReasonDialog):
    """A line of the checklist is to be done once more."""

    def __init__(
        self,
        context: UiContext,
        record: ExitRecord,
        item: ExitItemRecord,
        parent: QWidget | None = None,
    ) -> None:
        """Ask why `item` of `record` is open again."""
        self._exit, self._item = record, item
        super().__init__(
            context,
            parent,
            say=self._say_texts,
            work=lambda: partial(
                context.desk.leaving.exit_items.reopen,
                self.operation,
                record.row.id,
                ticked_with(item),
                self.reason.text,
            ),
            told=lambda: context.translations.words("exit_told.reopened"),
        )

    def _say_texts(self) -> None:
        said = spoken(self.context)
        self.set_head(self.tr("Open the line again"), said.item(self._item), sign="undo-2")
        about = [self.tr("Who ticked it, when and with what result stays to be read in the log.")]
        opened = set(ticked_with(self._item))
        others = [one.group_name for one in self._item.elsewhere if one.task_id in opened]
        if others:
            text = self.tr("It is opened again in {0} as well, where it was ticked with it.")
            about.append(text.format(said.listed(others)))
        self.about.setText(" ".join(about))
        self.field.set_caption(self.tr("&Why is it to be done again?"))
        self.set_main(self.tr("Open again"), "undo-2")
