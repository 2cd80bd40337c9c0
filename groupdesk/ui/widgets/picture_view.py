# SPDX-License-Identifier: MIT
"""A picture that is looked at closely: fitted to its room, zoomed, dragged."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsPixmapItem, QGraphicsScene, QGraphicsView, QWidget

from groupdesk.ui.theme import current_theme

_NEAREST, _FARTHEST, _STEP = 8.0, 0.02, 1.25


class PictureView(QGraphicsView):
    """Paints what is in sight of a picture, however tall it is.

    Ctrl and the wheel zoom around the pointer; the picture is dragged by the mouse.
    """

    zoomed = Signal()
    """`zoom` is another now."""

    def __init__(self, parent: QWidget) -> None:
        """Start without a picture."""
        super().__init__(parent)
        self.setScene(QGraphicsScene(self))
        self._item = QGraphicsPixmapItem()
        self._item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self.scene().addItem(self._item)
        self._fits = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setBackgroundBrush(current_theme().color("side"))

    def show_picture(self, picture: QPixmap, width: int = 0) -> None:
        """Show another picture, as large as fits; it is `width` pixels wide in truth.

        What is shown may be a smaller copy of it.
        """
        self._item.setPixmap(picture)
        self._item.setScale(width / picture.width() if width and picture.width() else 1.0)
        self.scene().setSceneRect(self._item.sceneBoundingRect())
        self.fit()

    @property
    def zoom(self) -> float:
        """How large the picture is shown, 1.0 for full size."""
        return self.transform().m11()

    def fit(self) -> None:
        """Show the whole width, and the whole height unless that makes the picture tiny."""
        self._fits = True
        picture = self.sceneRect()
        if picture.isEmpty():
            self._scale_to(1.0)
            return
        room = self.maximumViewportSize()
        by_width = min(1.0, room.width() / picture.width())
        whole = min(by_width, room.height() / picture.height())
        # A chat scrolled over many screens is read from its top, not looked at as a hair.
        self._scale_to(whole if whole > by_width / 4 else by_width)
        self.verticalScrollBar().setValue(0)

    def full_size(self) -> None:
        """Show each pixel as a pixel."""
        self._fits = False
        self._scale_to(1.0)

    def nearer(self, at: QPoint | None = None) -> None:
        """Show it larger; the place under `at`, else in the middle, stays there."""
        self._fits = False
        self._scale_to(min(_NEAREST, self.zoom * _STEP), at)

    def farther(self, at: QPoint | None = None) -> None:
        """Show it smaller; the place under `at`, else in the middle, stays there."""
        self._fits = False
        self._scale_to(max(_FARTHEST, self.zoom / _STEP), at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            at = event.position().toPoint()
            (self.nearer if event.angleDelta().y() > 0 else self.farther)(at)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            super().keyPressEvent(event)
        else:
            event.ignore()  # the dialog knows the other keys

    def _scale_to(self, factor: float, at: QPoint | None = None) -> None:
        at = at or self.viewport().rect().center()
        kept = self.mapToScene(at)
        self.setTransform(QTransform.fromScale(factor, factor))
        moved = self.mapFromScene(kept) - at
        for bar, by in (
            (self.horizontalScrollBar(), moved.x()),
            (self.verticalScrollBar(), moved.y()),
        ):
            bar.setValue(bar.value() + by)
        self.zoomed.emit()
