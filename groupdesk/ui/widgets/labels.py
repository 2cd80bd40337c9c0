# SPDX-License-Identifier: MIT
"""Where people's text gets onto the screen: as it is, never read as markup, nothing hidden in it.

`visible` names characters that hide or turn round what stands beside them. Labels, buttons,
tooltips and painted cells do that by themselves; a title, an item or a spoken name needs it said.
"""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from groupdesk.domain.text import visible
from groupdesk.ui.theme import current_theme

_ONE_LINE, _MOST = 80, 800  # characters of a tooltip

LabelRole = Literal["body", "strong", "secondary", "muted", "label", "section", "title", "error"]


class PlainLabel(QLabel):
    """A label that reads no markup and names what would hide or turn its characters round."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Show `text`."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(visible(text))


def label(
    text: str = "",
    role: LabelRole = "body",
    parent: QWidget | None = None,
    *,
    wrap: bool = False,
    selectable: bool = False,
) -> QLabel:
    """Return a plain-text label in the look of `role`."""
    result = PlainLabel(text, parent)
    result.setProperty("role", role)
    result.setFont(role_font(role))
    result.setWordWrap(wrap)
    if selectable:
        result.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return result


def role_font(role: LabelRole) -> QFont:
    """Return the font of a label.

    The style sheet says the same, but it cannot set the weight of a variable font.
    """
    plain: dict[LabelRole, str] = {"muted": "body", "error": "secondary"}
    return current_theme().font(plain.get(role, role))


def plain_tooltip(text: str) -> str:
    """Return a tooltip that shows `text` as it is; Qt reads markup where it looks like some.

    What would hide or turn characters round is named. A long text gets lines, which Qt gives to
    markup only, and ends before it fills the screen.
    """
    text = visible(text)
    if "<" not in text and "&" not in text and len(text) <= _ONE_LINE:
        return text
    from html import escape  # noqa: PLC0415  # brings a table of 2,000 entities, seldom needed

    shown = text if len(text) <= _MOST else text[:_MOST] + "…"
    return f"<qt>{escape(shown).replace(chr(10), '<br>')}</qt>"


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and show what follows from it."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
