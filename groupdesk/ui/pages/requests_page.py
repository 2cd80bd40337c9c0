# SPDX-License-Identifier: MIT
"""What members ask of us, by kind: to think a decision over, to leave, to come back."""

from collections.abc import Callable
from importlib import import_module
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from groupdesk.domain.appeal_records import AppealFilter
from groupdesk.domain.enums import SubjectKind, Topic
from groupdesk.domain.exit_filter import ExitFilter
from groupdesk.domain.handover_enums import HandoverChip
from groupdesk.domain.handover_records import HandoverFilter
from groupdesk.domain.leaving_enums import ExitChip, RejoinChip
from groupdesk.domain.rejoin_records import RejoinFilter
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.pages.page import Page, Place
from groupdesk.ui.widgets.chip_row import Chip
from groupdesk.ui.widgets.request_list import RequestList


class _Kind(NamedTuple):
    """A kind of request: its list, imported when first shown, and how many of it are open."""

    module: str
    name: str
    count_open: Callable[[Desk], int]


def _open_appeals(desk: Desk) -> int:
    return desk.appeal_list.counts(AppealFilter()).open


def _open_exits(desk: Desk) -> int:
    counts = desk.leaving.exit_list.counts(ExitFilter()).chips
    return counts[None] - counts[ExitChip.OVER]


def _open_handovers(desk: Desk) -> int:
    chips = desk.leaving.handovers.counts(HandoverFilter()).chips
    return chips[HandoverChip.OPEN] + chips[HandoverChip.SIGNED]


def _open_rejoins(desk: Desk) -> int:
    chips = desk.leaving.rejoin_list.counts(RejoinFilter()).chips
    return chips[None] - chips[RejoinChip.OVER]


_KINDS: Final = {
    SubjectKind.APPEAL: _Kind("appeal_list", "AppealList", _open_appeals),
    SubjectKind.EXIT: _Kind("exit_list", "ExitList", _open_exits),
    SubjectKind.REJOIN: _Kind("rejoin_list", "RejoinList", _open_rejoins),
    SubjectKind.HANDOVER: _Kind("handover_list", "HandoverList", _open_handovers),
}


class RequestsPage(Page):
    """Each kind has a list of its own; a row of chips says which one is in front."""

    topics = frozenset(
        {Topic.REQUESTS, Topic.APPEALS, Topic.MEMBERS, Topic.CASES, Topic.GROUPS, Topic.TASKS}
    )

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build the page without loading anything."""
        super().__init__(context, parent)
        self._lists: dict[SubjectKind, RequestList[Any]] = {}
        self._stale: set[SubjectKind] = set()
        self._counts: dict[SubjectKind, int] = {}
        self._asked = 0
        self._in_front = False
        self._stack = QStackedWidget(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.kind = next(iter(_KINDS))
        self._bring(self.kind)

    # ---- Page

    def show_group(self, group_id: int) -> None:
        self.group_id = group_id
        self._stale = set(self._lists)
        self._refresh()
        self._count()

    def reload(self) -> None:
        self.show_group(self.group_id)

    def activate(self) -> None:
        self._in_front = True
        self.front.activate()

    def leave(self) -> None:
        self._in_front = False

    def take_focus(self) -> None:
        self.front.take_focus()

    def show_request(self, kind: SubjectKind, request_id: int) -> None:
        """Show one request, whatever is in front."""
        self.show_kind(kind)
        self.front.show_one(request_id)

    def place(self) -> Place:
        return Place(chosen=self.front.chosen_id, requests=self.kind)

    def come_back(self, place: Place) -> None:
        self.show_kind(place.requests or self.kind)
        self.front.come_back(place.chosen)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    # ---- which kind

    @property
    def kinds(self) -> tuple[SubjectKind, ...]:
        """The kinds of requests, in the order of the chips."""
        return tuple(_KINDS)

    @property
    def front(self) -> RequestList[Any]:
        """The list in front."""
        return self._lists[self.kind]

    def list_of(self, kind: SubjectKind) -> RequestList[Any]:
        """Return the list of a kind, made when it is first asked for."""
        made = self._lists.get(kind)
        if made is None:
            known = _KINDS[kind]
            module = import_module(f"groupdesk.ui.widgets.{known.module}")
            made = getattr(module, known.name)(self.context)
            self._lists[kind] = made
            self._stale.add(kind)
            self._stack.addWidget(made)
            made.kinds.chosen.connect(lambda key: self.show_kind(SubjectKind(key)))
            self._say()
        return made

    def show_kind(self, kind: SubjectKind) -> None:
        """Bring the list of a kind to the front; the keyboard stays with the chips."""
        if kind is self.kind:
            return
        focused = QApplication.focusWidget()
        chosen = focused is not None and self.front.kinds.isAncestorOf(focused)
        inside = focused is not None and self.front.isAncestorOf(focused)
        self._bring(kind)
        self._refresh()
        if self._in_front:
            self.context.acts.forget_page()
            self.front.activate()
        if chosen:
            # once the key is done with, which puts the focus on the row that went
            chip = self.front.kinds.button(kind.value)
            QTimer.singleShot(0, chip, chip.setFocus)  # not where the page is gone by then
        elif inside:
            self.front.take_focus()

    def _bring(self, kind: SubjectKind) -> None:
        made = self.list_of(kind)
        self.kind = kind
        self._stack.setCurrentWidget(made)
        self._say()

    def _refresh(self) -> None:
        """Let the list in front read, where something changed since it did."""
        if self.kind in self._stale:
            self._stale.discard(self.kind)
            self.front.show_group(self.group_id)

    # ---- how many are open

    def _say(self) -> None:
        names = {
            SubjectKind.APPEAL: self.tr("Objections"),
            SubjectKind.EXIT: self.tr("Leaving"),
            SubjectKind.REJOIN: self.tr("Coming back"),
            SubjectKind.HANDOVER: self.tr("Handovers"),
        }
        chips = [Chip(kind.value, names[kind], self._counts.get(kind)) for kind in _KINDS]
        for made in self._lists.values():
            made.kinds.setAccessibleName(self.tr("Which requests"))
            made.kinds.set_chips(chips)
            made.kinds.set_current(self.kind.value)

    def _count(self) -> None:
        """Count in the thread beside; the newest question wins."""
        self._asked += 1
        asked, desk = self._asked, self.context.desk

        def work() -> dict[SubjectKind, int]:
            if asked != self._asked:
                return {}
            return {kind: known.count_open(desk) for kind, known in _KINDS.items()}

        def show(counts: dict[SubjectKind, int]) -> None:
            if asked == self._asked:
                self._counts = counts
                self._say()

        self.context.runner.run(
            self,
            work,
            show,
            lambda error: self.context.notify(self.context.error_text(error), "danger"),
            pool="files",
        )
