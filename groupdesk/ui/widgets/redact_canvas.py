# SPDX-License-Identifier: MIT
"""Where marks are drawn on a picture, with the mouse or with the keyboard alone."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.redaction import (
    Arrow,
    Box,
    Crop,
    Frame,
    Mark,
    MarkColour,
    MarkKind,
    Pixelate,
    Point,
    Size,
    Text,
    text_size,
    with_colour,
)
from groupdesk.domain.redaction_edits import (
    Edits,
    area_between,
    dragged,
    large_enough,
    moved,
    resized,
)
from groupdesk.domain.text import is_blank
from groupdesk.ui.widgets.redact_view import RedactView
from groupdesk.ui.widgets.redact_words import RedactWords

_CLICK = 4  # pixels of the screen; what is dragged no farther is a click
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True)
class _Drag:
    """What the mouse does while its button is down."""

    act: str  # draw, move, handle or pan
    start: QPointF
    before: Edits
    mark: Mark | None = None
    handle: int = -1
    bars: tuple[int, int] = (0, 0)


class RedactCanvas(RedactView):
    """Draws, chooses, moves and changes marks; each step can be undone.

    Tab goes through the marks. Enter puts a mark of the chosen kind into the middle of what is in
    sight, or lets words be written; arrow keys move the chosen mark, with Shift they resize it.
    """

    changed = Signal()
    """The marks are others now."""
    chosen = Signal()
    """Another mark is chosen, or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Wait for a picture."""
        super().__init__(parent)
        self.tool: MarkKind | None = MarkKind.BOX
        self.colour: MarkColour | None = None
        """The colour of further marks; None for the usual one of each kind."""
        self._drag: _Drag | None = None
        self._writing: Text | None = None
        self._written_at = -1  # the mark whose words are being changed; -1 for new ones
        self.editor: RedactWords | None = None
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)

    # ---- what others ask for

    def begin(self, marks: tuple[Mark, ...]) -> None:
        """Take these marks for what was there; nothing of it can be undone."""
        self._take(Edits(marks), -1)

    def set_tool(self, tool: MarkKind | None) -> None:
        """Draw marks of a kind from now on; None chooses and moves only.

        No mark is chosen then: a colour that is named next is meant for what will be drawn.
        """
        self.finish_text()
        self.tool = tool
        if tool is not None:
            self._take(self.edits.rested(), -1)
        shape = Qt.CursorShape.ArrowCursor if tool is None else Qt.CursorShape.CrossCursor
        self.viewport().setCursor(shape)

    def set_colour(self, colour: MarkColour) -> None:
        """Draw in a colour from now on; the chosen mark takes it, too."""
        self.colour = colour
        mark = self.selected
        if mark is not None:
            self._change(self.selection, with_colour(mark, colour))

    def select(self, at: int) -> None:
        """Choose a mark, and bring it into sight; -1 chooses none."""
        self._take(self.edits.rested(), at)
        self.reveal_selected()

    def undo(self) -> None:
        """Take the last step back; not while the mouse is at work on a mark."""
        if self._drag is not None:
            return
        self.finish_text()
        self._take(self.edits.undone(), -1)

    def redo(self) -> None:
        """Do again what was taken back; not while the mouse is at work on a mark."""
        if self._drag is not None:
            return
        self.finish_text()
        self._take(self.edits.redone(), -1)

    def remove_selected(self) -> None:
        """Remove the chosen mark."""
        if self.selected is not None:
            last = len(self.edits.marks) - 2
            self._take(self.edits.removed(self.selection), min(self.selection, last))

    def place(self) -> None:
        """Put a mark of the chosen kind into the middle of what is in sight."""
        if self.picture is None or self.tool is None:
            return
        room = self.viewport().rect()
        middle = self._inside(self.pixel(QPointF(room.center())))
        if self.tool is MarkKind.TEXT:
            self._write_at(middle)
            return
        wide = max(40, round(room.width() / 8 / self.zoom))
        high = max(24, round(room.height() / 16 / self.zoom))
        corner, other = (
            Point(middle.x - wide, middle.y - high),
            Point(middle.x + wide, middle.y + high),
        )
        mark = self._mark(self._inside(corner), self._inside(other))
        if mark is not None:
            self._add(mark)

    def write_selected(self) -> None:
        """Let the words of the chosen mark be changed."""
        mark = self.selected
        if isinstance(mark, Text):
            self._written_at = self.selection
            self._open_editor(mark)

    def finish_text(self, *, keep: bool = True) -> None:
        """Close the field for words; `keep` makes a mark of them."""
        editor, mark, at = self.editor, self._writing, self._written_at
        if editor is None or mark is None:
            return
        self.editor, self._writing, self._written_at = None, None, -1
        focused = editor.hasFocus()
        editor.hide()
        editor.deleteLater()
        if focused:
            self.setFocus()
        text = editor.toPlainText()
        if not keep:
            return
        if is_blank(text):
            if at >= 0:
                self._take(self.edits.removed(at), -1)
        elif at >= 0:
            self._change(at, replace(mark, text=text))
        else:
            self._add(replace(mark, text=text))

    # ---- keys

    def handle_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for, wherever the focus is outside a text field."""
        if self._drag is not None:
            if event.key() == Qt.Key.Key_Escape:
                self._take(self._drag.before, self.selection)
                self._drag = self.drawing = None
            return True  # what the mouse began is ended first
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is not None and self.selected is not None:
            self._step(event.modifiers(), *step)
            return True
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.remove_selected()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._drag is not None:
            self.handle_key(event)
        elif event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if isinstance(self.selected, Text):
                self.write_selected()
            else:
                self.place()
        elif event.key() == Qt.Key.Key_F2:
            self.write_selected()
        elif not self.handle_key(event):
            if Qt.Key(event.key()) in _ARROWS or event.key() in _PAGES:
                super().keyPressEvent(event)
            else:
                event.ignore()  # the dialog knows the other keys

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 — Qt's signature
        at = self.selection + (1 if forward else -1)
        if self._drag is not None:
            return True
        if forward and at < len(self.edits.marks):
            self.select(at)
            return True
        if not forward and at >= 0:
            self.select(at)
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._drag = self.drawing = None  # its end may come to another window
        self.viewport().update()

    # ---- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            return  # another button
        self.finish_text()
        at, bars = event.position(), self._bars()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._drag = _Drag("pan", at, self.edits, bars=bars)
        elif event.button() == Qt.MouseButton.LeftButton and self.picture is not None:
            if self.shows_before:
                self._drag = _Drag("pan", at, self.edits, bars=bars)
                return
            handle, under = self.handle_at(at), self.mark_at(at)
            if handle >= 0:
                self._drag = _Drag("handle", at, self.edits, self.selected, handle)
            elif under >= 0 and (self.tool is None or under == self.selection):
                self._take(self.edits.rested(), under)
                self._drag = _Drag("move", at, self.edits, self.selected)
            elif self.tool is None:
                self._take(self.edits.rested(), -1)
                self._drag = _Drag("pan", at, self.edits, bars=bars)
            else:
                self._drag = _Drag("draw", at, self.edits)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        drag = self._drag
        if drag is None:
            self._show_cursor(event.position())
            return
        by = event.position() - drag.start
        if drag.act == "pan":
            self.horizontalScrollBar().setValue(round(drag.bars[0] - by.x()))
            self.verticalScrollBar().setValue(round(drag.bars[1] - by.y()))
        elif drag.act == "draw":
            far = by.manhattanLength() >= _CLICK
            start, end = self.pixel(drag.start), self.pixel(event.position())
            self.drawing = self._mark(start, end) if far else None
            self.viewport().update()
        elif drag.mark is not None and by.manhattanLength() >= _CLICK:
            mark = self._dragged(drag, drag.mark, event.position())
            self._take(drag.before.changed(self.selection, mark), self.selection)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        if drag is None or drag.act != "draw":
            return
        mark, self.drawing = self.drawing, None
        if mark is not None:
            self._add(mark)
        elif self.mark_at(event.position()) >= 0:
            self._take(self.edits.rested(), self.mark_at(event.position()))
        elif self.tool is MarkKind.TEXT:
            self._write_at(self._inside(self.pixel(event.position())))
        else:
            self._take(self.edits.rested(), -1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self.mark_at(event.position())
        if at >= 0 and isinstance(self.edits.marks[at], Text):
            self._take(self.edits.rested(), at)
            self.write_selected()
        else:
            self.mousePressEvent(event)

    # ---- words

    def _write_at(self, at: Point) -> None:
        colour = self.colour or MarkColour.RED
        self._written_at = -1
        self._open_editor(Text(at, "", text_size(self._size), colour))

    def _open_editor(self, mark: Text) -> None:
        self._writing = mark
        self.editor = RedactWords(mark.text, self.viewport())
        self.editor.ended.connect(lambda keep: self.finish_text(keep=keep))
        self.editor.open_at(self.mark_bounds(mark), self.viewport().rect())

    # ---- changing marks

    @property
    def _size(self) -> Size:
        return Size(1, 1) if self.picture is None else self.picture.size

    def _mark(self, start: Point, end: Point) -> Mark | None:
        """Return what the tool draws between two places; None for what would be too small."""
        if self.tool is MarkKind.ARROW:
            one, other = self._inside(start), self._inside(end)
            return None if one == other else Arrow(one, other, self.colour or MarkColour.RED)
        area = area_between(start, end, self._size)
        if not large_enough(area):
            return None
        made: dict[MarkKind, Callable[[], Mark]] = {
            MarkKind.BOX: lambda: Box(area, self.colour or MarkColour.BLACK),
            MarkKind.PIXELATE: lambda: Pixelate(area),
            MarkKind.FRAME: lambda: Frame(area, self.colour or MarkColour.RED),
            MarkKind.CROP: lambda: Crop(area),
        }
        make = made.get(self.tool) if self.tool is not None else None
        return None if make is None else make()

    def _dragged(self, drag: _Drag, mark: Mark, to: QPointF) -> Mark:
        if drag.act == "handle":
            return dragged(mark, drag.handle, self.pixel(to), self._size)
        start, end = self.pixel(drag.start), self.pixel(to)
        return moved(mark, end.x - start.x, end.y - start.y, self._size)

    def _step(self, keys: Qt.KeyboardModifier, dx: int, dy: int) -> None:
        mark = self.selected
        if mark is None:
            return
        by = 1 if keys & Qt.KeyboardModifier.ControlModifier else max(1, round(8 / self.zoom))
        shift = bool(keys & Qt.KeyboardModifier.ShiftModifier)
        change = resized if shift else moved
        other = change(mark, dx * by, dy * by, self._size)
        self._take(
            self.edits.changed(self.selection, other, f"{shift} {self.selection}"), self.selection
        )
        self.reveal_selected()

    def _change(self, at: int, mark: Mark) -> None:
        self._take(self.edits.rested().changed(at, mark), at)

    def _add(self, mark: Mark) -> None:
        edits = self.edits.rested().added(mark)
        self._take(edits, len(edits.marks) - 1)

    def _take(self, edits: Edits, selection: int) -> None:
        marks_before, chosen_before = self.edits.marks, (self.selection, self.selected)
        self.edits, self.selection = edits, selection
        if edits.marks != marks_before:
            if self.shows_before:
                self.show_before(False)  # noqa: FBT003 — a slot's own signature
            self.changed.emit()
        if (self.selection, self.selected) != chosen_before:
            self.chosen.emit()
        self.viewport().update()

    # ---- small things

    def _inside(self, at: Point) -> Point:
        size = self._size
        return Point(max(0, min(at.x, size.width - 1)), max(0, min(at.y, size.height - 1)))

    def _bars(self) -> tuple[int, int]:
        return self.horizontalScrollBar().value(), self.verticalScrollBar().value()

    def _show_cursor(self, at: QPointF) -> None:
        shape = Qt.CursorShape.ArrowCursor if self.tool is None else Qt.CursorShape.CrossCursor
        under = self.mark_at(at)
        if self.handle_at(at) >= 0:
            shape = Qt.CursorShape.SizeAllCursor
        elif under >= 0 and (self.tool is None or under == self.selection):
            shape = Qt.CursorShape.OpenHandCursor
        self.viewport().setCursor(shape)


_PAGES = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}
