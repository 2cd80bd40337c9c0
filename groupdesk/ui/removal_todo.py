# SPDX-License-Identifier: MIT
"""What removals leave to do, as lines of the page "Today": steps, and terms that are over."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import TodoRecord
from groupdesk.domain.clock import from_text
from groupdesk.domain.errors import GroupDeskError
from groupdesk.ui.context import UiContext
from groupdesk.ui.member_acts import MemberActs


class RemovalTodo(QObject):
    """Words and buttons of the lines about approval, steps, terms and letters."""

    def __init__(self, context: UiContext, acts: MemberActs, parent: QWidget) -> None:
        """Open dialogs over `parent`'s window."""
        super().__init__(parent)
        self._context = context
        self._around = parent
        self._acts = acts

    def words(self, item: TodoRecord) -> tuple[str, str] | None:
        """Return title and second line; None for what is none of these."""
        dates, now = self._context.dates, self._context.desk.clock()
        since = dates.moment(from_text(item.since), now)
        if item.kind == "carry_out":
            title = self.tr("Carry out the removal of {0}").format(item.member_name)
            if item.members > 1:
                others = self.tr("%n other(s)", "", item.members - 1)
                title = self.tr("Carry out the removal of {0} and {1}")
                title = title.format(item.member_name, others)
            below = self.tr("Decided {0} · {1} of {2} steps done · {3}").format(
                since, item.done, item.of, item.group_name
            )
            if item.about:
                below += self.tr(" · could not be done: {0}").format(item.about)
            return title, below
        if item.kind == "approve":
            title = self.tr("Approve the removal of {0}?").format(item.member_name)
            if item.members > 1:
                others = self.tr("%n other(s)", "", item.members - 1)
                title = self.tr("Approve the removal of {0} and {1}?")
                title = title.format(item.member_name, others)
            asked = self.tr("Asked for by {0}, {1} · {2}")
            return title, asked.format(item.about, since, item.group_name)
        if item.kind == "term_over":
            last = dates.day(date.fromisoformat(item.about), now.date())
            return (
                self.tr("{0} may come back: tell them, or keep them out?").format(item.member_name),
                self.tr("Was removed until {0} · {1}").format(last, item.group_name),
            )
        return None

    def buttons(self, item: TodoRecord) -> list[tuple[str, Callable[[], object]]]:
        """Return what can be done about it."""
        offered: dict[str, tuple[str, Callable[[], object]]] = {
            "approve": (self.tr("Answer…"), partial(self._acts.answer_request, item.id)),
            "carry_out": (self.tr("Open steps"), partial(self._acts.carry_out, item.id)),
            "term_over": (self.tr("Decide…"), partial(self._decide, item.id)),
        }
        return [offered[item.kind]] if item.kind in offered else []

    def _decide(self, task_id: int) -> None:
        from groupdesk.ui.dialogs.term_over_dialog import TermOverDialog  # noqa: PLC0415

        try:
            TermOverDialog(self._context, task_id, self._around.window()).open()
        except GroupDeskError as error:
            self._context.notify(self._context.error_text(error), "warning")
