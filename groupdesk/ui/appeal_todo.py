# SPDX-License-Identifier: MIT
"""What Today says of objections, letters about them, and members who may come back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.due import TodoRecord
from groupdesk.domain.enums import Action, SubjectKind
from groupdesk.ui.appeal_acts import AppealActs
from groupdesk.ui.context import UiContext
from groupdesk.ui.refusals import why_not
from groupdesk.ui.theme_tokens import ToneName

ICONS: dict[str, tuple[str, ToneName]] = {
    "appeal": ("scale", "accent"),
    "appeal_letter": ("mail", "accent"),
    "letter_not_delivered": ("circle-x", "danger"),
    "rejoin": ("user-plus", "accent"),
}
"""The kinds of lines that are told here, each with its sign."""


class AppealTodo(QObject):
    """Words and buttons of these lines."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        """Open dialogs over `parent`'s window."""
        super().__init__(parent)
        self._context = context
        self._acts = AppealActs(context, parent)

    def words(self, item: TodoRecord) -> tuple[str, str]:
        """Return the title, and what stands below it."""
        context = self._context
        since = context.dates.moment(from_text(item.since), context.desk.clock())
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

    def opens(self, item: TodoRecord) -> tuple[str, Callable[[], object]]:
        """Return what a click on the line does, and how that is said."""
        context = self._context
        if item.kind == "rejoin":
            go = partial(context.go_to, item.group_id, item.membership_id)
            return self.tr("Open the member"), go
        return self.tr("Open the objection"), partial(
            context.go_to_request, SubjectKind.APPEAL, item.id
        )

    def buttons(self, item: TodoRecord) -> list[tuple[str, Callable[[], object]]]:
        """Return what can be done, the likely one first; nothing that the role forbids."""
        acts, ident = self._acts, item.id
        if item.kind == "rejoin":
            return [
                (self.tr("Is back"), partial(acts.take_in, ident)),
                (self.tr("Stays away…"), partial(acts.give_up, ident)),
            ]
        if item.kind != "appeal":
            return [(self.tr("Letter…"), partial(acts.letter_by_id, ident))]
        if why_not(self._context, Action.APPEAL_DECIDE):
            return []
        return [(self.tr("Decide…"), partial(acts.decide_by_id, ident))]
