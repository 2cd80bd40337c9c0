# SPDX-License-Identifier: MIT
"""A picture that is looked at closely: fitted to its room, zoomed, dragged."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap, QResizeEvent, QWheelEvent
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
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setBackgroundBrush(current_theme().color("side"))

    def show_picture(self, picture: QPixmap) -> None:
        """Show another picture, as large as fits."""
        self._item.setPixmap(picture)
        self.scene().setSceneRect(self._item.boundingRect())
        self.fit()

    @property
    def zoom(self) -> float:
        """How large the picture is shown, 1.0 for full size."""
        return self.transform().m11()

    def fit(self) -> None:
        """Show the whole width, and the whole height unless that makes the picture tiny."""
        self._fits = True
        self.resetTransform()
        picture = self._item.pixmap()
        if picture.isNull():
            return
        room = self.viewport().size()
        by_width = min(1.0, room.width() / picture.width())
        whole = min(by_width, room.height() / picture.height())
        # A chat scrolled over many screens is read from its top, not looked at as a hair.
        self._scale_to(whole if whole > by_width / 4 else by_width)
        self.verticalScrollBar().setValue(0)

    def full_size(self) -> None:
        """Show each pixel as a pixel."""
        self._fits = False
        self._scale_to(1.0)

    def nearer(self) -> None:
        """Show it larger."""
        self._fits = False
        self._scale_to(min(_NEAREST, self.zoom * _STEP))

    def farther(self) -> None:
        """Show it smaller."""
        self._fits = False
        self._scale_to(max(_FARTHEST, self.zoom / _STEP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.nearer if event.angleDelta().y() > 0 else self.farther)()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            super().keyPressEvent(event)
        else:
            event.ignore()  # the dialog knows the other keys

    def _scale_to(self, factor: float) -> None:
        self.resetTransform()
        self.scale(factor, factor)
        self.zoomed.emit()
