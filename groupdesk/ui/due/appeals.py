# SPDX-License-Identifier: MIT
"""What Today says of objections, letters about them, and members who may come back."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from groupdesk.domain.due import TodoRecord
from groupdesk.domain.enums import Action, SubjectKind
from groupdesk.ui.appeal_acts import AppealActs
from groupdesk.ui.context import UiContext
from groupdesk.ui.due.presenter import Act, Buttons, DueLook, DuePresenter
from groupdesk.ui.refusals import why_not


class AppealTodo(DuePresenter):
    """Words and buttons of these lines."""

    LOOKS: ClassVar = {
        "appeal": DueLook("scale", "accent", Action.APPEAL_ENTRY),
        "appeal_letter": DueLook("mail", "accent", Action.NOTICE_RECORD),
        "letter_not_delivered": DueLook("circle-x", "danger", Action.NOTICE_RECORD),
        "rejoin": DueLook("user-plus", "accent"),
    }

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        """Open dialogs over `parent`'s window."""
        super().__init__(context, parent)
        self._acts = AppealActs(context, parent)

    def words(self, item: TodoRecord) -> tuple[str, str]:
        since = self.since(item)
        titles = {
            "appeal": self.tr("Answer the objection of {0}"),
            "appeal_letter": self.tr("Send {0} the decision on the objection"),
            "letter_not_delivered": self.tr("The letter to {0} did not arrive"),
            "rejoin": self.tr("Let {0} back in"),
        }
        below = {
            "appeal": self.tr("Came in {0} · {1}"),
            "appeal_letter": self.tr("Decided {0} · {1}"),
            "letter_not_delivered": self.tr("Noted {0} · {1}"),
            "rejoin": self.tr("The removal was lifted {0} · {1}"),
        }
        title = titles[item.kind].format(item.member_name)
        return title, below[item.kind].format(since, item.group_name)

    def opens(self, item: TodoRecord) -> tuple[str, Act]:
        if item.kind == "rejoin":
            return super().opens(item)
        go = partial(self.context.go_to_request, SubjectKind.APPEAL, item.id)
        return self.tr("Open the objection"), go

    def buttons(self, item: TodoRecord) -> Buttons:
        acts, ident = self._acts, item.id
        if item.kind == "rejoin":
            return [
                (self.tr("Wants to come back…"), partial(acts.ask_back, ident)),
                (self.tr("Stays away…"), partial(acts.give_up, ident)),
            ]
        if item.kind != "appeal":
            return [(self.tr("Letter…"), partial(acts.letter_by_id, ident))]
        if why_not(self.context, Action.APPEAL_DECIDE):
            return []
        return [(self.tr("Decide…"), partial(acts.decide_by_id, ident))]
