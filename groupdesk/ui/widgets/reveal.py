# SPDX-License-Identifier: MIT
"""Brings a part of a long form into sight."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

_AFTER_LAYOUT = 30  # milliseconds in which new parts of the form get their height


def reveal(part: QWidget) -> None:
    """Scroll to `part` once it is laid out, unless somebody is writing elsewhere."""
    if isinstance(QApplication.focusWidget(), QPlainTextEdit | QLineEdit):
        return
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        area = above
        QTimer.singleShot(_AFTER_LAYOUT, part, lambda: area.ensureWidgetVisible(part, 0, 0))
