# SPDX-License-Identifier: MIT
"""Numbers stand as far from the edge as texts do."""

from pytestqt.qtbot import QtBot

from groupdesk.ui.theme import Theme
from groupdesk.ui.widgets.number_field import NumberField


def test_a_number_keeps_its_distance_from_the_edge(qtbot: QtBot, theme: Theme) -> None:
    field = NumberField(0, 900)
    qtbot.addWidget(field)
    field.setValue(888)
    field.resize(160, field.sizeHint().height())
    image = field.grab().toImage()
    middle = range(10, image.height() - 10)
    dark = [
        x
        for x in range(3, image.width() // 2)
        if any(image.pixelColor(x, y).lightness() < 120 for y in middle)
    ]
    assert min(dark) >= theme.size("pad_text")
    field.setValue(4711)
    assert field.value() == 900
