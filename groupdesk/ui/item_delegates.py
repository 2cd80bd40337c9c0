# SPDX-License-Identifier: MIT
"""Painting of list cells: a member's sign and name, a standing pill, plain quiet text."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from groupdesk.domain.text import visible
from groupdesk.ui.icons import pixmap, ratio_of
from groupdesk.ui.theme import Theme, current_theme
from groupdesk.ui.widgets.avatar import avatar_pixmap

SecondaryRole = Qt.ItemDataRole.UserRole + 1
"""Quiet text after the main one, a group nickname for instance."""
ToneRole = Qt.ItemDataRole.UserRole + 2
"""A ToneName: the colours of a pill."""
MarksRole = Qt.ItemDataRole.UserRole + 3
"""Places of the main text, from and to, that a search matched."""
SecondaryMarksRole = Qt.ItemDataRole.UserRole + 4
"""The same of the quiet text."""
SignRole = Qt.ItemDataRole.UserRole + 5
"""Icon and tone of a small sign after the main text: a key customer, somebody blocked."""

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Plain text in the colour of a token; the base of the others."""

    def __init__(self, parent: QAbstractItemView, token: str = "muted") -> None:
        """Paint in the cells of `parent`."""
        super().__init__(parent)
        self._token = token

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), current_theme().size("row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        self.paint_ground(painter, option, index, theme)
        gap = theme.size("space_s")
        place = option.rect.adjusted(gap, 0, -gap, 0)
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole) or _LEADING
        painter.setPen(theme.color(self._token))
        draw_text(painter, place, _text(index), theme.font("body"), Qt.AlignmentFlag(alignment))
        if alignment == _LEADING:
            mark_text(painter, place, _text(index), theme.font("body"), index.data(MarksRole))

    def paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, theme: Theme
    ) -> None:
        """Paint selection, hover and, on the current row of a focused view, a mark in front."""
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.color("selection"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.color("hover"))
        view = self.parent()
        if isinstance(view, QAbstractItemView) and view.hasFocus():
            current = view.currentIndex()
            if current.row() == index.row() and current.isValid():
                line = QRect(option.rect)
                if index.column() == 0:
                    mark = QRect(line.left(), line.top(), 3, line.height())
                    if option.direction == Qt.LayoutDirection.RightToLeft:
                        mark.moveRight(line.right())
                    painter.fillRect(mark, theme.color("accent"))
                line.setTop(line.bottom())
                painter.fillRect(line, theme.color("accent"))


class MemberDelegate(CellDelegate):
    """Sign, name and, quieter, the text of SecondaryRole."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        self.paint_ground(painter, option, index, theme)
        name = _text(index)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        side, gap = theme.size("avatar_row"), theme.size("space_s")
        place = option.rect.adjusted(gap + 2, 0, -gap - 2, 0)
        left = place.right() - side if mirrored else place.left()
        ratio = ratio_of(painter)
        picture = avatar_pixmap(theme, name, side, ratio)
        painter.drawPixmap(left, place.top() + (place.height() - side) // 2, picture)
        inset = side + gap
        place.adjust(*((0, 0, -inset, 0) if mirrored else (inset, 0, 0, 0)))
        painter.setPen(theme.color("text"))
        used = draw_text(painter, place, name, theme.font("body")) + gap
        mark_text(painter, place, name, theme.font("body"), index.data(MarksRole))
        sign = index.data(SignRole)
        small = theme.size("icon")
        if sign and used + small < place.width():
            x = place.right() + 1 - used - small if mirrored else place.left() + used
            y = place.top() + (place.height() - small) // 2
            icon_name, tone = sign
            painter.drawPixmap(x, y, pixmap(icon_name, tone, small, ratio))
            used += small + gap
        quiet = index.data(SecondaryRole)
        if quiet and used < place.width() - gap:
            place.adjust(*((0, 0, -used, 0) if mirrored else (used, 0, 0, 0)))
            painter.setPen(theme.color("muted"))
            font = theme.font("secondary")
            draw_text(painter, place, str(quiet), font)
            mark_text(painter, place, str(quiet), font, index.data(SecondaryMarksRole))


class PillDelegate(CellDelegate):
    """The cell's text as a pill in the tone of ToneRole."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        self.paint_ground(painter, option, index, theme)
        text = _text(index)
        if not text:
            return
        tone = str(index.data(ToneRole) or "muted")
        font = theme.font("pill")
        gap, pad = theme.size("space_s"), theme.size("radius_pill")
        place = option.rect.adjusted(gap, 0, -gap, 0)
        shown, width = _elided(
            text, font.key(), place.width() - 2 * pad, Qt.TextElideMode.ElideRight
        )
        height = theme.line("pill") + 2
        pill = QRectF(place.left(), 0, width + 2 * pad, height)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            pill.moveRight(place.right())
        pill.moveTop(place.top() + (place.height() - height) // 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"{tone}_soft"))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(theme.color(tone))
        painter.setFont(font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, shown)


_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


def draw_text(
    painter: QPainter,
    place: QRect,
    text: str,
    font: QFont,
    alignment: Qt.AlignmentFlag = _LEADING,
    mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> int:
    """Draw one line, cut with … to `place`, in the painter's pen; return its width."""
    shown, width = _elided(text, font.key(), place.width(), mode)
    painter.setFont(font)
    painter.drawText(place, alignment | Qt.TextFlag.TextSingleLine, shown)
    return width


def mark_text(
    painter: QPainter,
    place: QRect,
    text: str,
    font: QFont,
    marks: Sequence[tuple[int, int]] | None,
) -> None:
    """Mark places of a line that `draw_text` drew at `place`, as far as they are to be seen."""
    if not marks:
        return
    theme = current_theme()
    key = font.key()
    shown, _ = _elided(text, key, place.width(), Qt.TextElideMode.ElideRight)
    seen = len(shown) if shown == text else len(shown) - 1
    metrics = _metrics(key)
    height = metrics.height() + 2
    top = place.top() + (place.height() - height) // 2
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    for start, end in marks:
        last = min(end, seen)
        if start >= last:
            continue
        before = metrics.horizontalAdvance(shown[:start])
        wide = metrics.horizontalAdvance(shown[:last]) - before
        left = place.right() + 1 - before - wide if mirrored else place.left() + before
        spot = QRect(left, top, wide, height)
        painter.fillRect(spot, theme.color("warning_soft"))
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        painter.save()
        painter.setClipRect(spot)
        painter.drawText(place, _LEADING | Qt.TextFlag.TextSingleLine, shown)
        painter.restore()


@lru_cache(maxsize=4096)
def _elided(text: str, font_key: str, width: int, mode: Qt.TextElideMode) -> tuple[str, int]:
    """Return the text as it fits, and its width; lists ask for the same cells again and again.

    What would hide or turn characters round is named, here once for all lists.
    """
    metrics = _metrics(font_key)
    shown = metrics.elidedText(visible(text).replace("\n", " "), mode, width)
    return shown, metrics.horizontalAdvance(shown)


@lru_cache(maxsize=16)
def _metrics(font_key: str) -> QFontMetrics:
    font = QFont()
    font.fromString(font_key)
    return QFontMetrics(font)


def _text(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole) or "")
