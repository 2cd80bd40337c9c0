# SPDX-License-Identifier: MIT
"""What requests to come back leave to do, on Today."""

from functools import partial
from typing import ClassVar

from groupdesk.domain.due import TodoRecord
from groupdesk.domain.enums import Action, SubjectKind
from groupdesk.ui.due.presenter import Act, Buttons, DueLook, DuePresenter

_MOST = 300
"""Characters of a reason; the rest stands in the request, where a click leads."""


class RejoinTodo(DuePresenter):
    """Each line leads to the request."""

    LOOKS: ClassVar = {
        "rejoin_answer": DueLook("log-in", "accent", Action.REJOIN_ANSWER),
        "rejoin_come": DueLook("user-plus", "accent", Action.REJOIN_ENTRY),
        "rejoin_letter": DueLook("mail", "accent", Action.NOTICE_RECORD),
        "rejoin_trial": DueLook("calendar-check", "accent", Action.REJOIN_ENTRY),
        "rejoin_against": DueLook("shield-alert", "warning", Action.REJOIN_CONFIRM),
    }

    def words(self, item: TodoRecord) -> tuple[str, str]:
        titles = {
            "rejoin_answer": self.tr("Answer {0}, who asks to come back"),
            "rejoin_come": self.tr("{0} may come back: are they in the group?"),
            "rejoin_letter": self.tr("Send {0} the answer about coming back"),
            "rejoin_trial": self.tr("The trial of {0} is over: say how it went"),
            "rejoin_against": self.tr("{0} may come back although a block or a removal holds"),
        }
        if item.kind == "rejoin_against":
            said = self.tr("{0} said yes {1}: “{2}” · {3}")
            why = item.about if len(item.about) <= _MOST else f"{item.about[:_MOST]}…"
            below = said.format(item.by, self.since(item), why, item.group_name)
            return titles[item.kind].format(item.member_name), below
        today = self.context.desk.clock().date().isoformat()
        if item.kind == "rejoin_trial" and item.due_on > today:
            titles[item.kind] = self.tr("The trial of {0} ends soon")
        below = self.tr("Asked {0} · {1}").format(self.since(item), item.group_name)
        return titles[item.kind].format(item.member_name), below

    def opens(self, item: TodoRecord) -> tuple[str, Act]:
        go = partial(self.context.go_to_request, SubjectKind.REJOIN, item.id)
        return self.tr("Open the request"), go

    def buttons(self, item: TodoRecord) -> Buttons:
        from groupdesk.ui.rejoin_acts import RejoinActs  # noqa: PLC0415  # a start does without

        acts = RejoinActs(self.context, self.around)
        made: dict[str, tuple[str, Act]] = {
            "rejoin_answer": (self.tr("Answer"), partial(acts.answer_by_id, item.id)),
            "rejoin_come": (self.tr("Is back"), partial(acts.take_in, item.id)),
            "rejoin_letter": (self.tr("Letter…"), partial(acts.letter_by_id, item.id)),
            "rejoin_trial": (self.tr("Say how it went…"), partial(acts.trial_by_id, item.id)),
            "rejoin_against": (self.tr("I have read it"), partial(self._confirm, item.id)),
        }
        return [made[item.kind]]

    def _confirm(self, rejoin_id: int) -> None:
        confirm = self.context.desk.leaving.rejoin_requests.confirm
        said = self.context.translations.words("rejoin_told.override_read")
        self.run(lambda operation: confirm(operation, rejoin_id), said)
