# SPDX-License-Identifier: MIT
"""The frame of what keeps a draft: leaving keeps it, discarding offers to bring it back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import DraftRecord
from groupdesk.domain.clock import from_text
from groupdesk.domain.errors import GroupDeskError
from groupdesk.ui.context import UiContext
from groupdesk.ui.draft_keeper import Contents, DraftKeeper
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.evidence_area import EvidenceArea

TOLD_SECONDS = 8


class DraftFrame(DialogFrame):
    """Leaving keeps the draft with its screenshots, discarding offers to bring it back.

    A dialog calls `begin` once its form is built, `touch` of its `keeper` when something changes.
    """

    def __init__(
        self,
        context: UiContext,
        kind: str,
        membership_id: int | None,
        parent: QWidget | None = None,
        *,
        contents: Callable[[], Contents],
        restore: Callable[[DraftRecord], object],
        kept_text: Callable[[], str],
        discarded_text: Callable[[], str],
        open_again: Callable[[], Callable[[], object]],
    ) -> None:
        """Prepare the draft `kind`, of a member or of none; the form comes from the dialog.

        A draft keeps `contents`, which `restore` takes back. `kept_text` and `discarded_text` are
        what the window says when it was kept or discarded; `open_again` returns what opens such a
        dialog once more, without needing this one.
        """
        super().__init__(parent)
        self.context = context
        self.contents = contents
        self._restore = restore
        self._kept_text = kept_text
        self._discarded_text = discarded_text
        self._open_again = open_again
        self._evidence: EvidenceArea | None = None
        self._leaving = False
        self.keeper = DraftKeeper(context, kind, membership_id, contents, self)
        self.discard_button = self.add_left(button(""))
        self.discard_button.clicked.connect(self._on_discard)
        self.keeper.kept.connect(self._say_kept)
        self._name_discard()

    # ---- what a dialog calls

    def begin(self) -> None:
        """Take back the draft, if there is one; from here on changes are new."""
        try:
            draft = self.keeper.load()
        except GroupDeskError as error:
            self.banner.show_message(self.context.error_text(error), "danger")
            draft = None
        if draft is not None:
            self._restore(draft)
            self._say_kept(draft.saved_at)
        self.keeper.begin()

    def take_evidence_from(self, area: EvidenceArea) -> None:
        """Take pictures in from anywhere in the window, and wait for them before leaving."""
        self._evidence = area
        area.changed.connect(self._on_evidence)
        area.listen(self)
        self._on_evidence()

    def clock_text(self, stored: str) -> str:
        """Return the time of day, with the day where it is not today."""
        now, moment = self.context.desk.clock(), from_text(stored)
        dates = self.context.dates
        today = moment.astimezone(now.tzinfo).date() == now.date()
        return dates.time(moment, now) if today else dates.moment(moment, now)

    # ---- Qt

    def reject(self) -> None:
        """Leave and keep the draft; where it cannot be kept, stay and say so."""
        if self.busy:
            super().reject()  # while work can be stopped, that is what it does
            return
        if self._evidence is not None and self._evidence.busy:
            self._leaving = True  # what was dropped belongs to the draft
            self.set_hint(self.tr("Taking screenshots in, then closing…"))
            return
        self.set_busy(True)
        self.keeper.leave(self._leave, self._on_not_kept)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_discard()

    # ---- drafts

    def _name_discard(self) -> None:
        self.discard_button.setText(self.tr("&Discard draft"))

    def _on_evidence(self) -> None:
        if self._leaving and self._evidence is not None and not self._evidence.busy:
            self._leaving = False
            self.reject()

    def _say_kept(self, saved_at: str) -> None:
        self.set_hint(self.tr("Draft kept {0}").format(self.clock_text(saved_at)))

    def _leave(self) -> None:
        self.set_busy(False)
        if self.keeper.draft_id is not None:
            self.context.notify(self._kept_text(), "muted", seconds=TOLD_SECONDS)
        super().reject()

    def _on_not_kept(self, error: Exception) -> None:
        self.set_busy(False)
        self.banner.show_message(
            self.context.error_text(error),
            "danger",
            action_text=self.tr("Close without keeping it"),
            action=super().reject,
        )

    def _on_discard(self) -> None:
        self.set_busy(True)
        self.keeper.discard(
            self._discarded_text(),
            self.tr("Restore draft"),
            self._drop,
            self._on_not_kept,
            self._open_again(),
        )

    def _drop(self) -> None:
        self.set_busy(False)
        super().reject()
