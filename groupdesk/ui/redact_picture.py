# SPDX-License-Identifier: MIT
"""The picture under the marks: its display copy in halving sizes, so that any zoom paints fast."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from groupdesk.domain.redaction import Area, Size
from groupdesk.domain.redaction_mosaic import main_colour

_SMALLEST = 400  # pixels; a level is not halved below that
_SAMPLE = 48


@dataclass(frozen=True)
class RedactPicture:
    """A picture of `size` pixels, with smaller and smaller images of it for the screen."""

    size: Size
    levels: Sequence[QImage]

    def paint(self, painter: QPainter, part: QRectF, zoom: float) -> None:
        """Paint a part, given in pixels of the picture, onto itself; the painter is scaled.

        The smallest image that is as large as `zoom` asks for is taken: little is read, and
        letters do not break up as they would if pixels were left out.
        """
        shown = self.levels[0]
        for image in self.levels:
            if image.width() >= self.size.width * zoom:
                shown = image
        across, down = shown.width() / self.size.width, shown.height() / self.size.height
        source = QRectF(
            part.x() * across, part.y() * down, part.width() * across, part.height() * down
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, zoom < 3 * across)
        painter.drawImage(part, shown, source)

    def main_colour(self, area: Area) -> tuple[int, int, int]:
        """Return the colour of a mosaic over an area, as well as the smaller image knows it."""
        shown = self.levels[0]
        across, down = shown.width() / self.size.width, shown.height() / self.size.height
        part = shown.copy(
            int(area.x * across),
            int(area.y * down),
            max(1, int(area.width * across)),
            max(1, int(area.height * down)),
        )
        if part.width() > _SAMPLE or part.height() > _SAMPLE:
            part = part.scaled(
                QSize(min(part.width(), _SAMPLE), min(part.height(), _SAMPLE)),
                mode=Qt.TransformationMode.FastTransformation,
            )
        found = (part.pixelColor(x, y) for y in range(part.height()) for x in range(part.width()))
        return main_colour((1, (one.red(), one.green(), one.blue())) for one in found)


def read_picture(path: Path, size: Size) -> RedactPicture:
    """Read a display copy that we wrote; an image that cannot be read has no levels."""
    reader = QImageReader(str(path), b"png" if path.suffix == ".png" else b"jpeg")
    image = reader.read()
    levels = []
    if not image.isNull():
        levels.append(image.convertToFormat(QImage.Format.Format_RGB32))
        while min(levels[-1].width(), levels[-1].height()) > _SMALLEST / 2 and (
            max(levels[-1].width(), levels[-1].height()) > _SMALLEST
        ):
            last = levels[-1]
            levels.append(
                last.scaled(
                    QSize((last.width() + 1) // 2, (last.height() + 1) // 2),
                    mode=Qt.TransformationMode.SmoothTransformation,
                )
            )
    return RedactPicture(size, levels)
