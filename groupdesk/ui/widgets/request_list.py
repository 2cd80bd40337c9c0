# SPDX-License-Identifier: MIT
"""Requests of one kind: their list, and one of them in front."""

from collections.abc import Mapping, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from groupdesk.domain.enums import Topic
from groupdesk.domain.search_marks import excerpt_of, span_in
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_delegates import CellDelegate, PillDelegate
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.empty_state import EmptyState
from groupdesk.ui.widgets.list_detail import ListDetail
from groupdesk.ui.widgets.page_head import PageHead
from groupdesk.ui.widgets.record_table import RecordTable
from groupdesk.ui.widgets.request_frame import RequestDetail
from groupdesk.ui.widgets.search_field import SearchField

_DETAIL = 480  # pixels beside the list at first
_SEARCH_WAIT = 80  # milliseconds of rest before the list is searched
_IN_FRONT = 2  # characters before what was found: a narrow column shows its beginning
_LEAST = 64  # pixels of the narrowest column
ALL = "all"
"""The first chip of each row: whatever there is."""
_THIS_GROUP = "this"


class RequestRow(Protocol):
    """A line of a list of requests."""

    @property
    def id(self) -> int:
        """The request's number."""


R = TypeVar("R", bound=RequestRow)


class Which(NamedTuple):
    """Which requests a list shows: of a group or, with 0, of all; a chip's; and what is typed."""

    group_id: int
    chip: str
    text: str


class EmptyWords(NamedTuple):
    """What is said in place of a list: what is so, what to do, and the button's text."""

    title: str
    text: str
    button: str


Found = tuple[Sequence[R], Mapping[str, int]]
"""The lines that fit, and how many each chip would show."""


