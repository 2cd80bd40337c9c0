# SPDX-License-Identifier: MIT
"""The pictures that a tour leaves: each page and dialog, light and dark, English and Chinese."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from groupdesk.ui.application import Application
from groupdesk.ui.theme import Scheme
from groupdesk.ui.tour.hands import Hands, Steps, shown_windows
from groupdesk.ui.tour.player import TourError
from groupdesk.ui.translations import LanguageCode

Variant = tuple[Scheme, LanguageCode]
ALL: Final[tuple[Variant, ...]] = (
    ("light", "en"),
    ("light", "zh"),
    ("dark", "zh"),
    ("dark", "en"),
)
"""In an order in which the fewest things change from one to the next."""
SOME: Final[tuple[Variant, ...]] = (("light", "en"), ("dark", "zh"))


class Album:
    """Numbers the pictures in the order in which they were taken."""

    def __init__(self, folder: Path, application: Application, hands: Hands) -> None:
        """Put the pictures into `folder`."""
        self.folder = folder
        self._application = application
        self._hands = hands
        self._number = 0

    def take(self, name: str, widget: QWidget, variants: Sequence[Variant] = SOME) -> Steps[None]:
        """Picture a widget in these looks; it shows the first look again afterwards."""
        self._number += 1
        for scheme, language in variants:
            self._show(scheme, language)
            yield from self._hands.rest()
            self._save(f"{self._number:02}-{name}-{scheme}-{language}", widget)
        self._show(*variants[0])

    def take_failure(self) -> None:
        """Picture whatever is open, to see what went wrong."""
        for number, widget in enumerate(shown_windows()):
            self._save(f"failed-{number}", widget)

    def _show(self, scheme: Scheme, language: LanguageCode) -> None:
        self._application.theme.set_scheme(scheme)
        self._application.translations.set_language(language)

    def _save(self, name: str, widget: QWidget) -> None:
        path = self.folder / f"{name}.png"
        if not widget.grab().save(str(path)):
            raise TourError(str(path))
