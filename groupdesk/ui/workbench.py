# SPDX-License-Identifier: MIT
"""What the window holds: navigation on the left, one page at a time, a status line below."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import SubjectKind, Topic
from groupdesk.domain.member_filter import MemberFilter, SavedFilter
from groupdesk.domain.records import GroupRecord
from groupdesk.ui.act_looks import LOOKS
from groupdesk.ui.context import UiContext
from groupdesk.ui.group_acts import GroupActs
from groupdesk.ui.pages.page import ALL_GROUPS, Page, Place
from groupdesk.ui.widgets.banner import Banner
from groupdesk.ui.widgets.navigation import Navigation
from groupdesk.ui.widgets.navigation_list import NavigationEntry
from groupdesk.ui.widgets.notice_bar import NoticeBar
from groupdesk.ui.widgets.operator_button import OperatorButton
from groupdesk.ui.widgets.status_line import StatusLine
from groupdesk.ui.widgets.tab_order import go_on

if TYPE_CHECKING:
    from groupdesk.domain.case_records import CaseFilter
    from groupdesk.ui.due_count import DueCount
    from groupdesk.ui.widgets.saved_filter_list import SavedFilterList

PageFactory = Callable[[UiContext], Page]
_FOOT = ("settings",)
_OF_GROUP = "group"  # the page about the group in front: an act leads to it, no line on the left


class Workbench(QWidget):
    """Shows the pages that it is given; it knows none of them."""

    shown = Signal()
    """It was painted for the first time; what takes time may start now."""
    moved = Signal(object)
    """Another page or group is in front; tells the Place that was left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty; `use` brings it to life."""
        super().__init__(parent)
        self.place_banner = Banner(self)  # what workspace this is: the sample, or read only
        self.status = StatusLine(self)
        self.banner = NoticeBar(self.status, self)
        self.group_banner = Banner(self)  # that the group in front is archived
        self._navigation = Navigation(self)
        self._stack = QStackedWidget(self)
        right = QWidget(self)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.group_banner)
        beside.addWidget(self._stack, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._navigation)
        self._split.addWidget(right)
        self._split.setStretchFactor(1, 1)
        self._split.setHandleWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.place_banner)
        column.addWidget(self._split, 1)
        column.addWidget(self.status)
        self._context: UiContext | None = None
        self._factories: dict[str, PageFactory] = {}
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._groups: tuple[GroupRecord, ...] = ()
        self._archived: tuple[GroupRecord, ...] = ()
        self._group_acts: GroupActs | None = None
        self._group_id = 0
        self._everywhere = False  # the members page shows all groups
        self._filters: SavedFilterList | None = None
        self._due: DueCount | None = None
        self._painted = False
        self._left = False
        self._navigation.page_chosen.connect(self.show_page)
        self._navigation.group_chosen.connect(lambda key: self.show_group(int(key)))
        self._navigation.group_menu_requested.connect(self._show_group_menu)

    # ---- what the composition root calls

    def use(
        self, context: UiContext, pages: dict[str, PageFactory], place: Place | None = None
    ) -> None:
        """Show these pages over an open desk; the page of `place` in front, or the usual one."""
        self._context = context
        self._factories = pages
        self._read_groups(context)
        self._begin_in(context.settings.values.last_group, place)
        for key in pages.keys() - {_OF_GROUP}:
            context.acts.bind(f"page.{key}", partial(self.show_page, key), lasting=True)
        self._group_acts = GroupActs(context, partial(self.show_page, _OF_GROUP), self)
        self._navigation.add_sign(context.acts.icon_button("window.find", self._navigation))
        self._navigation.add_tool(context.acts.icon_button("group.create", self._navigation))
        self.status.add_last(OperatorButton(context, self.status))
        context.events.changed.connect(self._on_changed)
        context.events.acted.connect(self.banner.outdate)
        self._split.setSizes([context.settings.values.navigation_width, max(600, self.width())])
        self._show_navigation()
        usual = "members" if self._groups else next(iter(pages))
        self.show_page(place.page if place is not None and place.page in pages else usual)
        if place is not None and place.page == self.page_key and self.page is not None:
            self.page.come_back(place)

    @property
    def page(self) -> Page | None:
        """The page in front."""
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    @property
    def page_key(self) -> str:
        """The key of the page in front, empty before there is one."""
        front = self.page
        return next((key for key, page in self._pages.items() if page is front), "")

    @property
    def group_id(self) -> int:
        """The group in front, 0 when there is none yet."""
        return self._group_id

    @property
    def place(self) -> Place:
        """Where the person is at work, for a window that opens anew."""
        if self.page is None:
            return Place()
        return replace(
            self.page.place(),
            page=self.page_key,
            group_id=self._group_id,
            everywhere=self._everywhere,
        )

    def show_page(self, key: str) -> None:
        """Bring a page to the front, building it when it was never seen."""
        if self._context is None or key not in self._factories:
            return
        front, left = self.page, self.place
        page = self._pages.get(key)
        if page is None:
            page = self._factories[key](self._context)
            self._pages[key] = page
            self._stack.addWidget(page)
            page.filter_shown.connect(self._mark_filter)
            self._stale.add(key)
        if front is not None and front is not page:
            front.leave()
            self._context.acts.forget_page()
        self._stack.setCurrentWidget(page)
        target = self._shown_group(key)
        if key in self._stale or page.group_id != target:
            self._stale.discard(key)
            page.show_group(target)
        self._mark_filter(None)  # the page says which one it shows, if any
        page.activate()
        self._navigation.set_current_group(str(target))
        self._follow_group()
        self._navigation.set_current_page(key)
        if not self._navigation.is_walked:
            page.take_focus()
        self.moved.emit(left)

    def show_group(self, group_id: int) -> None:
        """Show a group on the page in front, or on the members page when that shows no group.

        ALL_GROUPS shows the members of all of them.
        """
        self._everywhere = group_id == ALL_GROUPS
        if self._everywhere:
            self.show_page("members")
            self._show_filters()
            return
        self._go_into(group_id)
        self._show_filters()
        if self._context is not None:
            self._context.settings.values.last_group = group_id
        front = self.page
        if front is not None:
            self.show_page(self.page_key if front.of_group else "members")

    def go_to(self, group_id: int, membership_id: int = 0) -> None:
        """Show the members of a group, and one of them."""
        self._everywhere = False
        self._go_into(group_id)
        self._show_filters()
        self.show_page("members")
        if self.page is not None and membership_id:
            self.page.show_member(membership_id)

    def go_to_cases(self, which: "CaseFilter") -> None:
        """Show the cases that a filter finds, of the group in front or of all."""
        self.show_page("cases")
        if self.page is not None:
            self.page.show_cases(which)

    def go_to_request(self, kind: SubjectKind, request_id: int) -> None:
        """Show a request of a kind, whatever group it is from."""
        self.show_page("requests")
        if self.page is not None:
            self.page.show_request(kind, request_id)

    def go_to_review(self, review_id: int) -> None:
        """Show a review, whatever groups it looks at."""
        self.show_page("reviews")
        if self.page is not None:
            self.page.show_review(review_id)

    def leave(self) -> None:
        """Let the page in front go, and remember what belongs to the settings."""
        self._left = True
        front = self.page
        if front is not None:
            front.leave()
        if self._context is not None:
            self._context.settings.values.navigation_width = self._split.sizes()[0]

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._context is not None:
            self._show_navigation()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._on_painted)  # a timer's turn is before this frame's

    # ---- slots

    def _on_painted(self) -> None:
        if self._left:  # closed right after it was painted: so is the desk
            return
        if self._context is not None:
            from groupdesk.ui.due_count import DueCount  # noqa: PLC0415
            from groupdesk.ui.widgets.saved_filter_list import SavedFilterList  # noqa: PLC0415

            self._filters = SavedFilterList(self._context, self)
            self._filters.chosen.connect(self._on_filter)
            self._navigation.add_middle(self._filters)
            self._due = DueCount(self._context, self)
            self._due.changed.connect(lambda _count: self._show_navigation())
        self._show_navigation()
        self._show_filters()
        self.shown.emit()

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if topics & {Topic.GROUPS, Topic.TASKS, Topic.MEMBERS, Topic.DRAFTS}:
            self._reload_groups()
        if Topic.FILTERS in topics or Topic.MEMBERS in topics or Topic.CASES in topics:
            self._show_filters()
        front = self.page
        for key, page in self._pages.items():
            if page.topics & topics:
                if page is front:
                    page.reload()
                else:
                    self._stale.add(key)

    def _reload_groups(self) -> None:
        if self._context is None:
            return
        self._read_groups(self._context)
        known = (*self._groups, *self._archived)
        if self._group_id not in {group.id for group in known}:
            self._group_id = self._groups[0].id if self._groups else 0
        self._everywhere = self._everywhere and len(self._groups) > 1
        self._show_navigation()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 — Qt's signature
        focused = self.focusWidget()
        # Qt asks, too, when what has the focus goes away; the page then says where it belongs
        stays = focused is not None and focused.isVisible() and focused.isEnabled()
        return (stays and go_on(self, forward=forward)) or super().focusNextPrevChild(forward)

    def _read_groups(self, context: UiContext) -> None:
        groups = context.desk.groups
        self._groups, self._archived = groups.all(), groups.archived()

    def _begin_in(self, last: int, place: Place | None) -> None:
        """Begin in the group of `place`, else in the last one that is in use."""
        in_use = [group.id for group in self._groups]
        self._group_id = last if last in in_use else (in_use[0] if in_use else 0)
        if place is not None:
            self._everywhere = place.everywhere and len(in_use) > 1
            if place.group_id in {*in_use, *(group.id for group in self._archived)}:
                self._group_id = place.group_id

    def _shown_group(self, key: str) -> int:
        return ALL_GROUPS if self._everywhere and key == "members" else self._group_id

    def _show_filters(self) -> None:
        if self._filters is not None:
            self._filters.show_scope(None if self._everywhere else self._group_id)

    def _mark_filter(self, which: MemberFilter | None) -> None:
        if self._filters is not None:
            self._filters.mark(which)

    def _on_filter(self, chosen: SavedFilter) -> None:
        front = None if self._everywhere else self._group_id
        scope = chosen.scope(front)
        if scope != front:
            self.show_group(ALL_GROUPS if scope is None else scope)
        self.show_page("members")
        if self.page is not None:
            self.page.show_filter(chosen.which)

    @property
    def _group(self) -> GroupRecord | None:
        if self.page is not None and self.page.group_id == ALL_GROUPS:
            return None
        known = (*self._groups, *self._archived)
        return next((group for group in known if group.id == self._group_id), None)

    def _go_into(self, group_id: int) -> None:
        self._group_id = group_id
        self._navigation.set_current_group(str(group_id))
        self._follow_group()

    def _follow_group(self) -> None:
        if self._group_acts is not None:
            self._group_acts.follow(self._group)
        self._say_archived()

    def _say_archived(self) -> None:
        """Say on every page of an archived group why nothing can be written there."""
        group, about = self._group, self.page is not None and self.page.of_group
        if self._context is None or group is None or group.archived_at is None or not about:
            self.group_banner.dismiss()
            return
        now = self._context.desk.clock()
        archived = from_text(group.archived_at).astimezone(now.tzinfo)
        day = self._context.dates.day(archived.date(), now.date())
        self.group_banner.show_message(
            self.tr("This group was archived on {0}: {1}").format(day, group.archive_reason),
            "warning",
            action_text=self._context.acts.action("group.restore").text(),
            action=self._restore,
        )

    def _restore(self) -> None:
        if self._context is not None:
            self._context.acts.trigger("group.restore")
            self._say_archived()  # until it is restored

    def _show_group_menu(self, key: str, place: QPoint) -> None:
        if self._group_acts is None or int(key) == ALL_GROUPS:
            return
        if int(key) != self._group_id or self._everywhere:
            self.show_group(int(key))
        menu = self._group_acts.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _show_navigation(self) -> None:
        if self._context is None:
            return
        acts = self._context.acts
        # counted once the window is to be seen: the first paint waits for nothing it can do without
        due = self._due.of_pages if self._due is not None else {}

        def entry(key: str) -> NavigationEntry:
            action = acts.action(f"page.{key}")
            return NavigationEntry(
                key, action.text(), LOOKS[f"page.{key}"].icon, due=due.get(key, 0)
            )

        self._navigation.set_pages(
            [entry(key) for key in self._factories if key not in (*_FOOT, _OF_GROUP)],
            [entry(key) for key in self._factories if key in _FOOT],
        )
        in_use, archived = (
            [
                NavigationEntry(str(group.id), group.name, sign, count=group.members)
                for group in groups
            ]
            for groups, sign in ((self._groups, "hash"), (self._archived, "archive"))
        )
        if len(in_use) > 1:
            in_use.insert(0, self._all_groups())
        self._navigation.set_groups(in_use, archived)
        self._navigation.set_current_group(str(self._shown_group(self.page_key)))
        self._follow_group()

    def _all_groups(self) -> NavigationEntry:
        count = sum(group.members for group in self._groups)
        return NavigationEntry(str(ALL_GROUPS), self.tr("All groups"), "layers", count=count)
