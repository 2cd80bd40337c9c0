# SPDX-License-Identifier: MIT
"""A message as the member will read it: the sender's sign and a bubble."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.platform_texts import Run
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.avatar import Avatar
from groupdesk.ui.widgets.marked_text import EDGE, MarkedText


class MessagePreview(QWidget):
    """Shows plain text only, with the line breaks it will have; it can be copied from."""

    def __init__(self, sender: str = "", text: str = "", parent: QWidget | None = None) -> None:
        """Show `text` as sent by `sender`."""
        super().__init__(parent)
        theme = current_theme()
        self._avatar = Avatar(sender, "avatar", self)
        bubble = QFrame(self)
        bubble.setProperty("surface", "bubble")
        self._text = MarkedText(bubble)
        inner = QVBoxLayout(bubble)
        inner.setContentsMargins(*(theme.size("space_m") - EDGE,) * 4)
        inner.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("space_s"))
        row.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(bubble, 1, Qt.AlignmentFlag.AlignTop)
        self.set_message(sender, text)
        self._translate()

    @property
    def text(self) -> str:
        """The message shown."""
        return self._text.text

    def set_message(
        self,
        sender: str,
        text: str,
        marks: Sequence[tuple[int, int]] = (),
        runs: Sequence[Run] = (),
    ) -> None:
        """Show another message; `marks` are places that are not yet as they should be.

        `runs` are parts that the platform shows in another way, bold for instance.
        """
        self._avatar.set_name(sender)
        self._text.set_text(text, marks, runs)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        self._text.setAccessibleName(self.tr("Message as it will be read"))
