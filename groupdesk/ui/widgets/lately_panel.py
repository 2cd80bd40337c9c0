# SPDX-License-Identifier: MIT
"""What happened of late: how much of each kind, and the last entries of the log."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.clock import from_text
from groupdesk.ui.act_words import act_text, subject_text
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.bars import Bars
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.labels import label, role_font
from groupdesk.ui.widgets.section_label import SectionLabel

_LATELY = 8
_DAYS = 30
_UNBROKEN = re.compile("[^\\s\u2e80-\uffff\U00020000-\U0003ffff]+")
"""What no line ends in: anything but spaces and what is written without them, as Chinese is."""


class LatelyPanel(QWidget):
    """Stands beside what is due, where there is room for it."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        theme = current_theme()
        self._context = context
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

    def reload(self) -> None:
        """Count again, and read the end of the log."""
        tally = self._context.desk.tallies.lately(_DAYS)
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
        self._lately_head.setText(self.tr("Recent"))
        clear(self._lately)
        words, dates = self._context.translations.words, self._context.dates
        now = self._context.desk.clock()
        for row in self._context.desk.audit.rows(AuditFilter(), limit=_LATELY):
            act = act_text(words, row)
            whom = subject_text(words, row)
            if self._breaks(whom):
                text = self.tr("{0}: {1}").format(act, whom) if whom else act
                self._lately.addWidget(label(text, wrap=True))
            else:
                self._lately.addWidget(label(act, wrap=True))
                self._lately.addWidget(ElidedLabel(whom, mode=Qt.TextElideMode.ElideMiddle))
            moment = dates.moment(from_text(row.at), now)
            self._lately.addWidget(ElidedLabel(f"{moment} · {row.operator}", "secondary"))
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
