# SPDX-License-Identifier: MIT
"""The last step of an import: what would change, by kind, and what is taken in."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from groupdesk.domain.enums import DepartureHow
from groupdesk.domain.import_preview import (
    ADDED_KINDS,
    COMPARED_KINDS,
    STATE_FIELD,
    TAKEN_KINDS,
    ImportSummary,
    LineKind,
    PreviewLine,
)
from groupdesk.ui.dialogs.import_line_panel import ImportLinePanel
from groupdesk.ui.dialogs.import_lines_table import LinesTable, TickDelegate
from groupdesk.ui.dialogs.import_texts import ImportTexts
from groupdesk.ui.item_delegates import CellDelegate, MemberDelegate, PillDelegate
from groupdesk.ui.item_models.import_lines import (
    DETAILS,
    LINE,
    NAME,
    STATE,
    TICK,
    Ask,
    Decisions,
    ImportLines,
    LineWords,
)
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.compare_choice import CompareChoice
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label

_LOUD = frozenset(
    {
        *("returning", "other_platform", "other_group", "over_limit", "ids_rounded"),
        *("names_twice", "silent_missing", "more_pages", "leavers_removed"),
        *("list_partial", "list_short", "list_lacks", "renames_possible"),
        *("mojibake", "phones_damaged", "scrm_leavers"),
    }
)
_CHANGED = frozenset({LineKind.CHANGED, LineKind.ROLE, LineKind.RENAMED, LineKind.OTHER})
_BULK = (DepartureHow.UNKNOWN, DepartureHow.OWN_WISH)
"""What can be said of all at once; who was removed by us is known one by one, from the cases."""


class PreviewStep(QWidget):
    """Chips with counts, the lines of the chosen one, and the line that is looked at."""

    decided = Signal()
    """Something is taken in or left out that was not before."""

    def __init__(self, texts: ImportTexts, ask: Ask, parent: QWidget | None = None) -> None:
        """Ask for pages of lines with `ask`."""
        super().__init__(parent)
        self._texts = texts
        self._summary: ImportSummary | None = None
        self._all_taken = True
        self.decisions = Decisions()
        self._notes = QVBoxLayout()
        self._notes.setSpacing(current_theme().size("space_xs"))
        self.choice = CompareChoice(self)
        self.chips = ChipRow("", parent=self)
        self.how: ChoiceBox[DepartureHow] = ChoiceBox(self)
        self.how_label = label(role="muted", parent=self)
        self.how_label.setBuddy(self.how)
        self.how_hint = label(role="strong", parent=self, wrap=True)
        self.how_hint.hide()
        self.all_button = button("", "link", parent=self)
        self.table = LinesTable(self)
        self.table.setProperty("framed", True)  # noqa: FBT003 — Qt's signature
        self.model = ImportLines(ask, self._words(), self.decisions, self)
        self.panel = ImportLinePanel(texts, self.decisions, self)
        self._build()
        self.choice.changed.connect(self._on_compare)
        self.how.chosen.connect(self._on_how)
        self.chips.chosen.connect(self._on_kind)
        self.table.toggled.connect(self._on_toggle)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.model.dataChanged.connect(self._on_data)
        self.panel.decided.connect(self._on_decided)
        self.all_button.clicked.connect(self._on_all)
        self._translate()

    @property
    def kind(self) -> LineKind:
        """The kind of lines in front."""
        return LineKind(self.chips.current or LineKind.NEW.value)

    def show_summary(self, summary: ImportSummary) -> None:
        """Show a preview; nothing is left out of it yet."""
        self._summary = summary
        self.decisions.clear()
        self.choice.start(asked=summary.members > 0)
        self.how.choose(DepartureHow.UNKNOWN)
        if summary.partial:
            self.decisions.left_kinds.add(LineKind.LEFT)  # nobody is gone unless it is said
        self._show_kinds()

    @property
    def kinds(self) -> tuple[LineKind, ...]:
        """The kinds of lines that are shown: a comparison has more of them."""
        return COMPARED_KINDS if self.decisions.compare else ADDED_KINDS

    def taken(self) -> tuple[int, int, int]:
        """Return how many new, changed and departed people are taken in as things stand."""
        if self._summary is None:
            return 0, 0, 0
        taken = {kind: self._taken_of(kind) for kind in self.kinds if kind in TAKEN_KINDS}
        new, known = self.decisions.decided()
        changed = sum(taken.get(kind, 0) for kind in _CHANGED)
        return taken[LineKind.NEW] + new, changed + known, taken.get(LineKind.LEFT, 0)

    def missing(self) -> list[str]:
        """Return what has to be decided before anything can be taken in."""
        if self.open_renames:
            return [self.tr("who may only have a new name")]
        return [] if any(self.taken()) else [self.tr("something to take in")]

    @property
    def open_renames(self) -> int:
        """Of how many missing members it has yet to be said whether they have a new name."""
        count = self._summary.counts.may_be_renamed if self._summary else 0
        return self.decisions.open_renames(count)

    def set_texts(self, texts: ImportTexts) -> None:
        """Write in another language."""
        self._texts = texts
        self._translate()
        self.model.set_words(self._words())
        self.panel.set_texts(texts)
        if self._summary is not None:
            self._show_notes()
            self._show_chips()

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setItemDelegateForColumn(TICK, TickDelegate(self.table))
        self.table.setItemDelegateForColumn(NAME, MemberDelegate(self.table))
        self.table.setItemDelegateForColumn(STATE, PillDelegate(self.table))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(DETAILS, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(theme.size("row"))
        for section, width in ((TICK, 38), (NAME, 230), (STATE, 150), (LINE, 64)):
            header.resizeSection(section, width * theme.size("row") // 38)
        top = QHBoxLayout()
        top.addWidget(self.chips, 1)
        top.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignTop)
        gone = QHBoxLayout()
        gone.setSpacing(theme.size("space_s"))
        gone.addWidget(self.how_label)
        gone.addWidget(self.how)
        gone.addWidget(self.how_hint, 3)
        gone.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_m"))
        column.addWidget(self.choice)
        column.addLayout(self._notes)
        column.addLayout(top)
        column.addLayout(gone)
        column.addWidget(self.table, 1)
        column.addWidget(self.panel)

    def _words(self) -> LineWords:
        heads = (self.tr("Member"), "", self.tr("What the list says"), self.tr("Line"))
        return LineWords(self._texts.details, self._state, heads, self.tr("What is known"))

    def _state(self, line: PreviewLine) -> tuple[str, str]:
        if line.kind is LineKind.LEFT:
            return self._departure(line)
        said: list[tuple[bool, str, str]] = [
            (self.decisions.is_renamed(line), self.tr("Known, renamed"), "ok"),
            (_former(line) == "removed", self.tr("Removed before"), "danger"),
            (bool(_former(line)), self.tr("Was here before"), "warning"),
            (line.line in self.decisions.choices, self.tr("Decided"), "ok"),
            (line.kind is LineKind.CONFLICT, self.tr("Left out"), "muted"),
            (line.is_bot, self.tr("Bot"), "muted"),
            (bool(line.ended), self._texts.value(STATE_FIELD, line.ended), "muted"),
            (line.deactivated, self.tr("Deactivated"), "muted"),
            (line.known_elsewhere, self.tr("Known"), "accent"),
        ]
        return next(((text, tone) for so, text, tone in said if so), ("", "muted"))

    def _departure(self, line: PreviewLine) -> tuple[str, str]:
        how = self.decisions.how_of(line)
        if self.decisions.is_renamed(line):
            text, tone = self.tr("Renamed"), "ok"
        elif self.decisions.is_open(line):
            text, tone = self.tr("Renamed?"), "warning"
        elif how is DepartureHow.STAYED:
            text, tone = self.tr("Stays"), "muted"
        elif how is DepartureHow.REMOVED:
            text, tone = self.tr("Removed by us"), "danger"
        elif how is DepartureHow.OWN_WISH:
            text, tone = self.tr("Own wish"), "accent"
        else:
            text, tone = self.tr("Reason unknown"), "muted"
        return text, tone

    def _translate(self) -> None:
        self.how_label.setText(self.tr("&Why all of them left:"))
        self.how.set_choices([(self._texts.departure(how), how) for how in _BULK])
        self.chips.setAccessibleName(self.tr("Kinds of rows"))
        self.table.setAccessibleName(self.tr("Rows of the list"))
        self._name_all_button()

    def _name_all_button(self) -> None:
        count = self._summary.counts.of(self.kind) if self._summary else 0
        self._all_taken = self._taken_of(self.kind) == count
        if self.kind is LineKind.LEFT:
            leave, take = self.tr("&Keep all as members"), self.tr("&Record all as left")
        else:
            leave, take = self.tr("&Leave all out"), self.tr("&Take all in")
        self.all_button.setText(leave if self._all_taken else take)
        self.all_button.setVisible(self.model.ticks and count > 1)
        self._show_hint()

    def _show_hint(self) -> None:
        """Say that a reason alone records nothing."""
        of_left = self.kind is LineKind.LEFT and self._summary is not None
        asked = of_left and self.decisions.how is not DepartureHow.UNKNOWN
        self.how_hint.setText(self.tr("Nobody is recorded as left yet: tick who left."))
        self.how_hint.setVisible(asked and not self._taken_of(LineKind.LEFT))

    def _taken_of(self, kind: LineKind) -> int:
        """Return how many lines of a kind are taken in; nobody is gone who may be renamed."""
        count = self._summary.counts.of(kind) if self._summary else 0
        undecided = self.open_renames if kind is LineKind.LEFT else 0
        return self.decisions.taken_of(kind, count) - undecided

    def _show_chips(self) -> None:
        if self._summary is None:
            return
        counts, compared = self._summary.counts, self.decisions.compare
        always = (LineKind.NEW, LineKind.LEFT)  # a comparison has many kinds, most of them empty
        shown = [k for k in self.kinds if not compared or k in always or counts.of(k)]
        self.chips.set_chips(
            [
                Chip(kind.value, self._texts.kind(kind, compared=compared), counts.of(kind))
                for kind in shown
            ]
        )
        for kind in shown:
            self.chips.button(kind.value).setEnabled(counts.of(kind) > 0)

    def _show_notes(self) -> None:
        while (item := self._notes.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        summary = self._summary
        notes = summary.notes if summary else ()
        if summary and self.decisions.compare:
            notes = (*summary.compare_notes, *notes)
        for note in notes:
            loud = note.code in _LOUD
            line = QWidget(self)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(current_theme().size("space_s"))
            icon = IconLabel("triangle-alert" if loud else "info", "warning" if loud else "muted")
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label(self._texts.note(note), "body" if loud else "muted", wrap=True), 1)
            self._notes.addWidget(line)

    def _show_kinds(self) -> None:
        """Show the kinds of the mode that was chosen, the first with lines in front."""
        if self._summary is None:
            return
        counts = self._summary.counts
        self._show_notes()
        self._show_chips()
        first = next((k for k in self.kinds if counts.of(k)), LineKind.NEW)
        if self.open_renames:
            first = LineKind.LEFT  # they are asked about, and stand first
        self.chips.set_current(first.value)
        self._on_kind(first.value)

    # ---- slots

    def _on_compare(self, compare: bool) -> None:  # noqa: FBT001 — a slot of Qt's
        self.decisions.compare = compare
        self._show_kinds()
        self.decided.emit()

    def _on_how(self) -> None:
        self.decisions.how = self.how.value
        self._on_decided()
        self._on_row(self.table.currentIndex())

    def _on_kind(self, key: str) -> None:
        if self._summary is None:
            return
        kind = LineKind(key)
        count = self._summary.counts.of(kind)
        self.model.show_kind(kind, count)
        self.table.setColumnHidden(TICK, not self.model.ticks)
        self.table.setColumnHidden(STATE, kind is LineKind.REJECTED or kind in _CHANGED)
        self.table.setColumnHidden(LINE, kind is LineKind.LEFT)
        for part in (self.how, self.how_label):
            part.setVisible(kind is LineKind.LEFT)
        self.panel.show_line(None)
        if count:
            self.table.selectRow(0)
        self._name_all_button()

    def _on_row(self, current: QModelIndex) -> None:
        self.panel.show_line(self.model.line(current.row()) if current.isValid() else None)

    def _on_data(self) -> None:
        current = self.table.currentIndex()
        if current.isValid() and self.panel.isHidden():
            self._on_row(current)

    def _on_toggle(self, row: int) -> None:
        self.model.toggle(row)
        self._on_row(self.table.currentIndex())
        self._name_all_button()
        self.decided.emit()

    def _on_all(self) -> None:
        self.decisions.set_all(self.kind, taken=not self._all_taken)
        self.model.refresh()
        self._on_row(self.table.currentIndex())
        self._name_all_button()
        self.decided.emit()

    def _on_decided(self) -> None:
        self.model.refresh()
        self._show_hint()
        self.decided.emit()


def _former(line: PreviewLine) -> str:
    return line.former.state if line.former else ""
