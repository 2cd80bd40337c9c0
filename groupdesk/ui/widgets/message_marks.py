# SPDX-License-Identifier: MIT
"""Words marked in a message, and put better: where they stand in what a person sees."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from groupdesk.domain.courtesy_offers import Edit
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.message_editor import MessageEditor, pieces

Span = tuple[int, int]


class MessageMarks:
    """Marks places of `MessageEditor.text` and changes them; a placeholder counts as it is spelled.

    The marks lie over the text: they are no part of it and nothing is undone with them.
    """

    def __init__(self, editor: MessageEditor) -> None:
        """Begin without marks."""
        self.editor = editor

    def show(self, spans: Sequence[Span], spoken_of: Sequence[Span] = ()) -> None:
        """Underline `spans`; those that are `spoken_of` just now have another colour under them."""
        theme = current_theme()
        marks = []
        for span in (*spans, *(one for one in spoken_of if one not in spans)):
            style = QTextCharFormat()
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            style.setUnderlineColor(theme.color("danger"))
            style.setBackground(theme.color("danger_soft" if span in spoken_of else "warning_soft"))
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._cursor(span)
            mark.format = style
            marks.append(mark)
        self.editor.setExtraSelections(marks)
        if spoken_of:
            self._reveal(spoken_of[0])

    def marked(self) -> list[str]:
        """Return the words that are marked."""
        return [mark.cursor.selectedText() for mark in self.editor.extraSelections()]

    def put(self, edits: Sequence[Edit]) -> None:
        """Make `edits` in one step that Ctrl+Z undoes."""
        step = QTextCursor(self.editor.document())
        step.beginEditBlock()
        for edit in sorted(edits, key=lambda one: one.start, reverse=True):
            cursor = self._cursor((edit.start, edit.end))
            step.setPosition(cursor.selectionStart())
            step.setPosition(cursor.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
            step.insertText(self.editor.shown(edit.text))
        step.endEditBlock()
        self.editor.setTextCursor(step)

    def _cursor(self, span: Span) -> QTextCursor:
        start, end = self._place(span[0], last=False), self._place(span[1], last=True)
        cursor = QTextCursor(self.editor.document())
        cursor.setPosition(start)
        cursor.setPosition(max(start, end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _place(self, at: int, *, last: bool) -> int:
        """Return where place `at` of the text stands, in Qt's units; whole placeholders only."""
        spelled = shown = 0
        for piece, spelling in pieces(self.editor):
            if at <= spelled + len(spelling):
                inside = at - spelled
                if piece != spelling:
                    inside = len(piece) if inside == len(spelling) or (last and inside) else 0
                return shown + units(piece[:inside])
            spelled += len(spelling)
            shown += units(piece)
        return shown

    def _reveal(self, span: Span) -> None:
        """Scroll the words into view; the cursor of the person stays where it is."""
        own = self.editor.textCursor()
        there = self._cursor(span)
        there.clearSelection()
        self.editor.setTextCursor(there)
        self.editor.ensureCursorVisible()
        bar = self.editor.verticalScrollBar()
        value = bar.value()
        self.editor.setTextCursor(own)
        bar.setValue(value)


def units(text: str) -> int:
    """Return how long `text` is in Qt's units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