class RequestList(QWidget, Generic[R]):
    """Those that wait stand first. Whoever derives from it says what they are about."""

    topics: frozenset[Topic] = frozenset()
    """What is shown; it reads anew when one of these changed."""
    icon = "scale"
    head_acts: tuple[str, ...] = ()
    """What the head offers; the last one is what one comes for, and what an empty list offers."""
    state_column = 4
    """The column of the pill."""
    wide_columns: tuple[int, ...] = (0, 2)
    """Which columns take the room that is left."""
    found_column = 1
    """The column that says what a search found where no column shows it."""

    def __init__(
        self, context: UiContext, detail: RequestDetail, parent: QWidget | None = None
    ) -> None:
        """Show `detail` beside the list; nothing is read yet."""
        super().__init__(parent)
        self.context = context
        self.group_id = 0
        self.detail = detail
        self._asked = 0
        self._wanted = 0
        self._nobody_else = False  # in place of what is not to be found again
        self._nothing = False
        self._head = PageHead(parent=self)
        for act_id in self.head_acts:
            kind = "primary" if act_id == self.head_acts[-1] else "default"
            self._head.add_button(context.acts.button(act_id, kind, self))  # type: ignore[arg-type]
        self.kinds = ChipRow("", parent=self)
        self.where = ChipRow("", parent=self)
        self.chips = ChipRow("", parent=self)
        self.search = SearchField("", self)
        self.table = RecordTable(self)
        self.model: RecordModel[R] = RecordModel(self._shown_cells, self)
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setItemDelegateForColumn(0, CellDelegate(self.table, "text"))
        self.table.setItemDelegateForColumn(self.state_column, PillDelegate(self.table))
        self.empty = EmptyState(self.icon, self)
        self._split = ListDetail(self._build_list(), self.detail, _DETAIL, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._split)
        self._later = QTimer(self, singleShot=True, interval=_SEARCH_WAIT)
        self._say_chips({})
        self._connect()

    # ---- what differs

    def title(self) -> str:
        """Return the line under the head of the page."""
        raise NotImplementedError

    def hint(self) -> str:
        """Return what one may search for."""
        raise NotImplementedError

    def which_words(self) -> str:
        """Return what the chips choose among, for a screen reader."""
        raise NotImplementedError

    def chip_words(self) -> Sequence[tuple[str, str]]:
        """Return key and text of each chip, `ALL` first."""
        raise NotImplementedError

    def heads(self) -> Sequence[str]:
        """Return what the columns are called."""
        raise NotImplementedError

    def cells(self, row: R) -> Sequence[Cell]:
        """Return what a line says in each column."""
        raise NotImplementedError

    def unseen_texts(self, row: R) -> Sequence[str]:
        """Return what a search looks through that no column shows."""
        del row
        return ()

    def empty_words(self, *, nothing: bool) -> EmptyWords:
        """Return what is said where there is `nothing` at all, or nothing that fits."""
        raise NotImplementedError

    def read(self, which: Which) -> "Found[R]":
        """Read the lines in the thread beside. Raises GroupDeskError."""
        raise NotImplementedError

    def bind_acts(self) -> None:
        """Say what the acts of these requests do."""

    def enable_acts(self) -> None:
        """Say which acts can be done with the request in front."""

    # ---- what the page calls

    def show_group(self, group_id: int) -> None:
        """Take this group for the one in front, and read."""
        self.group_id = group_id
        self.reload()

    def reload(self) -> None:
        """Read again, keeping what is chosen."""
        self._say()
        self._load()

    def activate(self) -> None:
        """Take over the acts of these requests."""
        self.context.acts.bind("member.find", self.search.activate)
        self.bind_acts()
        self.enable_acts()

    def take_focus(self) -> None:
        """Take the keyboard where the list is best begun."""
        listed = self._below.currentWidget() is self.table
        (self.table if listed else self.empty.button).setFocus()

    def show_one(self, request_id: int) -> None:
        """Show one request, whatever the list shows."""
        self._wanted = request_id
        self.show_all()
        self._split.open_detail()

    def come_back(self, request_id: int) -> None:
        """Show the request that was in front before, and none where it is not to be found."""
        self._wanted, self._nobody_else = request_id, True
        self.table.setCurrentIndex(QModelIndex())
        self._load()

    @property
    def chosen_id(self) -> int:
        """The request in front, 0 for none."""
        return self.detail.shown_id

    @property
    def here(self) -> int:
        """The group that the list is confined to, 0 for none."""
        return max(0, self.group_id) if self.where.current == _THIS_GROUP else 0

    # ---- for whoever derives from it

    def show_all(self) -> None:
        """Take all filters away."""
        self.where.set_current(ALL)
        self.chips.set_current(ALL)
        self.search.clear()
        self._load()

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.reload()
        super().changeEvent(event)

    # ---- building

    def _build_list(self) -> QWidget:
        theme = current_theme()
        listed = QWidget(self)
        self._below = QStackedWidget(listed)
        self._below.addWidget(self.table)
        self._below.addWidget(self.empty)
        column = QVBoxLayout(listed)
        edge = theme.size("space_l")
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(theme.size("space_m"))
        for part in (self._head, self.kinds, self.search, self.where, self.chips):
            column.addWidget(part)
        column.addWidget(self._below, 1)
        return listed

    def _connect(self) -> None:
        self.search.textChanged.connect(self._later.start)
        self._later.timeout.connect(self._load)
        self.where.chosen.connect(lambda _key: self._load())
        self.chips.chosen.connect(lambda _key: self._load())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self.table.opened.connect(self._on_opened)
        self.table.pointed.connect(self._on_clicked)
        self._split.returned.connect(self.table.setFocus)
        self.empty.acted.connect(self._on_empty)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search, self._into_list)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.search.returnPressed.connect(self._open_found)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            main = QShortcut(QKeySequence(keys), self, self._do_main)
            main.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            main.setAutoRepeat(False)

    # ---- words

    def _say(self) -> None:
        desk = self.context.desk
        name = desk.groups.get(self.group_id).name if self.group_id > 0 else ""
        self._head.set_texts(self.tr("Requests"), self.title())
        self.search.set_hint(self.hint())
        self.where.setAccessibleName(self.tr("Which groups"))
        this = [Chip(_THIS_GROUP, name)] if name else []
        self.where.set_chips([Chip(ALL, self.tr("All groups")), *this])
        self.where.setVisible(bool(name))

    def _say_chips(self, counts: Mapping[str, int]) -> None:
        self.chips.setAccessibleName(self.which_words())
        self.chips.set_chips([Chip(key, text, counts.get(key)) for key, text in self.chip_words()])

    # ---- loading

    def _load(self) -> None:
        """Ask in the thread beside; the newest question wins."""
        self._asked += 1
        asked = self._asked
        which = Which(self.here, self.chips.current, self.search.text())

        def work() -> "Found[R] | None":
            return None if asked != self._asked else self.read(which)

        def show(found: "Found[R] | None") -> None:
            if asked == self._asked and found is not None:
                self._show(*found, which)

        self.context.runner.run(
            self,
            work,
            show,
            lambda error: self.context.notify(self.context.error_text(error), "danger"),
            pool="files",
        )

    def _show(self, rows: Sequence[R], counts: Mapping[str, int], which: Which) -> None:
        self._say_chips(counts)
        kept = self._wanted or self.chosen_id
        self._wanted = 0
        self.model.show_records(self.heads(), rows, searched=which.text)
        self._size_columns()
        at = next((n for n, row in enumerate(rows) if row.id == kept), -1)
        focused = self.window().focusWidget()
        self._below.setCurrentWidget(self.table if rows else self.empty)
        if focused in {self.table, self.empty.button}:
            self.take_focus()
        if at < 0 and self._nobody_else:
            self.table.setCurrentIndex(QModelIndex())  # nor as the focus comes
        elif rows:
            self.table.selectRow(max(at, 0))
            self._nobody_else = False
        self._nothing = not counts.get(ALL) and not which.text
        self.empty.set_texts(*self.empty_words(nothing=self._nothing))
        self._show_chosen()

    def _size_columns(self) -> None:
        columns = self.table.horizontalHeader()
        columns.setMinimumSectionSize(_LEAST)
        for at in range(self.model.columnCount()):
            columns.setSectionResizeMode(at, QHeaderView.ResizeMode.ResizeToContents)
        for at in self.wide_columns:
            columns.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        columns.setSectionResizeMode(self.state_column, QHeaderView.ResizeMode.Fixed)
        widest = max((self._state_width(row) for row in self.model.records), default=0)
        least = columns.sectionSizeHint(self.state_column)
        columns.resizeSection(self.state_column, max(widest, least))

    def _state_width(self, row: R) -> int:
        """Return how much room the pill of a row takes."""
        cell = self.cells(row)[self.state_column]
        text = cell if isinstance(cell, str) else cell[0]
        return self.table.fontMetrics().horizontalAdvance(text) + 4 * current_theme().size("pad")

    def _shown_cells(self, row: R) -> Sequence[Cell]:
        """Return what a line says; with a search also what of it fits."""
        cells, searched = list(self.cells(row)), self.model.searched
        texts = (cell if isinstance(cell, str) else cell[0] for cell in cells)
        if searched and not any(span_in(text, searched) for text in texts):
            unseen = self.unseen_texts(row)
            found = (excerpt_of(text, searched, _IN_FRONT) for text in unseen)
            cells[self.found_column] = next(filter(None, found), cells[self.found_column])
        return cells

    def _show_chosen(self) -> None:
        at = self.table.currentIndex().row()
        if 0 <= at < self.model.rowCount():
            self.detail.show_request(self.model.record(at).id)
        else:
            self.detail.show_nothing()
        self._split.need_detail(needed=bool(self.chosen_id))
        self.enable_acts()

    # ---- slots

    def _into_list(self) -> None:
        self._search_now()
        self.take_focus()

    def _open_found(self) -> None:
        self._search_now()
        if self.table.currentIndex().isValid():
            self._on_opened(self.table.currentIndex())

    def _search_now(self) -> None:
        """Take in what was typed a moment ago, where that can be at once."""
        if self._later.isActive():
            self._later.stop()
            self._load()

    def _do_main(self) -> None:
        """Do what comes next for the request in front, wherever in list or detail one is."""
        main = self.detail.main_act()
        if main and self.context.acts.action(main).isEnabled():
            self.context.acts.trigger(main)

    def _on_empty(self) -> None:
        if self._nothing:
            self.context.acts.trigger(self.head_acts[-1])
            return
        self.show_all()
        self.table.setFocus()

    def _on_opened(self, _index: QModelIndex) -> None:
        self._show_chosen()
        self._split.open_detail()
        self.detail.setFocus()

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._split.is_narrow:
            self._on_opened(index)
