# SPDX-License-Identifier: MIT
"""A themed application in English for each test of the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from groupdesk.ui.theme import Theme, current_theme
from groupdesk.ui.translations import Translations


@pytest.fixture(scope="session")
def _look(qapp: QApplication) -> tuple[Theme, Translations]:
    return Theme(qapp, "light"), Translations(qapp)


@pytest.fixture(autouse=True)
def theme(_look: tuple[Theme, Translations]) -> Iterator[Theme]:
    """Return the theme of the running application, light again after each test."""
    assert current_theme() is _look[0], "a test made a theme of its own and left it behind"
    yield _look[0]
    _look[0].set_scheme("light")


@pytest.fixture(autouse=True)
def translations(_look: tuple[Theme, Translations]) -> Iterator[Translations]:
    """Return the translations of the running application, English again after each test."""
    yield _look[1]
    _look[1].set_language("en")
