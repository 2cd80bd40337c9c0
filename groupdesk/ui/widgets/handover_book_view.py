# SPDX-License-Identifier: MIT
"""A handover book to read: what was written by hand first, then groups, then part by part."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.handover_enums import BookPart
from groupdesk.domain.handover_records import (
    BookGroup,
    BookLine,
    HandoverEntryRecord,
    HandoverRecord,
)
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.handover_words import HandoverWords
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.fact_list import FactList
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel

_AT_FIRST = 12  # lines of a part before one asks for all of them


class HandoverBookView(QWidget):
    """Parts without a line say so in a word: nothing open is worth knowing, too."""

    strike_requested = Signal(int)
    """The entry by hand that is to be struck out."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._context = context
        self._record: HandoverRecord | None = None
        self._whole: set[BookPart] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inner = QWidget(self)
        self._column.addWidget(self._inner)
        self.lines: list[str] = []
        """What is shown, line by line, as it is said."""

    def show_book(self, record: HandoverRecord) -> None:
        """Show the book of a handover."""
        self._record = record
        said = HandoverWords.of(self._context)
        self.lines = []
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_l"))
        column.addWidget(self._part(BookPart.ENTRIES, record, said))
        for group in record.book.groups:
            column.addWidget(self._group(group, said))
        for part in BookPart:
            if part is not BookPart.ENTRIES:
                column.addWidget(self._part(part, record, said))
        column.addStretch(1)
        self._column.replaceWidget(self._inner, inner)
        self._inner.hide()
        self._inner.deleteLater()
        self._inner = inner
        inner.show()

    # ---- inside

    def _group(self, group: BookGroup, said: HandoverWords) -> QWidget:
        words = self._context.translations.words
        card = Card(parent=self)
        card.body.addWidget(label(group.name, "section", card, wrap=True))
        size = self.tr("%n member(s)", "", group.members)
        if group.size_limit:
            size = self.tr("{0} of {1} at most").format(group.members, group.size_limit)
        rules = ""
        if group.rules_version:
            rules = self.tr("Version {0} of {1}").format(
                group.rules_version, said.when(group.rules_published_at)
            )
        facts = FactList(card)
        facts.set_facts(
            [
                (self.tr("Platform"), words(f"platform.{group.platform}")),
                (self.tr("Purpose"), group.purpose or self.tr("Not written down")),
                (self.tr("Who belongs"), group.belongs or self.tr("Not written down")),
                (self.tr("Why it is there"), group.why or self.tr("Not written down")),
                (self.tr("Owner"), group.owner_name or self.tr("Not written down")),
                (self.tr("Owners and admins"), self.tr(", ").join(group.owners)),
                (self.tr("Size"), size),
                (self.tr("Rules in force"), rules or self.tr("None published")),
            ]
        )
        self.lines += [f"{name}: {value}" for name, value in facts.facts.items()]
        card.body.addWidget(facts)
        if group.rules:
            card.body.addWidget(label("\n".join(group.rules), "secondary", card, wrap=True))
        return card

    def _part(self, part: BookPart, record: HandoverRecord, said: HandoverWords) -> QWidget:
        lines = record.book.lines(part)
        block = QWidget(self)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_s"))
        name = said.part(part)
        title = self.tr("{0} ({1})").format(name, len(lines)) if lines else name
        column.addWidget(SectionLabel(title, block))
        if not lines:
            column.addWidget(label(self.tr("None"), "muted", block))
        shown = lines if part in self._whole else lines[:_AT_FIRST]
        for line in shown:
            column.addWidget(self._line(part, line, record, said))
        if len(shown) < len(lines):
            more = button(self.tr("Show all {0}").format(len(lines)), "link", parent=block)
            more.clicked.connect(partial(self._show_all, part))
            column.addWidget(more)
        if part is BookPart.ENTRIES:
            for entry in record.entries:
                if entry.struck:
                    column.addWidget(self._struck(entry))
        return block

    def _line(
        self, part: BookPart, line: BookLine, record: HandoverRecord, said: HandoverWords
    ) -> QWidget:
        row = QWidget(self)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(current_theme().size("space_s"))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        heading = said.heading(part, line)
        about = said.about(part, line, group=not record.row.group_id)
        texts.addWidget(label(heading, "body", row, wrap=True, selectable=True))
        if about:
            texts.addWidget(label(about, "secondary", row, wrap=True, selectable=True))
        self.lines.append(f"{heading} · {about}" if about else heading)
        across.addLayout(texts, 1)
        if part is BookPart.ENTRIES and not record.row.over:
            strike = button(self.tr("Strike out…"), "link", parent=row)
            strike.setAccessibleName(self.tr("Strike out: {0}").format(visible(line.what)))
            number = int(line.key.partition(":")[2])
            strike.clicked.connect(partial(self.strike_requested.emit, number))
            across.addWidget(strike)
        return row

    def _struck(self, entry: HandoverEntryRecord) -> QWidget:
        text = label(entry.text, "muted", self, wrap=True)
        font = text.font()
        font.setStrikeOut(True)
        text.setFont(font)
        why = self.tr("Struck out by {0}: {1}").format(entry.struck_by, entry.struck)
        self.lines.append(why)
        block = QWidget(self)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(text)
        column.addWidget(label(why, "secondary", block, wrap=True))
        return block

    def _show_all(self, part: BookPart) -> None:
        self._whole.add(part)
        if self._record is not None:
            self.show_book(self._record)
