# SPDX-License-Identifier: MIT
"""What removals leave to do, as lines of the page "Today": requests, steps, terms that are over."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from groupdesk.domain.due import TodoRecord
from groupdesk.domain.clock import from_text
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.text import visible
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
        since = self._context.dates.moment(from_text(item.since), self._context.desk.clock())
        said: dict[str, Callable[[TodoRecord, str], tuple[str, str]]] = {
            "declined": self._declined,
            "carry_out": self._carry_out,
            "approve": self._request if item.about else self._own_request,
            "term_over": self._term_over,
            "draft_removals": self._draft,
        }
        return said[item.kind](item, since) if item.kind in said else None

    def buttons(self, item: TodoRecord) -> list[tuple[str, Callable[[], object]]]:
        """Return what can be done about it."""
        offered: dict[str, tuple[str, Callable[[], object]]] = {
            "approve": (
                self.tr("Answer…") if item.about else self.tr("Open…"),
                partial(self._acts.answer_request, item.id),
            ),
            "declined": (self.tr("Noted"), partial(self._seen, item)),
            "carry_out": (self.tr("Open steps"), partial(self._acts.carry_out, item.id)),
            "term_over": (self.tr("Decide…"), partial(self._decide, item.id)),
        }
        return [offered[item.kind]] if item.kind in offered else []

    def _carry_out(self, item: TodoRecord, since: str) -> tuple[str, str]:
        title = self.tr("Carry out the removal of {0}").format(item.member_name)
        if item.members > 1:
            others = self.tr("%n other(s)", "", item.members - 1)
            title = self.tr("Carry out the removal of {0} and {1}")
            title = title.format(item.member_name, others)
        decided = self.tr("Decided {0}").format(since)
        if item.by:
            decided = self.tr("Asked for by {0}, approved {1} by {2}")
            decided = decided.format(item.asked_by, since, item.by)
        steps = self.tr("{0} of {1} steps done").format(item.done, item.of)
        below = f"{decided} · {steps} · {item.group_name}"
        if item.about:
            below += self.tr(" · could not be done: {0}").format(item.about)
        return title, below

    def _draft(self, item: TodoRecord, since: str) -> tuple[str, str]:
        title = self.tr("Finish the removal of {0}").format(item.member_name)
        if item.of > 1:
            others = self.tr("%n other(s)", "", item.of - 1)
            title = self.tr("Finish the removal of {0} and {1}")
            title = title.format(item.member_name, others)
        return title, self.tr("Draft kept {0} · {1}").format(since, item.group_name)

    def _term_over(self, item: TodoRecord, _since: str) -> tuple[str, str]:
        today = self._context.desk.clock().date()
        last = self._context.dates.day(date.fromisoformat(item.about), today)
        return (
            self.tr("{0} may come back: tell them, or keep them out?").format(item.member_name),
            self.tr("Was removed until {0} · {1}").format(last, item.group_name),
        )

    def _request(self, item: TodoRecord, since: str) -> tuple[str, str]:
        title = self.tr("Approve the removal of {0}?").format(item.member_name)
        if item.members > 1:
            others = self.tr("%n other(s)", "", item.members - 1)
            title = self.tr("Approve the removal of {0} and {1}?")
            title = title.format(item.member_name, others)
        asked = self.tr("Asked for by {0}, {1} · {2}")
        return title, asked.format(item.about, since, item.group_name)

    def _own_request(self, item: TodoRecord, since: str) -> tuple[str, str]:
        """Return what whoever asked reads; they cannot answer themselves."""
        title = self.tr("The removal of {0} waits for approval").format(item.member_name)
        if item.members > 1:
            others = self.tr("%n other(s)", "", item.members - 1)
            title = self.tr("The removals of {0} and {1} wait for approval")
            title = title.format(item.member_name, others)
        return title, self.tr("You asked {0} · {1}").format(since, item.group_name)

    def _declined(self, item: TodoRecord, since: str) -> tuple[str, str]:
        title = self.tr("The removal of {0} was not approved").format(item.member_name)
        if item.members > 1:
            others = self.tr("%n other(s)", "", item.members - 1)
            title = self.tr("The removals of {0} and {1} were not approved")
            title = title.format(item.member_name, others)
        why = self.tr("Declined {0} by {1}: {2}").format(since, item.by, visible(item.about))
        return title, f"{why} · {item.group_name}"

    def _seen(self, item: TodoRecord) -> None:
        """Record that whoever asked knows of it; of all members that the line is about."""
        desk, operation = self._context.desk, uuid4()
        ids = [one.id for one in (item, *item.others)]

        def failed(error: Exception) -> None:
            self._context.notify(self._context.error_text(error), "warning")

        self._context.runner.run(
            self, lambda: desk.declined.seen(operation, ids), self._context.done, failed
        )

    def _decide(self, task_id: int) -> None:
        from groupdesk.ui.dialogs.term_over_dialog import TermOverDialog  # noqa: PLC0415

        try:
            TermOverDialog(self._context, task_id, self._around.window()).open()
        except GroupDeskError as error:
            self._context.notify(self._context.error_text(error), "warning")
