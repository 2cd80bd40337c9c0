# SPDX-License-Identifier: MIT
"""The steps of a ladder one under the other: changed, added, taken out, put in order."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.enums import Severity, StepKind
from groupdesk.domain.ladder import DEFAULT_LADDER, Ladder, Terms
from groupdesk.domain.ladder_checks import MAX_STEPS
from groupdesk.domain.ladder_edits import (
    all_alike,
    made_alike,
    with_kind,
    with_new_step,
    with_step_moved,
    with_terms,
    without_step,
)
from groupdesk.ui.theme import current_theme
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.ladder_row import BREACHES_WIDTH, DAYS_WIDTH, LadderRow
from groupdesk.ui.widgets.section_label import SectionLabel


class LadderRows(QWidget):
    """Holds the ladder that is being edited; Alt+Up and Alt+Down move the row with the focus."""

    changed = Signal()
    """A person changed the ladder."""
    taken_out = Signal(int)
    """The number of the step that a person took out; `put_back` undoes it."""

    def __init__(self, translations: Translations, parent: QWidget | None = None) -> None:
        """Start with the ladder with which groups begin."""
        super().__init__(parent)
        theme = current_theme()
        self._translations = translations
        self._ladder = DEFAULT_LADDER
        self._before = DEFAULT_LADDER
        self._apart_before: Ladder | None = None
        self._gap = -1  # before which row the dragged one would go, -1 while none is
        self.rows: list[LadderRow] = []
        self._head = SectionLabel(parent=self)
        self._counts = label(role="secondary", parent=self)
        self._leads = label(role="secondary", parent=self)
        self._counts.setFixedWidth(DAYS_WIDTH)
        self._leads.setFixedWidth(BREACHES_WIDTH)
        self.apart = QCheckBox(self)
        self.add = button("", icon_name="plus", parent=self)
        head = QHBoxLayout()
        head.setSpacing(theme.size("space_s"))
        head.addWidget(self._head, 1)
        head.addWidget(self._counts)
        head.addWidget(self._leads)
        head.addSpacing(theme.size("icon") + theme.size("space_xl"))
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addSpacing(theme.size("space_m"))
        foot.addWidget(self.apart, 1)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.size("space_s"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_s"))
        column.addLayout(head)
        column.addLayout(self._column)
        column.addLayout(foot)
        self.add.clicked.connect(self._on_add)
        self.apart.toggled.connect(self._on_apart)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._on_keys(by))
        self._translate()
        self._show()

    @property
    def ladder(self) -> Ladder:
        """The ladder as it is now."""
        return self._ladder

    def set_ladder(self, ladder: Ladder) -> None:
        """Show another ladder, in silence."""
        self._ladder = ladder
        self._apart_before = None
        self.apart.blockSignals(True)  # noqa: FBT003 — Qt's signature
        self.apart.setChecked(not all_alike(ladder))
        self.apart.blockSignals(False)  # noqa: FBT003
        self._show()

    def put_back(self) -> None:
        """Undo that a step was taken out."""
        self.change_to(self._before)

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            self._show()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap < 0:
            return
        theme = current_theme()
        half = theme.size("space_s") // 2
        if self._gap < len(self.rows):
            top = self.rows[self._gap].geometry().top() - half
        else:
            top = self.rows[-1].geometry().bottom() + half
        painter = QPainter(self)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawLine(0, top, self.width(), top)

    # ---- showing

    def _translate(self) -> None:
        self._head.setText(self.tr("Steps"))
        self._counts.setText(self.tr("Counts for"))
        self._leads.setText(self.tr("Next step"))
        self.add.setText(self.tr("&Add a step"))
        self.apart.setText(self.tr("Numbers for each se&verity"))

    def _show(self) -> None:
        while len(self.rows) < len(self._ladder.steps):
            self._add_row()
        while len(self.rows) > len(self._ladder.steps):
            row = self.rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        words, apart = self._translations.words, self.apart.isChecked()
        for at, row in enumerate(self.rows):
            row.show_step(words, self._ladder, at, apart=apart)
        self.add.setEnabled(len(self.rows) < MAX_STEPS)

    def _add_row(self) -> None:
        row = LadderRow(self)
        row.kind_chosen.connect(lambda kind, row=row: self._on_kind(row, kind))
        row.terms_changed.connect(lambda of, terms, row=row: self._on_terms(row, of, terms))
        row.remove_asked.connect(lambda row=row: self._on_remove(row))
        row.grip.dragged.connect(self._on_dragged)
        row.grip.dropped.connect(lambda row=row: self._on_dropped(row))
        self._column.addWidget(row)
        self.rows.append(row)

    def change_to(self, ladder: Ladder) -> None:
        """Show another ladder as something that a person did."""
        self._ladder = ladder
        self._show()
        self.changed.emit()

    # ---- what a person does

    def _on_kind(self, row: LadderRow, kind: StepKind) -> None:
        self.change_to(with_kind(self._ladder, self.rows.index(row), kind))

    def _on_terms(self, row: LadderRow, of: tuple[Severity, ...], terms: Terms) -> None:
        self.change_to(with_terms(self._ladder, self.rows.index(row), of, terms))

    def _on_add(self) -> None:
        ladder, at = with_new_step(self._ladder)
        self.change_to(ladder)
        self.rows[at].take_focus()

    def _on_remove(self, row: LadderRow) -> None:
        at = self.rows.index(row)
        self._before = self._ladder
        self.change_to(without_step(self._ladder, at))
        self.rows[min(at, len(self.rows) - 1)].take_focus()
        self.taken_out.emit(at + 1)

    def _on_apart(self, apart: bool) -> None:  # noqa: FBT001 — a slot
        if apart:
            self.change_to(self._apart_before or self._ladder)
        else:
            self._apart_before = self._ladder
            self.change_to(made_alike(self._ladder))

    def _on_keys(self, by: int) -> None:
        focus = self.focusWidget()
        at = next((n for n, row in enumerate(self.rows) if row.isAncestorOf(focus)), -1)
        to = at + by
        if at < 0 or not 0 <= to < len(self.rows):
            return
        self._move(at, to)
        self.rows[to].take_focus()

    def _move(self, at: int, to: int) -> None:
        self._apart_before = None
        self.change_to(with_step_moved(self._ladder, at, to))

    def _on_dragged(self, place: QPoint) -> None:
        y = self.mapFromGlobal(place).y()
        self._gap = sum(row.geometry().center().y() < y for row in self.rows)
        self.update()

    def _on_dropped(self, row: LadderRow) -> None:
        at, gap = self.rows.index(row), self._gap
        self._gap = -1
        self.update()
        to = gap - (gap > at)
        if gap >= 0 and to != at:
            self._move(at, to)
            self.rows[to].take_focus()
