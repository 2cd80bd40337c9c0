# SPDX-License-Identifier: MIT
"""What could be better in a message, line by line, each with a better wording to take."""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from groupdesk.domain.courtesy import (
    HARMFUL,
    MOST_READ,
    CourtesyCode,
    CourtesyReport,
    Finding,
    check,
    detect_language,
)
from groupdesk.domain.courtesy_offers import OFFERED, Edit, offered, quoted_offer
from groupdesk.domain.text import visible
from groupdesk.ui.theme import current_theme
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.buttons import Button
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.message_editor import MessageEditor, plain_text
from groupdesk.ui.widgets.message_marks import MessageMarks, Span
from groupdesk.words import Words

_SHOWN = 60  # characters of marked words in a line
_MOST_SHOWN = 3
_MOST_OFFERED = 160


@dataclass(frozen=True, slots=True)
class _Line:
    """One finding as it is shown; `edits` are what the button does."""

    code: CourtesyCode
    text: str
    offer: str = ""
    edits: tuple[Edit, ...] = ()
    spans: tuple[Span, ...] = ()


class CourtesyAdvice(QWidget):
    """Advises and never blocks. With an editor, each line offers to put it better.

    Tab goes from one offer to the next, Enter takes it, Ctrl+Z takes it back. The words that a
    line is about are underlined in the editor, and shown more plainly while its button has the
    focus.
    """

    def __init__(self, translations: Translations, parent: QWidget | None = None) -> None:
        """Start without a message."""
        super().__init__(parent)
        self._translations = translations
        self._marks: MessageMarks | None = None
        self._filled: Callable[[str], str] = str
        self._worded: Set[CourtesyCode] = OFFERED
        self._rows: dict[CourtesyCode, _AdviceRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current_theme().size("space_s"))

    def attach(
        self,
        editor: MessageEditor,
        filled: Callable[[str], str] = str,
        worded: Set[CourtesyCode] = OFFERED,
    ) -> None:
        """Mark words and take wordings in `editor`, whose text the message is made from.

        `filled` fills in the placeholders of a wording where the editor is not filled in later.
        Harsh words of a code that is not `worded` are only left out.
        """
        self._marks = MessageMarks(editor)
        self._filled, self._worded = filled, worded

    def offer_buttons(self) -> list[Button]:
        """Return the buttons that take a better wording, in the order of the lines."""
        rows = sorted(self._rows.values(), key=self._column.indexOf)
        return [row.take for row in rows if row.line.edits]

    def show_findings(self, report: CourtesyReport | None, findings: Sequence[Finding]) -> None:
        """Show `findings`, some of what `report` has; nothing without a message."""
        written = None
        if report is not None and findings and self._marks is not None:
            written = check(self._marks.editor.text, report.language)
        lines = [self._line(report, one, written) for one in findings] if report else []
        for code in self._rows.keys() - {line.code for line in lines}:
            self._drop(code)
        for at, line in enumerate(lines):
            row = self._rows.get(line.code) or self._new_row(line)
            row.show_line(line)
            if self._column.indexOf(row) != at:
                self._column.insertWidget(at, row)
                row.show()
        self.setVisible(bool(lines))
        self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._marks is not None and event.matches(QKeySequence.StandardKey.Undo):
            self._marks.editor.undo()
            return
        super().keyPressEvent(event)

    # ---- what is said

    def _line(
        self, report: CourtesyReport, finding: Finding, written: CourtesyReport | None
    ) -> _Line:
        """Return the line for `finding`; `written` is the report on what stands in the editor."""
        words = self._translations.words
        values = {"length": report.length, "limit": report.limit}
        said, advice = words(finding.words, **values), words(finding.suggestion, **values)
        plain = _Line(finding.code, self.tr("{0}. {1}").format(said, advice))
        if self._marks is None or self._marks.editor.isReadOnly() or written is None:
            return plain
        text = self._marks.editor.text
        language = detect_language(text[:MOST_READ])
        if finding.code in HARMFUL:
            finding = written.of(finding.code)
            if finding.ok:
                return plain  # it stands in what is filled in
        sentence = ""
        if finding.code in self._worded:
            sentence = self._filled(Words(language).template(f"courtesy.{finding.code}.offer"))
        edits = offered(text, finding, sentence) if len(text) <= MOST_READ else ()
        marked = self._quoted([text[start:end] for start, end in finding.spans])
        if marked:
            said = self.tr("{0}: {1}").format(said, marked)
        if not edits:
            full = self.tr("{0}. {1}").format(said, advice)
            return _Line(finding.code, full, spans=finding.spans)
        offer = quoted_offer(text, finding.code, edits, sentence)
        plainly = plain_text(self._marks.editor.shown(offer))
        return _Line(finding.code, said, _cut(plainly, _MOST_OFFERED), edits, finding.spans)

    def _quoted(self, parts: Sequence[str]) -> str:
        different = list(dict.fromkeys(part.strip() for part in parts if part.strip()))
        shown = [self.tr("“{0}”").format(_cut(one, _SHOWN)) for one in different[:_MOST_SHOWN]]
        more = [self.tr("…")] if len(different) > _MOST_SHOWN else []
        return self.tr(", ").join((*shown, *more))

    # ---- lines

    def _new_row(self, line: _Line) -> "_AdviceRow":
        row = _AdviceRow(line, self)
        row.take.clicked.connect(partial(self._take, row))
        row.take.focused.connect(self._mark)
        self._rows[line.code] = row
        return row

    def _drop(self, code: CourtesyCode) -> None:
        row = self._rows.pop(code)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _take(self, row: "_AdviceRow") -> None:
        """Put the better wording in; the focus goes on to the next offer."""
        if self._marks is None or not row.line.edits:
            return
        buttons = self.offer_buttons()
        at = buttons.index(row.take)
        following = [*buttons[at + 1 :], *buttons[:at], self._marks.editor]
        if row.take.hasFocus():
            following[0].setFocus(Qt.FocusReason.TabFocusReason)
        edits = row.line.edits
        row.show_line(replace(row.line, edits=(), spans=()))  # until the text is looked at again
        self._marks.put(edits)

    def _mark(self) -> None:
        if self._marks is None:
            return
        harsh = [row for row in self._rows.values() if row.line.code in HARMFUL]
        spans = [span for row in harsh for span in row.line.spans]
        now = [span for row in harsh if row.take.hasFocus() for span in row.line.spans]
        self._marks.show(spans, now)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


