# SPDX-License-Identifier: MIT
"""What a member wrote is shown as it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from groupdesk.ui.theme import Theme
from groupdesk.ui.widgets.labels import label, plain_tooltip, restyle
from tests.ui.helpers import shows


def test_markup_stays_text(qtbot: QtBot) -> None:
    name = label("<b>x</b><img src='http://example.org/a.png'>")
    qtbot.addWidget(name)
    plain = label("<")
    qtbot.addWidget(plain)
    assert name.textFormat() == Qt.TextFormat.PlainText
    assert name.sizeHint().width() > 20 * plain.sizeHint().width()


@pytest.mark.parametrize("name", ["<b>x</b>", "a &lt;b&gt;", "R & D", "李伟"])
def test_a_tooltip_shows_a_name_as_it_is(name: str) -> None:
    document = QTextDocument()
    tooltip = plain_tooltip(name)
    if tooltip.startswith("<qt>"):
        document.setHtml(tooltip)
    else:
        document.setPlainText(tooltip)
    assert document.toPlainText() == name


def test_a_restyled_label_looks_it(qtbot: QtBot, theme: Theme) -> None:
    text = label("no reason", "body")
    qtbot.addWidget(text)
    text.resize(text.sizeHint())
    assert not shows(text, theme.color("danger"))
    restyle(text, "role", "error")
    assert shows(text, theme.color("danger"))
