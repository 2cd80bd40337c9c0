# SPDX-License-Identifier: MIT
"""Child side: draws marks into the pixels of a picture and writes a copy that holds nothing else.

Only ever imported inside a child process (see runner.py). The copy is encoded from bare pixels:
what a box or a mosaic covers, what was cropped away, and what the file said beside its pixels
(EXIF, ICC profile, thumbnail, text) is not in it.
"""

import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from groupdesk.domain.redaction import (
    INK,
    Area,
    Arrow,
    Box,
    Frame,
    Mark,
    Pixelate,
    Size,
    Text,
    arrow_outline,
    crop_of,
    drawn_text,
    from_json,
    plate_margin,
    plate_of,
    stroke,
)
from groupdesk.domain.redaction_mosaic import main_colour, mosaic
from groupdesk.workers.images import whole_picture

_SIMPLIFIED = 2  # the collection's font with the shapes used in mainland China
_JPEG_QUALITIES = (92, 80)


def serve(request: dict[str, Any], emit: Callable[[dict[str, Any]], None]) -> None:
    """Write the copy of `path` to `out`, of `most` bytes at most; say its size and kind.

    `marks` is their JSON, `font` our own font file. PNG where it fits, so that no pixel is
    another one than drawn; JPEG for large photographs.
    """
    Image.MAX_IMAGE_PIXELS = None  # it was counted when the picture was taken in
    warnings.simplefilter("error")
    marks, picture = from_json(request["marks"])
    image = whole_picture(Path(request["path"]))
    if image.size != picture:
        emit({"failed": "size"})
        return
    image = draw(image, marks, Path(request["font"]))
    kind = _write(image, Path(request["out"]), int(request["most"]))
    emit({"width": image.width, "height": image.height, "kind": kind})


def draw(image: Image.Image, marks: Sequence[Mark], font: Path) -> Image.Image:
    """Draw the marks in their order into an RGB picture, then crop it."""
    picture = Size(*image.size)
    pen = ImageDraw.Draw(image)
    for mark in marks:
        if isinstance(mark, Pixelate):
            _pixelate(image, pen, mark.area)
        elif isinstance(mark, Box):
            pen.rectangle(_corners(mark.area), fill=INK[mark.colour])
        elif isinstance(mark, Frame):
            pen.rectangle(_corners(mark.area), outline=INK[mark.colour], width=stroke(picture))
        elif isinstance(mark, Arrow):
            pen.polygon(arrow_outline(mark, stroke(picture)), fill=INK[mark.colour])
        elif isinstance(mark, Text):
            _write_text(pen, mark, font)
    left = crop_of(marks)
    if left is None:
        return image
    return image.crop((left.x, left.y, left.right, left.bottom))


def _corners(area: Area) -> tuple[int, int, int, int]:
    return area.x, area.y, area.right - 1, area.bottom - 1  # Pillow draws the last ones, too


def _pixelate(image: Image.Image, pen: ImageDraw.ImageDraw, area: Area) -> None:
    part = image.crop((area.x, area.y, area.right, area.bottom))
    # Rounding first leaves 512 colours at most to be counted, whatever the picture is.
    found: Any = part.point(lambda value: value & 0xE0).getcolors(512)
    for cell, colour in mosaic(area, main_colour(found)):
        pen.rectangle(_corners(cell), fill=colour)


def _write_text(pen: ImageDraw.ImageDraw, mark: Text, font: Path) -> None:
    letters = ImageFont.truetype(font, mark.size, index=_SIMPLIFIED)
    letters.set_variation_by_axes([500])  # its thinnest weight is the one that it opens with
    text = drawn_text(mark.text)
    margin = plate_margin(mark.size)
    line = sum(letters.getmetrics())
    lines = text.split("\n")
    wide = max(round(letters.getlength(one)) for one in lines)
    right, bottom = mark.at.x + wide + 2 * margin, mark.at.y + line * len(lines) + margin
    pen.rectangle((mark.at.x, mark.at.y, right - 1, bottom - 1), fill=plate_of(mark.colour))
    for number, one in enumerate(lines):
        at = (mark.at.x + margin, mark.at.y + margin // 2 + number * line)
        pen.text(at, one, fill=INK[mark.colour], font=letters)


def _write(image: Image.Image, out: Path, most: int) -> str:
    image.info = {}
    image.save(out, "PNG")
    if out.stat().st_size <= most:
        return "PNG"
    for quality in _JPEG_QUALITIES:
        image.save(out, "JPEG", quality=quality, subsampling=0)
        if out.stat().st_size <= most:
            return "JPEG"
    return "TOO_LARGE"
