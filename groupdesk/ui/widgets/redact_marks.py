# SPDX-License-Identifier: MIT
"""The marks of a picture as a list: each with its kind and place, to be chosen and removed."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from groupdesk.domain.redaction import Arrow, Mark, MarkKind, Text, kind_of
from groupdesk.domain.text import visible
from groupdesk.ui.icons import icon
from groupdesk.ui.theme import current_theme
from groupdesk.words import Words

_SIGNS = {
    MarkKind.BOX: "square",
    MarkKind.PIXELATE: "grid-3x3",
    MarkKind.ARROW: "move-up-right",
    MarkKind.FRAME: "square-dashed",
    MarkKind.TEXT: "type",
    MarkKind.CROP: "crop",
}
_MOST_LETTERS = 40
_LINES = 4


class RedactMarks(QListWidget):
    """Follows the canvas; choosing here chooses there."""

    asked = Signal(int)
    """The number of a mark that a person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no marks yet."""
        super().__init__(parent)
        self.setProperty("framed", True)  # noqa: FBT003 — Qt's signature
        self.setUniformItemSizes(True)
        side = current_theme().size("icon")
        self.setIconSize(QSize(side, side))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.currentRowChanged.connect(self._on_row)
        self._silent = False

    def show_marks(self, marks: tuple[Mark, ...], chosen: int, words: Words) -> None:
        """List the marks from the first drawn to the last, one of them chosen."""
        self._silent = True
        texts = [self.text_of(mark, words) for mark in marks]
        while self.count() > len(marks):
            self.takeItem(self.count() - 1)
        while self.count() < len(marks):
            self.addItem(QListWidgetItem())
        for at, (mark, text) in enumerate(zip(marks, texts, strict=True)):
            item = self.item(at)
            item.setText(text)
            item.setIcon(icon(_SIGNS[kind_of(mark)], "muted"))
        self.setCurrentRow(chosen)
        if chosen < 0:
            self.clearSelection()
        self._silent = False

    def text_of(self, mark: Mark, words: Words) -> str:
        """Return what stands for a mark: its kind, and its words or its place."""
        name = words(f"redact_mark.{kind_of(mark).value}")
        if isinstance(mark, Text):
            said = " ".join(mark.text.split())
            cut = said if len(said) <= _MOST_LETTERS else said[:_MOST_LETTERS] + "…"
            return self.tr("{0}: {1}").format(name, visible(cut))
        if isinstance(mark, Arrow):
            return self.tr("{0} to {1}, {2}").format(name, mark.end.x, mark.end.y)
        area = mark.area
        return self.tr("{0}, {1} × {2} at {3}, {4}").format(
            name, area.width, area.height, area.x, area.y
        )

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.size("side_width"), _LINES * theme.size("control"))

    def minimumSizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.size("thumbnail_width"), 2 * theme.size("control"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.count():
            return
        theme = current_theme()
        painter = QPainter(self.viewport())
        painter.setPen(theme.color("muted"))
        edge = theme.size("space_m")
        painter.drawText(
            self.viewport().rect().adjusted(edge, edge, -edge, -edge),
            int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap),
            self.tr("Choose a tool and draw on the picture, or press Enter."),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}:
            super().keyPressEvent(event)
        else:
            event.ignore()  # letters are tools here, not the beginning of a name

    def _on_row(self, row: int) -> None:
        if not self._silent and row >= 0:
            self.asked.emit(row)
