# SPDX-License-Identifier: MIT
"""All text can be read: 4.5:1 or more in both schemes (WCAG 2, relative luminance)."""

import pytest

from groupdesk.ui.theme_tokens import AVATARS, COLOURS, TEXT_PAIRS


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_itself() -> None:
    assert _contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert _contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read(text: str, ground: str, scheme: int) -> None:
    assert _contrast(COLOURS[text][scheme], COLOURS[ground][scheme]) >= 4.5


@pytest.mark.parametrize("colour", AVATARS)
def test_the_letter_on_an_avatar_can_be_read(colour: str) -> None:
    assert _contrast(COLOURS["on_avatar"][0], colour) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["background", "side", "surface"])
def test_the_focus_ring_can_be_seen(ground: str, scheme: int) -> None:
    assert _contrast(COLOURS["accent"][scheme], COLOURS[ground][scheme]) >= 3
