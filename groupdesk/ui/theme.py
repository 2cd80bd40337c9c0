# SPDX-License-Identifier: MIT
"""Light and dark: turns the token table into fonts, a palette and the one style sheet.

Widgets that paint ask `current_theme()` while they paint, so a change of scheme needs no more than
the repaint that the new style sheet causes anyway.
"""

from functools import cache
from pathlib import Path
from string import Template
from typing import Literal, cast

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from groupdesk.paths import resource
from groupdesk.ui.fonts import FontChoice, choose_fonts
from groupdesk.ui.lucide_svg import icon_svg
from groupdesk.ui.theme_tokens import (
    BODY_PIXELS,
    COLOURS,
    FONT_ROLES,
    SIZES,
)

Scheme = Literal["light", "dark", "system"]

_PROPERTY = "groupdesk_theme"
# pictures of the style sheet: file name -> (icon, token)
_SHEET_ICONS = {
    "down": ("chevron-down", "muted"),
    "down_disabled": ("chevron-down", "disabled"),
    "up": ("chevron-up", "muted"),
    "right": ("chevron-right", "muted"),
    "left": ("chevron-left", "muted"),
    "check": ("check", "on_accent"),
    "check_disabled": ("check", "surface"),
    "partial": ("minus", "on_accent"),
    "menu_check": ("check", "accent"),
    "calendar": ("calendar", "muted"),
    "close": ("x", "muted"),
}


def make_application(name: str) -> QApplication:
    """Return the application in the style that the theme builds upon.

    The style is asked for as on a command line: PySide6 takes 5 ms to hand over a QStyle.
    """
    return QApplication([name, "-style", "fusion"])


class Theme(QObject):
    """Owns the look of the running application; there is one, made right after QApplication."""

    changed = Signal()
    """Colours are others now; everything that only paints was told to repaint already."""

    def __init__(self, application: QApplication, scheme: Scheme = "system") -> None:
        """Take over font, palette and style sheet of an application of `make_application`."""
        super().__init__(application)
        self._application = application
        self._pictures = QTemporaryDir()
        self._scheme: Scheme = scheme
        self._dark = False
        self._system_dark = False
        self._fonts = choose_fonts(application.font())
        self._scale = max(1.0, QFontInfo(application.font()).pixelSize() / BODY_PIXELS)
        application.setProperty(_PROPERTY, self)
        application.setFont(self.font("body"))
        application.styleHints().colorSchemeChanged.connect(self._on_system_scheme)
        self._ask_for(scheme)
        self._system_dark = self._asks_for_dark()
        self._apply()

    @property
    def scheme(self) -> Scheme:
        """What was asked for: "light", "dark" or "system"."""
        return self._scheme

    @property
    def is_dark(self) -> bool:
        """Whether dark colours are shown now."""
        return self._dark

    def set_scheme(self, scheme: Scheme) -> None:
        """Show the light or the dark colours, or follow the system from now on."""
        self._scheme = scheme
        self._ask_for(scheme)
        self._system_dark = self._asks_for_dark()
        if self._wants_dark() != self._dark:
            self._apply()

    def color(self, token: str) -> QColor:
        """Return the colour of a token as shown now. Raises KeyError for an unknown token."""
        return QColor(_color(token, self._dark))

    def size(self, token: str) -> int:
        """Return a size in pixels, grown with the system's font."""
        return round(SIZES[token] * self._scale)

    def font(self, role: str) -> QFont:
        """Return the font of a role of FONT_ROLES. Raises KeyError for an unknown role."""
        return QFont(_font(role, self._scale, self._fonts))

    def line(self, role: str) -> int:
        """Return the height of one line, tall enough for Chinese beside Latin letters."""
        return round(FONT_ROLES[role][0] * self._scale * 1.5)

    def _ask_for(self, scheme: Scheme) -> None:
        """Tell Qt, so that frames of windows and native dialogs match."""
        wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        self._application.styleHints().setColorScheme(
            wanted.get(scheme, Qt.ColorScheme.Unknown),
        )

    def _wants_dark(self) -> bool:
        return self._system_dark if self._scheme == "system" else self._scheme == "dark"

    def _asks_for_dark(self) -> bool:
        return self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _on_system_scheme(self, scheme: Qt.ColorScheme) -> None:
        self._system_dark = scheme == Qt.ColorScheme.Dark
        if self._wants_dark() != self._dark:
            self._apply()

    def _apply(self) -> None:
        self._dark = self._wants_dark()
        self._write_pictures()
        self._application.setPalette(self._palette())
        self._application.setStyleSheet(self._sheet())
        self.changed.emit()

    def _write_pictures(self) -> None:
        """Tint the arrows and ticks of the style sheet, which takes pictures from files only.

        Each scheme has names of its own, for Qt keeps a picture once it has read it. Without a
        temporary folder (a full disk) arrows are missing and all else works.
        """
        if not self._pictures.isValid():
            return
        folder = Path(self._pictures.path())
        for name, (icon, token) in _SHEET_ICONS.items():
            svg = icon_svg(icon, self.color(token).name(), stroke=2.25)
            (folder / f"{self._prefix()}_{name}.svg").write_bytes(svg)

    def _prefix(self) -> str:
        return "dark" if self._dark else "light"

    def _sheet(self) -> str:
        values = {token: self.color(token).name() for token in COLOURS}
        values |= {token: f"{self.size(token)}px" for token in SIZES}
        for role in FONT_ROLES:
            font = self.font(role)
            values[f"font_{role}"] = (
                f"font-size: {font.pixelSize()}px; font-weight: {font.weight().value}"
            )
        folder = Path(self._pictures.path()).as_posix()
        values |= {
            f"picture_{name}": f'url("{folder}/{self._prefix()}_{name}.svg")'
            for name in _SHEET_ICONS
        }
        return Template(_sheet_text()).substitute(values)

    def _palette(self) -> QPalette:
        palette = QPalette()
        role = QPalette.ColorRole
        for entry, token in (
            (role.Window, "background"),
            (role.WindowText, "text"),
            (role.Base, "surface"),
            (role.AlternateBase, "background"),
            (role.Text, "text"),
            (role.PlaceholderText, "muted"),
            (role.Button, "surface"),
            (role.ButtonText, "text"),
            (role.BrightText, "danger"),
            (role.Highlight, "selection"),
            (role.HighlightedText, "text"),
            (role.Accent, "accent"),
            (role.Link, "accent"),
            (role.LinkVisited, "accent"),
            (role.ToolTipBase, "tooltip"),
            (role.ToolTipText, "on_tooltip"),
            (role.Light, "surface"),
            (role.Midlight, "line"),
            (role.Mid, "line_strong"),
            (role.Dark, "muted"),
            (role.Shadow, "line_strong"),
        ):
            palette.setColor(entry, self.color(token))
        for entry in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, entry, self.color("disabled"))
        return palette


def current_theme() -> Theme:
    """Return the theme of the running application, as QApplication.style() returns its style."""
    return cast(Theme, QApplication.instance().property(_PROPERTY))  # type: ignore[union-attr]


@cache
def _color(token: str, dark: bool) -> QColor:  # noqa: FBT001 — a key of the cache
    return QColor(COLOURS[token][dark])


@cache
def _font(role: str, scale: float, choice: FontChoice) -> QFont:
    pixels, weight = FONT_ROLES[role]
    return choice.font(round(pixels * scale), weight)


@cache
def _sheet_text() -> str:
    return resource("styles", "groupdesk.qss").read_text(encoding="utf-8")
