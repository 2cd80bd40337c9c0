# SPDX-License-Identifier: MIT
"""What removals leave to do, as lines of the page "Today": requests, steps, terms that are over."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from groupdesk.domain.due import TodoRecord
from groupdesk.domain.enums import Action
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.due.presenter import Buttons, DueLook, DuePresenter
from groupdesk.ui.member_acts import MemberActs


class RemovalTodo(DuePresenter):
    """Words and buttons of the lines about approval, steps, terms and letters."""

    LOOKS: ClassVar = {
        "carry_out": DueLook("user-minus", "danger", Action.REMOVAL_STEP),
        "approve": DueLook("user-check", "danger", Action.REMOVAL_WITHDRAW),  # more see more
        "term_over": DueLook("user-check", "accent"),
        "declined": DueLook("circle-x", "danger"),
    }

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        """Open dialogs over `parent`'s window."""
        super().__init__(context, parent)
        self._acts = MemberActs(context, parent)

    def words(self, item: TodoRecord) -> tuple[str, str]:
        said: dict[str, Callable[[TodoRecord, str], tuple[str, str]]] = {
            "declined": self._declined,
            "carry_out": self._carry_out,
            "approve": self._request if item.about else self._own_request,
            "term_over": self._term_over,
        }
        return said[item.kind](item, self.since(item))

    def buttons(self, item: TodoRecord) -> Buttons:
        offered: dict[str, tuple[str, Callable[[], object]]] = {
            "approve": (
                self.tr("Answer…") if item.about else self.tr("Open…"),
                partial(self._acts.answer_request, item.id),
            ),
            "declined": (self.tr("Noted"), partial(self._seen, item)),
            "carry_out": (self.tr("Open steps"), partial(self._acts.carry_out, item.id)),
            "term_over": (self.tr("Decide…"), partial(self._decide, item.id)),
        }
        return [offered[item.kind]]

    def is_own(self, item: TodoRecord) -> bool:
        return item.kind == "declined" or (item.kind == "approve" and not item.about)

    def _carry_out(self, item: TodoRecord, since: str) -> tuple[str, str]:
        title = self.tr("Carry out the removal of {0}")
        if item.lets_back:
            title = self.tr("Open the ways back for {0}")
        title = title.format(item.member_name)
        if item.members > 1:
            others = self.tr("%n other(s)", "", item.members - 1)
            title = self.tr("Carry out the removal of {0} and {1}")
            if item.lets_back:
                title = self.tr("Open the ways back for {0} and {1}")
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

    def _term_over(self, item: TodoRecord, _since: str) -> tuple[str, str]:
        today = self.context.desk.clock().date()
        last = self.context.dates.day(date.fromisoformat(item.about), today)
        title = self.tr("The term of {0} is over: may they come back, or not yet?")
        below = self.tr("Was removed until {0} · {1}")
        return title.format(item.member_name), below.format(last, item.group_name)

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
        seen, ids = self.context.desk.declined.seen, [one.id for one in (item, *item.others)]
        self.run(lambda operation: seen(operation, ids), self.tr("Noted."))

    def _decide(self, task_id: int) -> None:
        from groupdesk.ui.dialogs.term_over_dialog import TermOverDialog  # noqa: PLC0415

        try:
            TermOverDialog(self.context, task_id, self.around.window()).open()
        except GroupDeskError as error:
            self.context.notify(self.context.error_text(error), "warning")
