# SPDX-License-Identifier: MIT
"""How high a window may be, so that its lower edge with the acts stays on the screen."""

from PySide6.QtWidgets import QWidget

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
