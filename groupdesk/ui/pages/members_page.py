# SPDX-License-Identifier: MIT
"""The members of a group: search, chips and list on the left, one member on the right."""

from array import array
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Topic
from groupdesk.domain.group_size import Room
from groupdesk.domain.member_filter import CHIPS, MemberFilter
from groupdesk.domain.records import GroupRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_delegates import CellDelegate, MemberDelegate, PillDelegate
from groupdesk.ui.item_models.member_model import COLUMNS, MemberModel, Voice
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.pages.page import Page
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.list_detail import ListDetail
from groupdesk.ui.widgets.nobody_here import NobodyHere
from groupdesk.ui.widgets.page_head import PageHead
from groupdesk.ui.widgets.record_table import RecordTable
from groupdesk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from groupdesk.ui.widgets.member_detail import MemberDetailPanel

_FIRST = 64  # rows that are read before the first paint; the rest arrives behind
_ALL_AFTER = 100  # milliseconds: the thread that reads them would hold up the paint
_SHOW_AFTER = 60  # milliseconds of rest before the detail follows the arrow keys
_WIDTHS = {"standing": 148, "last_active": 96, "cases": 60}


class MembersPage(Page):
    """Reads ids first and rows as they are seen, so that a million members are as quick as ten."""

    topics = frozenset({Topic.MEMBERS, Topic.GROUPS, Topic.CASES, Topic.TASKS, Topic.DRAFTS})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build list and detail; nothing is loaded yet."""
        super().__init__(context, parent)
        theme = current_theme()
        desk = context.desk
        self.acts = MemberActs(context, self)
        self._group: GroupRecord | None = None
        self._sort = "name"
        self._asked = 0
        self._active = False
        self._head = PageHead(parent=self)
        self._head.add_button(context.acts.icon_button("group.open", self))
        self._head.add_button(context.acts.button("member.import", parent=self))
        self._head.add_button(context.acts.button("member.add", "primary", self))
        self.search = SearchField("", self)
        self.chips = ChipRow("", parent=self)
        self.model = MemberModel(desk.members.rows, self)
        self.table = RecordTable(self)
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(0, MemberDelegate(self.table))
        self.table.setItemDelegateForColumn(1, PillDelegate(self.table))
        self.table.setItemDelegate(CellDelegate(self.table))
        self.empty = NobodyHere(self)
        self._below = QStackedWidget(self)
        self._below.addWidget(self.table)
        self._below.addWidget(self.empty)
        listed = QWidget(self)
        column = QVBoxLayout(listed)
        edge = theme.size("space_l")
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(theme.size("space_m"))
        column.addWidget(self._head)
        column.addWidget(self.search)
        column.addWidget(self.chips)
        column.addWidget(self._below, 1)
        self._detail: MemberDetailPanel | None = None
        self._place = QVBoxLayout()  # of the detail, which is made after the first paint
        self._place.setContentsMargins(0, 0, 0, 0)
        right = QWidget(self)
        right.setLayout(self._place)
        self._split = ListDetail(listed, right, context.settings.values.detail_width, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._split)
        self._prepare_header()
        self._timer = QTimer(self, singleShot=True)
        self._timer.setInterval(_SHOW_AFTER)
        self._timer.timeout.connect(self._show_current)
        self._connect()
        self._translate()

    @property
    def detail(self) -> "MemberDetailPanel":
        """The member in front."""
        if self._detail is None:
            from groupdesk.ui.widgets.member_detail import MemberDetailPanel  # noqa: PLC0415

            self._detail = MemberDetailPanel(self.context, self.acts, self)
            self._detail.member_requested.connect(self.context.go_to)
            self._place.addWidget(self._detail)
            if self._active:
                self._detail.bind_acts()
            if self.group_id:
                self._show_chips()
        return self._detail

    # ---- Page

    def show_group(self, group_id: int) -> None:
        if group_id != self.group_id:
            self.search.blockSignals(True)  # noqa: FBT003 - Qt's signature
            self.search.clear()
            self.search.blockSignals(False)  # noqa: FBT003
            self._show_nobody()
        super().show_group(group_id)

    def reload(self) -> None:
        desk = self.context.desk
        if not self.group_id:
            self._group = None
            self._show_empty()
            return
        self._group = desk.groups.get(self.group_id)
        self._speak()
        self._show_chips()
        self._load(staying=True)
        if self._detail is not None:
            self._detail.reload()

    def activate(self) -> None:
        acts = self.context.acts
        writable = not self.context.desk.workspace.database.read_only
        acts.bind("member.find", self.search.activate)
        acts.bind("member.add", self._add, enabled=writable and bool(self.group_id))
        acts.bind("member.import", self._import, enabled=writable and bool(self.group_id))
        self._active = True
        if self._detail is not None:
            self._detail.bind_acts()

    def take_focus(self) -> None:
        self.table.setFocus()

    def leave(self) -> None:
        self._active = False
        self.context.settings.values.detail_width = self._split.detail_width

    def show_member(self, membership_id: int) -> None:
        """Go to a member, clearing search and chips when they hide it."""
        self._show_row(membership_id)
        self._open(membership_id)

    def _show_row(self, membership_id: int) -> None:
        if self.model.row_of(membership_id) < 0:
            self.search.clear()
            self.chips.set_current("all")
            self._load(whole=True)
        row = self.model.row_of(membership_id)
        if row >= 0:
            self._go_to(row)

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            if self.group_id:
                self._speak()
                self._show_chips()
        super().changeEvent(event)

    # ---- building

    def _prepare_header(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for number, name in enumerate(COLUMNS[1:], 1):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
            self.table.setColumnWidth(number, _WIDTHS[name])
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        header.sectionClicked.connect(self._on_sort)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._load())
        self.chips.chosen.connect(lambda _key: self._load())
        self.empty.acted.connect(self._on_empty_act)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._timer.start())
        self.table.opened.connect(self._on_opened)
        self.table.clicked.connect(self._on_clicked)
        self._split.returned.connect(self.table.setFocus)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search, self.table.setFocus)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _translate(self) -> None:
        self.search.set_hint(self.tr("Search name, pinyin, phone, note…"))
        self.chips.setAccessibleName(self.tr("Filter"))
        self.table.setAccessibleName(self.tr("Members"))

    def _speak(self) -> None:
        group = self._group
        if group is None:
            return
        words = self.context.translations.words
        dates, now = self.context.dates, self.context.desk.clock()
        heads = (self.tr("Member"), self.tr("Standing"), self.tr("Last active"), self.tr("Cases"))
        self.model.speak(heads, Voice(words, dates, group.ladder, now))
        members = self.tr("%n member(s)", "", group.members)
        if group.size_limit:
            members = self.tr("{0} of %n member(s)", "", group.size_limit).format(group.members)
        rules = self.tr("no rules published yet")
        if group.rules_version:
            day = dates.day(from_text(group.rules_published_at).date(), now.date())
            rules = self.tr("rules v{0} published {1}").format(group.rules_version, day)
        platform = words(f"platform.{group.platform.value}")
        self._head.set_texts(group.name, f"{platform} · {members} · {rules}")
        self._show_room(group)

    def _show_room(self, group: GroupRecord) -> None:
        if group.room is Room.PLENTY:
            self._head.set_notice("", "muted")
            return
        from groupdesk.ui.group_words import room_text, room_tone  # noqa: PLC0415  # seldom full

        words = self.context.translations.words
        self._head.set_notice(room_text(words, group), room_tone(group))

    def _show_chips(self) -> None:
        """Show the filters; counts grow with the group, so the first paint goes without."""
        counts: dict[str, int] = {}
        if self._detail is not None:
            counts = self.context.desk.members.counts(self.group_id)
        texts = {
            "all": self.tr("All"),
            "warned": self.tr("Warned"),
            "at_risk": self.tr("At risk"),
            "inactive": self.tr("Inactive"),
            "waiting": self.tr("Sent?"),
            "former": self.tr("Former"),
        }
        self.chips.set_chips([Chip(key, texts[key], counts.get(key)) for key in CHIPS])

    # ---- loading

    def _filter(self) -> MemberFilter:
        return MemberFilter(self.group_id, self.chips.current or "all", self.search.text())

    def _load(self, *, whole: bool = False, staying: bool = False) -> None:
        """Show the first rows at once; all ids follow from the thread beside the window.

        With `staying` the person did not ask for other members: who is shown stays shown, even
        when they left the list (a removal that was just carried out).
        """
        self._asked += 1
        asked, which, sort = self._asked, self._filter(), self._sort
        members = self.context.desk.members
        kept = self._current_id()
        if whole:
            self._show_ids(members.ids(which, sort), kept, staying=staying)
            return
        first = members.ids(which, sort, limit=_FIRST)
        if len(first) < _FIRST:
            self._show_ids(first, kept, staying=staying)
            return

        def show(ids: "array[int]") -> None:
            if asked == self._asked:
                # the first rows may have been walked through meanwhile
                self._show_ids(ids, self._current_id() or kept, staying=staying)

        def read_all() -> None:
            if asked == self._asked:
                self.context.runner.run(
                    self,
                    lambda: members.ids(which, sort),
                    show,
                    lambda error: self.context.notify(self.context.error_text(error), "danger"),
                    pool="files",
                )

        if self.model.rowCount() == 0:
            self._show_ids(first, kept, staying=staying)
            QTimer.singleShot(_ALL_AFTER, self, read_all)
        else:
            read_all()

    def _show_ids(self, ids: "array[int]", kept: int, *, staying: bool) -> None:
        shown = self._detail.detail if self._detail is not None else None
        self.model.show_ids(ids)
        row = self.model.row_of(kept) if kept else -1
        if staying and row < 0 and shown is not None and shown.row.group_id == self.group_id:
            self._below.setCurrentWidget(self.table if ids else self.empty)
            self._say_empty()
            return
        if ids:
            self._below.setCurrentWidget(self.table)
            self._go_to(max(row, 0))
        else:
            self._show_empty()

    def _show_empty(self) -> None:
        self._below.setCurrentWidget(self.empty)
        self._say_empty()
        self._show_nobody()

    def _say_empty(self) -> None:
        if not self.group_id:
            self._head.set_texts(self.tr("Members"))
            self._head.set_notice("", "muted")
            self.empty.show_why("no_group")
        elif self.search.text() or self.chips.current not in {"", "all"}:
            self.empty.show_why("nobody_fits")
        else:
            self.empty.show_why("all_left" if self._had_members() else "nobody_yet")

    def _had_members(self) -> bool:
        return bool(self.context.desk.members.ids(MemberFilter(self.group_id, "former"), limit=1))

    def _show_nobody(self) -> None:
        if self._detail is None:
            self._timer.start()  # makes it
        else:
            self._detail.show_nobody()

    def _current_id(self) -> int:
        row = self.table.currentIndex().row()
        return self.model.id_at(row) if 0 <= row < self.model.rowCount() else 0

    def _go_to(self, row: int) -> None:
        index = self.model.index(row, 0)
        self.table.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.table.scrollTo(index)

    # ---- slots

    def _on_sort(self, section: int) -> None:
        name = COLUMNS[section]
        self._sort = f"-{name}" if self._sort == name else name
        down = self._sort.startswith("-")
        self.table.horizontalHeader().setSortIndicator(
            section, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        )
        self._load()

    def _on_empty_act(self) -> None:
        if self.empty.why == "no_group":
            self.context.acts.trigger("group.create")
        elif self.empty.why == "nobody_yet":
            self.context.acts.trigger("member.import")
        else:
            self.chips.set_current("former" if self.empty.why == "all_left" else "all")
            self.search.clear()
            self._load()
            self.table.setFocus()

    def _show_current(self) -> None:
        current = self._current_id()
        if current:
            self.detail.show_member(current)
        else:
            self.detail.show_nobody()

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._split.is_narrow:
            self._on_opened(index)

    def _on_opened(self, index: QModelIndex) -> None:
        self._open(self.model.id_at(index.row()))

    def _open(self, membership_id: int) -> None:
        self._timer.stop()
        self.detail.show_member(membership_id)
        self._split.open_detail()
        self.detail.setFocus()

    def _add(self) -> None:
        if self._group is not None:
            self.acts.add_member(self._group, self._on_added)

    def _on_added(self, membership_id: int) -> None:
        """Go to the new member's row: from there the arrow keys and all acts on a member work."""
        self._show_row(membership_id)
        self._timer.stop()
        self.detail.show_member(membership_id)
        self._split.back()
        self.table.setFocus()

    def _import(self) -> None:
        if self._group is not None:
            self.acts.import_members(self._group)
