# SPDX-License-Identifier: MIT
"""One piece of evidence in small, with its caption: opens larger, can be taken out."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from groupdesk.domain.text import visible
from groupdesk.ui.icons import pixmap
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import icon_button, name_button
from groupdesk.ui.widgets.labels import plain_tooltip

_OPEN_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_REMOVE_KEYS = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class Thumbnail(QWidget):
    """Enter or a click opens; Delete or the cross removes, where that is allowed."""

    opened = Signal()
    removed = Signal()

    def __init__(
        self, caption: str = "", parent: QWidget | None = None, *, removable: bool = False
    ) -> None:
        """Start without a picture, which may come later from a worker."""
        super().__init__(parent)
        self._caption = caption
        self._picture = QPixmap()
        self._sign = "image"
        self._lines: tuple[str, ...] = ()
        self._mark = ""
        self._removable = removable
        self._remove: QPushButton | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._translate()

    @property
    def caption(self) -> str:
        """The line under the picture."""
        return self._caption

    @property
    def has_picture(self) -> bool:
        """Whether there is a picture to be seen."""
        return not self._picture.isNull()

    def set_caption(self, caption: str) -> None:
        """Show another line under the picture."""
        self._caption = caption
        self._translate()
        self.update()

    def set_picture(self, picture: QPixmap) -> None:
        """Show the picture, cut to fill the frame; an empty one shows a broken image."""
        self._picture = picture
        self.update()

    def set_sign(self, icon_name: str, *lines: str) -> None:
        """Show an icon, and short lines under it, as long as there is no picture."""
        self._sign, self._lines = icon_name, lines
        self.update()

    def set_mark(self, icon_name: str) -> None:
        """Show a small sign in the corner of the picture; "" takes it away."""
        self._mark = icon_name
        self.update()

    def sizeHint(self) -> QSize:
        return tile_size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self._frame()).adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(frame, theme.size("radius"), theme.size("radius"))
        painter.fillPath(shape, theme.color("muted_soft"))
        painter.setClipPath(shape)
        if self._picture.isNull():
            self._paint_sign(painter, frame)
        else:
            painter.drawPixmap(frame, self._picture, _cover(self._picture.size(), frame))
        if self._mark:
            self._paint_mark(painter, frame)
        painter.setClipping(False)
        focused = self.hasFocus()
        colour = theme.color("accent" if focused else "line_strong")
        painter.setPen(QPen(colour, 2 if focused else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        painter.setFont(theme.font("secondary"))
        painter.setPen(theme.color("muted"))
        place = self.rect().adjusted(1, self._frame().height() + theme.size("space_xs"), -1, 0)
        shown = painter.fontMetrics().elidedText(
            visible(self._caption), Qt.TextElideMode.ElideMiddle, place.width()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop, shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cross()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._show_cross(shown=True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._show_cross(shown=self.hasFocus())
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._show_cross(shown=True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._show_cross(shown=self.underMouse())
        super().focusOutEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPEN_KEYS:
            self.opened.emit()
        elif event.key() in _REMOVE_KEYS and self._removable:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _paint_sign(self, painter: QPainter, frame: QRectF) -> None:
        theme = current_theme()
        side, line = theme.size("icon_large"), theme.line("secondary")
        place = QRect(0, 0, side, side)
        place.moveCenter(frame.center().toPoint())
        place.translate(0, -len(self._lines) * line // 2)
        painter.drawPixmap(place, pixmap(self._sign, "muted", side, self.devicePixelRatioF()))
        painter.setFont(theme.font("secondary"))
        painter.setPen(theme.color("muted"))
        below = QRect(frame.toRect().adjusted(4, 0, -4, 0))
        below.setTop(place.bottom() + 2)
        for text in self._lines:
            below.setHeight(line)
            shown = painter.fontMetrics().elidedText(
                visible(text), Qt.TextElideMode.ElideMiddle, below.width()
            )
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, shown)
            below.translate(0, line)

    def _paint_mark(self, painter: QPainter, frame: QRectF) -> None:
        theme = current_theme()
        side = theme.size("icon")
        chip = QRectF(0, 0, side + 8, side + 8)
        chip.moveBottomLeft(frame.bottomLeft() + QPointF(4, -4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(chip, theme.size("radius"), theme.size("radius"))
        place = QRect(0, 0, side, side)
        place.moveCenter(chip.center().toPoint())
        painter.drawPixmap(place, pixmap(self._mark, "text", side, self.devicePixelRatioF()))

    def _show_cross(self, *, shown: bool) -> None:
        """Show the cross; it is made when it is first seen, since a drop makes many of these."""
        if self._remove is None:
            if not (shown and self._removable):
                return
            self._remove = icon_button("x", "", self)
            self._remove.setProperty("kind", "cross")
            self._remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Delete does the same
            self._remove.clicked.connect(self.removed)
            self._name_cross()
            self._place_cross()
        self._remove.setVisible(shown and self._removable)

    def _place_cross(self) -> None:
        if self._remove is not None:
            hint, gap = self._remove.sizeHint(), current_theme().size("space_xs")
            left = self.width() - hint.width() - gap
            self._remove.setGeometry(left, gap, hint.width(), hint.height())

    def _name_cross(self) -> None:
        if self._remove is not None:
            name_button(self._remove, self.tr("Take this out (Delete)"))

    def _frame(self) -> QRect:
        return QRect(0, 0, self.width(), current_theme().size("thumbnail_height"))

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Screenshot {0}").format(visible(self._caption)))
        self.setToolTip(plain_tooltip(self._caption))
        self._name_cross()


def tile_size() -> QSize:
    """Return the size of a picture in small with the line under it."""
    theme = current_theme()
    line = theme.line("secondary") + theme.size("space_xs")
    return QSize(theme.size("thumbnail_width"), theme.size("thumbnail_height") + line)


def _cover(size: QSize, frame: QRectF) -> QRectF:
    """Return the part of a picture that fills the frame: full width, from the top down."""
    scale = max(frame.width() / size.width(), frame.height() / size.height())
    width, height = frame.width() / scale, frame.height() / scale
    return QRectF((size.width() - width) / 2, 0, width, height)
