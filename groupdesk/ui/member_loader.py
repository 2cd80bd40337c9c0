# SPDX-License-Identifier: MIT
"""Asks for the members of a list: the first rows as soon as they are known, then all of them."""

from array import array
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from groupdesk.domain.member_filter import MemberFilter
from groupdesk.ui.context import UiContext

FIRST = 64
"""Rows that are read before the first paint; the rest arrives behind."""
_ALL_AFTER = 100  # milliseconds: the thread that reads them would hold up the paint

Show = Callable[["array[int]", bool], object]
"""Told ids, and whether others are still on their way."""


class MemberLoader(QObject):
    """Only the newest question is answered: who types on has no use for the answers before."""

    def __init__(self, context: UiContext, parent: QObject) -> None:
        """Ask the members of an open desk, in the thread beside the window."""
        super().__init__(parent)
        self._context = context
        self._asked = self._counted = 0

    def count(self, scope: int | None, show: Callable[[dict[str, int]], object]) -> None:
        """Tell how many each quick filter would show; counts grow with the group."""
        self._counted += 1
        counted, members = self._counted, self._context.desk.members

        def done(counts: dict[str, int]) -> None:
            if counted == self._counted:
                show(counts)

        work = partial(members.counts, scope)
        self._context.runner.run(self, work, done, self._on_failed, pool="files")

    def load_now(self, which: MemberFilter, sort: str, show: Show) -> None:
        """Ask for all of them, and wait."""
        self._asked += 1
        show(self._context.desk.members.ids(which, _order(which, sort)), False)  # noqa: FBT003

    def load(self, which: MemberFilter, sort: str, show: Show, *, empty: bool) -> None:
        """Ask for them; where the list is `empty` by now, its first rows come at once."""
        self._asked += 1
        asked, sort = self._asked, _order(which, sort)
        if not empty or not which.is_plain or sort not in {"name", "-name"}:
            first = FIRST if which.text.strip() or empty else None
            self._read(asked, which, sort, show, first)
            return
        ids = self._context.desk.members.ids(which, sort, limit=FIRST)  # an index knows them
        show(ids, len(ids) == FIRST)
        if len(ids) == FIRST:
            QTimer.singleShot(_ALL_AFTER, self, lambda: self._read(asked, which, sort, show, None))

    def former_who_fit(self, which: MemberFilter) -> int:
        """Return how many who left or were removed a search among all members would find."""
        if which.chip != "all" or not which.text.strip():
            return 0
        return len(self._context.desk.members.ids(which._replace(chip="former")))

    def any_former(self, scope: int | None) -> bool:
        """Say whether anybody ever left the group or was removed."""
        return bool(self._context.desk.members.ids(MemberFilter(scope, "former"), limit=1))

    def _read(
        self, asked: int, which: MemberFilter, sort: str, show: Show, limit: int | None
    ) -> None:
        members, context = self._context.desk.members, self._context

        def work() -> "array[int] | None":
            return members.ids(which, sort, limit=limit) if asked == self._asked else None

        def done(ids: "array[int] | None") -> None:
            if asked != self._asked or ids is None:
                return
            more = limit is not None and len(ids) == limit
            show(ids, more)
            if more:
                self._read(asked, which, sort, show, None)

        if asked == self._asked:
            context.runner.run(self, work, done, self._on_failed, pool="files")

    def _on_failed(self, error: Exception) -> None:
        self._context.notify(self._context.error_text(error), "danger")


def _order(which: MemberFilter, sort: str) -> str:
    return "rank" if sort == "name" and which.text.strip() else sort


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a search, to be marked in what it found."""
    if not text.strip():
        return ()
    from groupdesk.domain.search_tokens import query_tokens  # noqa: PLC0415  # not at the start

    return query_tokens(text).words
