# SPDX-License-Identifier: MIT
"""The mosaic that hides: its pattern knows nothing of the picture but one rounded colour.

A usual pixelation averages small cells. Each cell is then a hint, and whoever tries texts until
their averages match reads what was hidden. Here the whole rectangle gives one colour, the one that
most of its pixels have after rounding; the pattern on it follows from the place of a cell alone.
"""

from collections.abc import Iterable
from typing import Final

from groupdesk.domain.redaction import Area

_STEP: Final = 32
"""A channel is rounded to eighths: 512 colours in all, and letters on a ground change none."""
_SHADES: Final = (-18, 6, -6, 18)
_LEAST_CELL: Final = 6


def main_colour(pixels: Iterable[tuple[int, tuple[int, int, int]]]) -> tuple[int, int, int]:
    """Return the colour that stands for all of them, from (how many, (red, green, blue)).

    The most frequent one after rounding, the darker one where two are as frequent.
    """
    counts: dict[tuple[int, int, int], int] = {}
    for count, (red, green, blue) in pixels:
        rounded = (red // _STEP, green // _STEP, blue // _STEP)
        counts[rounded] = counts.get(rounded, 0) + count
    most = max(counts.values(), default=0)
    chosen = min((colour for colour, count in counts.items() if count == most), default=(0, 0, 0))
    red, green, blue = (part * _STEP + _STEP // 2 for part in chosen)
    return red, green, blue


def cell_of(area: Area) -> int:
    """Return the side of a cell, in pixels; a matter of looks, see above."""
    return max(_LEAST_CELL, round(min(area.width, area.height) / 3))


def mosaic(
    area: Area, colour: tuple[int, int, int]
) -> tuple[tuple[Area, tuple[int, int, int]], ...]:
    """Return the cells that cover the area, each with its colour."""
    cell = cell_of(area)
    cells = []
    for row, top in enumerate(range(area.y, area.bottom, cell)):
        for column, left in enumerate(range(area.x, area.right, cell)):
            shade = _SHADES[(row * 3 + column * 5 + row * column) % len(_SHADES)]
            red, green, blue = (min(255, max(0, part + shade)) for part in colour)
            wide, high = min(cell, area.right - left), min(cell, area.bottom - top)
            cells.append((Area(left, top, wide, high), (red, green, blue)))
    return tuple(cells)
