# SPDX-License-Identifier: MIT
"""The mosaic knows one rounded colour of what it hides, and covers all of it."""

from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.redaction import Area
from groupdesk.domain.redaction_mosaic import cell_of, main_colour, mosaic

GROUND, INKED = (255, 255, 255), (20, 20, 20)


def test_letters_on_a_ground_leave_no_trace_in_the_mosaic() -> None:
    for inked in range(49):
        assert main_colour([(100 - inked, GROUND), (inked, INKED)]) == (240, 240, 240)
    assert main_colour([]) == (16, 16, 16)
    assert main_colour([(1, GROUND), (1, INKED)]) == (16, 16, 16)


@given(st.integers(4, 200), st.integers(4, 200))
def test_mosaic_covers_each_pixel_once(width: int, height: int) -> None:
    area = Area(7, 9, width, height)
    cells = mosaic(area, (240, 16, 128))
    assert sum(cell.width * cell.height for cell, _ in cells) == width * height
    assert all(cell.x >= 7 and cell.right <= area.right for cell, _ in cells)
    assert all(cell.y >= 9 and cell.bottom <= area.bottom for cell, _ in cells)
    assert all(0 <= part <= 255 for _, colour in cells for part in colour)
    if width > cell_of(area):
        assert len({colour for _, colour in cells}) > 1
