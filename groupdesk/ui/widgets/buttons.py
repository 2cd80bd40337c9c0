# SPDX-License-Identifier: MIT
"""Buttons by kind: the look says how much they weigh."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QStyleOptionButton, QWidget

from groupdesk.domain.text import visible
from groupdesk.ui.icons import icon
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.labels import plain_tooltip

ButtonKind = Literal["default", "primary", "danger", "ghost", "link"]
_NONE = Qt.KeyboardModifier.NoModifier
_ICON_TOKENS = {"primary": "on_accent", "danger": "on_danger"}


class Button(QPushButton):
    """A push button with more room between icon and text than the style leaves.

    Enter presses the one that has the focus, as Space does; a key held down presses once.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Show `text`; it is never the default button of a dialog by itself."""
        super().__init__(visible(text), parent)
        self.setAutoDefault(False)

    def setText(self, text: str) -> None:
        """Show another text; what would hide or turn its characters round is named."""
        super().setText(visible(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (_NONE, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if not option.icon.isNull() and option.text:
            option.text = f" {option.text}"


def button(
    text: str,
    kind: ButtonKind = "default",
    icon_name: str = "",
    parent: QWidget | None = None,
    *,
    icon_token: str = "",
) -> Button:
    """Return a push button; `icon_token` colours the icon where the kind's own will not do."""
    result = Button(text, parent)
    result.setProperty("kind", kind)
    if kind in _ICON_TOKENS:
        result.setFont(current_theme().font("strong"))
    if icon_name:
        result.setIcon(icon(icon_name, icon_token or _ICON_TOKENS.get(kind, "muted")))
    return result


def icon_button(
    icon_name: str,
    name: str,
    parent: QWidget | None = None,
    *,
    icon_token: str = "muted",
) -> QPushButton:
    """Return a button with an icon only; `name` is its tooltip and its accessible name."""
    result = Button("", parent)
    result.setProperty("kind", "icon")
    result.setIcon(icon(icon_name, icon_token))
    name_button(result, name)
    return result


def name_button(target: QPushButton, name: str) -> None:
    """Name a button without text, again after a change of language."""
    target.setToolTip(plain_tooltip(name))
    target.setAccessibleName(visible(name))
