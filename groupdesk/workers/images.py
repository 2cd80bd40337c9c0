# SPDX-License-Identifier: MIT
"""Child side: decodes one picture after another and writes display copy and thumbnail.

Only ever imported inside a child process (see runner.py); the window's process never loads PIL.
"""

import struct
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image

FORMATS = ("PNG", "JPEG", "WEBP")
MAX_PIXELS = 80_000_000
USUAL_FIT = (1600, 2400)
"""Display size of a picture up to three times as high as wide."""
LONG_AREA, LONG_SIDE = 16_000_000, 32_000
"""Display size of a scrolled chat: by area, so that its text stays legible."""
HARDLY_LARGER = 0.85
"""A picture that would shrink to no less than this stays as it is: shrinking takes longest."""
THUMBNAIL = 320
_FLAT_COLOURS = 4096
_EXIF, _TAKEN, _TAKEN_OFFSET = 0x8769, 0x9003, 0x9011
_UPRIGHT = {
    2: (Image.Transpose.FLIP_LEFT_RIGHT,),
    3: (Image.Transpose.ROTATE_180,),
    4: (Image.Transpose.FLIP_TOP_BOTTOM,),
    5: (Image.Transpose.TRANSPOSE,),
    6: (Image.Transpose.ROTATE_270,),
    7: (Image.Transpose.TRANSVERSE,),
    8: (Image.Transpose.ROTATE_90,),
}
_DECODING = (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError)
_BROKEN = (*_DECODING, OverflowError, struct.error, Warning, Image.DecompressionBombError)


class _RefusedError(Exception):
    """The picture is not taken; the argument is the code."""


def serve(request: dict[str, Any], emit: Callable[[dict[str, Any]], None]) -> None:
    """Answer for each of `files` ({path, display, thumbnail}) in order, one message each."""
    Image.MAX_IMAGE_PIXELS = None  # our own check comes first and names the reason
    warnings.simplefilter("error")
    for item in request["files"]:
        try:
            emit(_inspect(Path(item["path"]), Path(item["display"]), Path(item["thumbnail"])))
        except _RefusedError as refusal:
            emit({"refused": str(refusal)})


def _inspect(path: Path, display: Path, thumbnail: Path) -> dict[str, Any]:
    if _cut_off(path.read_bytes()):
        raise _RefusedError("image_truncated")
    try:
        with path.open("rb") as stream, Image.open(stream, formats=FORMATS) as image:
            if image.width * image.height > MAX_PIXELS:
                raise _RefusedError("image_too_large_pixels")
            # A JPEG with a second picture (gain map, depth) is a still picture all the same.
            if image.format != "MPO" and getattr(image, "n_frames", 1) > 1:
                raise _RefusedError("image_animated")
            image.load()
            shape = _Upright(image)
            shown = shape.shrunk(image)
            taken = _taken(image)
    except _BROKEN as error:
        cut = isinstance(error, EOFError) or "truncated" in str(error)
        raise _RefusedError("image_truncated" if cut else "image_broken") from error
    png_size = path.stat().st_size if image.format == "PNG" else 0
    ending = _write(shown, display, png_size)
    _thumbnail(shown).save(thumbnail, "JPEG", quality=85)
    return {
        "width": shape.width,
        "height": shape.height,
        "format": "JPEG" if image.format == "MPO" else image.format,
        "display": ending,
        "display_size": list(shown.size),
        "taken": taken,
    }


def _taken(image: Image.Image) -> str:
    """Return when the picture says it was taken, as "2026:11:21 15:42:00+08:00" at most."""
    try:
        said = image.getexif().get_ifd(_EXIF)
        return f"{said.get(_TAKEN, '')}{said.get(_TAKEN_OFFSET, '')}"[:40]
    except _BROKEN:
        return ""  # damaged metadata does not make the picture unusable


def _cut_off(data: bytes) -> bool:
    """Say whether the end is missing; decoders let a cut behind the last pixel pass."""
    if data.startswith(b"\x89PNG"):
        return b"IEND\xaeB`\x82" not in data
    return data.startswith(b"RIFF") and int.from_bytes(data[4:8], "little") + 8 > len(data)


