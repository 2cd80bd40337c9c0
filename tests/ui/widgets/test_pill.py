# SPDX-License-Identifier: MIT
"""A pill shows a word in the colours of its tone, in both schemes."""

import pytest
from pytestqt.qtbot import QtBot

from groupdesk.ui.theme import Theme
from groupdesk.ui.theme_tokens import TONES, ToneName
from groupdesk.ui.widgets.pill import Pill
from tests.ui.helpers import shows


@pytest.mark.parametrize("tone", TONES)
def test_colours(qtbot: QtBot, theme: Theme, tone: ToneName) -> None:
    pill = Pill("Warning 2 警告", tone)
    qtbot.addWidget(pill)
    pill.resize(pill.sizeHint())
    for scheme in ("light", "dark"):
        theme.set_scheme(scheme)
        assert shows(pill, theme.color(f"{tone}_soft"))
        assert shows(pill, theme.color(tone))


def test_another_word_and_none(qtbot: QtBot, theme: Theme) -> None:
    pill = Pill("Good standing", "ok")
    qtbot.addWidget(pill)
    pill.show_word("Final warning", "danger")
    pill.resize(pill.sizeHint())
    assert shows(pill, theme.color("danger"))
    pill.show_word("", "ok")
    assert pill.isHidden()
