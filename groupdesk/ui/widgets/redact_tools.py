# SPDX-License-Identifier: MIT
"""What a mark is drawn with: its kind by a letter, its colour by a number."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.redaction import MarkColour, MarkKind
from groupdesk.ui.redact_painting import colour_of
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import Button, button, name_button
from groupdesk.ui.widgets.section_label import SectionLabel
from groupdesk.words import Words

CHOOSE = "choose"
"""The tool that draws nothing."""
_TOOLS = {
    MarkKind.BOX.value: ("square", Qt.Key.Key_B),
    MarkKind.PIXELATE.value: ("grid-3x3", Qt.Key.Key_P),
    MarkKind.ARROW.value: ("move-up-right", Qt.Key.Key_A),
    MarkKind.FRAME.value: ("square-dashed", Qt.Key.Key_F),
    MarkKind.TEXT.value: ("type", Qt.Key.Key_T),
    MarkKind.CROP.value: ("crop", Qt.Key.Key_C),
    CHOOSE: ("mouse-pointer-2", Qt.Key.Key_V),
}
_COLOURS = tuple(MarkColour)


class RedactTools(QWidget):
    """Seven tools and six colours; what is chosen here holds for further marks."""

    tool_chosen = Signal(object)
    """A MarkKind, or None for choosing and moving only."""
    colour_chosen = Signal(MarkColour)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Begin with the box, which hides for certain."""
        super().__init__(parent)
        theme = current_theme()
        self._tools: dict[str, Button] = {}
        self._colours: dict[MarkColour, Button] = {}
        self._tool_group, self._colour_group = QButtonGroup(self), QButtonGroup(self)
        self._head = SectionLabel(parent=self)
        grid = QGridLayout()
        grid.setSpacing(theme.size("space_xs"))
        for number, (key, (sign, _)) in enumerate(_TOOLS.items()):
            tool = self._tools[key] = button("", icon_name=sign, parent=self)
            tool.setCheckable(True)
            tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the canvas
            self._tool_group.addButton(tool)
            tool.clicked.connect(lambda _on=False, chosen=key: self._on_tool(chosen))
            grid.addWidget(tool, number // 2, number % 2)
        row = QHBoxLayout()
        row.setSpacing(theme.size("space_xs"))
        for colour in _COLOURS:
            swatch = self._colours[colour] = _Swatch(colour, self)
            self._colour_group.addButton(swatch)
            swatch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            swatch.clicked.connect(lambda _on=False, chosen=colour: self._on_colour(chosen))
            row.addWidget(swatch)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_s"))
        column.addWidget(self._head)
        column.addLayout(grid)
        column.addLayout(row)
        self._tools[MarkKind.BOX.value].setChecked(True)
        self.translate(words)

    def tool(self, key: str) -> Button:
        """Return the button of a tool: a MarkKind's value, or CHOOSE."""
        return self._tools[key]

    def colour(self, colour: MarkColour) -> Button:
        """Return the button of a colour."""
        return self._colours[colour]

    def handle_key(self, key: int) -> bool:
        """Choose what a key stands for; say whether it stands for anything."""
        for name, (_, letter) in _TOOLS.items():
            if key == letter:
                self._tools[name].click()
                return True
        number = key - Qt.Key.Key_1
        if 0 <= number < len(_COLOURS):
            self._colours[_COLOURS[number]].click()
            return True
        return False

    def translate(self, words: Words) -> None:
        """Say all in the language of `words`."""
        self._head.setText(self.tr("Draw"))
        for key, (_, letter) in _TOOLS.items():
            name = self.tr("Select") if key == CHOOSE else words(f"redact_mark.{key}")
            sign = chr(letter)
            self._tools[key].setText(self.tr("{0} ({1})").format(name, sign))
            self._tools[key].setToolTip(self._hint(key))
            self._tools[key].setAccessibleDescription(self._hint(key))
        for number, (colour, swatch) in enumerate(self._colours.items(), 1):
            name_button(
                swatch, self.tr("{0} ({1})").format(words(f"mark_colour.{colour.value}"), number)
            )

    def _hint(self, key: str) -> str:
        return {
            MarkKind.BOX.value: self.tr("Paints over: nothing of it is left in the copy"),
            MarkKind.PIXELATE.value: self.tr(
                "A mosaic in the area’s main colour; the words under it cannot be worked out"
            ),
            MarkKind.ARROW.value: self.tr("Points at something"),
            MarkKind.FRAME.value: self.tr("Draws attention to something; hides nothing"),
            MarkKind.TEXT.value: self.tr("Writes on the picture"),
            MarkKind.CROP.value: self.tr("Keeps what is inside and cuts the rest away"),
            CHOOSE: self.tr("Chooses and moves marks"),
        }[key]

    def _on_tool(self, key: str) -> None:
        self.tool_chosen.emit(None if key == CHOOSE else MarkKind(key))

    def _on_colour(self, colour: MarkColour) -> None:
        self.colour_chosen.emit(colour)


class _Swatch(Button):
    """Shows a colour as it will be in the picture."""

    def __init__(self, colour: MarkColour, parent: QWidget) -> None:
        super().__init__("", parent)
        self._colour = colour
        self.setCheckable(True)
        self.setProperty("kind", "icon")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.size("icon")
        middle = QRectF(self.rect()).center()
        painter.setPen(QPen(theme.color("line_strong"), 1))
        painter.setBrush(colour_of(self._colour))
        painter.drawEllipse(middle, side / 2, side / 2)
