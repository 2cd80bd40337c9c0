# SPDX-License-Identifier: MIT
"""Long text is cut and stands whole in the tooltip."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from groupdesk.ui.widgets.elided_label import ElidedLabel


def test_the_tooltip_has_what_does_not_fit(qtbot: QtBot) -> None:
    name = ElidedLabel("微信截图_20261119160233_very_long_name.png")
    qtbot.addWidget(name)
    name.resize(600, 20)
    name.show()
    assert name.toolTip() == ""
    name.resize(80, 20)
    assert name.toolTip() == name.text()
    name.setText("short")
    assert name.toolTip() == ""


def test_it_never_widens_its_window_and_is_cut_where_told(qtbot: QtBot) -> None:
    start = ElidedLabel("same start, another end 1")
    end = ElidedLabel("same start, another end 2")
    for name in (start, end):
        qtbot.addWidget(name)
        name.resize(90, 20)
        assert name.minimumSizeHint().width() < 30
    assert start.grab().toImage() == end.grab().toImage()
    start = ElidedLabel(start.text(), mode=Qt.TextElideMode.ElideMiddle)
    end = ElidedLabel(end.text(), mode=Qt.TextElideMode.ElideMiddle)
    for name in (start, end):
        qtbot.addWidget(name)
        name.resize(90, 20)
    assert start.grab().toImage() != end.grab().toImage()
