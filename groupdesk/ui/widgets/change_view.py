# SPDX-License-Identifier: MIT
"""What changed in a rulebook, word by word: what went is struck out, what came is underlined."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from groupdesk.domain.rule_changes import RuleChangeKind
from groupdesk.domain.rulebook_compare import RuleComparison
from groupdesk.domain.text import visible
from groupdesk.domain.word_diff import Piece, PieceKind
from groupdesk.ui.comparison_words import facts, ordered_texts, rule_name, text_name
from groupdesk.ui.say_aloud import say_aloud
from groupdesk.ui.theme import current_theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.text_page import TextPage
from groupdesk.words import Words

CHANGE_TONES: dict[RuleChangeKind, ToneName] = {
    RuleChangeKind.ADDED: "ok",
    RuleChangeKind.CHANGED: "accent",
    RuleChangeKind.MOVED: "muted",
    RuleChangeKind.REMOVED: "danger",
}
_LINE = "\u2028"
_THIN_SPACE = "\u2009"
_NEW_LINE_SIGN = "↵"


@dataclass(frozen=True, slots=True)
class _Stop:
    """A place in the document where something changed, and what is said there."""

    start: int
    end: int
    said: str


class ChangeView(TextPage):
    """Rules one after the other; `go` leads from change to change. Everything is plain text."""

    moved = Signal()
    """Another change is the current one, or others are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._words: Words | None = None
        self._comparisons: tuple[RuleComparison, ...] = ()
        self._empty = ""
        self._notes: dict[int, str] = {}
        self._stops: list[_Stop] = []
        self._current = -1

    # ---- what it shows

    def show_changes(
        self,
        words: Words,
        comparisons: Sequence[RuleComparison],
        empty: str,
        notes: Sequence[str] = (),
    ) -> None:
        """Show what differs, or `empty` where nothing does; `notes` stand under the heads."""
        self._words, self._comparisons, self._empty = words, tuple(comparisons), empty
        self._notes = dict(enumerate(notes))
        self._current = -1
        self._write()
        self.moved.emit()

    @property
    def count(self) -> int:
        """How many places changed."""
        return len(self._stops)

    @property
    def current(self) -> int:
        """The place that was gone to, from 0; -1 before the first."""
        return self._current

    @property
    def hidden_height(self) -> int:
        """How many more pixels it takes to show everything at once, at its width."""
        return max(0, math.ceil(self.document().size().height()) - self.viewport().height())

    @property
    def said(self) -> str:
        """What the current place says to a screen reader."""
        return self._stops[self._current].said if self._current >= 0 else ""

    def go(self, by: int) -> None:
        """Go to the next change (1) or the one before (-1); after the last comes the first."""
        if not self._stops:
            return
        start = self._current if self._current >= 0 else (-1 if by > 0 else 0)
        self._current = (start + by) % len(self._stops)
        stop = self._stops[self._current]
        cursor = self.textCursor()
        cursor.setPosition(stop.end)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        cursor.setPosition(stop.start)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self._mark_current()
        say_aloud(self, stop.said)
        self.moved.emit()

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_stops"):
            self._write()

    # ---- writing

    def _mark_current(self) -> None:
        """Show where one is; struck out and underlined stays what is."""
        marks = []
        if self._current >= 0:
            stop, theme = self._stops[self._current], current_theme()
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.document())
            mark.cursor.setPosition(stop.start)
            mark.cursor.setPosition(stop.end, QTextCursor.MoveMode.KeepAnchor)
            mark.format.setBackground(theme.color("selection"))
            mark.format.setForeground(theme.color("text"))
            marks.append(mark)
        self.setExtraSelections(marks)

    def _write(self) -> None:
        theme = current_theme()
        bar = self.verticalScrollBar().value()
        self.clear()
        self._stops = []
        self.document().setDefaultFont(theme.font("body"))
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        if self._words is None or not self._comparisons:
            cursor.insertText(visible(self._empty), self.look("muted"))
        else:
            for at, comparison in enumerate(self._comparisons):
                self._write_rule(cursor, self._words, comparison, at)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(bar)
        self._current = min(self._current, len(self._stops) - 1)
        self._mark_current()

    def _write_rule(
        self, cursor: QTextCursor, words: Words, comparison: RuleComparison, at: int
    ) -> None:
        theme, change = current_theme(), comparison.change
        tone = CHANGE_TONES[change.kind]
        kind = words(f"rule_change.{change.kind.value}")
        self.begin(cursor, theme.size("space_l") if at else 0, first=not at)
        start = cursor.position()
        cursor.insertText(f" {kind} ", self.look(tone, ground=f"{tone}_soft", font="pill"))
        cursor.insertText("  ", self.look("text"))
        cursor.insertText(
            _one_line(rule_name(words, change.rule)), self.look("text", font="strong")
        )
        told = facts(words, comparison)
        if self._notes.get(at):
            told.append(self._notes[at])
        for fact in told:
            self.begin(cursor, theme.size("space_xs"))
            cursor.insertText(_one_line(fact), self.look("muted"))
        whole = change.kind in {RuleChangeKind.ADDED, RuleChangeKind.REMOVED}
        if told:
            said = words("rule_compared.head", name=rule_name(words, change.rule), kind=kind)
            self._stops.append(_Stop(start, cursor.position(), ". ".join((said, *told))))
        for text in ordered_texts(words, comparison):
            name = text_name(words, text)
            self.begin(cursor, theme.size("space_s"))
            cursor.insertText(_one_line(name), self.look("muted", font="secondary"))
            self.begin(cursor, 0)
            self._write_pieces(cursor, words, text.pieces, name, whole=whole)

    def _write_pieces(
        self, cursor: QTextCursor, words: Words, pieces: Sequence[Piece], name: str, *, whole: bool
    ) -> None:
        start, said = -1, [name]
        for piece in (*pieces, Piece(PieceKind.SAME, "")):
            if piece.kind is PieceKind.SAME:
                if start >= 0 and not whole:
                    self._stops.append(_Stop(start, cursor.position(), ". ".join(said)))
                start, said = -1, [name]
                cursor.insertText(visible(piece.text).replace("\n", _LINE), self.look("text"))
                continue
            if start < 0:
                start = cursor.position()
            elif not whole:
                cursor.insertText(_THIN_SPACE, self.look("text"))  # or two words read as one
            said.append(words(f"rule_compared.{piece.kind.value}", text=visible(piece.text)))
            sign = "" if whole else _NEW_LINE_SIGN
            shown = visible(piece.text).replace("\n", sign + _LINE)
            cursor.insertText(shown, self._piece_format(piece.kind, whole=whole))

    def _piece_format(self, kind: PieceKind, *, whole: bool) -> QTextCharFormat:
        if kind is PieceKind.REMOVED:
            made = self.look("danger", ground="" if whole else "danger_soft")
            made.setFontStrikeOut(True)
            return made
        if whole:  # a new rule says so in its head; underlining all of it would only tire
            return self.look("text")
        made = self.look("ok", ground="ok_soft")
        made.setFontUnderline(True)
        made.setFontWeight(QFont.Weight.DemiBold)
        return made


def _one_line(text: str) -> str:
    return visible(text).replace("\n", " ")
