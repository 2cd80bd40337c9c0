# SPDX-License-Identifier: MIT
"""The field for a message: placeholders stay visible and stand out while one writes."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QWidget

from groupdesk.domain.templates import fill
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.text_area import TextArea


class MessageEditor(TextArea):
    """Takes the template as it is; known placeholders are coloured, unknown ones marked."""

    def __init__(self, lines: int = 6, parent: QWidget | None = None) -> None:
        """Ask for room for `lines` lines."""
        super().__init__(lines, parent)
        self._highlighter = _Placeholders(self.document())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_highlighter"):
            self._highlighter.rehighlight()


class _Placeholders(QSyntaxHighlighter):
    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        if "{" not in text and "%" not in text:
            return
        theme = current_theme()
        known, unknown = QTextCharFormat(), QTextCharFormat()
        known.setForeground(theme.color("accent"))
        unknown.setForeground(theme.color("danger"))
        unknown.setBackground(theme.color("danger_soft"))
        found = fill(text, {})
        for start, end in found.gaps:
            good = text[start:end].strip("{}") in found.missing
            before = len(text[:start].encode("utf-16-le", "surrogatepass")) // 2
            length = len(text[start:end].encode("utf-16-le", "surrogatepass")) // 2
            self.setFormat(before, length, known if good else unknown)
