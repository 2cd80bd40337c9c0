# SPDX-License-Identifier: MIT
"""The table of the members of a review: many chosen at once, decided about by single letters."""

from array import array
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QItemSelectionRange,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QWidget

from groupdesk.domain.review_enums import ReviewChoice
from groupdesk.domain.review_records import ReviewRowRecord
from groupdesk.ui.item_delegates import CellDelegate, MemberDelegate, PillDelegate
from groupdesk.ui.item_models.paged_model import Matches, PagedModel
from groupdesk.ui.item_models.record_model import Cell
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.record_table import RecordTable

COLUMNS: Final = ("name", "why", "last_active", "since", "stage")
LETTERS: Final = {
    "k": ReviewChoice.KEEP,
    "r": ReviewChoice.REMIND,
    "l": ReviewChoice.LAST_NOTICE,
    "x": ReviewChoice.REMOVE,
    "u": ReviewChoice.UNDECIDED,
}
"""The letter of each decision."""
_REST = 350  # milliseconds; a second letter within them makes a word of the first
_WIDTHS = {"why": 128, "last_active": 112, "since": 136, "stage": 176}
_SQUEEZED = ("why", "since", "last_active")
"""What goes first where the list is narrow; all stand in the detail."""
_ORDERS = ("name", "group", "last_active", "messages", "joined", "stage", "send_on", "decided")
_SORTED = {"name": "name", "last_active": "last_active", "stage": "stage"}


class ReviewTable(RecordTable):
    """A letter alone decides; who types a word, or holds a key down, decides nothing."""

    sort_asked = Signal()
    """A person asked for another order, see `sort`."""
    chosen_changed = Signal()
    decided = Signal(ReviewChoice)
    """The letter of a decision was pressed, by itself."""

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], Sequence[ReviewRowRecord]],
        cells: Callable[[ReviewRowRecord], Sequence[Cell]],
        beside: Callable[[ReviewRowRecord], str],
        parent: QWidget | None = None,
    ) -> None:
        """Show nobody yet; see PagedModel for what is asked."""
        super().__init__(parent)
        self.sort = "last_active"
        self.members: PagedModel[ReviewRowRecord] = PagedModel(
            len(COLUMNS), fetch, cells, beside, attrgetter("id"), self
        )
        self.setModel(self.members)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemDelegate(CellDelegate(self))
        self.setItemDelegateForColumn(0, MemberDelegate(self))
        self.setItemDelegateForColumn(COLUMNS.index("stage"), PillDelegate(self))
        self._letter = ""
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._decide)
        self._prepare_header()
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        self._translate()

    # ---- who is shown and who is chosen

    def show_ids(
        self, ids: "array[int]", kept: int, matches: Matches[ReviewRowRecord] | None = None
    ) -> None:
        """Show these rows; `kept` stays in front where it is among them.

        `matches` says where a search matched them.
        """
        self._translate()
        many = self.chosen > 1 and ids == self.members.ids
        self.members.show_ids(self.heads, ids, matches)
        if not many and len(ids):
            self.go_to(max(self.members.row_of(kept), 0))

    @property
    def chosen(self) -> int:
        """How many are chosen."""
        return sum(found.height() for found in self._ranges())

    def chosen_ids(self) -> tuple[int, ...]:
        """Return who is chosen, in the order of the list."""
        ids: list[int] = []
        for found in sorted(self._ranges(), key=lambda one: one.top()):
            ids += self.members.ids[found.top() : found.bottom() + 1]
        return tuple(ids)

    @property
    def current_id(self) -> int:
        """The row in front, 0 for none."""
        return self.members.id_at(self.currentIndex().row())

    def go_to(self, row: int) -> None:
        """Bring one row to the front and into view."""
        flag = QItemSelectionModel.SelectionFlag
        index = self.members.index(row, 0)
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.scrollTo(index)

    def go_on(self) -> None:
        """Bring the next row to the front, where there is one."""
        row = self.currentIndex().row() + 1
        if 0 < row < self.members.rowCount():
            self.go_to(row)

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().lower()
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        }
        if plain and letter.isalnum():
            self._take(letter, again=event.isAutoRepeat())
            event.accept()
            return
        self._rest.stop()
        self._letter = ""
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Look for no name: it would read every row. Ctrl+F finds names."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width() - current_theme().size("name_column")
        widths = dict(_WIDTHS)
        hidden = set()
        for name in _SQUEEZED:
            if sum(widths.values()) > room:
                del widths[name]
                hidden.add(name)
        for name in _SQUEEZED:
            self.horizontalHeader().setSectionHidden(COLUMNS.index(name), name in hidden)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def sort_menu(self, parent: QWidget) -> QMenu:
        """Return the menu in which the order is chosen, for the keys as well."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        texts = {
            **dict(zip(COLUMNS, self.heads, strict=True)),
            "group": self.tr("Group"),
            "messages": self.tr("Messages"),
            "joined": self.tr("Joined"),
            "send_on": self.tr("Day of writing"),
            "decided": self.tr("Decided last"),
        }
        for name in _ORDERS:
            action = menu.addAction(texts[name])
            action.setCheckable(True)
            action.setChecked(self.sort.removeprefix("-") == name)
            action.triggered.connect(lambda _on=False, one=name: self._sort_by(one))
        return menu

    # ---- letters

    def _take(self, letter: str, *, again: bool) -> None:
        """Wait whether a letter stands alone; with another one before or after it is a word."""
        alone = not self._letter and not again
        self._letter = letter if alone else "…"
        self._rest.start()

    def _decide(self) -> None:
        letter, self._letter = self._letter, ""
        if letter in LETTERS and self.chosen:
            self.decided.emit(LETTERS[letter])

    # ---- inside

    def _ranges(self) -> list[QItemSelectionRange]:
        found = self.selectionModel().selection()
        return [found.at(at) for at in range(found.count())]

    def _prepare_header(self) -> None:
        header = self.horizontalHeader()
        header.setMinimumSectionSize(current_theme().size("control"))
        for at, name in enumerate(COLUMNS):
            fixed = name in _WIDTHS
            mode = QHeaderView.ResizeMode.Interactive if fixed else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(at, mode)
            if fixed:
                self.setColumnWidth(at, _WIDTHS[name])
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(COLUMNS.index("last_active"), Qt.SortOrder.AscendingOrder)
        header.sectionClicked.connect(self._on_head)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_menu)

    def _on_head(self, at: int) -> None:
        name = _SORTED.get(COLUMNS[at])
        if name is not None:
            self._sort_by(name)

    def _sort_by(self, name: str) -> None:
        self.sort = f"-{name}" if self.sort == name else name
        down = self.sort.startswith("-")
        self.horizontalHeader().setSortIndicator(
            COLUMNS.index(name) if name in COLUMNS else -1,
            Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder,
        )
        self.sort_asked.emit()

    def _on_menu(self, place: QPoint) -> None:
        header = self.horizontalHeader()
        self.sort_menu(header).popup(header.mapToGlobal(place))

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Members of the review"))
        self.heads = (
            self.tr("Member"),
            self.tr("Why"),
            self.tr("Last active"),
            self.tr("Since then"),
            self.tr("Where it stands"),
        )
