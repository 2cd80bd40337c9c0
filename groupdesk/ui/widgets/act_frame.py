# SPDX-License-Identifier: MIT
"""What the windows about a request share: their size, how they copy and how they record."""

from collections.abc import Callable, Hashable
from typing import TypeVar
from uuid import UUID, uuid4

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from groupdesk.domain.records import Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import TakesError

TOLD_SECONDS = 8
_HEIGHT = 860  # pixels in which all of a long form stands


_R = TypeVar("_R", bound=Hashable)


class Recording(DialogFrame):
    """Stays open with what was written until it is recorded; a try once more is the same act."""

    context: UiContext
    _operations: dict[Hashable, UUID]

    # ---- what differs

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
        if not self._has_side:
            return super().sizeHint()
        wanted = QSize(5 * current_theme().size("side_width"), _HEIGHT)
        window = self.parentWidget()
        if window is not None and window.isVisible():
            wanted = wanted.boundedTo(window.window().size())
        return wanted

    def put_on_clipboard(self, text: str, told: str) -> None:
        """Copy a text and say that nobody has been told by that."""
        QGuiApplication.clipboard().setText(text)
        self.banner.show_message(told, "accent", seconds=TOLD_SECONDS)

    def tell(self, text: str) -> None:
        """Say what was recorded, in the window behind."""
        self.context.notify(text, seconds=TOLD_SECONDS)

    def record(self, make: Callable[[UUID], _R], work: Callable[[_R], Receipt]) -> None:
        """Run `work` for what `make` makes of the form, once for the same contents."""
        operation = self._operations.setdefault(make(UUID(int=0)), uuid4())
        request = make(operation)
        self.set_busy(True)
        self.write(lambda: work(request))

    def write(self, work: Callable[[], Receipt]) -> None:
        """Do the work beside the window."""
        self.context.runner.run(self, work, self._recorded, self._failed)

    def _recorded(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self.accept()
        self.context.done(receipt)
        self.on_recorded(receipt)

    def _failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.on_refused(error)
        self.show_failure(error, self.context.error_text(error), self.named_fields())


class ActFrame(Recording):
    """The frame of what keeps no draft."""

    def __init__(
        self, context: UiContext, parent: QWidget | None = None, *, side: bool = True
    ) -> None:
        """Build it empty; without `side` the form takes the whole width."""
        super().__init__(parent, side=side)
        self.context = context
        self._operations = {}
