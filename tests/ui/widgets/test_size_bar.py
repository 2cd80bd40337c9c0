# SPDX-License-Identifier: MIT
"""A share of a limit, painted in the colour that it means."""

import pytest
from pytestqt.qtbot import QtBot

from groupdesk.ui.theme import Theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.size_bar import SizeBar


@pytest.mark.parametrize(
    ("share", "tone", "taken"),
    [(0.0, "accent", 0), (0.5, "accent", 100), (0.9, "warning", 180), (3.0, "danger", 200)],
)
def test_it_fills_as_far_as_the_share(
    qtbot: QtBot, theme: Theme, share: float, tone: ToneName, taken: int
) -> None:
    bar = SizeBar()
    qtbot.addWidget(bar)
    bar.resize(200, 8)
    bar.set_share(share, tone)
    image = bar.grab().toImage()
    colour = theme.color(tone).name()
    filled = sum(image.pixelColor(x, 4).name() == colour for x in range(200))
    assert filled == pytest.approx(taken, abs=3)
