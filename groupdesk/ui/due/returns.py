# SPDX-License-Identifier: MIT
"""Members who are back although they were blocked or removed, on Today."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from groupdesk.domain.decision_enums import ReturnChoice
from groupdesk.domain.due import TodoRecord
from groupdesk.domain.enums import Action
from groupdesk.ui.context import UiContext
from groupdesk.ui.due.presenter import Buttons, DueLook, DuePresenter
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.person_words import PersonWords


class ReturnTodo(DuePresenter):
    """Asks whether they may stay."""

    LOOKS: ClassVar = {
        "returned": DueLook("ban", "danger", Action.RETURN_DECIDE),
        "to_remove": DueLook("user-minus", "danger", Action.REMOVAL_DECIDE),
    }

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        """Open dialogs over `parent`'s window."""
        super().__init__(context, parent)
        self._acts = MemberActs(context, parent)

    def words(self, item: TodoRecord) -> tuple[str, str]:
        if item.alert is None:
            raise ValueError("a return has its alert")
        title = self.tr("{0} is back: may they stay?")
        if item.alert.to_remove:
            title = self.tr("{0} is back and is to be removed")
        if not item.alert.is_back:
            title = self.tr("{0} is on the blocklist and in {1}: may they stay?")
            if item.alert.to_remove:
                title = self.tr("{0} is on the blocklist and is to be removed from {1}")
        below = f"{PersonWords(self.context).alert(item.alert)} · {item.group_name}"
        return title.format(item.member_name, item.group_name), below

    def buttons(self, item: TodoRecord) -> Buttons:
        alert = item.alert
        if alert is None:
            raise ValueError("a return has its alert")
        decide = self.context.desk.returns.decide
        member, to_remove = alert.membership_id, ReturnChoice.TO_REMOVE
        person = (self.tr("Person…"), partial(self._acts.open_person, alert.earlier_id))
        let_in = (self.tr("Let stay…"), partial(self._acts.let_in, alert))
        if alert.to_remove:
            return [(self.tr("Remove…"), partial(self._remove, member)), let_in, person]
        decided = (
            self.tr("To be removed"),
            partial(
                self.run,
                lambda op: decide(op, member, to_remove),
                self.tr("Noted. Remove them with a reason and a screenshot."),
            ),
        )
        return [let_in, decided, person]

    def _remove(self, membership_id: int) -> None:
        self._acts.remove(self.context.desk.members.detail(membership_id))
