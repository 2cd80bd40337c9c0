# SPDX-License-Identifier: MIT
"""The sign of a member: letter, colour, size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from groupdesk.ui.theme import Theme
from groupdesk.ui.theme_tokens import AVATARS
from groupdesk.ui.widgets.avatar import Avatar, avatar_colour, avatar_letter, avatar_pixmap
from tests.ui.helpers import shows


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        *(("李伟", "李"), ("grace", "G"), ("  ~Tom", "T"), ("", "?"), ("😀", "😀"), ("ß", "S")),
        *(("🌸Lena", "L"), ("🇩🇪 max", "M"), ("👍🏽李", "李")),
        # whole signs where there is nothing else, never half a flag or one of a family
        *(
            ("🇩🇪🇫🇷", "🇩🇪"),
            ("👨‍👩‍👧 🌸", "👨‍👩‍👧"),
            ("👍🏽👍", "👍🏽"),
            ("❤️🌸", "❤️"),
            ("🏳️‍🌈", "🏳️‍🌈"),
        ),
        *(("🏴󠁧󠁢󠁥󠁮󠁧󠁿🌸", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"), ("🇩", "🇩"), ("\u200b", "?"), ("\u202e\u2066", "?")),
    ],
)
def test_letter(name: str, letter: str) -> None:
    assert avatar_letter(name) == letter


@given(st.text())
def test_every_name_has_one_letter_and_a_colour(name: str) -> None:
    letter = avatar_letter(name)
    assert len(letter) == 1 or not letter[0].isalnum()
    assert letter == "?" or letter in name or letter in name.upper()
    assert avatar_colour(name) in AVATARS


def test_colours_are_the_same_tomorrow() -> None:
    assert [avatar_colour(name) for name in ("李伟", "Grace Chen", "王小明")] == [
        "#0F6CBD",
        "#B8501F",
        "#1B7F4B",
    ]


def test_the_widget_shows_the_name_s_colour(qtbot: QtBot, theme: Theme) -> None:
    avatar = Avatar("李伟", "avatar_head")
    qtbot.addWidget(avatar)
    assert avatar.sizeHint().width() == theme.size("avatar_head")
    avatar.resize(avatar.sizeHint())
    assert shows(avatar, avatar_pixmap(theme, "李伟", 48, 1.0).toImage().pixelColor(24, 3))
    avatar.set_name("Grace Chen")
    assert avatar.grab().toImage().pixelColor(24, 3).name() == "#b8501f"


def test_pictures_are_kept_and_sharp(theme: Theme) -> None:
    one = avatar_pixmap(theme, "李伟", 26, 2.0)
    assert one.width() == 52
    assert avatar_pixmap(theme, "李伟", 26, 2.0).cacheKey() == one.cacheKey()
