# SPDX-License-Identifier: MIT
"""What happened of late: how much of each kind, and the last entries of the log."""

import re
from itertools import groupby, islice
from operator import itemgetter
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from groupdesk.domain.act_records import AuditRow, Tally
from groupdesk.domain.clock import from_text
from groupdesk.ui.act_words import act_text, subject_text
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.bars import Bars
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.labels import label, role_font
from groupdesk.ui.widgets.section_label import SectionLabel

_LATELY = 8
_READ = 4 * _LATELY  # of one thing done several times there is one line
_DAYS = 30
_UNBROKEN = re.compile("[^\\s\u2e80-\uffff\U00020000-\U0003ffff]+")
"""What no line ends in: anything but spaces and what is written without them, as Chinese is."""


class Happened(NamedTuple):
    """What the panel shows."""

    tally: Tally
    rows: tuple[AuditRow, ...]


class LatelyPanel(QWidget):
    """Stands beside what is due, where there is room for it."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        theme = current_theme()
        self._context = context
        self._shown: object = None
        edge = QFrame(self)
        edge.setProperty("line", "vertical")
        self._bars_head = SectionLabel(parent=self)
        self._bars = Bars(self)
        self._lately_head = SectionLabel(parent=self)
        self._lately = QVBoxLayout()
        self._lately.setSpacing(2)
        inner = QWidget(self)
        wide = theme.size("side_width") + 2 * theme.size("space_xl")
        self._room = wide - 2 * theme.size("space_l")
        column = QVBoxLayout(inner)
        column.setContentsMargins(*(theme.size("space_l"),) * 4)
        column.setSpacing(theme.size("space_m"))
        column.addWidget(self._bars_head)
        column.addWidget(self._bars)
        column.addWidget(self._lately_head)
        column.addLayout(self._lately)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(edge)
        inner.setProperty("surface", "clear")
        area = QScrollArea(self)  # a low window squeezes lines of text into each other
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setFixedWidth(wide)
        area.setWidget(inner)
        row.addWidget(area)

    def read(self) -> Happened:
        """Return what is to be shown; may be called beside the window."""
        desk = self._context.desk
        return Happened(desk.tallies.lately(_DAYS), desk.audit.happened(_READ))

    def reload(self) -> None:
        """Count again, and read the end of the log."""
        self.show_happened(self.read())

    def show_happened(self, happened: Happened) -> None:
        """Show the counts, and what happened last; the same thing several times is one line."""
        now, dates = self._context.desk.clock(), self._context.dates
        shown = (happened, now.date(), now.utcoffset(), self._context.translations.language)
        if shown == self._shown:
            return
        self._shown = shown
        self._show_bars(happened.tally)
        self._lately_head.setText(self.tr("Recent"))
        clear(self._lately)
        words = self._context.translations.words
        told = [
            ((act_text(words, row), subject_text(words, row), row.operator), row.at)
            for row in happened.rows
        ]
        for (act, whom, who), rows in islice(groupby(told, key=itemgetter(0)), _LATELY):
            times = [at for _, at in rows]
            below = f"{dates.moment(from_text(times[0]), now)} · {who}"
            if len(times) > 1:
                below += " · " + self.tr("%n time(s)", "", len(times))
            self._add(act, whom, below)

    def _show_bars(self, tally: Tally) -> None:
        head = self.tr("Last %n days", "", _DAYS)
        self._bars_head.setText(head)
        self._bars.set_bars(
            head,
            [
                (self.tr("Private talks"), tally.talks),
                (self.tr("Reminders and warnings"), tally.messages),
                (self.tr("Removals"), tally.removals),
                (self.tr("Lifted"), tally.lifted),
                (self.tr("Left as they wished"), tally.left),
                (self.tr("Came back"), tally.came_back),
            ],
        )
        counted = (
            self.tr("Private talks: those that were held."),
            self.tr("Reminders and warnings: sent, arrived, and not lifted since."),
            self.tr("Removals: those that hold, from their approval on where they needed one."),
            self.tr("Lifted: removals and messages, after an objection or without one."),
            self.tr("Left, came back: members with a request to leave or to come back."),
        )
        self._bars.setToolTip("\n".join(counted))

    def _add(self, act: str, whom: str, below: str) -> None:
        if self._breaks(whom):
            text = self.tr("{0}: {1}").format(act, whom) if whom else act
            self._lately.addWidget(label(text, wrap=True))
        else:
            self._lately.addWidget(label(act, wrap=True))
            self._lately.addWidget(ElidedLabel(whom, mode=Qt.TextElideMode.ElideMiddle))
        self._lately.addWidget(ElidedLabel(below, "secondary"))
        self._lately.addSpacing(current_theme().size("space_s"))

    def _breaks(self, text: str) -> bool:
        """Say whether a label can break a text into lines; a file name has no place for it."""
        measure = QFontMetrics(role_font("body"))
        return all(measure.horizontalAdvance(run) <= self._room for run in _UNBROKEN.findall(text))


def clear(layout: QVBoxLayout) -> None:
    """Take everything out of a column."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
