# SPDX-License-Identifier: MIT
"""The field for a message: placeholders read as words, stay whole, and stand out."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import Language
from groupdesk.domain.templates import PLACEHOLDERS, fill
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.words import Words

_MARK = "\u2060"  # invisible: tells a placeholder from the same words that a person wrote
_BRACKETS = {Language.EN.value: ("[", "]"), Language.ZH.value: ("【", "】")}
_NAME = re.compile(r"\{([a-z_]+)\}")
_PLACE = re.compile(rf"[\[【]{_MARK}([^\]】\n]*)[\]】]")
_KEYS = {Qt.Key.Key_Backspace: (0, 1), Qt.Key.Key_Delete: (1, 0)}


class MessageEditor(TextArea):
    """Takes the template as it is and shows {member_name} as 【成员称呼】, in the window's words.

    A placeholder goes as a whole. What looks like one and is none, {member}, is marked.
    """

    def __init__(self, lines: int = 6, parent: QWidget | None = None) -> None:
        """Ask for room for `lines` lines; `speak` brings the words."""
        super().__init__(lines, parent)
        self._words: Words | None = None
        self._names = {
            Words(language.value)(f"placeholder.{name}"): name
            for language in Language
            for name in sorted(PLACEHOLDERS)
        }
        self._highlighter = _Placeholders(self.document())
        self._was_at = 0
        self.cursorPositionChanged.connect(self._stay_outside)

    @property
    def text(self) -> str:
        """The text as templates and drafts have it, with {member_name}."""
        shown = _PLACE.sub(self._plain, self.toPlainText())
        return shown.replace(_MARK, "")

    def set_text(self, text: str) -> None:
        """Take another text, with {member_name}, in one step that Ctrl+Z undoes."""
        super().set_text(_NAME.sub(self._said, text))

    def speak(self, words: Words) -> None:
        """Name the placeholders in these words."""
        if self._words is None or self._words.language != words.language:
            text, self._words = self.text, words
            self.set_text(text)

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS or event.text():
            self._take_whole(*_KEYS.get(key, (0, 0)))
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_highlighter"):
            self._highlighter.rehighlight()

    # ---- placeholders

    def _said(self, found: re.Match[str]) -> str:
        if self._words is None or found[1] not in PLACEHOLDERS:
            return found[0]
        first, last = _BRACKETS[self._words.language]
        return f"{first}{_MARK}{self._words(f'placeholder.{found[1]}')}{last}"

    def _plain(self, found: re.Match[str]) -> str:
        name = self._names.get(found[1])
        return found[0] if name is None else f"{{{name}}}"

    def _take_whole(self, ahead: int, behind: int) -> None:
        """Select all of the placeholders that a key would take a part of."""
        cursor = self.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        before, after = (behind, ahead) if first == last else (0, 0)
        start, end = first - before, last + after
        for left, right in _places(self.toPlainText()):
            if left < end and start < right:
                first, last = min(first, left), max(last, right)
        if (first, last) != (cursor.selectionStart(), cursor.selectionEnd()):
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def _stay_outside(self) -> None:
        """Step over a placeholder, and never into it."""
        cursor = self.textCursor()
        at, came_from = cursor.position(), self._was_at
        if not cursor.hasSelection():
            for left, right in _places(self.toPlainText()):
                if left < at < right:
                    at = left if came_from >= right else right
                    cursor.setPosition(at)
                    self._was_at = at
                    self.setTextCursor(cursor)
                    return
        self._was_at = at


class _Placeholders(QSyntaxHighlighter):
    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        theme = current_theme()
        known, unknown = QTextCharFormat(), QTextCharFormat()
        known.setForeground(theme.color("accent"))
        known.setBackground(theme.color("accent_soft"))
        unknown.setForeground(theme.color("danger"))
        unknown.setBackground(theme.color("danger_soft"))
        for start, end in _places(text):
            self.setFormat(start, end - start, known)
        if "{" not in text and "%" not in text:
            return
        found = fill(text, {})
        for start, end in found.gaps:
            good = text[start:end].strip("{}") in found.missing
            length = _units(text[start:end])
            self.setFormat(_units(text[:start]), length, known if good else unknown)


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Yield where placeholders stand, in Qt's units."""
    for found in _PLACE.finditer(text):
        start = _units(text[: found.start()])
        yield start, start + _units(found[0])


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
