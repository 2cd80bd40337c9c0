# SPDX-License-Identifier: MIT
"""How large a window may be, so that all of it stays on the screen."""

from PySide6.QtWidgets import QWidget

_LEAST_WIDTH = 900  # pixels that pages are made for
_TITLE_BAR = 32  # pixels, of a window that no window manager has framed yet


def height_on_screen(window: QWidget) -> int:
    """Return the screen's height without its panels and without the frame `window` will get.

    The frame is known once a window is shown; before that, it is that of the window behind, or a
    usual one.
    """
    behind = window.parentWidget()
    shown = behind.window() if behind is not None else window
    frame = shown.frameGeometry().height() - shown.height() if shown.isVisible() else 0
    if frame <= 0:
        frame = _TITLE_BAR
    return window.screen().availableGeometry().height() - frame


def width_on_screen(window: QWidget, wanted: int) -> int:
    """Return `wanted`, or the screen's width without its panels where that is less.

    A screen too narrow for the pages changes nothing: a window that goes beyond its edge can be
    moved, pages without room cannot be read. The offscreen platform's screen is one.
    """
    room = window.screen().availableGeometry().width()
    return wanted if room < _LEAST_WIDTH else min(wanted, room)
