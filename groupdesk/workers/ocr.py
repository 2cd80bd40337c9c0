# SPDX-License-Identifier: MIT
"""Child side: reads the text in display copies with the library of the extra `ocr`.

Only ever imported inside a child process (see runner.py). The child sees our own display copies,
never an original, and may open no connection: the models lie in the library's package.
"""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PIL import Image

STRIP = 1600
"""How high a piece is that is read at once; a chat of many screens is cut into such pieces."""
_LOOK_BACK = 500  # rows above its end in which a strip looks for one to be cut at
_LEAST_SURE = 0.6
_CALM = 12
"""Shades, of 256, that a row of one colour differs by: what JPEG leaves on an even ground."""
_LOW_PRIORITY = 10
_NETWORK = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "subprocess.", "os.system")


def serve(request: dict[str, Any], emit: Callable[[dict[str, Any]], None]) -> None:
    """Answer for each of `paths` in order: the lines of text that the picture shows."""
    if hasattr(os, "nice"):
        os.nice(_LOW_PRIORITY)
    sys.addaudithook(_stay_here)
    read = _engine()
    for path in request["paths"]:
        emit({"lines": read(Path(path))})


def _stay_here(event: str, _values: tuple[Any, ...]) -> None:
    if event.startswith(_NETWORK):
        raise PermissionError(f"{event} has no place here")


def _engine() -> Callable[[Path], list[str]]:
    # one thread for each pool of threads: the window has more use for the other processors
    os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    import numpy  # noqa: ICN001, PLC0415 — both come with the extra
    from rapidocr import RapidOCR  # noqa: PLC0415

    library = RapidOCR(
        params={
            "Global.log_level": "critical",
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )

    def read(path: Path) -> list[str]:
        lines: list[str] = []
        with Image.open(path, formats=("PNG", "JPEG")) as image:
            for strip in strips(image.convert("RGB")):
                blue_first = numpy.ascontiguousarray(numpy.asarray(strip)[:, :, ::-1])
                found = library(blue_first)
                known = zip(found.txts or (), found.scores or (), strict=True)
                lines += [str(text) for text, sure in known if sure >= _LEAST_SURE]
        return lines

    return read


def strips(image: Image.Image) -> Iterator[Image.Image]:
    """Cut a tall picture into pieces, between its lines of text where there is a gap."""
    top = 0
    while image.height - top > STRIP:
        cut = _gap(image, top + STRIP - _LOOK_BACK, top + STRIP)
        yield image.crop((0, top, image.width, cut))
        top = cut
    yield image.crop((0, top, image.width, image.height))


def _gap(image: Image.Image, first: int, last: int) -> int:
    """Return the middle of the lowest gap between lines; `last` where there is none."""
    part = image.crop((0, first, image.width, last)).convert("L")
    width, pixels = part.width, part.tobytes()

    def calm(row: int) -> bool:
        line = pixels[row * width : (row + 1) * width]
        return max(line) - min(line) < _CALM

    bottom = next((row for row in reversed(range(part.height)) if calm(row)), None)
    if bottom is None:  # a photograph
        return last
    top = bottom
    while top > 0 and calm(top - 1):
        top -= 1
    return first + (top + bottom) // 2 + 1
