# SPDX-License-Identifier: MIT
"""Tells screen readers what happened where nothing that has the focus says it."""

from PySide6.QtWidgets import QWidget

from groupdesk.domain.text import visible


def say_aloud(widget: QWidget, text: str) -> None:
    """Have `text` read out, after what is being read."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 all roles

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, visible(text)))
