# SPDX-License-Identifier: MIT
"""A still picture of one screen on which a part is chosen, by mouse or by keyboard."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QScreen,
)
from PySide6.QtWidgets import QWidget

from groupdesk.ui.gate import ENDS_AT_LOCK
from groupdesk.ui.theme import current_theme

_SHADE = QColor(0, 0, 0, 120)
_SMALLEST = 8  # pixels; less is a click, not a choice
_FAR, _NEAR = 16, 1
_ARROWS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class RegionPicker(QWidget):
    """Drag over a part and let go. Arrow keys move it, with Shift they size it, with Ctrl finely.

    Enter takes it, or the whole screen where nothing is chosen; Esc and the right button cancel.
    """

    chosen = Signal(QImage)
    cancelled = Signal()

    def __init__(self, screen: QScreen, shot: QPixmap) -> None:
        """Cover `screen` with `shot`, the picture of all that is on it."""
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, flags)
        self._shot = shot
        self._from: QPoint | None = None
        self._region = QRect()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(ENDS_AT_LOCK, "yes")
        self.setWindowTitle(self.tr("Part of the screen"))
        self.setAccessibleName(self.tr("Part of the screen"))
        self.setAccessibleDescription(self._help())

    @property
    def region(self) -> QRect:
        """What is chosen, in this window's coordinates; empty at first."""
        return QRect(self._region)

    def begin(self, *, active: bool) -> None:
        """Cover the screen; the `active` one of several gets the keyboard."""
        self.showFullScreen()
        if active:
            self.activateWindow()
            self.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    # ---- Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            self.cancelled.emit()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._from = event.position().toPoint()
            self._choose(QRect(self._from, QSize()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            start, to = self._from, event.position().toPoint()
            corner = QPoint(min(start.x(), to.x()), min(start.y(), to.y()))
            self._choose(QRect(corner, QPoint(max(start.x(), to.x()), max(start.y(), to.y()))))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._from is not None:
            self._from = None
            if min(self._region.width(), self._region.height()) >= _SMALLEST:
                self._take()
            else:
                self._choose(QRect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
        elif arrow is not None:
            self._step(arrow, event.modifiers())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        whole = QRectF(self.rect())
        painter.drawPixmap(whole, self._shot, QRectF(self._shot.rect()))
        painter.fillRect(whole, _SHADE)
        if self._region.isEmpty():
            self._tell(painter, self._help(), self.rect().center())
            return
        painter.drawPixmap(QRectF(self._region), self._shot, QRectF(self._pixels()))
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawRect(self._region)
        size = self._pixels().size()
        below = self._region.bottomLeft() + QPoint(0, 2 * theme.line("body"))
        said = self.tr("{0} × {1} pixels · Enter takes it").format(size.width(), size.height())
        self._tell(painter, said, QPoint(self._region.center().x(), below.y()))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.cancelled.emit()

    # ---- inside

    def _help(self) -> str:
        return self.tr(
            "Drag over the part you need. Arrow keys choose, too; with Shift they change its size."
            " Enter takes it, or the whole screen; Esc cancels."
        )

    def _step(self, arrow: QPoint, keys: Qt.KeyboardModifier) -> None:
        if self._region.isEmpty():  # the middle of the screen, to begin with
            region = QRect(QPoint(), self.size() / 2)
            region.moveCenter(self.rect().center())
            self._choose(region)
            return
        step = arrow * (_NEAR if keys & Qt.KeyboardModifier.ControlModifier else _FAR)
        region = QRect(self._region)
        if keys & Qt.KeyboardModifier.ShiftModifier:
            region.setBottomRight(region.bottomRight() + step)
            if min(region.width(), region.height()) < _SMALLEST:
                return
        else:
            region.translate(step)
            inside = self.rect()
            region.moveLeft(min(max(region.left(), 0), inside.right() + 1 - region.width()))
            region.moveTop(min(max(region.top(), 0), inside.bottom() + 1 - region.height()))
        self._choose(region)

    def _choose(self, region: QRect) -> None:
        self._region = region.intersected(self.rect())
        self.update()

    def _pixels(self) -> QRect:
        """Return the region in the picture's own pixels."""
        across = self._shot.width() / max(1, self.width())
        down = self._shot.height() / max(1, self.height())
        region = self._region
        return QRect(
            round(region.x() * across),
            round(region.y() * down),
            round(region.width() * across),
            round(region.height() * down),
        )

    def _take(self) -> None:
        shot = self._shot if self._region.isEmpty() else self._shot.copy(self._pixels())
        self.chosen.emit(shot.toImage())

    def _tell(self, painter: QPainter, text: str, centre: QPoint) -> None:
        theme = current_theme()
        painter.setFont(theme.font("body"))
        room = QRect(0, 0, min(self.width() - 40, 560), self.height())
        wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        place = painter.fontMetrics().boundingRect(room, wrapped, text).adjusted(-12, -8, 12, 8)
        place.moveCenter(centre)
        place.moveBottom(min(place.bottom(), self.height() - 4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(place, theme.size("radius"), theme.size("radius"))
        painter.setPen(theme.color("text"))
        painter.drawText(place.adjusted(12, 8, -12, -8), wrapped, text)
