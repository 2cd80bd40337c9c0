# SPDX-License-Identifier: MIT
"""Painting of the palette's lines: sign, name with what matched, what is said beside it, keys."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from groupdesk.ui.icons import pixmap, ratio_of
from groupdesk.ui.item_delegates import (
    MarksRole,
    SecondaryMarksRole,
    SecondaryRole,
    draw_text,
    mark_text,
)
from groupdesk.ui.palette.entries import Found, Kind
from groupdesk.ui.palette.model import FoundRole
from groupdesk.ui.theme import Theme, current_theme
from groupdesk.ui.widgets.avatar import avatar_pixmap

Index = QModelIndex | QPersistentModelIndex
_LEAST_TITLE = 2 / 5  # of a line's width, whatever else it has to say


class PaletteDelegate(QStyledItemDelegate):
    """Paints in the list of the palette."""

    def __init__(self, parent: QListView) -> None:
        """Paint in `parent`."""
        super().__init__(parent)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = index.data(FoundRole) is None
        return QSize(0, current_theme().size("nav_row_low" if heading else "nav_row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        gap = theme.size("space_s")
        line = index.data(FoundRole)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        inner = option.rect.adjusted(gap, 0, -gap, 0)
        if not isinstance(line, Found):
            painter.setPen(theme.color("muted"))
            foot = inner.adjusted(0, theme.size("space_xs"), 0, 0)
            draw_text(painter, foot, text, theme.font("label_chinese"))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selection"))
            radius = theme.size("radius")
            painter.drawRoundedRect(QRectF(option.rect), radius, radius)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        used = self._sign(painter, inner, line, theme, mirrored=mirrored) + gap
        room = inner.adjusted(*((0, 0, -used, 0) if mirrored else (used, 0, 0, 0)))
        end = self._end(painter, room, line, theme)
        room.adjust(*((end, 0, 0, 0) if mirrored else (0, 0, -end, 0)))
        quiet = str(index.data(SecondaryRole) or "")
        self._names(painter, room, text, quiet, index, mirrored=mirrored)

    @staticmethod
    def _sign(painter: QPainter, inner: QRect, line: Found, theme: Theme, *, mirrored: bool) -> int:
        """Draw the sign in front; return the room it takes."""
        wide, ratio = theme.size("avatar_row"), ratio_of(painter)
        entry = line.entry
        if entry.kind is Kind.MEMBER:
            picture, side = avatar_pixmap(theme, entry.title, wide, ratio), wide
        else:
            side = theme.size("icon")
            picture = pixmap(entry.sign, "disabled" if entry.refused else "muted", side, ratio)
        place = QRect(0, 0, wide, wide)
        place.moveTop(inner.top() + (inner.height() - wide) // 2)
        place.moveLeft(inner.right() + 1 - wide if mirrored else inner.left())
        shift = (wide - side) // 2
        painter.drawPixmap(place.left() + shift, place.top() + shift, picture)
        return wide

    @staticmethod
    def _end(painter: QPainter, room: QRect, line: Found, theme: Theme) -> int:
        """Draw what stands at the end of the line: why not, else keys or group."""
        text = line.entry.refused or line.entry.end
        if not text:
            return 0
        width = round(room.width() * (1 - _LEAST_TITLE))
        place = QRect(room)
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.setRight(place.left() + width)
        else:
            place.setLeft(place.right() - width)
        painter.setPen(theme.color("muted"))
        trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        return draw_text(painter, place, text, theme.font("secondary"), trailing) + theme.size(
            "space_m"
        )

    @staticmethod
    def _names(
        painter: QPainter, room: QRect, text: str, quiet: str, index: Index, *, mirrored: bool
    ) -> None:
        """Draw the name and, where there is room left, what is said beside it."""
        theme = current_theme()
        line: Found = index.data(FoundRole)
        painter.setPen(theme.color("muted" if line.entry.refused else "text"))
        font, small = theme.font("body"), theme.font("secondary")
        used = draw_text(painter, room, text, font) + theme.size("space_s")
        mark_text(painter, room, text, font, index.data(MarksRole))
        if quiet and used < room.width() - theme.size("space_xl"):
            rest = room.adjusted(*((0, 0, -used, 0) if mirrored else (used, 0, 0, 0)))
            painter.setPen(theme.color("muted"))
            draw_text(painter, rest, quiet, small)
            mark_text(painter, rest, quiet, small, index.data(SecondaryMarksRole))
