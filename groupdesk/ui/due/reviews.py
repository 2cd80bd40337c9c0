# SPDX-License-Identifier: MIT
"""What reviews leave to do, on Today: one line for many members."""

from functools import partial
from typing import ClassVar

from groupdesk.domain.due import TodoRecord
from groupdesk.domain.enums import Action
from groupdesk.ui.due.presenter import Act, Buttons, DueLook, DuePresenter


class ReviewTodo(DuePresenter):
    """Each line leads to the review."""

    LOOKS: ClassVar = {
        "review_send": DueLook("send", "accent", Action.WARNING_PREPARE),
        "review_next": DueLook("calendar-check", "accent", Action.REVIEW_DECIDE),
        "review_remove": DueLook("user-minus", "danger", Action.REMOVAL_BATCH),
        "review": DueLook("calendar-check", "ok", Action.REVIEW_DECIDE),
    }

    def words(self, item: TodoRecord) -> tuple[str, str]:
        many = item.members
        titles = {
            "review_send": self.tr("{0}: write %n message(s)", "", many),
            "review_next": self.tr("{0}: waiting is over for %n member(s)", "", many),
            "review_remove": self.tr("{0}: record %n removal(s)", "", many),
            "review": self.tr("{0}: decide about %n member(s)", "", many),
        }
        below = self.tr("Review, begun {0} · {1}")
        group = item.group_name or self.tr("several groups")
        return titles[item.kind].format(item.member_name), below.format(self.since(item), group)

    def opens(self, item: TodoRecord) -> tuple[str, Act]:
        return self.tr("Open the review"), partial(self.context.go_to_review, item.id)

    def buttons(self, item: TodoRecord) -> Buttons:
        return [(self.tr("Open"), self.opens(item)[1])]
