# SPDX-License-Identifier: MIT
"""The members of a group: search, chips and list on the left, one member on the right."""

from array import array
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from groupdesk.domain.enums import Topic
from groupdesk.domain.ladder import DEFAULT_LADDER
from groupdesk.domain.member_filter import Conditions, MemberFilter
from groupdesk.domain.records import GroupRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_models.member_model import Voice
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.member_loader import MemberLoader, words_of
from groupdesk.ui.pages.page import ALL_GROUPS, Page, Place
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.filter_bar import FilterBar
from groupdesk.ui.widgets.list_detail import ListDetail
from groupdesk.ui.widgets.member_head import MemberHead
from groupdesk.ui.widgets.member_table import MemberTable
from groupdesk.ui.widgets.nobody_here import NobodyHere
from groupdesk.ui.widgets.selection_bar import SelectionBar

if TYPE_CHECKING:
    from groupdesk.ui.widgets.member_detail import MemberDetailPanel

_SHOW_AFTER = 60  # milliseconds of rest before the detail follows the arrow keys


class MembersPage(Page):
    """Reads ids first and rows as they are seen, so that a million members are as quick as ten."""

    topics = frozenset({Topic.MEMBERS, Topic.GROUPS, Topic.CASES, Topic.TASKS, Topic.DRAFTS})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build list and detail; nothing is loaded yet."""
        super().__init__(context, parent)
        theme = current_theme()
        self.acts = MemberActs(context, self)
        self._group: GroupRecord | None = None
        self._groups: tuple[GroupRecord, ...] = ()
        self._loader = MemberLoader(context, self)
        self._active = False
        self._head = MemberHead(context, self)
        self._head.add_button(context.acts.icon_button("group.open", self))
        self._head.add_button(context.acts.icon_button("member.export", self))
        self._head.add_button(context.acts.button("member.import", parent=self))
        self._head.add_button(context.acts.button("member.add", "primary", self))
        self.filters = FilterBar(context, self)
        self.search, self.chips = self.filters.search, self.filters.chips
        self.table = MemberTable(context, self)
        self.model = self.table.members
        self.empty = NobodyHere(self)
        self.chosen = SelectionBar(context, self.table, self)
        self._below = QStackedWidget(self)
        self._below.addWidget(self.table)
        self._below.addWidget(self.empty)
        listed = QWidget(self)
        column = QVBoxLayout(listed)
        edge = theme.size("space_l")
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(theme.size("space_m"))
        column.addWidget(self._head)
        column.addWidget(self.filters)
        column.addWidget(self._below, 1)
        column.addWidget(self.chosen)
        self._detail: MemberDetailPanel | None = None
        self._place = QVBoxLayout()  # of the detail, which is made after the first paint
        self._place.setContentsMargins(0, 0, 0, 0)
        right = QWidget(self)
        right.setLayout(self._place)
        self._split = ListDetail(listed, right, context.settings.values.detail_width, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._split)
        self._timer = QTimer(self, singleShot=True)
        self._timer.setInterval(_SHOW_AFTER)
        self._timer.timeout.connect(self._show_current)
        self._connect()

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
            self.filters.show_filter(MemberFilter(chip=self.chips.current or "all"))
            self._show_nobody()
        super().show_group(group_id)

    def reload(self) -> None:
        groups = self.context.desk.groups
        self._group, self._groups = None, ()
        if not self.group_id:
            self._show_empty()
            return
        if self.group_id == ALL_GROUPS:
            self._groups = groups.all()
        else:
            self._group = groups.get(self.group_id)
        self.table.show_groups(everywhere=self._group is None)
        self._speak()
        self._show_chips()
        self._load(staying=True)
        if self._detail is not None:
            self._detail.reload()

    def activate(self) -> None:
        acts = self.context.acts
        writable = not self.context.desk.workspace.database.read_only
        one = writable and self.group_id > 0
        acts.bind("member.find", self.search.activate)
        acts.bind("member.filter", self._ask_filter, enabled=bool(self.group_id))
        acts.bind("member.columns", self.table.ask_columns, enabled=bool(self.group_id))
        acts.bind("filter.save", self._save_filter, enabled=writable and bool(self.group_id))
        acts.bind("member.bulk", self._change_chosen, enabled=writable and self.table.chosen > 1)
        acts.bind(
            "member.remove_many", self._remove_chosen, enabled=writable and self.table.chosen > 1
        )
        self.chosen.bind_told(lambda: self._group, self.table.chosen_ids)
        acts.bind("member.add", self._add, enabled=one)
        acts.bind("member.export", self._export, enabled=bool(self.group_id))
        acts.bind("member.import", self._import, enabled=one)
        self._active = True
        self.filter_shown.emit(self.which())
        if self._detail is not None:
            self._detail.bind_acts()

    def show_filter(self, which: MemberFilter) -> None:
        self.filters.show_filter(which)
        self._show_chips()
        self._load()

    def take_focus(self) -> None:
        listed = self._below.currentWidget() is self.table
        (self.table if listed else self.empty.button).setFocus()

    def leave(self) -> None:
        self._active = False
        self.context.settings.values.detail_width = self._split.detail_width
        self.table.remember()

    def show_member(self, membership_id: int) -> None:
        """Go to a member, clearing search and chips when they hide it."""
        self._show_row(membership_id)
        self._open(membership_id)

    def place(self) -> Place:
        shown = self._detail.detail if self._detail is not None else None
        chosen = self.table.current_id or (shown.row.id if shown is not None else 0)
        return Place(which=self.which(), chosen=chosen)

    def come_back(self, place: Place) -> None:
        self.table.expect(place.chosen)
        if place.which is not None and place.which != self.which():
            self.filters.show_filter(place.which)
            self._show_chips()
            self._load(staying=True)

    def _show_row(self, membership_id: int) -> None:
        for which in (MemberFilter(), MemberFilter(chip="former")):
            if self.model.row_of(membership_id) < 0:
                self.filters.show_filter(which)
                self._load(whole=True)
        if (row := self.model.row_of(membership_id)) >= 0:
            self.table.go_to(row)

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.group_id:
            self._speak()
            self._show_chips()
        super().changeEvent(event)

    # ---- building

    def _connect(self) -> None:
        self.filters.changed.connect(self._load)
        self.empty.acted.connect(self._on_empty_act)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._timer.start())
        self.table.chosen_changed.connect(self._on_chosen)
        self.table.sort_asked.connect(self._load)
        self.table.opened.connect(self._on_opened)
        self.table.pointed.connect(self._on_clicked)
        self.chosen.dismissed.connect(self._choose_one)
        self._split.returned.connect(self.table.setFocus)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search, self.table.setFocus)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _speak(self) -> None:
        words = self.context.translations.words
        dates, now = self.context.dates, self.context.desk.clock()
        group = self._group
        if group is None:
            ladders = {one.id: one.ladder for one in self._groups}
            names = {one.id: one.name for one in self._groups}
            voice = Voice(words, dates, DEFAULT_LADDER, now, ladders, names)
            self._head.show_groups(self._groups)
        else:
            voice = Voice(words, dates, group.ladder, now, groups={group.id: group.name})
            self._head.show_group(group)
        self.model.speak(self.table.heads(), voice)

    def _show_chips(self) -> None:
        """Show the filters; the first paint goes without their counts."""
        if self._detail is None:
            self.filters.set_counts({})
        else:
            self._loader.count(self._scope, self.filters.set_counts)

    # ---- loading

    @property
    def _scope(self) -> int | None:
        return None if self.group_id == ALL_GROUPS else self.group_id

    def which(self) -> MemberFilter:
        """Return whom the list shows: what an export of it means."""
        return self.filters.which(self._scope)

    def _load(self, *, whole: bool = False, staying: bool = False) -> None:
        """Show the first rows as soon as they are known; all ids follow from the thread.

        With `staying` the person did not ask for other members: who is shown stays shown, even
        when they left the list (a removal that was just carried out).
        """
        if not staying:
            self.table.expect(None)
        which, kept = self.which(), self.table.current_id

        def show(ids: "array[int]", partial: bool) -> None:  # noqa: FBT001 - see MemberLoader
            now = self.table.current_id or kept  # the first rows may have been walked through
            self._show_ids(ids, which, now, staying=staying, partial=partial)

        self.filter_shown.emit(which)
        if whole:
            self._loader.load_now(which, self.table.sort, show)
        else:
            empty = self.model.rowCount() == 0
            self._loader.load(which, self.table.sort, show, empty=empty)

    def _show_ids(
        self,
        ids: "array[int]",
        which: MemberFilter,
        kept: int,
        *,
        staying: bool,
        partial: bool = False,
    ) -> None:
        self.filters.show_found(None if partial else len(ids))
        shown = self._detail.detail if self._detail is not None else None
        many = self.table.chosen > 1 and ids == self.model.ids
        self.table.show_members(ids, words_of(which.text), partial=partial)
        row = self.model.row_of(kept) if kept else -1
        if staying and row < 0 and shown is not None and self._belongs(shown.row.group_id):
            self._bring(self.table if ids else self.empty)
            self._say_empty()
        elif not ids:
            self._show_empty()
        else:
            self._bring(self.table)
            if not many and self.table.chosen <= 1:
                self.table.settle(row)

    def _belongs(self, group_id: int) -> bool:
        return self.group_id in {group_id, ALL_GROUPS}

    def _show_empty(self) -> None:
        self._bring(self.empty)
        self._say_empty()
        self._show_nobody()

    def _bring(self, shown: QWidget) -> None:
        """Show the list, or what stands in its place; the keyboard goes along."""
        focused = self.window().focusWidget()
        self._below.setCurrentWidget(shown)
        if focused in {self.table, self.empty.button}:
            self.take_focus()

    def _say_empty(self) -> None:
        if not self.group_id:
            self._head.show_groups(())
            self.empty.show_why("no_group")
        elif not self.which().is_plain:
            self.empty.show_nobody_fits(self._loader.former_who_fit(self.which()))
        else:
            self.empty.show_why(
                "all_left" if self._loader.any_former(self._scope) else "nobody_yet"
            )

    def _show_nobody(self) -> None:
        if self._detail is None:
            self._timer.start()  # makes it
        else:
            self._detail.show_nobody()

    # ---- slots

    def _on_chosen(self) -> None:
        self.chosen.show_count(self.table.chosen)
        if self._active:
            self.chosen.enable_acts(self._group)

    def _choose_one(self) -> None:
        """Leave one chosen, the one in front."""
        self.table.go_to(max(self.table.currentIndex().row(), 0))
        self.table.setFocus()

    def _ask_filter(self) -> None:
        from groupdesk.ui.dialogs.filter_dialog import FilterDialog  # noqa: PLC0415  # seldom asked

        dialog = FilterDialog(self.context, self.which(), self.window())
        dialog.chosen.connect(self._on_conditions)
        dialog.open()

    def _on_conditions(self, asked: Conditions) -> None:
        self.show_filter(self.which()._replace(conditions=asked))
        self.table.setFocus()

    def _save_filter(self) -> None:
        from groupdesk.ui.dialogs.filter_name_dialog import FilterNameDialog  # noqa: PLC0415

        FilterNameDialog(self.context, self.which(), self.window()).open()

    def _change_chosen(self) -> None:
        from groupdesk.ui.dialogs.bulk_dialog import BulkDialog  # noqa: PLC0415  # seldom asked

        BulkDialog(self.context, self.table.chosen_ids(), self.window()).open()

    def _remove_chosen(self) -> None:
        self.acts.remove_many(self.table.chosen_ids())

    def _on_empty_act(self) -> None:
        if self.empty.why == "no_group":
            self.context.acts.trigger("group.create")
        elif self.empty.why == "nobody_yet":
            self.context.acts.trigger("member.import")
        else:
            which = self.which() if self.empty.why == "only_former" else MemberFilter()
            chip = "all" if self.empty.why == "nobody_fits" else "former"
            self.show_filter(which._replace(chip=chip))
            self.table.setFocus()

    def _show_current(self) -> None:
        current = self.table.current_id
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

    def _export(self) -> None:
        self.acts.export_members(self.table, self.which(), self._group)

    def _import(self) -> None:
        if self._group is not None:
            self.acts.import_members(self._group)
