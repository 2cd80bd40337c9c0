# SPDX-License-Identifier: MIT
"""What requests to leave leave to do, on Today."""

from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from groupdesk.domain.due import TodoRecord
from groupdesk.domain.enums import Action, SubjectKind
from groupdesk.ui.context import UiContext
from groupdesk.ui.due.presenter import Act, Buttons, DueLook, DuePresenter
from groupdesk.ui.exit_acts import ExitActs


class ExitTodo(DuePresenter):
    """Each line leads to the request; the question about notifications is asked at once."""

    LOOKS: ClassVar = {
        "exit_answer": DueLook("log-out", "accent", Action.EXIT_ANSWER),
        "exit_stay": DueLook("log-out", "accent", Action.EXIT_ANSWER),
        "exit_leave": DueLook("log-out", "accent", Action.EXIT_LEFT),
        "exit_items": DueLook("list-checks", "accent", Action.EXIT_ITEM),
        "exit_customers": DueLook("users", "accent", Action.EXIT_TELL),
        "exit_letter": DueLook("mail", "accent", Action.NOTICE_RECORD),
        "exit_check": DueLook("circle-question-mark", "accent", Action.EXIT_ITEM),
    }

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        """Open dialogs over `parent`'s window."""
        super().__init__(context, parent)
        self._exits = ExitActs(context, parent)

    def words(self, item: TodoRecord) -> tuple[str, str]:
        titles = {
            "exit_answer": self.tr("Answer {0}, who asks to leave"),
            "exit_stay": self.tr("{0} stays until {1}: is everything handed over?"),
            "exit_leave": self.tr("Has {0} left?"),
            "exit_items": self.tr("Finish the checklist for {0}, who leaves"),
            "exit_customers": self.tr("Tell the customers of {0} who looks after them now"),
            "exit_letter": self.tr("Send {0} the answer about leaving"),
            "exit_check": self.tr("Ask {0} whether notifications have stopped"),
        }
        return titles[item.kind].format(item.member_name, self._day(item)), self._below(item)

    def opens(self, item: TodoRecord) -> tuple[str, Act]:
        go = partial(self.context.go_to_request, SubjectKind.EXIT, item.id)
        return self.tr("Open the request"), go

    def buttons(self, item: TodoRecord) -> Buttons:
        if item.kind == "exit_check":
            return [(self.tr("Ask…"), partial(self._exits.by_id, item.id, self._exits.check))]
        text = self.tr("Answer") if item.kind == "exit_answer" else self.tr("Open")
        return [(text, self.opens(item)[1])]

    def _day(self, item: TodoRecord) -> str:
        if not item.due_on:
            return ""
        today = self.context.desk.clock().date()
        return self.context.dates.day(date.fromisoformat(item.due_on), today)

    def _below(self, item: TodoRecord) -> str:
        if item.kind == "exit_items":  # the page counts what happens by itself as well
            left = self.tr("%n line(s) left", "", item.of - item.done)
            return f"{left} · {item.group_name}"
        if item.kind == "exit_customers":
            below = self.tr("{0} of {1} done · {2}")
            return below.format(item.done, item.of, item.group_name)
        if item.kind == "exit_stay" and item.about:
            return self.tr("To be replaced by {0} · {1}").format(item.about, item.group_name)
        if item.kind == "exit_check":
            return self.tr("Left {0} · {1}").format(self.since(item), item.group_name)
        return self.tr("Asked {0} · {1}").format(self.since(item), item.group_name)
