# SPDX-License-Identifier: MIT
"""An input with its head above it and its error under it."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from groupdesk.domain.text import visible
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.labels import label, restyle
from groupdesk.ui.widgets.section_label import SectionLabel


class TakesError(Protocol):
    """Part of a form that says itself what is wrong with it."""

    def set_error(self, text: str) -> None:
        """Say it, and go there."""
        ...


class FormField(QWidget):
    """Head, input, hint or error. The head is the input's buddy and names it.

    It is no focus proxy: made after its input, it would lead Tab back to it for ever.
    """

    def __init__(
        self,
        caption: str,
        field: QWidget,
        parent: QWidget | None = None,
        *,
        hint: str = "",
        note: QWidget | None = None,
    ) -> None:
        """Hold `field` under `caption`; `note` stands at the end of the head's line."""
        super().__init__(parent)
        self.field = field
        self._hint = hint
        self._head = SectionLabel(parent=self)
        # a row of widgets takes no focus itself, so that Alt and its letter would do nothing
        self._head.setBuddy(field.focusProxy() or field)
        self._below = label(hint, "secondary", self, wrap=True)
        self._below.setVisible(bool(hint))
        head = QHBoxLayout()
        head.addWidget(self._head)
        head.addStretch()
        if note is not None:
            head.addWidget(note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_xs"))
        column.addLayout(head)
        column.addWidget(field, 1)
        column.addWidget(self._below)
        self.set_caption(caption)

    @property
    def error(self) -> str:
        """What is said to be wrong, empty when nothing is."""
        return self._below.text() if self._below.property("role") == "error" else ""

    @property
    def head(self) -> QLabel:
        """The head above the input."""
        return self._head

    def set_caption(self, caption: str) -> None:
        """Name the field; an & marks the letter that leads to it with Alt."""
        self._head.setText(caption)
        self.field.setAccessibleName(visible(caption.replace("&", "")))

    def set_hint(self, hint: str) -> None:
        """Say under the input what helps to fill it in."""
        self._hint = hint
        if not self.error:
            self.clear_error()

    def set_error(self, text: str, *, focus: bool = True) -> None:
        """Say what is wrong under the input and, usually, go there."""
        self._say(text, "error")
        restyle(self.field, "invalid", value=True)
        self.field.setAccessibleDescription(text)
        if focus:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_error(self) -> None:
        """Take the error back."""
        self._say(self._hint, "secondary")
        restyle(self.field, "invalid", value=False)
        self.field.setAccessibleDescription(self._hint)

    def _say(self, text: str, role: str) -> None:
        self._below.setText(text)
        restyle(self._below, "role", role)
        self._below.setVisible(bool(text))
