# SPDX-License-Identifier: MIT
"""The longest bar fills the room; screen readers hear the numbers."""

from pytestqt.qtbot import QtBot

from groupdesk.ui.theme import Theme
from groupdesk.ui.widgets.bars import Bars


def test_bars_are_as_long_as_their_counts(qtbot: QtBot, theme: Theme) -> None:
    bars = Bars()
    qtbot.addWidget(bars)
    bars.set_bars("Last 30 days", [("Talks", 5), ("Warnings", 20), ("Removals", 0)])
    bars.resize(200, bars.sizeHint().height())
    image = bars.grab().toImage()
    accent = theme.color("accent").name()
    lengths = sorted(
        {
            sum(image.pixelColor(x, y).name() == accent for x in range(image.width()))
            for y in range(image.height())
        }
    )
    assert lengths[0] == 0
    assert abs(lengths[-1] - image.width()) <= 4
    assert any(abs(length - image.width() / 4) <= 4 for length in lengths)
    assert bars.accessibleDescription() == "Talks: 5, Warnings: 20, Removals: 0"
