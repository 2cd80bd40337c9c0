# SPDX-License-Identifier: MIT
"""What the windows about a request that keep a draft share; the draft ends with its act."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import DraftRecord
from groupdesk.domain.records import Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.draft_keeper import Contents
from groupdesk.ui.widgets.act_frame import Recording
from groupdesk.ui.widgets.draft_frame import DraftFrame


class ActDraftFrame(Recording, DraftFrame):
    """Keeps what was written as a draft until it is recorded."""

    _begun = False

    def __init__(
        self,
        context: UiContext,
        kind: str,
        membership_id: int | None,
        parent: QWidget | None = None,
        *,
        open_again: Callable[[], Callable[[], object]],
    ) -> None:
        """Prepare the draft `kind`, of a member or of none; see DraftFrame."""
        super().__init__(
            context,
            kind,
            membership_id,
            parent,
            contents=self.form_contents,
            restore=self.restore_form,
            kept_text=lambda: self.tr("Kept as a draft."),
            discarded_text=lambda: self.tr("The draft is discarded."),
            open_again=open_again,
        )
        self._operations = {}

    # ---- what differs

    def form_contents(self) -> Contents:
        """Return what the draft keeps."""
        raise NotImplementedError

    def restore_form(self, draft: DraftRecord) -> None:
        """Take back what was kept."""
        raise NotImplementedError

    # ---- DraftFrame

    def begin(self) -> None:
        """Take back the draft; from here on leaving asks nothing while nothing was entered."""
        super().begin()
        self._begun = True
        self._name_discard()

    def set_missing(self, missing: Sequence[str]) -> None:
        super().set_missing(missing)
        self._name_discard()

    def _name_discard(self) -> None:
        if self._begun and not self.keeper.worth_keeping:
            self.discard_button.setText(self.tr("Cancel"))
        else:
            super()._name_discard()

    # ---- Recording

    def write(self, work: Callable[[], Receipt]) -> None:
        """Do the work beside the window; the draft goes once it is recorded."""
        drafts = self.context.desk.drafts

        def record() -> Receipt:
            receipt = work()
            if self.keeper.draft_id is not None:
                drafts.discard(self.keeper.draft_id)
            return receipt

        self.keeper.settle(
            lambda: self.context.runner.run(self, record, self._recorded, self._failed)
        )

    def _recorded(self, receipt: Receipt) -> None:
        self.keeper.forget()
        super()._recorded(receipt)
