# SPDX-License-Identifier: MIT
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from groupdesk.ui.application import Application
from groupdesk.ui.theme import Theme
from groupdesk.ui.tour.album import SOME, Album
from groupdesk.ui.tour.hands import Hands
from groupdesk.ui.tour.player import Player, TourError
from groupdesk.ui.translations import Translations


class _Open:
    session = None

    def __init__(self, theme: Theme, translations: Translations) -> None:
        self.theme = theme
        self.translations = translations


@pytest.fixture
def album(tmp_path: Path, theme: Theme, translations: Translations) -> Album:
    """Return an album in the test's folder."""
    application = cast(Application, _Open(theme, translations))
    return Album(tmp_path, application, Hands(application))


def _take(qtbot: QtBot, album: Album, name: str) -> object:
    widget = QDialog()
    qtbot.addWidget(widget)
    player = Player(album.take(name, widget))
    with qtbot.waitSignal(player.ended) as ended:
        player.play()
    return ended.args[0]


def test_pictures_are_numbered_and_show_each_look(
    qtbot: QtBot, album: Album, tmp_path: Path, translations: Translations
) -> None:
    assert _take(qtbot, album, "members") is None
    assert _take(qtbot, album, "rules") is None
    names = sorted(path.name for path in tmp_path.glob("*.png"))
    assert names == [
        "01-members-dark-zh.png",
        "01-members-light-en.png",
        "02-rules-dark-zh.png",
        "02-rules-light-en.png",
    ]
    light, dark = (QImage(str(tmp_path / name)).pixelColor(0, 0) for name in names[1::-1])
    assert light.lightness() > dark.lightness()
    assert translations.language == SOME[0][1]


def test_a_picture_that_cannot_be_kept_stops_the_tour(
    qtbot: QtBot, album: Album, tmp_path: Path
) -> None:
    album.folder = tmp_path / "gone"
    assert isinstance(_take(qtbot, album, "members"), TourError)