class _TakeButton(Button):
    """Says when it gets the focus and when it loses it."""

    focused = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()


class _AdviceRow(QWidget):
    def __init__(self, line: _Line, parent: QWidget) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.line = line
        self.take = _TakeButton("", self)
        self.take.setProperty("kind", "link")
        self._icon = IconLabel("circle-alert", "warning", parent=self)
        self._text = label(wrap=True, parent=self)
        self._offer = label(role="secondary", wrap=True, parent=self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.size("space_s"))
        grid.setVerticalSpacing(theme.size("space_xs"))
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._text, 0, 1)
        grid.addWidget(self._offer, 1, 1)
        grid.addWidget(self.take, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)

    def show_line(self, line: _Line) -> None:
        self.line = line
        harsh = line.code in HARMFUL
        self._icon.set_icon("circle-alert", "danger" if harsh else "warning")
        self._text.setText(line.text)
        state = self.tr("Missing: {0}") if harsh else self.tr("Advice: {0}")
        self._text.setAccessibleName(visible(state.format(line.text)))
        self._offer.setVisible(bool(line.edits))
        self.take.setVisible(bool(line.edits))
        self.take.setEnabled(True)
        if not line.offer:
            offer, take = self.tr("Better without these words."), self.tr("Leave out")
        elif harsh:
            offer, take = self.tr("Instead: “{0}”").format(line.offer), self.tr("Replace")
        else:
            offer, take = self.tr("For example: “{0}”").format(line.offer), self.tr("Add")
        self._offer.setText(offer)
        self.take.setText(take)
        self.take.setToolTip(self.tr("Ctrl+Z takes it back"))
        self.take.setAccessibleName(visible(self.tr("{0}: {1} {2}").format(take, line.text, offer)))
