# SPDX-License-Identifier: MIT
"""One screenshot in small, with its caption: opens larger, can be taken out."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
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
from PySide6.QtWidgets import QSizePolicy, QWidget

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
        self._removable = removable
        self._remove = icon_button("x", "", self)
        self._remove.setProperty("kind", "cross")
        self._remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Delete does the same
        self._remove.clicked.connect(self.removed)
        self._remove.hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._translate()

    @property
    def caption(self) -> str:
        """The line under the picture."""
        return self._caption

    def set_caption(self, caption: str) -> None:
        """Show another line under the picture."""
        self._caption = caption
        self._translate()
        self.update()

    def set_picture(self, picture: QPixmap) -> None:
        """Show the picture, cut to fill the frame; an empty one shows a broken image."""
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        line = theme.line("secondary") + theme.size("space_xs")
        return QSize(theme.size("thumbnail_width"), theme.size("thumbnail_height") + line)

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
            side, ratio = theme.size("icon_large"), self.devicePixelRatioF()
            place = QRect(0, 0, side, side)
            place.moveCenter(frame.center().toPoint())
            painter.drawPixmap(place, pixmap("image", "muted", side, ratio))
        else:
            painter.drawPixmap(frame, self._picture, _cover(self._picture.size(), frame))
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
        hint = self._remove.sizeHint()
        gap = current_theme().size("space_xs")
        self._remove.setGeometry(
            self.width() - hint.width() - gap, gap, hint.width(), hint.height()
        )

    def enterEvent(self, event: QEnterEvent) -> None:
        self._remove.setVisible(self._removable)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._remove.setVisible(self._removable and self.hasFocus())
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._remove.setVisible(self._removable)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._remove.setVisible(self._removable and self.underMouse())
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

    def _frame(self) -> QRect:
        return QRect(0, 0, self.width(), current_theme().size("thumbnail_height"))

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Screenshot {0}").format(visible(self._caption)))
        self.setToolTip(plain_tooltip(self._caption))
        name_button(self._remove, self.tr("Take this screenshot out (Delete)"))


def _cover(size: QSize, frame: QRectF) -> QRectF:
    """Return the part of a picture that fills the frame: full width, from the top down."""
    scale = max(frame.width() / size.width(), frame.height() / size.height())
    width, height = frame.width() / scale, frame.height() / scale
    return QRectF((size.width() - width) / 2, 0, width, height)
