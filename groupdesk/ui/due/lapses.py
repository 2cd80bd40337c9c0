# SPDX-License-Identifier: MIT
"""Messages that stop counting soon, on Today: good to know before one writes again."""

from typing import ClassVar

from groupdesk.domain.due import TodoRecord
from groupdesk.ui.due.presenter import Buttons, DueLook, DuePresenter


class LapseTodo(DuePresenter):
    """Says what no longer counts from then on, and what still does."""

    LOOKS: ClassVar = {"lapse": DueLook("hourglass", "muted")}

    def words(self, item: TodoRecord) -> tuple[str, str]:
        if item.members > 1:
            others = self.tr("%n other(s)", "", item.members - 1)
            title = self.tr("Messages to {0} and {1} stop counting")
            below = self.tr("Counted for the last time that day, if nothing happens · {0}")
            return title.format(item.member_name, others), below.format(item.group_name)
        title = self.tr("The message to {0} stops counting").format(item.member_name)
        after = self.tr("after that nothing counts any more")
        if item.of:
            after = self.tr("after that %n other message(s) still count(s)", "", item.of)
        return title, self.tr("Sent {0}; {1} · {2}").format(
            self.since(item), after, item.group_name
        )

    def buttons(self, item: TodoRecord) -> Buttons:
        return [(self.tr("See"), self.opens(item)[1])]
