# SPDX-License-Identifier: MIT
"""What the operator began to write and kept, on Today."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from groupdesk.domain.due import TodoRecord
from groupdesk.domain.enums import Action
from groupdesk.ui.context import UiContext
from groupdesk.ui.due.presenter import Act, Buttons, DueLook, DuePresenter
from groupdesk.ui.exit_acts import ExitActs
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.refusals import why_not
from groupdesk.ui.rejoin_acts import RejoinActs


class DraftTodo(DuePresenter):
    """Offers to go on."""

    LOOKS: ClassVar = {
        f"draft_{kind}": DueLook("pencil", "muted")
        for kind in (
            *("warning", "talk", "removal", "removals", "case", "exit", "exit_answer"),
            *("rejoin", "rejoin_answer", "rejoin_trial"),
        )
    }

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        """Open dialogs over `parent`'s window."""
        super().__init__(context, parent)
        self._acts = MemberActs(context, parent)
        self._exits = ExitActs(context, parent)
        self._rejoins = RejoinActs(context, parent)

    def words(self, item: TodoRecord) -> tuple[str, str]:
        titles = {
            "draft_warning": self.tr("Finish the message to {0}"),
            "draft_talk": self.tr("Finish the note of the talk with {0}"),
            "draft_removal": self.tr("Finish the removal of {0}"),
            "draft_removals": self.tr("Finish the removal of {0}"),
            "draft_case": self.tr("Finish the new case about {0}"),
            "draft_exit": self.tr("Finish the request of {0} to leave"),
            "draft_exit_answer": self.tr("Finish the answer to {0}, who asks to leave"),
            "draft_rejoin": self.tr("Finish the request of {0} to come back"),
            "draft_rejoin_answer": self.tr("Finish the answer to {0}, who asks to come back"),
            "draft_rejoin_trial": self.tr("Finish recording how the trial of {0} went"),
        }
        if not item.member_name:
            titles["draft_rejoin"] = self.tr("Finish the request to come back")
        title = titles[item.kind].format(item.member_name)
        if item.of > 1:
            others = self.tr("%n other(s)", "", item.of - 1)
            title = self.tr("Finish the removal of {0} and {1}").format(item.member_name, others)
        return title, self.tr("Draft kept {0} · {1}").format(self.since(item), item.group_name)

    def opens(self, item: TodoRecord) -> tuple[str, Act]:
        if why_not(self.context, Action.TASK_DONE):
            return super().opens(item)
        return self.tr("Open the draft"), partial(self._go_on, item)

    def buttons(self, item: TodoRecord) -> Buttons:
        return [(self.tr("Go on…"), partial(self._go_on, item))]

    def is_own(self, _item: TodoRecord) -> bool:
        return True

    def _go_on(self, item: TodoRecord) -> None:
        of_return = {
            "draft_rejoin": lambda: self._rejoins.ask(person_id=item.id),
            "draft_rejoin_answer": lambda: self._rejoins.answer_by_id(item.id),
            "draft_rejoin_trial": lambda: self._rejoins.trial_by_id(item.id),
        }
        if item.kind in of_return:
            of_return[item.kind]()
            return
        open_one = {
            "draft_warning": self._acts.warn,
            "draft_talk": self._acts.talk,
            "draft_removal": self._acts.remove,
            "draft_removals": self._acts.go_on_removing,
            "draft_case": self._acts.open_case,
            "draft_exit": self._exits.record,
            "draft_exit_answer": self._exits.answer_member,
        }[item.kind]
        open_one(self.context.desk.members.detail(item.membership_id))
