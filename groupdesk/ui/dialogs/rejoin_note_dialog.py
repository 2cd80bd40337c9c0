# SPDX-License-Identifier: MIT
"""Adds a note among operators to a request to come back."""

from functools import partial

from PySide6.QtWidgets import QWidget

from groupdesk.domain.leaving_enums import RejoinEntryKind
from groupdesk.domain.rejoin_records import RejoinAnswer, RejoinRow
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.reason_dialog import ReasonDialog


class RejoinNoteDialog(ReasonDialog):
    """Whoever asked never sees it."""

    def __init__(self, context: UiContext, row: RejoinRow, parent: QWidget | None = None) -> None:
        """Add to `row`."""
        self._row = row
        super().__init__(
            context,
            parent,
            say=self._say_texts,
            work=lambda: partial(context.desk.leaving.rejoin_requests.answer, self._request()),
            told=lambda: context.translations.words("rejoin_told.note"),
        )

    def wanted(self) -> str:
        return self.tr("a note")

    def _request(self) -> RejoinAnswer:
        kind = RejoinEntryKind.NOTE
        return RejoinAnswer(self.operation, self._row.id, kind, text=self.reason.text)

    def _say_texts(self) -> None:
        row = self._row
        self.set_head(self.tr("Note on {0}").format(row.name), row.group_name, name=row.name)
        self.about.setText(self.tr("Among operators; whoever asked does not see it."))
        self.field.set_caption(self.tr("&Note"))
        self.set_main(self.tr("Add note"), "check")
