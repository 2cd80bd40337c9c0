# SPDX-License-Identifier: MIT
"""What Today says of a planned talk or a follow-up, and what can be done with it there."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from groupdesk.domain.due import TodoRecord
from groupdesk.domain.enums import Action
from groupdesk.ui.context import UiContext
from groupdesk.ui.due.presenter import Buttons, DueLook, DuePresenter
from groupdesk.ui.talk_acts import TalkActs


class TalkTodo(DuePresenter):
    """Words and buttons of the lines "plan", "follow_up" and "try_again"."""

    LOOKS: ClassVar = {
        "plan": DueLook("calendar-clock", "accent", Action.TALK_RECORD),
        "follow_up": DueLook("messages-square", "accent", Action.TALK_RECORD),
        "try_again": DueLook("messages-square", "accent", Action.TALK_RECORD),
    }

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        """Open dialogs over `parent`'s window."""
        super().__init__(context, parent)
        self._acts = TalkActs(context, parent)

    def words(self, item: TodoRecord) -> tuple[str, str]:
        since = self.since(item)
        about = " ".join(item.about.split())
        if item.kind == "plan":
            title = self.tr("Talk with {0}")
            if item.due_time:
                title = self.tr("Talk with {0} at {1}")
            below = self.tr("Planned {0} · {1}").format(since, item.group_name)
            title = title.format(item.member_name, item.due_time)
        elif item.kind == "try_again":
            title = self.tr("Ask {0} for a talk again").format(item.member_name)
            below = self.tr("Offered in vain, noted {0} · {1}").format(since, item.group_name)
        else:
            title = self.tr("Follow up the talk with {0}").format(item.member_name)
            below = self.tr("Talked {0} · {1}").format(since, item.group_name)
            about = self.tr("Agreed: {0}").format(about) if about else ""
        return title, f"{below}\n{_short(about)}" if about else below

    def buttons(self, item: TodoRecord) -> Buttons:
        if item.kind == "plan":
            return [
                (self.tr("Open talk…"), partial(self._acts.hold, item.id)),
                (self.tr("Another day…"), partial(self._acts.move_plan, item.id)),
                (self.tr("Call off…"), partial(self._acts.call_off, item.id)),
            ]
        return [
            (self.tr("Result…"), partial(self._acts.follow_up, item.id)),
            (self.tr("Another day…"), partial(self._acts.move_follow_up, item.id)),
        ]


def _short(text: str) -> str:
    return text if len(text) <= 90 else f"{text[:89].rstrip()}…"
