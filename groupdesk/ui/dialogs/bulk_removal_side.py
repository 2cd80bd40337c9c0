# SPDX-License-Identifier: MIT
"""The dry run of a removal of several: who can be removed, what is missing, and one in detail."""

from PySide6.QtCore import QEvent, QItemSelectionModel, Signal
from PySide6.QtWidgets import QCheckBox, QHeaderView, QVBoxLayout, QWidget

from groupdesk.domain.enums import FairItem
from groupdesk.domain.records import MemberDetail
from groupdesk.domain.removal_states import RemovalConcern
from groupdesk.domain.text import visible
from groupdesk.ui.bulk_removal_lines import BulkLines
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.import_lines_table import LinesTable, TickDelegate
from groupdesk.ui.item_delegates import MemberDelegate, PillDelegate
from groupdesk.ui.item_models.bulk_removal_model import NAME, STATE, TICK, BulkRemovalModel
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.bulk_removal_one import BulkRemovalOne
from groupdesk.ui.widgets.check_list import CheckItem, CheckList
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel

_NAMED = 3
_ROWS = (2, 7)
"""At least and at most so many rows are to be seen at once."""


class BulkRemovalSide(QWidget):
    """Follows the dry run; Space or a click on the tick leaves a member out."""

    changed = Signal()
    """Who goes, or why one goes on without something, is another now."""
    shown = Signal()
    """Another member is in front."""

    def __init__(self, context: UiContext, lines: BulkLines, parent: QWidget | None = None) -> None:
        """Start before the first dry run."""
        super().__init__(parent)
        self._context = context
        self.lines = lines
        self._filling = False
        self._head = SectionLabel(parent=self)
        self.summary = label(role="strong", parent=self, wrap=True)
        self.model = BulkRemovalModel(context, lines, self)
        self.table = self._new_table()
        self._head.setBuddy(self.table)
        self.boxes = {one: QCheckBox(self) for one in RemovalConcern}
        self._gaps_head = SectionLabel(parent=self)
        self.gaps = CheckList(parent=self)
        self.one = BulkRemovalOne(context, lines, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_m"))
        parts = (self._head, self.summary, self.table, *self.boxes.values())
        for part in (*parts, self._gaps_head, self.gaps, self.one):
            column.addWidget(part)
        column.addStretch(1)
        for box in self.boxes.values():
            box.toggled.connect(self._on_meant)
        self.gaps.answered.connect(self._on_shared)
        self.one.answered.connect(self._follow_reasons)
        self.table.toggled.connect(self._on_toggled)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_one())
        self._go_to(0)
        self._translate()
        self.follow()

    @property
    def current(self) -> MemberDetail:
        """The member in front."""
        return self.model.detail(max(self.table.currentIndex().row(), 0))

    def follow(self) -> None:
        """Show the dry run and all that follows from it."""
        self.model.follow()
        self._show_concerns()
        self._show_gaps()
        self._show_one()
        self._say_summary()

    def restore(self) -> None:
        """Show what a draft said in the boxes; reasons follow with the dry run."""
        meant = self.lines.meant
        for concern, box in self.boxes.items():
            box.setChecked(concern in meant)

    def show_member(self, membership_id: int) -> None:
        """Bring a member to the front."""
        for row, detail in enumerate(self.lines.details):
            if detail.row.id == membership_id:
                self._go_to(row)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            self.follow()
        super().changeEvent(event)

    # ---- building

    def _new_table(self) -> LinesTable:
        table = LinesTable(self)
        table.setModel(self.model)
        table.setItemDelegateForColumn(TICK, TickDelegate(table))
        table.setItemDelegateForColumn(NAME, MemberDelegate(table))
        table.setItemDelegateForColumn(STATE, PillDelegate(table))
        header, theme = table.horizontalHeader(), current_theme()
        header.setSectionResizeMode(TICK, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(TICK, theme.size("row"))
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(STATE, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(STATE, theme.size("side_width") * 7 // 10)
        rows = min(max(self.model.rowCount(), _ROWS[0]), _ROWS[1])
        table.setFixedHeight((rows + 1) * theme.size("row") + 2)
        return table

    def _go_to(self, row: int) -> None:
        index = self.model.index(row, NAME)
        flag = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)

    def _translate(self) -> None:
        head, spoken = self.tr("&Whom it would remove"), self.tr("Whom it would remove")
        if self.lines.one_person:
            head, spoken = self.tr("From &which groups"), self.tr("From which groups")
        self._head.setText(head)
        self.table.setAccessibleName(spoken)
        self._gaps_head.setText(self.tr("What is missing, and why you go on"))

    # ---- words

    def _say_summary(self) -> None:
        if not self.lines.lines:
            self.summary.setText(self.tr("Looking at each of them…"))
            return
        going = len(self.lines.going)
        out = len(self.lines.details) - going
        said = self.tr("%n can be removed", "", going)
        if self.lines.one_person:
            said = self.tr("Can be removed from %n group(s)", "", going)
        if out:
            said = self.tr("{0}, {1}").format(said, self.tr("%n left out", "", out))
        self.summary.setText(said)

    def _show_concerns(self) -> None:
        words, concerned = self._context.translations.words, self.lines.concerned
        for concern, box in self.boxes.items():
            names = concerned.get(concern, ())
            box.setVisible(bool(names))
            if not names:
                continue
            said = self.tr(", ").join(map(visible, names[:_NAMED]))
            said += " …" if names[_NAMED:] else ""
            text = words(f"bulk_removal.mean.{concern.value}", names=said, count=len(names))
            box.setText(text.replace("&", "&&"))

    def _show_gaps(self) -> None:
        words, counts = self._context.translations.words, self.lines.gap_counts
        items = []
        for item, count in counts.items():
            missing = words(f"fair_missing.{item.value}")
            where = "gap_groups" if self.lines.one_person else "gap"
            said = words(f"bulk_removal.{where}", missing=missing, count=count)
            still = any(item in self.lines.unanswered(line) for line in self.lines.going)
            prompt = words(f"fair_prompt.{item.value}")
            items.append(CheckItem(item.value, said, "missing" if still else "advice", prompt))
        known = {item.value: text for item, text in self.lines.shared.items()}
        self.gaps.set_items(items)
        empty = [key for key, text in self.gaps.answers().items() if not text and key in known]
        self._filling = True  # of a draft, or of a gap that was there before
        self.gaps.set_answers({key: known[key] for key in empty})
        self._filling = False
        self._gaps_head.setVisible(bool(items))

    def _show_one(self) -> None:
        self.one.show_member(self.current)
        self.shown.emit()

    # ---- slots

    def _on_toggled(self, row: int) -> None:
        if self.model.toggle(row):
            self._show_gaps()
            self._say_summary()
            self.changed.emit()

    def _on_meant(self) -> None:
        self.lines.meant = frozenset(one for one, box in self.boxes.items() if box.isChecked())
        self.follow()
        self.changed.emit()

    def _on_shared(self) -> None:
        if self._filling:
            return
        given = {FairItem(key): text for key, text in self.gaps.answers().items()}
        said = {**self.lines.shared, **given}  # what is not asked now may be asked again
        self.lines.shared = {item: text for item, text in said.items() if text}
        self._follow_reasons()

    def _follow_reasons(self) -> None:
        self.model.follow()
        self._show_gaps()
        self.one.show_member(self.current)
        self.changed.emit()
