# SPDX-License-Identifier: MIT
"""Brings a part of a long form into sight."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget


def reveal(part: QWidget) -> None:
    """Scroll to `part` once it is laid out, unless somebody is writing elsewhere."""
    if isinstance(QApplication.focusWidget(), QPlainTextEdit | QLineEdit):
        return
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        area = above
        QTimer.singleShot(0, part, lambda: area.ensureWidgetVisible(part, 0, 0))
