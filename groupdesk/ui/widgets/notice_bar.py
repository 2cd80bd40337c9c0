# SPDX-License-Identifier: MIT
"""The window's notices, in the place of its lowest line: they come and go and nothing moves."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.banner import Banner

_MOVED = {QEvent.Type.Resize, QEvent.Type.Move}


class NoticeBar(Banner):
    """Lies over the line that it is given, and over what is above where a text needs more room.

    In a layout it would push up what a person is about to click on, and let it fall again.
    """

    def __init__(self, line: QWidget, parent: QWidget) -> None:
        """Lie over `line`, which is as wide as `parent` and its lowest part."""
        super().__init__(parent)
        self._line = line
        self.setProperty("over", True)  # noqa: FBT003 - Qt's signature
        line.setMinimumHeight(self.sizeHint().height())  # one line of text covers nothing else
        line.installEventFilter(self)

    def show_message(
        self,
        text: str,
        tone: ToneName = "ok",
        *,
        action_text: str = "",
        action: Callable[[], object] | None = None,
        seconds: int = 0,
    ) -> None:
        super().show_message(text, tone, action_text=action_text, action=action, seconds=seconds)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._line and event.type() in _MOVED:
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # another font, or other words
            self._place()
        return done

    def _place(self) -> None:
        line = self._line.geometry()
        height = max(line.height(), self.heightForWidth(line.width()))
        self.setGeometry(line.x(), line.bottom() + 1 - height, line.width(), height)
        self.raise_()
