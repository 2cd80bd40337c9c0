# SPDX-License-Identifier: MIT
"""Marks as the window shows them while they are drawn; the copy itself is made by a child."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from groupdesk.domain.redaction import (
    INK,
    Area,
    Arrow,
    Box,
    Crop,
    Frame,
    Mark,
    MarkColour,
    Pixelate,
    Size,
    Text,
    arrow_outline,
    drawn_text,
    plate_margin,
    plate_of,
    stroke,
)
from groupdesk.domain.redaction_mosaic import mosaic
from groupdesk.ui.redact_picture import RedactPicture
from groupdesk.ui.theme import current_theme

_SHADE = 150  # of 255; how dark what is cropped away is shown


def colour_of(colour: MarkColour) -> QColor:
    """Return a mark's colour, which is the same in every theme: it is in the file."""
    return QColor(*INK[colour])


class MarkPainter:
    """Paints marks onto a painter that is scaled to pixels of the picture."""

    def __init__(self, picture: RedactPicture) -> None:
        """Paint onto `picture`; the colours of its mosaics are worked out once."""
        self._picture = picture
        self._main_colour = lru_cache(maxsize=256)(picture.main_colour)

    def paint(self, painter: QPainter, mark: Mark) -> None:
        """Paint one mark; a crop has `paint_crop`."""
        if isinstance(mark, Pixelate):
            for cell, colour in mosaic(mark.area, self._main_colour(mark.area)):
                painter.fillRect(_rect(cell), QColor(*colour))
        elif isinstance(mark, Box):
            painter.fillRect(_rect(mark.area), colour_of(mark.colour))
        elif isinstance(mark, Frame):
            _paint_frame(painter, mark, stroke(self._picture.size))
        elif isinstance(mark, Arrow):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour_of(mark.colour))
            corners = arrow_outline(mark, stroke(self._picture.size))
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
        elif isinstance(mark, Text):
            _paint_text(painter, mark)

    def paint_crop(self, painter: QPainter, crop: Crop) -> None:
        """Darken what is cut away."""
        size, left = self._picture.size, crop.area
        dark = QColor(0, 0, 0, _SHADE)
        for part in (
            QRectF(0, 0, size.width, left.y),
            QRectF(0, left.bottom, size.width, size.height - left.bottom),
            QRectF(0, left.y, left.x, left.height),
            QRectF(left.right, left.y, size.width - left.right, left.height),
        ):
            painter.fillRect(part, dark)

    def bounds(self, mark: Mark) -> QRectF:
        """Return where a mark is to be seen."""
        return bounds(mark, self._picture.size)


def bounds(mark: Mark, picture: Size) -> QRectF:
    """Return where a mark on a picture is to be seen, in pixels of the picture."""
    if isinstance(mark, Text):
        return _plate(mark)
    if isinstance(mark, Arrow):
        corners = arrow_outline(mark, stroke(picture))
        return QPolygonF([QPointF(x, y) for x, y in corners]).boundingRect()
    return _rect(mark.area)


def letters(size: int) -> QFont:
    """Return the font of text marks at a size in pixels."""
    font = current_theme().font("body")
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.Medium)
    return font


def _paint_frame(painter: QPainter, mark: Frame, width: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    pen = QPen(colour_of(mark.colour), width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRect(_rect(mark.area).adjusted(half, half, -half, -half))


def _paint_text(painter: QPainter, mark: Text) -> None:
    painter.fillRect(_plate(mark), QColor(*plate_of(mark.colour)))
    font = letters(mark.size)
    metrics = QFontMetricsF(font)
    margin = plate_margin(mark.size)
    painter.setFont(font)
    painter.setPen(colour_of(mark.colour))
    top = mark.at.y + margin // 2 + metrics.ascent()
    for number, line in enumerate(drawn_text(mark.text).split("\n")):
        painter.drawText(QPointF(mark.at.x + margin, top + number * metrics.height()), line)


def _plate(mark: Text) -> QRectF:
    metrics = QFontMetricsF(letters(mark.size))
    margin = plate_margin(mark.size)
    lines = drawn_text(mark.text).split("\n")
    wide = max(metrics.horizontalAdvance(line) for line in lines)
    high = metrics.height() * len(lines)
    return QRectF(mark.at.x, mark.at.y, wide + 2 * margin, high + margin)


def _rect(area: Area) -> QRectF:
    return QRectF(area.x, area.y, area.width, area.height)
