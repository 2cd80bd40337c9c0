# SPDX-License-Identifier: MIT
"""The members of a group by what they know of a version of the rules, to choose some of them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QVBoxLayout, QWidget

from groupdesk.domain.case_enums import ToldState
from groupdesk.domain.clock import from_text
from groupdesk.domain.told_records import ToldMember, ToldWhich, by_which
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.record_table import RecordTable

_TONES = {ToldState.ACKNOWLEDGED: "ok", ToldState.TOLD: "accent"}
_WIDTHS = (0, 116, 116, 92, 76)  # of the columns; the first takes what is left


class ToldList(QWidget):
    """A table under chips that say which members it shows."""

    picked_changed = Signal()
    """Other members are chosen, or shown."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        """Start empty, with those who were not told yet."""
        super().__init__(parent)
        self._context = context
        self._lists: Mapping[ToldWhich, Sequence[ToldMember]] = by_which(())
        self._known = False
        self.chips = ChipRow("", parent=self)
        self.model: RecordModel[ToldMember] = RecordModel(self._cells, self)
        self.table = RecordTable(self)
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setMinimumHeight(4 * current_theme().size("row"))
        self.nobody = label(role="muted", parent=self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_m"))
        column.addWidget(self.chips)
        column.addWidget(self.table, 1)
        column.addWidget(self.nobody, 1, Qt.AlignmentFlag.AlignTop)
        self.say()
        self.chips.chosen.connect(lambda _key: self._show())
        self.table.selectionModel().selectionChanged.connect(lambda _a, _b: self._tell())

    @property
    def members(self) -> Sequence[ToldMember]:
        """All members of today."""
        return self._lists[ToldWhich.ALL]

    @property
    def picked(self) -> list[ToldMember]:
        """The members who are chosen, or all of the list where nobody is."""
        records = self.model.records
        return [records[row] for row in self._chosen_rows()] or list(records)

    @property
    def has_choice(self) -> bool:
        """Whether members are chosen, rather than all of the list meant."""
        return self.table.selectionModel().hasSelection()

    def show_lists(self, lists: Mapping[ToldWhich, Sequence[ToldMember]]) -> None:
        """Show these members, as `by_which` puts them in order; nobody is chosen then."""
        self._lists, self._known = lists, True
        self.say()

    def show_only(self, which: ToldWhich) -> None:
        """Show the members of one kind."""
        self.chips.set_current(which.value)
        self._show()

    def choose(self, ids: Sequence[int]) -> None:
        """Choose members, of all who are shown then."""
        self.show_only(ToldWhich.ALL)
        wanted, chosen, model = set(ids), QItemSelection(), self.model
        rows = [at for at, one in enumerate(model.records) if one.membership_id in wanted]
        for first, last in _spans(rows):
            chosen.append(QItemSelectionRange(model.index(first, 0), model.index(last, 0)))
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)
        if rows:
            self.table.scrollTo(model.index(rows[0], 0))

    def take_focus(self) -> None:
        """Put the keyboard on the list, or on the chips where it is empty."""
        (self.table if self.model.records else self.chips).setFocus()

    def say(self) -> None:
        """Show everything in the language of the window."""
        words = self._context.translations.words
        self.chips.setAccessibleName(self.tr("Members shown"))
        self.table.setAccessibleName(self.tr("Members"))
        current = self.chips.current or ToldWhich.UNTOLD.value
        self.chips.set_chips(
            [
                Chip(one.value, words(f"told_which.{one.value}"), len(self._lists[one]))
                for one in ToldWhich
            ]
        )
        self.chips.set_current(current)
        self._show()

    # ---- inside

    def _show(self) -> None:
        which = ToldWhich(self.chips.current)
        heads = (self.tr("Member"), self.tr("State"), self.tr("When"), self.tr("How"),
                 self.tr("By"))  # fmt: skip
        shown = self._lists[which]
        self.model.show_records(heads, shown)
        header = self.table.horizontalHeader()
        for column, width in enumerate(_WIDTHS):
            mode = QHeaderView.ResizeMode.Interactive if width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
            if width:
                self.table.setColumnWidth(column, width * current_theme().size("row") // 38)
        self.table.setVisible(bool(shown))
        self.nobody.setVisible(not shown)
        self.nobody.setText(self._nobody(which) if self._known else "")
        self._tell()

    def _tell(self) -> None:
        self.picked_changed.emit()

    def _chosen_rows(self) -> list[int]:
        selection = self.table.selectionModel().selection()
        spans = [selection.at(at) for at in range(selection.count())]
        return sorted({row for span in spans for row in range(span.top(), span.bottom() + 1)})

    def _nobody(self, which: ToldWhich) -> str:
        if not self.members:
            return self.tr("This group has no members in the register yet: import a list first.")
        return {
            ToldWhich.UNTOLD: self.tr("Everybody was told of this version."),
            ToldWhich.JOINED_SINCE: self.tr("Nobody joined since this version was told."),
            ToldWhich.TOLD: self.tr("Nobody was told of this version yet."),
            ToldWhich.ACKNOWLEDGED: self.tr("Nobody acknowledged this version yet."),
        }.get(which, "")

    def _cells(self, member: ToldMember) -> tuple[Cell, ...]:
        words, dates, now = (
            self._context.translations.words,
            self._context.dates,
            self._context.desk.clock(),
        )
        if member.state is None:
            key = "joined_since" if member.joined_since else "none"
            return member.name, (words(f"told_state.{key}"), "muted"), "", "", ""
        return (
            member.name,
            (words(f"told_state.{member.state.value}"), _TONES[member.state]),
            dates.moment(from_text(member.at), now) if member.at else "",
            words(f"told_channel.{member.channel.value}") if member.channel else "",
            member.operator,
        )


def _spans(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last of each run of rows that stand under one another."""
    for _offset, run in groupby(enumerate(rows), lambda pair: pair[1] - pair[0]):
        numbers = [row for _at, row in run]
        yield numbers[0], numbers[-1]