class _Upright:
    """The size of a picture once turned as its metadata asks."""

    def __init__(self, image: Image.Image) -> None:
        try:
            orientation = int(image.getexif().get(0x0112, 1))
        except _BROKEN:
            orientation = 1  # damaged metadata does not make the picture unusable
        self._turns = _UPRIGHT.get(orientation, ())
        self._swapped = orientation in {5, 6, 7, 8}
        size = image.size[::-1] if self._swapped else image.size
        self.width, self.height = size

    def shrunk(self, image: Image.Image) -> Image.Image:
        """Return a small upright copy on white, without metadata."""
        target = display_size(self.width, self.height)
        small = _plain(image)
        if target != (self.width, self.height):
            small = small.resize(target[::-1] if self._swapped else target, reducing_gap=3.0)
        return self.placed(small)

    def placed(self, image: Image.Image) -> Image.Image:
        """Return a plain picture turned upright, on white, without metadata."""
        for turn in self._turns:
            image = image.transpose(turn)
        if image.mode == "RGBA":
            paper = Image.new("RGB", image.size, "white")
            paper.paste(image, mask=image.getchannel("A"))
            return paper
        image.info = {}
        return image


def whole_picture(path: Path) -> Image.Image:
    """Return all pixels of a picture that was taken in: upright, RGB on white, no metadata.

    Raises what Pillow raises for a picture that cannot be decoded.
    """
    with path.open("rb") as stream, Image.open(stream, formats=FORMATS) as image:
        image.load()
        return _Upright(image).placed(_plain(image))


def display_size(width: int, height: int) -> tuple[int, int]:
    """Return the size of the display copy; never larger than the picture itself."""
    if max(width, height) <= 3 * min(width, height):
        scale = min(1.0, USUAL_FIT[0] / width, USUAL_FIT[1] / height)
        if scale >= HARDLY_LARGER:
            scale = 1.0
    else:
        widest = USUAL_FIT[0] if height > width else LONG_SIDE
        scale = min(
            1.0,
            widest / width,
            LONG_SIDE / max(width, height),
            (LONG_AREA / (width * height)) ** 0.5,
        )
    return max(1, round(width * scale)), max(1, round(height * scale))


def _plain(image: Image.Image) -> Image.Image:
    """Return the picture as RGB, or as RGBA where something shows through."""
    if image.mode.startswith("I"):
        # Sixteen bits of grey; Pillow would clip them to white instead of scaling them.
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in image.info:
        return image.convert("RGBA")
    return image if image.mode == "RGB" else image.convert("RGB")


def _write(shown: Image.Image, display: Path, png_size: int) -> str:
    """Write the display copy, as PNG where flat colours make that smaller, and say which.

    `png_size` is the original's size in bytes if it is a PNG: one that is large is not flat, and
    packing it again would take a second for nothing.
    """
    jpeg = display.with_name(display.name + ".jpg")
    # Coloured text in screenshots bleeds when colour is stored at half the resolution.
    shown.save(jpeg, "JPEG", quality=85, subsampling=0 if png_size else 2)
    promising = 0 < png_size < 2 * jpeg.stat().st_size
    if promising and shown.getcolors(_FLAT_COLOURS) is not None:
        flat = display.with_name(display.name + ".png")
        shown.save(flat, "PNG")
        if flat.stat().st_size < jpeg.stat().st_size:
            jpeg.unlink()
            return ".png"
        flat.unlink()
    return ".jpg"


def _thumbnail(shown: Image.Image) -> Image.Image:
    """Return a small picture; of a long one the beginning, since a sliver shows nothing."""
    width, height = min(shown.width, 2 * shown.height), min(shown.height, 2 * shown.width)
    scale = min(1.0, THUMBNAIL / max(width, height))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    return shown.resize(size, box=(0, 0, width, height), reducing_gap=2.0)
