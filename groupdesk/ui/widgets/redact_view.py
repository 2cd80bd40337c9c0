# SPDX-License-Identifier: MIT
"""A picture with marks to look at: zoom, scroll, what was there before the marks."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from groupdesk.domain.redaction import Crop, Mark, Point, Text
from groupdesk.domain.redaction_edits import Edits, handles_of
from groupdesk.ui.redact_painting import MarkPainter
from groupdesk.ui.redact_picture import RedactPicture
from groupdesk.ui.theme import current_theme

_NEAREST, _FARTHEST, _STEP = 8.0, 0.02, 1.25
HANDLE = 5
"""Half the side of a handle, in pixels of the screen."""


class RedactView(QAbstractScrollArea):
    """Paints what is in sight only: a chat of 46,000 pixels scrolls as a short one does."""

    zoomed = Signal()
    """The picture is shown in another size now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.picture: RedactPicture | None = None
        self.edits = Edits()
        self.selection = -1
        self.drawing: Mark | None = None
        """What is being drawn and is no mark yet."""
        self._painter: MarkPainter | None = None
        self._zoom = 1.0
        self._fits = True
        self._before = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportMargins(1, 1, 1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # ---- what is shown

    def set_picture(self, picture: RedactPicture) -> None:
        """Show a picture, as large as fits."""
        self.picture = picture
        self._painter = MarkPainter(picture)
        self.fit()

    @property
    def selected(self) -> Mark | None:
        """The mark that is chosen."""
        marks = self.edits.marks
        return marks[self.selection] if 0 <= self.selection < len(marks) else None

    @property
    def shows_before(self) -> bool:
        """Whether the original is shown, without the marks."""
        return self._before

    def show_before(self, before: bool) -> None:  # noqa: FBT001 — a slot
        """Show the original without the marks, or with them again."""
        self._before = before
        self.viewport().update()

    # ---- zoom

    @property
    def zoom(self) -> float:
        """How large the picture is shown, 1.0 for full size."""
        return self._zoom

    def fit(self) -> None:
        """Show the whole width, and the whole height unless that makes the picture tiny."""
        if self.picture is None:
            return
        room, size = self.viewport().size(), self.picture.size
        by_width = min(1.0, room.width() / size.width)
        whole = min(by_width, room.height() / size.height)
        # A chat scrolled over many screens is read from its top, not looked at as a hair.
        self._zoom_to(whole if whole > by_width / 4 else by_width)
        self.verticalScrollBar().setValue(0)
        self._fits = True

    def full_size(self) -> None:
        """Show each pixel as a pixel."""
        self._zoom_to(1.0)

    def nearer(self, at: QPointF | None = None) -> None:
        """Show it larger; the place under `at` stays there."""
        self._zoom_to(self._zoom * _STEP, at)

    def farther(self, at: QPointF | None = None) -> None:
        """Show it smaller; the place under `at` stays there."""
        self._zoom_to(self._zoom / _STEP, at)

    def _zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        at = at or QPointF(self.viewport().rect().center())
        kept = self.to_picture(at)
        self._fits = False
        self._zoom = max(_FARTHEST, min(_NEAREST, zoom))
        self._measure()
        moved = self.to_view(kept) - at
        self.horizontalScrollBar().setValue(round(self.horizontalScrollBar().value() + moved.x()))
        self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() + moved.y()))
        self.viewport().update()
        self.zoomed.emit()

    def _measure(self) -> None:
        if self.picture is None:
            return
        room = self.viewport().size()
        for bar, whole, seen in (
            (self.horizontalScrollBar(), self.picture.size.width, room.width()),
            (self.verticalScrollBar(), self.picture.size.height, room.height()),
        ):
            bar.setRange(0, max(0, round(whole * self._zoom) - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(max(16, seen // 12))

    # ---- places

    def _origin(self) -> QPointF:
        """Return where the picture's upper left pixel is on the viewport."""
        if self.picture is None:
            return QPointF()
        room = self.viewport().size()
        x = max(0, round((room.width() - self.picture.size.width * self._zoom) / 2))
        y = max(0, round((room.height() - self.picture.size.height * self._zoom) / 2))
        return QPointF(x - self.horizontalScrollBar().value(), y - self.verticalScrollBar().value())

    def to_view(self, place: QPointF) -> QPointF:
        """Return where a place of the picture is on the viewport."""
        return self._origin() + place * self._zoom

    def to_picture(self, place: QPointF) -> QPointF:
        """Return which place of the picture lies under one of the viewport."""
        return (place - self._origin()) / self._zoom

    def pixel(self, place: QPointF) -> Point:
        """Return the pixel of the picture under a place of the viewport; it may lie outside."""
        found = self.to_picture(place)
        return Point(round(found.x()), round(found.y()))

    def mark_at(self, place: QPointF) -> int:
        """Return the topmost mark under a place of the viewport, -1 for none."""
        if self._painter is None:
            return -1
        found, around = self.to_picture(place), HANDLE / self._zoom
        for at, mark in reversed(list(enumerate(self.edits.marks))):
            inside = self._painter.bounds(mark).adjusted(-around, -around, around, around)
            if inside.contains(found) and not isinstance(mark, Crop):
                return at
        return -1

    def handle_at(self, place: QPointF) -> int:
        """Return the handle of the chosen mark under a place of the viewport, -1 for none."""
        mark = self.selected
        if mark is None:
            return -1
        reach = 2.0 * HANDLE
        for at, handle in enumerate(handles_of(mark)):
            apart = self.to_view(QPointF(*handle)) - place
            if abs(apart.x()) <= reach and abs(apart.y()) <= reach:
                return at
        return -1

    def reveal_selected(self) -> None:
        """Scroll until the chosen mark is in sight."""
        mark = self.selected
        if mark is None or self._painter is None:
            return
        bounds = self._painter.bounds(mark)
        seen = QRectF(self.viewport().rect())
        shown = QRectF(self.to_view(bounds.topLeft()), self.to_view(bounds.bottomRight()))
        too_large = shown.width() > seen.width() or shown.height() > seen.height()
        if not (seen.intersects(shown) if too_large else seen.contains(shown)):
            apart = shown.center() - seen.center()
            for bar, by in (
                (self.horizontalScrollBar(), apart.x()),
                (self.verticalScrollBar(), apart.y()),
            ):
                bar.setValue(round(bar.value() + by))

    def mark_bounds(self, mark: Text) -> QRectF:
        """Return where words are on the viewport."""
        bounds = QRectF() if self._painter is None else self._painter.bounds(mark)
        return QRectF(self.to_view(bounds.topLeft()), self.to_view(bounds.bottomRight()))

    # ---- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self.fit()
        else:
            self._measure()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.nearer if event.angleDelta().y() > 0 else self.farther)(event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        theme = current_theme()
        painter.fillRect(event.rect(), theme.color("side"))
        if self.picture is None or self._painter is None or not self.picture.levels:
            return
        origin = self._origin()
        painter.translate(origin)
        painter.scale(self._zoom, self._zoom)
        size = self.picture.size
        whole = QRectF(0, 0, size.width, size.height)
        seen = QRectF(self.to_picture(QPointF(event.rect().topLeft())), QPointF())
        seen.setBottomRight(self.to_picture(QPointF(event.rect().bottomRight()) + QPointF(1, 1)))
        seen = seen.intersected(whole)
        self.picture.paint(painter, seen, self._zoom)
        if not self._before:
            painter.setClipRect(whole)  # as in the copy: nothing goes beyond the picture
            self._paint_marks(painter, self._painter, seen)
        painter.resetTransform()
        painter.setClipping(False)
        if not self._before:
            self._paint_selection(painter)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _paint_marks(self, painter: QPainter, by: MarkPainter, seen: QRectF) -> None:
        marks = [*self.edits.marks, *([self.drawing] if self.drawing is not None else [])]
        for mark in marks:
            if not isinstance(mark, Crop) and by.bounds(mark).intersects(seen):
                by.paint(painter, mark)
        crops = [mark for mark in marks if isinstance(mark, Crop)]
        if crops:
            by.paint_crop(painter, crops[-1])

    def _paint_selection(self, painter: QPainter) -> None:
        mark = self.selected
        if mark is None or self._painter is None:
            return
        theme = current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bounds = self._painter.bounds(mark)
        shown = QRectF(self.to_view(bounds.topLeft()), self.to_view(bounds.bottomRight()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # Two colours one beside the other: one of them is seen on whatever the picture shows.
        for colour, width in ((QColor(theme.color("surface")), 3.0), (theme.color("accent"), 1.5)):
            painter.setPen(QPen(colour, width))
            painter.drawRect(shown)
        painter.setPen(QPen(theme.color("accent"), 1.5))
        painter.setBrush(theme.color("surface"))
        for handle in handles_of(mark):
            middle = self.to_view(QPointF(*handle))
            painter.drawRect(
                QRectF(middle.x() - HANDLE, middle.y() - HANDLE, 2 * HANDLE, 2 * HANDLE)
            )
