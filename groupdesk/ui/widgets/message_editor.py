# SPDX-License-Identifier: MIT
"""The field for a message: placeholders read as words, stay whole, and stand out."""

import re
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QMenu, QWidget

from groupdesk.domain.enums import Language
from groupdesk.domain.templates import PLACEHOLDERS, FillIn, fill, fill_in
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.words import Words

_MARK = "\u2060"  # invisible: tells a placeholder from the same words that a person wrote
_BRACKETS = {Language.EN.value: ("[", "]"), Language.ZH.value: ("【", "】")}
_NAME = re.compile(r"\{([a-z_]+|(?:choose|write):[^{}\n]+)\}")
_PLACE = re.compile(rf"[\[【]{_MARK}([^\[\]【】\n{_MARK}]*)[\]】]")
_KEYS = {Qt.Key.Key_Backspace: (0, 1), Qt.Key.Key_Delete: (1, 0)}
_OPENS = {Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
_SIGNS = {True: " ▾", False: " …"}
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class MessageEditor(TextArea):
    """Takes the template as it is and shows {member_name} as 【成员称呼】, in the window's words.

    A placeholder goes as a whole. What looks like one and is none, {member}, is marked. Tab goes
    to the next fill-in that nobody answered, and on to the next field after the last one: what is
    typed takes its place, Down or Space shows the choices where it has some.
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
        self._asked: dict[str, FillIn] = {}
        self._highlighter = _Placeholders(self.document(), self._asked)
        self._was_at = 0
        self.cursorPositionChanged.connect(self._stay_outside)

    @property
    def text(self) -> str:
        """The text as templates and drafts have it, with {member_name}."""
        return self.spelled(self.toPlainText())

    def shown(self, text: str) -> str:
        """Return a piece of a template as it stands here."""
        return _NAME.sub(self._said, text)

    def spelled(self, shown: str) -> str:
        """Return a piece of what stands here as a template has it."""
        return _PLACE.sub(self._plain, shown).replace(_MARK, "")

    def set_text(self, text: str) -> None:
        """Take another text, with {member_name}, in one step that Ctrl+Z undoes."""
        super().set_text(self.shown(text))

    def speak(self, words: Words) -> None:
        """Name the placeholders in these words."""
        if self._words is None or self._words.language != words.language:
            text, self._words = self.text, words
            self.set_text(text)

    def choices_menu(self) -> QMenu | None:
        """Return the menu of the fill-in that is selected; None where it has no choices."""
        asked = self._selected()
        if asked is None or not asked.choices:
            return None
        menu = QMenu(self)
        menu.setAccessibleName(asked.label)
        for choice in asked.choices:
            menu.addAction(choice.replace("&", "&&"), partial(self._answer, choice))
        menu.setActiveAction(menu.actions()[0])
        return menu

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.AltModifier
        if key in _OPENS and plain and self._open_choices():
            return
        if key in _KEYS or event.text():
            self._take_whole(*_KEYS.get(key, (0, 0)))
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.preeditString() or event.commitString():
            self._take_whole(0, 0)
        super().inputMethodEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            at = self.cursorForPosition(event.position().toPoint()).position()
            for left, right in self._unanswered():
                if left <= at <= right:
                    self._select(left, right)
                    self._open_choices()
                    return

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: FBT001, A002 — Qt's signature
        return self._go_on(forward=next) or super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        places = self._unanswered()
        if places and event.reason() in _BY_TAB:
            forward = event.reason() == Qt.FocusReason.TabFocusReason
            self._select(*places[0 if forward else -1])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_highlighter"):
            self._highlighter.rehighlight()

    # ---- fill-ins

    def _unanswered(self) -> list[tuple[int, int]]:
        """Return where fill-ins stand."""
        text = self.toPlainText()
        return [place for place, said in _named_places(text) if said in self._asked]

    def _go_on(self, *, forward: bool) -> bool:
        cursor = self.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        if forward:
            found = [place for place in self._unanswered() if place[0] >= last]
            target = found[:1]
        else:
            target = [place for place in self._unanswered() if place[1] <= first][-1:]
        for place in target:
            self._select(*place)
        return bool(target)

    def _select(self, first: int, last: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _selected(self) -> FillIn | None:
        found = _PLACE.fullmatch(self.textCursor().selectedText())
        return None if found is None else self._asked.get(found[1])

    def _open_choices(self) -> bool:
        menu = self.choices_menu()
        if menu is None:
            return False
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionStart())
        corner = self.cursorRect(cursor).bottomLeft()
        menu.popup(self.viewport().mapToGlobal(corner + QPoint(0, 2)))
        return True

    def _answer(self, choice: str) -> None:
        """Put the answer wherever the same is asked, in one step; the cursor stays behind it."""
        asked = self._selected()
        if asked is None:
            return
        cursor = self.textCursor()
        here = cursor.selectionStart()
        same = [
            place
            for place, said in _named_places(self.toPlainText())
            if self._asked.get(said) == asked
        ]
        cursor.beginEditBlock()
        for left, right in reversed(same):
            cursor.setPosition(left)
            cursor.setPosition(right, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(choice)
        cursor.endEditBlock()
        before = sum(right - left - _units(choice) for left, right in same if left < here)
        cursor.setPosition(here - before + _units(choice))
        self.setTextCursor(cursor)

    # ---- placeholders

    def _said(self, found: re.Match[str]) -> str:
        if self._words is None:
            return found[0]
        first, last = _BRACKETS[self._words.language]
        asked = fill_in(found[0])
        if asked is not None:
            return f"{first}{_MARK}{self._name_of(asked)}{last}"
        if found[1] not in PLACEHOLDERS:
            return found[0]
        return f"{first}{_MARK}{self._words(f'placeholder.{found[1]}')}{last}"

    def _name_of(self, asked: FillIn) -> str:
        """Return what stands for a fill-in, another name for another one with the same label."""
        sign = _SIGNS[bool(asked.choices)]
        number = 1
        while True:
            name = f"{asked.label}{f' {number}' if number > 1 else ''}{sign}"
            if self._asked.setdefault(name, asked) == asked:
                return name
            number += 1

    def _plain(self, found: re.Match[str]) -> str:
        if found[1] in self._asked:
            return self._asked[found[1]].token
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
            self._select(first, last)

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


def plain_text(shown: str) -> str:
    """Return what stands in an editor without the signs that keep placeholders apart."""
    return shown.replace(_MARK, "")


def pieces(editor: MessageEditor) -> Iterator[tuple[str, str]]:
    """Yield the message piece by piece: as it stands in `editor`, and as a template has it."""
    shown, done = editor.toPlainText(), 0
    for found in _PLACE.finditer(shown):
        between = shown[done : found.start()]
        yield between, editor.spelled(between)
        yield found[0], editor.spelled(found[0])
        done = found.end()
    yield shown[done:], editor.spelled(shown[done:])


class _Placeholders(QSyntaxHighlighter):
    def __init__(self, document: QTextDocument, asked: dict[str, FillIn]) -> None:
        super().__init__(document)
        self._asked = asked

    def highlightBlock(self, text: str) -> None:
        theme = current_theme()
        known, unknown, unanswered = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        known.setForeground(theme.color("accent"))
        known.setBackground(theme.color("accent_soft"))
        unanswered.setForeground(theme.color("warning"))
        unanswered.setBackground(theme.color("warning_soft"))
        unknown.setForeground(theme.color("danger"))
        unknown.setBackground(theme.color("danger_soft"))
        for (start, end), said in _named_places(text):
            self.setFormat(start, end - start, unanswered if said in self._asked else known)
        if "{" not in text and "%" not in text:
            return
        found = fill(text, {})
        for start, end in found.gaps:
            good = text[start:end].strip("{}") in found.missing
            length = _units(text[start:end])
            self.setFormat(_units(text[:start]), length, known if good else unknown)


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Yield where placeholders stand, in Qt's units."""
    return (place for place, _said in _named_places(text))


def _named_places(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield where placeholders stand, in Qt's units, and what stands in them."""
    if _MARK not in text:
        return
    done = at = 0
    for found in _PLACE.finditer(text):
        at += _units(text[done : found.start()])
        start, at, done = at, at + _units(found[0]), found.end()
        yield (start, at), found[1]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
