# SPDX-License-Identifier: MIT
"""An icon beside a text."""

from pytestqt.qtbot import QtBot

from groupdesk.ui.theme import Theme
from groupdesk.ui.widgets.icon_label import IconLabel
from tests.ui.helpers import shows


def test_it_follows_the_theme_and_can_change(qtbot: QtBot, theme: Theme) -> None:
    sign = IconLabel("square", "ok", "icon_empty")
    qtbot.addWidget(sign)
    assert sign.sizeHint().width() == theme.size("icon_empty")
    sign.resize(sign.sizeHint())
    assert shows(sign, theme.color("ok"))
    theme.set_scheme("dark")
    assert shows(sign, theme.color("ok"))
    sign.set_icon("square", "danger")
    assert shows(sign, theme.color("danger"))
