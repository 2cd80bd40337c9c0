# SPDX-License-Identifier: MIT
"""What the windows about a request that keep a draft share; the draft ends with its act."""

from collections.abc import Callable, Hashable
from typing import TypeVar
from uuid import UUID, uuid4

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import DraftRecord
from groupdesk.domain.records import Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.draft_keeper import Contents
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.act_frame import TOLD_SECONDS
from groupdesk.ui.widgets.draft_frame import DraftFrame
from groupdesk.ui.widgets.form_field import TakesError

_HEIGHT = 820  # pixels in which all of a long form stands
_R = TypeVar("_R", bound=Hashable)


class ActDraftFrame(DraftFrame):
    """Keeps what was written as a draft until it is recorded; a try once more is the same act."""

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
        self._operations: dict[Hashable, UUID] = {}

    # ---- what differs

    def form_contents(self) -> Contents:
        """Return what the draft keeps."""
        raise NotImplementedError

    def restore_form(self, draft: DraftRecord) -> None:
        """Take back what was kept."""
        raise NotImplementedError

    def named_fields(self) -> dict[str, TakesError]:
        """Return where to say what is wrong, by the names that errors carry."""
        raise NotImplementedError

    def on_recorded(self, receipt: Receipt) -> None:
        """Say what was recorded; the window is closed by then."""
        raise NotImplementedError

    def on_refused(self, error: Exception) -> None:
        """Look again at what changed meanwhile, before the error is shown."""

    # ---- shared

    def sizeHint(self) -> QSize:
        """Return room for all of it, or what the window behind has."""
        wanted = QSize(5 * current_theme().size("side_width"), _HEIGHT)
        window = self.parentWidget()
        if window is not None and window.isVisible():
            wanted = wanted.boundedTo(window.window().size())
        return wanted

    def tell(self, text: str) -> None:
        """Say what was recorded, in the window behind."""
        self.context.notify(text, seconds=TOLD_SECONDS)

    def record(self, make: Callable[[UUID], _R], work: Callable[[_R], Receipt]) -> None:
        """Run `work` for what `make` makes of the form, once for the same contents.

        The draft goes once it is recorded.
        """
        operation = self._operations.setdefault(make(UUID(int=0)), uuid4())
        request, drafts = make(operation), self.context.desk.drafts
        self.set_busy(True)

        def write() -> Receipt:
            receipt = work(request)
            if self.keeper.draft_id is not None:
                drafts.discard(self.keeper.draft_id)
            return receipt

        self.keeper.settle(
            lambda: self.context.runner.run(self, write, self._recorded, self._failed)
        )

    def _recorded(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self.keeper.forget()
        self.accept()
        self.context.done(receipt)
        self.on_recorded(receipt)

    def _failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.on_refused(error)
        self.show_failure(error, self.context.error_text(error), self.named_fields())
